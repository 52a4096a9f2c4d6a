"""Following and steering what is being sent.

/progress [CODE] ──► what is under way, or the last that was
/pause, /resume [CODE] ──► the one that is meant, or a choice ──► how far it is now
[Pause | Go on] below a progress message ──► the same message, as it is now
[Cancel] ──► what stays and what will not go out ──[Yes, cancel it]──► no letter more
                                                 └─[No, leave it]────► nothing
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, say, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.reports.progress import code_text, progress_screen
from handlers.coordinators.roles import Duty, trusted_with
from storage.errors import WrongState
from storage.letters.broadcasts import steering
from storage.letters.broadcasts.planning import BroadcastState, latest_broadcasts
from storage.letters.reports.progress import progress

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from telegram import Update

    from handlers.context import Context
    from storage.database import Database
    from storage.letters.reports.progress import Progress
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

CHOICE_MAX = 10  # broadcasts in one message
KNOWN_MAX = 100  # broadcasts of which a button may speak; older ones have ended long ago
UNDER_WAY = frozenset({BroadcastState.SCHEDULED, BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.FAILED})


@dataclass(frozen=True)
class Turn:
    """A deed that a coordinator does to a broadcast; *word* names it in commands, buttons and texts."""

    word: str
    deed: Callable[[Database, int, Coordinator, datetime], Awaitable[None]]
    begins_in: frozenset[BroadcastState]


PAUSE = Turn("pause", steering.pause, frozenset({BroadcastState.RUNNING}))
RESUME = Turn("resume", steering.resume, frozenset({BroadcastState.PAUSED, BroadcastState.FAILED}))


@trusted_with(Duty.SEND)
async def show_progress(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show the broadcasts that are under way, or the last one, of one appeal or of all."""
    found = await _named(update, context, "progress")
    if found is None:
        return
    under_way = [one for one in found if one.state in UNDER_WAY]
    for one in under_way or found[:1]:
        await say(update, context, *await progress_screen(context.services, context.language, one.broadcast))
    if not found:
        await say(update, context, context.say("steering-none"))


@trusted_with(Duty.SEND)
async def pause(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Pause a broadcast that runs."""
    await _take_turn(update, context, coordinator, PAUSE)


@trusted_with(Duty.SEND)
async def resume(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Let a broadcast go on that was paused, or that a fault stopped."""
    await _take_turn(update, context, coordinator, RESUME)


@trusted_with(Duty.SEND)
async def ask_to_cancel(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Say what cancelling means, below the progress message, which goes on counting."""
    broadcast = await _pressed_broadcast(update, context)
    if broadcast is None:
        return
    now = await progress(context.services.db, broadcast)
    if now.state not in UNDER_WAY:
        await _say_too_late(update, context, now)
        return
    rows = [
        [button(context.label("steering-cancel"), "cancel-broadcast-confirm", broadcast)],
        [button(context.label("steering-let-be"), "cancel-broadcast-not", broadcast)],
    ]
    await say(update, context, _question(context, now), rows)


@trusted_with(Duty.SEND)
async def cancel(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send nothing more of the broadcast."""
    services, broadcast = context.services, await _pressed_broadcast(update, context)
    if broadcast is None:
        return
    try:
        skipped = await steering.cancel(services.db, broadcast, coordinator, services.now())
    except WrongState:
        await _say_too_late(update, context, await progress(services.db, broadcast))
        return
    log.info("coordinator %d cancelled broadcast %d", coordinator.id, broadcast)
    services.wake_sender()
    kind = (await progress(services.db, broadcast)).kind
    await show(update, context, context.say("steering-cancelled", count=skipped, kind=kind))


@trusted_with(Duty.SEND)
async def let_be(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Leave the question, and the broadcast as it is."""
    broadcast = await _pressed_broadcast(update, context)
    if broadcast is not None:
        await show(update, context, context.say("steering-left"))


async def _take_turn(update: Update, context: Context, coordinator: Coordinator, turn: Turn) -> None:
    services = context.services
    if update.callback_query is not None:
        broadcast = await _pressed_broadcast(update, context)
    else:
        broadcast = await _chosen(update, context, turn)
    if broadcast is None:
        return
    try:
        await turn.deed(services.db, broadcast, coordinator, services.now())
    except WrongState:
        await _say_too_late(update, context, await progress(services.db, broadcast))
        return
    log.info("coordinator %d: %s broadcast %d", coordinator.id, turn.word, broadcast)
    services.wake_sender()
    await show(update, context, *await progress_screen(services, context.language, broadcast))


async def _pressed_broadcast(update: Update, context: Context) -> int | None:
    """Return the broadcast that the pressed button speaks of; say so where there is none."""
    await answer(update, context)
    number = number_in(words_of(update, context), 0)
    if number in await latest_broadcasts(context.services.db, limit=KNOWN_MAX):
        return number
    await say(update, context, context.say("steering-unknown"))
    return None


async def _chosen(update: Update, context: Context, turn: Turn) -> int | None:
    """Return the one broadcast to which *turn* can be done; offer the choice where there are several."""
    found = await _named(update, context, turn.word)
    if found is None:
        return None
    fitting = [one for one in found if one.state in turn.begins_in]
    if len(fitting) == 1:
        return fitting[0].broadcast
    if not fitting:
        await say(update, context, context.say(f"steering-nothing-to-{turn.word}"))
        return None
    rows = [[button(_label(context, one), turn.word, one.broadcast)] for one in fitting]
    await say(update, context, context.say(f"steering-which-to-{turn.word}"), rows)
    return None


async def _named(update: Update, context: Context, command: str) -> list[Progress] | None:
    """Return the newest broadcasts, of the appeal that the command names or of all, those under way first."""
    db, code = context.services.db, None
    if words_of(update, context):
        stored = await named_appeal(update, context, command)
        if stored is None:
            return None
        code = stored.appeal.code
    return [await progress(db, one) for one in await latest_broadcasts(db, code, CHOICE_MAX)]


async def _say_too_late(update: Update, context: Context, now: Progress) -> None:
    """Show where the broadcast is, which is elsewhere than the button or command took it to be."""
    text, rows = await progress_screen(context.services, context.language, now.broadcast)
    await show(update, context, f"{context.say(f'steering-already-{now.state}')}\n\n{text}", rows)


def _question(context: Context, now: Progress) -> str:
    if now.state is BroadcastState.SCHEDULED:
        return context.say("steering-ask-cancel-scheduled", what=_label(context, now))
    waiting, sent = now.by_state.get("pending", 0), now.by_state.get("sent", 0)
    values = {"what": _label(context, now), "kind": now.kind, "code": now.code or ""}
    return context.say("steering-ask-cancel", waiting=waiting, sent=sent, **values)


def _label(context: Context, one: Progress) -> str:
    """Return what a broadcast is called in a sentence or on a button."""
    code = code_text(one, context.services.texts, context.language)
    return context.label(f"steering-{one.kind}", code=code)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("progress", show_progress),
        CommandHandler("pause", pause),
        CommandHandler("resume", resume),
        on("pause", pause),
        on("resume", resume),
        on("cancel-broadcast", ask_to_cancel),
        on("cancel-broadcast-confirm", cancel),
        on("cancel-broadcast-not", let_be),
    ]
