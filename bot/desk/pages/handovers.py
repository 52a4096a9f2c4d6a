"""Handovers: what was handed over to whom, of all petitions. Names are in packages alone, which the chat makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.writing import page
from handlers.coordinators.roles import Duty
from storage.petitions.handing_over.handovers import handovers_made
from storage.timeline.entries import Subject

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.petitions.handing_over.handovers import Handover


@for_duties(Duty.HAND_OVER)
async def list_handovers(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List every handover, the newest in front."""
    tell = teller(desk, visitor)
    made, names = await handovers_made(desk.db), await tell.names()

    def office(one: Handover) -> str:
        return names.office(Subject(one.code, one.addressee))

    return page(desk, visitor, "handovers.html", handovers=made, office=office, tell=tell)


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [Route("/handovers", list_handovers, methods=["GET"])]
