"""The whole job, over real HTTP and long polling: an appeal goes out, people sign it, a tip comes in and is opened."""

from __future__ import annotations

import asyncio
import csv
import subprocess
import sys
from typing import TYPE_CHECKING

from bot.own_machine.keys import new_identity, write_identity
from bot.rehearsal.server import serving
from bot.rehearsal.telegram import Limits, RehearsedTelegram
from bot.rehearsal.telegram import Person as Account
from storage.appeals.records import find_appeal
from storage.database import Database
from storage.letters.broadcasts.planning import plan
from storage.letters.reports.progress import progress
from storage.people.coordinators import ensure_owners, find_coordinator
from storage.people.subscribers import Subscription, subscribe
from storage.petitions.counting.tally import count_signatures
from storage.secret_key import load_secret_key
from tests.conftest import AMINA, HANA, SUJIN, approve_demo_appeals, open_canaries
from tests.over_the_network import running, until
from tests.people import Clock, Person

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings


async def test_an_appeal_goes_out_people_sign_and_a_tip_reaches_a_coordinator_s_own_machine(
    settings: Settings, telegram: RehearsedTelegram, clock: Clock, tmp_path: Path
) -> None:
    keys = [tmp_path / "hana.key", tmp_path / "joon.key"]
    made = [new_identity(None) for _ in keys]
    for identity, path in zip(made, keys, strict=True):
        write_identity(identity, path)
    assert settings.tip_recipients_file is not None
    settings.tip_recipients_file.write_text("\n".join(identity.public for identity in made))

    async with running(settings, telegram, clock) as house:
        db = house.clarion.services.db
        await open_canaries(house.clarion.services)
        amina, sujin, hana = (
            Person(house, number, name) for number, name in ((AMINA, "Amina"), (SUJIN, "수진"), (HANA, "Hana"))
        )
        await hana.sends("/start")
        await until(lambda: "Clarion" in hana.sees)
        await approve_demo_appeals(db, clock.now())
        for supporter in (amina, sujin):
            await supporter.sends("/start")
            await until(lambda person=supporter: "subscribe:yes" in data_of(person))  # type: ignore[misc]
            await supporter.presses("subscribe:yes")
            await until(lambda person=supporter: "subscribe:yes" not in data_of(person))  # type: ignore[misc]

        await hana.sends("/send DEMO-002")
        await until(lambda: "send:DEMO-002" in data_of(hana))
        await hana.presses("send:DEMO-002")
        await until(lambda: "Nine people held at Tumen" in amina.sees)
        await until(lambda: "투먼에 붙잡힌 아홉 명" in sujin.sees)

        for tap, next_tap in (
            ("sign:DEMO-002", "consent:keep"),
            ("consent:keep", "consents:done"),
            ("consents:done", "sign-confirm:yes"),
        ):
            await sujin.presses(tap)
            await until(lambda expected=next_tap: expected in data_of(sujin))  # type: ignore[misc]
        await sujin.presses("sign-confirm:yes")
        await until(lambda: "sign-confirm:yes" not in data_of(sujin))
        assert [(count.country, count.valid) for count in await count_signatures(db, "DEMO-002")] == [("KR", 1)]

        await amina.sends("/tip")
        await until(lambda: "tip:start" in data_of(amina))
        await amina.presses("tip:start")
        for menu in ("tip-category:", "tip-area:", "tip-people:", "tip-when:", "tip-known:", "tip-urgency:"):
            await until(lambda wanted=menu: wanted in data_of(amina))  # type: ignore[misc]
            await amina.presses(menu)
        await until(lambda: "tip-urgency:" not in data_of(amina))
        await amina.sends("Two more checks at the coach station since Monday. I saw nobody taken away.")
        await until(lambda: "tip:seal" in data_of(amina))
        await amina.presses("tip:seal")
        await until(lambda: "tip:noted" in data_of(amina))
        await amina.presses("tip:noted")
        await until(lambda: "coach station" not in "".join(message.text for message in amina.chat))

        await hana.sends("/export tips")
        await until(lambda: any(message.file for message in hana.chat))
        exported = tmp_path / "tips.age"
        exported.write_bytes(hana.document(".age"))

    opened = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", "tips", "open", exported, "--key", keys[1], "--out", tmp_path / "tips.csv"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert opened.returncode == 0, opened.stderr
    with (tmp_path / "tips.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert "Two more checks at the coach station since Monday. I saw nobody taken away." in row.values()


async def test_a_process_killed_in_mid_broadcast_misses_nobody_and_says_who_may_have_it_twice(
    settings: Settings, clock: Clock, tmp_path: Path
) -> None:
    people = range(2000, 2060)
    telegram = RehearsedTelegram(limits=Limits())
    for person in people:
        telegram.add_person(Account(person, f"Person {person}", language_code="ko" if person % 2 else "en"))
        telegram.says(person, "/start")
    telegram.take_updates()
    now = clock.now()

    db = await Database.open(settings.database_path, load_secret_key(settings.secret_key_file))
    await ensure_owners(db, [HANA], now)
    await approve_demo_appeals(db, now)
    for person in people:
        await subscribe(db, Subscription(person, "ko" if person % 2 else "en", "1", now.date()))
    owner = await find_coordinator(db, HANA)
    assert owner is not None
    broadcast = await plan(db, await find_appeal(db, "DEMO-002"), owner, now)

    def letters() -> list[int]:
        return [sum("Tumen" in m.text or "투먼" in m.text for m in telegram.chat(person)) for person in people]

    async with serving(telegram) as url:
        (tmp_path / ".env").write_text(
            f"CLARION_BOT_TOKEN={telegram.token}\nCLARION_BOT_API_URL={url}\n"
            "CLARION_PRIVACY_CONTACT=us@example.org\n"
            f"CLARION_DATABASE_URL={settings.database_url}\nCLARION_SECRET_KEY_FILE={settings.secret_key_file}\n"
        )
        killed = 0
        while killed < 2:
            program = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", cwd=tmp_path)
            before = sum(letters())
            await until(lambda already=before: sum(letters()) > already + 10)  # type: ignore[misc]
            program.kill()
            await program.wait()
            killed += 1
        program = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", cwd=tmp_path)
        await until(lambda: all(letters()))
        await asyncio.sleep(0.2)
        program.terminate()
        assert await program.wait() == 0

    seen = await progress(db, broadcast)
    assert seen.by_state == {"sent": len(people)}
    assert sum(letters()) - len(people) <= seen.in_doubt <= 20 * killed
    await db.close()


def data_of(person: Person) -> str:
    """The data of every button that the person sees, in one string."""
    return " ".join(button.callback_data or "" for message in person.chat for button in message.buttons)
