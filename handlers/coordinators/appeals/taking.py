"""Taking a sheet, whoever wrote it: what is wrong with it is said line by line, or it is stored as a draft."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from handlers.appeals.fitting import faults_of_length
from handlers.asking import say
from handlers.coordinators.appeals.previewing import show_draft
from handlers.coordinators.sheets import say_faults
from storage.appeals.faults import SheetFaults
from storage.appeals.records import add_draft, find_waiting
from storage.appeals.sheet import read_sheet
from storage.errors import WrongState
from storage.registers.records import read_registers

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def take_sheet(update: Update, context: Context, coordinator: Coordinator, text: str) -> None:
    """Store the sheet as a draft and show it, or say everything that is wrong with it."""
    services, now = context.services, context.services.now()
    try:
        registers = await read_registers(services.db)
        appeal = await asyncio.to_thread(read_sheet, text, now=now, registers=registers)
        if faults := faults_of_length(appeal, services.texts, now=now):
            await say_faults(update, context, faults)
            return
        number = await add_draft(services.db, appeal, coordinator, now)
    except SheetFaults as refusal:
        await say_faults(update, context, refusal.faults)
        return
    except WrongState as refusal:
        state = context.label(f"state-{refusal.state}")
        await say(update, context, context.say("drafting-over", code=appeal.code, state=state))
        return
    log.info("coordinator %d drafted version %d of an appeal", coordinator.id, number)
    await show_draft(update, context, appeal.code, await _what_was_stored(context, appeal))


async def _what_was_stored(context: Context, appeal: Appeal) -> str:
    stored = await find_waiting(context.services.db, appeal.code)
    if stored.corrects is not None:
        return "drafting-correction"
    return "drafting-stored" if stored.number == 1 else "drafting-replaced"
