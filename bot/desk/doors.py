"""Who comes in where: each page is for duties, the role is looked up each time, and no form of another site counts."""

from __future__ import annotations

import logging
import secrets
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING

from bot.desk.forms import word_in
from bot.desk.visitor import Visitor
from bot.desk.writing import page, public_page
from storage.people.coordinators import find_coordinator, note_refusal
from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from handlers.coordinators.roles import Duty

    Page = Callable[[Request, Desk, Visitor], Awaitable[Response]]
    Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

log = logging.getLogger(__name__)

__all__ = ["Visitor", "cookie_name", "desk_of", "fault_page", "for_duties"]


def for_duties(*duties: Duty, by_itself: bool = False) -> Callable[[Page], Endpoint]:
    """Let only those through who are signed in and whose role has one of *duties*, and hand them to the page.

    The others read how to sign in, or that their role does not do this; that is logged and put on record. A form is
    taken only if this visitor was given it. What a page asks for *by_itself* is nobody's deed: it prolongs no session,
    so that a page that renews itself keeps nobody signed in.
    """

    def guard(deed: Page) -> Endpoint:
        @wraps(deed)
        async def guarded(request: Request) -> Response:
            desk = desk_of(request)
            visitor = await _visitor(request, desk, deed=not by_itself)
            if visitor is None:
                return public_page(desk, request, "signed_out.html", status=HTTPStatus.UNAUTHORIZED)
            if not visitor.may(*duties):
                return await _refused(desk, visitor, duties)
            if request.method == "POST" and not await _meant(request, visitor):
                return page(desk, visitor, "try_again.html", status=HTTPStatus.FORBIDDEN)
            async with desk.turns:
                return await deed(request, desk, visitor)

        return guarded

    return guard


def desk_of(request: Request) -> Desk:
    """Return the desk at which the request came in."""
    desk: Desk = request.app.state.desk
    return desk


def cookie_name(desk: Desk) -> str:
    """Return the name of the cookie; under https browsers take it from this host alone (RFC 6265bis, `__Host-`)."""
    return "__Host-clarion-desk" if desk.secure else "clarion-desk"


async def fault_page(
    request: Request, template: str, *, status: int = HTTPStatus.INTERNAL_SERVER_ERROR, **values: str
) -> Response:
    """Return the page about what went wrong, with the menu for who is signed in; that prolongs no session."""
    desk = desk_of(request)
    visitor = await _visitor(request, desk, deed=False)
    if visitor is None:
        return public_page(desk, request, template, status=status, **values)
    return page(desk, visitor, template, status=status, **values)


async def _visitor(request: Request, desk: Desk, *, deed: bool) -> Visitor | None:
    token = request.cookies.get(cookie_name(desk), "")
    session = desk.sessions.find(token, deed=deed)
    if session is None:
        return None
    coordinator = await find_coordinator(desk.db, session.person)
    if coordinator is None or coordinator.id != session.coordinator:
        desk.sessions.end(token)
        return None
    language = await chosen_language(desk.db, session.person) or desk.texts.default
    path = request.url.path if request.method == "GET" else ""
    return Visitor(coordinator, language, session.csrf, session.notices, path)


async def _refused(desk: Desk, visitor: Visitor, duties: tuple[Duty, ...]) -> Response:
    words = "/".join(duties)
    log.warning("refused: %s, coordinator %d", words, visitor.coordinator.id)
    await note_refusal(desk.db, visitor.coordinator, words, desk.now())
    return page(desk, visitor, "not_for_role.html", status=HTTPStatus.FORBIDDEN)


async def _meant(request: Request, visitor: Visitor) -> bool:
    given = await word_in(request, "csrf")
    return secrets.compare_digest(given.encode(errors="replace"), visitor.csrf.encode())
