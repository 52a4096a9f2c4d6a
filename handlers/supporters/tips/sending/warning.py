"""The first screen of a tip: a safer address, and what this chat cannot hide, before anything is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.error import TelegramError

from handlers.asking import button, person_of, say
from handlers.supporters.tips.receipt import remove_receipt
from handlers.supporters.tips.sealing import taking_in
from handlers.supporters.tips.steps import NAME, Step, screen_of, show_stage, with_safer_address
from handlers.supporters.tips.traces import clear, traces_of
from handlers.texts import Markup
from handlers.tip_drafts import LIFE, TipDraft
from storage.people.conversations import save_step

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

_MINUTE = 60  # seconds


async def begin(update: Update, context: Context) -> int | None:
    """Warn before anything is typed, and end what else is unfinished; while too few could open a tip, none is taken."""
    services, person = context.services, person_of(update).id
    if not await taking_in(services):
        await clear(update, context, TipDraft(services.now()))  # a text may stand behind the command
        await say(update, context, with_safer_address(context, context.say("tipping-closed")))
        return None
    notes = [context.say("tipping-receipt-unseen")] if traces_of(update, context).receipt_unseen else []
    if before := services.tip_drafts.of(person):
        await remove_receipt(services, context.bot, screen_of(update, context, before))
        notes.append(context.say("tipping-discarded"))
    if context.drafts.signing:
        context.drafts.signing = None
        notes.append(context.say("tipping-signing-ended"))
    draft = services.tip_drafts.begin(person)
    await clear(update, context, draft)
    # The library keeps it after the update alone; a crash in between would leave a text that comes next in the chat.
    await save_step(services.db, NAME, person, Step.WARNING, services.now().date())
    try:
        await ask_to_read(update, context, draft, "\n\n".join(notes))
    except TelegramError as error:  # it may stand there all the same, and what is typed next must be deleted
        await context.application.process_error(update, error)
    else:
        traces_of(update, context).receipt_unseen = False
    return Step.WARNING


async def ask_to_read(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    """Show the warning."""
    policy = context.services.policy
    rows = [
        [button(context.label("tipping-start"), "tip:start")],
        [button(context.label("tipping-not-now"), "tip:discard")],
    ]
    key = "tipping-warning-address" if policy.safer_address else "tipping-warning-no-address"
    warning = context.say(
        "tipping-warning",
        address=Markup(context.say(key, address=policy.safer_address)),
        minutes=int(LIFE.total_seconds()) // _MINUTE,
    )
    await show_stage(update, context, draft, (warning, rows), note)
    return Step.WARNING


async def read_first(update: Update, context: Context, draft: TipDraft) -> int:
    """Take nothing before the warning was read."""
    return await ask_to_read(update, context, draft, context.say("tipping-not-yet"))
