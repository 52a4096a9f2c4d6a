"""The last screen of a tip: what the witness allows, then sealed, kept, and the receipt shown once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError
from telegram.ext import ConversationHandler

from handlers.asking import button, person_of, pressed
from handlers.coordinators.tips.alerts import alert_new_tip
from handlers.coordinators.tips.flooding import tell_of_tips
from handlers.supporters.tips.receipt import show_receipt
from handlers.supporters.tips.sealing import seal_and_keep, taking_in
from handlers.supporters.tips.sending.consents import Consent
from handlers.supporters.tips.sending.menus import BACK, TEXT, chosen
from handlers.supporters.tips.steps import Step, end, show_stage, with_safer_address
from handlers.supporters.tips.taking import why_gone
from handlers.supporters.tips.traces import show_end, traces_of
from handlers.texts import Markup
from handlers.tip_drafts import TipDraft
from storage.errors import EpochOver

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context

log = logging.getLogger(__name__)


async def ask_to_seal(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    """Show what will be sealed, all but the text itself, for how long it can be found, and ask for the consents."""
    policy = context.services.policy
    question = context.say(
        "tipping-ask-to-seal",
        chosen=Markup(chosen(context, draft.answers)),
        length=len(draft.text),
        days=policy.tips_kept_days + policy.backups_kept_days,
    )
    await show_stage(update, context, draft, (question, _rows(context, draft)), note)
    return Step.SEAL


async def take_consent(update: Update, context: Context, draft: TipDraft) -> int:
    """Tick a consent, or take the tick away."""
    draft.consents ^= {*pressed(update)[:1]} & set(Consent)
    return await ask_to_seal(update, context, draft)


async def decide_first(update: Update, context: Context, draft: TipDraft) -> int:
    """Take nothing more once the text is there."""
    return await ask_to_seal(update, context, draft, context.say("tipping-no-more"))


async def seal(update: Update, context: Context, draft: TipDraft) -> int:
    """Seal and store the tip, wipe the draft, show the receipt once; then coordinators hear of it."""
    services, person = context.services, person_of(update).id
    epoch = await taking_in(services)
    if epoch is None:
        return await end(update, context, draft, with_safer_address(context, context.say("tipping-closed")))
    if not services.tip_throttle.take(person):
        return await _wait(update, context, draft)
    try:
        kept = await seal_and_keep(services, draft, context.language, epoch)
    except EpochOver:
        return await end(update, context, draft, with_safer_address(context, context.say("tipping-closed")))
    services.tip_drafts.wipe(person)
    shown = await show_receipt(update, context, draft, kept)
    context.run_errand(alert_new_tip(context, kept.tag, draft.answers["category"], draft.answers["urgency"]))
    return ConversationHandler.END if shown else await tell_unseen(update, context)


async def tell_unseen(update: Update, context: Context) -> int:
    """Say that the tip is kept although its receipt could not be shown; if this cannot be said, with the next step."""
    traces_of(update, context).receipt_unseen = True
    try:
        await show_end(update, context, TipDraft(context.services.now()), (why_gone(update, context), ()))
    except TelegramError as error:
        log.warning("a witness was not told of an unseen receipt: %s", type(error).__name__)
        return Step.SEAL
    return ConversationHandler.END


async def _wait(update: Update, context: Context, draft: TipDraft) -> int:
    """Keep the draft until its time is over: too many tips came at once, from this person or from all."""
    note = with_safer_address(context, context.say("tipping-too-many"))
    context.run_errand(tell_of_tips(context.services, context.bot))
    return await ask_to_seal(update, context, draft, note)


def _rows(context: Context, draft: TipDraft) -> Rows:
    return [
        *([_tick(context, word, given=word in draft.consents)] for word in Consent),
        [button(context.label("tipping-seal"), "tip:seal")],
        [
            button(context.label("tipping-write-again"), BACK, TEXT),
            button(context.label("tipping-discard"), "tip:discard"),
        ],
    ]


def _tick(context: Context, word: Consent, *, given: bool) -> InlineKeyboardButton:
    return button(f"{'☑' if given else '☐'} {context.label(f'tipping-consent-{word}')}", "tip-consent", word)
