"""Scans that are kept with entries of a timeline: taken as files, each time with a row in the audit.

a line of a timeline ──[The scan]──POST──► the file, for whoever may see the entry
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.downloads import download
from handlers.coordinators.recording.scans import take_scan
from handlers.coordinators.roles import Duty

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor


@for_duties(Duty.READ_STATISTICS, Duty.RECORD)
async def send_scan(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Hand out the scan of an entry that the visitor may see."""
    taken = await take_scan(desk.services, visitor.coordinator, request.path_params["entry"])
    if taken is None:
        raise HTTPException(404)
    name, scan = taken
    return download(scan, name, "application/octet-stream")


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [Route("/timeline/{entry:row}/scan", send_scan, methods=["POST"])]
