"""Coming in and going out.

/desk in the chat ──► a link ──GET──► [Sign in] ──POST──► the overview

Opening the link spends nothing, since programs that preview links open them too; pressing the button does.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from bot.desk.doors import cookie_name, desk_of, for_duties
from bot.desk.forms import word_in
from bot.desk.sessions import LIFE
from bot.desk.writing import public_page
from handlers.coordinators.roles import Duty
from storage.audit import Deed, record
from storage.people.coordinators import Role, coordinators_with

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def show_sign_in(request: Request) -> Response:
    """Show whose link it is beside the button that signs in, or how to get a link."""
    desk, token = desk_of(request), request.query_params.get("token", "")
    if not token:
        return public_page(desk, request, "signed_out.html")
    coordinator = await _coordinator(desk, desk.services.sign_ins.whose(token))
    if coordinator is None:
        return _turned_away(desk, request, "spent", HTTPStatus.FORBIDDEN)
    return public_page(desk, request, "sign_in.html", token=token, alias=coordinator.alias)


async def sign_in(request: Request) -> Response:
    """Spend the token, and begin a session; only wrong tokens are counted, so that nobody's tries keep another out."""
    desk = desk_of(request)
    coordinator = await _coordinator(desk, desk.services.sign_ins.redeem(await word_in(request, "token")))
    if coordinator is None:
        if not desk.tries.take(_address(request)):
            return _turned_away(desk, request, "often", HTTPStatus.TOO_MANY_REQUESTS)
        log.warning("a sign-in at the desk failed")
        return _turned_away(desk, request, "spent", HTTPStatus.FORBIDDEN)
    desk.sessions.end(request.cookies.get(cookie_name(desk), ""))
    async with desk.db.transaction() as tx:
        await record(tx, Deed(desk.now(), coordinator.id, "sign_in", coordinator.alias))
    log.info("coordinator %d signed in at the desk", coordinator.id)
    response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    response.set_cookie(
        cookie_name(desk),
        desk.sessions.begin(coordinator),
        max_age=int(LIFE.total_seconds()),
        path="/",
        secure=desk.secure,
        httponly=True,
        samesite="lax",
    )
    return response


@for_duties(*Duty)
async def sign_out(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """End the session."""
    desk.sessions.end(request.cookies[cookie_name(desk)])
    log.info("coordinator %d signed out of the desk", visitor.coordinator.id)
    response = RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    response.delete_cookie(cookie_name(desk), path="/", secure=desk.secure, httponly=True, samesite="lax")
    return response


async def _coordinator(desk: Desk, row: int | None) -> Coordinator | None:
    everybody = await coordinators_with(desk.db, frozenset(Role)) if row is not None else ()
    return next((one for one in everybody if one.id == row), None)


def _address(request: Request) -> int:
    """Return the address of who asks as a number; a proxy's is that of everybody behind it."""
    return int(ip_address(request.client.host)) if request.client else 0


def _turned_away(desk: Desk, request: Request, why: str, status: HTTPStatus) -> Response:
    return public_page(desk, request, "turned_away.html", why=why, status=status)


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route("/sign-in", show_sign_in, methods=["GET"]),
        Route("/sign-in", sign_in, methods=["POST"]),
        Route("/sign-out", sign_out, methods=["POST"]),
    ]
