"""Reminders and letters that ask signers again, with the process killed at every await: nobody twice, nobody missed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.errors import NoSuchAppeal, WrongState
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.planning import Plan
from storage.letters.broadcasts.reminders import plan_due_reminders
from storage.people.coordinators import find_coordinator
from storage.petitions.openings import opened
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.conftest import WRITER
from tests.sending.killing import PEOPLE, Story, check_people, killed_everywhere
from tests.sending.offices import database_of, have_accounts, owner_of, send, sends_to_the_end, subscribers
from tests.sending.repeatable import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.people import House
    from tests.sending.offices import Office

pytestmark = pytest.mark.usefixtures("small_numbers")

CODE = "DEMO-002"
STRANGERS = range(4001, 4013)  # subscribers who have not opened it
TO_NOBODY = Plan(Wanted(languages=frozenset({"ko"})))
REMINDER = "Reminder: this closes soon"
ASKING = "The text that you signed has changed"
NOTE = {"en": "We ask for a telephone call as well.", "ko": "전화 통화도 요구합니다."}


async def publish(house: House) -> None:
    await send(house, CODE, TO_NOBODY)
    await sends_to_the_end(house)


async def they_open_it(house: House) -> None:
    for one, other in zip(PEOPLE, STRANGERS, strict=True):
        await subscribers(house, (one, other))
    await publish(house)
    for person in PEOPLE:
        await opened(database_of(house), CODE, person)
    house.clock.turn(days=2, hours=20)  # the last day has begun


async def the_clock_reminds(house: House) -> None:
    await plan_due_reminders(database_of(house), house.clock.now())


async def they_sign(house: House) -> None:
    db, now = database_of(house), house.clock.now()
    have_accounts(house.telegram, PEOPLE)
    await publish(house)
    consents = frozenset({Purpose.KEEP, Purpose.UPDATES})
    for person in PEOPLE:
        await sign(
            db, Signing(CODE, await _version(house), person, "A. B.", "KR", consents, "1", "en", now, now.date())
        )
    await approve_other_demands(house)


async def approve_other_demands(house: House) -> None:
    db, now = database_of(house), house.clock.now()
    writer, reviewer = [await find_coordinator(db, person) for person in (WRITER, WRITER + 1)]
    assert writer is not None
    assert reviewer is not None
    appeal = (await find_appeal(db, CODE)).appeal
    asked, *others = appeal.addressees
    demands = {language: (*said, NOTE[language]) for language, said in asked.demands.items()}
    changed = (asked.model_copy(update={"demands": demands}), *others)
    number = await add_draft(db, appeal.model_copy(update={"change_note": NOTE, "addressees": changed}), writer, now)
    await submit(db, CODE, number, writer, now)
    await approve(db, CODE, number, reviewer, now, needed=1)


async def correct(house: House) -> None:
    """Press the button; it may have been pressed before."""
    with suppress(NoSuchAppeal, WrongState):
        await plan_correction(database_of(house), CODE, 2, await owner_of(house), house.clock.now())


async def _version(house: House) -> int:
    return (await find_appeal(database_of(house), CODE)).version


def test_while_reminders_are_planned_and_sent(office: Office, tmp_path: Path) -> None:
    for found in run(killed_everywhere(office, Story(they_open_it, the_clock_reminds, REMINDER), tmp_path)):
        check_people(found, sent_again=True)
        assert not found.people(lambda one: one.state == "skipped")
        assert set(found.fates) == set(PEOPLE)


def test_while_signers_are_asked_again(office: Office, tmp_path: Path) -> None:
    for found in run(killed_everywhere(office, Story(they_sign, correct, ASKING), tmp_path)):
        check_people(found, sent_again=True)


def test_while_reminders_go_out_and_the_text_is_corrected(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await they_open_it(house)
        await approve_other_demands(house)

    for found in run(killed_everywhere(office, Story(before, the_clock_reminds, REMINDER, correct), tmp_path)):
        doubtful = found.people(lambda one: one.in_doubt)
        assert min(found.copies.values()) == 1
        assert {person for person, count in found.copies.items() if count > 1} <= doubtful
