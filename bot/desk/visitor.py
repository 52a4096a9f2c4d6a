"""Somebody who is signed in at the desk, as their role is at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.coordinators.roles import DUTIES, Duty

if TYPE_CHECKING:
    from storage.people.coordinators import Coordinator


@dataclass(frozen=True)
class Visitor:
    """Who asks for a page.

    Attributes:
        csrf: What each of their forms must hold as `csrf`.
        notices: HTML to tell them, by the path whose page does; see `bot.desk.writing.after_deed`.
        path: Whose page they read now; empty where they only ask about it (HEAD).
    """

    coordinator: Coordinator
    language: str
    csrf: str
    notices: dict[str, list[str]]
    path: str

    def may(self, *duties: str) -> bool:
        """Return whether their role has one of *duties*."""
        return not DUTIES[self.coordinator.role].isdisjoint(map(Duty, duties))
