"""News with the process killed at every await: nobody has it twice, and whoever may have missed it is in the report."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import close_due, find_appeal
from storage.errors import NoSuchNews
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.planning import Plan
from storage.people.coordinators import find_coordinator
from storage.people.followers import Following, follow
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Bill, Impact, Outcome
from storage.timeline.news import NewNews, NewsKind, approve_news, write_news
from tests.conftest import WRITER
from tests.sending.killing import PEOPLE, Story, check_people, killed_everywhere
from tests.sending.offices import database_of, have_accounts, owner_of, send, sends_to_the_end, subscribers
from tests.sending.repeatable import run

if TYPE_CHECKING:
    from pathlib import Path

    from storage.timeline.kinds import Content
    from tests.people import House
    from tests.sending.offices import Office

pytestmark = pytest.mark.usefixtures("small_numbers")

CODE = "DEMO-002"
TEXT = "All nine are with their families."
SIGNERS, FOLLOWERS = PEOPLE[:8], PEOPLE[5:]  # three of them are both
OUTCOME = Outcome(summary="They were released.", source="Press", impact=Impact.STRONG_POSITIVE)


async def it_is_over_and_news_waits(house: House) -> None:
    db, now = database_of(house), house.clock.now()
    have_accounts(house.telegram, PEOPLE)
    await send(house, CODE, Plan(Wanted(languages=frozenset({"ko"}))))  # to nobody, but it is published
    await sends_to_the_end(house)
    consents = frozenset({Purpose.KEEP, Purpose.UPDATES})
    version = (await find_appeal(db, CODE)).version
    for person in SIGNERS:
        await sign(db, Signing(CODE, version, person, "A. B.", "KR", consents, "1", "en", now, now.date()))
    for person in FOLLOWERS:
        await follow(db, Following(CODE, person, "en", "1", now.date()))
    house.clock.turn(days=90)
    await close_due(db, house.clock.now())
    await news_waits(house, NewsKind.OUTCOME, OUTCOME, Subject(CODE))


async def a_bill_moves_on(house: House) -> None:
    await subscribers(house, PEOPLE)
    bill = Bill(title="Act on forced returns", chamber="National Assembly")
    await news_waits(house, NewsKind.BILL, bill, Subject(office="assembly"))


async def news_waits(house: House, kind: NewsKind, content: Content, about: Subject) -> None:
    db, now = database_of(house), house.clock.now()
    writer = await find_coordinator(db, WRITER)
    assert writer is not None
    stage = "plenary" if kind is NewsKind.BILL else None
    entry = await add_entry(db, NewEntry(about, content, "2027-02-20", stage), writer, now)
    await write_news(db, NewNews(kind, about.appeal, {"en": TEXT}, entry), writer, now)


async def approve(house: House) -> None:
    """Press the button; it may have been pressed before."""
    with suppress(NoSuchNews):
        await approve_news(database_of(house), 1, await owner_of(house), house.clock.now(), alone=False)


def test_while_news_of_an_appeal_that_has_closed_is_approved_and_sent(office: Office, tmp_path: Path) -> None:
    for found in run(
        killed_everywhere(office, Story(it_is_over_and_news_waits, approve, TEXT, sent_again=False), tmp_path)
    ):
        check_people(found, sent_again=False)
        assert set(found.fates) == set(PEOPLE)
        assert {len(theirs) for theirs in found.fates.values()} == {1}


def test_while_the_next_stage_of_a_bill_is_told(office: Office, tmp_path: Path) -> None:
    for found in run(killed_everywhere(office, Story(a_bill_moves_on, approve, TEXT, sent_again=False), tmp_path)):
        check_people(found, sent_again=False)
        assert {len(theirs) for theirs in found.fates.values()} == {1}
