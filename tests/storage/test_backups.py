"""A backup is one moment of the database, sealed, whole or not there; what was erased before is not in it."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage.backups.clearing import KeptBackups, clear_backups
from storage.backups.making import make_backup, newest_backup, remove_old
from storage.backups.workroom import NotOurWorkroom, WorkroomTaken, wipe_left, workroom
from storage.errors import CannotStart
from storage.people.own_data import forget
from storage.people.subscribers import find_subscriber
from storage.retention import erase_over
from storage.tips.inbox import erase_by_receipt
from storage.tips.receipts import ReceiptKeys
from storage.tips.review.claims import claim_tip
from storage.tips.review.closing import ClosedBecause, close_tip
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.sealed_backups import MADE, RECIPIENT, RECOVERY, killed_at, names_in, opened_backup, room_for
from tests.storage.test_retention import readable
from tests.storage.tip_rows import KEPT, keep_tip

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Values

SEALED = bytes(range(256))
NAME = "clarion-20261122T033000Z.db.age"


@pytest.fixture
def database(tmp_path: Path, blank_database: Path) -> Path:
    """A database that nobody has open."""
    shutil.copy(blank_database, tmp_path / "clarion.db")
    return tmp_path / "clarion.db"


def opened_by_age(backup: Path, folder: Path) -> Path:
    """Open it as somebody does who has nothing of ours."""
    key, opened = folder / "recovery.key", folder / "opened.db"
    key.write_text(f"{RECOVERY}\n")
    subprocess.run(["age", "-d", "-i", key, "-o", opened, backup], check=True)
    return opened


async def test_it_holds_what_is_committed_and_debians_age_opens_it_too(db: Database, tmp_path: Path) -> None:
    await subscribe_people(db, 11)
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM subscriber")
        made = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)

    assert (made.path.name, made.size) == (NAME, made.path.stat().st_size)
    assert made.path.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(opened_by_age(made.path, tmp_path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("SELECT COUNT(*) FROM subscriber").fetchall() == [(1,)]
    copy.close()
    assert await find_subscriber(db, 11) is None


async def keep_all_of_a_tip(db: Database) -> tuple[str, tuple[bytes, ...]]:
    """Keep a tip with an addition and a reply; return its tag, and the three as they are stored."""
    tag = await keep_tip(db, NOW, number=7, sealed=SEALED)
    added, replied = SEALED[::-1], SEALED[128:] + SEALED[:128]
    values: Values = {"tag": tag, "day": NOW.date().isoformat(), "added": added, "reply": replied}
    async with db.transaction() as tx:
        await tx.execute("INSERT INTO tip_addition SELECT :tag, 1, :day, epoch, :added FROM tip", values)
        await tx.execute("INSERT INTO tip_reply VALUES (:tag, 1, :day, 0, :reply)", values)
    return tag, (SEALED, added, replied)


@pytest.mark.parametrize("end", ["its time", "closing", "its receipt"])
async def test_an_erased_tip_is_neither_in_the_database_nor_its_log_nor_a_later_backup(
    db: Database, owner: Coordinator, tmp_path: Path, end: str
) -> None:
    tag, stored = await keep_all_of_a_tip(db)
    before = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)

    match end:
        case "its time":
            await erase_over(db, NOW + KEPT, KEPT)
        case "closing":
            await claim_tip(db, tag, owner, NOW)
            await close_tip(db, tag, ClosedBecause.WORKED_THROUGH, owner, NOW, timedelta(days=90))
            await erase_over(db, NOW + timedelta(days=90), KEPT)
        case "its receipt":
            await erase_by_receipt(db, ReceiptKeys(bytes([7]) * 32, "", ""), NOW)
    assert await db.fold_log()
    after = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE + timedelta(days=1))

    assert all(one in opened_backup(before.path) for one in stored)
    for place in (before.path.read_bytes(), readable(tmp_path), opened_backup(after.path)):
        assert not any(one in place for one in stored)


async def test_a_forgotten_person_is_in_no_later_backup(db: Database, tmp_path: Path) -> None:
    await subscribe_people(db, 11)
    chat = (await db.all("SELECT chat FROM subscriber"))[0]["chat"]
    before = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)
    await forget(db, 11)
    after = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE + timedelta(days=1))

    assert chat in opened_backup(before.path)
    assert chat not in opened_backup(after.path)


def test_a_day_is_the_measure_and_only_files_of_our_name_are_removed(tmp_path: Path) -> None:
    ours = [f"clarion-202611{day}T033000Z.db.age" for day in (14, 15, 16, 22)]
    others = ["clarion-20261114.db.age", f"{ours[0]}.txt", f"copy-{ours[0]}", "clarion-20269914T033000Z.db.age"]
    for name in (*ours, *others):
        (tmp_path / name).touch()
    (tmp_path / "clarion-20261101T033000Z.db.age").symlink_to(tmp_path / others[0])

    assert remove_old(tmp_path, MADE, 7) == 2
    assert not {ours[0], ours[1]} & set(names_in(tmp_path))
    assert {ours[2], ours[3], *others, "clarion-20261101T033000Z.db.age"} == set(names_in(tmp_path))
    assert newest_backup(tmp_path) == MADE
    assert newest_backup(tmp_path / "nowhere") is None
    assert remove_old(tmp_path / "nowhere", MADE, 7) == 0


def test_what_killed_backups_left_goes_by_the_clock_and_one_that_is_being_written_stays(
    database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in (
        "clarion-20261114T033000Z.db.age",
        f".{NAME}.unfinished",
        ".clarion-20261122T043000Z.db.age.unfinished",
    ):
        (folder / name).touch()
    with (folder / f".{NAME}.unfinished").open("rb") as written:
        fcntl.flock(written, fcntl.LOCK_EX)

        assert clear_backups(KeptBackups(database, folder, 7), MADE) == 1
        assert names_in(folder) == [f".{NAME}.unfinished"]

    assert clear_backups(KeptBackups(database, folder, 7), MADE) == 0
    assert names_in(folder) == []


def test_one_old_backup_that_cannot_be_removed_keeps_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = [tmp_path / f"clarion-202611{day}T033000Z.db.age" for day in (12, 13, 14)]
    for path in old:
        path.touch()
    remove = Path.unlink

    def stuck(path: Path, *, missing_ok: bool = False) -> None:
        if path == old[0]:
            raise PermissionError
        remove(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", stuck)

    with pytest.raises(CannotStart, match=r"20261112T033000Z.db.age is to be removed by now"):
        remove_old(tmp_path, MADE, 7)

    assert names_in(tmp_path) == [old[0].name]


def test_there_must_be_a_database(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="nothing to back up"):
        make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)

    assert names_in(tmp_path) == []


@pytest.mark.parametrize("start", [0, 5_000])
def test_a_damaged_database_is_said_to_be_damaged(database: Path, tmp_path: Path, start: int) -> None:
    with database.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * 20_000)

    with pytest.raises(CannotStart, match="is damaged"):
        make_backup(database, tmp_path / "backups", RECIPIENT, MADE)

    assert names_in(tmp_path) == ["backups", "clarion.db"]


@pytest.mark.parametrize(("room", "sentence"), [(-100_000, "cannot be copied"), (100, "cannot be written")])
def test_on_a_full_disk_nothing_is_left(database: Path, tmp_path: Path, room: int, sentence: str) -> None:
    size = len(opened_backup(make_backup(database, tmp_path / "backups", RECIPIENT, MADE).path))

    with pytest.raises(CannotStart, match=sentence), room_for(size + room):
        make_backup(database, tmp_path / "backups", RECIPIENT, MADE + timedelta(hours=1))

    assert names_in(tmp_path) == ["backups", f"backups/{NAME}", "clarion.db"]


def test_one_that_is_there_is_not_written_over(database: Path, tmp_path: Path) -> None:
    made = make_backup(database, tmp_path / "backups", RECIPIENT, MADE)
    before = made.path.read_bytes()

    with pytest.raises(CannotStart, match="is there already"):
        make_backup(database, tmp_path / "backups", RECIPIENT, MADE)

    assert made.path.read_bytes() == before


def test_two_at_once_do_not_touch_each_others_copy(database: Path, tmp_path: Path) -> None:
    with workroom(database) as room:
        (room / "copy.db").write_bytes(b"of the first")
        with pytest.raises(WorkroomTaken, match="under way"):
            make_backup(database, tmp_path / "backups", RECIPIENT, MADE)
        wipe_left(database)
        assert (room / "copy.db").read_bytes() == b"of the first"


def test_what_is_removed_from_the_workroom_is_overwritten_first(database: Path, tmp_path: Path) -> None:
    with workroom(database) as room:
        (room / "copy.db").write_bytes(SEALED)
        same_blocks = (room / "copy.db").open("rb")
        assert room.stat().st_mode & 0o777 == 0o700

    with same_blocks:
        assert same_blocks.read() == bytes(len(SEALED))
    assert names_in(tmp_path) == ["clarion.db"]


def test_what_links_in_the_workroom_lead_to_is_not_touched(database: Path, tmp_path: Path) -> None:
    """Not the key file, whatever put its name there."""
    key, room = tmp_path / "clarion.key", tmp_path / "clarion.db.work"
    key.write_bytes(SEALED)
    (room / "below").mkdir(parents=True)
    (room / "link").symlink_to(key)
    (room / "below" / "folder").symlink_to(tmp_path)
    os.link(key, room / "same file")
    os.mkfifo(room / "pipe")

    wipe_left(database)

    assert key.read_bytes() == SEALED
    assert names_in(tmp_path) == ["clarion.db", "clarion.key"]


@pytest.mark.parametrize("whose", ["a link", "a broken link", "another user's"])
def test_a_workroom_that_is_none_of_ours_is_left_and_no_backup_is_made_in_it(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, whose: str
) -> None:
    room, theirs = tmp_path / "clarion.db.work", tmp_path / "theirs"
    if whose == "another user's":
        room.mkdir()
        us = os.geteuid()
        monkeypatch.setattr(os, "geteuid", lambda: us + 1)
    else:
        room.symlink_to(theirs if whose == "a link" else tmp_path / "nowhere")
    theirs.mkdir()
    (theirs / "dear").write_bytes(SEALED)
    before = names_in(tmp_path)

    with pytest.raises(NotOurWorkroom, match=r"clarion\.db\.work is a link, no folder, or another user's"):
        make_backup(database, tmp_path / "backups", RECIPIENT, MADE)
    wipe_left(database)

    assert (theirs / "dear").read_bytes() == SEALED
    assert names_in(tmp_path) == ["backups", *before]
    assert [record.getMessage() for record in caplog.records] == [
        "the folder of copies beside the database is a link, or another user's: left as it is"
    ]


def test_killed_at_any_step_there_is_a_whole_backup_or_none_and_the_next_one_clears_up(
    database: Path, tmp_path: Path
) -> None:
    step, folder = 0, tmp_path / "backups"
    while killed_at(step, tmp_path, lambda: make_backup(database, folder, RECIPIENT, MADE)):  # the next step each time
        for path in folder.glob("clarion-*"):
            assert opened_backup(path).startswith(b"SQLite format 3")
            path.unlink()
        step += 1

    assert step > 8
    (folder / NAME).unlink()
    make_backup(database, folder, RECIPIENT, MADE)
    assert names_in(tmp_path) == ["backups", f"backups/{NAME}", "clarion.db"]


def test_a_copy_that_a_killed_program_left_goes_with_the_next_start(database: Path, tmp_path: Path) -> None:
    wipe_left(database)
    (tmp_path / "clarion.db.work").mkdir()
    (tmp_path / "clarion.db.work" / "copy.db").write_bytes(SEALED)

    wipe_left(database)

    assert names_in(tmp_path) == ["clarion.db"]
