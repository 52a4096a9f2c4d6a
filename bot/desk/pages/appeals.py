"""The appeals: the list of all that the visitor may see, and a page for each.

/appeals?kind=…&order=… ──► by state ──► /appeals/CODE ──► everything about one of them
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from bot.desk.appeal_sections import sections_of
from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.unhurried import unhurried
from bot.desk.writing import page
from handlers.appeals.heading import deadline_text, marks_text, title_text
from handlers.coordinators.roles import Duty
from storage.appeals.listing import Order, in_order, of_kind, signed_of_late
from storage.appeals.records import EVER_SENT, AppealState, appeals_in, find_appeal
from storage.appeals.vocabulary import Kind
from storage.errors import NoSuchAppeal
from storage.petitions.counting.all_petitions import totals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup
    from starlette.datastructures import QueryParams
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.telling import Teller
    from bot.desk.visitor import Visitor
    from storage.appeals.records import StoredAppeal

READERS = (Duty.READ_STATISTICS, Duty.DRAFT, Duty.APPROVE, Duty.SEND)
AUTHORS = (Duty.DRAFT, Duty.APPROVE)
"""Who also sees what was not sent yet, and what is restricted."""


@dataclass(frozen=True)
class Line:
    """An appeal in the list, in words; `deadline` and `signatures` are empty for kinds that ask for none."""

    code: str
    title: str
    marks: Markup
    deadline: Markup | str
    signatures: str


@for_duties(*READERS)
async def list_appeals(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List what the visitor may see by state, in the order and of the kind that they chose."""
    kind, order = _chosen(request.query_params)
    visible = await _visible(desk, visitor)
    tell = teller(desk, visitor)
    signed, recent = await totals(desk.db), await signed_of_late(desk.db, visible, desk.now())
    found = in_order(of_kind(visible, kind), order, recent)
    groups = [(state, [one for one in found if one.state is state]) for state in AppealState]
    return page(
        desk,
        visitor,
        "appeals.html",
        groups=[
            (state, [_line(one, desk, tell, signed, recent) async for one in unhurried(those)])
            for state, those in groups
            if those
        ],
        kinds=[one for one in Kind if of_kind(visible, one)],
        kind=kind,
        orders=tuple(Order),
        order=order,
    )


@for_duties(*READERS)
async def show_appeal(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show everything about one appeal that the visitor's role may know."""
    try:
        stored = await find_appeal(desk.db, request.path_params["code"])
    except NoSuchAppeal:
        raise HTTPException(404) from None
    if not _may_see(visitor, stored):
        raise HTTPException(404)
    tell, appeal = teller(desk, visitor), stored.appeal
    return page(
        desk,
        visitor,
        "appeal.html",
        tell=tell,
        stored=stored,
        title=title_text(appeal, desk.texts, visitor.language),
        marks=marks_text(appeal, desk.texts, visitor.language),
        deadline=deadline_text(appeal, desk.texts, visitor.language, now=desk.now()),
        **await sections_of(stored, desk, visitor, tell),
    )


def _chosen(query: QueryParams) -> tuple[Kind | None, Order]:
    """Read what was chosen; other words say nothing."""
    kind, order = query.get("kind"), query.get("order")
    return Kind(kind) if kind in set(Kind) else None, Order(order) if order in set(Order) else Order.DEADLINE


async def _visible(desk: Desk, visitor: Visitor) -> tuple[StoredAppeal, ...]:
    return tuple(stored for stored in await appeals_in(desk.db) if _may_see(visitor, stored))


def _may_see(visitor: Visitor, stored: StoredAppeal) -> bool:
    return stored.state in EVER_SENT or visitor.may(*AUTHORS)


def _line(stored: StoredAppeal, desk: Desk, tell: Teller, signed: Mapping[str, int], recent: Mapping[str, int]) -> Line:
    appeal, texts, language, code = stored.appeal, desk.texts, tell.language, stored.appeal.code
    asks = appeal.kind.asks
    return Line(
        code,
        title_text(appeal, texts, language),
        marks_text(appeal, texts, language),
        deadline_text(appeal, texts, language, now=desk.now()) if asks else "",
        tell.label("desk-appeals-signatures", count=signed[code], recent=recent[code]) if asks else "",
    )


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route("/appeals", list_appeals, methods=["GET"]),
        Route("/appeals/{code}", show_appeal, methods=["GET"]),
    ]
