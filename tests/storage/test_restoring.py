"""A backup comes back whole or not at all, and nothing goes out by itself afterwards; what is over is erased."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from datetime import UTC, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

import pyrage
import pytest

from bot.own_machine.backups import open_backup
from bot.own_machine.files import Refused
from storage.audit import latest, verify
from storage.backups.making import make_backup
from storage.backups.restoring import Restored, Rules, restore
from storage.database import Database
from storage.errors import BadSecretKey, CannotStart, DatabaseTooNew, NoSuchNews
from storage.letters.broadcasts.digests import plan_digests
from storage.letters.broadcasts.halting import Halted
from storage.letters.broadcasts.planning import BroadcastState, Plan, Reason, end_finished, plan, start_scheduled
from storage.letters.broadcasts.reminders import BEFORE_DEADLINE, plan_due_reminders
from storage.letters.broadcasts.steering import resume
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import lease, recover, resume_failed
from storage.letters.reports.progress import progress
from storage.people.conversations import save_draft
from storage.people.subscribers import Cadence
from storage.petitions.openings import opened
from storage.retention import Erased
from storage.secret_key import SecretKey
from storage.timeline.news import NewNews, NewsKind, approve_news, waiting_news, write_news
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.sealed_backups import MADE, RECIPIENT, RECOVERY, killed_at, names_in, opened_backup, room_for
from tests.storage.test_digests import publish, subscribe
from tests.storage.tip_rows import KEPT, keep_tip

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

    Restoring = Callable[[datetime], Awaitable[tuple[Restored, Database]]]

SEOUL = ZoneInfo("Asia/Seoul")
RULES = Rules(SEOUL, 9, timedelta(days=30))
PERSON = 11


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the database was."""
    (tmp_path / "new").mkdir()
    return tmp_path / "new" / "clarion.db"


@pytest.fixture
async def backup(db: Database, tmp_path: Path) -> Path:
    """A backup in which one person subscribed."""
    await subscribe_people(db, PERSON)
    return make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE).path


def opening(backup: Path) -> Callable[[BinaryIO], None]:
    def write(opened: BinaryIO) -> None:
        with backup.open("rb") as sealed:
            open_backup(sealed, opened, [RECOVERY])

    return write


def giving(content: bytes) -> Callable[[BinaryIO], None]:
    def write(opened: BinaryIO) -> None:
        opened.write(content)

    return write


@pytest.fixture
async def restored(db: Database, place: Path, tmp_path: Path) -> AsyncIterator[Restoring]:
    """Back up the database, restore that at a moment, and open it."""
    opened: list[Database] = []

    async def restoring(now: datetime) -> tuple[Restored, Database]:
        made = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)
        told = await restore(place, db.key, opening(made.path), now, RULES)
        opened.append(await Database.open(place, db.key))
        return told, opened[-1]

    yield restoring
    for database in opened:
        await database.close()


async def goes_out(db: Database, now: datetime) -> list[int]:
    """Whom a program that is started now would write to, by the clock and by what is planned."""
    await resume_failed(db)
    await recover(db)
    await plan_digests(db, now, SEOUL, 9)
    await plan_due_reminders(db, now)
    await start_scheduled(db, now)
    for broadcast in await unwritten_broadcasts(db):
        await write_next(db, broadcast, now)
    running = await next_running(db, now)
    return [letter.chat for letter in await lease(db, running, 100, now)] if running else []


async def test_all_is_there_again_with_a_row_of_the_audit(db: Database, backup: Path, place: Path) -> None:
    told = await restore(place, db.key, opening(backup), NOW, RULES)

    again = await Database.open(place, db.key)
    told_of = await latest(again, 1)
    chain = await verify(again)
    kept = await again.all("SELECT chat FROM subscriber")
    await again.close()
    assert [row["chat"] for row in kept] == [row["chat"] for row in await db.all("SELECT chat FROM subscriber")]
    assert [(one.name, one.alias) for one in told_of] == [("restore_backup", None)]
    assert chain.broken_at is None
    assert told == Restored(Halted(0, 0, 0, 0), Erased(0, 0, frozenset()), None)
    assert names_in(place.parent) == ["clarion.db"]
    assert place.stat().st_mode & 0o777 == 0o600


