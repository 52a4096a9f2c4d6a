"""The goal of a petition: how near it is and when it will be reached, every goal that it had, and setting another one.

/goal CODE ──► how it goes, milestones, goals so far
/goal CODE 5000 ──► the new goal, and how it goes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.page import LINE
from handlers.asking import say
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.petitions.counting.pace import going, outlook, standing
from handlers.coordinators.roles import Duty, trusted_with
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.appeals.values import COUNT_MAX
from storage.errors import WrongState
from storage.petitions.counting.goals import goals_set, milestones, set_goal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

_NUMBER = re.compile(r"[1-9][0-9]{0,9}|[1-9][0-9]{0,2}([,. ’'])[0-9]{3}(?:\1[0-9]{3})*")


@trusted_with(Duty.RUN_PETITION)
async def take_goal(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Set the goal that was written behind the code; without one, show how near it is."""
    stored = await named_appeal(update, context, "goal")
    if stored is None:
        return
    code, words = stored.appeal.code, words_of(update, context)[1:]
    if not stored.appeal.kind.asks:
        await say(update, context, context.say("goals-none", code=code))
    elif not words:
        await _show(update, context, stored, ())
    elif (goal := number_of(" ".join(words))) is None:
        await say(update, context, context.say("goals-no-number", code=code))
    else:
        await _set(update, context, stored, goal, coordinator)


def number_of(text: str) -> int | None:
    """Return the number that *text* writes, its thousands apart or not, if it can be a goal."""
    found = _NUMBER.fullmatch(text.strip())
    number = int(re.sub(r"[^0-9]", "", text)) if found else 0
    return number if 0 < number <= COUNT_MAX else None


async def _set(update: Update, context: Context, stored: StoredAppeal, goal: int, by: Coordinator) -> None:
    code, now = stored.appeal.code, context.services.now()
    try:
        done = await set_goal(context.services.db, code, goal, by, now)
    except WrongState:
        await say(update, context, context.say("goals-not-open", code=code))
        return
    if done:
        await _show(update, context, stored, [Markup(context.say("goals-set", code=code, goal=goal))])
    else:
        await say(update, context, context.say("goals-reached-already", code=code, goal=goal))


async def _show(update: Update, context: Context, stored: StoredAppeal, first: Iterable[Markup]) -> None:
    services, appeal = context.services, stored.appeal
    now = services.now()
    goes = await going(services.db, appeal, services.texts, context.language, now)
    blocks = [*first, standing(goes), outlook(goes), *await _reached(context, appeal.code)]
    blocks += await _history(context, stored)
    if stored.open_at(now):
        blocks.append(Markup(context.say("goals-how", code=appeal.code)))
    await say(update, context, fitted(blocks))


async def _reached(context: Context, code: str) -> list[Markup]:
    """Return the milestones so far as a block, the last one in front; none before the first."""
    lines = [
        context.say(
            "goals-milestone",
            percent=one.percent,
            goal=one.goal,
            total=one.signatures,
            day=_day(context, one.reached_at),
        )
        for one in reversed(await milestones(context.services.db, code))
    ]
    return [LINE.join(map(Markup, (context.say("goals-milestones"), *lines)))] if lines else []


async def _history(context: Context, stored: StoredAppeal) -> list[Markup]:
    """Return every goal that the petition had as a block, the one that holds in front; nothing if it never changed."""
    lines = [
        context.say("goals-one-set", goal=one.signatures, who=one.by, day=_day(context, one.at))
        for one in reversed(await goals_set(context.services.db, stored.appeal.code))
    ]
    if not lines:
        return []
    sheet = context.say("goals-one-of-sheet", goal=stored.appeal.goal or 0)
    return [LINE.join(map(Markup, (context.say("goals-history"), *lines, sheet)))]


def _day(context: Context, at: datetime) -> str:
    return day_text(at.astimezone(context.services.policy.timezone).date(), context.language)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("goal", take_goal)]
