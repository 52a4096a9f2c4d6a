"""Who is signed in at the desk: in memory alone, so that a restart signs everybody out."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from storage.people.coordinators import Coordinator

LIFE = timedelta(hours=12)
IDLE_MAX = timedelta(minutes=30)
EACH = 5  # browsers in which one coordinator is signed in
TOKEN_BYTES = 32


@dataclass
class Session:
    """One browser in which a coordinator is signed in.

    Attributes:
        coordinator: Their row; whoever joins again after a dismissal has another one.
        person: Their Telegram id, by which the role is looked up at each request.
        csrf: What each form of this session holds, and no other site knows.
        begun_at: When they signed in.
        seen_at: When they last did something.
        notices: HTML to tell them, by the path whose page does.
    """

    coordinator: int
    person: int
    csrf: str
    begun_at: datetime
    seen_at: datetime
    notices: dict[str, list[str]] = field(default_factory=dict)


class Sessions:
    """The sessions that have not ended; of a token only its digest is kept."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._open: dict[str, Session] = {}

    def begin(self, coordinator: Coordinator) -> str:
        """Return the token of a new session; beyond five of one coordinator the oldest ends."""
        self._open = {key: one for key, one in self._open.items() if self._lasts(one)}
        own = [key for key, one in self._open.items() if one.coordinator == coordinator.id]
        for key in own[: max(0, len(own) + 1 - EACH)]:
            del self._open[key]
        token, now = secrets.token_urlsafe(TOKEN_BYTES), self._now()
        csrf = secrets.token_urlsafe(TOKEN_BYTES)
        self._open[_digest(token)] = Session(coordinator.id, coordinator.person, csrf, now, now)
        return token

    def find(self, token: str, *, deed: bool = True) -> Session | None:
        """Return the session of that token, if it lasts; what is not a person's own *deed* does not prolong it."""
        session = self._open.get(_digest(token))
        if session is None or not self._lasts(session):
            self.end(token)
            return None
        if deed:
            session.seen_at = self._now()
        return session

    def end(self, token: str) -> None:
        """End the session of that token."""
        self._open.pop(_digest(token), None)

    def _lasts(self, session: Session) -> bool:
        now = self._now()
        return now < session.begun_at + LIFE and now < session.seen_at + IDLE_MAX


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