async def test_what_runs_is_paused_until_a_coordinator_has_looked(
    db: Database, urgent: StoredAppeal, owner: Coordinator, restored: Restoring
) -> None:
    await subscribe_people(db, PERSON, PERSON + 1)
    broadcast = await plan(db, urgent, owner, NOW)
    running = await next_running(db, NOW)
    assert running
    (in_flight,) = await lease(db, running, 1, NOW)

    told, again = await restored(NOW)

    now = await progress(again, broadcast)
    assert (now.state, now.reason, now.by_state) == (
        BroadcastState.PAUSED,
        Reason.RESTORED,
        {"pending": 1, "uncertain": 1},
    )
    assert told.halted.paused == 1
    assert told.halted.in_doubt == 1
    assert await goes_out(again, NOW) == []
    await resume(again, broadcast, owner, NOW)
    assert await goes_out(again, NOW) == [PERSON + 1 if in_flight.chat == PERSON else PERSON]


@pytest.mark.parametrize("state", ["failed", "paused"])
async def test_what_a_start_or_a_coordinator_would_let_go_on_is_paused_for_this_reason(
    db: Database, urgent: StoredAppeal, owner: Coordinator, restored: Restoring, state: str
) -> None:
    await subscribe_people(db, PERSON)
    broadcast = await plan(db, urgent, owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET state = :state, reason = 'fatal', ended_at = 1", {"state": state})

    _, again = await restored(NOW)

    now = await progress(again, broadcast)
    assert (now.state, now.reason, now.ended_at) == (BroadcastState.PAUSED, Reason.RESTORED, None)
    assert await goes_out(again, NOW) == []


async def test_what_had_not_begun_is_cancelled_and_can_be_planned_anew(
    db: Database, urgent: StoredAppeal, owner: Coordinator, restored: Restoring
) -> None:
    await subscribe_people(db, PERSON)
    later = NOW + timedelta(hours=2)
    broadcast = await plan(db, urgent, owner, NOW, Plan(starts_at=later))

    told, again = await restored(NOW)

    now = await progress(again, broadcast)
    assert (now.state, now.reason) == (BroadcastState.CANCELLED, Reason.RESTORED)
    assert told.halted.cancelled == 1
    assert await goes_out(again, later) == []
    await plan(again, urgent, owner, later)
    assert await goes_out(again, later) == [PERSON]


async def test_a_digest_under_way_is_not_sent_again_nor_told_in_the_next_one(
    db: Database, owner: Coordinator, restored: Restoring
) -> None:
    await subscribe(db, Cadence.DAILY, PERSON)
    await publish(db, owner, "DEMO-101", NOW)
    await end_finished(db, NOW)  # nobody gets it at once
    digest, *_ = await plan_digests(db, NOW, SEOUL, 9)

    _, again = await restored(NOW)

    now = await progress(again, digest)
    assert (now.state, now.by_state) == (BroadcastState.CANCELLED, {"uncertain": 1})
    assert await goes_out(again, NOW + timedelta(days=1)) == []


async def test_a_digest_that_came_due_since_the_backup_counts_as_sent_and_the_next_one_goes_out(
    db: Database, owner: Coordinator, restored: Restoring
) -> None:
    await subscribe(db, Cadence.DAILY, PERSON)
    await plan_digests(db, NOW, SEOUL, 9)
    await publish(db, owner, "DEMO-101", NOW)
    await end_finished(db, NOW)  # nobody gets it at once
    tomorrow = NOW + timedelta(days=1)

    _, again = await restored(tomorrow)

    assert await goes_out(again, tomorrow) == []
    assert await goes_out(again, tomorrow + timedelta(days=1)) == [PERSON]


async def test_a_reminder_that_came_due_since_the_backup_waits_for_a_coordinator(
    db: Database, urgent: StoredAppeal, owner: Coordinator, restored: Restoring
) -> None:
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, PERSON)
    await opened(db, urgent.appeal.code, PERSON)
    last_day = urgent.appeal.deadline.astimezone(UTC) - BEFORE_DEADLINE

    _, again = await restored(last_day)

    assert await goes_out(again, last_day) == []
    (reminder,) = await again.all("SELECT id, state FROM broadcast WHERE kind = 'reminder'")
    assert reminder["state"] == "paused"
    await resume(again, reminder["id"], owner, last_day)
    assert await goes_out(again, last_day) == [PERSON]


