"""A machine without chance, on which a run repeats itself: no clock, no threads, no sockets."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from aiosqlite.core import set_exception, set_result

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

T = TypeVar("T")

UPTIME = 1_000.0  # seconds that the machine has been running when a story begins


class RepeatableLoop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to what is due next: a second lasts no time."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = UPTIME

    def time(self) -> float:
        return self._seconds

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._seconds = max(self._seconds, self._scheduled[0].when())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


class DoneAtOnce:
    """What a database connection asks its thread to do, done in the loop instead; who asked is told in a later step."""

    def put_nowait(self, job: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        future, function = job
        assert future is not None  # only a connection that nobody closed asks for nobody
        try:
            tell = partial(set_result, future, function())
        except Exception as error:  # noqa: BLE001  # it belongs to who asked
            tell = partial(set_exception, future, error)
        future.get_loop().call_soon(tell)


class NoThread:
    """In place of a database connection's thread."""

    def __init__(self, **_: object) -> None:
        """Take what a thread takes."""

    def start(self) -> None:
        """Do nothing: the work is done in the loop."""


def run(story: Coroutine[Any, Any, T]) -> T:
    """Let *story* happen on such a machine."""
    with asyncio.Runner(loop_factory=RepeatableLoop) as runner:
        return runner.run(story)
