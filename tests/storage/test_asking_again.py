"""Asking again: each signer who wants updates has one letter when what they signed is not what is asked any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import close_due, find_appeal
from storage.letters.broadcasts import asking_again
from storage.letters.broadcasts.audience import Group, Wanted
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.planning import Plan, latest_broadcasts, plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import Letter, lease
from storage.letters.outbox.outcomes import Sent
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.following import followed
from storage.letters.reports.progress import progress
from storage.people.own_data import forget, own_data
from storage.people.quiet_hours import QuietHours, set_quiet_hours
from storage.people.subscribers import stop
from storage.petitions.signatures.records import Purpose
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.test_corrections import approve_correction, settle_letters
from tests.storage.test_signatures import signing

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
AMINA, SUJIN, JUNHO, DAVID = 11, 12, 13, 14
UPDATES = frozenset({Purpose.KEEP, Purpose.HAND_OVER, Purpose.UPDATES})


@pytest.fixture(autouse=True)
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """DEMO-002, sent to nobody and signed by four, of whom three want updates."""
    await plan(db, urgent, owner, NOW)
    for person in (AMINA, SUJIN, JUNHO):
        await sign(db, replace(signing(person), consents=UPDATES))
    await sign(db, signing(DAVID))
    return urgent


async def correct(db: Database, owner: Coordinator, colleague: Coordinator, **parts: object) -> int:
    number = await approve_correction(db, owner, colleague, **parts)
    return await plan_correction(db, CODE, number, owner, NOW)


async def ask_for(db: Database, owner: Coordinator, colleague: Coordinator, *demands: str) -> int:
    """Send a correction that asks the first addressee for something else; return what asks signers again."""
    addressees = [one.model_dump() for one in (await find_appeal(db, CODE)).appeal.addressees]
    addressees[0]["demands"] = dict.fromkeys(addressees[0]["office"], demands)
    await correct(db, owner, colleague, addressees=addressees)
    return await asking(db)


async def asking(db: Database) -> int:
    """Write all letters, and return the newest broadcast that asks signers again; 0 if there is none."""
    while unwritten := await unwritten_broadcasts(db):
        for broadcast in unwritten:
            await write_next(db, broadcast, NOW)
    found = [one for one in await latest_broadcasts(db) if (await progress(db, one)).kind == "asking_again"]
    return max(found, default=0)


async def leased(db: Database) -> tuple[Letter, ...]:
    running = await next_running(db, NOW)
    return await lease(db, running, 10, NOW) if running else ()


async def all_sent(db: Database) -> list[Letter]:
    found: list[Letter] = []
    while letters := await leased(db):
        await settle(db, [Settled(letter, Sent(1000 + letter.id)) for letter in letters], NOW)
        found += letters
    return found


async def skipped(db: Database, broadcast: int) -> dict[str, int]:
    return dict((await progress(db, broadcast)).skipped)


async def test_signers_who_want_updates_are_asked_once_each(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    broadcast = await ask_for(db, owner, colleague, "Let them call home.")

    letters = await all_sent(db)
    current = (await find_appeal(db, CODE)).version
    assert [(one.broadcast, one.chat, one.items) for one in letters] == [
        (broadcast, person, (current, current)) for person in (AMINA, SUJIN, JUNHO)
    ]
    assert broadcast in {one.broadcast for one in await followed(db)}


async def test_a_correction_that_asks_for_the_same_asks_nobody(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await correct(db, owner, colleague, goal=99)

    assert await asking(db) == 0


async def test_where_nobody_signed_nobody_is_asked(db: Database, owner: Coordinator, colleague: Coordinator) -> None:
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM consent")
        await tx.execute("DELETE FROM signature")
        await tx.execute("UPDATE appeal SET signed = 0")

    assert await ask_for(db, owner, colleague, "Let them call home.") == 0


async def test_signatures_are_looked_at_in_slices_each_once(
    db: Database, owner: Coordinator, colleague: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_again, "SLICE", 3)
    for person in range(20, 30):
        await sign(db, replace(signing(person), consents=UPDATES))

    broadcast = await ask_for(db, owner, colleague, "Let them call home.")
    assert (await progress(db, broadcast)).letters == 13
    assert [letter.chat for letter in await all_sent(db)] == [AMINA, SUJIN, JUNHO, *range(20, 30)]


async def test_who_signs_the_new_text_withdraws_stops_or_is_forgotten_meanwhile_is_not_asked(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await sign(db, replace(signing(15), consents=UPDATES))
    broadcast = await ask_for(db, owner, colleague, "Let them call home.")
    version = (await find_appeal(db, CODE)).version
    await change(db, replace(signing(AMINA, version), consents=UPDATES))
    await withdraw(db, CODE, SUJIN)
    await stop(db, JUNHO)
    await forget(db, 15)

    assert await leased(db) == ()
    assert await skipped(db, broadcast) == {"signed": 1, "not_wanted": 2, "forgotten": 1}


async def test_the_same_demands_in_a_later_version_are_not_asked_for_again(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    first = await ask_for(db, owner, colleague, "Let them call home.")
    second = (await find_appeal(db, CODE)).version
    await change(db, replace(signing(AMINA, second), consents=UPDATES))
    await correct(db, owner, colleague, goal=99)

    assert await asking(db) == first
    letters = [letter for letter in await all_sent(db) if letter.broadcast == first]
    third = (await find_appeal(db, CODE)).version
    assert [(one.chat, one.items) for one in letters] == [(SUJIN, (third, second)), (JUNHO, (third, second))]
    assert await skipped(db, first) == {"signed": 1}


async def test_another_change_before_all_were_asked_asks_each_once_for_the_newest(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    first = await ask_for(db, owner, colleague, "Let them call home.")
    second = await ask_for(db, owner, colleague, "Let them go.")
    while await skip_needless(db, NOW):
        pass

    assert (await progress(db, first)).state == "cancelled"
    assert await skipped(db, first) == {"corrected": 3}
    assert [(letter.broadcast, letter.chat) for letter in await all_sent(db)] == [
        (second, person) for person in (AMINA, SUJIN, JUNHO)
    ]


async def test_a_change_back_asks_only_those_who_signed_what_was_asked_in_between(
    db: Database, owner: Coordinator, colleague: Coordinator, petition: StoredAppeal
) -> None:
    await ask_for(db, owner, colleague, "Let them call home.")
    await all_sent(db)
    version = (await find_appeal(db, CODE)).version
    await change(db, replace(signing(SUJIN, version), consents=UPDATES))
    await correct(db, owner, colleague, addressees=[one.model_dump() for one in petition.appeal.addressees])

    broadcast = await asking(db)
    assert [letter.chat for letter in await all_sent(db) if letter.broadcast == broadcast] == [SUJIN]


async def test_who_has_the_letter_as_a_signer_gets_its_correction_and_is_asked(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await plan(db, await find_appeal(db, CODE), owner, NOW, Plan(Wanted(Group.SIGNERS, of=CODE)))
    await settle_letters(db)
    await ask_for(db, owner, colleague, "Let them call home.")

    letters = await all_sent(db)
    assert sorted((letter.chat, letter.kind) for letter in letters) == sorted(
        (person, kind) for person in (AMINA, SUJIN, JUNHO) for kind in ("asking_again", "correction")
    )


async def test_a_signer_who_subscribes_is_asked_after_their_quiet_hours_and_once(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, AMINA)
    await set_quiet_hours(db, AMINA, QuietHours(NOW.hour, NOW.hour + 2, "UTC", wake=False))
    broadcast = await ask_for(db, owner, colleague, "Let them call home.")

    assert [letter.chat for letter in await leased(db)] == [SUJIN, JUNHO]
    await subscribe_people(db, AMINA)  # what waits becomes the subscriber's
    assert (await progress(db, broadcast)).by_state == {"pending": 1, "sending": 2}


async def test_the_close_ends_it(
    db: Database, owner: Coordinator, colleague: Coordinator, petition: StoredAppeal
) -> None:
    broadcast = await ask_for(db, owner, colleague, "Let them call home.")
    await close_due(db, petition.appeal.deadline)
    await skip_needless(db, NOW)

    assert await skipped(db, broadcast) == {"closed": 3}


async def test_a_recall_takes_back_what_asked_signers_again(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await ask_for(db, owner, colleague, "Let them call home.")
    asked = await all_sent(db)
    recall = await plan_recall(db, CODE, owner, NOW)

    taken_back = await all_sent(db)
    assert [(one.broadcast, one.chat, one.earlier) for one in taken_back] == [
        (recall, letter.chat, 1000 + letter.id) for letter in asked
    ]


async def test_a_signer_sees_in_their_own_data_that_they_were_asked(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await ask_for(db, owner, colleague, "Let them call home.")
    await all_sent(db)

    assert (await own_data(db, AMINA))["letters"] == [{"appeal": CODE, "version": 2, "state": "sent"}]
