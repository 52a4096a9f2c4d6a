"""Forty subscribers: what happens to them, and what they have."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.sending.offices import copies, subscribers
from tests.sending.repeatable import run

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tests.people import House
    from tests.sending.offices import Office

PEOPLE = range(3001, 3041)
URGENT, NORMAL = "DEMO-002", "DEMO-003"
RATE = 25.0


def happens(office: Office, story: Callable[[House], Coroutine[Any, Any, None]]) -> None:
    """Let *story* happen in an office with subscribers."""

    async def told() -> None:
        async with office.opened() as house:
            await subscribers(house, PEOPLE)
            await story(house)

    run(told())


def order(house: House) -> list[str]:
    """Return the codes of the letters in the order in which they came to Telegram."""
    found = []
    for person in PEOPLE:
        for message in house.telegram.chat(person):
            found += [(message.message_id, code) for code in (URGENT, NORMAL) if code in message.text]
    return [code for _, code in sorted(found)]


def have(house: House, code: str) -> Counter[int]:
    """Count how many people have how many copies of a letter."""
    return Counter(copies(house.telegram, person, code) for person in PEOPLE)


async def until(seen: Callable[[], bool]) -> None:
    for _ in range(10_000):
        if seen():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to that")
