"""Serves the metrics and the state of health to this machine alone, for whoever watches over it.

It runs in the program's own loop: a loop that is stuck does not answer, as it should not.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from time import monotonic
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.web_server import OFF, serving
from storage.letters.outbox.waiting import waiting_letters
from storage.petitions.counting.recount_record import last_recount

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from starlette.requests import Request

    from bot.metrics.metrics import Metrics
    from storage.database import Database

HOST = "127.0.0.1"
COUNTED_ANEW_SECONDS = 10.0  # however often somebody asks, the queue is not counted before that


@asynccontextmanager
async def serving_metrics(
    metrics: Metrics, port: int, db: Database, now: Callable[[], datetime]
) -> AsyncIterator[None]:
    """Serve `/metrics` and `/healthz` on *port* of this machine; at port 0 nothing.

    Raises:
        CannotStart: If the port is taken or not allowed.
    """
    if port == OFF:
        yield
        return
    pages = _Pages(metrics, db, now)
    app = Starlette(routes=[Route("/metrics", pages.metrics), Route("/healthz", pages.health)])
    async with serving(app, HOST, port, settings="CLARION_METRICS"):
        yield


class _Pages:
    """The two pages; the queue is counted when somebody asks, by one at a time."""

    def __init__(self, metrics: Metrics, db: Database, now: Callable[[], datetime]) -> None:
        self._metrics = metrics
        self._db = db
        self._now = now
        self._counting = asyncio.Lock()
        self._count_due = 0.0

    async def metrics(self, _request: Request) -> Response:
        async with self._counting:
            if monotonic() >= self._count_due:
                last = await last_recount(self._db)
                waiting = await waiting_letters(self._db, self._now())
                self._metrics.show(waiting, last.differing if last else 0)
                self._count_due = monotonic() + COUNTED_ANEW_SECONDS
        return Response(self._metrics.exposition(), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    async def health(self, _request: Request) -> Response:
        if silent := self._metrics.silent():
            return PlainTextResponse(f"no sign of life for a minute: {', '.join(silent)}\n", status_code=503)
        return PlainTextResponse("ok\n")
