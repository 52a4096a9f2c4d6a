"""Tips that their senders erased are noted beside the database, for as long as a backup may bring them back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.audit import latest
from storage.backups.erased import ErasedTip, erased_file, forget_noted, note_erased, noted_erased
from storage.backups.making import make_backup
from storage.backups.restoring import restore
from storage.database import Database
from storage.errors import CannotStart
from tests.storage.conftest import NOW
from tests.storage.sealed_backups import MADE, RECIPIENT, names_in, opened_backup
from tests.storage.test_restoring import RULES, opening
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where a database would be."""
    return tmp_path / "lost" / "clarion.db"


def test_they_are_noted_and_forgotten_once_no_backup_holds_them(tmp_path: Path) -> None:
    database = tmp_path / "clarion.db"
    assert noted_erased(database) is None
    forget_noted(database, DAY, 7)
    first, second = ErasedTip(DAY, "K3FN"), ErasedTip(DAY + timedelta(days=1), "CDFG")
    note_erased(database, first)
    note_erased(database, second)
    assert erased_file(database).read_text() == "2026-11-22 K3FN\n2026-11-23 CDFG\n"
    assert erased_file(database).stat().st_mode & 0o777 == 0o600

    forget_noted(database, DAY + timedelta(days=8), 7)
    assert noted_erased(database) == (first, second)
    forget_noted(database, DAY + timedelta(days=9), 7)
    assert noted_erased(database) == (second,)
    assert names_in(tmp_path) == ["clarion.db.erased"]


def test_half_a_line_spoils_no_other(tmp_path: Path) -> None:
    database = tmp_path / "clarion.db"
    erased_file(database).write_text("2026-11-22 K3FN\n2026-11-22 C")
    note_erased(database, ErasedTip(DAY, "CDFG"))

    assert noted_erased(database) == (ErasedTip(DAY, "K3FN"), ErasedTip(DAY, "CDFG"))


async def test_a_restore_erases_them_again_and_no_later_one_of_the_same_tag(
    db: Database, database: Path, tmp_path: Path
) -> None:
    tags = [await keep_tip(db, NOW, number=number, sealed=bytes([number]) * 99) for number in (1, 2, 3)]
    made = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)
    database.parent.mkdir()
    today = NOW.date()
    for day, tag in ((today, tags[0]), (today - timedelta(days=1), tags[1]), (today, "CCCC")):
        note_erased(database, ErasedTip(day, tag))

    told = await restore(database, db.key, opening(made.path), NOW, RULES)

    again = await Database.open(database, db.key)
    left = {row["tag"] for row in await again.all("SELECT tag FROM tip")}
    deeds = [(deed.name, deed.alias, deed.subject) for deed in await latest(again, 1)]
    await again.close()
    assert told.erased_again == 1
    assert left == set(tags[1:])
    assert deeds == [("erase_tip", None, tags[0])]
    assert bytes([1]) * 99 in opened_backup(made.path)
    assert bytes([1]) * 99 not in database.read_bytes()


async def test_where_nobody_noted_them_they_are_back_and_that_is_known(
    db: Database, database: Path, tmp_path: Path
) -> None:
    made = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)

    assert (await restore(database, db.key, opening(made.path), NOW, RULES)).erased_again is None


@pytest.mark.parametrize("content", [b"2026-99-99 K3FN\n", b"\xff\xfe"])
async def test_a_damaged_note_stops_a_restore_before_anything(db: Database, database: Path, content: bytes) -> None:
    database.parent.mkdir()
    erased_file(database).write_bytes(content)

    with pytest.raises(CannotStart, match=r"clarion\.db\.erased cannot be read, or is damaged"):
        await restore(database, db.key, opening(database), NOW, RULES)

    assert names_in(database.parent) == ["clarion.db.erased"]
