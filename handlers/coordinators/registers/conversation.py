"""The registers that sheets draw upon: looking at them, and changing them by a sheet.

/registers ──► offices, obligations, explanations, campaigns ──► a list ──► an entry ──[Checked today]
                                                                   │          └──[New holder]──► see `holder`
a document NAME.yaml ──► what is wrong with it, line by line       └──[All as a sheet]──► NAME.yaml
                     └─► saved: the entries in it take the place of those with their keys, all others stay
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from handlers.appeals.fitting import faults_of_length
from handlers.asking import answer, button, message_of, on, person_of, say, show
from handlers.coordinators.named import words_of
from handlers.coordinators.registers.screens import entry_screen, list_screen, registers_screen
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.coordinators.sheets import Unreadable, say_faults, say_unreadable, text_of
from storage.appeals.records import find_waiting
from storage.appeals.sheets.faults import SheetFaults
from storage.errors import LanguagesLost, NoSuchKey
from storage.registers.changing import mark_checked, save_entries
from storage.registers.models import Register
from storage.registers.records import find_registered, read_registers
from storage.registers.sheet import read_register_sheet, write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.registers.screens import Screen
    from storage.people.coordinators import Coordinator
    from storage.registers.models import Entry
    from storage.registers.sheet import RegisterSheet

log = logging.getLogger(__name__)

NAMED = 10  # entries or drafts in one sentence

_ENDING = filters.Document.FileExtension("yaml") | filters.Document.FileExtension("yml")


@trusted_with(Duty.DRAFT)
async def open_registers(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show all registers, or of the one that is named a page or an entry."""
    await answer(update, context)
    words = words_of(update, context)
    registers = await read_registers(context.services.db)
    register = _register(words)
    if register is None:
        await show(update, context, *registers_screen(context, registers))
        return
    entries, asked = registers.of(register), "".join(words[1:2]).lower()
    named = entries.get(asked)
    screen = _entry(context, named, coordinator) if named else list_screen(context, register, entries, asked)
    await show(update, context, *screen)


@trusted_with(Duty.DRAFT)
async def show_entry(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show one entry in the place of its list."""
    register, key = _register(words_of(update, context)), "".join(words_of(update, context)[1:2])
    entry = await find_registered(context.services.db, register, key) if register else None
    await answer(update, context, None if entry else "button-stale")
    if entry:
        await show(update, context, *_entry(context, entry, coordinator))


@trusted_with(Duty.DRAFT, Duty.HAND_OVER)
async def show_office(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show an office below the screen that names it, such as that of a handover."""
    key = "".join(words_of(update, context)[:1])
    office = await find_registered(context.services.db, Register.OFFICES, key)
    await answer(update, context, None if office else "button-stale")
    if office:
        await say(update, context, *_entry(context, office, coordinator))


@trusted_with(Duty.DRAFT)
async def note_check(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Note that all that the register says of an office is so today."""
    services, key = context.services, "".join(words_of(update, context)[:1])
    try:
        office = await mark_checked(services.db, key, coordinator, services.today(), services.now())
    except NoSuchKey:
        await answer(update, context, "button-stale")
        return
    log.info("coordinator %d checked an office", coordinator.id)
    await answer(update, context, "registers-noted")
    await show(update, context, *_entry(context, office, coordinator))


@trusted_with(Duty.DRAFT)
async def give_sheet(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Send a whole register as a sheet, to edit."""
    register = _register(words_of(update, context))
    await answer(update, context, None if register else "button-stale")
    if register is None:
        return
    entries = (await read_registers(context.services.db)).of(register)
    file = InputFile(write_sheet(register, entries.values()).encode(), filename=f"{register}.yaml")
    await context.bot.send_document(person_of(update).id, file, caption=context.say("registers-sheet-sent"))


@trusted_with(Duty.DRAFT, refusal="drafting-no-documents")
async def take_document(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Read the sheet of a register and save what it says, or say everything that is wrong with it."""
    document = message_of(update).document
    assert document is not None  # the filter lets nothing else through
    text = await text_of(document)
    if isinstance(text, Unreadable):
        await say_unreadable(update, context, text)
        return
    try:
        sheet = await asyncio.to_thread(read_register_sheet, text, today=context.services.today())
    except SheetFaults as refusal:
        await say_faults(update, context, refusal.faults)
        return
    await _save(update, context, coordinator, sheet)


async def _save(update: Update, context: Context, coordinator: Coordinator, sheet: RegisterSheet) -> None:
    services, register = context.services, sheet.register
    try:
        saved = await save_entries(services.db, register, sheet.entries, coordinator, services.now())
    except LanguagesLost as refusal:
        lost = [f"{key} ({_named(context, languages)})" for key, languages in refusal.lost.items()]
        await say(update, context, context.say("registers-languages-lost", entries=_named(context, lost)))
        return
    log.info("coordinator %d saved %d entries of a register", coordinator.id, saved.added + saved.changed)
    values = {"added": saved.added, "changed": saved.changed, "same": len(sheet.entries) - saved.added - saved.changed}
    codes, drafts = _named(context, saved.renewed), len(saved.renewed)
    text = context.say("registers-saved", **values, codes=codes, drafts=drafts)
    if too_long := [code for code in saved.renewed if await _is_too_long(context, code)]:
        text = f"{text}\n\n{context.say('registers-too-long', codes=_named(context, too_long))}"
    await say(update, context, text, [[button(context.label(f"registers-look-{register}"), "register", register)]])


async def _is_too_long(context: Context, code: str) -> bool:
    """Whether what waits under the code, just renewed, does not fit Telegram's messages any more."""
    stored = await find_waiting(context.services.db, code)
    return bool(faults_of_length(stored.appeal, context.services.texts, now=context.services.now()))


def _named(context: Context, names: Sequence[str]) -> str:
    """Name the first, and count the rest."""
    shown, more = ", ".join(names[:NAMED]), len(names) - NAMED
    return context.label("registers-more", shown=shown, more=more) if more > 0 else shown


def _entry(context: Context, entry: Entry, coordinator: Coordinator) -> Screen:
    return entry_screen(context, entry, may_change=Duty.DRAFT in DUTIES[coordinator.role])


def _register(words: tuple[str, ...]) -> Register | None:
    named = "".join(words[:1]).lower()
    return Register(named) if named in set(Register) else None


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("registers", open_registers),
        MessageHandler(filters.UpdateType.MESSAGE & _ENDING, take_document),
        on("registers", open_registers),
        on("register", open_registers),
        on("entry-of", show_entry),
        on("office-of", show_office),
        on("office-checked", note_check),
        on("register-sheet", give_sheet),
    ]
