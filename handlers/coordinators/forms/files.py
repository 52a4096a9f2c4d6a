"""Files that answer a question: they stay with Telegram until the form is done, and are fetched then."""

from __future__ import annotations

import logging
import mimetypes
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from handlers.coordinators.forms.answers import Refused

if TYPE_CHECKING:
    from telegram import Document, Message

    from handlers.context import Context
    from handlers.coordinators.forms.fields import File

log = logging.getLogger(__name__)

MEGA = 1024 * 1024


class NotFetched(Exception):
    """Telegram did not give the file out, or it has more bytes than were told."""


def read_file(takes: File, message: Message) -> str | Refused:
    """Return Telegram's name of the document or the photo, in its largest size, that the message brings."""
    sent = message.document or (message.photo[-1] if message.photo else None)
    if sent is None:
        return Refused("form-not-a-file")
    if (sent.file_size or 0) > takes.limit:
        return Refused("form-file-too-large", takes.limit // MEGA)
    if message.document and takes.types and takes.types.isdisjoint(_types(message.document)):
        return Refused("form-file-type")
    return sent.file_id


async def fetch(context: Context, file: str, limit: int) -> bytes:
    """Return the content of the file.

    Raises:
        NotFetched: If it cannot be had, or has more than *limit* bytes.
    """
    try:
        found = await context.bot.get_file(file)
        if (found.file_size or 0) > limit:
            raise NotFetched
        content = bytes(await found.download_as_bytearray())
    except TelegramError as error:
        log.warning("a file of a form was not fetched: %s", type(error).__name__)
        raise NotFetched from error
    if len(content) > limit:
        raise NotFetched
    return content


def _types(document: Document) -> set[str | None]:
    """Return the media types that the sender's program and the name of the file tell."""
    return {document.mime_type, mimetypes.guess_type(document.file_name or "")[0]}
