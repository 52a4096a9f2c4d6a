"""What goes on after appeals: promises, bills, recommendations, where each stands, and the same as files.

/trackers ──► all three ──[As a file]──POST──► CSV, put on record
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.writing import page
from handlers.appeals.happenings import entry_text
from handlers.coordinators.roles import Duty
from storage.timeline.exporting import Order, bills_csv, commitments_csv, recommendations_csv
from storage.timeline.kinds import Kind
from storage.timeline.tracked import tracked

if TYPE_CHECKING:
    from markupsafe import Markup
    from starlette.requests import Request

    from bot.desk.desk import Desk
    from bot.desk.telling import Teller
    from bot.desk.visitor import Visitor
    from handlers.appeals.happenings import Names
    from storage.timeline.tracked import Tracked

FILES = {Kind.COMMITMENT: commitments_csv, Kind.BILL: bills_csv, Kind.RECOMMENDATION: recommendations_csv}


@dataclass(frozen=True)
class Line:
    """One of them in words."""

    appeal: str | None
    since: str
    words: Markup
    next: str
    overdue: bool


@for_duties(Duty.READ_STATISTICS, Duty.RECORD)
async def show_trackers(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show where everything stands, what is due first in front."""
    tell, staff = teller(desk, visitor), visitor.may(Duty.RECORD)
    names = await tell.names()
    lists = [
        (kind, [_line(one, desk, tell, names) for one in await tracked(desk.db, kind, desk.now(), staff=staff)])
        for kind in FILES
    ]
    return page(desk, visitor, "trackers.html", lists=lists, tell=tell)


@for_duties(Duty.READ_STATISTICS, Duty.RECORD)
async def send_file(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Send one list as a file."""
    kind = request.path_params["kind"]
    if kind not in FILES:
        raise HTTPException(404)
    tell = teller(desk, visitor)
    order = Order(
        by=visitor.coordinator,
        at=desk.now(),
        staff=visitor.may(Duty.RECORD),
        told=lambda column: tell.label(f"desk-tracker-column-{column}"),
    )
    content = await FILES[Kind(kind)](desk.db, order)
    disposition = f'attachment; filename="{kind}s.csv"'
    return Response(content, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _line(one: Tracked, desk: Desk, tell: Teller, names: Names) -> Line:
    entry = one.entry
    return Line(
        appeal=entry.about.appeal,
        since=tell.day(one.since),
        words=tell.shown(entry_text(entry, names)),
        next=tell.day(one.next) if one.next else "",
        overdue=one.overdue(desk.services.today()),
    )


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route("/trackers", show_trackers, methods=["GET"]),
        Route("/trackers/{kind}.csv", send_file, methods=["POST"]),
    ]
