"""What a handover holds, read from the database as often as its package is written.

A package that is written later lacks whoever has withdrawn, changed or erased their signature since the handover:
their names are gone, and their numbers stand among its corrections.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.notes import signer_of
from storage.petitions.counting.support import told_apart
from storage.petitions.counting.tally import Dimension
from storage.petitions.handing_over.asked_of import earlier_signers
from storage.petitions.log.commitments import Statement
from storage.petitions.log.heads import read_head
from storage.petitions.log.manifest import Listed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.petitions.handing_over.handovers import Handover
    from storage.petitions.log.heads import Head
    from storage.transactions import Row, Transaction, Values

_STILL_LISTED = """
    FROM handed_over JOIN signature ON signature.id = handed_over.signature
        JOIN appeal_version ON appeal_version.id = signature.version
        JOIN log_leaf ON log_leaf.appeal = signature.appeal AND log_leaf.position = signature.leaf
    WHERE handed_over.handover = :id AND signature.state = 'valid' AND signature.name IS NOT NULL
        AND signature.leaf < :size
"""


@dataclass(frozen=True)
class Correction:
    """An entry of a list that was handed over and holds no more.

    Attributes:
        handover: Number of the handover with that list.
        serial: Number of the signature.
    """

    handover: int
    serial: int


@dataclass(frozen=True)
class Contents:
    """What a package is about, beside the names themselves.

    Attributes:
        listed: Names in it.
        earlier_text: Signatures that count and asked something else of the addressee.
        before: When the handover before it was, in seconds since 1970; None: it is the first.
        countries: Signatures by country, as far as they may be told, as they were counted when it was written.
        elsewhere: Signatures from all other countries, and from who did not say.
    """

    head: Head
    note: str
    listed: int
    earlier_text: int
    corrections: tuple[Correction, ...] = ()
    before: int | None = None
    countries: Mapping[str, int] = field(default_factory=dict)
    elsewhere: int = 0


@dataclass(frozen=True)
class ListedName:
    """One name of the list.

    Attributes:
        city: Only of a signature on a sheet.
    """

    proof: Listed
    city: str | None


async def contents_in(tx: Transaction, db: Database, appeal: Appeal, handover: Handover) -> Contents:
    """Return what the package of *handover* is about; *appeal* is the version that it was made with."""
    values: Values = {
        "id": handover.id,
        "code": handover.code,
        "addressee": handover.addressee,
        "size": handover.size,
        "before": handover.number - 1,
    }
    head = await tx.only("SELECT note FROM log_head WHERE appeal = :code AND size = :size", values)
    listed = await tx.only(f"SELECT COUNT(*) AS n {_STILL_LISTED}", values)
    before = await tx.one(
        "SELECT handed_at FROM handover WHERE appeal = :code AND addressee = :addressee AND number = :before", values
    )
    countries = await _countries(tx, values)
    shown = told_apart(countries)
    return Contents(
        head=read_head(head["note"], signer_of(db.key).public),
        note=head["note"],
        listed=listed["n"],
        earlier_text=await earlier_signers(tx, appeal, handover.addressee),
        corrections=await _corrections(tx, values),
        before=before["handed_at"] if before else None,
        countries=shown,
        elsewhere=countries.total() - sum(shown.values()),
    )


async def listed_names(tx: Transaction, db: Database, handover: Handover) -> AsyncIterator[ListedName]:
    """Give the names of the handover in the order of their numbers."""
    values = {"id": handover.id, "size": handover.size}
    async for row in tx.stream(
        f"SELECT signature.*, appeal_version.digest AS text, log_leaf.entry {_STILL_LISTED} ORDER BY signature.serial",
        values,
    ):
        yield _listed(db, row)


async def heads_up_to(tx: Transaction, handover: Handover) -> AsyncIterator[str]:
    """Give every head of the petition that was given out up to the handover's, the smallest first."""
    async for row in tx.stream(
        "SELECT note FROM log_head WHERE appeal = :code AND size <= :size ORDER BY size",
        {"code": handover.code, "size": handover.size},
    ):
        yield row["note"]


async def entries_up_to(tx: Transaction, handover: Handover) -> AsyncIterator[str]:
    """Give the entries of the petition's log that the handover's head is over."""
    async for row in tx.stream(
        "SELECT entry FROM log_leaf WHERE appeal = :code AND position < :size ORDER BY position",
        {"code": handover.code, "size": handover.size},
    ):
        yield row["entry"]


def _listed(db: Database, row: Row) -> ListedName:
    statement = Statement(
        row["appeal"],
        row["serial"],
        row["text"],
        db.key.decrypt("signature.name", row["name"]),
        db.key.decrypt("signature.country", row["country"]),
        row["channel"],
        row["day"],
    )
    salt = db.key.decrypt("signature.salt", row["salt"]) if row["salt"] else None
    city = db.key.decrypt("signature.city", row["city"]) if row["city"] else None
    return ListedName(Listed(row["leaf"], row["entry"], salt, statement), city)


async def _corrections(tx: Transaction, values: Values) -> tuple[Correction, ...]:
    """Return what this handover told of earlier ones, and what holds no more of itself."""
    rows = await tx.all(
        """
        SELECT handover.number, told.serial FROM handover_correction AS told
            JOIN handover ON handover.id = told.handover
        WHERE told.told_in = :id OR told.handover = :id
        UNION
        SELECT handover.number, signature.serial FROM handed_over
            JOIN handover ON handover.id = handed_over.handover
            JOIN signature ON signature.id = handed_over.signature
        WHERE handed_over.handover = :id AND signature.leaf >= :size
        ORDER BY 1, 2
        """,
        values,
    )
    return tuple(Correction(row["number"], row["serial"]) for row in rows)


async def _countries(tx: Transaction, values: Values) -> Counter[str]:
    rows = await tx.all(
        "SELECT value, SUM(valid) AS n FROM tally WHERE appeal = :code AND dimension = :dimension GROUP BY value",
        {**values, "dimension": Dimension.COUNTRY},
    )
    return Counter({row["value"]: row["n"] for row in rows if row["n"]})
