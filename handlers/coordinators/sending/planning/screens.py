"""The plan on one screen: the appeal, who gets it, how long it takes, and the buttons that send it or change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import deadline_text, title_text
from handlers.asking import button
from handlers.coordinators.reports.progress import duration_text
from handlers.coordinators.sending.planning.draft import plan_of, starts_at
from handlers.coordinators.sending.planning.moments import moment_text
from handlers.coordinators.sending.planning.readers import (
    count_readers,
    language_name,
    publishes_alone,
    readers_text,
)
from handlers.coordinators.sending.planning.steps import put
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.letters.broadcasts.planning import PAID_PER_SECOND, BroadcastState, latest_broadcasts
from storage.letters.reports.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.coordinators.sending.planning.readers import Readers
    from handlers.coordinators.sending.planning.steps import Planning, Screen

_NOT_OVER = frozenset({BroadcastState.SCHEDULED, BroadcastState.RUNNING, BroadcastState.PAUSED})


async def show_plan(update: Update, context: Context, planning: Planning, *news: str) -> None:
    """Show the plan as it is now, below the *news* if there are any."""
    await put(update, context, planning.draft, await _plan_screen(context, planning, news))


async def _plan_screen(context: Context, planning: Planning, news: tuple[str, ...]) -> Screen:
    readers = await count_readers(context, planning)
    blocks = [*map(Markup, news), _head(context, planning), readers_text(context, planning, readers)]
    if other := await _other_sending(context, planning):
        blocks.append(Markup(context.say("sending-under-way", code=planning.stored.appeal.code, state=other)))
    if readers.total:
        blocks.append(Markup("\n".join(_how(context, planning, readers))))
        blocks.append(Markup(context.say("sending-pledge")))
    return GAP.join(blocks), _rows(context, planning, readers)


async def _other_sending(context: Context, planning: Planning) -> BroadcastState | None:
    """Return where another sending of the same appeal is, unless it is over."""
    db = context.services.db
    newest = await latest_broadcasts(db, planning.stored.appeal.code, limit=1)  # those not ended come first
    state = (await progress(db, newest[0])).state if newest else None
    return state if state in _NOT_OVER else None


def _head(context: Context, planning: Planning) -> Markup:
    appeal, texts = planning.stored.appeal, context.services.texts
    return Markup(
        context.say(
            "sending-head",
            title=title_text(appeal, texts, context.language),
            code=appeal.code,
            version=planning.stored.number,
            languages=", ".join(language_name(one, context.language) for one in appeal.languages),
            deadline=deadline_text(appeal, texts, context.language, now=context.services.now()),
        )
    )


def _how(context: Context, planning: Planning, readers: Readers) -> Iterator[str]:
    """Say when it begins, whether it pauses after the first few, how long it takes and what it costs."""
    plan = plan_of(planning.draft, context.services.policy)
    if plan.starts_at:
        yield context.say("sending-starts", moment=moment_text(context, planning.stored.appeal, plan.starts_at))
    if plan.canary:
        key = "sending-pauses" if plan.canary < readers.total else "sending-too-few-to-pause"
        yield context.say(key, count=plan.canary)
    rate = PAID_PER_SECOND if plan.paid_cap else context.services.policy.bulk_rate
    duration = duration_text(readers.total / rate, context.services.texts, context.language)
    if plan.paid_cap:
        yield context.say("sending-paid", stars=plan.paid_cap, rate=rate, duration=duration)
    else:
        yield context.say("sending-pace", rate=rate, duration=duration)


def _rows(context: Context, planning: Planning, readers: Readers) -> Rows:
    code, number = planning.stored.appeal.code, planning.stored.number
    rows = []
    if readers.total or publishes_alone(planning, readers):
        rows.append([button(_send_label(context, planning, readers), "send", code, number)])
    rows += _changes(context, readers)
    rows.append([button(context.label("sending-not-now"), "send-cancel", code)])
    return rows


def _send_label(context: Context, planning: Planning, readers: Readers) -> str:
    canary = planning.draft.canary
    if not readers.total:
        return context.label("sending-publish")
    if starts_at(planning.draft):
        return context.label("sending-later", count=readers.total)
    if canary and canary < readers.total:
        return context.label("sending-first", count=canary)
    return context.label("sending-now", count=readers.total)


def _changes(context: Context, readers: Readers) -> Iterator[list[InlineKeyboardButton]]:
    """Give what of the plan can be changed; nothing but the audience while it is empty."""
    who = button(context.label("sending-who"), "plan-who")
    if not readers.total:
        yield [who]
        return
    yield [who, button(context.label("sending-when"), "plan-when")]
    few = button(context.label("sending-few"), "plan-few")
    paid = button(context.label("sending-faster"), "plan-paid")
    yield [few, paid] if context.services.policy.paid_broadcast else [few]
