"""What a tip or a receipt leaves in the chat: one screen of ours, and no message of the witness that can be deleted."""

from __future__ import annotations

import logging
from enum import Enum, auto
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.asking import message_of, person_of, say

if TYPE_CHECKING:
    from telegram import Bot, Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.tip_drafts import Screened, Traces

log = logging.getLogger(__name__)

Screen = tuple[str, "Rows"]


class Deletion(Enum):
    """How it went to delete a message."""

    GONE = auto()
    REFUSED = auto()
    """Telegram will not do it, now or later."""
    FAILED = auto()
    """It may work at another time."""


async def clear(update: Update, context: Context, draft: Screened) -> None:
    """Delete the message of this update from the chat, and try those again that Telegram did not delete before."""
    traces, query = traces_of(update, context), update.callback_query
    if query is None:
        traces.undeleted.add(message_of(update).message_id)
    elif query.message is not None:
        draft.screen = query.message.message_id
    await delete_left(context.bot, person_of(update).id, traces)


async def delete_left(bot: Bot, person: int, traces: Traces) -> bool:
    """Delete what still stands in the person's chat; return whether Telegram refuses any of it for good."""
    refused = False
    for message in sorted(traces.undeleted):
        deletion = await delete_message(bot, person, message)
        refused |= deletion is Deletion.REFUSED
        if deletion is Deletion.GONE and message in traces.undeleted:  # the clock may have been at it as well
            traces.undeleted.remove(message)
            traces.deleted += 1
    return refused


async def delete_message(bot: Bot, chat: int, message: int) -> Deletion:
    """Delete a message from the chat."""
    try:
        await bot.delete_message(chat, message)
    except TelegramError as error:
        if "not found" in error.message:  # the witness was quicker
            return Deletion.GONE
        log.warning("a message of a tip was not deleted: %s", type(error).__name__)
        return Deletion.REFUSED if isinstance(error, BadRequest | Forbidden) else Deletion.FAILED
    return Deletion.GONE


async def show_step(update: Update, context: Context, draft: Screened, screen: Screen) -> None:
    """Show the step in the one message that it has, or in a new one if there is none that can be edited."""
    html, rows = screen
    if draft.screen and await _edited(update, context, draft, screen):
        return
    draft.screen = (await say(update, context, html, rows)).message_id


async def show_end(update: Update, context: Context, draft: Screened, screen: Screen) -> None:
    """Show a last screen with how many messages were deleted, and say aloud what could not be."""
    html, rows = screen
    traces, lines = traces_of(update, context), [html]
    if traces.deleted:
        lines.append(context.say("tipping-deleted", count=traces.deleted))
    if traces.undeleted:
        lines.append(context.say("tipping-not-deleted", count=len(traces.undeleted)))
    await show_step(update, context, draft, ("\n\n".join(lines), rows))
    context.services.tip_drafts.forget_traces(person_of(update).id)


def traces_of(update: Update, context: Context) -> Traces:
    """Return what the person of this update has left and must be told."""
    return context.services.tip_drafts.traces_of(person_of(update).id, context.language)


async def _edited(update: Update, context: Context, draft: Screened, screen: Screen) -> bool:
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
