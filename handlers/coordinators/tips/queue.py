"""The tips that are open, most urgent first; never any content.

/tips ──► a page of them ──[Open TAG]──► the case, see `handlers.coordinators.tips.cases.working`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, show
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.tips.wording import holder_text, rating_text, state_text, what_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.tips.review.queue import count_open, open_tips

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.tips.review.queue import Case

PAGE = 8  # tips in one message


@trusted_with(Duty.REVIEW_TIPS)
async def list_tips(update: Update, context: Context, coordinator: Coordinator) -> None:
    """List the open tips: the first page, or the one whose button was pressed."""
    await answer(update, context)
    today = context.services.today()
    count = await count_open(context.services.db, today=today)
    page = min(number_in(words_of(update, context), 0) or 0, max(count - 1, 0) // PAGE)
    first = page * PAGE
    tips = await open_tips(context.services.db, first, PAGE, today=today)
    if not tips:
        await show(update, context, context.say("tips-none"))
        return
    heading = context.say("tips-heading", count=count, first=first + 1, last=first + len(tips))
    blocks = [heading, *(_entry(context, tip, coordinator) for tip in tips)]
    rows = [[button(context.label("case-look", tag=tip.tag), "case", tip.tag)] for tip in tips]
    await show(update, context, fitted(map(Markup, blocks)), [*rows, *_turning(context, page, count)])


def _entry(context: Context, tip: Case, coordinator: Coordinator) -> str:
    return context.say(
        "tips-entry",
        tag=tip.tag,
        what=what_text(context, tip),
        state=state_text(context, tip),
        holder=holder_text(context, tip, coordinator),
        rating=rating_text(context, tip),
        labels=len(tip.labels),
    )


def _turning(context: Context, page: int, count: int) -> list[list[InlineKeyboardButton]]:
    """Return the buttons to the pages before and after, where there are any."""
    turns = []
    if page:
        turns.append(button(context.label("tips-before"), "tips", page - 1))
    if (page + 1) * PAGE < count:
        turns.append(button(context.label("tips-after"), "tips", page + 1))
    return [turns] if turns else []


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("tips", list_tips), on("tips", list_tips)]
