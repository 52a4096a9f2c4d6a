"""Signatures on their way out, one by one: names and places of those who agreed to be handed over, of others none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from storage.exports.formats.tables import Table

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from storage.database import Database
    from storage.exports.formats.tables import Row as TableRow
    from storage.secret_key import SecretKey
    from storage.transactions import Row

COLUMNS = (
    "number", "name", "country", "city", "signed_at", "day", "language", "channel", "source", "batch", "text_version",
    "state", "comment", "hand_over", "updates", "show_name",
)  # fmt: skip
"""Stable names, for people and programs alike; the manifest says what each one means."""

_GIVEN = "EXISTS (SELECT 1 FROM consent WHERE consent.signature = signature.id AND consent.purpose = '{}')"
_SELECTED = f"""
    SELECT signature.serial, signature.name, signature.country, signature.city, signature.email, signature.comment,
        signature.signed_at, signature.day, signature.signed_in, signature.channel, signature.source, signature.batch,
        appeal_version.number, signature.state,
        {_GIVEN.format("hand_over")}, {_GIVEN.format("updates")}, {_GIVEN.format("show_name")}
    FROM signature JOIN appeal_version ON appeal_version.id = signature.version
    WHERE signature.appeal = :code AND signature.state <> 'withdrawn'
    ORDER BY signature.serial
"""


class ExportedSignature(NamedTuple):
    """One signature that was not withdrawn; what may not go out, or is not kept any more, is None.

    Attributes:
        email: Only of who asked for updates at that address.
        text_version: Number of the appeal's version that was signed.
    """

    number: int
    name: str | None
    country: str | None
    city: str | None
    signed_at: datetime
    day: str
    language: str | None
    channel: str
    source: str | None
    batch: int | None
    text_version: int
    state: str
    comment: str | None
    hand_over: bool
    updates: bool
    show_name: bool
    email: str | None


async def exported_signatures(db: Database, code: str) -> AsyncIterator[ExportedSignature]:
    """Give every signature that was not withdrawn, in the order of their numbers and as of one moment."""
    async with db.long_reading() as tx:
        async for row in tx.stream(_SELECTED, {"code": code}):
            yield _exported(db.key, row)


def signatures_table(db: Database, code: str) -> Table:
    """Return the signatures as a table; its rows come straight from the database."""
    return Table(code, COLUMNS, _cells(db, code))


async def _cells(db: Database, code: str) -> AsyncIterator[TableRow]:
    width = len(COLUMNS)
    async for one in exported_signatures(db, code):
        yield one[:width]


def _exported(key: SecretKey, row: Row) -> ExportedSignature:
    (
        number, name, country, city, email, comment, signed_at, day, language, channel, source, batch, text_version,
        state, hand_over, updates, show_name,
    ) = row  # fmt: skip  # by place: by name, each value would be searched for among all columns of each row

    def opened(column: str, field: bytes | None, allowed: int) -> str | None:
        return key.decrypt(column, field) if allowed and field is not None else None

    return ExportedSignature(
        number,
        opened("signature.name", name, hand_over),
        opened("signature.country", country, hand_over),
        opened("signature.city", city, hand_over),
        datetime.fromtimestamp(signed_at, UTC),
        day,
        language,
        channel,
        source,
        batch,
        text_version,
        state,
        opened("signature.comment", comment, 1),
        bool(hand_over),
        bool(updates),
        bool(show_name),
        opened("signature.email", email, updates),
    )
