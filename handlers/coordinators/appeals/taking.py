"""Taking a sheet: what is wrong with it is said line by line, or it is stored as a draft.

What takes the place of a colleague's version, or of one that was before the reviewers, is stored when it says so.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from handlers.appeals.fitting import faults_of_length
from handlers.asking import say
from handlers.coordinators.appeals.previewing import show_draft
from handlers.coordinators.sheets import say_faults
from handlers.coordinators.telling import language_of, tell
from storage.appeals.records import add_draft, find_waiting
from storage.appeals.sheets.faults import SheetFaults
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.versions import Replaces
from storage.errors import WouldReplace, WrongState
from storage.people.coordinators import Role, coordinators_with
from storage.registers.records import read_registers

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.texts import Value
    from storage.appeals.model import Appeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def take_sheet(
    update: Update, context: Context, coordinator: Coordinator, text: str, *, replaces: Replaces
) -> None:
    """Store the sheet as a draft and show it, or say why not: all its faults, or in whose place it would come."""
    try:
        appeal = await read_draft(context, text)
        replaced = await _store(context, coordinator, appeal, replaces)
    except SheetFaults as refusal:
        await say_faults(update, context, refusal.faults)
        return
    except WrongState as refusal:
        state = context.label(f"state-{refusal.state}")
        await say(update, context, context.say("drafting-over", code=appeal.code, state=state))
        return
    except WouldReplace as refusal:
        await _ask_first(update, context, appeal, refusal)
        return
    await show_draft(update, context, appeal.code, await _what_was_stored(context, appeal))
    if replaced is not None:
        await _tell_author(context, appeal, replaced, coordinator)


async def read_draft(context: Context, text: str) -> Appeal:
    """Return the appeal that the sheet is, with what the registers say now.

    Raises:
        SheetFaults: With everything that is wrong, also of what is too long for a message.
    """
    services, now = context.services, context.services.now()
    registers = await read_registers(services.db)
    appeal = await asyncio.to_thread(read_sheet, text, now=now, registers=registers)
    if faults := faults_of_length(appeal, services.texts, now=now):
        raise SheetFaults(tuple(faults))
    return appeal


async def _store(context: Context, coordinator: Coordinator, appeal: Appeal, replaces: Replaces) -> WouldReplace | None:
    """Store the draft; return in whose place it came, where it had to say so."""
    db, now = context.services.db, context.services.now()
    replaced = None
    try:
        number = await add_draft(db, appeal, coordinator, now)
    except WouldReplace as refusal:
        if replaces is not Replaces.ANYTHING:
            raise
        replaced = refusal
        number = await add_draft(db, appeal, coordinator, now, replaces=replaces)
    log.info("coordinator %d drafted version %d of an appeal", coordinator.id, number)
    return replaced


async def _ask_first(update: Update, context: Context, appeal: Appeal, would: WouldReplace) -> None:
    everybody = await coordinators_with(context.services.db, frozenset(Role))
    author = next((one.alias for one in everybody if one.id == would.author), context.label("drafting-left"))
    state, word = context.label(f"state-{would.state}"), context.label("drafting-replace")
    values: dict[str, Value] = {
        "code": appeal.code,
        "version": would.number,
        "author": author,
        "state": state,
        "word": word,
    }
    await say(update, context, context.say("drafting-would-replace", **values))


async def _tell_author(context: Context, appeal: Appeal, replaced: WouldReplace, by: Coordinator) -> None:
    """Tell a colleague whose version it was."""
    texts = context.services.texts
    for author in await coordinators_with(context.services.db, frozenset(Role)):
        if author.id == replaced.author != by.id:
            language = await language_of(context, author)
            state = texts.plain(f"state-{replaced.state}", language)
            values: dict[str, Value] = {"code": appeal.code, "version": replaced.number, "by": by.alias, "state": state}
            await tell(context, author, texts.html("drafting-author-replaced", language, **values))


async def _what_was_stored(context: Context, appeal: Appeal) -> str:
    stored = await find_waiting(context.services.db, appeal.code)
    if stored.corrects is not None:
        return "drafting-correction"
    return "drafting-stored" if stored.number == 1 else "drafting-replaced"
