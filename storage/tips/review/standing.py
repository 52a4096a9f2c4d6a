"""Where a tip stands among coordinators, and the only ways on from there (architecture §5); pure, nothing is stored.

new ⇄ claimed ──rated──► corroborating ──agreed──► confirmed | unconfirmed
                              ▲──────────rated anew──────────┘          each but new ──► closed

A claim is apart from the state: it ends by itself, and a tip that was rated keeps its rating when nobody holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.errors import NoSuchTip, NotHeld, NotRated, OwnRating, TipHeld
from storage.tips.words import ContentGrade, SourceGrade, TipState

if TYPE_CHECKING:
    from datetime import datetime

CLAIMED_FOR = timedelta(hours=24)  # after the holder's last deed; then anybody may claim

_BORNE_OUT = {
    ContentGrade.CONFIRMED: TipState.CONFIRMED,
    ContentGrade.DOUBTFUL: TipState.UNCONFIRMED,
    ContentGrade.IMPROBABLE: TipState.UNCONFIRMED,
}


@dataclass(frozen=True)
class Grades:
    """The two axes of a rating, judged apart (standards §3.3)."""

    source: SourceGrade
    content: ContentGrade

    def __str__(self) -> str:
        return f"{self.source}{self.content:d}"


UNRATED = Grades(SourceGrade.CANNOT_BE_JUDGED, ContentGrade.CANNOT_BE_JUDGED)
"""What stands where nobody has rated: F6."""


@dataclass(frozen=True)
class Claim:
    """Who works on the tip, by row, and from when on anybody else may."""

    by: int
    until: datetime


@dataclass(frozen=True)
class Rating:
    """What somebody judged, and who else agreed: rows of coordinators, never the same."""

    grades: Grades
    by: int
    agreed_by: int | None = None


@dataclass(frozen=True)
class Standing:
    """A tip without its content; `claim` may be over, see `as_of`."""

    state: TipState = TipState.NEW
    claim: Claim | None = None
    rating: Rating | None = None

    def as_of(self, now: datetime) -> Standing:
        """Return where it stands at that moment: a claim that is over is none, and what was only claimed is new."""
        if self.claim and now < self.claim.until:
            return self
        state = TipState.NEW if self.state is TipState.CLAIMED else self.state
        return replace(self, state=state, claim=None)

    def claimed(self, by: int, now: datetime) -> Standing:
        """*by* holds it from now on.

        Raises:
            TipHeld: If somebody else does.
            NoSuchTip: If it is closed; so do all that follow.
        """
        return self._assigned(by, by, now)

    def taken_over(self, by: int, now: datetime) -> Standing:
        """*by*, who may do this, holds it from now on, whoever did so far."""
        return replace(self._open(now), claim=None).claimed(by, now)

    def assigned(self, to: int, by: int, now: datetime) -> Standing:
        """*to* holds it from now on, because *by* says so, who holds it or finds it free.

        Raises:
            TipHeld: If somebody else holds it.
        """
        return self._assigned(to, by, now)

    def released(self, by: int, now: datetime) -> Standing:
        """Nobody holds it any more, as if the claim of *by* were over.

        Raises:
            TipHeld: If somebody else holds it.
        """
        current = self._open(now)
        return current if current.claim is None else replace(self._held(by, now), claim=None).as_of(now)

    def rated(self, grades: Grades, by: int, now: datetime) -> Standing:
        """It is rated so by *by*, and nobody has agreed yet; the same said again changes nothing.

        Raises:
            TipHeld: If somebody else holds it.
            NotHeld: If nobody does.
        """
        held = self._held(by, now)
        if held.rating and (held.rating.grades, held.rating.by) == (grades, by):
            return held
        return replace(held, state=TipState.CORROBORATING, rating=Rating(grades, by))

    def agreed(self, grades: Grades, by: int, now: datetime) -> Standing:
        """Agree to *grades*, which are what *by* was shown; the same agreement again changes nothing.

        Raises:
            OwnRating: If *by* gave them.
            NotRated: If nobody gave just these, or another has agreed.
        """
        current = self._open(now)
        if current.rating is None or current.rating.grades != grades:
            raise NotRated
        if current.rating.by == by:
            raise OwnRating
        if current.rating.agreed_by not in {None, by}:
            raise NotRated
        state = _BORNE_OUT.get(grades.content, TipState.CORROBORATING)
        return replace(current, state=state, rating=replace(current.rating, agreed_by=by)).renewed(by, now)

    def closed(self, by: int, now: datetime) -> Standing:
        """Nothing more is done with it.

        Raises:
            TipHeld: If somebody else holds it.
            NotHeld: If nobody does.
        """
        return replace(self._held(by, now), state=TipState.CLOSED, claim=None)

    def renewed(self, by: int, now: datetime) -> Standing:
        """If *by* holds it, they do so for the whole time again: each of their deeds shows that they work on it."""
        current = self._open(now)
        if current.claim is None or current.claim.by != by:
            return current
        return replace(current, claim=Claim(by, now + CLAIMED_FOR))

    def _assigned(self, to: int, by: int, now: datetime) -> Standing:
        current = self._open(now)
        if current.claim and current.claim.by not in {by, to}:
            raise TipHeld
        if current.claim and current.claim.by == to != by:
            return current  # they have it already, and only their own deeds make it theirs for longer
        state = TipState.CLAIMED if current.state is TipState.NEW else current.state
        return replace(current, state=state, claim=Claim(to, now + CLAIMED_FOR))

    def _held(self, by: int, now: datetime) -> Standing:
        current = self._open(now)
        if current.claim is None:
            raise NotHeld
        if current.claim.by != by:
            raise TipHeld
        return current.renewed(by, now)

    def _open(self, now: datetime) -> Standing:
        if self.state is TipState.CLOSED:
            raise NoSuchTip
        return self.as_of(now)
