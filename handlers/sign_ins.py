"""Signing in at the desk: links that work once and for a few minutes, in memory alone."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LINK_LIFE = timedelta(minutes=5)
TOKEN_BYTES = 24


class SignIns:
    """Which links lead in, and whom; of a token only its digest is kept."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._open: dict[str, tuple[int, datetime]] = {}

    def open_for(self, coordinator: int) -> str:
        """Return the token of a link for the coordinator in that row; an earlier one of theirs works no more."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._open = {key: one for key, one in self._open.items() if one[0] != coordinator and self._fresh(one[1])}
        self._open[_digest(token)] = (coordinator, self._now() + LINK_LIFE)
        return token

    def whose(self, token: str) -> int | None:
        """Return the row of the coordinator whom the token would let in, without spending it."""
        found = self._open.get(_digest(token))
        return found[0] if found and self._fresh(found[1]) else None

    def redeem(self, token: str) -> int | None:
        """Return the row of the coordinator whom the token lets in, and spend it; None if it leads nowhere."""
        whose = self.whose(token)
        self._open.pop(_digest(token), None)
        return whose

    def _fresh(self, until: datetime) -> bool:
        return self._now() < until


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
