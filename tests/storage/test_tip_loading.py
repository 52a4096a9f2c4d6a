"""Signed bundles are loaded whole and once, in the name of whoever signed them."""

from __future__ import annotations

from datetime import date, timedelta
from sqlite3 import IntegrityError
from typing import TYPE_CHECKING

import pytest

from storage.audit import latest
from storage.errors import BundleUsed, NoSuchCoordinator, NotAReviewer
from storage.people.coordinators import Coordinator, Role, accept_invitation, dismiss, invite
from storage.tips.bundles import Bundle, Labelling, Rating, Reply
from storage.tips.loading import Loaded, load_bundle
from storage.tips.review.claims import claim_tip
from storage.tips.review.closing import close_tip
from storage.tips.review.queue import case
from storage.tips.words import ContentGrade, Label, SourceGrade, TipState
from tests.storage.conftest import NOW
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from storage.database import Database
    from storage.tips.bundles import Item

REVIEWERS = frozenset({Role.OWNER, Role.REVIEWER})
B2 = (SourceGrade.USUALLY, ContentGrade.PROBABLY_TRUE)


@pytest.fixture
async def reviewer(db: Database, owner: Coordinator) -> Coordinator:
    return await accept_invitation(db, await invite(db, Role.REVIEWER, owner, NOW), 3, NOW)


def bundle(author: Coordinator, *items: Item, number: int = 1) -> Bundle:
    return Bundle(f"{number:032x}", date(2026, 11, 22), author.alias, items)


async def loaded(db: Database, given: Bundle, by: Coordinator) -> Loaded:
    return await load_bundle(db, given, by, NOW, REVIEWERS)


async def rows(db: Database, table: str) -> list[tuple[object, ...]]:
    async with db.reading() as tx:
        return [tuple(row) for row in await tx.all(f"SELECT * FROM {table}")]


async def test_replies_ratings_and_labels_are_kept_in_the_name_of_the_author(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    first, second = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    items = (Reply(first, b"1"), Rating(second, *B2), Reply(first, b"2"), Labelling(second, Label.CHILDREN))
    told = await loaded(db, bundle(reviewer, *items), owner)

    assert told == Loaded((first, first), (second,), (second,), (), ())
    assert await rows(db, "tip_reply") == [
        (first, 1, "2026-11-22", 0, b"1"),
        (first, 2, "2026-11-22", 0, b"2"),
    ]
    now = await case(db, second)
    assert (now.rater, now.holder, now.labels) == (reviewer.alias, reviewer.alias, (Label.CHILDREN,))
    assert now.standing.state is TipState.CORROBORATING
    deeds = [(entry.alias, entry.name) for entry in await latest(db, 20)]
    assert deeds[0] == (owner.alias, "load_bundle")
    assert deeds.count((reviewer.alias, "reply_to_tip")) == 2
    assert (reviewer.alias, "rate_tip") in deeds


async def test_items_for_tips_that_are_gone_closed_or_held_are_told_and_the_others_are_kept(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    closed, held, expired, free = [await keep_tip(db, NOW, number=n) for n in (1, 2, 3, 4)]
    for tag in (closed, held):
        await claim_tip(db, tag, owner, NOW)
    await close_tip(db, closed, owner, NOW, timedelta(days=90))
    async with db.transaction() as tx:
        await tx.execute("UPDATE tip SET expires_on = '2026-11-22' WHERE tag = :tag", {"tag": expired})
    items = (
        Reply("ZZZZ", b"1"),
        Reply(expired, b"2"),
        Rating(closed, *B2),
        Labelling(closed, Label.SHARED),
        Rating(held, *B2),
        Reply(closed, b"3"),
        Rating(free, *B2),
    )
    told = await loaded(db, bundle(reviewer, *items), reviewer)

    assert told == Loaded((closed,), (free,), (), ("ZZZZ", expired, closed, closed), (held,))
    assert [row[0] for row in await rows(db, "tip_reply")] == [closed]
    assert (await case(db, held)).holder == owner.alias


async def test_a_bundle_is_used_once(db: Database, owner: Coordinator, reviewer: Coordinator) -> None:
    tag = await keep_tip(db, NOW)
    await loaded(db, bundle(reviewer, Reply(tag, b"1")), owner)
    before = await rows(db, "audit")
    with pytest.raises(BundleUsed):
        await loaded(db, bundle(reviewer, Reply(tag, b"2")), owner)

    assert [row[-1] for row in await rows(db, "tip_reply")] == [b"1"]
    assert await rows(db, "audit") == before


async def test_only_present_coordinators_who_review_tips_are_authors(
    db: Database, owner: Coordinator, colleague: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    with pytest.raises(NotAReviewer):
        await loaded(db, bundle(colleague, Reply(tag, b"1")), owner)
    await dismiss(db, reviewer.alias, owner, NOW)
    with pytest.raises(NoSuchCoordinator):
        await loaded(db, bundle(reviewer, Reply(tag, b"1")), owner)
    with pytest.raises(NoSuchCoordinator):
        await loaded(db, bundle(owner, Reply(tag, b"1")), reviewer)

    assert await rows(db, "tip_reply") == await rows(db, "loaded_bundle") == []


async def test_one_item_that_fails_leaves_nothing_of_the_bundle(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    async with db.transaction() as tx:
        await tx.execute("CREATE TRIGGER full BEFORE INSERT ON tip_label BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(IntegrityError):
        await loaded(db, bundle(reviewer, Reply(tag, b"1"), Labelling(tag, Label.SHARED)), owner)

    assert await rows(db, "tip_reply") == await rows(db, "loaded_bundle") == []
