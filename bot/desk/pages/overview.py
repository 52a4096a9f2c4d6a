"""The first page: what is due, what runs, what waits; as much of it as the visitor's role is for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.forms import number_in
from bot.desk.telling import teller
from bot.desk.unhurried import unhurried
from bot.desk.writing import after_deed, page
from handlers.appeals.heading import title_text
from handlers.coordinators.calendar.task_texts import facts_of, task_text
from handlers.coordinators.roles import Duty
from handlers.dates import day_text, days_left
from handlers.translated import in_language
from storage.appeals.records import AppealState, appeals_in, corrections
from storage.calendar.coming import moments_to_come
from storage.errors import NoSuchTask
from storage.letters.broadcasts.planning import BroadcastState, latest_broadcasts
from storage.letters.reports.progress import progress_of_each
from storage.timeline import tasks
from storage.timeline.entries import standing
from storage.timeline.kinds import Commitment, Kind
from storage.timeline.news import waiting_news
from storage.tips.keys.epochs import tip_recipients
from storage.tips.review.counts import unclaimed_by_urgency

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.appeals.records import StoredAppeal
    from storage.calendar.coming import Moment
    from storage.timeline.tasks import Task

SOON = timedelta(days=7)
LATEST = 20  # broadcasts that are looked at
SNOOZES = (7, 30)  # days
UNENDED = frozenset({BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.FAILED, BroadcastState.SCHEDULED})


@for_duties(*Duty)
async def show_overview(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show what the visitor's role has to know."""
    values: dict[str, Any] = {"alone": desk.policy.approvals == 0, "snoozes": SNOOZES}
    if visitor.may(Duty.READ_STATISTICS):
        values["deadlines"] = await _deadlines(desk, visitor)
        values["broadcasts"] = await _broadcasts(desk)
    if visitor.may(Duty.RECORD):
        values["tasks"] = [await _task(desk, visitor, task) for task in await tasks.open_tasks(desk.db)]
        values["promises"] = await _promises(desk, visitor)
        values["moments"] = [_moment(visitor, one) for one in await _moments(desk)]
    if visitor.may(Duty.DRAFT, Duty.APPROVE):
        values["drafts"] = await _in_review(desk, visitor)
        values["news"] = len(await waiting_news(desk.db))
    if visitor.may(Duty.REVIEW_TIPS):
        values["tips"] = await unclaimed_by_urgency(desk.db, desk.services.today(), desk.now())
        values["keys"] = await tip_recipients(desk.db)
    return page(desk, visitor, "overview.html", **values)


@for_duties(Duty.RECORD)
async def do_task(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Close a task: it is done."""
    try:
        await tasks.done(desk.db, request.path_params["task"], visitor.coordinator, desk.now())
    except NoSuchTask:
        return after_deed(visitor, "/", desk.texts.html("desk-task-gone", visitor.language))
    return after_deed(visitor, "/", desk.texts.html("desk-task-done", visitor.language))


@for_duties(Duty.RECORD)
async def snooze_task(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Put a task off."""
    days = await number_in(request, "days")
    if days not in SNOOZES:
        raise HTTPException(400)
    try:
        await tasks.snooze(desk.db, request.path_params["task"], days, visitor.coordinator, desk.now())
    except NoSuchTask:
        return after_deed(visitor, "/", desk.texts.html("desk-task-gone", visitor.language))
    return after_deed(visitor, "/", desk.texts.html("desk-task-snoozed", visitor.language, days=days))


async def _deadlines(desk: Desk, visitor: Visitor) -> list[dict[str, Any]]:
    until = desk.now() + SOON
    return [
        {**_named(desk, visitor, stored), "closes": _closes(desk, visitor, stored)}
        async for stored in unhurried(await appeals_in(desk.db, {AppealState.PUBLISHED}))
        if desk.now() < stored.appeal.deadline <= until
    ]


async def _in_review(desk: Desk, visitor: Visitor) -> list[dict[str, Any]]:
    found = (*await appeals_in(desk.db, {AppealState.IN_REVIEW}), *await corrections(desk.db))
    return [
        {**_named(desk, visitor, stored), "approvals": stored.approvals, "corrects": stored.corrects}
        for stored in found
        if stored.state is AppealState.IN_REVIEW
    ]


async def _broadcasts(desk: Desk) -> list[dict[str, Any]]:
    """Return those that have not ended; of one that is still being written more letters are to come."""
    found = await progress_of_each(desk.db, await latest_broadcasts(desk.db, limit=LATEST))
    return [
        {
            "id": one.broadcast,
            "kind": one.kind,
            "state": one.state,
            "code": one.code or "",
            "letters": one.letters,
            "settled": one.letters - one.open,
        }
        for one in found
        if one.state in UNENDED
    ]


async def _promises(desk: Desk, visitor: Visitor) -> list[dict[str, str]]:
    today = desk.services.today()
    return [
        {"who": one.content.who, "what": one.content.what, "day": day_text(one.due_on, visitor.language)}
        for one in await standing(desk.db, Kind.COMMITMENT)
        if isinstance(one.content, Commitment) and one.stage == "open" and one.due_on and one.due_on < today
    ]


async def _moments(desk: Desk) -> Iterable[Moment]:
    until = desk.now() + SOON
    return [one for one in await moments_to_come(desk.db, desk.now()) if one.when.at <= until]


def _moment(visitor: Visitor, moment: Moment) -> dict[str, str]:
    return {
        "name": in_language(moment.name, visitor.language),
        "place": in_language(moment.place, visitor.language) if moment.place else "",
        "day": day_text(moment.when.at.date(), visitor.language),
        "hour": f"{moment.when.at:%H:%M}" if moment.when.hour_known else "",
    }


async def _task(desk: Desk, visitor: Visitor, task: Task) -> dict[str, Any]:
    tell = teller(desk, visitor)
    return {
        "id": task.id,
        "words": tell.shown(task_text(await facts_of(desk.db, task), desk.texts, visitor.language)),
        "day": tell.local_day(task.due_at),
        "later": desk.now() < task.due_at,
    }


def _named(desk: Desk, visitor: Visitor, stored: StoredAppeal) -> dict[str, Any]:
    return {"code": stored.appeal.code, "title": title_text(stored.appeal, desk.texts, visitor.language)}


def _closes(desk: Desk, visitor: Visitor, stored: StoredAppeal) -> str:
    local = stored.appeal.deadline.astimezone(ZoneInfo(stored.appeal.timezone))
    left = days_left(local, desk.now()) or 0
    return desk.texts.plain("desk-deadline", visitor.language, day=day_text(local.date(), visitor.language), days=left)


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route("/", show_overview, methods=["GET"]),
        Route("/tasks/{task:row}/done", do_task, methods=["POST"]),
        Route("/tasks/{task:row}/snooze", snooze_task, methods=["POST"]),
    ]
