"""Drafts say what the registers say now; what somebody reviews, approved or sent says what it said then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import Appeal, appeal_in
from storage.appeals.sheets.entries import obligation_for, office_parts
from storage.appeals.versions import CORRECTIONS, CURRENT
from storage.registers.models import Register

if TYPE_CHECKING:
    from storage.appeals.parts import Addressee, Obligation
    from storage.registers.records import Registers
    from storage.transactions import Transaction

_DRAFTS = (
    f"{CURRENT} WHERE appeal.state = 'draft'",
    f"{CORRECTIONS} WHERE appeal.correction_state = 'draft'",
)


async def renew_drafts(tx: Transaction, register: Register, key: str, registers: Registers) -> tuple[str, ...]:
    """Write what *registers* say of an entry into every draft that names it; return the codes of those appeals.

    An obligation is renewed as a whole, an office in what the sheet left to its entry. The entry has every language
    that it had when they were drafted.
    """
    rows = [row for drafts in _DRAFTS for row in await tx.all(drafts)]
    renewed = []
    for row in rows:
        before = appeal_in(row["document"])
        after = _renewed(before, register, key, registers)
        if after == before:
            continue
        await tx.execute(
            "UPDATE appeal_version SET document = :document, digest = :digest WHERE id = :id",
            {"id": row["id"], "document": after.model_dump_json(), "digest": after.digest()},
        )
        renewed.append(after.code)
    return tuple(sorted(renewed))


def _renewed(appeal: Appeal, register: Register, key: str, registers: Registers) -> Appeal:
    languages = appeal.languages

    def office(addressee: Addressee) -> Addressee:
        if addressee.entry != key:
            return addressee
        return addressee.model_copy(update=office_parts(registers.offices[key], addressee.from_entry, languages))

    def obligation(one: Obligation) -> Obligation:
        return obligation_for(registers.obligations[key], languages) if one.key == key else one

    if register is Register.OFFICES:
        return appeal.model_copy(update={"addressees": tuple(map(office, appeal.addressees))})
    if register is Register.OBLIGATIONS:
        return appeal.model_copy(update={"obligations": tuple(map(obligation, appeal.obligations))})
    return appeal  # of explanations and campaigns, appeals have the key alone
