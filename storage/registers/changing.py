"""Changing the registers: by a sheet, an office by a single fact.

What an entry says goes on into sheets that are still drafts; what somebody reviews, approved or sent stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.appeals.renewing import renew_drafts
from storage.audit import Deed, record
from storage.errors import LanguagesLost, NoSuchKey
from storage.registers.models import Office, Register, title_of
from storage.registers.records import office_in, registers_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.registers.models import Entry
    from storage.transactions import Transaction


@dataclass(frozen=True)
class Saved:
    """What became of the entries of a sheet.

    Attributes:
        added: How many are new.
        changed: How many took the place of another one.
        renewed: Codes of the appeals whose drafts say it anew.
    """

    added: int
    changed: int
    renewed: tuple[str, ...] = ()


async def save_entries(
    db: Database, register: Register, entries: Sequence[Entry], by: Coordinator, now: datetime
) -> Saved:
    """Let each of *entries* take the place of the one with its key; all others of the register stay.

    Raises:
        LanguagesLost: If one of them lacks a language that it had; then nothing is changed.
    """
    async with db.transaction() as tx:
        before = (await registers_in(tx)).of(register)
        _require_languages(before, entries)
        new = [entry for entry in entries if entry.key not in before]
        changed = [entry for entry in entries if entry.key in before and before[entry.key] != entry]
        for entry in (*new, *changed):
            deed = "change_entry" if entry.key in before else "add_entry"
            await _store(tx, register, entry, Deed(now, by.id, deed, entry.key, {"register": register}))
        renewed = await _renew(tx, register, changed)
    return Saved(len(new), len(changed), renewed)


async def mark_checked(db: Database, key: str, by: Coordinator, day: date, now: datetime) -> Office:
    """Note that somebody looked on *day* whether what the register says of the office is so, and return it.

    Raises:
        NoSuchKey: If the register has no such office.
    """
    async with db.transaction() as tx:
        before = await _office(tx, key)
        office = before.model_copy(update={"checked_on": day})
        if office != before:  # a second tap notes nothing new
            await _store(tx, Register.OFFICES, office, Deed(now, by.id, "check_office", key))
    return office


async def change_holder(db: Database, key: str, holder: Mapping[str, str], by: Coordinator, now: datetime) -> Office:
    """Note who holds the office now, and return it; letters that were handed over keep whom they named.

    A language of the office that *holder* lacks gets the first name in it.

    Raises:
        NoSuchKey: If the register has no such office.
    """
    async with db.transaction() as tx:
        office = await _office(tx, key)
        first = next(iter(holder.values()))
        names = {language: holder.get(language, first) for language in office.office}
        office = Office.model_validate({**office.model_dump(), "holder": names})
        await _store(tx, Register.OFFICES, office, Deed(now, by.id, "change_holder", key))
    return office


def _require_languages(before: Mapping[str, Entry], entries: Sequence[Entry]) -> None:
    lost = {
        entry.key: missing
        for entry in entries
        if entry.key in before
        and (missing := tuple(tag for tag in title_of(before[entry.key]) if tag not in title_of(entry)))
    }
    if lost:
        raise LanguagesLost(lost)


async def _office(tx: Transaction, key: str) -> Office:
    office = await office_in(tx, key)
    if office is None:
        raise NoSuchKey
    return office


async def _store(tx: Transaction, register: Register, entry: Entry, deed: Deed) -> None:
    await tx.execute(
        """
        INSERT INTO register_entry (register, key, document, changed_by, changed_at)
        VALUES (:register, :key, :document, :by, :at)
        ON CONFLICT (register, key) DO UPDATE SET document = excluded.document,
            changed_by = excluded.changed_by, changed_at = excluded.changed_at
        """,
        {
            "register": register,
            "key": entry.key,
            "document": entry.model_dump_json(),
            "by": deed.coordinator,
            "at": int(deed.at.timestamp()),
        },
    )
    await record(tx, deed)


async def _renew(tx: Transaction, register: Register, changed: Sequence[Entry]) -> tuple[str, ...]:
    registers = await registers_in(tx)
    codes: set[str] = set()
    for entry in changed:
        codes.update(await renew_drafts(tx, register, entry.key, registers))
    return tuple(sorted(codes))
