"""Choosing the language: /language ──[한국어]──► everything from the next word on, in mid-flow too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, on, person_of, pressed, say, show
from handlers.menus import set_coordinator_menu
from handlers.supporters.welcome import HERE, language_row, show_welcome
from handlers.texts import LANGUAGES
from storage.people.coordinators import find_coordinator
from storage.people.digests import choose_language

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def ask_language(update: Update, context: Context) -> None:
    """Offer every language under its own name, asked in each of them."""
    texts = context.services.texts
    question = "\n".join(texts.html("languages-ask", tag) for tag in LANGUAGES)
    await say(update, context, question, [language_row(context)])


async def take_language(update: Update, context: Context) -> None:
    """Remember the language and speak it at once; a conversation goes on where it was."""
    language, *place = (*pressed(update), "")
    if language not in LANGUAGES:
        await answer(update, context, "button-stale")
        return
    services, person = context.services, person_of(update).id
    await choose_language(services.db, person, language)
    context.language = language
    await answer(update, context)
    if coordinator := await find_coordinator(services.db, person):
        await set_coordinator_menu(context.bot, services.texts, coordinator, language)
    if HERE in place:
        await show_welcome(update, context)
    else:
        await show(update, context, context.say("languages-chosen"), [language_row(context)])


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("language", ask_language),
        on("language", take_language),
    ]
