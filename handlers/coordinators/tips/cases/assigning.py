"""Giving a tip to a colleague who reviews; they are told.

[Give it to a colleague] ──► who reviews ──► theirs for a day;  /assign TAG reviewer-2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, show
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, roles_with, trusted_with
from handlers.coordinators.telling import tell_one
from handlers.coordinators.tips.cases.doing import do_and_show, named_tag
from handlers.coordinators.tips.cases.screen import back_button, show_case
from storage.errors import NoSuchTip
from storage.people.coordinators import coordinators_with
from storage.tips.review.claims import assign_tip
from storage.tips.review.queue import case as find_case
from storage.tips.words import TipState

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator


@trusted_with(Duty.REVIEW_TIPS)
async def assign(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Give the tip to the colleague who was named, or ask to whom."""
    if (tag := await named_tag(update, context, "assign")) is None:
        return
    colleagues = {one.alias: one for one in await _reviewers(context) if one.id != coordinator.id}
    to = colleagues.get("".join(words_of(update, context)[1:2]).lower())
    if to is None:
        await answer(update, context)
        await _ask_whom(update, context, coordinator, tag, sorted(colleagues))
        return
    await do_and_show(update, context, coordinator, tag, "assign", _assign(context, tag, to, coordinator))


async def _assign(context: Context, tag: str, to: Coordinator, by: Coordinator) -> None:
    """Give it to them, and tell them, once."""
    services = context.services
    if not await assign_tip(services.db, tag, to, by, services.now_here()):
        return

    def write(language: str) -> tuple[str, Rows]:
        html = services.texts.html("case-assigned-to-you", language, tag=tag, who=by.alias)
        return html, [[button(services.texts.plain("case-look", language, tag=tag), "case", tag)]]

    await tell_one(services, context.bot, to, write)


async def _ask_whom(update: Update, context: Context, coordinator: Coordinator, tag: str, aliases: list[str]) -> None:
    try:
        case = await find_case(context.services.db, tag)
    except NoSuchTip:
        case = None
    if case is None or case.standing.state is TipState.CLOSED:
        await show_case(update, context, coordinator, tag)
        return
    text = context.say("case-ask-colleague" if aliases else "case-no-colleagues", tag=tag)
    rows = [[button(alias, "assign", tag, alias)] for alias in aliases]
    await show(update, context, text, [*rows, [back_button(context, tag)]])


async def _reviewers(context: Context) -> tuple[Coordinator, ...]:
    return await coordinators_with(context.services.db, roles_with(Duty.REVIEW_TIPS))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("assign", assign), on("assign", assign)]
