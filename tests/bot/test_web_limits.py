"""Whoever connects and says nothing, or says it drop by drop, holds none of the program's connections for ever."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.web_limits import Limits
from bot.web_server import serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response

SOON = Limits(seconds=0.05)
FEW = Limits(connections=3)
GET = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"
HEAD_OF_POST = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n"
LONG = 30  # seconds in which a test that hangs fails


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        free: int = listening.getsockname()[1]
    return free


async def echo(request: Request) -> Response:
    return PlainTextResponse(await request.body() or b"nothing")


@asynccontextmanager
async def served(port: int, limits: Limits) -> AsyncIterator[None]:
    app = Starlette(routes=[Route("/", echo, methods=["GET", "POST"])])
    async with serving(app, "127.0.0.1", port, settings="CLARION_TEST", limits=limits):
        yield


class Visitor:
    """One connection to the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    def says(self, words: bytes) -> None:
        self._writer.write(words)

    async def hears(self, words: bytes) -> bytes:
        """Wait for an answer that ends with these words."""
        return await asyncio.wait_for(self._reader.readuntil(words), LONG)

    async def is_cut(self) -> bool:
        """Wait for the end of the connection, and say whether nothing was answered before it."""
        try:
            return await asyncio.wait_for(self._reader.read(), LONG) == b""
        except ConnectionResetError:
            return True

    async def leave(self) -> None:
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except ConnectionError:
            return  # it was cut


@asynccontextmanager
async def visiting(port: int, *, count: int = 1) -> AsyncIterator[list[Visitor]]:
    visitors = [Visitor(*await asyncio.open_connection("127.0.0.1", port)) for _ in range(count)]
    try:
        yield visitors
    finally:
        for one in visitors:
            await one.leave()


@pytest.mark.parametrize("said", [b"", b"GET / HT", GET[:-2], HEAD_OF_POST, HEAD_OF_POST + b"half"])
async def test_a_request_that_does_not_arrive_whole_ends_its_connection(port: int, said: bytes) -> None:
    async with served(port, SOON), visiting(port) as (one,):
        one.says(said)
        assert await one.is_cut()


async def test_a_byte_now_and_then_prolongs_nothing(port: int) -> None:
    async with served(port, SOON), visiting(port) as (one,):
        cut = asyncio.create_task(one.is_cut())
        while not cut.done():
            one.says(b"G")
            await asyncio.sleep(SOON.seconds / 5)
        assert await cut


async def test_who_speaks_in_time_is_answered_more_than_once(port: int) -> None:
    async with served(port, Limits()), visiting(port) as (one,):
        one.says(GET)
        await one.hears(b"nothing")
        one.says(HEAD_OF_POST)
        one.says(b"some")
        one.says(b"thing")
        await one.hears(b"something")


async def test_the_second_request_of_a_connection_has_its_time_too(port: int) -> None:
    async with served(port, SOON), visiting(port) as (one,):
        one.says(GET)
        await one.hears(b"nothing")
        one.says(b"GET / HT")
        assert await one.is_cut()


async def test_beyond_the_most_the_one_that_is_silent_for_longest_gives_way(port: int) -> None:
    async with served(port, FEW), visiting(port, count=FEW.connections) as silent, visiting(port) as (new,):
        new.says(GET)
        await new.hears(b"nothing")
        assert await silent[0].is_cut()
        silent[1].says(GET)
        await silent[1].hears(b"nothing")
