"""Batches: what came on sheets, of all petitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.writing import page
from handlers.coordinators.roles import Duty
from storage.petitions.batches.records import all_batches

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor


@for_duties(Duty.ENTER_BATCHES)
async def list_batches(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List every batch, the newest in front, voided ones too."""
    return page(desk, visitor, "batches.html", batches=await all_batches(desk.db), tell=teller(desk, visitor))


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [Route("/batches", list_batches, methods=["GET"])]
