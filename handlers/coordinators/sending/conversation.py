"""Sending an approved appeal: to everyone who asked for it with one press, or as the coordinator plans it.

/send CODE ──► the plan: who gets it, in which language, how long it takes
   ▲            ├─[Send now]──► one message that counts
   │            ├─[Not now], /cancel ──► nothing
   └────────────┴─[Who gets it | When | First a few | Faster, paid]──► see `planning`

The plan outlives a restart. A button of an older screen, or of another plan, does nothing.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from handlers.appeals.heading import title_text
from handlers.asking import on, say, show
from handlers.conversations import Conversation
from handlers.coordinators.kept_steps import where
from handlers.coordinators.named import named_appeal
from handlers.coordinators.sending.planning import audience, paying, timing
from handlers.coordinators.sending.planning.draft import begin_draft, plan_of, starts_at
from handlers.coordinators.sending.planning.moments import moment_text
from handlers.coordinators.sending.planning.readers import count_readers, publishes_alone
from handlers.coordinators.sending.planning.screens import show_plan
from handlers.coordinators.sending.planning.steps import Planning, Step, end, refusal, step, with_plan
from handlers.coordinators.sending.watching import watch
from storage.errors import WrongState
from storage.letters.broadcasts.planning import plan

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.sending.planning.readers import Readers
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


@step
async def begin(update: Update, context: Context, coordinator: Coordinator) -> int:
    """Show what sending the appeal would mean, and ask once."""
    stored = await named_appeal(update, context, "send")
    if stored is None:
        return where(context.drafts.sending)
    if refused := refusal(context, stored, stored.number):
        await say(update, context, refused)
        return where(context.drafts.sending)
    draft = context.drafts.sending = begin_draft(stored)
    await show_plan(update, context, Planning(draft, stored, coordinator))
    return where(context.drafts.sending)


@with_plan
async def send(update: Update, context: Context, planning: Planning) -> None:
    """Plan the broadcast whose button was pressed, unless something changed meanwhile that the screen did not show."""
    now, start = context.services.now(), starts_at(planning.draft)
    if start is not None and start <= now:
        planning.draft.starts_at = None
        await show_plan(update, context, planning, context.say("sending-start-passed"))
        return
    readers = await count_readers(context, planning)
    if not readers.total and not publishes_alone(planning, readers):
        await show_plan(update, context, planning)
        return
    how = plan_of(planning.draft, context.services.policy)
    try:
        broadcast = await plan(context.services.db, planning.stored, planning.by, now, how)
    except WrongState:
        await end(update, context, context.say("sending-changed", code=planning.stored.appeal.code))
        return
    log.info("coordinator %d planned broadcast %d", planning.by.id, broadcast)
    context.drafts.sending = None
    context.services.wake_sender()
    await _show_begun(update, context, planning, readers)
    await watch(update, context, broadcast)


@with_plan
async def leave(update: Update, context: Context, _planning: Planning) -> None:
    """Leave the plan without sending."""
    await end(update, context, context.say("sending-cancelled"))


async def _show_begun(update: Update, context: Context, planning: Planning, readers: Readers) -> None:
    appeal, start = planning.stored.appeal, starts_at(planning.draft)
    title = title_text(appeal, context.services.texts, context.language)
    text = context.say("sending-begun" if readers.total else "sending-published", title=title)
    if start is not None:
        text = context.say("sending-scheduled", title=title, moment=moment_text(context, appeal, start))
    try:
        await show(update, context, text)
    except TelegramError as error:  # it is under way all the same
        log.warning("a sending that began could not be shown: %s", type(error).__name__)


def conversation() -> Conversation:
    """Return the whole conversation; each button leads to its step from wherever the plan is."""
    text = filters.UpdateType.MESSAGE & filters.TEXT & ~filters.COMMAND
    return Conversation(
        entry_points=[
            CommandHandler("send", begin),
            on("send", send),
            on("send-cancel", leave),
            *audience.buttons(),
            *timing.buttons(),
            *paying.buttons(),
        ],
        states={
            Step.PLAN: [],
            Step.TIME: [MessageHandler(text, timing.type_when)],
            Step.STARS: [MessageHandler(text, paying.take_price)],
        },
        fallbacks=[CommandHandler("cancel", leave)],
        allow_reentry=True,
        name="sending",
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [conversation()]
