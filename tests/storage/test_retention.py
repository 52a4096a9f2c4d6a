"""What was promised to be erased is erased on its day, and not before; totals stay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.letters.broadcasts.planning import plan
from storage.people.conversations import save_draft, save_step, saved_drafts, saved_steps
from storage.people.own_data import forget, own_data
from storage.petitions.handover import handover_rows
from storage.petitions.signatures import Purpose, Signing, find_signature, signatures_of
from storage.petitions.signing import sign
from storage.petitions.standing import withdraw
from storage.petitions.tally import count_signatures
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_expired_tips, erase_signers, erase_unfinished
from storage.tips.records import KEPT_AFTER_ARRIVAL, SealedTip, add_tip, open_tips
from tests.storage.conftest import NOW, subscribe_people

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator


def readable(folder: Path) -> bytes:
    """What somebody reads who has the database and its log."""
    return b"".join(path.read_bytes() for path in folder.glob("clarion.db*"))


async def test_who_signed_goes_half_a_year_after_the_close_and_the_total_stays(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    code, deadline = urgent.appeal.code, urgent.appeal.deadline
    await plan(db, urgent, owner, NOW)
    consents = frozenset({Purpose.KEEP, Purpose.HAND_OVER, Purpose.UPDATES})
    await sign(db, Signing(code, urgent.version, 11, "Amina K.", "KR", consents, "1", "en", NOW, NOW.date()))

    assert await erase_signers(db, deadline + NAMES_KEPT_AFTER_CLOSING - timedelta(seconds=1)) == 0
    assert [row.name async for row in handover_rows(db, code)] == ["Amina K."]
    assert await erase_signers(db, deadline + NAMES_KEPT_AFTER_CLOSING) == 1

    assert [row async for row in handover_rows(db, code)] == []
    assert (await own_data(db, 11))["signatures"] == []
    assert await find_signature(db, code, 11) is None
    assert await signatures_of(db, 11) == ()
    assert not await withdraw(db, code, 11)
    await forget(db, 11)
    assert [(count.country, count.valid) for count in await count_signatures(db, code)] == [("KR", 1)]


async def test_a_tip_is_erased_on_the_day_its_time_is_over(db: Database) -> None:
    await add_tip(db, SealedTip(b"x" * 32, "arrest", "high", NOW.date(), "digest", "age1…", b"sealed"))

    assert await erase_expired_tips(db, NOW.date() + KEPT_AFTER_ARRIVAL - timedelta(days=1)) == 0
    assert await erase_expired_tips(db, NOW.date() + KEPT_AFTER_ARRIVAL) == 1
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

    assert await erase_signers(db, over) == 2
    assert await erase_signers(db, over) == 0

    async with db.reading() as tx:
        rows = [dict(row) for row in await tx.all("SELECT * FROM signature ORDER BY serial")]
    for number, row in enumerate(rows, start=1):
        assert (row["serial"], row["channel"]) == (number, "telegram")
        assert row["signed_at"] == int(NOW.replace(hour=0, minute=0).timestamp())
        assert {row[name] for name in ("signer", "name", "country", "chat", "source", "language")} == {None}


async def test_an_erased_tip_can_be_read_neither_in_the_file_nor_in_its_log(db: Database, tmp_path: Path) -> None:
    sealed = b"a sealed tip of no more than a page " * 40
    await add_tip(db, SealedTip(b"x" * 32, "arrest", "high", NOW.date(), "digest", "age1…", sealed))
    assert sealed[:100] in readable(tmp_path)

    await erase_expired_tips(db, NOW.date() + KEPT_AFTER_ARRIVAL)
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
