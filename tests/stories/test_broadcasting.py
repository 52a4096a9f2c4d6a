"""An appeal on its way to many telephones while everything that can go wrong does."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from typing import TYPE_CHECKING

from bot.rehearsal import faults
from bot.rehearsal.faults import Dropped, Rule
from bot.rehearsal.telegram import Person as Account
from storage.letters.broadcasts.planning import latest_broadcasts
from storage.letters.reports.progress import progress
from storage.people.subscribers import Subscription, find_subscriber, subscribe

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

PEOPLE = range(3000, 3040)
BLOCKED, DEACTIVATED = PEOPLE[3], PEOPLE[5]


async def settle_in(house: House, db: Database) -> None:
    for person in PEOPLE:
        house.telegram.add_person(Account(person, f"Person {person}", language_code="ko" if person % 2 else "en"))
        house.telegram.says(person, "/start")
        await subscribe(db, Subscription(person, "ko" if person % 2 else "en", "1", house.clock.now().date()))
    house.telegram.take_updates()


def letters_of(house: House, person: int) -> list[str]:
    return [message.text for message in house.telegram.chat(person) if "DEMO-002" in message.text]


async def test_under_every_fault_nobody_is_missed_and_every_letter_is_accounted_for(
    clarion: House, db: Database, hana: Person, appeals: dict[str, Appeal]
) -> None:
    await settle_in(clarion, db)
    clarion.telegram.blocks(BLOCKED)
    clarion.telegram.deletes_account(DEACTIVATED)
    clarion.telegram.take_updates()
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    clarion.telegram.faults.dice = random.Random(7)  # noqa: S311  # a game's dice
    for fault in (faults.server_error(502), Dropped(delivered=False), Dropped(delivered=True)):
        clarion.telegram.faults.add(Rule(fault, method="sendMessage", chance=0.1))
    clarion.telegram.faults.add(Rule(faults.flood(1), method="sendMessage", times=2, chance=0.1))

    for _ in range(30):
        await clarion.sends_all_letters()
        clarion.clock.turn(seconds=10)
    clarion.telegram.faults.clear()
    await clarion.sends_all_letters()

    (broadcast,) = await latest_broadcasts(db)
    seen = await progress(db, broadcast)
    assert seen.state == "done"
    assert sum(seen.by_state.values()) == seen.letters == len(PEOPLE)
    assert (seen.by_state["blocked"], seen.by_state["gone"]) == (1, 1)
    reached = [person for person in PEOPLE if letters_of(clarion, person)]
    assert set(PEOPLE) - set(reached) == {BLOCKED, DEACTIVATED}
    twice = sum(len(letters_of(clarion, person)) - 1 for person in reached)
    assert twice <= seen.in_doubt
    assert "DEMO-002 has been sent" in hana.sees
    states = [found.state for person in (BLOCKED, DEACTIVATED) if (found := await find_subscriber(db, person))]
    assert states == ["blocked", "gone"]


async def test_everybody_reads_their_own_language_and_has_the_three_buttons(
    clarion: House, db: Database, hana: Person, appeals: dict[str, Appeal]
) -> None:
    await settle_in(clarion, db)
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    await clarion.sends_all_letters()

    english, korean = (clarion.telegram.chat(person)[-1] for person in PEOPLE[:2])
    assert "Nine people held at Tumen" in english.text
    assert "투먼에 붙잡힌 아홉 명" in korean.text
    assert [button.text for button in english.buttons][:3] == ["Sign", "Share", "More"]
    assert [button.text for button in korean.buttons][:3] == ["서명하기", "공유하기", "자세히 보기"]


async def test_while_letters_wait_for_telegram_a_person_is_answered_at_once(
    clarion: House, db: Database, hana: Person, amina: Person, appeals: dict[str, Appeal]
) -> None:
    await settle_in(clarion, db)
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    clarion.telegram.faults.add(Rule(faults.flood(3600), method="sendMessage", times=1))
    sending = asyncio.create_task(clarion.sends_all_letters())
    await asyncio.sleep(0.2)

    await asyncio.wait_for(amina.sends("/help"), 5)

    assert "/tip" in amina.sees
    assert not sending.done()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)


async def test_who_is_asked_to_slow_down_waits_and_answers_all_the_same(clarion: House, amina: Person) -> None:
    clarion.telegram.faults.add(Rule(faults.flood(1), method="sendMessage", times=2))

    await amina.sends("/help")

    assert "/tip" in amina.sees


async def test_a_database_that_is_busy_when_sending_begins_holds_letters_up_and_loses_none(
    clarion: House, db: Database, hana: Person, amina: Person, appeals: dict[str, Appeal], tmp_path: Path
) -> None:
    await amina.sends("/start")
    await amina.presses("subscribe:yes")
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    await db._writer.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(tmp_path / "clarion.db")
    other.execute("BEGIN IMMEDIATE")
    sending = asyncio.create_task(clarion.clarion.sender.run())
    await asyncio.sleep(0.2)
    assert not sending.done()

    other.rollback()
    other.close()
    async with asyncio.timeout(20):
        while not letters_of(clarion, amina.id):
            await asyncio.sleep(0.05)
    clarion.clarion.sender.stop()
    await sending


async def test_a_fault_before_the_handlers_is_told_once_and_nothing_runs_on_it(
    clarion: House, db: Database, amina: Person
) -> None:
    async with db.transaction() as tx:
        await tx.execute("ALTER TABLE chosen_language RENAME TO mislaid")

    await amina.sends("/start")

    assert amina.sees.count("Something went wrong") == 1
    assert "Subscribe" not in amina.sees


async def test_a_handler_that_fails_gives_a_reference_number_and_logs_no_value(
    clarion: House, db: Database, amina: Person, caplog: pytest.LogCaptureFixture
) -> None:
    async with db.transaction() as tx:
        await tx.execute("ALTER TABLE subscriber RENAME TO mislaid")

    await amina.sends("/settings")

    reference = amina.last.text.rpartition(": ")[2].split()[-1].strip(".")
    assert len(reference) == 8
    assert reference in caplog.text
    assert "OperationalError" in caplog.text
    assert "no such table" not in caplog.text
    assert str(amina.id) not in caplog.text
    async with db.transaction() as tx:
        await tx.execute("ALTER TABLE mislaid RENAME TO subscriber")


async def test_letters_that_wait_past_the_deadline_never_go_out(
    clarion: House, db: Database, hana: Person, appeals: dict[str, Appeal]
) -> None:
    await settle_in(clarion, db)
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    clarion.clock.turn(days=30)
    await clarion.sends_all_letters()

    assert not any(letters_of(clarion, person) for person in PEOPLE)
    (broadcast,) = await latest_broadcasts(db)
    seen = await progress(db, broadcast)
    assert (seen.state, seen.by_state, seen.skipped) == ("done", {"skipped": len(PEOPLE)}, {"closed": len(PEOPLE)})
    assert f"the appeal had closed before their turn: {len(PEOPLE)}" in hana.sees
    assert "erased their data" not in hana.sees


async def test_who_stopped_before_their_turn_and_came_back_gets_it_with_the_next_sending(
    clarion: House, hana: Person, amina: Person, appeals: dict[str, Appeal]
) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    await amina.sends("/stop")
    await clarion.sends_all_letters()
    assert not letters_of(clarion, amina.id)
    await amina.sends("/subscribe")
    await amina.presses("subscribe:yes")

    await hana.sends("/send DEMO-002")
    await hana.presses("Send now to 1")
    await clarion.sends_all_letters()

    assert len(letters_of(clarion, amina.id)) == 1
    await hana.sends("/send DEMO-002")
    assert "has been sent to everyone who asked" in hana.last.text
