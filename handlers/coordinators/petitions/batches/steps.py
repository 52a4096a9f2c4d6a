"""What every step of entering sheets shares: who may take it, the draft, the one screen that it is shown on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.ext import ConversationHandler

from handlers.asking import Rows, answer, button, say, show
from handlers.context import Context
from handlers.coordinators.kept_steps import Next, Taken, step_of, where
from handlers.coordinators.roles import Duty
from handlers.drafts import BatchDraft
from storage.people.coordinators import Coordinator

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton

    from handlers.drafts import Drafts


class Step(IntEnum):
    """What the coordinator may do next; kept over a restart, so values never change their meaning."""

    CHANNEL = 1
    CONTENT = 2
    LANGUAGE = 3
    DAY = 4
    REFERENCE = 5
    CHECK = 6
    VOID = 7
    VERSION = 8


Deed = Callable[[Update, Context, Coordinator, BatchDraft], Awaitable[None]]


def _forget(drafts: Drafts) -> None:
    drafts.batch = None


step = step_of(Duty.ENTER_BATCHES, _forget)


def at(*steps: Step) -> Callable[[Deed], Taken]:
    """Hand the draft to a deed that belongs to these steps; a button of an older screen does nothing."""

    def guard(deed: Deed) -> Taken:
        @wraps(deed)
        async def guarded(update: Update, context: Context, coordinator: Coordinator) -> Next:
            draft = await current(update, context, steps)
            if draft is None:
                return None if context.drafts.batch else ConversationHandler.END
            await deed(update, context, coordinator, draft)
            return where(context.drafts.batch)

        return step(guarded)

    return guard


async def current(update: Update, context: Context, steps: Collection[int]) -> BatchDraft | None:
    """Return the draft that is at one of *steps*; say so if there is none, or if the button is of an older screen."""
    draft, query = context.drafts.batch, update.callback_query
    if draft is None:
        await answer(update, context, "button-stale")
        if query is None:
            await say(update, context, context.say("batches-gone"))
        return None
    stale = query is not None and (query.message is None or query.message.message_id != draft.screen)
    if stale or draft.step not in steps:
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    return draft


async def put(update: Update, context: Context, next_step: Step, html: str, rows: Rows = ()) -> None:
    """Show the draft's next step in place of the pressed screen or below what was typed; every step can be left."""
    draft = context.drafts.batch
    assert draft is not None  # each step leads on from one
    draft.step = next_step
    keyboard = [*rows, [_cancel(context)]]
    if update.callback_query is not None and isinstance(update.callback_query.message, Message):
        await show(update, context, html, keyboard)
    else:
        draft.screen = (await say(update, context, html, keyboard)).message_id


async def end(update: Update, context: Context, html: str) -> None:
    """End the conversation with a last sentence."""
    context.drafts.batch = None
    await show(update, context, html)


def _cancel(context: Context) -> InlineKeyboardButton:
    return button(context.label("batches-cancel"), "batch-cancel")
