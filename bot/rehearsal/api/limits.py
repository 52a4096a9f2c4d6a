"""Telegram's flood control: so many messages a second, and fewer to one chat."""

import math
from dataclasses import dataclass
from datetime import datetime

from bot.rehearsal.api.answers import too_many_requests


@dataclass(frozen=True)
class Limits:
    """How fast a bot may send; bursts are counted in messages."""

    per_second: float = 30
    burst: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 20


@dataclass
class _Bucket:
    """Tokens that trickle in; whoever finds none is locked out for a while."""

    rate: float
    burst: int
    level: float
    at: float
    locked_until: float = 0.0
    lockout: int = 0

    def refill(self, now: float) -> None:
        self.level = min(self.burst, self.level + max(0.0, now - self.at) * self.rate)
        self.at = now

    def refused(self, now: float) -> int:
        """Return for how many seconds a call at *now* is refused; 0 lets it pass.

        Asking while locked out begins the lockout anew: only patience opens the door.
        """
        self.refill(now)
        if now >= self.locked_until:
            if self.level >= 1:
                return 0
            self.lockout = max(1, math.ceil((1 - self.level) / self.rate))
        self.locked_until = now + self.lockout
        return self.lockout


class Gate:
    """Counts what the bot sends, overall and for each chat."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._overall: _Bucket | None = None
        self._chats: dict[int, _Bucket] = {}

    def change(self, limits: Limits | None) -> None:
        """Let other limits hold from now on; what was counted so far stays counted."""
        self._limits = limits
        if limits is None:
            return
        if self._overall is not None:
            self._overall.rate, self._overall.burst = limits.per_second, limits.burst
        for bucket in self._chats.values():
            bucket.rate, bucket.burst = limits.chat_per_second, limits.chat_burst

    def let_through(self, chat_id: int, now: datetime, *, paid: bool = False) -> None:
        """Count a message to *chat_id*; a paid broadcast is bound by the chat's own limit alone.

        Raises:
            Refusal: 429, with the seconds to wait.
        """
        if self._limits is None:
            return
        buckets = self._buckets(self._limits, chat_id, now.timestamp(), paid=paid)
        waits = [bucket.refused(now.timestamp()) for bucket in buckets]
        if any(waits):
            raise too_many_requests(max(waits))
        for bucket in buckets:
            bucket.level -= 1

    def _buckets(self, limits: Limits, chat_id: int, now: float, *, paid: bool) -> list[_Bucket]:
        if self._overall is None:
            self._overall = _Bucket(limits.per_second, limits.burst, limits.burst, now)
        if chat_id not in self._chats:
            self._chats[chat_id] = _Bucket(limits.chat_per_second, limits.chat_burst, limits.chat_burst, now)
        return [self._chats[chat_id]] if paid else [self._overall, self._chats[chat_id]]
