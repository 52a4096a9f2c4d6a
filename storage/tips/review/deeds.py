"""A deed of a coordinator upon a tip: looked up, done by the rules and audited in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchCoordinator, NoSuchTip
from storage.tips.review.standing import Claim, Grades, Rating, Standing
from storage.tips.words import ContentGrade, SourceGrade, TipState

if TYPE_CHECKING:
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction


async def standing_in(tx: Transaction, tag: str, now: datetime) -> Standing:
    """Return where the tip stands as it is stored; see `Standing.as_of`.

    *now* is in the organisation's zone, as for every deed: by its day it is decided whose time is over.

    Raises:
        NoSuchTip: If there is none with this tag, or its time is over, so that it is about to be erased.
    """
    row = await tx.one(
        """
        SELECT state, claimed_by, claimed_until, source, content, rated_by, agreed_by FROM tip
        WHERE tag = :tag AND expires_on > :today
        """,
        {"tag": tag, "today": now.date().isoformat()},
    )
    if row is None:
        raise NoSuchTip
    return standing_of(row)


def standing_of(row: Row) -> Standing:
    """Return where a tip stands by its row."""
    claim = rating = None
    if row["claimed_by"] is not None and row["claimed_until"] is not None:
        claim = Claim(row["claimed_by"], datetime.fromtimestamp(row["claimed_until"], UTC))
    if row["rated_by"] is not None:
        grades = Grades(SourceGrade(row["source"]), ContentGrade(row["content"]))
        rating = Rating(grades, row["rated_by"], row["agreed_by"])
    return Standing(TipState(row["state"]), claim, rating)


async def require_role(tx: Transaction, coordinator: Coordinator) -> None:
    """Make sure that the role of *coordinator* was not ended or changed a moment ago.

    Raises:
        NoSuchCoordinator: If it was.
    """
    sql = "SELECT 1 FROM coordinator WHERE id = :id AND role = :role AND person IS NOT NULL"
    if await tx.one(sql, {"id": coordinator.id, "role": coordinator.role}) is None:
        raise NoSuchCoordinator


async def move(tx: Transaction, tag: str, before: Standing, after: Standing, deed: Deed) -> bool:
    """Keep where the tip stands now; the audit has *deed*, unless all that changed is how long somebody holds it.

    Return whether anything else changed.
    """
    await tx.execute(
        """
        UPDATE tip SET state = :state, claimed_by = :claimed_by, claimed_until = :claimed_until, source = :source,
            content = :content, rated_by = :rated_by, agreed_by = :agreed_by
        WHERE tag = :tag
        """,
        {"tag": tag, "state": after.state, **_claim_values(after.claim), **_rating_values(after.rating)},
    )
    if _work(before.as_of(deed.at)) == _work(after):
        return False
    await record(tx, deed)
    return True


def _claim_values(claim: Claim | None) -> dict[str, int | None]:
    if claim is None:
        return dict.fromkeys(("claimed_by", "claimed_until"))
    return {"claimed_by": claim.by, "claimed_until": int(claim.until.timestamp())}


def _rating_values(rating: Rating | None) -> dict[str, str | int | None]:
    if rating is None:
        return dict.fromkeys(("source", "content", "rated_by", "agreed_by"))
    grades = rating.grades
    return {
        "source": grades.source,
        "content": grades.content,
        "rated_by": rating.by,
        "agreed_by": rating.agreed_by,
    }


def _work(standing: Standing) -> tuple[Standing, int | None]:
    """Return all but how long somebody holds it."""
    return replace(standing, claim=None), standing.claim.by if standing.claim else None
