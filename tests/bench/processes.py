"""Starts the processes of the bench: Telegram in one of its own, and each lane in another.

So each has its own processor time and memory, and none waits for what another one computes.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LINE_MAX = 2**24  # bytes: the moments of some ten thousand messages


@dataclass(frozen=True)
class Child:
    """A process that speaks in lines of JSON."""

    process: asyncio.subprocess.Process

    async def tell(self, deed: str, **values: object) -> dict[str, Any]:
        """Let it do something; return its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"deed": deed, **values}).encode() + b"\n")
        return await self.hear()

    async def hear(self) -> dict[str, Any]:
        """Return the next line that it says.

        Raises:
            EOFError: If it ended without a word; what went wrong stands on the terminal.
        """
        assert self.process.stdout is not None
        line = await self.process.stdout.readline()
        if not line:
            raise EOFError(f"a process of the bench ended with status {await self.process.wait()}")
        said: dict[str, Any] = json.loads(line)
        return said

    async def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        await self.process.wait()

    async def end(self) -> None:
        """Close its input, which tells it to end, and wait until it did."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        await self.process.wait()


@dataclass(frozen=True)
class Telegram:
    """The process that plays Telegram."""

    child: Child
    url: str

    async def count(self) -> Count:
        """Return what it took and refused so far."""
        return Count(**await self.child.tell("count"))


@dataclass(frozen=True)
class Count:
    """What Telegram took and refused, by its own clock in seconds.

    Attributes:
        missed: Subscribers without a message.
        doubled: Messages to subscribers who had one.
    """

    taken: list[float]
    floods: list[float]
    missed: int
    doubled: int


@asynccontextmanager
async def telegram(*, subscribers: int, latency: float, per_second: float | None = None) -> AsyncIterator[Telegram]:
    """Play Telegram for *subscribers* people, with answers that take *latency* seconds."""
    values = {"subscribers": subscribers, "latency": latency, "per_second": per_second}
    async with _child("tests.bench.server", json.dumps(values)) as child:
        said = await child.hear()
        yield Telegram(child, said["url"])


@asynccontextmanager
async def lane(name: str, **values: object) -> AsyncIterator[Child]:
    """Start the lane *name*; it says one or several lines."""
    async with _child("tests.bench.lane", name, json.dumps(values)) as child:
        yield child


async def result_of(name: str, **values: object) -> dict[str, Any]:
    """Run the lane *name* to its end; return what it measured."""
    async with lane(name, **values) as child:
        return await child.hear()


@asynccontextmanager
async def _child(module: str, *arguments: str) -> AsyncIterator[Child]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LINE_MAX,
    )
    child = Child(process)
    try:
        yield child
    finally:
        await child.end()
