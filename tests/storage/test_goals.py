"""A goal can be raised and nobody forgets the ones before; a milestone on the way is told once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.appeals.records import close_due
from storage.errors import NoSuchAppeal, WrongState
from storage.letters.broadcasts.planning import plan
from storage.petitions.counting.goals import (
    MILESTONES,
    Milestone,
    goals_set,
    mark_told,
    milestones,
    pass_milestones,
    set_goal,
)
from storage.petitions.counting.support import support_of
from storage.petitions.counting.tally import Bump, bump
from storage.petitions.signatures.records import Channel
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE, GOAL = "DEMO-002", 3_000


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


async def count(db: Database, by: int, channel: Channel = Channel.TELEGRAM) -> None:
    """Let so many more signatures count, or fewer."""
    async with db.transaction() as tx:
        await bump(tx, CODE, [Bump(channel, (), by)])


async def said(db: Database, after: timedelta = timedelta()) -> list[tuple[int, int, int]]:
    """Goal, percent and count of what is told now."""
    told = await pass_milestones(db, NOW + after)
    for one in told:
        await mark_told(db, one, NOW + after)
    return [(one.goal, one.percent, one.signatures) for one in told]


async def test_half_of_the_goal_is_said_once(db: Database, petition: StoredAppeal) -> None:
    await count(db, 1_499)
    assert await said(db) == [(GOAL, 25, 1_499)]
    await count(db, 1)

    assert await said(db) == [(GOAL, 50, 1_500)]
    assert await said(db) == []


async def test_what_nobody_could_be_told_is_said_later_with_what_came_in_between(
    db: Database, petition: StoredAppeal
) -> None:
    await count(db, 400)
    for _ in range(2):
        assert [one.percent for one in await pass_milestones(db, NOW)] == [10]
    await count(db, 400)

    assert await said(db, timedelta(minutes=1)) == [(GOAL, 25, 800)]
    assert await said(db, timedelta(minutes=2)) == []


async def test_paper_brings_the_goal_nearer_too(db: Database, petition: StoredAppeal) -> None:
    await count(db, 1_000)
    await count(db, 2_000, Channel.PAPER)

    assert await said(db) == [(GOAL, 100, 3_000)]


async def test_of_several_passed_at_once_the_highest_is_said_and_all_are_kept(
    db: Database, petition: StoredAppeal
) -> None:
    await count(db, 2_400)

    assert await said(db, timedelta(hours=1)) == [(GOAL, 75, 2_400)]
    kept = await milestones(db, CODE)
    assert kept[-1] == Milestone(CODE, GOAL, 75, 2_400, NOW + timedelta(hours=1))
    assert [one.percent for one in kept] == [10, 25, 50, 75]


async def test_a_count_that_drops_and_passes_again_is_no_news(db: Database, petition: StoredAppeal) -> None:
    await count(db, 1_500)
    await said(db)
    await count(db, -1_300)
    assert await said(db) == []
    await count(db, 1_300)

    assert await said(db) == []
    assert [one.percent for one in await milestones(db, CODE)] == [10, 25, 50]


async def test_a_raised_goal_begins_anew_beyond_what_was_passed(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await count(db, 1_600)
    await said(db)
    assert await set_goal(db, CODE, 5_000, owner, NOW)
    assert await said(db) == []

    await count(db, 900)
    assert await said(db) == [(5_000, 50, 2_500)]
    assert [(one.goal, one.percent) for one in await milestones(db, CODE)] == [
        (GOAL, 10), (GOAL, 25), (GOAL, 50), (5_000, 50),
    ]  # fmt: skip


async def test_what_was_passed_just_before_the_goal_was_raised_is_not_said_of_the_new_one(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await count(db, 299)
    assert await said(db) == []
    await count(db, 301)  # passes 10 % before anybody looked
    await set_goal(db, CODE, 5_000, owner, NOW)

    assert await said(db) == []
    await count(db, 650)
    assert await said(db) == [(5_000, 25, 1_250)]


async def test_a_goal_that_is_set_back_does_not_say_again_what_it_said(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await count(db, 800)
    await said(db)
    await set_goal(db, CODE, 50_000, owner, NOW)
    await count(db, 1_000)
    await said(db)
    await set_goal(db, CODE, GOAL, owner, NOW)

    assert await said(db) == []
    await count(db, 450)
    assert await said(db) == [(GOAL, 75, 2_250)]


async def test_the_goal_of_a_corrected_sheet_says_nothing_of_what_was_passed(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await count(db, 1_600)
    await said(db)
    raised = petition.appeal.model_copy(update={"goal": 4_000})
    async with db.transaction() as tx:  # as a correction that was sent does
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, digest, author, drafted_at)
            VALUES (:code, 2, :document, '', :by, 0)
            """,
            {"code": CODE, "document": raised.model_dump_json(), "by": owner.id},
        )
        await tx.execute("UPDATE appeal SET version = 2 WHERE code = :code", {"code": CODE})

    assert await said(db) == []
    await count(db, 400)
    assert await said(db) == [(4_000, 50, 2_000)]


