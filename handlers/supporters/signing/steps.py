"""What every step of a signing shares: where the person is, their draft, and the one screen that it is shown on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram import Message, Update
from telegram.ext import ConversationHandler

from handlers.asking import answer, say, show
from handlers.context import Context
from handlers.drafts import SigningDraft

if TYPE_CHECKING:
    from handlers.supporters.signing.screens import Screen

NAME = "signing"
"""What the conversation is kept under."""


class Step(IntEnum):
    """Where the person is; kept over a restart, so values never change their meaning."""

    CONSENTS = 1
    SUMMARY = 2
    NAME = 3
    COUNTRY = 4
    COMMENT = 5


Next = int | None
"""The next step; None stays where it is."""
Taking = Callable[[Update, Context, SigningDraft], Awaitable[Next]]


def with_draft(step: Taking) -> Callable[[Update, Context], Coroutine[Any, Any, Next]]:
    """Hand the draft to *step*; a button of an earlier screen does nothing, for it may speak of another petition."""

    @wraps(step)
    async def guarded(update: Update, context: Context) -> Next:
        draft, query = context.drafts.signing, update.callback_query
        if draft is None:
            await say(update, context, context.say("signing-gone"))
            return ConversationHandler.END
        if query is not None and (query.message is None or query.message.message_id != draft.screen):
            await answer(update, context, "button-stale")
            return None
        return await step(update, context, draft)

    return guarded


async def put(update: Update, context: Context, draft: SigningDraft, screen: Screen) -> None:
    """Show the step in place of the one whose button was pressed, or below what was typed."""
    if update.callback_query is not None and isinstance(update.callback_query.message, Message):
        await show(update, context, *screen)
    else:
        await put_below(update, context, draft, screen)


async def put_below(update: Update, context: Context, draft: SigningDraft, screen: Screen) -> None:
    """Show the step in a new message; what stood above stays, and its buttons become stale."""
    message = await say(update, context, *screen)
    draft.screen = message.message_id


async def end(update: Update, context: Context, screen: Screen) -> Next:
    """Wipe the draft, and show what is said at the end."""
    context.drafts.signing = None
    await show(update, context, *screen)
    return ConversationHandler.END
