"""How the processes of the bench speak with each other: a JSON object to a line, until the input ends."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def say(said: Mapping[str, object]) -> None:
    """Write one line."""
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()


async def heard() -> asyncio.StreamReader:
    """Return what comes in, to be read beside everything else that the process does."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader
