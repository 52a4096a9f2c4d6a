"""Signed bundles are loaded whole and once, in the name of whoever signed them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from sqlite3 import IntegrityError
from typing import TYPE_CHECKING

import pytest

from storage.audit import Deed, latest, record
from storage.errors import BundleOutOfTime, BundleUsed, NoSuchCoordinator, NotAReviewer
from storage.people.coordinators import Coordinator, Role, accept_invitation, dismiss, invite
from storage.tips import records
from storage.tips.bundles import Bundle, Labelling, Rating, Reply
from storage.tips.loading import Loaded, load_bundle
from storage.tips.review.claims import claim_tip
from storage.tips.review.closing import ClosedBecause, close_tip
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
    await close_tip(db, closed, ClosedBecause.DUPLICATE, owner, NOW, timedelta(days=90))
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

    assert told == Loaded((closed,), (free,), (), (closed, "ZZZZ", expired, closed), (held,))
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


@pytest.mark.parametrize("days", [-31, 2, 30_000])
async def test_what_was_signed_long_ago_or_on_a_day_to_come_is_refused(
    db: Database, owner: Coordinator, reviewer: Coordinator, days: int
) -> None:
    tag = await keep_tip(db, NOW - timedelta(days=100))
    given = replace(bundle(reviewer, Rating(tag, *B2)), made_on=NOW.date() + timedelta(days=days))
    with pytest.raises(BundleOutOfTime):
        await loaded(db, given, owner)

    assert await rows(db, "loaded_bundle") == []
    assert (await case(db, tag)).rater is None


async def test_an_older_bundle_does_not_undo_a_newer_one_of_its_author(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW - timedelta(days=20))
    today = NOW.date()
    await loaded(db, replace(bundle(reviewer, Rating(tag, *B2)), made_on=today - timedelta(days=1)), owner)
    older = bundle(reviewer, Rating(tag, SourceGrade.COMPLETELY, ContentGrade.DOUBTFUL), number=2)
    with pytest.raises(BundleOutOfTime):
        await loaded(db, replace(older, made_on=today - timedelta(days=2)), owner)

    assert (await case(db, tag)).standing.rating is not None
    others = replace(bundle(owner, Labelling(tag, Label.SHARED), number=3), made_on=today - timedelta(days=9))
    assert (await loaded(db, others, owner)).labels == (tag,)


async def test_what_was_written_before_the_tip_came_is_not_for_it(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    items = (Reply(tag, b"1"), Rating(tag, *B2), Labelling(tag, Label.SHARED))
    told = await loaded(db, replace(bundle(reviewer, *items), made_on=NOW.date() - timedelta(days=2)), owner)

    assert told == Loaded((), (), (), (tag, tag, tag), ())


async def test_a_bundle_confirms_only_with_a_second_source_which_it_may_bring_along(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    alone, two = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    confirmed = (SourceGrade.USUALLY, ContentGrade.CONFIRMED)
    items = (Rating(alone, *confirmed), Rating(two, *confirmed), Labelling(two, Label.SECOND_SOURCE))
    told = await loaded(db, bundle(reviewer, *items), owner)

    assert told == Loaded((), (two,), (two,), (), (), (alone,))
    assert (await case(db, alone)).holder is None


async def test_no_tag_is_given_out_that_the_audit_knows(
    db: Database, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with db.transaction() as tx:
        await record(tx, Deed(NOW, None, "erase_tip", "K7MX"))
    tags = iter(("K7MX", "K7MX", "P3TD"))
    monkeypatch.setattr(records, "new_tag", lambda: next(tags))

    assert await keep_tip(db, NOW) == "P3TD"
