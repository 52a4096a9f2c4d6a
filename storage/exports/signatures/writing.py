"""One export of a petition: noted in the audit before its first byte, streamed in flat memory, told by a manifest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

from storage.audit import Deed, record
from storage.exports.formats.csv import write_csv
from storage.exports.formats.jsonl import write_jsonl
from storage.exports.formats.xlsx import write_xlsx
from storage.exports.signatures.action_network import action_network_table
from storage.exports.signatures.manifest import Manifest, Measured
from storage.exports.signatures.osdi import write_osdi
from storage.exports.signatures.rows import exported_signatures, signatures_table
from storage.exports.signatures.totals import totals_table
from storage.petitions.counting.tally import total_signatures

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.exports.formats.tables import Table
    from storage.people.coordinators import Coordinator


class Form(StrEnum):
    """What is exported, and as what."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    OSDI = "osdi"
    ACTION_NETWORK = "actionnetwork"
    TOTALS = "totals"

    @property
    def ending(self) -> str:
        """How the file's name ends."""
        return {Form.CSV: "csv", Form.XLSX: "xlsx", Form.JSON: "jsonl", Form.OSDI: "json"}.get(self, "csv")

    @property
    def names_people(self) -> bool:
        """Whether there is more in it than counts."""
        return self is not Form.TOTALS


@dataclass(frozen=True)
class Order:
    """An export that is asked for.

    Attributes:
        by: Who asks.
        told: Says in words, in the reader's language, what a column or a kind of content is; see `exporting.ftl`.
        link: Opens the petition, for who wants to sign.
        scratch: A folder for what an Excel workbook cannot be written without; None keeps the workbook in memory.
    """

    appeal: Appeal
    form: Form
    by: Coordinator
    at: datetime
    told: Callable[[str], str]
    link: str | None = None
    scratch: Path | None = None

    @property
    def file_name(self) -> str:
        """Name of the file, such as `DEMO-002-signatures-2026-11-22.csv`."""
        return f"{self._stem}.{self.form.ending}"

    @property
    def manifest_name(self) -> str:
        """Name of its manifest, such as `DEMO-002-signatures-2026-11-22-csv.manifest.json`."""
        return f"{self._stem}-{self.form.ending}.manifest.json"

    @property
    def _stem(self) -> str:
        content = {Form.OSDI: "osdi", Form.ACTION_NETWORK: "action-network", Form.TOTALS: "totals"}
        return f"{self.appeal.code}-{content.get(self.form, 'signatures')}-{self.at:%Y-%m-%d}"


async def export(db: Database, order: Order, out: BinaryIO, most: int | None = None) -> Manifest:
    """Write what is asked for to *out*, and return what the file is.

    Raises:
        TooLarge: If it is larger than *most* bytes.
        TableTooLarge: If it does not fit an Excel sheet.
    """
    detail: dict[str, str | int] = {"format": order.form}
    async with db.transaction() as tx:
        await record(tx, Deed(order.at, order.by.id, "export_signatures", order.appeal.code, detail))
    measured = Measured(out, most)
    rows, columns = await _write(db, order, measured.file)
    return Manifest(
        file=order.file_name,
        petition=order.appeal.code,
        content=order.told(f"content-{order.form}"),
        rows=rows,
        bytes=measured.bytes,
        sha256=measured.sha256,
        exported_at=order.at.isoformat(),
        exported_by=order.by.alias,
        consent=order.told(f"consent-{order.form}"),
        columns={name: order.told(f"column-{name.replace('_', '-')}") for name in columns},
    )


async def _write(db: Database, order: Order, out: BinaryIO) -> tuple[int, tuple[str, ...]]:
    code = order.appeal.code
    if order.form is Form.OSDI:
        total = (await total_signatures(db, code)).all
        return await write_osdi(order.appeal, total, order.link, exported_signatures(db, code), out), ()
    table = await _table(db, order)
    match order.form:
        case Form.XLSX:
            rows = await write_xlsx(table, out, order.scratch)
        case Form.JSON:
            rows = await write_jsonl(table, out)
        case _:
            rows = await write_csv(table, out)
    return rows, table.columns


async def _table(db: Database, order: Order) -> Table:
    match order.form:
        case Form.ACTION_NETWORK:
            return action_network_table(db, order.appeal.code)
        case Form.TOTALS:
            return await totals_table(db, order.appeal.code, order.at)
        case _:
            return signatures_table(db, order.appeal.code)
