"""Working through tips unread: claims that end, ratings that a second person agrees to, labels, trends, reminders."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from storage.audit import latest, verify
from storage.errors import (
    NeedsSecondSource,
    NoSuchCoordinator,
    NoSuchTip,
    NotHeld,
    NotRated,
    OwnRating,
    RaterGone,
    StorageError,
    TipHeld,
)
from storage.people.coordinators import Role, accept_invitation, dismiss, invite
from storage.tips.review.claims import CLAIMED_FOR, assign_tip, claim_tip, release_tip, take_over_tip
from storage.tips.review.closing import ClosedBecause, close_tip
from storage.tips.review.labels import label_in, label_tip, unlabel_tip
from storage.tips.review.queue import case, count_open, open_tips
from storage.tips.review.ratings import agree, rate_in, rate_tip
from storage.tips.review.reminders import mark_reminded, unclaimed_tips
from storage.tips.review.standing import Grades, Standing
from storage.tips.review.trends import note_trend
from storage.tips.words import ContentGrade, Label, SourceGrade, TipState
from tests.storage.conftest import NOW
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.database import Database
    from storage.people.coordinators import Coordinator

A, B = SourceGrade.COMPLETELY, SourceGrade.USUALLY
TRUE, PROBABLE, DOUBTFUL = ContentGrade.CONFIRMED, ContentGrade.PROBABLY_TRUE, ContentGrade.DOUBTFUL
DAY = timedelta(days=1)
KEPT = timedelta(days=90)
DONE = ClosedBecause.WORKED_THROUGH

PLAN = {
    (TipState.NEW, TipState.CLAIMED),
    (TipState.CLAIMED, TipState.NEW),  # let go, or over
    (TipState.CLAIMED, TipState.CORROBORATING),
    (TipState.CORROBORATING, TipState.CONFIRMED),
    (TipState.CORROBORATING, TipState.UNCONFIRMED),
    (TipState.CONFIRMED, TipState.CORROBORATING),  # rated anew
    (TipState.UNCONFIRMED, TipState.CORROBORATING),
    (TipState.CLAIMED, TipState.CLOSED),
    (TipState.CORROBORATING, TipState.CLOSED),
    (TipState.CONFIRMED, TipState.CLOSED),
    (TipState.UNCONFIRMED, TipState.CLOSED),
}
"""Spelled out here and nowhere derived: this is what the organisation relies on."""

people = st.integers(1, 3)
grades = st.builds(Grades, st.sampled_from(SourceGrade), st.sampled_from(ContentGrade))


class ATipAmongReviewers(RuleBasedStateMachine):
    """Three people do to one tip whatever they like, at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.standing = Standing()
        self.path = [TipState.NEW]

    def does(self, deed: Callable[[], Standing]) -> bool:
        try:
            self.standing = deed()
        except StorageError:
            return False
        self.path.append(self.standing.state)
        return True

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.path.append(self.standing.as_of(self.now).state)

    @rule(by=people)
    def claim(self, by: int) -> None:
        free = self.standing.as_of(self.now).claim is None and self.standing.state is not TipState.CLOSED
        done = self.does(lambda: self.standing.claimed(by, self.now))
        assert done or not free, "a claim that was over stood in the way"

    @rule(by=people, to=people)
    def assign(self, by: int, to: int) -> None:
        self.does(lambda: self.standing.assigned(to, by, self.now))

    @rule(by=people)
    def release(self, by: int) -> None:
        if self.does(lambda: self.standing.released(by, self.now)):
            assert self.standing.claim is None

    @rule(by=people, given=grades)
    def rate(self, by: int, given: Grades) -> None:
        before = self.standing.as_of(self.now)
        if self.does(lambda: self.standing.rated(given, by, self.now)):
            assert before.claim is not None
            assert before.claim.by == by

    @rule(by=people, given=grades)
    def agree(self, by: int, given: Grades) -> None:
        self.does(lambda: self.standing.agreed(given, by, self.now))

    @rule(by=people)
    def agree_to_what_stands(self, by: int) -> None:
        if (rating := self.standing.rating) is not None:
            self.does(lambda: self.standing.agreed(rating.grades, by, self.now))

    @rule(by=people)
    def close(self, by: int) -> None:
        self.does(lambda: self.standing.closed(by, self.now))

    @invariant()
    def only_the_steps_of_the_plan_were_taken(self) -> None:
        taken = {step for step in pairwise(self.path) if step[0] is not step[1]}
        assert taken <= PLAN

    @invariant()
    def nobody_has_agreed_to_their_own(self) -> None:
        rating = self.standing.rating
        assert rating is None or rating.by != rating.agreed_by

    @invariant()
    def a_word_is_only_as_good_as_two_people(self) -> None:
        rating, state = self.standing.rating, self.standing.state
        if state in {TipState.CONFIRMED, TipState.UNCONFIRMED}:
            assert rating is not None
            assert rating.agreed_by is not None
            assert (rating.grades.content == TRUE) == (state is TipState.CONFIRMED)

    @invariant()
    def nobody_holds_it_for_longer_than_a_day(self) -> None:
        claim = self.standing.claim
        assert claim is None or claim.until <= self.now + CLAIMED_FOR
        assert self.standing.state is not TipState.NEW or claim is None


