"""Handing over to an addressee: which names go, what an earlier list has to correct, and that it is done once.

A handover lists each name that its addressee was not given as it stands now: new ones, those changed since, and those
that were taken out and count again. What an earlier list said of a signature that counts no more, or was changed, is
told in the next one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NamesNotKept, NoSuchHandover, NothingNew
from storage.petitions.handing_over.asked_of import asking_the_same, earlier_signers
from storage.petitions.log.ledger import head_in
from storage.petitions.signatures.records import names_erased_in
from storage.registers.records import office_in
from storage.transactions import in_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.registers.models import Office
    from storage.transactions import Row, Transaction, Values

_TO_LIST = """
    signature.appeal = :code AND signature.state = 'valid' AND signature.name IS NOT NULL
    AND EXISTS (SELECT 1 FROM consent WHERE consent.signature = signature.id AND consent.purpose = 'hand_over')
    AND NOT EXISTS (
        SELECT 1 FROM handed_over JOIN handover ON handover.id = handed_over.handover
        WHERE handed_over.signature = signature.id AND handover.addressee = :addressee
            AND handover.size > signature.leaf
    )
"""

_CHANGED = """
    SELECT handed_over.handover, signature.serial FROM handed_over
        JOIN handover ON handover.id = handed_over.handover
        JOIN signature ON signature.id = handed_over.signature
    WHERE handover.appeal = :code AND handover.addressee = :addressee AND signature.leaf >= handover.size
