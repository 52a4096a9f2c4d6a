"""Sending the correction of an appeal to everybody who got an earlier version.

/correct CODE ──► what changed, how many got it, how long it takes ──[Send the correction]──► one message that counts
                                                                   └─[Not now]──────────────► nothing
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import deadline_text, title_text
from handlers.appeals.letters.corrections import change_note
from handlers.asking import answer, button, on, say, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.reports.progress import duration_text
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.sending.watching import watch
from storage.appeals.records import AppealState, find_correction
from storage.errors import NoSuchAppeal, WrongState
from storage.letters.broadcasts.corrections import correction_audience, plan_correction

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


@trusted_with(Duty.SEND)
async def ask_to_correct(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show what the correction changes and who would get it, and ask once."""
    await answer(update, context)
    stored = await named_appeal(update, context, "correct")
    correction = stored and await _sendable_correction(update, context, stored)
    if correction is None:
        return
    total = await correction_audience(context.services.db, correction)
    code, number = correction.appeal.code, correction.number
    rows = [
        [button(context.label("correcting-now", count=total), "correct-now", code, number)],
        [button(context.label("correcting-not-now"), "correct-cancel", code)],
    ]
    await say(update, context, _summary(context, correction, total), rows)


@trusted_with(Duty.SEND)
async def correct_now(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Plan the correction whose button was pressed, and show how far its sending is."""
    await answer(update, context)
    stored, number = await named_appeal(update, context, "correct"), number_in(words_of(update, context), 1)
    if stored is None:
        return
    if stored.number == number:  # pressed twice
        await _show_begun(update, context, stored)
        return
    correction = await _sendable_correction(update, context, stored)
    if correction is None:
        return
    services, code = context.services, stored.appeal.code
    if number != correction.number:
        await show(update, context, context.say("correcting-other-version", code=code))
        return
    try:
        broadcast = await plan_correction(services.db, code, number, coordinator, services.now())
    except (NoSuchAppeal, WrongState):
        await show(update, context, context.say("correcting-changed", code=code))
        return
    services.wake_sender()
    log.info("coordinator %d planned correction %d", coordinator.id, broadcast)
    await watch(update, context, broadcast)
    await _show_begun(update, context, correction)


@trusted_with(Duty.SEND)
async def cancel_correcting(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Leave the question without sending."""
    await answer(update, context)
    await show(update, context, context.say("correcting-cancelled"))


async def _show_begun(update: Update, context: Context, stored: StoredAppeal) -> None:
    title = title_text(stored.appeal, context.services.texts, context.language)
    await show(update, context, context.say("correcting-begun", title=title))


async def _sendable_correction(update: Update, context: Context, stored: StoredAppeal) -> StoredAppeal | None:
    """Return the correction that can be sent now, or say why there is none."""
    code = stored.appeal.code
    correction = await find_correction(context.services.db, code)
    if correction is None:
        key = "correcting-none" if stored.state is AppealState.PUBLISHED else "correcting-not-sent"
        await show(update, context, context.say(key, code=code, state=context.label(f"state-{stored.state}")))
        return None
    if correction.state is not AppealState.APPROVED:
        state = context.label(f"state-{correction.state}")
        await show(update, context, context.say("correcting-not-approved", code=code, state=state))
        return None
    if context.services.now() >= min(stored.appeal.deadline, correction.appeal.deadline):
        await show(update, context, context.say("correcting-too-late", code=code))
        return None
    return correction


def _summary(context: Context, correction: StoredAppeal, total: int) -> str:
    appeal, services = correction.appeal, context.services
    return context.say(
        "correcting-summary" if total else "correcting-for-nobody",
        title=title_text(appeal, services.texts, context.language),
        code=appeal.code,
        version=correction.number,
        note=change_note(appeal, services.texts, context.language),
        deadline=deadline_text(appeal, services.texts, context.language, now=services.now()),
        total=total,
        duration=duration_text(total / services.policy.bulk_rate, services.texts, context.language),
        rate=services.policy.bulk_rate,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("correct", ask_to_correct),
        on("correct", ask_to_correct),
        on("correct-now", correct_now),
        on("correct-cancel", cancel_correcting),
    ]
