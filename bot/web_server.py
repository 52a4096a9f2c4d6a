"""Serves web pages in the program's own loop: one that is stuck does not answer, as it should not."""

from __future__ import annotations

import asyncio
import errno
import socket
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import uvicorn

from bot.web_limits import LimitedConfig, Limits
from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.types import ASGIApp

OFF = 0  # the port at which nothing is served
LIMITS = Limits()


@asynccontextmanager
async def serving(app: ASGIApp, host: str, port: int, *, settings: str, limits: Limits = LIMITS) -> AsyncIterator[None]:
    """Serve *app* until the block ends; with *settings* begin the names of those that host and port come from.

    Raises:
        CannotStart: If the port is taken or not allowed, or no interface of this machine has that address.
    """
    with _listen(host, port, settings) as listening:
        server = _Server(LimitedConfig(app, limits))
        task = asyncio.create_task(server.serve([listening]), name=settings)
        try:
            yield
        finally:
            server.should_exit = True
            await task


def _listen(host: str, port: int, settings: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.getaddrinfo(
            host, port, family, socket.SOCK_STREAM
        )  # names what is wrong with a host, which the next hides
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise CannotStart(f"{settings}_HOST: this machine has no interface with the address {host}.") from error
        raise CannotStart(f"{settings}_PORT: port {port} is taken or not allowed: choose another one.") from error


class _Server(uvicorn.Server):
    """A server inside a program that minds its own signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