TestATipAmongReviewers = ATipAmongReviewers.TestCase
TestATipAmongReviewers.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)


@pytest.fixture
async def reviewer(db: Database, owner: Coordinator) -> Coordinator:
    return await accept_invitation(db, await invite(db, Role.REVIEWER, owner, NOW), 3, NOW)


async def state_of(db: Database, tag: str, now: datetime = NOW) -> TipState:
    return (await case(db, tag)).standing.as_of(now).state


async def holder_of(db: Database, tag: str, now: datetime = NOW) -> int | None:
    claim = (await case(db, tag)).standing.as_of(now).claim
    return claim.by if claim else None


async def deeds(db: Database, tag: str) -> list[str]:
    return [entry.name for entry in reversed(await latest(db, 50)) if entry.subject == tag]


async def test_a_whole_life_is_in_the_audit_by_tag_and_fixed_words(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    assert await state_of(db, tag) is TipState.NEW
    await claim_tip(db, tag, owner, NOW)
    assert await state_of(db, tag) is TipState.CLAIMED
    await label_tip(db, tag, Label.SECOND_SOURCE, owner, NOW)
    await rate_tip(db, tag, A, TRUE, owner, NOW)
    assert await state_of(db, tag) is TipState.CORROBORATING
    await agree(db, tag, A, TRUE, reviewer, NOW)
    assert await state_of(db, tag) is TipState.CONFIRMED
    await label_tip(db, tag, Label.SHARED, reviewer, NOW)
    await close_tip(db, tag, DONE, owner, NOW, KEPT)

    assert await state_of(db, tag) is TipState.CLOSED
    assert await deeds(db, tag) == ["claim_tip", "label_tip", "rate_tip", "agree_to_rating", "label_tip", "close_tip"]
    rows = await db.all("SELECT detail FROM audit WHERE subject = :tag ORDER BY id", {"tag": tag})
    assert [json.loads(row["detail"]) for row in rows] == [
        {},
        {"label": "second_source"},
        {"rating": "A1"},
        {"rating": "A1"},
        {"label": "shared"},
        {"reason": "worked_through"},
    ]
    assert (await verify(db)).broken_at is None
    assert (await open_tips(db), await count_open(db)) == ((), 0)


async def test_of_two_who_claim_at_once_one_gets_it(db: Database, owner: Coordinator, reviewer: Coordinator) -> None:
    tag = await keep_tip(db, NOW)

    results = await asyncio.gather(*(claim_tip(db, tag, one, NOW) for one in (owner, reviewer)), return_exceptions=True)

    assert sorted(map(str, map(type, results))) == sorted(map(str, (type(None), TipHeld)))
    assert await holder_of(db, tag) in {owner.id, reviewer.id}
    assert await deeds(db, tag) == ["claim_tip"]


async def test_a_claim_ends_after_a_day_unless_its_holder_does_something(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    soon, later = NOW + CLAIMED_FOR - timedelta(seconds=1), NOW + CLAIMED_FOR + timedelta(hours=1)
    with pytest.raises(TipHeld):
        await claim_tip(db, tag, reviewer, soon)
    await label_tip(db, tag, Label.CHILDREN, owner, soon)
    with pytest.raises(TipHeld):
        await claim_tip(db, tag, reviewer, later)

    assert await state_of(db, tag, soon + CLAIMED_FOR) is TipState.NEW
    with pytest.raises(NotHeld):
        await rate_tip(db, tag, A, TRUE, owner, soon + CLAIMED_FOR)
    await claim_tip(db, tag, reviewer, soon + CLAIMED_FOR)
    assert await holder_of(db, tag, soon + CLAIMED_FOR) == reviewer.id


async def test_a_colleagues_deed_does_not_make_the_claim_longer(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    await label_tip(db, tag, Label.CHILDREN, reviewer, NOW + timedelta(hours=20))
    assert not await assign_tip(db, tag, owner, reviewer, NOW + timedelta(hours=20))

    assert await holder_of(db, tag, NOW + CLAIMED_FOR) is None


async def test_what_was_let_go_is_free_and_keeps_its_rating(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    await release_tip(db, tag, owner, NOW)
    assert await state_of(db, tag) is TipState.NEW
    await release_tip(db, tag, owner, NOW)
    assert await deeds(db, tag) == ["claim_tip", "release_tip"]
    await claim_tip(db, tag, reviewer, NOW)
    await rate_tip(db, tag, B, PROBABLE, reviewer, NOW)
    with pytest.raises(TipHeld):
        await release_tip(db, tag, owner, NOW)
    await release_tip(db, tag, reviewer, NOW)

    found = await case(db, tag)
    assert (found.standing.state, found.holder, found.rater) == (TipState.CORROBORATING, None, reviewer.alias)


async def test_a_tip_is_given_to_a_colleague_by_whoever_holds_it(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    assert await assign_tip(db, tag, reviewer, owner, NOW)
    assert not await assign_tip(db, tag, reviewer, owner, NOW)
    with pytest.raises(TipHeld):
        await assign_tip(db, tag, owner, owner, NOW)
    assert await assign_tip(db, tag, owner, reviewer, NOW)

    assert await holder_of(db, tag) == owner.id
    assert await deeds(db, tag) == ["assign_tip", "assign_tip"]


async def test_nobody_agrees_to_their_own_rating_nor_to_one_that_is_over(
    db: Database, owner: Coordinator, reviewer: Coordinator, colleague: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    await label_tip(db, tag, Label.SECOND_SOURCE, owner, NOW)
    with pytest.raises(NotRated):
        await agree(db, tag, A, TRUE, reviewer, NOW)
    await rate_tip(db, tag, A, TRUE, owner, NOW)
    with pytest.raises(OwnRating):
        await agree(db, tag, A, TRUE, owner, NOW)
    await rate_tip(db, tag, B, TRUE, owner, NOW)
    with pytest.raises(NotRated):  # the button of what stood before
        await agree(db, tag, A, TRUE, reviewer, NOW)
    assert await agree(db, tag, B, TRUE, reviewer, NOW)
    assert not await agree(db, tag, B, TRUE, reviewer, NOW)
    with pytest.raises(NotRated):
        await agree(db, tag, B, TRUE, colleague, NOW)

    assert await state_of(db, tag) is TipState.CONFIRMED


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (1, TipState.CONFIRMED),
        (2, TipState.CORROBORATING),
        (3, TipState.CORROBORATING),
        (4, TipState.UNCONFIRMED),
        (5, TipState.UNCONFIRMED),
        (6, TipState.CORROBORATING),
    ],
)
async def test_what_an_agreed_digit_makes_of_a_tip(
    content: int, state: TipState, db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    await label_tip(db, tag, Label.SECOND_SOURCE, owner, NOW)
    await rate_tip(db, tag, A, ContentGrade(content), owner, NOW)
    await agree(db, tag, A, ContentGrade(content), reviewer, NOW)
    found = await case(db, tag)
    assert (found.standing.state, found.second) == (state, reviewer.alias)
    assert not await rate_tip(db, tag, A, ContentGrade(content), owner, NOW)  # said again, and nothing new
    assert await state_of(db, tag) is state

    await rate_tip(db, tag, B, ContentGrade(content), owner, NOW)

    found = await case(db, tag)
    assert (found.standing.state, found.second) == (TipState.CORROBORATING, None)


async def test_a_rating_out_of_a_bundle_claims_what_nobody_else_holds(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    free, held = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    await claim_tip(db, held, reviewer, NOW)
    async with db.transaction() as tx:
        assert await rate_in(tx, free, A, PROBABLE, owner, NOW)
        assert await label_in(tx, free, Label.NEEDS_REPLY, owner, NOW)
        assert not await label_in(tx, free, Label.NEEDS_REPLY, owner, NOW)

    assert (await holder_of(db, free), await state_of(db, free)) == (owner.id, TipState.CORROBORATING)
    with pytest.raises(TipHeld):
        async with db.transaction() as tx:
            await rate_in(tx, free, B, PROBABLE, owner, NOW)
            await rate_in(tx, held, A, PROBABLE, owner, NOW)
    found = await case(db, free)
    assert found.standing.rating is not None
    assert found.standing.rating.grades == Grades(A, PROBABLE)  # all of a transaction or nothing
    with pytest.raises(NoSuchTip):
        async with db.transaction() as tx:
            await rate_in(tx, "ZZZZ", A, PROBABLE, owner, NOW)


async def test_labels_are_put_on_and_taken_off_once(db: Database, owner: Coordinator) -> None:
    tag = await keep_tip(db, NOW)
    assert await label_tip(db, tag, Label.SHARED, owner, NOW)
    assert not await label_tip(db, tag, Label.SHARED, owner, NOW)
    assert await label_tip(db, tag, Label.CHILDREN, owner, NOW)
    assert (await case(db, tag)).labels == (Label.CHILDREN, Label.SHARED)
    assert await unlabel_tip(db, tag, Label.SHARED, owner, NOW)
    assert not await unlabel_tip(db, tag, Label.SHARED, owner, NOW)

    assert (await open_tips(db))[0].labels == (Label.CHILDREN,)
    assert await deeds(db, tag) == ["label_tip", "label_tip", "unlabel_tip"]


async def test_of_a_closed_tip_nothing_more_is_made(db: Database, owner: Coordinator, reviewer: Coordinator) -> None:
    tag = await keep_tip(db, NOW)
    with pytest.raises(NotHeld):
        await close_tip(db, tag, DONE, owner, NOW, KEPT)
    await claim_tip(db, tag, owner, NOW)
    await rate_tip(db, tag, A, PROBABLE, owner, NOW)
    with pytest.raises(TipHeld):
        await close_tip(db, tag, DONE, reviewer, NOW, KEPT)
    await close_tip(db, tag, DONE, owner, NOW, KEPT)
    for deed in (
        claim_tip(db, tag, owner, NOW),
        release_tip(db, tag, owner, NOW),
        assign_tip(db, tag, reviewer, owner, NOW),
        rate_tip(db, tag, A, DOUBTFUL, owner, NOW),
        agree(db, tag, A, PROBABLE, reviewer, NOW),
        label_tip(db, tag, Label.SHARED, owner, NOW),
        close_tip(db, tag, DONE, owner, NOW, KEPT),
    ):
        with pytest.raises(NoSuchTip):
            await deed

    assert (await case(db, tag)).expires_on == (NOW.date() + KEPT).isoformat()


async def test_closing_never_makes_a_life_longer(db: Database, owner: Coordinator) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    before = (await case(db, tag)).expires_on
    await close_tip(db, tag, DONE, owner, NOW, timedelta(days=900))

    assert (await case(db, tag)).expires_on == before


async def test_who_is_dismissed_holds_nothing_and_nobody_agrees_to_what_they_rated_any_more(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    only_claimed, rated = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    await claim_tip(db, only_claimed, reviewer, NOW)
    await claim_tip(db, rated, reviewer, NOW)
    await rate_tip(db, rated, A, PROBABLE, reviewer, NOW)
    await dismiss(db, reviewer.alias, owner, NOW)

    assert [(tip.standing.claim, tip.holder) for tip in await open_tips(db)] == [(None, None)] * 2
    assert (await state_of(db, only_claimed), await state_of(db, rated)) == (TipState.NEW, TipState.CORROBORATING)
    with pytest.raises(RaterGone):
        await agree(db, rated, A, PROBABLE, owner, NOW)
    for deed in (
        claim_tip(db, only_claimed, reviewer, NOW),
        assign_tip(db, only_claimed, reviewer, owner, NOW),
        label_tip(db, only_claimed, Label.SHARED, reviewer, NOW),
    ):
        with pytest.raises(NoSuchCoordinator):  # a press that was on its way
            await deed


async def test_tips_come_most_urgent_then_oldest_first_in_parts(db: Database) -> None:
    late = await keep_tip(db, NOW, number=1, urgency="critical")
    early = await keep_tip(db, NOW - DAY, number=2, urgency="critical")
    high = await keep_tip(db, NOW - 3 * DAY, number=3, urgency="high")
    normal = await keep_tip(db, NOW - 9 * DAY, number=4, urgency="normal")

    assert [tip.tag for tip in await open_tips(db)] == [early, late, high, normal]
    assert [tip.tag for tip in await open_tips(db, 1, 2)] == [late, high]
    assert await count_open(db) == 4
    with pytest.raises(NoSuchTip):
        await case(db, "ZZZZ")


async def test_the_third_tip_of_a_category_within_seven_days_is_a_trend_once(db: Database) -> None:
    today = NOW.date()
    await keep_tip(db, NOW - 7 * DAY, number=1)
    await keep_tip(db, NOW - 6 * DAY, number=2)
    await keep_tip(db, NOW, number=3)
    assert await note_trend(db, "arrest", today) is None  # the first came more than seven days before the third
    await keep_tip(db, NOW, number=4)
    await keep_tip(db, NOW, number=5, category="notice")

    assert await note_trend(db, "arrest", today) == 3
    assert await note_trend(db, "notice", today) is None
    for number in range(6, 9):
        await keep_tip(db, NOW + 6 * DAY, number=number)
    assert await note_trend(db, "arrest", today + 6 * DAY) is None
    assert await note_trend(db, "arrest", today + 7 * DAY) == 3


async def test_a_tip_that_nobody_claimed_is_reminded_of_once_on_a_later_day(db: Database, owner: Coordinator) -> None:
    tags = [await keep_tip(db, NOW, number=number) for number in range(1, 5)]
    free, over, held, rated = tags
    for tag in (over, rated):
        await claim_tip(db, tag, owner, NOW)
    await rate_tip(db, rated, A, PROBABLE, owner, NOW)
    now = NOW + CLAIMED_FOR
    await claim_tip(db, held, owner, now)
    today = now.date()
    assert await unclaimed_tips(db, NOW.date(), NOW) == ()  # the day of arrival is not over

    waiting = await unclaimed_tips(db, today, now)
    assert {tip.tag for tip in waiting} == {free, over}
    await mark_reminded(db, waiting, today)
    await release_tip(db, held, owner, now)
    assert await unclaimed_tips(db, today, now) == ()  # the day has had its reminder
    assert [tip.tag for tip in await unclaimed_tips(db, today + DAY, now + DAY)] == [held]


async def test_nothing_is_confirmed_without_the_label_of_a_second_source(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, owner, NOW)
    with pytest.raises(NeedsSecondSource):
        await rate_tip(db, tag, A, TRUE, owner, NOW)
    await label_tip(db, tag, Label.SECOND_SOURCE, owner, NOW)
    await rate_tip(db, tag, A, TRUE, owner, NOW)
    await unlabel_tip(db, tag, Label.SECOND_SOURCE, owner, NOW)
    with pytest.raises(NeedsSecondSource):
        await agree(db, tag, A, TRUE, reviewer, NOW)

    assert await state_of(db, tag) is TipState.CORROBORATING


async def test_who_left_and_came_back_does_not_agree_with_themselves_and_what_was_agreed_stands(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag, agreed = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    for one in (tag, agreed):
        await claim_tip(db, one, reviewer, NOW)
        await rate_tip(db, one, A, DOUBTFUL, reviewer, NOW)
    await agree(db, agreed, A, DOUBTFUL, owner, NOW)
    await dismiss(db, reviewer.alias, owner, NOW)
    again = await accept_invitation(db, await invite(db, Role.REVIEWER, owner, NOW), reviewer.person, NOW)
    with pytest.raises(RaterGone):
        await agree(db, tag, A, DOUBTFUL, again, NOW)
    assert await state_of(db, agreed) is TipState.UNCONFIRMED
    await claim_tip(db, tag, owner, NOW)
    assert await rate_tip(db, tag, A, DOUBTFUL, owner, NOW)

    assert await agree(db, tag, A, DOUBTFUL, again, NOW)


async def test_an_owner_takes_over_what_a_colleague_holds_and_nobody_else_does(
    db: Database, owner: Coordinator, reviewer: Coordinator, colleague: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, colleague, NOW)
    with pytest.raises(TipHeld):
        await take_over_tip(db, tag, reviewer, NOW)
    await take_over_tip(db, tag, owner, NOW)

    assert await holder_of(db, tag) == owner.id
    assert await deeds(db, tag) == ["claim_tip", "take_over_tip"]


async def test_who_gets_another_role_holds_nothing_any_more_and_does_nothing_as_what_they_were(
    db: Database, owner: Coordinator, reviewer: Coordinator
) -> None:
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, reviewer, NOW)
    await accept_invitation(db, await invite(db, Role.VIEWER, owner, NOW), reviewer.person, NOW)

    assert await state_of(db, tag) is TipState.NEW
    for deed in (claim_tip(db, tag, reviewer, NOW), release_tip(db, tag, reviewer, NOW)):
        with pytest.raises(NoSuchCoordinator):
            await deed


async def test_closing_counts_from_the_organisations_day_and_says_whether_anybody_rated(
    db: Database, owner: Coordinator
) -> None:
    rated, unrated = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    morning = datetime(2026, 11, 22, 20, 30, tzinfo=UTC).astimezone(ZoneInfo("Asia/Seoul"))
    for tag in (rated, unrated):
        await claim_tip(db, tag, owner, morning)
    await rate_tip(db, rated, A, PROBABLE, owner, morning)

    assert await close_tip(db, rated, DONE, owner, morning, KEPT)
    assert not await close_tip(db, unrated, DONE, owner, morning, KEPT)
    assert (await case(db, rated)).expires_on == "2027-02-21"


async def test_a_tip_whose_day_is_over_is_neither_listed_nor_worked_on(db: Database, owner: Coordinator) -> None:
    tag = await keep_tip(db, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE tip SET expires_on = :today", {"today": NOW.date().isoformat()})

    assert (await open_tips(db, today=NOW.date()), await count_open(db, today=NOW.date())) == ((), 0)
    assert await unclaimed_tips(db, NOW.date() + DAY, NOW + DAY) == ()
    with pytest.raises(NoSuchTip):
        await claim_tip(db, tag, owner, NOW)
