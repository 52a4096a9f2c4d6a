"""Replies in the chat: each in a message of its own, gone when it was read, when its time is over, or at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup

from handlers.asking import answer, button, person_of, say
from handlers.dates import day_text
from handlers.supporters.tips.inbox.taking import delete_screen
from handlers.supporters.tips.receipt import remove_receipt
from handlers.supporters.tips.traces import Deletion
from handlers.tip_drafts import SHOWN, ShownReceipt
from storage.tips.inbox import mark_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Update

    from handlers.context import Context
    from handlers.tip_drafts import OpenReceipt
    from storage.tips.inbox import OpenedReply
    from storage.tips.receipts import ReceiptKeys

READ = "tip:read"
"""The button under a reply; it begins as a tip's do, so that a tip which is being written goes on."""


async def show_replies(
    update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys, replies: Sequence[OpenedReply]
) -> None:
    """Show the replies below all else, and note that they were seen."""
    await delete_screen(update, context, receipt)
    for reply in replies:
        await _show(update, context, reply)
    await mark_seen(context.services.db, keys, replies)


async def delete_reply(update: Update, context: Context) -> None:
    """Delete the reply that was read; where Telegram does not, at least write over it."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    services = context.services
    shown = ShownReceipt(person_of(update).id, query.message.message_id, context.language)
    services.shown_receipts.keep(shown, services.now())  # until it is gone
    gone = await remove_receipt(services, context.bot, shown) is Deletion.GONE
    await answer(update, context, "inbox-reply-deleted" if gone else None)


async def _show(update: Update, context: Context, reply: OpenedReply) -> None:
    """Write the reply into a message that is known already, so that it is deleted also if an answer is lost."""
    services, person = context.services, person_of(update).id
    message = await say(update, context, context.say("inbox-reply-comes"))
    shown = ShownReceipt(person, message.message_id, context.language)
    services.shown_receipts.keep(shown, services.now() + SHOWN)
    rows = [[button(context.label("inbox-read"), READ)]]
    await context.bot.edit_message_text(
        _words(context, reply), chat_id=person, message_id=message.message_id, reply_markup=InlineKeyboardMarkup(rows)
    )


def _words(context: Context, reply: OpenedReply) -> str:
    day = day_text(reply.written_on, context.language)
    if reply.text is None:
        return context.say("inbox-reply-sealed", day=day)
    return context.say("inbox-reply", day=day, text=reply.text)
