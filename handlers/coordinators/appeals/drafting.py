"""Drafting an appeal: one sheet out, one sheet back.

/draft ──► appeal-sheet.md, to fill in
a document ──► what is wrong with it, line by line
           ├─► in whose place it would come; with the caption "replace" it does
           └─► a draft, shown as its readers will see it ──[Send to the reviewers]──► see `approving`

A sheet of an appeal that was sent is the draft of its correction.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from handlers.asking import message_of, person_of
from handlers.coordinators.appeals.taking import take_sheet
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.sheets import Unreadable, say_unreadable, text_of
from handlers.texts import LANGUAGES
from storage.appeals.sheets.sheet import empty_sheet
from storage.appeals.versions import Replaces

if TYPE_CHECKING:
    from telegram import Document, Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

SHEET_ENDINGS = frozenset({".md", ".markdown", ".txt"})


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
    text = await text_of(document) if _may_be_a_sheet(document) else Unreadable.NOT_A_SHEET
    if isinstance(text, Unreadable):
        await say_unreadable(update, context, text)
        return
    replaces = Replaces.ANYTHING if _says_replace(update, context) else Replaces.OWN_DRAFT
    await take_sheet(update, context, coordinator, text, replaces=replaces)


def _says_replace(update: Update, context: Context) -> bool:
    """Whether the caption of the document is the word for it, in any language of the bot."""
    words = {context.services.texts.plain("drafting-replace", language) for language in LANGUAGES}
    return (message_of(update).caption or "").strip().casefold() in words


def _may_be_a_sheet(document: Document) -> bool:
    ending = PurePath(document.file_name or "").suffix.lower()
    return ending in SHEET_ENDINGS or (document.mime_type or "").startswith("text/")


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("draft", give_sheet),
        MessageHandler(filters.UpdateType.MESSAGE & filters.Document.ALL, take_document),
    ]
