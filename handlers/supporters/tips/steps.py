"""What all stages of a tip share: where the witness is, how a stage is shown, how a tip ends."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from telegram.ext import ConversationHandler

from handlers.asking import person_of
from handlers.supporters.tips.traces import show_end, show_step
from handlers.tip_drafts import LIFE, ShownReceipt

if TYPE_CHECKING:
    from datetime import date

    from telegram import Update

    from handlers.context import Context
    from handlers.supporters.tips.traces import Screen
    from handlers.tip_drafts import Screened, TipDraft

NAME = "tipping"
"""What the conversation is called where its step is kept over a restart."""


class Step(IntEnum):
    """Where the witness is; kept over a restart, so values never change their meaning."""

    WARNING = 1
    MENUS = 2
    TEXT = 3
    SEAL = 4
    INTERRUPTED = 9


async def show_stage(update: Update, context: Context, draft: Screened, screen: Screen, note: str = "") -> None:
    """Show a stage, under the *note* if there is one; it leaves the chat with the draft, also when time is over."""
    html, rows = screen
    before = screen_of(update, context, draft)
    await show_step(update, context, draft, (f"{note}\n\n{html}" if note else html, rows))
    kept, now = context.services.shown_receipts, screen_of(update, context, draft)
    if before.message not in {0, now.message}:  # it could not be edited any more, and holds a step
        kept.keep(before, context.services.now())
    kept.keep(now, draft.begun_at + LIFE)


async def end(update: Update, context: Context, draft: Screened, html: str) -> int:
    """Wipe the draft, and say last words that hold nothing of it."""
    context.services.tip_drafts.wipe(person_of(update).id)
    await show_end(update, context, draft, (html, ()))
    forget_screen(update, context, draft)
    return ConversationHandler.END


def forget_screen(update: Update, context: Context, draft: Screened) -> None:
    """Let the one message stay: it holds nothing that matters any more."""
    context.services.shown_receipts.forget(screen_of(update, context, draft))


def with_safer_address(context: Context, html: str) -> str:
    """Add where a witness is safer, if the organisation has such a place."""
    address = context.services.policy.safer_address
    return f"{html}\n\n{context.say('tipping-safer-address', address=address)}" if address else html


def day_of(context: Context, draft: TipDraft) -> date:
    """Return the organisation's day on which the tip was begun: what "today" means in it."""
    return draft.begun_at.astimezone(context.services.policy.timezone).date()


def screen_of(update: Update, context: Context, draft: Screened) -> ShownReceipt:
    """Return where the one message stands."""
    return ShownReceipt(person_of(update).id, draft.screen, context.language)
