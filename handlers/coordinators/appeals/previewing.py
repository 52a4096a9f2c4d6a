"""How coordinators see an appeal: exactly as its readers will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.buttons import appeal_rows
from handlers.appeals.cards import full_card, letter_text
from handlers.asking import say
from handlers.texts import LANGUAGES
from storage.petitions.tally import total_signatures

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal


async def show_as_read(update: Update, context: Context, appeal: Appeal) -> None:
    """Show, for the readers of each language, the letter with its buttons and then the full text."""
    texts, now = context.services.texts, context.services.now()
    signatures = await total_signatures(context.services.db, appeal.code)
    for language in LANGUAGES:
        rows = appeal_rows(appeal, texts, language, context.bot.username)
        await say(update, context, letter_text(appeal, texts, language, now=now, signatures=signatures), rows)
        await say(update, context, full_card(appeal, texts, language, now=now, signatures=signatures))
