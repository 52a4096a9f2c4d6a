"""A petition counted anew: what was planted behind the program's back is found, each kind by its own check."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import NoSuchAppeal
from storage.people.own_data import forget
from storage.petitions.batches.counts import add_count_batch
from storage.petitions.batches.records import Sheets
from storage.petitions.batches.voiding import void_batch
from storage.petitions.counting.recount_record import (
    Alarm,
    LastRecount,
    last_recount,
    note_recount,
    note_told,
    untold_alarm,
)
from storage.petitions.counting.recounting import Check, Difference, recount, recount_all
from storage.petitions.counting.tally import total_signatures
from storage.petitions.log.entries import Deed
from storage.petitions.log.ledger import issue_head
from storage.petitions.signatures.entering import enter
from storage.petitions.signatures.records import Channel
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import put_back, take_out, withdraw
from storage.retention import erase_signers
from tests.storage.conftest import NOW
from tests.storage.petitions.rows import rows_of
from tests.storage.test_signatures import CODE, petition, signing

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.signatures.records import Signing

__all__ = ["petition"]

PEOPLE, NAMES, SHEETS = 12, 3, 250
MANY = 640
ENTRIES = PEOPLE + 3 + NAMES + 5 + 2 + 3  # of `busy`


def on_paper(line: int) -> Signing:
    return replace(signing(line, country="JP"), person=None, channel=Channel.PAPER)


async def add_sheets(db: Database, petition: StoredAppeal, owner: Coordinator, signatures: int = SHEETS) -> int:
    """Enter sheets that were only counted, and return their row."""
    sheets = Sheets(Channel.PAPER, NOW.date(), None)
    return (await add_count_batch(db, petition, sheets, signatures, token_hex(4), owner, NOW)).id


async def erase_names(db: Database) -> int:
    """Erase the names whose time is over."""
    return await erase_signers(db, NOW + timedelta(days=200), timedelta(days=30))


@pytest.fixture
async def busy(db: Database, petition: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """A petition in which everything has happened that may."""
    countries = ("KR", "JP", "ZZ")
    for person in range(PEOPLE):
        source = "c-abc" if person % 2 else None
        await sign(db, replace(signing(person, country=countries[person % 3]), source=source))
    await change(db, replace(signing(0, country="TH"), language="ko"))
    await withdraw(db, CODE, 1)
    await forget(db, 2)
    await issue_head(db, CODE, NOW)
    async with db.transaction() as tx:
        await enter(tx, db, [on_paper(line) for line in range(NAMES)])
        held, _ = await enter(tx, db, [signing(person) for person in (50, 51)], suspect={0, 1})
        await tx.execute("UPDATE signature SET state = 'valid' WHERE id = :id", {"id": held["id"]})
        await put_back(tx, db, await rows_of(tx, [held["id"]]))
        taken = await tx.all("SELECT * FROM signature WHERE serial IN (4, 5)")
        await take_out(tx, db, taken, Deed.INVALIDATED)
        await tx.execute("UPDATE signature SET state = 'invalidated' WHERE serial IN (4, 5)")
    await add_sheets(db, petition, owner)
    await void_batch(db, CODE, await add_sheets(db, petition, owner, 40), "twice", owner, NOW)
    await issue_head(db, CODE, NOW)
    return petition


async def differences(db: Database) -> dict[Check, Difference]:
    found = (await recount(db, CODE)).differences
    return {one.check: one for one in found}


async def plant(db: Database, *statements: str) -> None:
    async with db.transaction() as tx:
        for deed in ("update", "delete"):
            await tx.execute(f"DROP TRIGGER IF EXISTS log_leaf_refuses_{deed}")
        for statement in statements:
            await tx.execute(statement)


async def test_whatever_has_happened_everything_agrees(db: Database, busy: StoredAppeal) -> None:
    counted = await recount(db, CODE)

    total = await total_signatures(db, CODE)
    assert (counted.total, counted.differences) == (total.all, ())
    assert (total.online, total.on_paper) == (PEOPLE - 4 + 1, NAMES + SHEETS)
    assert counted.entries == ENTRIES


async def test_names_that_went_at_their_time_still_count(db: Database, busy: StoredAppeal) -> None:
    assert await erase_names(db)
    total = (await total_signatures(db, CODE)).all

    counted = await recount(db, CODE)

    assert (counted.total, counted.differences) == (total, ())


@pytest.mark.parametrize(
    ("what", "statement", "expected"),
    [
        (
            "a count made higher",
            "UPDATE tally SET valid = valid + 7 WHERE dimension = 'day' AND channel = 'telegram'",
            [Difference(Check.TOTALS, ("telegram", "day"), 9, 16)],
        ),
        (
            "signatures said to come from elsewhere",
            "UPDATE tally SET value = 'FR' WHERE dimension = 'country' AND value = 'TH'",
            [Difference(Check.PLACES, ("telegram", "country"), 9, 8)],
        ),
        (
            "a channel that nobody used",
            "INSERT INTO tally VALUES ('DEMO-002', 'fax', 'country', 'KR', 5)",
            [Difference(Check.TOTALS, ("fax", "country"), 0, 5)],
        ),
        (
            "a place below nothing, hidden by another",
            """
            INSERT INTO tally VALUES ('DEMO-002', 'telegram', 'language', 'fr', -2),
                ('DEMO-002', 'telegram', 'language', 'de', 2)
            """,
            [Difference(Check.PLACES, ("telegram", "language"), 9, 7)],
        ),
        (
            "sheets made thicker",
            "UPDATE batch SET signatures = 950 WHERE state = 'counted'",
            [
                *(Difference(Check.TOTALS, ("paper", by), 953, 253) for by in ("country", "language", "source", "day")),
                Difference(Check.LOG, ("paper",), 953, 253),
            ],
        ),
        (
            "a signature that lost its row",
            "DELETE FROM signature WHERE serial = 8",
            [
                *(Difference(Check.TOTALS, ("telegram", by), 8, 9) for by in ("country", "language", "source", "day")),
                Difference(Check.LOG, ("telegram",), 8, 9),
            ],
        ),
        (
            "an invalid one that was made valid",
            "UPDATE signature SET state = 'valid' WHERE serial = 4",
            [
                *(Difference(Check.TOTALS, ("telegram", by), 10, 9) for by in ("country", "language", "source", "day")),
                Difference(Check.LOG, ("telegram",), 10, 9),
                Difference(Check.LEAVES, (), 16, 15),
            ],
        ),
        (
            "a row that leans on the entry of another",
            "UPDATE signature SET leaf = (SELECT leaf FROM signature WHERE serial = 7) WHERE serial = 6",
            [Difference(Check.LEAVES, (), 16, 15)],
        ),
        (
            "a withdrawn one and a valid one that changed places",
            "UPDATE signature SET leaf = CASE serial WHEN 2 THEN 5 ELSE 1 END WHERE serial IN (2, 6)",
            [Difference(Check.LEAVES, (), 16, 14)],
        ),
        (
            "a country that was written over",
            "UPDATE signature SET country = (SELECT name FROM signature WHERE serial = 7) WHERE serial = 7",
            [Difference(Check.PLACES, ("telegram", "country"), 9, 8)],
        ),
        (
            "a petition that says that its log is longer",
            "UPDATE appeal SET leaves = leaves + 2 WHERE code = 'DEMO-002'",
            [Difference(Check.LENGTH, (), ENTRIES + 2, ENTRIES)],
        ),
    ],
)
async def test_what_was_planted_is_found(
    db: Database, busy: StoredAppeal, what: str, statement: str, expected: list[Difference]
) -> None:
    await plant(db, statement)

    assert list((await recount(db, CODE)).differences) == expected, what


async def test_an_entry_that_was_taken_out_of_the_log_is_missed(db: Database, busy: StoredAppeal) -> None:
    await plant(db, "DELETE FROM log_leaf WHERE position = 3")

    assert await differences(db) == {
        Check.LENGTH: Difference(Check.LENGTH, (), ENTRIES, ENTRIES - 1),
        Check.HEADS: Difference(Check.HEADS, (), 2, 0),
        Check.ORDER: Difference(Check.ORDER, (), ENTRIES - 1, 3),
    }


async def test_entries_that_were_cut_off_and_the_petition_with_them_still_do_not_fit_the_head(
    db: Database, busy: StoredAppeal
) -> None:
    await plant(
        db, f"DELETE FROM log_leaf WHERE position >= {ENTRIES - 1}", f"UPDATE appeal SET leaves = {ENTRIES - 1}"
    )

    found = await differences(db)

    assert Check.LENGTH not in found
    assert found[Check.HEADS] == Difference(Check.HEADS, (), 2, 1)
    assert found[Check.LOG] == Difference(Check.LOG, ("paper",), SHEETS + NAMES, SHEETS + NAMES + 40)


async def test_a_commitment_that_was_exchanged_does_not_fit_the_heads_given_out(
    db: Database, busy: StoredAppeal
) -> None:
    await plant(db, f"UPDATE log_leaf SET entry = 'signed telegram {'0' * 64}' WHERE position = 0")

    assert await differences(db) == {Check.HEADS: Difference(Check.HEADS, (), 2, 0)}


async def test_an_entry_that_cannot_follow_stops_the_replay_there(db: Database, busy: StoredAppeal) -> None:
    await plant(db, f"UPDATE log_leaf SET entry = 'withdrawn {ENTRIES}' WHERE position = 0")

    assert (await differences(db))[Check.ORDER] == Difference(Check.ORDER, (), ENTRIES, 0)


async def test_a_head_that_was_changed_after_it_was_signed_is_none_of_ours(db: Database, busy: StoredAppeal) -> None:
    await plant(
        db,
        f"UPDATE log_head SET note = replace(note, 'telegram 9', 'telegram 8') WHERE size = {ENTRIES}",
    )

    assert await differences(db) == {Check.HEADS: Difference(Check.HEADS, (), 2, 1)}


async def test_a_head_that_was_given_out_over_a_wrong_count_is_found(db: Database, busy: StoredAppeal) -> None:
    await sign(db, signing(99))
    await plant(db, "UPDATE tally SET valid = valid + 1 WHERE dimension = 'day' AND channel = 'telegram'")
    await issue_head(db, CODE, NOW)

    assert (await differences(db))[Check.HEADS] == Difference(Check.HEADS, (), 3, 2)


async def test_while_names_are_being_erased_those_that_are_kept_must_still_be_in_their_places(
    db: Database, busy: StoredAppeal
) -> None:
    await plant(
        db, "UPDATE signature SET name = NULL, country = NULL, source = NULL, signed_in = NULL WHERE serial < 8"
    )
    assert await differences(db) == {}
    await plant(db, "UPDATE tally SET value = 'FR' WHERE dimension = 'country' AND value = 'JP'")

    found = await differences(db)

    assert found.keys() == {Check.PLACES}


async def test_once_names_are_gone_their_number_can_still_not_be_changed(db: Database, busy: StoredAppeal) -> None:
    await erase_names(db)
    await plant(db, "UPDATE tally SET valid = valid + 1 WHERE dimension = 'country' AND channel = 'telegram'")

    assert (await differences(db)).keys() == {Check.TOTALS}


async def test_a_difference_names_no_place_and_no_source(db: Database, busy: StoredAppeal) -> None:
    await plant(db, "UPDATE tally SET value = 'FR' WHERE value IN ('TH', 'c-abc', 'ko')")

    found = repr((await recount(db, CODE)).differences)

    assert found.count("Difference") == 3
    assert not any(value in found for value in ("TH", "FR", "c-abc", "'ko'"))


async def test_a_petition_without_signatures_agrees_and_one_that_is_not_there_is_refused(
    db: Database, urgent: StoredAppeal
) -> None:
    assert [(one.code, one.total, one.entries, one.differences) async for one in recount_all(db)] == [(CODE, 0, 0, ())]
    with pytest.raises(NoSuchAppeal):
        await recount(db, "NONE-001")


async def test_who_signs_meanwhile_disturbs_no_recount(db: Database, busy: StoredAppeal) -> None:
    async def people_sign() -> None:
        for person in range(1_000, 1_060):
            await sign(db, signing(person))

    people = asyncio.create_task(people_sign())
    recounts = [await recount(db, CODE) for _ in range(8)]
    await people

    assert [one.differences for one in recounts] == [()] * 8
    assert recounts[0].total < (await recount(db, CODE)).total


async def test_while_a_large_petition_is_counted_the_loop_goes_on(db: Database, petition: StoredAppeal) -> None:
    async with db.transaction() as tx:
        await enter(tx, db, [on_paper(line) for line in range(MANY)])
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(others())
    counted = await recount(db, CODE)
    task.cancel()

    assert (counted.total, counted.differences) == (MANY, ())
    assert turns > 2 * MANY / 64  # rows come in pieces, and others have their turn between them


async def test_the_audit_keeps_when_it_was_counted_and_what_differed(db: Database, busy: StoredAppeal) -> None:
    assert await last_recount(db) is None
    await note_recount(db, [one async for one in recount_all(db)], "0A1B2C3D", NOW)
    assert await last_recount(db) == LastRecount(NOW, petitions=1, differing=0)

    await plant(db, "UPDATE tally SET valid = valid + 7 WHERE dimension = 'day' AND channel = 'telegram'")
    later = NOW + timedelta(days=1)
    await note_recount(db, [one async for one in recount_all(db)], "4E5F6A7B", later)

    assert await last_recount(db) == LastRecount(later, petitions=1, differing=1)
    async with db.reading() as tx:
        row = await tx.only("SELECT subject, detail FROM audit WHERE deed = 'miscount'")
    assert (row["subject"], json.loads(row["detail"])["reference"]) == (CODE, "4E5F6A7B")


async def test_the_alarm_stands_until_somebody_was_told_and_each_night_has_its_own(
    db: Database, busy: StoredAppeal
) -> None:
    assert await untold_alarm(db) is None
    await plant(db, "UPDATE tally SET valid = valid + 7 WHERE dimension = 'day' AND channel = 'telegram'")
    recounts = [one async for one in recount_all(db)]
    await note_recount(db, recounts, "0A1B2C3D", NOW)
    alarm = await untold_alarm(db)
    assert alarm == Alarm("0A1B2C3D", {CODE: recounts[0].differences})

    await note_told(db, alarm, NOW)
    assert await untold_alarm(db) is None
    await note_recount(db, recounts, "4E5F6A7B", NOW + timedelta(days=1))
    later = await untold_alarm(db)
    assert later is not None
    assert later.reference == "4E5F6A7B"


deeds = st.lists(
    st.tuples(st.sampled_from(["sign", "change", "withdraw", "forget", "sheets"]), st.integers(1, 4)), max_size=15
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=deeds)
async def test_whatever_people_do_nothing_differs(
    story: list[tuple[str, int]], db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    for deed, person in story:
        match deed:
            case "sign":
                await sign(db, signing(person))
            case "change" if await withdraw(db, CODE, person):
                await sign(db, signing(person, country="JP"))
                await change(db, signing(person, country="TH"))
            case "withdraw":
                await withdraw(db, CODE, person)
            case "forget":
                await forget(db, person)
            case "sheets":
                await add_sheets(db, petition, owner, person)
    counted = await recount(db, CODE)

    assert counted.differences == ()
    assert counted.total == (await total_signatures(db, CODE)).all
