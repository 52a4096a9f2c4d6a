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

    def take(self, person: int) -> bool:
        """Count one more for the person, and return True; where it would be too often, count nothing."""
        now = self._now()
        while self._taken and self._taken[0][0] <= now - self._window:
            self._taken.popleft()
        who = hashlib.blake2b(str(person).encode(), key=self._key, digest_size=16).digest()
        if len(self._taken) >= self._everybody or sum(one == who for _, one in self._taken) >= self._each:
            return False
        self._taken.append((now, who))
        return True
