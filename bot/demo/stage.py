"""Sets the stage of a rehearsal: a folder with its own key, tip keys, coordinators and approved demo appeals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.demo import demo_registers, named_sheets
from bot.own_machine.keys import new_identity, write_identity
from storage.appeals.records import UNSENT, add_draft, appeals_in, approve, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.versions import Replaces
from storage.database import Database
from storage.people.coordinators import (
    Role,
    accept_invitation,
    coordinators_with,
    ensure_owners,
    find_coordinator,
    invite,
)
from storage.registers.changing import save_entries
from storage.registers.records import read_registers
from storage.registers.sheet import read_register_sheet
from storage.sealing import read_recipients
from storage.secret_key import create_secret_key, load_secret_key
from storage.tips.keys.epochs import answer_canary, propose_epoch, tip_recipients

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from storage.people.coordinators import Coordinator

DEMO_STAFF = (7001, 7002, 7003)  # colleagues off stage, who wrote and approved the demo appeals
DEMO_REVIEWER = 7004  # one more, who holds the second of the demo tip keys
TIP_KEYS = ("desk-1.key", "desk-2.key")  # the owner's, and that reviewer's


@dataclass(frozen=True)
class Stage:
    """Where a rehearsal keeps its things."""

    folder: Path

    @property
    def database(self) -> Path:
        """The rehearsal's own database."""
        return self.folder / "clarion.db"

    @property
    def secret_key(self) -> Path:
        """Its secret key; in life it would lie apart."""
        return self.folder / "clarion.key"

    @property
    def recipients(self) -> Path:
        """The public halves of the demo tip keys."""
        return self.folder / "tip-recipients.txt"

    @property
    def tip_keys(self) -> tuple[Path, ...]:
        """The demo tip keys, unprotected; in life each lies on its coordinator's own machine."""
        return tuple(self.folder / name for name in TIP_KEYS)

    @property
    def telegram(self) -> Path:
        """The journal of the rehearsed Telegram."""
        return self.folder / "telegram.jsonl"


async def set_up(stage: Stage, owner: int, campaigner: int, now: datetime) -> None:
    """Make what is missing on the stage; what is there from last time stays as it is."""
    stage.folder.mkdir(parents=True, exist_ok=True)
    if not stage.secret_key.exists():
        create_secret_key(stage.secret_key)
    db = await Database.open(stage.database, load_secret_key(stage.secret_key))
    try:
        await ensure_owners(db, [owner], now)
        await _join(db, campaigner, Role.CAMPAIGNER, now)
        await _write_demo_appeals(db, now)
        reviewer = await _join(db, DEMO_REVIEWER, Role.REVIEWER, now)
        if not stage.recipients.exists():
            _make_tip_keys(stage, [(await _join(db, owner, Role.OWNER, now)).alias, reviewer.alias])
        await _open_canaries(db, stage, now)
    finally:
        await db.close()


def _make_tip_keys(stage: Stage, aliases: Iterable[str]) -> None:
    """Make a key for each alias: by it a signed reply is known as that coordinator's."""
    lines = []
    for alias, path in zip(aliases, stage.tip_keys, strict=True):
        identity = new_identity(None, alias)
        write_identity(identity, path)
        lines.append(f"{identity.recipient.line}\n")
    stage.recipients.write_text("".join(lines), encoding="utf-8")


async def _open_canaries(db: Database, stage: Stage, now: datetime) -> None:
    """Let the demo keys answer for themselves; in life each coordinator opens a canary on their own machine."""
    if await tip_recipients(db) is None:
        for canary in await propose_epoch(db, read_recipients(stage.recipients.read_text(encoding="utf-8")), now):
            await answer_canary(db, canary.word, now)


async def _join(db: Database, person: int, role: Role, now: datetime) -> Coordinator:
    if known := await find_coordinator(db, person):
        return known
    owner, *_ = await coordinators_with(db, frozenset({Role.OWNER}))
    return await accept_invitation(db, await invite(db, role, owner, now), person, now)


async def _fill_registers(db: Database, by: Coordinator, now: datetime) -> None:
    """Add the entries that are not there; what was changed in an earlier rehearsal stays."""
    known = await read_registers(db)
    for text in demo_registers():
        sheet = read_register_sheet(text, today=now.date())
        new = [entry for entry in sheet.entries if entry.key not in known.of(sheet.register)]
        await save_entries(db, sheet.register, new, by, now)


async def _write_demo_appeals(db: Database, now: datetime) -> None:
    """Write and approve what is not there, or was never sent and is too late by now."""
    author, *reviewers = [await _join(db, person, Role.CAMPAIGNER, now) for person in DEMO_STAFF]
    await _fill_registers(db, author, now)
    registers = await read_registers(db)
    fresh = {one.appeal.code for one in await appeals_in(db) if one.state not in UNSENT or now < one.appeal.deadline}
    for sheet in named_sheets():
        appeal = read_sheet(sheet, now=now, registers=registers)
        if appeal.code in fresh:
            continue
        number = await add_draft(db, appeal, author, now, replaces=Replaces.ANYTHING)
        await submit(db, appeal.code, number, author, now)
        for reviewer in reviewers[: appeal.approvals_needed]:
            await approve(db, appeal.code, number, reviewer, now, needed=appeal.approvals_needed)
