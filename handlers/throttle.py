"""How often something may be done, by one person and by everybody: counted in memory, without storing who."""

from __future__ import annotations

import hashlib
import secrets
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

KEY_BYTES = 32


class Throttle:
    """Counts within a window that moves on; a person is known by a digest under a key that ends with the program."""

    def __init__(self, now: Callable[[], datetime], *, each: int, everybody: int, window: timedelta) -> None:
        self._now = now
        self._each = each
        self._everybody = everybody
        self._window = window
        self._key = secrets.token_bytes(KEY_BYTES)
        self._taken: deque[tuple[datetime, bytes]] = deque()
        self._flood_told: datetime | None = None

    def take(self, person: int) -> bool:
        """Count one more for the person, and return True; where it would be too often, count nothing."""
        now = self._forget_old()
        who = hashlib.blake2b(str(person).encode(), key=self._key, digest_size=16).digest()
        if len(self._taken) >= self._everybody or sum(one == who for _, one in self._taken) >= self._each:
            return False
        self._taken.append((now, who))
        return True

    def begin_flood(self) -> int | None:
        """Return how many were counted where the limit of everybody is reached; within a window once, else None."""
        now = self._forget_old()
        told = self._flood_told is not None and now < self._flood_told + self._window
        if told or len(self._taken) < self._everybody:
            return None
        self._flood_told = now
        return len(self._taken)

    def _forget_old(self) -> datetime:
        """Drop what lies before the window, and return the present time."""
        now = self._now()
        while self._taken and self._taken[0][0] <= now - self._window:
            self._taken.popleft()
        return now
