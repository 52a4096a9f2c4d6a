"""Rating a tip on two axes, and agreeing to what somebody else has rated (standards §3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed
from storage.errors import NeedsSecondSource, RaterGone
from storage.tips.review.claims import claim_in
from storage.tips.review.deeds import move, require_role, standing_in
from storage.tips.review.standing import Grades
from storage.tips.words import ContentGrade, Label

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.tips.words import SourceGrade
    from storage.transactions import Transaction


async def rate_tip(
    db: Database, tag: str, source: SourceGrade, content: ContentGrade, by: Coordinator, now: datetime
) -> bool:
    """Rate a tip that *by* holds; an agreement to an earlier rating is over. False if *by* has rated it so already.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it.
        NotHeld: If nobody does.
        NeedsSecondSource: If the content grade is 1, and the tip is not labelled as having a second source.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    async with db.transaction() as tx:
        return await _rate(tx, tag, Grades(source, content), by, now)


async def rate_in(
    tx: Transaction, tag: str, source: SourceGrade, content: ContentGrade, by: Coordinator, now: datetime
) -> bool:
    """Rate a tip within a transaction, claiming it for *by* unless somebody else holds it; else as `rate_tip`.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it.
        NeedsSecondSource: As `rate_tip`; then it is not claimed either.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    (await standing_in(tx, tag, now)).claimed(by.id, now)
    await _require_second_source(tx, tag, content)
    await claim_in(tx, tag, by, now)
    return await _rate(tx, tag, Grades(source, content), by, now)


async def agree(
    db: Database, tag: str, source: SourceGrade, content: ContentGrade, by: Coordinator, now: datetime
) -> bool:
    """Agree to the rating that *by* was shown; False if they have already.

    Agreed, a content grade of 1 makes the tip confirmed, 4 or 5 unconfirmed; any other leaves it as it is.

    Raises:
        NoSuchTip: If no open one has this tag.
        OwnRating: If *by* rated it.
        NotRated: If it is not rated so any more, or somebody else has agreed.
        RaterGone: If whoever rated it has left, and could be *by*, who was invited again.
        NeedsSecondSource: If the content grade is 1, and the label of a second source was taken off.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    grades = Grades(source, content)
    async with db.transaction() as tx:
        await require_role(tx, by)
        before = await standing_in(tx, tag, now)
        after = before.agreed(grades, by.id, now)
        await _require_rater(tx, tag)
        await _require_second_source(tx, tag, content)
        return await move(tx, tag, before, after, Deed(now, by.id, "agree_to_rating", tag, {"rating": str(grades)}))


async def _rate(tx: Transaction, tag: str, grades: Grades, by: Coordinator, now: datetime) -> bool:
    await require_role(tx, by)
    before = await standing_in(tx, tag, now)
    after = before.rated(grades, by.id, now)
    await _require_second_source(tx, tag, grades.content)
    return await move(tx, tag, before, after, Deed(now, by.id, "rate_tip", tag, {"rating": str(grades)}))


async def _require_second_source(tx: Transaction, tag: str, content: ContentGrade) -> None:
    if content is not ContentGrade.CONFIRMED:
        return
    values = {"tag": tag, "label": Label.SECOND_SOURCE}
    if await tx.one("SELECT 1 FROM tip_label WHERE tag = :tag AND label = :label", values) is None:
        raise NeedsSecondSource


async def _require_rater(tx: Transaction, tag: str) -> None:
    """Make sure that two people are two: whoever left may have come back under another alias."""
    sql = "SELECT 1 FROM tip JOIN coordinator ON coordinator.id = rated_by WHERE tag = :tag AND person IS NOT NULL"
    if await tx.one(sql, {"tag": tag}) is None:
        raise RaterGone
