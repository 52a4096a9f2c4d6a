"""Broadcasts: which there are, how far each is while it runs, and steering it.

/broadcasts ──► /broadcasts/N ──every 2 s, by a script──► /broadcasts/N/progress, the part of the page that changes
                 │                └─without a script: /broadcasts/N/live, the whole page, every 5 s
                 ├──[Pause] [Go on]──POST──► the same page, as it is now
                 └──[Cancel]──► /broadcasts/N/cancel, what that means ──[Yes]──POST──► the same page
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from bot.desk.charts.broadcast import broadcast_chart
from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.writing import after_deed, page
from handlers.coordinators.reports.progress import progress_text
from handlers.coordinators.roles import Duty
from storage.errors import WrongState
from storage.letters.broadcasts import steering
from storage.letters.broadcasts.planning import BroadcastKind, BroadcastState
from storage.letters.reports.course import course, pace
from storage.letters.reports.listing import is_broadcast, newest_broadcasts
from storage.letters.reports.progress import progress, progress_of_each

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime
    from typing import Any

    from markupsafe import Markup
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.telling import Teller
    from bot.desk.visitor import Visitor
    from storage.database import Database
    from storage.letters.reports.progress import Progress
    from storage.people.coordinators import Coordinator

    Deed = Callable[[Database, int, Coordinator, datetime], Awaitable[object]]

log = logging.getLogger(__name__)

LISTED_MAX = 100
STEP = 10  # percent, from which on it is said aloud that a broadcast went on
TURNS = {
    BroadcastState.SCHEDULED: ("cancel",),
    BroadcastState.RUNNING: ("pause", "cancel"),
    BroadcastState.PAUSED: ("resume", "cancel"),
    BroadcastState.FAILED: ("resume", "cancel"),
}
FATES = ("sent", "blocked", "gone", "refused", "uncertain", "skipped")


@dataclass(frozen=True)
class Now:
    """How far a broadcast is at this moment.

    Attributes:
        said: What a screen reader says of it; it changes now and then, not with every letter.
        fates: What became of how many letters.
    """

    progress: Progress
    words: Markup
    said: str
    fates: tuple[tuple[str, str], ...]

    @property
    def live(self) -> bool:
        """Whether something may still change."""
        return self.progress.state in TURNS


@for_duties(Duty.SEND, Duty.READ_STATISTICS)
async def list_broadcasts(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List the newest broadcasts, those under way in front."""
    found = await progress_of_each(desk.db, await newest_broadcasts(desk.db, LISTED_MAX))
    return page(desk, visitor, "broadcasts.html", broadcasts=found, tell=teller(desk, visitor))


