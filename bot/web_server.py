"""Serves web pages in the program's own loop: one that is stuck does not answer, as it should not."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import uvicorn

from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.types import ASGIApp

OFF = 0  # the port at which nothing is served
GRACE_SECONDS = 1  # for answers under way when the program ends


@asynccontextmanager
async def serving(app: ASGIApp, host: str, port: int, *, setting: str) -> AsyncIterator[None]:
    """Serve *app* until the block ends; *setting* is what the operator chose the port with.

    Raises:
        CannotStart: If the port is taken or not allowed, or no interface of this machine has that address.
    """
    with _listen(host, port, setting) as listening:
        server = _Server(_config(app))
        task = asyncio.create_task(server.serve([listening]), name=setting)
        try:
            yield
        finally:
            server.should_exit = True
            await task


def _listen(host: str, port: int, setting: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise CannotStart(f"{setting}: port {port} is taken or not allowed: choose another one.") from error


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        ws="none",
        lifespan="off",
        access_log=False,
        proxy_headers=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


class _Server(uvicorn.Server):
    """A server inside a program that minds its own signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