"""


@dataclass(frozen=True)
class Handover:
    """What was handed over once to an addressee.

    Attributes:
        addressee: Its id on the sheet.
        number: From 1, for each addressee.
        version: Row of the appeal's version that said what is asked of it.
        size: Of the log's head that it proves.
        listed: Names in it when it was made.
        holder: Who held the office then, by language; None: no register said.
        post: Where letters to the office went then; None: no register said.
    """

    id: int
    code: str
    addressee: str
    number: int
    version: int
    size: int
    listed: int
    at: datetime
    holder: Mapping[str, str] | None = None
    post: str | None = None


@dataclass(frozen=True)
class Outlook:
    """What the next handover to an addressee would hold.

    Attributes:
        names: New ones, with consent to be handed over.
        earlier_text: Signatures of a version that asked something else of the addressee; they are never listed.
        corrections: Entries of earlier lists that hold no more.
        entries: In the petition's log now.
        erased: Whether the names are gone, so that there cannot be one.
        before: The handovers so far, the first one in front.
        office: What the register says of the addressee; None: its sheet named no entry.
    """

    names: int
    earlier_text: int
    corrections: int
    entries: int
    erased: bool
    before: tuple[Handover, ...]
    office: Office | None = None

    @property
    def number(self) -> int:
        """Number of the next handover."""
        return len(self.before) + 1

    @property
    def worthwhile(self) -> bool:
        """Whether it would tell anything new: a name, a correction, or another count."""
        return bool(self.names or self.corrections) or self.entries > (self.before[-1].size if self.before else 0)


async def outlook(db: Database, stored: StoredAppeal, addressee: str) -> Outlook:
    """Return what a handover to the addressee would hold now."""
    values: Values = {"code": stored.appeal.code, "addressee": addressee}
    async with db.reading() as tx:
        asking = await asking_the_same(tx, stored.appeal, addressee)
        listing = f"SELECT COUNT(*) AS n FROM signature WHERE {_TO_LIST} AND version IN ({in_list(asking)})"
        return Outlook(
            names=(await tx.only(listing, {**values, **asking}))["n"],
            earlier_text=await earlier_signers(tx, stored.appeal, addressee),
            corrections=await _count_corrections(tx, values),
            entries=await _entries(tx, values),
            erased=await names_erased_in(tx, stored.appeal.code),
            before=await _handovers(tx, values),
            office=await _office(tx, stored.appeal, addressee),
        )


async def hand_over(
    db: Database, stored: StoredAppeal, addressee: str, by: Coordinator, now: datetime, *, number: int
) -> Handover:
    """Record handover *number* to the addressee: the names in it, what it corrects, and the head that it proves.

    The package is written afterwards from what is recorded here, as often as it is needed; it names who holds the
    office now, also when somebody else does by then.

    Raises:
        NothingNew: If it was made before, or there is nothing to hand over.
        NamesNotKept: If the names are gone.
    """
    code = stored.appeal.code
    values: Values = {"code": code, "addressee": addressee}
    async with db.transaction() as tx:
        if await names_erased_in(tx, code):
            raise NamesNotKept
        before = await _handovers(tx, values)
        if number != len(before) + 1:
            raise NothingNew
        size = await _entries(tx, values)
        office = await _office(tx, stored.appeal, addressee)
        new = {**values, "number": number, "version": stored.version, "size": size, **_as_it_stands(office)}
        row = await _insert(tx, new, by, now)
        listed = await _list_names(tx, stored.appeal, {**values, "id": row["id"]})
        told = await _tell_corrections(tx, {**values, "id": row["id"]})
        grown = size > (before[-1].size if before else 0)
        if not (listed or told or grown):
            raise NothingNew
        row = await tx.only(
            "UPDATE handover SET listed = :listed WHERE id = :id RETURNING *", {"id": row["id"], "listed": listed}
        )
        await head_in(tx, db, code, now)
        detail: dict[str, str | int] = {"addressee": addressee, "number": number, "names": listed, "corrections": told}
        await record(tx, Deed(now, by.id, "hand_over", code, detail))
    return _handover(row)


async def find_handover(db: Database, code: str, addressee: str, number: int) -> Handover:
    """Return one handover, to make its package again.

    Raises:
        NoSuchHandover: If there is none.
        NamesNotKept: If its names are gone.
    """
    async with db.reading() as tx:
        found = [one for one in await _handovers(tx, {"code": code, "addressee": addressee}) if one.number == number]
        if not found:
            raise NoSuchHandover
        if await names_erased_in(tx, code):
            raise NamesNotKept
    return found[0]


async def handovers_made(db: Database, code: str | None = None) -> tuple[Handover, ...]:
    """Return what was handed over of one petition or of all, the newest in front."""
    rows = await db.all(
        "SELECT * FROM handover WHERE :code IS NULL OR appeal = :code ORDER BY handed_at DESC, id DESC", {"code": code}
    )
    return tuple(map(_handover, rows))


async def _insert(tx: Transaction, values: Values, by: Coordinator, now: datetime) -> Row:
    return await tx.only(
        """
        INSERT INTO handover (appeal, addressee, number, version, size, listed, holder, post, handed_by, handed_at)
        VALUES (:code, :addressee, :number, :version, :size, 0, :holder, :post, :by, :at) RETURNING id
        """,
        {**values, "by": by.id, "at": int(now.timestamp())},
    )


async def _office(tx: Transaction, appeal: Appeal, addressee: str) -> Office | None:
    return await office_in(tx, next((one.entry for one in appeal.addressees if one.id == addressee), None))


def _as_it_stands(office: Office | None) -> dict[str, str | None]:
    holder = json.dumps(dict(office.holder), ensure_ascii=False) if office and office.holder else None
    return {"holder": holder, "post": office.post if office else None}


async def _list_names(tx: Transaction, appeal: Appeal, values: Values) -> int:
    asking = await asking_the_same(tx, appeal, str(values["addressee"]))
    return await tx.execute(
        f"""
        INSERT INTO handed_over (handover, signature)
        SELECT :id, signature.id FROM signature WHERE {_TO_LIST} AND version IN ({in_list(asking)})
        """,
        {**values, **asking},
    )


async def _tell_corrections(tx: Transaction, values: Values) -> int:
    """Note what was changed since it was handed over, and that this handover tells all that was not told yet."""
    await tx.execute(
        f"""
        INSERT INTO handover_correction (handover, serial) {_CHANGED}
        ON CONFLICT (handover, serial) DO NOTHING
        """,
        values,
    )
    return await tx.execute(
        """
        UPDATE handover_correction SET told_in = :id WHERE told_in IS NULL AND handover IN
            (SELECT id FROM handover WHERE appeal = :code AND addressee = :addressee AND id <> :id)
        """,
        values,
    )


async def _count_corrections(tx: Transaction, values: Values) -> int:
    row = await tx.only(
        f"""
        SELECT COUNT(*) AS n FROM (
            SELECT handover, serial FROM handover_correction JOIN handover ON handover.id = handover
            WHERE appeal = :code AND addressee = :addressee AND told_in IS NULL
            UNION
            SELECT changed.handover, changed.serial FROM ({_CHANGED}) AS changed
            WHERE NOT EXISTS (
                SELECT 1 FROM handover_correction AS told
                WHERE told.handover = changed.handover AND told.serial = changed.serial AND told.told_in IS NOT NULL
            )
        ) AS found
        """,
        values,
    )
    return int(row["n"])


async def _entries(tx: Transaction, values: Values) -> int:
    row = await tx.only("SELECT leaves FROM appeal WHERE code = :code", values)
    return int(row["leaves"])


async def _handovers(tx: Transaction, values: Values) -> tuple[Handover, ...]:
    rows = await tx.all(
        "SELECT * FROM handover WHERE appeal = :code AND addressee = :addressee ORDER BY number", values
    )
    return tuple(map(_handover, rows))


def _handover(row: Row) -> Handover:
    return Handover(
        id=row["id"],
        code=row["appeal"],
        addressee=row["addressee"],
        number=row["number"],
        version=row["version"],
        size=row["size"],
        listed=row["listed"],
        at=datetime.fromtimestamp(row["handed_at"], UTC),
        holder=json.loads(row["holder"]) if row["holder"] else None,
        post=row["post"],
    )
