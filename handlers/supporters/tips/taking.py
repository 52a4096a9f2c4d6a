"""How a tip takes what a witness does: deleted as soon as it was read, and seen by no other handler.

The tip stands before all other conversations, in a group of its own. What it takes ends there; what it lets go on,
after it has ended itself, the others take as if there had never been a tip.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, NoReturn

from telegram import Update
from telegram.ext import ApplicationHandlerStop, ConversationHandler

from handlers.asking import answer, person_of
from handlers.context import Context
from handlers.supporters.tips.steps import forget_screen
from handlers.supporters.tips.traces import clear, show_end, traces_of
from handlers.tip_drafts import TipDraft

if TYPE_CHECKING:
    from handlers.asking import Callback

Deed = Callable[[Update, Context, TipDraft], Awaitable[int]]
Taken = Callable[[Update, Context], Coroutine[Any, Any, NoReturn]]


def taken(deed: Callback) -> Taken:
    """Keep the update from every other handler, also when *deed* fails: a tip's text is for none of them."""

    @wraps(deed)
    async def alone(update: Update, context: Context) -> NoReturn:
        try:
            step = await deed(update, context)
        except Exception as error:  # noqa: BLE001  # reported like any other; but the library would go on
            await context.application.process_error(update, error)
            raise ApplicationHandlerStop from None
        raise ApplicationHandlerStop(step)

    return alone


def with_tip_draft(deed: Deed) -> Taken:
    """Delete what the witness wrote, as soon as it was read, and hand their draft to *deed*."""

    @taken
    @wraps(deed)
    async def guarded(update: Update, context: Context) -> int:
        await answer(update, context)
        draft = context.services.tip_drafts.of(person_of(update).id)
        shown = draft or TipDraft(context.services.now())
        await clear(update, context, shown)
        if draft is None:
            await show_end(update, context, shown, (why_gone(update, context), ()))
            forget_screen(update, context, shown)
            return ConversationHandler.END
        return await deed(update, context, draft)

    return guarded


def why_gone(update: Update, context: Context) -> str:
    """Say why there is no draft any more."""
    unseen = traces_of(update, context).receipt_unseen
    return context.say("tipping-receipt-unseen" if unseen else "tipping-draft-gone")
