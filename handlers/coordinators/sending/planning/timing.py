"""When it goes out, and whether a first few go before the rest.

[When] ──► hours of today and tomorrow, or a typed time ──► the plan
[First a few] ──► 10, 50, 100, 500 ──► the plan
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from handlers.asking import button, message_of, on, pressed
from handlers.coordinators.named import number_in
from handlers.coordinators.sending.planning.moments import (
    MomentFault,
    fault_of,
    moment_text,
    offered_moments,
    read_moment,
)
from handlers.coordinators.sending.planning.screens import show_plan
from handlers.coordinators.sending.planning.steps import Step, put, with_plan
from handlers.dates import zone_text
from handlers.message_text import GAP
from handlers.texts import Markup

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update
    from telegram.ext import CallbackQueryHandler

    from handlers.context import Context
    from handlers.coordinators.sending.planning.steps import Planning

CANARIES = (10, 50, 100, 500)  # letters
PER_ROW = 2
AT_ONCE = "now"

_SECONDS = re.compile(r"[0-9]{1,10}")  # since 1970, of a button


@with_plan
async def ask_when(update: Update, context: Context, planning: Planning) -> None:
    """Offer the usual hours, and wait for another time to be written."""
    await _ask_when(update, context, planning)


@with_plan
async def press_when(update: Update, context: Context, planning: Planning) -> None:
    """Take the hour of the button, or no hour at all."""
    if pressed(update)[:1] == (AT_ONCE,):
        planning.draft.starts_at = None
        await show_plan(update, context, planning)
        return
    (word,) = pressed(update)[:1] or ("",)
    moment = datetime.fromtimestamp(int(word), UTC) if _SECONDS.fullmatch(word) else MomentFault.UNREADABLE
    await _take(update, context, planning, moment)


@with_plan
async def type_when(update: Update, context: Context, planning: Planning) -> None:
    """Read the time that was written."""
    await _take(update, context, planning, read_moment(message_of(update).text or "", planning.stored.appeal))


@with_plan
async def ask_few(update: Update, context: Context, planning: Planning) -> None:
    """Ask after how many letters it shall pause."""
    numbers = [button(context.label("planning-few", count=count), "plan-first", count) for count in CANARIES]
    rows = _in_rows(numbers)
    rows.append([button(context.label("planning-all-at-once"), "plan-first", 0)])
    rows.append([button(context.label("planning-back"), "plan-back")])
    await put(update, context, planning.draft, (context.say("planning-ask-few"), rows))


@with_plan
async def take_few(update: Update, context: Context, planning: Planning) -> None:
    """Pause after so many letters, or not at all."""
    count = number_in(pressed(update), 0)
    planning.draft.canary = count if count in CANARIES else None
    await show_plan(update, context, planning)


async def _take(update: Update, context: Context, planning: Planning, moment: datetime | MomentFault) -> None:
    appeal = planning.stored.appeal
    fault = moment if isinstance(moment, MomentFault) else fault_of(moment, appeal, context.services.now())
    if isinstance(moment, MomentFault) or fault is not None:
        await _ask_when(update, context, planning, context.say(f"planning-time-{fault}"))
        return
    planning.draft.starts_at, planning.draft.step = moment.isoformat(), Step.PLAN
    await show_plan(update, context, planning)


async def _ask_when(update: Update, context: Context, planning: Planning, *news: str) -> None:
    appeal, now = planning.stored.appeal, context.services.now()
    local = now.astimezone(ZoneInfo(appeal.timezone))
    planning.draft.step = Step.TIME
    question = context.say(
        "planning-ask-when",
        now=moment_text(context, appeal, now),
        zone=zone_text(local, context.language),
        example=f"{local.date() + timedelta(days=1)} 18:00",
        deadline=moment_text(context, appeal, appeal.deadline),
    )
    rows = [*_in_rows(_moments(context, planning, now)), [button(context.label("planning-back"), "plan-back")]]
    await put(update, context, planning.draft, (GAP.join(map(Markup, (*news, question))), rows))


def _moments(context: Context, planning: Planning, now: datetime) -> list[InlineKeyboardButton]:
    appeal = planning.stored.appeal
    zone = ZoneInfo(appeal.timezone)
    soon = now.replace(second=0, microsecond=0) + timedelta(hours=1)
    buttons = [button(context.label("planning-now"), "plan-at", AT_ONCE)]
    if fault_of(soon, appeal, now) is None:
        clock = soon.astimezone(zone).strftime("%H:%M")
        buttons.append(button(context.label("planning-in-an-hour", time=clock), "plan-at", int(soon.timestamp())))
    for moment in offered_moments(appeal, now):
        local = moment.astimezone(zone)
        key = "planning-today" if local.date() == now.astimezone(zone).date() else "planning-tomorrow"
        label = context.label(key, time=local.strftime("%H:%M"))
        buttons.append(button(label, "plan-at", int(moment.timestamp())))
    return buttons


def _in_rows(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [buttons[start : start + PER_ROW] for start in range(0, len(buttons), PER_ROW)]


def buttons() -> list[CallbackQueryHandler[Context, Any]]:
    """Return what this part of the planning answers to."""
    return [
        on("plan-when", ask_when),
        on("plan-at", press_when),
        on("plan-few", ask_few),
        on("plan-first", take_few),
    ]
