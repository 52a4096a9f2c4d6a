"""What a tip leaves in the chat: one screen of ours, and none of the witness's messages that can be deleted."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardMarkup, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import ConversationHandler

from handlers.asking import answer, message_of, person_of, say
from handlers.context import Context
from handlers.tip_drafts import TipDraft

if TYPE_CHECKING:
    from handlers.asking import Rows

log = logging.getLogger(__name__)

Screen = tuple[str, "Rows"]
Deed = Callable[[Update, Context, TipDraft], Awaitable[int]]


def with_tip_draft(deed: Deed) -> Callable[[Update, Context], Coroutine[Any, Any, int]]:
    """Delete what the witness wrote, as soon as it was read, and hand their draft to *deed*."""

    @wraps(deed)
    async def guarded(update: Update, context: Context) -> int:
        await answer(update, context)
        draft = context.services.tip_drafts.of(person_of(update).id)
        shown = draft or TipDraft(context.services.now())
        await clear(update, context, shown)
        if draft is None:
            gone = context.say("tipping-draft-gone")
            await show_step(update, context, shown, (with_left_over(context, shown, gone), ()))
            return ConversationHandler.END
        return await deed(update, context, draft)

    return guarded


async def clear(update: Update, context: Context, draft: TipDraft) -> None:
    """Delete the message of this update from the chat, and try those again that Telegram did not delete before."""
    query = update.callback_query
    if query is None:
        draft.undeleted.append(message_of(update).message_id)
    elif query.message is not None:
        draft.screen = query.message.message_id
    for left in tuple(draft.undeleted):
        if await delete_message(context, person_of(update).id, left):
            draft.undeleted.remove(left)
            draft.deleted += 1


async def show_step(update: Update, context: Context, draft: TipDraft, screen: Screen) -> None:
    """Show the step in the one message of the tip, or in a new one if there is none that can be edited."""
    html, rows = screen
    if draft.screen and await _edited(update, context, draft, screen):
        return
    draft.screen = (await say(update, context, html, rows)).message_id


def with_left_over(context: Context, draft: TipDraft, html: str) -> str:
    """Add to a last screen how many messages were deleted, and say aloud what could not be."""
    lines = [html]
    if draft.deleted:
        lines.append(context.say("tipping-deleted", count=draft.deleted))
    if draft.undeleted:
        lines.append(context.say("tipping-not-deleted", count=len(draft.undeleted)))
    return "\n\n".join(lines)


async def delete_message(context: Context, person: int, message: int) -> bool:
    """Delete a message from the chat, and return whether it is gone."""
    try:
        await context.bot.delete_message(person, message)
    except TelegramError as error:
        if "not found" in error.message:  # the witness was quicker
            return True
        log.warning("a message of a tip was not deleted: %s", type(error).__name__)
        return False
    return True


async def _edited(update: Update, context: Context, draft: TipDraft, screen: Screen) -> bool:
    html, rows = screen
    try:
        await context.bot.edit_message_text(
            html,
            chat_id=person_of(update).id,
            message_id=draft.screen,
            reply_markup=InlineKeyboardMarkup(rows) if rows else None,
        )
    except BadRequest as error:
        return "not modified" in error.message  # a double tap shows the same screen twice
    return True
