"""Messages that were edited: nothing of them is taken, and none stays that holds a receipt or comes with a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import message_of, person_of
from handlers.supporters.tips.inbox.taking import receipt_in
from handlers.supporters.tips.traces import clear, show_end
from handlers.tip_drafts import OpenReceipt

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def clear_edit(update: Update, context: Context) -> None:
    """Delete a message into which a receipt was written, and say so; in the middle of a tip or receipt, any other."""
    drafts, person, now = context.services.tip_drafts, person_of(update).id, context.services.now()
    unfinished = drafts.of(person) or drafts.receipt_of(person)
    found = receipt_in(message_of(update)) is not None
    if not found and unfinished is None:
        return
    await clear(update, context, OpenReceipt(now))
    if found:
        await show_end(update, context, OpenReceipt(now), (context.say("inbox-edited"), ()))