async def test_every_goal_is_kept_with_who_set_it_and_when(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    assert (await support_of(db, CODE)).goal is None
    await set_goal(db, CODE, 5_000, owner, NOW)
    await set_goal(db, CODE, 8_000, colleague, NOW + timedelta(days=1))

    assert [(one.signatures, one.by, one.at) for one in await goals_set(db, CODE)] == [
        (5_000, owner.alias, NOW),
        (8_000, colleague.alias, NOW + timedelta(days=1)),
    ]
    assert (await support_of(db, CODE)).goal == 8_000
    async with db.reading() as tx:
        noted = await tx.all("SELECT coordinator, subject, detail FROM audit WHERE deed = 'set_goal' ORDER BY id")
    assert [tuple(row) for row in noted] == [
        (owner.id, CODE, '{"signatures": 5000}'),
        (colleague.id, CODE, '{"signatures": 8000}'),
    ]


async def test_what_is_reached_already_is_no_goal(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    await count(db, 500)

    assert not await set_goal(db, CODE, 500, owner, NOW)
    assert await goals_set(db, CODE) == ()
    assert await set_goal(db, CODE, 501, owner, NOW)


async def test_only_an_open_petition_gets_another_goal(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    with pytest.raises(NoSuchAppeal):
        await set_goal(db, "NONE-001", 5_000, owner, NOW)
    with pytest.raises(WrongState):
        await set_goal(db, CODE, 5_000, owner, NOW)
    await plan(db, urgent, owner, NOW)
    await close_due(db, urgent.appeal.deadline)

    with pytest.raises(WrongState):
        await set_goal(db, CODE, 5_000, owner, urgent.appeal.deadline)


async def test_sheets_that_come_in_after_the_close_may_still_reach_the_goal(
    db: Database, petition: StoredAppeal
) -> None:
    await said(db)
    await close_due(db, petition.appeal.deadline)
    await count(db, 3_100, Channel.POST)

    assert await said(db) == [(GOAL, 100, 3_100)]


async def test_a_draft_and_a_petition_without_signatures_say_nothing(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    assert await said(db) == []
    await plan(db, urgent, owner, NOW)

    assert await said(db) == []
    assert await milestones(db, CODE) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.lists(st.one_of(st.integers(-900, 900), st.sampled_from(["goal 2000", "goal 4000"])), max_size=25))
async def test_no_milestone_of_a_goal_is_ever_said_twice(
    story: list[int | str], db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    async with db.transaction() as tx:
        for table in ("milestone", "goal", "tally"):
            await tx.execute(f"DELETE FROM {table}")
    heard: list[tuple[int, int]] = []
    total = 0
    for deed in story:
        if isinstance(deed, str):
            await set_goal(db, CODE, int(deed.removeprefix("goal ")), owner, NOW)
            continue
        change = max(deed, -total)
        total += change
        await count(db, change)
        for goal, percent, signatures in await said(db):
            assert signatures == total >= goal * percent / 100
            heard.append((goal, percent))

    assert len(heard) == len(set(heard))
    assert {percent for _, percent in heard} <= set(MILESTONES)
