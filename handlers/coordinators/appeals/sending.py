"""Sending an approved appeal to everyone who asked for it.

/send CODE ──► who gets it, in which language, how long it takes ──[Send now]──► one message that counts
                                                                 └─[Not now]───► nothing
/progress [CODE] ──► what is being sent, or the last that was
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from babel import Locale
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import deadline_text, language_for, title_text
from handlers.asking import answer, button, on, say, show
from handlers.coordinators.appeals.progress import duration_text, progress_text
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.texts import Markup
from storage.appeals.records import AppealState
from storage.errors import WrongState
from storage.letters import broadcasts
from storage.letters.broadcasts import BroadcastState
from storage.letters.following import follow

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.letters.broadcasts import Audience, Progress
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

SENDABLE = frozenset({AppealState.APPROVED, AppealState.PUBLISHED})


@trusted_with(Duty.SEND)
async def ask_to_send(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show who would get the appeal, and ask once."""
    stored = await named_appeal(update, context, "send")
    if stored is None:
        return
    audience = await broadcasts.audience(context.services.db, stored)
    if refusal := _refusal(context, stored, audience):
        await say(update, context, refusal)
        return
    code = stored.appeal.code
    rows = [
        [button(context.label("sending-now", count=audience.total), "send", code, stored.number)],
        [button(context.label("sending-not-now"), "send-cancel", code)],
    ]
    await say(update, context, _summary(context, stored, audience), rows)


@trusted_with(Duty.SEND)
async def send_now(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Plan the letters of the version whose button was pressed, and show how far their sending is."""
    await answer(update, context)
    stored = await named_appeal(update, context, "send")
    if stored is None:
        return
    services = context.services
    if number_in(words_of(update, context), 1) != stored.number:
        await show(update, context, context.say("sending-other-version", code=stored.appeal.code))
        return
    audience = await broadcasts.audience(services.db, stored)
    if refusal := _refusal(context, stored, audience):
        await show(update, context, refusal)
        return
    try:
        broadcast = await broadcasts.plan(services.db, stored, coordinator, services.now())
    except WrongState:
        await show(update, context, context.say("sending-changed", code=stored.appeal.code))
        return
    services.wake_sender()
    log.info("coordinator %d planned broadcast %d", coordinator.id, broadcast)
    try:
        title = title_text(stored.appeal, services.texts, context.language)
        await show(update, context, context.say("sending-begun", title=title))
        await _follow(update, context, broadcast)
    except TelegramError as error:  # it is under way all the same: the reporter sends the message that is missing
        log.warning("broadcast %d could not be shown at once: %s", broadcast, type(error).__name__)


@trusted_with(Duty.SEND)
async def cancel_sending(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Leave the question without sending."""
    await answer(update, context)
    await show(update, context, context.say("sending-cancelled"))


@trusted_with(Duty.SEND)
async def show_progress(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show the broadcasts that are under way, or the last one, of one appeal or of all."""
    db, code = context.services.db, None
    if words_of(update, context):
        stored = await named_appeal(update, context, "progress")
        if stored is None:
            return
        code = stored.appeal.code
    latest = [await broadcasts.progress(db, one) for one in await broadcasts.latest_broadcasts(db, code)]
    running = [one for one in latest if one.state is BroadcastState.RUNNING]
    for progress in running or latest[:1]:
        await say(update, context, _progress_text(context, progress))
    if not latest:
        await say(update, context, context.say("sending-none"))


async def _follow(update: Update, context: Context, broadcast: int) -> None:
    """Show the message that counts, and keep which it is, so that it goes on counting after a restart."""
    db = context.services.db
    message = await say(update, context, _progress_text(context, await broadcasts.progress(db, broadcast)))
    if not await follow(db, broadcast, message.message_id):  # the reporter was faster
        await message.delete()


def _progress_text(context: Context, progress: Progress) -> str:
    services = context.services
    return progress_text(progress, services.texts, context.language, rate=services.policy.bulk_rate, now=services.now())


def _refusal(context: Context, stored: StoredAppeal, audience: Audience) -> str | None:
    """Say why the appeal cannot be sent now, if it cannot."""
    code = stored.appeal.code
    if stored.state not in SENDABLE:
        return context.say("sending-not-approved", code=code, state=context.label(f"state-{stored.state}"))
    if context.services.now() >= stored.appeal.deadline:
        return context.say("sending-too-late", code=code)
    if stored.state is AppealState.PUBLISHED and not audience.total:
        return context.say("sending-twice", code=code)
    return None


def _summary(context: Context, stored: StoredAppeal, audience: Audience) -> str:
    appeal, services = stored.appeal, context.services
    lines = [_by_language(context, appeal, language, count) for language, count in audience.by_language.items()]
    seconds = audience.total / services.policy.bulk_rate
    again = stored.state is AppealState.PUBLISHED
    return context.say(
        "sending-again" if again else "sending-summary" if audience.total else "sending-to-nobody",
        title=title_text(appeal, context.services.texts, context.language),
        code=appeal.code,
        version=stored.number,
        total=audience.total,
        readers=Markup("\n".join(lines)),
        languages=", ".join(_language_name(one, context.language) for one in appeal.languages),
        duration=duration_text(seconds, services.texts, context.language),
        rate=services.policy.bulk_rate,
        deadline=deadline_text(appeal, context.services.texts, context.language, now=context.services.now()),
    )


def _by_language(context: Context, appeal: Appeal, language: str, count: int) -> str:
    read = language_for(appeal, language, context.services.texts.default)
    return context.say(
        "sending-readers" if read == language else "sending-readers-of-another",
        language=_language_name(language, context.language),
        count=count,
        read=_language_name(read, context.language),
    )


def _language_name(tag: str, language: str) -> str:
    return Locale.parse(tag, sep="-").get_display_name(language) or tag


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("send", ask_to_send),
        CommandHandler("progress", show_progress),
        on("send", send_now),
        on("send-cancel", cancel_sending),
    ]
