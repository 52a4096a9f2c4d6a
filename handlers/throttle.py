"""How often something may be done, by one person and by everybody: counted in memory, without storing who."""

from __future__ import annotations

import hashlib
import secrets
from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

KEY_BYTES = 32
FLOOD_TOLD_EVERY = timedelta(hours=1)


class Throttle:
    """Counts within a window that moves on; a person is known by a digest under a key that ends with the program.

    Args:
        each: How many are counted of one person.
        everybody: How many are counted of all together.
        kept: How many of these are kept for those of whom none is counted yet: it takes many people to keep one out.
    """

    def __init__(
        self, now: Callable[[], datetime], *, each: int, everybody: int, window: timedelta, kept: int = 0
    ) -> None:
        self._now = now
        self._each = each
        self._everybody = everybody
        self._kept = kept
        self._window = window
        self._key = secrets.token_bytes(KEY_BYTES)
        self._taken: deque[tuple[datetime, bytes]] = deque()
        self._flood_told: datetime | None = None

    def take(self, person: int) -> bool:
        """Count one more for the person, and return True; where it would be too often, count nothing."""
        if not self.allows(person):
            return False
        self._taken.append((self._now(), self._digest(person)))
        return True

    def allows(self, person: int) -> bool:
        """Return whether one more of the person would be counted now."""
        self._forget_old()
        who = self._digest(person)
        own = sum(one == who for _, one in self._taken)
        return own < self._each and len(self._taken) < (self._everybody - self._kept if own else self._everybody)

    def begin_flood(self) -> int | None:
        """Return how many were counted where the limit of everybody is reached; within an hour once, else None.

        What is kept for those of whom none is counted yet is no longer for everybody.
        """
        now = self._forget_old()
        told = self._flood_told is not None and now < self._flood_told + FLOOD_TOLD_EVERY
        if told or len(self._taken) < self._everybody - self._kept:
            return None
        self._flood_told = now
        return len(self._taken)

    def _digest(self, person: int) -> bytes:
        return hashlib.blake2b(str(person).encode(), key=self._key, digest_size=16).digest()

    def _forget_old(self) -> datetime:
        """Drop what lies before the window, and return the present time."""
        now = self._now()
        while self._taken and self._taken[0][0] <= now - self._window:
            self._taken.popleft()
        return now
