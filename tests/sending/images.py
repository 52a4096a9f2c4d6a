"""What a crash leaves: the files as they are on the disk, and what Telegram has at that moment."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tests.sending.offices import LoopClock, Office, new_telegram

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bot.rehearsal.memory.world import World


@dataclass(frozen=True, eq=False)
class Image:
    """One moment at which the process may be killed."""

    database: bytes
    log: bytes
    key: bytes
    world: World
    revision: int
    moment: datetime

    def same_as(self, other: Image) -> bool:
        return (self.revision, self.database, self.log) == (other.revision, other.database, other.log)

    def restored(self, folder: Path) -> Office:
        """Return the office after that crash."""
        folder.mkdir()
        clock = LoopClock(self.moment).from_now_on()
        telegram = new_telegram(clock)
        telegram.memory.world = _copy(self.world)
        office = Office(folder, telegram, clock)
        office.database.write_bytes(self.database)
        _log_of(office).write_bytes(self.log)
        office.key.write_bytes(self.key)
        return office


class Images:
    """Takes an image whenever anything has changed, on the disk or at Telegram."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.taken: list[Image] = []

    def take(self) -> None:
        image = Image(
            self._office.database.read_bytes(),
            _log_of(self._office).read_bytes(),
            self._office.key.read_bytes(),
            self._office.telegram.memory.world,
            self._office.telegram.memory.revision,
            self._office.clock.now(),
        )
        if not (self.taken and image.same_as(self.taken[-1])):
            self.taken.append(replace(image, world=_copy(image.world)))


async def at_every_await(story: Coroutine[Any, Any, None], look: Callable[[], None]) -> None:
    """Let *story* happen, and *look* after every step that it or any task of it takes."""

    def begin(loop: asyncio.AbstractEventLoop, begun: Coroutine[Any, Any, Any], **named: Any) -> asyncio.Task[Any]:
        return asyncio.Task(_Watched(begun, look), loop=loop, **named)

    loop = asyncio.get_running_loop()
    loop.set_task_factory(begin)  # type: ignore[arg-type]
    try:
        await asyncio.create_task(story)
    finally:
        loop.set_task_factory(None)


class _Watched(Coroutine[Any, Any, Any]):
    """A coroutine, and a look after each of its steps."""

    def __init__(self, watched: Coroutine[Any, Any, Any], look: Callable[[], None]) -> None:
        self._watched = watched
        self._look = look

    def send(self, value: Any) -> Any:
        try:
            return self._watched.send(value)
        finally:
            self._look()

    def throw(self, *thrown: Any) -> Any:
        try:
            return self._watched.throw(*thrown)
        finally:
            self._look()

    def close(self) -> None:
        self._watched.close()

    def __await__(self) -> Generator[Any, Any, Any]:
        return self._watched.__await__()


def _log_of(office: Office) -> Path:
    return office.database.with_name(f"{office.database.name}-wal")


def _copy(world: World) -> World:
    """Copy what a broadcast changes; what is in it never changes itself."""
    chats = {person: dict(messages) for person, messages in world.chats.items()}
    return replace(world, chats=chats, files=dict(world.files), commands=dict(world.commands))
