"""Long lists are made line by line: between two lines the bot answers whoever waits for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

Item = TypeVar("Item")


async def unhurried(items: Iterable[Item]) -> AsyncIterator[Item]:
    """Give one after the other, and let everything else in the loop go on after each."""
    for item in items:
        yield item
        await asyncio.sleep(0)
