"""How long a request may take to arrive and how many connections stay open: a silent visitor holds nothing for ever.

Every open connection is a file of the program, which needs others to answer people and to write its database.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from starlette.types import ASGIApp

log = logging.getLogger(__name__)

GRACE_SECONDS = 1  # for answers under way when the program ends


@dataclass(frozen=True)
class Limits:
    """What visitors may take up.

    Attributes:
        seconds: For all of a request, head and body, to arrive; also from the beginning of a connection on.
        connections: How many are open at once; beyond them the one that has been silent for longest is closed.
    """

    seconds: float = 10.0
    connections: int = 64


class LimitedConfig(uvicorn.Config):
    """How pages are served: within *limits*, and without a word about it."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.limits = limits
        super().__init__(
            app,
            http=_Connection,
            ws="none",
            lifespan="off",
            access_log=False,
            proxy_headers=False,
            log_config=None,
            server_header=False,
            backlog=limits.connections,  # so many are taken in before one of them can be closed
            timeout_graceful_shutdown=GRACE_SECONDS,
        )


class _Connection(H11Protocol):
    """One connection. Once its request is answered, uvicorn's own time for the next one begins."""

    def __init__(self, config: LimitedConfig, *others: Any, **named: Any) -> None:
        super().__init__(config, *others, **named)
        self._limits = config.limits
        self._deadline: asyncio.TimerHandle | None = None
        self.begun_at = self.loop.time()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._watch()
        if len(self.connections) > self._limits.connections:
            self._oldest_silent().cut("too many connections")

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._end_watch()

    def _watch(self) -> None:
        """Give what has begun to arrive its time; a byte now and then does not prolong it."""
        if not self._arriving:
            self._end_watch()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(self._limits.seconds, self.cut, "a request did not arrive")

    def _end_watch(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    @property
    def _arriving(self) -> bool:
        return self.conn.their_state in {h11.IDLE, h11.SEND_BODY}

    @property
    def silent(self) -> bool:
        """Whether nobody waits for an answer."""
        return self._arriving or getattr(self.cycle, "response_complete", True)  # no request yet: None

    def _oldest_silent(self) -> _Connection:
        """Return which one gives way; the newest itself is among them."""
        own = [one for one in self.connections if isinstance(one, _Connection) and one.silent]
        return min(own, key=lambda one: one.begun_at)

    def cut(self, why: str) -> None:
        """End the connection at once."""
        log.info("a connection was cut: %s", why)
        self.connections.discard(self)  # its end is told to it only later
        self.transport.abort()
