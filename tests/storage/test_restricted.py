"""What only coordinators may know: encrypted with its version, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.appeals.parts import Restricted
from storage.appeals.records import add_draft, approve, find_appeal, find_correction, submit
from storage.appeals.restricted import restricted_of
from storage.errors import NoSuchAppeal
from storage.letters.broadcasts.planning import plan
from tests.storage.sheets import NOW, changed, read

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

PLACE = "place: {country: CN, town: {en: Tumen, ko: 투먼}, restricted: the third house}\nkind: petition"
SOURCE = "sources:\n  - {type: family, title: An uncle in Seoul, confidential: yes}"
SECRETS = ("third house", "uncle")


def secret(*edits: tuple[str, str]) -> Appeal:
    return read(changed(("kind: petition", PLACE), ("sources:", SOURCE), *edits))


async def publish(db: Database, stored: StoredAppeal, author: Coordinator, reviewer: Coordinator) -> None:
    code, number = stored.appeal.code, stored.number
    await submit(db, code, number, author, NOW)
    await approve(db, code, number, reviewer, NOW, needed=1)
    await plan(db, await find_appeal(db, code), author, NOW)


async def test_it_is_read_back_as_the_sheet_had_it(db: Database, owner: Coordinator) -> None:
    drafted = secret()
    await add_draft(db, drafted, owner, NOW)
    stored = await find_appeal(db, drafted.code)

    kept = await restricted_of(db, stored.version)

    assert kept == drafted.restricted
    assert kept.place == {"en": "the third house", "ko": "the third house"}
    assert [source.title["ko"] for source in kept.sources] == ["An uncle in Seoul"]


async def test_no_document_no_record_and_no_file_of_the_database_has_it_in_clear(
    db: Database, owner: Coordinator, tmp_path: Path
) -> None:
    drafted = secret()
    await add_draft(db, drafted, owner, NOW)
    stored = await find_appeal(db, drafted.code)

    assert stored.appeal.restricted == Restricted()
    assert stored.appeal.withheld_sources == 1
    assert stored.appeal.digest() == drafted.digest()
    async with db.reading() as tx:
        audit = await tx.all("SELECT * FROM audit")
    written = b"".join(file.read_bytes() for file in tmp_path.glob("clarion.db*"))
    for one in SECRETS:
        assert one.encode() not in written
        assert one not in repr(stored) + repr(drafted) + "".join(str(tuple(row)) for row in audit)


async def test_an_appeal_without_any_keeps_nothing(db: Database, owner: Coordinator) -> None:
    await add_draft(db, read(changed()), owner, NOW)
    row = await db.one("SELECT id, restricted FROM appeal_version")

    assert row is not None
    assert row["restricted"] is None
    assert await restricted_of(db, row["id"]) == Restricted()


async def test_of_a_draft_that_another_replaced_nothing_is_kept(db: Database, owner: Coordinator) -> None:
    await add_draft(db, secret(), owner, NOW)
    first = await find_appeal(db, secret().code)
    await add_draft(db, secret(("third house", "fourth house")), owner, NOW)
    second = await find_appeal(db, secret().code)

    assert await restricted_of(db, first.version) == Restricted()
    assert (await restricted_of(db, second.version)).place == {"en": "the fourth house", "ko": "the fourth house"}


async def test_what_was_sent_keeps_it_beside_its_correction(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await add_draft(db, secret(), owner, NOW)
    sent = await find_appeal(db, secret().code)
    await publish(db, sent, owner, colleague)
    note = ("kind: petition", "change_note: {en: x, ko: x}\nkind: petition")
    for house in ("fourth", "fifth"):
        await add_draft(db, secret(("third house", f"{house} house"), note), owner, NOW)
    correction = await find_correction(db, sent.appeal.code)

    assert correction is not None
    assert (await restricted_of(db, sent.version)).place == {"en": "the third house", "ko": "the third house"}
    assert (await restricted_of(db, correction.version)).place == {"en": "the fifth house", "ko": "the fifth house"}
    kept = await db.one("SELECT COUNT(*) AS n FROM appeal_version WHERE restricted IS NOT NULL")
    assert kept is not None
    assert kept["n"] == 2  # of the first correction nothing


async def test_of_no_version_there_is_nothing_to_tell(db: Database) -> None:
    with pytest.raises(NoSuchAppeal):
        await restricted_of(db, 1)
