"""Files that a kit is made of, each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InputFile

from handlers.asking import person_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def send_file(
    update: Update, context: Context, content: bytes, name: str, caption: str, *, restricted: bool = False
) -> None:
    """Send a file with its caption, in HTML; Telegram lets nobody pass on or save a message that is *restricted*."""
    await context.bot.send_document(
        person_of(update).id, InputFile(content, filename=name), caption=caption, protect_content=restricted
    )


def own_name(context: Context, language: str) -> str:
    """Return what the language calls itself."""
    return context.services.texts.plain("languages-own-name", language)
