"""The entries of the timeline: what coordinators record, each kept as it was written.

Nothing is changed later. What goes on, as a bill does, gets a further entry in the thread of its first one, and the
newest entry of a thread says where it stands.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchEntry
from storage.timeline.kinds import KINDS, MODELS, STAGES, Content, Kind

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction

FILE_MAX = 5 * 1024 * 1024  # bytes of a scan


@dataclass(frozen=True)
class Subject:
    """What an entry is about; at least one is given.

    Attributes:
        addressee: Its id on the appeal's sheet.
        office: Key of the register of offices.
        campaign: Key of the register of campaigns.
    """

    appeal: str | None = None
    addressee: str | None = None
    office: str | None = None
    campaign: str | None = None


@dataclass(frozen=True)
class NewEntry:
    """What a coordinator records.

    Attributes:
        day: When it happened, as exactly as it is known: `2013-06-24`, `2013-06` or `2013`.
        stage: Where it stands from then on; one of `STAGES` of its kind, None for kinds without.
        due_on: By when something is expected: a promise, the next date of a bill, the next review.
        thread: The first entry of what this goes on.
        embargo_until: Before it nobody but who records sees it; aware.
        file: A scan, at most `FILE_MAX` bytes.
    """

    about: Subject
    content: Content
    day: str
    stage: str | None = None
    due_on: date | None = None
    confidential: bool = False
    embargo_until: datetime | None = None
    thread: int | None = None
    file: bytes | None = field(default=None, repr=False)

    @property
    def kind(self) -> Kind:
        """Return its kind, which is that of its content."""
        return KINDS[type(self.content)]


@dataclass(frozen=True)
class Entry:
    """An entry as kept; attributes as of `NewEntry`.

    Attributes:
        thread: Row of the first entry of what it goes on; its own, if it is the first.
        has_file: Whether a scan is kept with it, see `file_of`.
        by: Alias of who recorded it.
    """

    id: int
    thread: int
    kind: Kind
    about: Subject
    content: Content
    day: str
    stage: str | None
    due_on: date | None
    confidential: bool
    embargo_until: datetime | None
    has_file: bool
    by: str
    recorded_at: datetime

    def open_to_all(self, now: datetime) -> bool:
        """Say whether it is neither confidential nor under an embargo at *now*."""
        return not self.confidential and (self.embargo_until is None or self.embargo_until <= now)


async def add_entry(db: Database, new: NewEntry, by: Coordinator, now: datetime) -> int:
    """Keep what was recorded and return its row; what is on record already is not kept twice.

    A delivery and a reply move an appeal that has closed on to *delivered* and *answered* (architecture §5).

    Raises:
        NoSuchEntry: If it goes on a thread that does not begin with an entry of its kind.
    """
    assert new.stage is None or new.stage in STAGES[new.kind]
    async with db.transaction() as tx:
        if new.thread is not None:
            await _require_thread(tx, new.thread, new.kind)
        if (same := await _recorded(tx, db, new)) is not None:
            return same
        row = await tx.only(_INSERT, _values(db, new, by, now))
        await _move_appeal(tx, new)
        subject = new.about.appeal or new.about.campaign or new.about.office or ""
        await record(tx, Deed(now, by.id, f"record_{new.kind}", subject, {"entry": row["id"]}))
    return int(row["id"])


async def find_entry(db: Database, entry: int) -> Entry:
    """Return one entry.

    Raises:
        NoSuchEntry: If there is none.
    """
    row = await db.one(f"{_SELECT} WHERE entry.id = :id", {"id": entry})
    if row is None:
        raise NoSuchEntry
    return _entry(db, row)


async def entries_about(db: Database, about: Subject) -> tuple[Entry, ...]:
    """Return every entry about all that *about* names, the earliest first."""
    rows = await db.all(
        f"""
        {_SELECT} WHERE (:appeal IS NULL OR entry.appeal = :appeal)
            AND (:addressee IS NULL OR entry.addressee = :addressee)
            AND (:office IS NULL OR entry.office = :office) AND (:campaign IS NULL OR entry.campaign = :campaign)
        ORDER BY entry.day, entry.id
        """,
        {
            "appeal": about.appeal,
            "addressee": about.addressee,
            "office": about.office,
            "campaign": about.campaign,
        },
    )
    return tuple(_entry(db, row) for row in rows)


async def entries_about_none(db: Database) -> tuple[Entry, ...]:
    """Return every entry about no appeal and no campaign, the earliest first."""
    none = "entry.appeal IS NULL AND entry.campaign IS NULL"
    return tuple(_entry(db, row) for row in await db.all(f"{_SELECT} WHERE {none} ORDER BY entry.day, entry.id"))


async def standing(db: Database, kind: Kind) -> tuple[Entry, ...]:
    """Return where each thread of the kind stands: its newest entry, what is due first in front."""
    rows = await db.all(
        f"""
        {_SELECT} WHERE entry.kind = :kind AND NOT EXISTS (SELECT 1 FROM timeline_entry AS later
            WHERE later.id > entry.id AND later.thread = COALESCE(entry.thread, entry.id))
        ORDER BY entry.due_on IS NULL, entry.due_on, entry.id
        """,
        {"kind": kind},
    )
    return tuple(_entry(db, row) for row in rows)


async def thread_of(db: Database, thread: int) -> tuple[Entry, ...]:
    """Return the entries of a thread, the first one in front; none if there is no such thread."""
    rows = await db.all(
        f"{_SELECT} WHERE entry.thread = :thread OR (entry.id = :thread AND entry.thread IS NULL) ORDER BY entry.id",
        {"thread": thread},
    )
    return tuple(_entry(db, row) for row in rows)


async def file_of(db: Database, entry: int, by: Coordinator, now: datetime) -> bytes | None:
    """Return the scan kept with an entry, None if there is none; who took it is put on record."""
    async with db.transaction() as tx:
        row = await tx.one("SELECT file FROM timeline_entry WHERE id = :id", {"id": entry})
        if row is None or row["file"] is None:
            return None
        await record(tx, Deed(now, by.id, "take_file", f"entry-{entry}"))
    return base64.b64decode(db.key.decrypt("timeline_entry.file", row["file"]))


MOVE_ON = """
    UPDATE appeal SET state = CASE
        WHEN EXISTS (SELECT 1 FROM timeline_entry AS entry
            WHERE entry.appeal = appeal.code AND entry.kind = 'reply') THEN 'answered'
        WHEN EXISTS (SELECT 1 FROM timeline_entry AS entry
            WHERE entry.appeal = appeal.code AND entry.kind = 'delivery') THEN 'delivered'
        ELSE state END
    WHERE code = :code AND state IN ('closed', 'delivered')
