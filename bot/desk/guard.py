"""Stands before every page: refuses what is too large or asked under a foreign name; says what every answer says."""

from __future__ import annotations

import logging
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse

from bot.desk.doors import fault_page
from bot.desk.writing import public_page
from bot.logs import frames_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from bot.desk.desk import Desk

log = logging.getLogger(__name__)

BODY_MAX = 64 * 1024  # bytes
QUERY_MAX = 1024  # bytes
READING = {"GET", "HEAD"}
FORM = "application/x-www-form-urlencoded"
OWN_SITE = {"same-origin", "none"}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all, browsers hide from us where a form comes from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Wraps the whole application.

    A foreign Host means that some other name was made to point here (DNS rebinding); a form sent from another site is
    refused before anything reads it.
    """

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answering = _Answering(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, answering.send)
            return
        try:
            await self._app(scope, _bounded(receive), answering.send)
        except ClientDisconnect:
            log.info("a visitor went away before the answer")
        except Exception as error:  # noqa: BLE001  # said with a number; the server would log what it is about
            await self._fail(error, scope, receive, answering)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._desk.hosts:
            return PlainTextResponse("This is not the name of this desk.\n", HTTPStatus.MISDIRECTED_REQUEST)
        if scope["method"] not in READING:
            if not self._is_from_here(headers):
                return PlainTextResponse("This was sent from another site.\n", HTTPStatus.FORBIDDEN)
            if headers.get("content-type", FORM).partition(";")[0].strip().lower() != FORM:  # nobody hands in files
                return PlainTextResponse("This is not a form of the desk.\n", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        if len(scope["query_string"]) > QUERY_MAX:
            return PlainTextResponse("The address is too long.\n", HTTPStatus.REQUEST_URI_TOO_LONG)
        return None

    def _is_from_here(self, headers: Headers) -> bool:
        """Say whether a form was on a page of the desk, by all that the browser says; a program says nothing."""
        origin = headers.get("origin")
        own = origin is None or urlsplit(origin).netloc.lower() in self._desk.hosts
        return own and headers.get("sec-fetch-site", "none") in OWN_SITE

    async def _fail(self, error: Exception, scope: Scope, receive: Receive, answering: _Answering) -> None:
        reference = secrets.token_hex(4).upper()
        log.error("failure %s: %s", reference, frames_of(error))
        if not answering.begun:  # one that has begun breaks off
            failed = await self._failed(Request(scope), reference)
            await failed(scope, receive, answering.send)

    async def _failed(self, request: Request, reference: str) -> Response:
        """Return the page that tells it; also where the database fails, so that nobody knows who asks."""
        try:
            return await fault_page(request, "failed.html", reference=reference)
        except Exception as error:  # noqa: BLE001  # as above
            log.error("failure %s, looking up who asks: %s", reference, frames_of(error))  # noqa: TRY400  # no message
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            return public_page(self._desk, request, "failed.html", status=status, reference=reference)


class _Answering:
    """Passes an answer on, with what every answer says about itself."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            MutableHeaders(scope=message).update(HEADERS)
        await self._send(message)


def _bounded(receive: Receive) -> Receive:
    """Refuse a body as soon as it grows too large."""
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > BODY_MAX:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return message

    return counted
