"""Reading replies with a receipt, adding to its tip, erasing it.

/inbox, or a receipt typed anywhere ──► RECEIPT ──the number──► OPEN ──[Write more]──► TEXT ──► OPEN
                                                                 ▲ └─[Erase the tip]─► ERASE ──[Erase it now]──► erased
                                                                 └──────[Keep it]────────┘
[Done], /cancel, a button or a command that leads elsewhere, /tip, fifteen minutes, a crash ──► the receipt is forgotten

A receipt that is wrong or whose tip is gone has the same screens, words and buttons as one without replies. As in a
tip, whatever the person sends is deleted as soon as it was read; what follows from the receipt is in memory alone, and
only a mark that somebody is in the middle of this outlives a restart, so that what comes then is deleted as well.
"""

from __future__ import annotations

import asyncio
import re
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from handlers.asking import button, message_of, on, person_of
from handlers.coordinators.tips.flooding import tell_of_receipts
from handlers.supporters.tips.asides import COMMANDS, says_more, ways_out
from handlers.supporters.tips.inbox.adding import keep_addition, tell_addition
from handlers.supporters.tips.inbox.erasing import erase_for_good
from handlers.supporters.tips.inbox.replies import READ, delete_reply, show_replies
from handlers.supporters.tips.inbox.taking import (
    LooksLikeReceipt,
    delete_screen,
    receipt_in,
    with_keys,
    with_new_receipt,
    with_receipt,
)
from handlers.supporters.tips.sealing import taking_in
from handlers.supporters.tips.steps import end, show_stage
from handlers.supporters.tips.taking import taken
from handlers.supporters.tips.text import TEXT_MAX, Refused, text_taken
from handlers.supporters.tips.traces import delete_left, show_end, traces_of
from handlers.tip_drafts import LIFE, SHOWN, OpenReceipt
from storage.errors import EpochOver
from storage.tips.inbox import look_up
from storage.tips.receipts import receipt_keys

if TYPE_CHECKING:
    from datetime import timedelta

    from telegram import Update

    from handlers.context import Context
    from storage.tips.receipts import ReceiptKeys

ADDITIONS_MAX = 5  # texts, before the receipt has to be typed again
NAME = "inbox"
"""What the conversation is called where its step is kept over a restart."""
_MINUTE = 60  # seconds
_OF_OTHERS = re.compile(rf"(?!inbox[-:]|{READ}$)")  # buttons that are not of this conversation


class Step(IntEnum):
    """Where the person is; kept over a restart, so values never change their meaning."""

    RECEIPT = 1
    OPEN = 2
    TEXT = 3
    ERASE = 4
    INTERRUPTED = 9


async def begin(update: Update, context: Context, receipt: OpenReceipt) -> int:
    """Warn and ask for the receipt, or take the one that stands behind the command."""
    if context.args:
        return await take_receipt(update, context, receipt)
    return await ask_for_receipt(update, context, receipt)


async def ask_for_receipt(update: Update, context: Context, receipt: OpenReceipt, note: str = "") -> int:
    question = context.say("inbox-ask-receipt", minutes=_minutes(LIFE))
    rows = [[button(context.label("inbox-not-now"), "inbox:done")]]
    await show_stage(update, context, receipt, (question, rows), note)
    return Step.RECEIPT


async def take_receipt(update: Update, context: Context, receipt: OpenReceipt) -> int:
    """Look up what was typed; each try counts, right or wrong."""
    services, typed = context.services, receipt_in(message_of(update))
    if typed is None:
        return await ask_for_receipt(update, context, receipt, context.say("inbox-not-a-receipt"))
    if not services.inbox_throttle.take(person_of(update).id):
        context.run_errand(tell_of_receipts(services, context.bot))
        return await end(update, context, receipt, context.say("inbox-too-often"))
    async with services.tip_drafts.deriving:
        receipt.keys = await asyncio.to_thread(receipt_keys, typed, services.receipt_salt)
    receipt.begun_at = services.now()
    return await open_receipt(update, context, receipt, receipt.keys)


async def open_receipt(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys) -> int:
    """Show the replies that the receipt leads to, and whatever it is, what can be done with it."""
    replies = await look_up(context.services.db, keys, context.services.today())
    if not replies:
        return await ask_what_next(update, context, receipt, keys, context.say("inbox-nothing"))
    await show_replies(update, context, receipt, keys, replies)
    note = context.say("inbox-replies", count=len(replies), minutes=_minutes(SHOWN))
    return await ask_what_next(update, context, receipt, keys, note)


async def ask_what_next(
    update: Update, context: Context, receipt: OpenReceipt, _keys: ReceiptKeys, note: str = ""
) -> int:
    rows = [
        [button(context.label("inbox-write-more"), "inbox:write")],
        [button(context.label("inbox-erase"), "inbox:erase")],
        [button(context.label("inbox-done"), "inbox:done")],
    ]
    await show_stage(update, context, receipt, (context.say("inbox-what-next"), rows), note)
    return Step.OPEN


async def write_more(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys) -> int:
    """Ask for the text, unless nobody could open it now, or there were many with this receipt."""
    if not await taking_in(context.services):
        return await ask_what_next(update, context, receipt, keys, context.say("tipping-closed"))
    if receipt.additions >= ADDITIONS_MAX:
        return await ask_what_next(update, context, receipt, keys, context.say("inbox-enough"))
    if not context.services.addition_throttle.allows(person_of(update).id):
        return await ask_what_next(update, context, receipt, keys, context.say("inbox-too-many"))
    return await ask_text(update, context, receipt)