"""
_INSERT = """
    INSERT INTO timeline_entry (thread, kind, appeal, campaign, addressee, office, day, due_on, stage, confidential,
        embargo_until, content, file, recorded_by, recorded_at)
    VALUES (:thread, :kind, :appeal, :campaign, :addressee, :office, :day, :due_on, :stage, :confidential,
        :embargo_until, :content, :file, :by, :now)
    RETURNING id
"""
_SELECT = """
    SELECT entry.id, entry.thread, entry.kind, entry.appeal, entry.campaign, entry.addressee, entry.office, entry.day,
        entry.due_on, entry.stage, entry.confidential, entry.embargo_until, entry.content,
        entry.file IS NOT NULL AS has_file, entry.recorded_at, coordinator.alias
    FROM timeline_entry AS entry
        JOIN coordinator ON coordinator.id = entry.recorded_by
"""


def _values(db: Database, new: NewEntry, by: Coordinator, now: datetime) -> dict[str, str | int | bytes | None]:
    file = base64.b64encode(new.file).decode() if new.file is not None else None
    return {
        **_about(new),
        "thread": new.thread,
        "confidential": int(new.confidential),
        "content": db.key.encrypt("timeline_entry.content", new.content.model_dump_json()),
        "file": db.key.encrypt("timeline_entry.file", file) if file is not None else None,
        "by": by.id,
        "now": int(now.timestamp()),
    }


def _about(new: NewEntry) -> dict[str, str | int | bytes | None]:
    """Return what is kept in clear: what it is of, when, and where it stands."""
    about = new.about
    return {
        "kind": new.kind,
        "appeal": about.appeal,
        "campaign": about.campaign,
        "addressee": about.addressee,
        "office": about.office,
        "day": new.day,
        "due_on": new.due_on.isoformat() if new.due_on else None,
        "stage": new.stage,
        "embargo_until": int(new.embargo_until.timestamp()) if new.embargo_until else None,
    }


async def _recorded(tx: Transaction, db: Database, new: NewEntry) -> int | None:
    """Return the entry that says all of this already, as one does whose answer never reached the coordinator."""
    columns = ("kind", "appeal", "campaign", "addressee", "office", "day", "due_on", "stage", "embargo_until")
    values = {**_about(new), "thread": new.thread or 0, "confidential": int(new.confidential)}
    rows = await tx.all(
        f"""
        SELECT id, content, file FROM timeline_entry WHERE confidential = :confidential
            AND COALESCE(thread, 0) = :thread
            AND {" AND ".join(f"COALESCE({name}, '') = COALESCE(:{name}, '')" for name in columns)}
        """,
        values,
    )
    said = (new.content.model_dump_json(), new.file)
    return next((row["id"] for row in rows if _said(db, row) == said), None)


def _said(db: Database, row: Row) -> tuple[str, bytes | None]:
    """Return content and scan of a row."""
    file = row["file"] and base64.b64decode(db.key.decrypt("timeline_entry.file", row["file"]))
    return db.key.decrypt("timeline_entry.content", row["content"]), file


async def _require_thread(tx: Transaction, thread: int, kind: Kind) -> None:
    first = await tx.one(
        "SELECT 1 FROM timeline_entry WHERE id = :thread AND thread IS NULL AND kind = :kind",
        {"thread": thread, "kind": kind},
    )
    if first is None:
        raise NoSuchEntry


async def _move_appeal(tx: Transaction, new: NewEntry) -> None:
    if new.kind in {Kind.DELIVERY, Kind.REPLY} and new.about.appeal is not None:
        await tx.execute(MOVE_ON, {"code": new.about.appeal})


def _entry(db: Database, row: Row) -> Entry:
    kind = Kind(row["kind"])
    embargo = row["embargo_until"]
    return Entry(
        id=row["id"],
        thread=row["thread"] or row["id"],
        kind=kind,
        about=Subject(row["appeal"], row["addressee"], row["office"], row["campaign"]),
        content=MODELS[kind].model_validate_json(db.key.decrypt("timeline_entry.content", row["content"])),
        day=row["day"],
        stage=row["stage"],
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        confidential=bool(row["confidential"]),
        embargo_until=datetime.fromtimestamp(embargo, UTC) if embargo is not None else None,
        has_file=bool(row["has_file"]),
        by=row["alias"],
        recorded_at=datetime.fromtimestamp(row["recorded_at"], UTC),
    )
