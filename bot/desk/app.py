"""Assembles the desk: every route, and what stands before them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.convertors import register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.desk.doors import fault_page
from bot.desk.guard import Guard
from bot.desk.pages import (
    appeals,
    audit,
    batches,
    broadcasts,
    campaigns,
    coordinators,
    exports,
    handovers,
    overview,
    scans,
    signing_in,
    tips,
    trackers,
)
from bot.desk.rows import RowConvertor

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from bot.desk.desk import Desk

STATIC = Path(__file__).parent / "static"
TOPICS = (
    signing_in,
    overview,
    appeals,
    broadcasts,
    tips,
    batches,
    handovers,
    trackers,
    campaigns,
    scans,
    exports,
    coordinators,
    audit,
)
TOLD = {404: "missing", 405: "missing", 413: "large"}

register_url_convertor("row", RowConvertor())


def desk_app(desk: Desk) -> Starlette:
    """Return the application that is served to coordinators."""
    app = Starlette(
        routes=[*desk_routes(), Mount("/static", StaticFiles(directory=STATIC))],
        middleware=[Middleware(Guard, desk=desk)],
        exception_handlers={HTTPException: _explain},
    )
    app.router.redirect_slashes = False  # it would send the browser to the name and scheme behind a proxy
    app.state.desk = desk
    return app


def desk_routes() -> list[Route]:
    """Return the routes of all pages."""
    return [route for topic in TOPICS for route in topic.routes()]


async def _explain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    fault = TOLD.get(error.status_code, "other")
    response = await fault_page(request, "fault.html", status=error.status_code, fault=fault)
    response.headers.update(error.headers or {})
    return response