@for_duties(Duty.SEND, Duty.READ_STATISTICS)
async def show_broadcast(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show one broadcast, with the chart of its course."""
    return await _shown(request, desk, visitor)


@for_duties(Duty.SEND, Duty.READ_STATISTICS, by_itself=True)
async def show_live(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show the same, for a page that opens itself anew."""
    return await _shown(request, desk, visitor)


@for_duties(Duty.SEND, Duty.READ_STATISTICS, by_itself=True)
async def show_progress(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show the part of the page that changes, for a script to put it there."""
    return page(desk, visitor, "broadcast_progress.html", now=await _now(request, desk, visitor))


@for_duties(Duty.SEND)
async def pause(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Pause the broadcast."""
    return await _steered(request, desk, visitor, steering.pause)


@for_duties(Duty.SEND)
async def resume(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Let the broadcast go on."""
    return await _steered(request, desk, visitor, steering.resume)


@for_duties(Duty.SEND)
async def ask_to_cancel(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Say what cancelling means, before it is done."""
    now, tell = await _now(request, desk, visitor), teller(desk, visitor)
    if "cancel" not in _turns(now.progress, visitor):
        return RedirectResponse(_path(now.progress.broadcast), 303)
    return page(
        desk, visitor, "broadcast_cancel.html", now=now, tell=tell, question=_question(now.progress, desk, visitor)
    )


@for_duties(Duty.SEND)
async def cancel(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Send nothing more of the broadcast."""
    return await _steered(request, desk, visitor, steering.cancel)


async def _steered(request: Request, desk: Desk, visitor: Visitor, deed: Deed) -> Response:
    """Do the same as the chat does, and say what came of it on the page of the broadcast."""
    number = await _number(request, desk)
    try:
        await deed(desk.db, number, visitor.coordinator, desk.now())
    except WrongState:
        key = "desk-broadcast-too-late"
    else:
        log.info("coordinator %d: %s broadcast %d", visitor.coordinator.id, request.url.path.rpartition("/")[2], number)
        desk.services.wake_sender()
        key = "desk-broadcast-steered"
    state = (await progress(desk.db, number)).state
    return after_deed(visitor, _path(number), desk.texts.html(key, visitor.language, state=state))


async def _shown(request: Request, desk: Desk, visitor: Visitor) -> Response:
    now = await _now(request, desk, visitor)
    reached, tell = now.progress, teller(desk, visitor)
    chart = broadcast_chart(
        await course(desk.db, reached.broadcast), reached, desk.texts, visitor.language, desk.services.now_here()
    )
    return page(desk, visitor, "broadcast.html", now=now, tell=tell, chart=chart, turns=_turns(reached, visitor))


async def _number(request: Request, desk: Desk) -> int:
    number: int = request.path_params["number"]
    if not await is_broadcast(desk.db, number):
        raise HTTPException(404)
    return number


async def _now(request: Request, desk: Desk, visitor: Visitor) -> Now:
    number, here, tell = await _number(request, desk), desk.services.now_here(), teller(desk, visitor)
    reached = await progress(desk.db, number)
    speed = await pace(desk.db, number, here)
    words = progress_text(reached, desk.texts, visitor.language, rate=desk.policy.bulk_rate, pace=speed, now=here)
    return Now(reached, tell.shown(words), _said(reached, tell), tuple(_fates(reached, tell)))


def _said(reached: Progress, tell: Teller) -> str:
    settled = reached.letters - reached.open
    percent = settled * 100 // reached.letters // STEP * STEP if reached.letters else 0
    return tell.label("desk-broadcast-said", state=reached.state, percent=percent)


def _fates(reached: Progress, tell: Teller) -> list[tuple[str, str]]:
    counts = [(fate, reached.by_state.get(fate, 0)) for fate in FATES] + [("pending", reached.open)]
    return [
        (tell.label(f"reports-state-{fate}", kind=reached.kind), tell.number(count)) for fate, count in counts if count
    ]


def _turns(reached: Progress, visitor: Visitor) -> tuple[str, ...]:
    """Return what the visitor may do with it now; digests are the program's own."""
    if reached.kind is BroadcastKind.DIGEST or not visitor.may(Duty.SEND):
        return ()
    return TURNS.get(reached.state, ())


def _question(reached: Progress, desk: Desk, visitor: Visitor) -> Markup:
    tell = teller(desk, visitor)
    what = tell.label("desk-broadcast-name", kind=reached.kind, code=reached.code or "")
    if reached.state is BroadcastState.SCHEDULED:
        return tell.shown(desk.texts.html("steering-ask-cancel-scheduled", visitor.language, what=what))
    values: dict[str, Any] = {"what": what, "kind": reached.kind, "code": reached.code or ""}
    waiting, sent = reached.by_state.get("pending", 0), reached.by_state.get("sent", 0)
    return tell.shown(desk.texts.html("steering-ask-cancel", visitor.language, waiting=waiting, sent=sent, **values))


def _path(number: int) -> str:
    return f"/broadcasts/{number}"


def routes() -> list[Route]:
    """Return the routes of this topic."""
    one = "/broadcasts/{number:row}"
    return [
        Route("/broadcasts", list_broadcasts, methods=["GET"]),
        Route(one, show_broadcast, methods=["GET"]),
        Route(f"{one}/live", show_live, methods=["GET"]),
        Route(f"{one}/progress", show_progress, methods=["GET"]),
        Route(f"{one}/pause", pause, methods=["POST"]),
        Route(f"{one}/resume", resume, methods=["POST"]),
        Route(f"{one}/cancel", ask_to_cancel, methods=["GET"]),
        Route(f"{one}/cancel", cancel, methods=["POST"]),
    ]
