"""The library: words of the field, explained.

/learn ──► the words ──[sur place]──► what it means, below ──[Back to the list]
a card ──[sur place]──► the same
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, pressed, say, show
from handlers.message_text import GAP
from handlers.pages import page_of
from handlers.supporters.meaning import meant_by, quoted
from handlers.texts import Markup
from handlers.translated import in_language
from storage.registers.records import read_registers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram import Update

    from handlers.context import Context
    from storage.registers.models import Explanation

PAGE = 10  # words, each with a button


async def learn(update: Update, context: Context) -> None:
    """List the words, or explain the one behind the command."""
    explanations, words = await _explanations(context), " ".join(context.args or ())
    named = meant_by(words, explanations)
    if named:
        await _explain(update, context, named)
        return
    if words and explanations:
        await say(update, context, context.say("learning-unknown", words=quoted(words)))
    await _list(update, context, explanations)


async def turn_page(update: Update, context: Context) -> None:
    """Show a page of the list in the place of what the button stood under."""
    await answer(update, context)
    await _list(update, context, await _explanations(context), "".join(pressed(update)[:1]))


async def explain(update: Update, context: Context) -> None:
    """Explain the word of the pressed button below it, so that a card stays as it is."""
    explanation = (await _explanations(context)).get("".join(pressed(update)[:1]))
    await answer(update, context, None if explanation else "button-stale")
    if explanation:
        await _explain(update, context, explanation)


async def _list(update: Update, context: Context, explanations: Mapping[str, Explanation], asked: str = "") -> None:
    in_order = sorted(explanations.values(), key=lambda one: in_language(one.title, context.language).casefold())
    page = page_of(in_order, asked, PAGE)
    rows = [[button(in_language(one.title, context.language), "learn", one.key)] for one in page.shown]
    text = context.say("learning-words" if in_order else "learning-none")
    await show(update, context, text, [row for row in (*rows, page.turning(context, "learning")) if row])


async def _explain(update: Update, context: Context, explanation: Explanation) -> None:
    title = Markup("<b>{}</b>").format(in_language(explanation.title, context.language))
    text = Markup("{}").format(in_language(explanation.text, context.language))
    back = button(context.label("learning-back"), "learning")
    await say(update, context, str(GAP.join((title, text))), [[back]])


async def _explanations(context: Context) -> Mapping[str, Explanation]:
    return (await read_registers(context.services.db)).explanations


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("learn", learn), on("learning", turn_page), on("learn", explain)]
