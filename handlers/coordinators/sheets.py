"""Sheets that coordinators send as documents: the text of one, and what is wrong with it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from telegram import InputFile

from handlers.appeals.sheet_faults import fault_texts
from handlers.asking import person_of, say
from handlers.message_text import MESSAGE_MAX, length
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from telegram import Document, Update

    from handlers.context import Context
    from storage.appeals.sheets.faults import Fault

SHEET_MAX = 256 * 1024  # bytes
LISTED_FAULTS_MAX = 20  # in the chat; more come as a file


class Unreadable(StrEnum):
    """Why a document cannot be a sheet; the words are the ends of the texts that say so."""

    NOT_A_SHEET = "not-a-sheet"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"


async def text_of(document: Document) -> str | Unreadable:
    """Return what is written in the document."""
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


async def say_unreadable(update: Update, context: Context, why: Unreadable) -> None:
    """Say why nothing was read."""
    await say(update, context, context.say(f"drafting-{why}", limit=SHEET_MAX // 1024))


async def say_faults(update: Update, context: Context, faults: Sequence[Fault]) -> None:
    """Name every fault in one message, or in a file where there are too many for one."""
    lines = fault_texts(faults, context.services.texts, context.language)
    message = f"{context.say('drafting-faults', count=len(lines))}\n\n{listed(lines)}"
    if len(lines) <= LISTED_FAULTS_MAX and length(message) <= MESSAGE_MAX:
        await say(update, context, message)
        return
    file = InputFile("\n".join(lines).encode("utf-8-sig"), filename="faults.txt")
    caption = context.say("drafting-faults-attached", count=len(lines))
    await context.bot.send_document(person_of(update).id, file, caption=caption)


def listed(lines: Iterable[str]) -> Markup:
    """Return each line as an item of a list."""
    return Markup("\n").join(Markup("• {}").format(line) for line in lines)
