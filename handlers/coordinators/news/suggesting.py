"""What news could say: a draft in each language, made from what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from handlers.appeals.happenings import Names, entry_text
from handlers.asking import say
from handlers.dates import fact_date_text
from handlers.message_text import fitted, unmarked
from handlers.texts import LANGUAGES, Markup
from storage.registers.records import read_registers
from storage.timeline.news import TEXT_MAX, NewsKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.registers.records import Registers
    from storage.timeline.entries import Entry


async def show_drafts(
    update: Update, context: Context, kind: NewsKind, appeal: Appeal | None, entry: Entry | None
) -> None:
    """Show what could be said, in the languages that the bot speaks; nothing where only the coordinator can know."""
    if entry is None and kind is not NewsKind.ANNIVERSARY:
        return
    registers = await read_registers(context.services.db)
    blocks = [context.say("news-drafts")]
    for language in languages_of(appeal):
        if language in LANGUAGES:
            draft = _draft(context, language, appeal, entry, registers)
            blocks.append(context.say("news-draft-in", language=own_name(language), draft=draft))
    await say(update, context, fitted(map(Markup, blocks)))


def languages_of(appeal: Appeal | None) -> tuple[str, ...]:
    """Return in which languages news is written: those of the appeal, or, of a bill that has none, the bot's."""
    return appeal.languages if appeal else LANGUAGES


def own_name(language: str) -> str:
    """Return what a language is called by those who speak it."""
    return Locale.parse(language, sep="-").get_display_name() or language


def named(languages: Iterable[str], language: str) -> str:
    """Return languages by their names in another one, for a sentence."""
    return ", ".join(Locale.parse(one, sep="-").get_display_name(language) or one for one in languages)


def _draft(context: Context, language: str, appeal: Appeal | None, entry: Entry | None, registers: Registers) -> str:
    texts = context.services.texts
    if entry is None:
        return texts.plain("news-draft-anniversary", language)
    names = Names(texts, language, {appeal.code: appeal} if appeal else {}, registers.offices)
    said = entry_text(entry, names)
    day = fact_date_text(entry.day, language)
    return texts.plain("news-draft", language, day=day, text=unmarked(said).strip())[:TEXT_MAX]
