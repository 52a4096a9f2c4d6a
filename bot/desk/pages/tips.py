"""The open tips: everything that is kept in clear, and never what a tip says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.writing import page
from handlers.coordinators.roles import Duty
from storage.tips.review.queue import LISTED_MAX, count_open, open_tips

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.telling import Teller
    from bot.desk.visitor import Visitor
    from storage.tips.review.queue import Case


@dataclass(frozen=True)
class Line:
    """A tip in the queue, in words; `own` says that the visitor holds it."""

    tag: str
    category: str
    urgency: str
    day: str
    state: str
    holder: str
    own: bool


@for_duties(Duty.REVIEW_TIPS, Duty.READ_STATISTICS)
async def list_tips(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List the open tips to who reviews them, the most urgent in front; others read how many there are."""
    today, tell = desk.services.today(), teller(desk, visitor)
    count = await count_open(desk.db, today=today)
    if not visitor.may(Duty.REVIEW_TIPS):
        return page(desk, visitor, "tips_counted.html", count=count, tell=tell)
    first = _first(request.query_params.get("first", ""), count)
    cases = await open_tips(desk.db, first, LISTED_MAX, today=today)
    by_urgency = Counter(case.urgency for case in cases)
    return page(
        desk,
        visitor,
        "tips.html",
        tell=tell,
        count=count,
        tips=[_line(case, desk, visitor, tell) for case in cases],
        urgencies=[(tell.label(f"tip-urgency-{one}"), tell.number(n)) for one, n in by_urgency.items()],
        before=max(0, first - LISTED_MAX) if first else None,
        after=first + LISTED_MAX if first + LISTED_MAX < count else None,
    )


def _first(asked: str, count: int) -> int:
    """Return the place of the first tip on the page that was asked for; beyond the end it is the first page."""
    first = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < len(str(LISTED_MAX)) * 2 else 0
    return first if first < count else 0


def _line(case: Case, desk: Desk, visitor: Visitor, tell: Teller) -> Line:
    standing = case.standing.as_of(desk.now())
    held = standing.claim is not None and case.holder is not None
    return Line(
        tag=case.tag,
        category=tell.label(f"tip-category-{case.category}"),
        urgency=tell.label(f"tip-urgency-{case.urgency}"),
        day=tell.day(case.day),
        state=tell.label(f"case-state-{standing.state}"),
        holder=case.holder if held and case.holder else tell.label("case-free"),
        own=standing.claim is not None and standing.claim.by == visitor.coordinator.id,
    )


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [Route("/tips", list_tips, methods=["GET"])]
