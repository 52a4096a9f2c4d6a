"""Leads python-telegram-bot's requests into a rehearsed Telegram, without sockets."""

import asyncio
from collections.abc import Mapping
from typing import IO
from urllib.parse import unquote, urlsplit

from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.rehearsal.api.answers import NOT_FOUND, UNAUTHORIZED, Answer
from bot.rehearsal.telegram import ConnectionDropped, RehearsedTelegram, Upload

_READ_TIMEOUT = 5.0  # seconds, as in the library


class RehearsalRequest(BaseRequest):
    """The library's own interface for whatever carries its requests."""

    def __init__(self, telegram: RehearsedTelegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        return _READ_TIMEOUT

    async def initialize(self) -> None:
        """Do nothing: there is no connection to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is no connection to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  # the Bot API answers GET and POST alike
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # nothing is written to a socket
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # nothing is connected
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # there is no pool
    ) -> tuple[int, bytes]:
        """Answer a request of the library.

        Raises:
            TimedOut: If the answer is too slow, or a fault swallowed it after the call was done.
            NetworkError: If a fault broke the connection before the call was delivered.
        """
        patience = read_timeout if isinstance(read_timeout, int | float | None) else _READ_TIMEOUT
        try:
            async with asyncio.timeout(patience):
                return await self._answer(url, request_data)
        except TimeoutError as error:
            raise TimedOut from error
        except ConnectionDropped as error:
            raise (TimedOut() if error.delivered else NetworkError("the connection broke")) from error

    async def _answer(self, url: str, data: RequestData | None) -> tuple[int, bytes]:
        door, _, rest = unquote(urlsplit(url).path).lstrip("/").partition("/")
        if door == "file":
            owner, _, path = rest.partition("/")
            return self._download(owner, path)
        answer = await self._call(door, rest, data)
        return answer.status, answer.encoded()

    async def _call(self, owner: str, method: str, data: RequestData | None) -> Answer:
        if owner != f"bot{self._telegram.token}":
            return UNAUTHORIZED
        params = data.json_parameters if data else {}
        return await self._telegram.call(method, params, _uploads(data) if data else {})

    def _download(self, owner: str, path: str) -> tuple[int, bytes]:
        content = self._telegram.download(path) if owner == f"bot{self._telegram.token}" else None
        return (NOT_FOUND.status, NOT_FOUND.encoded()) if content is None else (200, content)


def _uploads(data: RequestData) -> Mapping[str, Upload]:
    return {
        name: Upload(file_name, _bytes(content), mime_type)
        for name, (file_name, content, mime_type) in data.multipart_data.items()
    }


def _bytes(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()
