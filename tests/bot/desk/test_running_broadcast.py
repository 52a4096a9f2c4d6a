"""A coordinator follows a running broadcast in a real browser, with a script and without one, until it is done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from storage.appeals.records import find_appeal
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import Role
from storage.people.subscribers import Subscription, subscribe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from playwright.async_api import Page

    from bot.desk.desk import Desk
    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from tests.people import House

READERS = 9
SHOWN = 15_000  # milliseconds at most, on a machine with much to do


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house that sends so slowly that one can watch."""
    return settings.model_copy(update={"bulk_rate": 2.0})


@pytest.fixture
async def running(
    db: Database, clarion: House, appeals: dict[str, Appeal], staff: Callable[[Role], Awaitable[Coordinator]]
) -> int:
    """A broadcast to a few people that has begun."""
    owner = await staff(Role.OWNER)
    for person in range(5_000, 5_000 + READERS):
        await subscribe(db, Subscription(person, "en", "1", clarion.clock.now().date()))
    return await plan(db, await find_appeal(db, "DEMO-002"), owner, clarion.clock.now())


@pytest.mark.parametrize("script", [True, False])
async def test_it_is_followed_to_its_end_without_a_click(
    clarion: House,
    desk: Desk,
    staff: Callable[[Role], Awaitable[Coordinator]],
    visit: Callable[..., AbstractAsyncContextManager[Page]],
    port: int,
    running: int,
    script: bool,
) -> None:
    owner, base = await staff(Role.OWNER), f"http://127.0.0.1:{port}"
    async with visit(script=script) as page:
        await page.goto(f"{base}/sign-in?token={desk.services.sign_ins.open_for(owner.id)}")
        await page.get_by_role("button", name="Sign in").click()
        await page.goto(f"{base}/broadcasts/{running}")
        await expect(page.get_by_role("button", name="Pause")).to_be_visible()
        await expect(page.locator("[data-state]")).to_contain_text("0 of 9")
        sending = asyncio.create_task(clarion.clarion.sender.drain())
        if script:
            await page.evaluate("window.sameDocument = true")
            await expect(page.locator("[data-state=running]")).to_contain_text("No longer on Telegram", timeout=SHOWN)
            assert await page.evaluate("window.sameDocument") is True  # only what changes was put in
        await sending

        await expect(page.locator("[data-state=done]")).to_be_visible(timeout=SHOWN)
        await expect(page.get_by_role("button", name="Pause")).to_have_count(0)
        await expect(page.locator("#aloud")).to_have_text("It is over.")
        assert await page.locator("noscript, script").count() == 0  # nothing goes on asking
        await expect(page.get_by_role("img", name="Letters over time")).to_be_visible()


async def test_pausing_on_the_page_asks_before_it_cancels(
    desk: Desk,
    staff: Callable[[Role], Awaitable[Coordinator]],
    visit: Callable[..., AbstractAsyncContextManager[Page]],
    port: int,
    running: int,
) -> None:
    owner, base = await staff(Role.OWNER), f"http://127.0.0.1:{port}"
    async with visit(script=False) as page:
        await page.goto(f"{base}/sign-in?token={desk.services.sign_ins.open_for(owner.id)}")
        await page.get_by_role("button", name="Sign in").click()
        await page.goto(f"{base}/broadcasts/{running}")
        await page.get_by_role("button", name="Pause").click()
        await expect(page.get_by_role("status")).to_contain_text("It is paused.")
        await page.get_by_role("link", name="Cancel").click()
        await page.get_by_role("link", name="No, leave it").click()
        await page.get_by_role("button", name="Go on").click()
        await expect(page.get_by_role("status")).to_contain_text("It goes on.")
        await page.get_by_role("link", name="Cancel").click()
        await page.get_by_role("button", name="Yes, cancel it").click()
        await expect(page.locator("[data-state=cancelled]")).to_be_visible()