async def ask_text(update: Update, context: Context, receipt: OpenReceipt, note: str = "") -> int:
    question = context.say("inbox-ask-text", limit=TEXT_MAX)
    rows = [[button(context.label("inbox-back"), "inbox:back")]]
    await show_stage(update, context, receipt, (question, rows), note)
    return Step.TEXT


async def take_text(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys) -> int:
    """Take the text as a tip's is taken; what is said then is the same whatever the receipt leads to."""
    text = await text_taken(update, context)
    if isinstance(text, Refused):
        return await ask_text(update, context, receipt, text.note)
    return await seal(update, context, receipt, keys, text)


async def seal(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys, text: str) -> int:
    """Seal and store the text, say so; then coordinators hear of it."""
    epoch = await taking_in(context.services)
    if epoch is None:
        return await ask_what_next(update, context, receipt, keys, context.say("tipping-closed"))
    if not context.services.addition_throttle.take(person_of(update).id):
        return await ask_what_next(update, context, receipt, keys, context.say("inbox-too-many"))
    try:
        tag = await keep_addition(context, keys, text, epoch)
    except EpochOver:
        return await ask_what_next(update, context, receipt, keys, context.say("tipping-closed"))
    receipt.additions += 1
    try:
        return await ask_what_next(update, context, receipt, keys, context.say("inbox-added"))
    finally:
        context.run_errand(tell_addition(context, tag))  # waiting for it would tell that the receipt is right


async def ask_to_erase(
    update: Update, context: Context, receipt: OpenReceipt, _keys: ReceiptKeys, note: str = ""
) -> int:
    rows = [
        [button(context.label("inbox-erase-now"), "inbox:erase-now")],
        [button(context.label("inbox-keep"), "inbox:back")],
    ]
    await show_stage(update, context, receipt, (context.say("inbox-ask-to-erase"), rows), note)
    return Step.ERASE


async def erase(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys) -> int:
    """Erase whatever the receipt leads to."""
    services = context.services
    await erase_for_good(services, keys)
    return await end(update, context, receipt, context.say("inbox-erased", days=services.policy.backups_kept_days))


async def press_first(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys) -> int:
    """Take nothing typed where buttons ask."""
    return await ask_what_next(update, context, receipt, keys, context.say("inbox-not-yet"))


async def decide_first(update: Update, context: Context, receipt: OpenReceipt, keys: ReceiptKeys) -> int:
    """Take nothing typed before it was said whether to erase."""
    return await ask_to_erase(update, context, receipt, keys, context.say("inbox-not-yet"))


async def done(update: Update, context: Context, receipt: OpenReceipt) -> int:
    """Forget the receipt."""
    return await end(update, context, receipt, context.say("inbox-closed"))


async def leave(update: Update, context: Context) -> int:
    """Forget the receipt aloud when the person turns to something else, which takes the same update after this."""
    drafts, person = context.services.tip_drafts, person_of(update).id
    if drafts.was_overtaken(person):
        return ConversationHandler.END
    receipt = drafts.receipt_of(person)
    if receipt:
        drafts.wipe(person)
        await delete_screen(update, context, receipt)
    traces_of(update, context).undeleted.update(says_more(update))
    await delete_left(context.bot, person, traces_of(update, context))
    why = context.say("inbox-left" if receipt else "inbox-gone")
    await show_end(update, context, OpenReceipt(context.services.now()), (why, ()))
    return ConversationHandler.END


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds()) // _MINUTE


def conversation() -> ConversationHandler[Context]:
    """Return the whole conversation."""
    said = filters.UpdateType.MESSAGE & ~COMMANDS  # a text that only looks like a command is deleted too
    back = on("inbox:back", with_keys(ask_what_next))
    return ConversationHandler(
        entry_points=[
            CommandHandler("inbox", with_new_receipt(begin)),
            MessageHandler(filters.UpdateType.MESSAGE & LooksLikeReceipt(), with_new_receipt(take_receipt)),
        ],
        states={
            Step.RECEIPT: [MessageHandler(said, with_receipt(take_receipt))],
            Step.OPEN: [
                on("inbox:write", with_keys(write_more)),
                on("inbox:erase", with_keys(ask_to_erase)),
                back,
                MessageHandler(said, with_keys(press_first)),
            ],
            Step.TEXT: [back, MessageHandler(said, with_keys(take_text))],
            Step.ERASE: [
                on("inbox:erase-now", with_keys(erase)),
                back,
                MessageHandler(said, with_keys(decide_first)),
            ],
            Step.INTERRUPTED: [
                CallbackQueryHandler(with_keys(ask_what_next), pattern=r"^inbox:"),
                MessageHandler(said, with_receipt(take_receipt)),
            ],
        },
        fallbacks=[
            CommandHandler("cancel", with_receipt(done)),
            on("inbox:done", with_receipt(done)),
            *ways_out(leave, _OF_OTHERS),
        ],
        allow_reentry=True,
        name=NAME,
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; tried in a group before all but tips, so that none takes a receipt."""
    return [conversation(), on(READ, taken(delete_reply))]
