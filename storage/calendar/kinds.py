"""The sorts of moments in the calendar, and what is kept of how each is called."""

from enum import StrEnum

from storage.appeals.parts import Part
from storage.appeals.values import Words


class MomentKind(StrEnum):
    """What sort of moment it is."""

    VOTE = "vote"
    SUMMIT = "summit"
    HEARING = "hearing"
    REVIEW = "review"
    DEADLINE = "deadline"
    ACTION = "action"
    OTHER = "other"


class Described(Part):
    """What a moment is called and where it is."""

    name: Words
    place: Words | None = None
