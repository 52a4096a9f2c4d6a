"""A newcomer at the page of the rehearsal, in a real browser, with the program killed and started again in between."""

from __future__ import annotations

import asyncio
import csv
import re
import signal
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.async_api import Page, async_playwright, expect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

PATIENCE = 30_000  # milliseconds until the page must show something; it never takes that long


@dataclass
class Newcomer:
    """Somebody who has just started the rehearsal and looks at its page."""

    page: Page
    url: str

    async def opens_the_page(self) -> None:
        await self.page.goto(self.url)

    async def holds_the_phone_of(self, name: str) -> None:
        await self.page.get_by_role("button", name=re.compile(rf"^{name}")).click()
        await expect(self.page.get_by_role("heading", name=re.compile(name))).to_be_visible()

    async def writes(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Message").fill(text)
        await self.page.keyboard.press("Enter")

    async def sees(self, text: str) -> None:
        await expect(self.page.get_by_role("log")).to_contain_text(text, timeout=PATIENCE)

    async def sees_no_more(self, text: str) -> None:
        await expect(self.page.get_by_role("log")).not_to_contain_text(text, timeout=PATIENCE)

    async def presses(self, label: str) -> None:
        await self.page.get_by_role("log").get_by_role("button", name=label, exact=True).last.click(timeout=PATIENCE)

    async def sends_a_crowd(self, size: int) -> None:
        await self.page.locator("#crowd-panel summary").click()
        await self.page.get_by_role("spinbutton", name="People").fill(str(size))
        await self.page.get_by_role("spinbutton", name="Per second").fill(str(size))
        await self.page.get_by_role("button", name="Send the crowd").click()
        some = re.compile(r"^[1-9]\d")  # ten or more; the others may come while the appeal goes out
        await expect(self.page.locator("[data-count=subscribed]")).to_have_text(some, timeout=PATIENCE)

    async def saves(self, name: str, to: Path) -> None:
        link = self.page.get_by_role("log").get_by_role("link", name=re.compile(name)).last
        async with self.page.expect_download(timeout=PATIENCE) as download:
            await link.click(timeout=PATIENCE)
        await (await download.value).save_as(to)


@asynccontextmanager
async def rehearsal(folder: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "rehearse", "--port", str(port), "--desk-port", "0", "--folder", "stage"),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
    )
    assert program.stdout is not None
    async with asyncio.timeout(PATIENCE / 1000):
        while b"open http" not in await program.stdout.readline():
            pass
    try:
        yield program
    finally:
        if program.returncode is None:
            program.kill()
        await program.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


async def test_a_newcomer_sends_an_appeal_signs_it_in_korean_and_opens_a_tip(tmp_path: Path, chromium: str) -> None:
    port = free_port()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        newcomer = Newcomer(await browser.new_page(), f"http://127.0.0.1:{port}")

        async with rehearsal(tmp_path, port) as program:
            await newcomer.opens_the_page()
            for name, subscribe in (("수진", "소식 받기"), ("Amina", "Subscribe")):
                await newcomer.holds_the_phone_of(name)
                await newcomer.page.get_by_role("button", name="Start", exact=True).click()
                await newcomer.presses(subscribe)
            await newcomer.sees("You are subscribed")
            await newcomer.sends_a_crowd(20)

            await newcomer.holds_the_phone_of("Hana")
            await newcomer.page.get_by_role("button", name="Start", exact=True).click()
            await newcomer.sees("urgent appeals")
            await newcomer.writes("/send DEMO-002")
            await newcomer.page.get_by_role("log").get_by_role("button", name=re.compile("^Send now")).click()
            await newcomer.sees("DEMO-002 is being sent")
            program.send_signal(signal.SIGKILL)
            await program.wait()

        async with rehearsal(tmp_path, port):
            await newcomer.opens_the_page()
            await newcomer.holds_the_phone_of("Hana")
            await newcomer.sees("DEMO-002 has been sent")
            await newcomer.sees("100%")

            await newcomer.holds_the_phone_of("수진")
            for label in ("서명하기", "☐ 보관과 집계(필수)", "만 14세 이상입니다: 계속", "확인하고 서명하기"):
                await newcomer.presses(label)
            await newcomer.sees("서명해 주셔서 감사합니다")

            await newcomer.holds_the_phone_of("Amina")
            await newcomer.writes("/tip")
            for label in (
                "I have read this. Go on",
                "Checks and searches",
                "China, border provinces",
                "2 to 10",
                "Today",
                "I saw it",
                "Normal",
            ):
                await newcomer.presses(label)
            await newcomer.writes("Two extra ID checks near the coach station these past days.")
            await newcomer.presses("Seal and send")
            await newcomer.presses("I wrote it down")
            await newcomer.sees_no_more("coach station")

        async with rehearsal(tmp_path, port):
            await newcomer.opens_the_page()
            await newcomer.holds_the_phone_of("Hana")
            await newcomer.writes("/stats DEMO-002")
            await newcomer.sees("South Korea")
            await newcomer.writes("/export tips")
            await newcomer.saves(r"tips-.*\.age", tmp_path / "tips.age")
        await browser.close()

    opened = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "tips", "open", "tips.age", "--key", "stage/desk-2.key", "--out", "tips.csv"),
        cwd=tmp_path,
    )
    assert await opened.wait() == 0
    with (tmp_path / "tips.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [value for row in csv.DictReader(file) for value in row.values()]
    assert "Two extra ID checks near the coach station these past days." in texts
