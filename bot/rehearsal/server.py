"""Serves a rehearsed Telegram on this machine alone: the Bot API for the bot, the chat page for people."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.rehearsal.cast import Cast
from bot.rehearsal.guard import Guard
from bot.rehearsal.http_api import bot_api_routes, not_found
from bot.rehearsal.page.routes import Page, page_routes
from bot.rehearsal.telegram import RehearsedTelegram

_HOST = "127.0.0.1"
_GRACE = 1  # second for answers under way when the server closes
_KEEP_ALIVE = 75  # seconds an idle connection stays open, as long as those of Telegram


@contextlib.asynccontextmanager
async def serving(telegram: RehearsedTelegram, port: int = 0, *, cast: Cast | None = None) -> AsyncIterator[str]:
    """Serve *telegram* in the running event loop and yield the base URL; port 0 takes any that is free.

    A bot uses it with `base_url=f"{url}/bot"` and `base_file_url=f"{url}/file/bot"`.

    Raises:
        OSError: If the port is taken.
    """
    with socket.create_server((_HOST, port)) as listening:
        # Connections inherit it; without it the body of an answer waits for the acknowledgement of its head.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        bound: int = listening.getsockname()[1]
        page = Page(telegram, cast or Cast())
        server = _Server(_config(rehearsal_app(telegram, page, port=bound)), telegram, page)
        task = asyncio.create_task(server.serve([listening]), name="rehearsal server")
        try:
            yield f"http://{_HOST}:{bound}"
        finally:
            server.should_exit = True
            await task


def rehearsal_app(telegram: RehearsedTelegram, page: Page, *, port: int) -> ASGIApp:
    """Return the application that is served on *port* of this machine."""
    routes = [*bot_api_routes(telegram), Mount("/", routes=page_routes(page))]
    return Guard(Starlette(routes=routes, exception_handlers={404: not_found}), port=port)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_Connection,
        ws="none",
        lifespan="off",
        access_log=False,
        proxy_headers=False,
        log_config=None,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
    )


class _Server(uvicorn.Server):
    """A server inside a program that minds its own signals."""

    def __init__(self, config: uvicorn.Config, telegram: RehearsedTelegram, page: Page) -> None:
        super().__init__(config)
        self._telegram = telegram
        self._page = page

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close every connection after its present answer, then end the answers that would wait for long."""
        closing = asyncio.create_task(super().shutdown(sockets))
        await asyncio.sleep(0)
        self._telegram.end_polls()
        await self._page.close()
        await closing


class _Connection(H11Protocol):
    """A connection that a fault can break: requests find its transport in their state."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}
