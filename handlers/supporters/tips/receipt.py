"""The receipt in the chat: shown once, and gone when it was written down, when its time is over, or at the end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import NetworkError, TelegramError

from handlers.asking import answer, button, person_of
from handlers.supporters.tips.traces import Deletion, delete_message, show_end
from handlers.tip_drafts import SHOWN, ShownReceipt

if TYPE_CHECKING:
    from telegram import Bot, Update

    from handlers.context import Context, Services
    from handlers.supporters.tips.sealing import KeptTip
    from handlers.tip_drafts import TipDraft

log = logging.getLogger(__name__)

TRIES = 3
_MINUTE = 60  # seconds


async def show_receipt(update: Update, context: Context, draft: TipDraft, kept: KeptTip) -> bool:
    """Show the receipt, which nobody can find again; return whether Telegram says that it stands there.

    A connection that breaks is tried again at once.
    """
    policy = context.services.policy
    text = context.say(
        "tipping-receipt",
        receipt=kept.receipt,
        tag=kept.tag,
        minutes=int(SHOWN.total_seconds()) // _MINUTE,
        days=policy.tips_kept_days + policy.backups_kept_days,
    )
    rows = [[button(context.label("tipping-noted"), "tip:noted")]]
    for _ in range(TRIES):
        try:
            await show_end(update, context, draft, (text, rows))
        except NetworkError:
            continue
        except TelegramError:
            break
        else:
            return True
        finally:  # it may be there even when the answer was lost
            shown = ShownReceipt(person_of(update).id, draft.screen, context.language)
            context.services.shown_receipts.keep(shown, context.services.now() + SHOWN)
    log.warning("a receipt could not be shown")
    return False


async def delete_receipt(update: Update, context: Context) -> None:
    """Delete the receipt that was written down; where Telegram does not, at least write over it."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    shown = ShownReceipt(person_of(update).id, query.message.message_id, context.language)
    context.services.shown_receipts.keep(shown, context.services.now())  # until it is gone, also after a restart
    gone = await remove_receipt(context.services, context.bot, shown) is Deletion.GONE
    await answer(update, context, "tipping-receipt-deleted" if gone else None)


async def remove_receipt(services: Services, bot: Bot, shown: ShownReceipt) -> Deletion:
    """Delete the receipt from the chat, or else write over it; what stays readable is not forgotten."""
    deletion = await delete_message(bot, shown.chat, shown.message)
    if deletion is Deletion.GONE:
        services.shown_receipts.forget(shown)
    else:
        await write_over_receipt(services, bot, shown)
    return deletion


async def write_over_receipt(services: Services, bot: Bot, shown: ShownReceipt) -> None:
    """Put a sentence in the place of a receipt whose message stays."""
    left = services.texts.html("tipping-receipt-left", shown.language)
    try:
        await bot.edit_message_text(left, chat_id=shown.chat, message_id=shown.message)
    except TelegramError as error:
        if "not found" not in error.message and "not modified" not in error.message:
            log.warning("a receipt could not be written over yet: %s", type(error).__name__)
            return
    services.shown_receipts.forget(shown)