async def test_news_that_waited_may_have_been_sent_since_and_is_given_up(
    db: Database, urgent: StoredAppeal, owner: Coordinator, restored: Restoring
) -> None:
    await plan(db, urgent, owner, NOW)
    written = NewNews(NewsKind.OTHER, urgent.appeal.code, {"en": "All nine are safe."})
    news = await write_news(db, written, owner, NOW)

    told, again = await restored(NOW)

    assert told.halted.news == 1
    assert await waiting_news(again) == ()
    with pytest.raises(NoSuchNews):
        await approve_news(again, news, owner, NOW, alone=True)
    assert await write_news(again, written, owner, NOW) != news


async def test_what_is_over_is_erased_before_anybody_can_read_it(
    db: Database, place: Path, restored: Restoring
) -> None:
    await keep_tip(db, NOW, sealed=bytes(range(256)))
    await save_draft(db, PERSON, {"name": "Amina K."}, NOW.date())

    told, _ = await restored(NOW + KEPT)

    assert told.erased == Erased(1, 0, frozenset({PERSON}))
    assert bytes(range(256)) not in place.read_bytes()


async def test_a_backup_from_before_a_change_of_the_secret_key_is_carried_over(
    db: Database, backup: Path, place: Path
) -> None:
    changed = SecretKey(bytes(range(32)), bytes(range(32, 64)))

    await restore(place, changed, opening(backup), NOW, RULES)

    again = await Database.open(place, changed)
    (row,) = await again.all("SELECT chat FROM subscriber")
    await again.close()
    assert changed.decrypt("subscriber.chat", row["chat"]) == str(PERSON)


@pytest.mark.parametrize("part", ["", "-wal", "-shm"])
async def test_it_never_replaces_a_database_nor_a_part_of_one(
    db: Database, backup: Path, place: Path, part: str
) -> None:
    there = place.with_name(f"clarion.db{part}")
    there.write_bytes(b"dear")

    with pytest.raises(CannotStart, match="is there already"):
        await restore(place, db.key, opening(backup), NOW, RULES)

    assert there.read_bytes() == b"dear"
    assert names_in(place.parent) == [there.name]


def changed(content: bytes, tmp_path: Path, sql: str) -> bytes:
    path = tmp_path / "changed.db"
    path.write_bytes(content)
    with sqlite3.connect(path) as connection:
        connection.executescript(sql)
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE alembic_version SET version_num = '2099'", "newer Clarion"),
        ("DROP TABLE site", "no database of Clarion"),
        ("PRAGMA foreign_keys = OFF; INSERT INTO tip_label VALUES ('none', 'duplicate')", "is damaged"),
        (
            "DROP TRIGGER audit_refuses_update; UPDATE audit SET subject = 'x' WHERE id = 1",
            "audit in this backup breaks at row 1",
        ),
    ],
)
async def test_a_database_that_is_not_right_is_refused(
    db: Database, owner: Coordinator, backup: Path, place: Path, tmp_path: Path, sql: str, sentence: str
) -> None:
    wrong = changed(opened_backup(backup), tmp_path, sql)

    with pytest.raises(CannotStart, match=sentence) as refused:
        await restore(place, db.key, giving(wrong), NOW, RULES)

    assert isinstance(refused.value, DatabaseTooNew) == ("newer" in sentence)
    assert names_in(place.parent) == []


