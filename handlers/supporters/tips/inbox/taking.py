"""How the inbox takes what a person does: deleted as soon as it was read, and seen by no other handler."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram import Message, Update
from telegram.ext import ConversationHandler
from telegram.ext.filters import MessageFilter

from handlers.asking import answer, person_of
from handlers.context import Context
from handlers.supporters.tips.receipt import remove_receipt
from handlers.supporters.tips.steps import end, screen_of
from handlers.supporters.tips.taking import taken
from handlers.supporters.tips.traces import clear
from handlers.tip_drafts import OpenReceipt
from storage.tips.receipts import ReceiptKeys, find_receipt

if TYPE_CHECKING:
    from handlers.supporters.tips.taking import Taken

Deed = Callable[[Update, Context, OpenReceipt], Awaitable[int]]
DeedWithKeys = Callable[[Update, Context, OpenReceipt, ReceiptKeys], Awaitable[int]]


class LooksLikeReceipt(MessageFilter):
    """Lets through what holds a receipt: 25 digits, whatever stands between them and around them."""

    def filter(self, message: Message) -> bool:
        return receipt_in(message) is not None


def receipt_in(message: Message) -> str | None:
    """Return the digits of the receipt in a message or under a picture, None if there is none."""
    return find_receipt(message.text or message.caption or "")


async def delete_screen(update: Update, context: Context, receipt: OpenReceipt) -> None:
    """Delete the one message of ours, if there is one; where Telegram does not, at least write over it."""
    if receipt.screen:
        await remove_receipt(context.services, context.bot, screen_of(update, context, receipt))
        receipt.screen = 0


def with_new_receipt(deed: Deed) -> Taken:
    """Delete what the person wrote, and let *deed* begin anew."""

    @taken
    @wraps(deed)
    async def begun(update: Update, context: Context) -> int:
        drafts, person = context.services.tip_drafts, person_of(update).id
        before, receipt = drafts.receipt_of(person), drafts.begin_receipt(person)
        await clear(update, context, receipt)
        if before:
            await delete_screen(update, context, before)
        return await deed(update, context, receipt)

    return begun


def with_receipt(deed: Deed) -> Callable[[Update, Context], Coroutine[Any, Any, int]]:
    """Delete what the person wrote, as soon as it was read, and hand what they have open to *deed*.

    What they do after a tip took the place of the receipt is for whoever takes it then.
    """

    @taken
    @wraps(deed)
    async def guarded(update: Update, context: Context) -> int:
        await answer(update, context)
        receipt = context.services.tip_drafts.receipt_of(person_of(update).id)
        shown = receipt or OpenReceipt(context.services.now())
        await clear(update, context, shown)
        if receipt is None:
            return await end(update, context, shown, context.say("inbox-gone"))
        return await deed(update, context, receipt)

    @wraps(deed)
    async def unless_overtaken(update: Update, context: Context) -> int:
        if context.services.tip_drafts.was_overtaken(person_of(update).id):
            return ConversationHandler.END
        return await guarded(update, context)

    return unless_overtaken


def with_keys(deed: DeedWithKeys) -> Callable[[Update, Context], Coroutine[Any, Any, int]]:
    """Do the same for *deed* where the receipt was typed."""

    @wraps(deed)
    async def opened(update: Update, context: Context, receipt: OpenReceipt) -> int:
        if receipt.keys is None:  # its screen could not be shown, so the step is still that of an earlier one
            return await end(update, context, receipt, context.say("inbox-gone"))
        return await deed(update, context, receipt, receipt.keys)

    return with_receipt(opened)
