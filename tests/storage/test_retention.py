"""What was promised to be erased is erased on its day, and not before; totals stay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from storage.appeals.records import close_due, find_appeal
from storage.letters.broadcasts.planning import plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.people.conversations import save_draft, save_step, saved_drafts, saved_steps
from storage.people.own_data import forget, own_data
from storage.petitions.batches.entering import add_name_batch
from storage.petitions.batches.names import ListedName, NameList
from storage.petitions.batches.records import Sheets
from storage.petitions.collecting.volunteering import offer
from storage.petitions.collecting.volunteers import Offer, volunteers_of
from storage.petitions.counting.tally import Dimension, count_by, count_signatures
from storage.petitions.handing_over.handovers import hand_over, outlook
from storage.petitions.invalidations.criteria import Criteria
from storage.petitions.invalidations.proposing import Proposal, invalidations_of, propose
from storage.petitions.invalidations.running import run_invalidations
from storage.petitions.signatures.records import (
    Channel,
    Purpose,
    Signing,
    end_updates,
    find_signature,
    given_consents,
    own_signature,
    signatures_of,
)
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_expired_tips, erase_signers, erase_unfinished
from storage.tips.review.queue import open_tips
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.petitions.agreeing import assert_agrees
from tests.storage.tip_rows import KEPT as TIPS_KEPT
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from datetime import datetime
    from io import StringIO
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator


def readable(folder: Path) -> bytes:
    """What somebody reads who has the database and its log."""
    return b"".join(path.read_bytes() for path in folder.glob("clarion.db*"))


KEPT = timedelta(days=30)
HANDED = frozenset({Purpose.KEEP, Purpose.HAND_OVER})
WITH_UPDATES = HANDED | {Purpose.UPDATES}
PERSONAL = ("name", "country", "city", "email", "comment", "likeness", "source", "salt", "signed_in")
ACCOUNT = ("signer", "chat", "language")


async def signed(db: Database, appeal: StoredAppeal, person: int, consents: frozenset[Purpose] = HANDED) -> None:
    signing = Signing(
        appeal.appeal.code,
        appeal.version,
        person,
        "Amina K.",
        "KR",
        consents,
        "1",
        "en",
        NOW,
        NOW.date(),
        "fb",
        "Go on.",
    )
    await sign(db, signing)


async def rows_of_signatures(db: Database) -> list[dict[str, Any]]:
    async with db.reading() as tx:
        return [dict(row) for row in await tx.all("SELECT * FROM signature ORDER BY serial")]


async def fields_of_signatures(db: Database, *columns: str) -> list[bytes]:
    """What stands in the database for the signers, as its bytes: who has the key could read it, or test a name."""
    rows = await rows_of_signatures(db)
    values = [row[column] for row in rows for column in columns if row[column] is not None]
    return [value if isinstance(value, bytes) else str(value).encode() for value in values]


async def closed_and_handed_over(db: Database, appeal: StoredAppeal, by: Coordinator, *addressees: str) -> datetime:
    """Close the petition, hand it over to each an hour after the one before, and return when the last one was."""
    await close_due(db, appeal.appeal.deadline)
    closed, at = await find_appeal(db, appeal.appeal.code), appeal.appeal.deadline
    for addressee in addressees:
        at += timedelta(hours=1)
        await hand_over(db, closed, addressee, by, at, number=(await outlook(db, closed, addressee)).number)
    return at


async def test_names_go_thirty_days_after_the_last_handover_and_the_count_stays(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    for person in (11, 12, 13):
        await signed(db, urgent, person)
    last = await closed_and_handed_over(db, urgent, owner, "a1", "a2")
    counted = {dimension: await count_by(db, urgent.appeal.code, dimension) for dimension in Dimension}

    assert await erase_signers(db, last + KEPT - timedelta(seconds=1), KEPT) == 0
    assert await erase_signers(db, last + KEPT, KEPT) == 3
    assert await erase_signers(db, last + KEPT, KEPT) == 0

    for row in await rows_of_signatures(db):
        assert {row[column] for column in (*PERSONAL, *ACCOUNT)} == {None}
    assert {dimension: await count_by(db, urgent.appeal.code, dimension) for dimension in Dimension} == counted
    assert (await assert_agrees(db, urgent.appeal.code)).total() == 3
    async with db.reading() as tx:
        assert await tx.all("SELECT * FROM consent") == []


@pytest.mark.parametrize("addressees", [(), ("a1",)])
async def test_names_go_half_a_year_after_the_close_where_an_addressee_was_never_given_them(
    db: Database, urgent: StoredAppeal, owner: Coordinator, addressees: tuple[str, ...]
) -> None:
    code, deadline = urgent.appeal.code, urgent.appeal.deadline
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    await closed_and_handed_over(db, urgent, owner, *addressees)

    assert await erase_signers(db, deadline + NAMES_KEPT_AFTER_CLOSING - timedelta(seconds=1), KEPT) == 0
    assert await own_signature(db, code, 11) is not None
    assert await erase_signers(db, deadline + NAMES_KEPT_AFTER_CLOSING, KEPT) == 1

    assert (await own_data(db, 11))["signatures"] == []
    assert await find_signature(db, code, 11) is None
    assert await signatures_of(db, 11) == ()
    assert not await withdraw(db, code, 11)
    await forget(db, 11)
    assert [(count.country, count.valid) for count in await count_signatures(db, code)] == [("KR", 1)]


async def late_sheets(db: Database, closed: StoredAppeal, by: Coordinator, at: datetime) -> None:
    day = closed.appeal.deadline.date() - timedelta(days=2)
    names = NameList(closed.version, "en", "sheet-1", (ListedName("Late Post", "KR", hand_over=True),))
    await add_name_batch(db, closed, Sheets(Channel.POST, day, None), names, by, at)


async def test_sheets_that_came_after_the_handover_have_as_long_to_be_handed_over_too(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    last = await closed_and_handed_over(db, urgent, owner, "a1", "a2")
    closed = await find_appeal(db, urgent.appeal.code)
    late = last + KEPT - timedelta(hours=1)
    await late_sheets(db, closed, owner, late)

    assert await erase_signers(db, last + KEPT, KEPT) == 0
    assert await erase_signers(db, late + KEPT - timedelta(seconds=1), KEPT) == 0
    again = late + timedelta(days=1)
    assert [(await hand_over(db, closed, to, owner, again, number=2)).listed for to in ("a1", "a2")] == [1, 1]
    assert await erase_signers(db, again + KEPT, KEPT) == 2


async def test_sheets_that_come_again_and_again_keep_the_names_no_longer_than_half_a_year(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    await closed_and_handed_over(db, urgent, owner, "a1", "a2")
    over = urgent.appeal.deadline + NAMES_KEPT_AFTER_CLOSING
    await late_sheets(db, await find_appeal(db, urgent.appeal.code), owner, over - timedelta(days=3))

    assert await erase_signers(db, over - timedelta(seconds=1), KEPT) == 0
    assert await erase_signers(db, over, KEPT) == 2


async def test_under_a_recalled_appeal_the_clock_starts_with_the_recall(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    code = urgent.appeal.code
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    await offer(db, Offer(code, 21, "Sujin Kim", None, "ko", "volunteering-1", NOW.date()))
    recalled = NOW + timedelta(hours=3)
    assert recalled < urgent.appeal.deadline
    await plan_recall(db, code, owner, recalled)
    over = recalled + NAMES_KEPT_AFTER_CLOSING

    assert await erase_signers(db, over - timedelta(seconds=1), KEPT) == 0
    assert await erase_signers(db, over, KEPT) == 1
    assert await volunteers_of(db, code) == ()
    assert {row["name"] for row in await rows_of_signatures(db)} == {None}


async def test_a_recall_after_the_close_keeps_the_names_no_longer(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    last = await closed_and_handed_over(db, urgent, owner, "a1", "a2")
    await plan_recall(db, urgent.appeal.code, owner, last + timedelta(days=1))

    assert await erase_signers(db, last + KEPT, KEPT) == 1


async def test_why_signatures_were_taken_out_goes_with_the_names(
    db: Database, urgent: StoredAppeal, owner: Coordinator, tmp_path: Path
) -> None:
    code, criteria = urgent.appeal.code, Criteria(source="fb", country="KR")
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    reason = "Mina Park signed for others"
    one = await propose(db, Proposal(code, criteria, 1, reason), owner, NOW + timedelta(minutes=1), alone=9)
    await run_invalidations(db, NOW + timedelta(minutes=1))
    assert (one.reason, one.criteria.country) == (reason, "KR")
    assert b"Mina Park" not in readable(tmp_path)
    assert b'"source"' not in readable(tmp_path)

    await erase_signers(db, urgent.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, KEPT)

    (kept,) = await invalidations_of(db, code, 9)
    assert (kept.reason, kept.criteria.country, kept.criteria.source, kept.signatures) == ("", None, "fb", 1)


async def test_a_handover_before_the_close_starts_no_clock(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11)
    for addressee in ("a1", "a2"):
        await hand_over(db, await find_appeal(db, urgent.appeal.code), addressee, owner, NOW, number=1)

    assert await erase_signers(db, urgent.appeal.deadline + KEPT, KEPT) == 0


async def test_who_asked_for_updates_can_be_written_to_until_they_stop(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    code = urgent.appeal.code
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11, WITH_UPDATES)
    over = await closed_and_handed_over(db, urgent, owner, "a1", "a2") + KEPT
    assert await erase_signers(db, over, KEPT) == 1
    assert await erase_signers(db, over, KEPT) == 0

    (row,) = await rows_of_signatures(db)
    assert {row[column] for column in PERSONAL} == {None}
    assert all(row[column] is not None for column in ACCOUNT)
    assert await given_consents(db, code, 11) == {Purpose.UPDATES}
    receipt = await find_signature(db, code, 11)
    assert receipt is not None
    assert not receipt.kept
    assert await withdraw(db, code, 11) is None  # it is final by now

    async with db.transaction() as tx:
        await end_updates(tx, db, 11)
    assert await erase_signers(db, over, KEPT) == 1
    (row,) = await rows_of_signatures(db)
    assert {row[column] for column in ACCOUNT} == {None}
    assert (await assert_agrees(db, code)).total() == 1


async def test_who_is_forgotten_after_the_erasure_stays_counted_as_nobody(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await signed(db, urgent, 11, WITH_UPDATES)
    over = await closed_and_handed_over(db, urgent, owner, "a1", "a2") + KEPT
    await erase_signers(db, over, KEPT)

    await forget(db, 11)

    (row,) = await rows_of_signatures(db)
    assert {row[column] for column in (*PERSONAL, *ACCOUNT)} == {None}
    assert (await assert_agrees(db, urgent.appeal.code)).total() == 1


async def test_more_names_than_are_erased_at_once_all_go(
    db: Database, urgent: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.retention.SLICE", 2)
    await plan(db, urgent, owner, NOW)
    for person in range(11, 16):
        await signed(db, urgent, person, WITH_UPDATES if person % 2 else HANDED)

    assert await erase_signers(db, urgent.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, KEPT) == 5

    assert {row["name"] for row in await rows_of_signatures(db)} == {None}


async def test_who_collected_goes_with_the_names(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    await plan(db, urgent, owner, NOW)
    await offer(db, Offer(urgent.appeal.code, 21, "Sujin Kim", None, "ko", "volunteering-1", NOW.date()))
    over = urgent.appeal.deadline + NAMES_KEPT_AFTER_CLOSING

    await erase_signers(db, over - timedelta(seconds=1), KEPT)
    assert len(await volunteers_of(db, urgent.appeal.code)) == 1
    await erase_signers(db, over, KEPT)
    assert await volunteers_of(db, urgent.appeal.code) == ()


@pytest.mark.parametrize("end", ["time", "forget", "withdraw"])
async def test_of_who_signed_no_byte_is_left_in_the_file_its_log_or_ours(
    db: Database, urgent: StoredAppeal, owner: Coordinator, tmp_path: Path, log: StringIO, end: str
) -> None:
    await plan(db, urgent, owner, NOW)
    for person in (11, 12):
        await signed(db, urgent, person, WITH_UPDATES if person == 12 else HANDED)
    columns = ("name", "country", "comment", "salt", "likeness", *(("signer",) if end == "forget" else ()))
    fields = await fields_of_signatures(db, *columns)
    assert len(fields) == 2 * len(columns)
    assert all(field in readable(tmp_path) for field in fields)

    for person in (11, 12):
        match end:
            case "time":
                await erase_signers(db, urgent.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, KEPT)
            case "forget":
                await forget(db, person)
            case "withdraw":
                await withdraw(db, urgent.appeal.code, person)
    assert await db.fold_log()

    left = readable(tmp_path)
    assert [field for field in (*fields, b"Amina K.", b"Go on.") if field in left] == []
    assert "Amina" not in log.getvalue()


async def test_a_tip_is_erased_on_the_day_its_time_is_over(db: Database) -> None:
    await keep_tip(db, NOW)

    assert await erase_expired_tips(db, NOW.date() + TIPS_KEPT - timedelta(days=1)) == 0
    assert await erase_expired_tips(db, NOW.date() + TIPS_KEPT) == 1
    assert await open_tips(db) == ()


async def test_of_an_erased_signature_nothing_is_left_that_an_account_could_be_tested_against(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    code, over = urgent.appeal.code, urgent.appeal.deadline + NAMES_KEPT_AFTER_CLOSING
    await plan(db, urgent, owner, NOW)
    for person in (11, 12):
        await sign(
            db,
            Signing(
                code, urgent.version, person, "Amina K.", "KR", frozenset({Purpose.KEEP}), "1", "en", NOW, NOW.date()
            ),
        )
    await withdraw(db, code, 12)

    assert await erase_signers(db, over, KEPT) == 2
    assert await erase_signers(db, over, KEPT) == 0

    async with db.reading() as tx:
        rows = [dict(row) for row in await tx.all("SELECT * FROM signature ORDER BY serial")]
    for number, row in enumerate(rows, start=1):
        assert (row["serial"], row["channel"]) == (number, "telegram")
        assert row["signed_at"] == int(NOW.replace(hour=0, minute=0).timestamp())
        assert {row[name] for name in ("signer", "name", "country", "chat", "source", "language")} == {None}


async def test_an_erased_tip_can_be_read_neither_in_the_file_nor_in_its_log(db: Database, tmp_path: Path) -> None:
    sealed = b"a sealed tip of no more than a page " * 40
    await keep_tip(db, NOW, sealed=sealed)
    assert sealed[:100] in readable(tmp_path)

    await erase_expired_tips(db, NOW.date() + TIPS_KEPT)
    assert await db.fold_log()

    assert b"sealed tip" not in readable(tmp_path)


async def test_a_forgotten_person_can_be_read_neither_in_the_file_nor_in_its_log(db: Database, tmp_path: Path) -> None:
    await subscribe_people(db, 11)
    async with db.reading() as tx:
        row = await tx.one("SELECT person, chat FROM subscriber")
    assert row is not None
    fields = row["person"].encode(), row["chat"]
    assert all(field in readable(tmp_path) for field in fields)

    await forget(db, 11)

    assert not any(field in readable(tmp_path) for field in fields)


async def test_a_reader_keeps_the_log_from_being_emptied_and_that_is_said(db: Database) -> None:
    async with db.reading() as tx:
        await tx.all("SELECT * FROM tip")
        await subscribe_people(db, 11)
        assert not await db.fold_log()

    assert await db.fold_log()


async def test_an_unfinished_signing_is_erased_two_days_after_its_last_step(db: Database) -> None:
    for person, day in ((11, NOW.date()), (12, NOW.date() + timedelta(days=1))):
        await save_step(db, "signing", person, 3, NOW.date())
        await save_draft(db, person, {"name": "Amina K."}, day)

    assert await erase_unfinished(db, NOW.date() + timedelta(days=1)) == frozenset()
    assert await erase_unfinished(db, NOW.date() + timedelta(days=2)) == {11}
    assert await saved_drafts(db) == {12: {"name": "Amina K."}}
    assert await saved_steps(db, "signing") == {12: 3}
