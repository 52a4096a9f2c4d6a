"""How coordinators see an appeal: exactly as its readers will, by its title, by its deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.appeal_buttons import appeal_rows
from handlers.asking import say
from handlers.cards import full_card, language_for, letter_text
from handlers.dates import day_text, days_left, zone_text
from handlers.texts import LANGUAGES, Markup
from storage.signatures import count_signatures

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal


async def show_as_read(update: Update, context: Context, appeal: Appeal) -> None:
    """Show, for the readers of each language, the letter with its buttons and then the full text."""
    texts, now = context.services.texts, context.services.now()
    signatures = sum(count.valid for count in await count_signatures(context.services.db, appeal.code))
    for language in LANGUAGES:
        rows = appeal_rows(appeal, texts, language, context.bot.username)
        await say(update, context, letter_text(appeal, texts, language, now=now, signatures=signatures), rows)
        await say(update, context, full_card(appeal, texts, language, now=now, signatures=signatures))


def title_of(appeal: Appeal, context: Context, language: str) -> str:
    """Return the appeal's title for a reader of the language."""
    return appeal.texts[language_for(appeal, language, context.services.texts.default)].title


def deadline_of(appeal: Appeal, context: Context) -> Markup:
    """Return the appeal's deadline in its own zone, with the days that are left."""
    local = appeal.deadline.astimezone(ZoneInfo(appeal.timezone))
    days = days_left(local, context.services.now())
    left = context.say("appeal-closed") if days is None else context.say("appeal-days-left", days=days)
    day, zone = day_text(local.date(), context.language), zone_text(local, context.language)
    return Markup(context.say("appeal-deadline", day=day, time=local.strftime("%H:%M"), zone=zone, left=left))
