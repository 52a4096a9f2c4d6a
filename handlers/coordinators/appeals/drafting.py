"""Drafting an appeal: one sheet out, one sheet back.

/draft ──► appeal-sheet.md, to fill in
a document ──► what is wrong with it, line by line
           └─► a draft, shown as its readers will see it ──[Send to the reviewers]──► see `approving`

A sheet of an appeal that was sent is the draft of its correction.
"""

from __future__ import annotations

import asyncio
import logging
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from handlers.appeals.fitting import faults_of_length
from handlers.appeals.sheet_faults import fault_texts
from handlers.asking import message_of, person_of, say
from handlers.coordinators.appeals.previewing import show_draft
from handlers.coordinators.roles import Duty, trusted_with
from handlers.message_text import MESSAGE_MAX, length
from handlers.texts import Markup
from storage.appeals.faults import SheetFaults
from storage.appeals.records import add_draft, find_waiting
from storage.appeals.sheet import empty_sheet, read_sheet
from storage.errors import WrongState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Document, Update

    from handlers.context import Context
    from storage.appeals.faults import Fault
    from storage.appeals.model import Appeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

SHEET_MAX = 256 * 1024  # bytes
SHEET_ENDINGS = frozenset({".md", ".markdown", ".txt"})
LISTED_FAULTS_MAX = 20  # in the chat; more come as a file


class Unreadable(StrEnum):
    """Why a document cannot be a sheet; the words are the ends of the texts that say so."""

    NOT_A_SHEET = "not-a-sheet"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"


@trusted_with(Duty.DRAFT)
async def give_sheet(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Send the empty sheet in the coordinator's language."""
    sheet = InputFile(empty_sheet(context.language).encode(), filename="appeal-sheet.md")
    await context.bot.send_document(person_of(update).id, sheet, caption=context.say("drafting-sheet"))


@trusted_with(Duty.DRAFT, refusal="drafting-no-documents")
async def take_document(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Read a filled sheet and store it as a draft, or say everything that is wrong with it."""
    document = message_of(update).document
    assert document is not None  # the filter lets nothing else through
    text = await _text_of(document)
    if isinstance(text, Unreadable):
        await say(update, context, context.say(f"drafting-{text}", limit=SHEET_MAX // 1024))
        return
    await _take_sheet(update, context, coordinator, text)


async def _take_sheet(update: Update, context: Context, coordinator: Coordinator, text: str) -> None:
    services, now = context.services, context.services.now()
    try:
        appeal = await asyncio.to_thread(read_sheet, text, now=now)
        if faults := faults_of_length(appeal, services.texts, now=now):
            await _say_faults(update, context, faults)
            return
        number = await add_draft(services.db, appeal, coordinator, now)
    except SheetFaults as refusal:
        await _say_faults(update, context, refusal.faults)
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


async def _say_faults(update: Update, context: Context, faults: Sequence[Fault]) -> None:
    """Name every fault in one message, or in a file where there are too many for one."""
    lines = fault_texts(faults, context.services.texts, context.language)
    listed = Markup("\n").join(Markup("• {}").format(line) for line in lines)
    message = f"{context.say('drafting-faults', count=len(lines))}\n\n{listed}"
    if len(lines) <= LISTED_FAULTS_MAX and length(message) <= MESSAGE_MAX:
        await say(update, context, message)
        return
    file = InputFile("\n".join(lines).encode("utf-8-sig"), filename="faults.txt")
    caption = context.say("drafting-faults-attached", count=len(lines))
    await context.bot.send_document(person_of(update).id, file, caption=caption)


async def _text_of(document: Document) -> str | Unreadable:
    ending = PurePath(document.file_name or "").suffix.lower()
    if ending not in SHEET_ENDINGS and not (document.mime_type or "").startswith("text/"):
        return Unreadable.NOT_A_SHEET
    if (document.file_size or 0) > SHEET_MAX:
        return Unreadable.TOO_LARGE
    file = await document.get_file()
    content = bytes(await file.download_as_bytearray())
    if len(content) > SHEET_MAX:  # the size that was told is the sender's word
        return Unreadable.TOO_LARGE
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unreadable.NOT_UTF8


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("draft", give_sheet),
        MessageHandler(filters.UpdateType.MESSAGE & filters.Document.ALL, take_document),
    ]
