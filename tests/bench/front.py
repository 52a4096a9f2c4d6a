"""A lean HTTP front for the rehearsed Telegram: every rule of it holds, and only uvicorn and Starlette are left out.

They cost more for one call than Clarion itself may cost for one message, so the stand-in would be what is measured.
Connections stay open, bodies have a length, and are forms or JSON: what bots send when they send no files.
"""

from __future__ import annotations

import asyncio
import json
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from bot.rehearsal.api.answers import NOT_FOUND, UNAUTHORIZED, Answer

if TYPE_CHECKING:
    from bot.rehearsal.telegram import RehearsedTelegram

FORM = b"application/x-www-form-urlencoded"
JSON_BODY = b"application/json"
LONG = 32  # bytes from which on a field is worth remembering: letters differ in the chat alone


class BotApiConnection(asyncio.Protocol):
    """One connection of a bot; answers come *latency* seconds after the call was done."""

    def __init__(self, telegram: RehearsedTelegram, latency: float) -> None:
        self._telegram = telegram
        self._latency = latency
        self._door = f"/bot{telegram.token}/"
        self._received = b""
        self._loop = asyncio.get_running_loop()
        self._calls: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Do every call that has arrived whole."""
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head, body = self._received[:end], self._received[end + 4 :]
            headers = _headers(head)
            length = int(headers.get(b"content-length", 0))
            if len(body) < length:
                return
            self._received = body[length:]
            self._begin(head.split(b" ", 2)[1].decode(), headers.get(b"content-type", b""), body[:length])

    def _begin(self, path: str, kind: bytes, body: bytes) -> None:
        call = self._loop.create_task(self._answer(path, kind, body))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def _answer(self, path: str, kind: bytes, body: bytes) -> None:
        answer = await self._call(path, kind, body)
        content = answer.encoded()
        head = (
            f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        if self._latency:
            self._loop.call_later(self._latency, self._transport.write, head.encode() + content)
        else:
            self._transport.write(head.encode() + content)

    async def _call(self, path: str, kind: bytes, body: bytes) -> Answer:
        if not path.startswith(self._door):
            return UNAUTHORIZED if path.startswith("/bot") else NOT_FOUND
        kind = kind.partition(b";")[0]
        if body and kind not in {FORM, JSON_BODY}:
            raise ValueError("the bench takes forms and JSON alone")
        params = _json(body) if kind == JSON_BODY else _form(body)
        return await self._telegram.call(path.removeprefix(self._door), params, {})


def _headers(head: bytes) -> dict[bytes, bytes]:
    lines = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return {name.lower(): value.strip() for name, _, value in lines}


def _json(body: bytes) -> dict[str, object]:
    given = json.loads(body or b"{}")
    return {name: value for name, value in given.items() if value is not None}


def _form(body: bytes) -> dict[str, object]:
    fields = (field.partition(b"=") for field in body.split(b"&") if field)
    return {_text(name): _text(value) for name, _, value in fields}


def _text(field: bytes) -> str:
    return unquote_plus(field.decode()) if len(field) < LONG else _long_text(field)


@lru_cache(256)
def _long_text(field: bytes) -> str:
    return unquote_plus(field.decode())
