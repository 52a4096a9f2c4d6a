"""How the library talks to Telegram: its request interface over aiohttp (decision 6b).

httpx, which the library brings, costs four to eight times the processor time per call. What a failed call means is
kept apart here, because a letter depends on it: `NotSent` did not leave this machine, `MaybeSent` may have arrived.
"""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram._utils.types import ODVInput

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
JSON_BODY = {"Content-Type": "application/json"}
UNKNOWN_TOKEN = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
KEEP_ALIVE_SECONDS = 10.0  # shorter than servers keep idle connections, so that none is closed under a call


class NotSent(NetworkError):
    """The call did not reach Telegram: nothing happened there."""


class MaybeSent(TimedOut):
    """The call left and no answer came: nobody knows whether Telegram acted on it."""


class PreparedCall:
    """A call that is made many times and differs in the chat alone: it is encoded once."""

    def __init__(self, parameters: Mapping[str, str]) -> None:
        self.parameters = parameters
        self._rest = json.dumps(parameters, ensure_ascii=False)[1:].encode()

    def to(self, chat: int) -> RequestData:
        """Return the data of the call to one chat."""
        return _Filled(self, b'{"chat_id":%d,%s' % (chat, self._rest), chat)


class _Filled(RequestData):  # type: ignore[misc]  # final for type checkers; the library reads its properties alone
    """A prepared call, filled in."""

    __slots__ = ("_call", "_chat", "_payload")

    def __init__(self, call: PreparedCall, payload: bytes, chat: int) -> None:
        super().__init__()
        self._call = call
        self._payload = payload
        self._chat = chat

    @property
    def json_parameters(self) -> dict[str, str]:
        return {"chat_id": str(self._chat), **self._call.parameters}

    @property
    def json_payload(self) -> bytes:
        return self._payload


class TelegramRequest(BaseRequest):
    """One pool of connections; each lane (replies, polling, letters) has its own."""

    def __init__(self, *, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where a call names none."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE_SECONDS)
            self._session = aiohttp.ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # aiohttp knows no such limit
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call; return the HTTP status and the body.

        Raises:
            NotSent: If no connection was made.
            MaybeSent: If one was made and no answer came.
        """
        assert self._session is not None, "the pool is opened by initialize()"
        timeout = aiohttp.ClientTimeout(
            connect=_seconds(pool_timeout, CONNECT_SECONDS),
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, READ_SECONDS),
        )
        try:
            body, headers = _body(request_data)
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=_proxy_for(*_server_of(url))
            ) as response:
                return response.status, await response.read()
        # The cause is not kept: it quotes the address, which carries the token.
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError):
            raise NotSent("no connection to Telegram") from None
        except (TimeoutError, aiohttp.ClientError):
            raise MaybeSent("no answer from Telegram") from None


class WatchedPolls(BaseRequest):
    """A pool for long polling that tells when Telegram no longer knows the token.

    The library then stops polling and lets the program live on without it.
    """

    def __init__(self, pool: BaseRequest, revoked: Callable[[], None]) -> None:
        self._pool = pool
        self._revoked = revoked

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where a call names none."""
        return self._pool.read_timeout

    async def initialize(self) -> None:
        """Open the pool."""
        await self._pool.initialize()

    async def shutdown(self) -> None:
        """Close the pool."""
        await self._pool.shutdown()

    async def do_request(self, url: str, method: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Make one call."""
        status, body = await self._pool.do_request(url, method, *args, **kwargs)
        if status in UNKNOWN_TOKEN:
            self._revoked()
        return status, body


def _server_of(url: str) -> tuple[str, str]:
    """Return scheme and host: the rest of the address holds the token and is not remembered."""
    scheme, _, rest = url.partition("://")
    return scheme, rest.partition("/")[0]


@cache
def _proxy_for(scheme: str, host: str) -> str | None:
    """Return the proxy that the environment names for a server; asked once, for aiohttp would ask at every call."""
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _seconds(given: ODVInput[float], default: float) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _body(request_data: RequestData | None) -> tuple[aiohttp.FormData | dict[str, str] | bytes | None, dict[str, str]]:
    if request_data is None:
        return None, {}
    if isinstance(request_data, _Filled):
        return request_data.json_payload, JSON_BODY
    if not request_data.contains_files:
        return request_data.json_parameters, {}
    form = aiohttp.FormData(request_data.json_parameters)
    for field, (file_name, content, mime_type) in request_data.multipart_data.items():
        form.add_field(field, content, filename=file_name, content_type=mime_type)
    return form, {}
