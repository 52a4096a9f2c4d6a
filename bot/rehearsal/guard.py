"""Keeps other web sites out of the rehearsal, and scripts other than its own out of its page."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_NAMES = ("127.0.0.1", "localhost")
_PORT_OF_HTTP = 80
_OWN_SITE = {"same-origin", "none"}
_READING = {"GET", "HEAD"}


class Guard:
    """Wraps the whole application.

    A foreign Host means that some other name was made to point at this machine (DNS rebinding). A foreign Origin
    means that another site's page sent the request; only the bot itself, which is no browser, may send none.
    """

    def __init__(self, app: ASGIApp, *, port: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in _NAMES}
        if port == _PORT_OF_HTTP:  # browsers leave it out
            self._hosts |= set(_NAMES)
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_ours(scope):
            response = PlainTextResponse("This is not your rehearsal.", HTTPStatus.FORBIDDEN)
            await response(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, with_headers)

    def _is_ours(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if headers.get("host") not in self._hosts:
            return False
        if headers.get("sec-fetch-site", "none") not in _OWN_SITE:
            return False
        origin = headers.get("origin")
        if origin is not None:
            return origin in self._origins
        return scope["method"] in _READING or scope["path"].startswith("/bot")
