"""Labels of a tip: each is put on or taken off by one press.

[Labels] ──► all of them, those that are on with a tick;  /label TAG duplicate, /label TAG duplicate off
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, show
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.tips.cases.doing import do, named_tag, shortened
from handlers.coordinators.tips.cases.screen import back_button, show_case
from storage.errors import NoSuchTip
from storage.tips.review.labels import label_tip, unlabel_tip
from storage.tips.review.queue import case as find_case
from storage.tips.words import Label, TipState

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.tips.review.queue import Case

_OFF = "off"  # the button says what it does, so that a double tap does it once


@trusted_with(Duty.REVIEW_TIPS)
async def label(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Put the label on or take it off, as was pressed or written, and show all of them."""
    if (tag := await named_tag(update, context, "label")) is None:
        return
    services, (word, off) = context.services, (*words_of(update, context)[1:], "", "")[:2]
    if word.lower() in set(Label):
        change = unlabel_tip if off.lower() == _OFF else label_tip
        deed = change(services.db, tag, Label(word.lower()), coordinator, services.now_here())
        if not await do(update, context, coordinator, tag, "label", deed):
            return
    await answer(update, context)
    note = None
    if word and word.lower() not in set(Label):
        note = context.say("case-not-a-label", written=shortened(word), labels=", ".join(Label))
    await show_labels(update, context, coordinator, tag, note)


async def show_labels(
    update: Update, context: Context, coordinator: Coordinator, tag: str, note: str | None = None
) -> None:
    """Show every label, with a tick where it is on, below *note* where there is something to say."""
    try:
        case = await find_case(context.services.db, tag)
    except NoSuchTip:
        case = None
    if case is None or case.standing.state is TipState.CLOSED:
        await show_case(update, context, coordinator, tag)
        return
    rows = [[_toggle(context, case, one)] for one in Label]
    question = context.say("case-ask-labels", tag=tag)
    text = f"{note}\n\n{question}" if note else question
    await show(update, context, text, [*rows, [back_button(context, tag)]])


def _toggle(context: Context, case: Case, one: Label) -> InlineKeyboardButton:
    words = context.label(f"case-label-{one}")
    if one in case.labels:
        return button(f"☑ {words}", "label", case.tag, one, _OFF)
    return button(f"☐ {words}", "label", case.tag, one)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("label", label), on("label", label)]