@pytest.mark.parametrize("content", [b"", b"hello" * 1_000, b"SQLite format 3\0" + b"\xa5" * 8_000])
async def test_what_is_no_database_is_refused(db: Database, place: Path, content: bytes) -> None:
    with pytest.raises(CannotStart, match=r"no whole database|no database of Clarion"):
        await restore(place, db.key, giving(content), NOW, RULES)

    assert names_in(place.parent) == []


async def test_a_database_with_damaged_pages_is_refused(db: Database, backup: Path, place: Path) -> None:
    content = bytearray(opened_backup(backup))
    content[30_000:60_000] = bytes(30_000)

    with pytest.raises(CannotStart, match=r"damaged|no whole database"):
        await restore(place, db.key, giving(bytes(content)), NOW, RULES)

    assert names_in(place.parent) == []


async def test_another_secret_key_is_refused(backup: Path, place: Path) -> None:
    with pytest.raises(BadSecretKey, match="restore the right key file"):
        await restore(place, SecretKey(bytes(32)), opening(backup), NOW, RULES)

    assert names_in(place.parent) == []


@pytest.mark.parametrize("room", [1_000, 400_000])
async def test_on_a_full_disk_nothing_is_left(db: Database, backup: Path, place: Path, room: int) -> None:
    with pytest.raises(CannotStart, match="check the"), room_for(room):
        await restore(place, db.key, opening(backup), NOW, RULES)

    assert names_in(place.parent) == []


@pytest.mark.parametrize("spoilt", ["other key", "first byte", "stanza", "middle", "end", "a whole chunk", "empty"])
def test_what_was_altered_or_cut_short_does_not_open(tmp_path: Path, spoilt: str) -> None:
    chunk = 64 * 1024 + 16  # of the age format
    whole = pyrage.encrypt(b"x" * 300_000, RECIPIENT.for_age())
    middle = len(whole) // 2
    content = {
        "other key": whole,
        "first byte": b"A" + whole[1:],
        "stanza": whole[:60] + bytes([whole[60] ^ 1]) + whole[61:],
        "middle": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "end": whole[:-1],
        "a whole chunk": whole[: -(300_000 % (64 * 1024) + 16)][:-chunk],
        "empty": b"",
    }[spoilt]
    key = pyrage.x25519.Identity.generate() if spoilt == "other key" else RECOVERY

    with pytest.raises(Refused, match=r"try the other keys|no sealed backup|cut short"):
        open_backup(BytesIO(content), BytesIO(), [key])


def test_killed_at_any_step_there_is_a_whole_database_or_none(
    tmp_path: Path, blank_database: Path, place: Path
) -> None:
    key, source = SecretKey(bytes(range(32))), tmp_path / "clarion.db"
    shutil.copy(blank_database, source)

    async def made() -> Path:
        db = await Database.open(source, key)
        await subscribe_people(db, PERSON)
        await db.close()
        return make_backup(source, tmp_path / "backups", RECIPIENT, MADE).path

    backup = asyncio.run(made())

    def work() -> None:
        asyncio.run(restore(place, key, opening(backup), NOW, RULES))

    step, whole = 0, 0
    while killed_at(step, place.parent, work):
        if place.exists():
            whole += 1
            assert place.with_name("clarion.db.work").exists()
            assert not place.with_name("clarion.db-wal").exists()
            with sqlite3.connect(place) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert connection.execute("SELECT COUNT(*) FROM audit WHERE deed = 'restore_backup'").fetchone() == (1,)
            connection.close()
            place.unlink()
        step += 1

    assert step > 15
    assert whole >= 1
    assert names_in(place.parent) == ["clarion.db"]
