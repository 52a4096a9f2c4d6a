"""A role ends at once, and nothing of it is left but the alias of who did what."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.audit import latest
from storage.errors import InvitationSpent, LastOwner, NoSuchCoordinator
from storage.people.coordinators import (
    Role,
    accept_invitation,
    coordinators_with,
    dismiss,
    ensure_owners,
    find_coordinator,
    invite,
)
from storage.tips.review.claims import claim_tip
from storage.tips.review.queue import open_tips
from tests.storage.conftest import NOW
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator


async def owners(db: Database) -> list[int]:
    return [owner.person for owner in await coordinators_with(db, {Role.OWNER})]


async def test_an_owner_taken_out_of_the_configuration_is_none_from_the_next_start(db: Database) -> None:
    await ensure_owners(db, [1, 2], NOW)

    assert [gone.person for gone in await ensure_owners(db, [2, 3], NOW)] == [1]

    assert await owners(db) == [2, 3]
    assert await find_coordinator(db, 1) is None
    assert [(entry.alias, entry.name, entry.subject) for entry in await latest(db, 2)] == [
        ("owner-3", "join", "owner-3"),
        (None, "dismiss", "owner-1"),
    ]
    assert await ensure_owners(db, [2, 3], NOW) == ()


async def test_a_configuration_that_names_nobody_changes_nothing(db: Database) -> None:
    await ensure_owners(db, [1, 2], NOW)

    assert await ensure_owners(db, [], NOW) == ()
    assert await owners(db) == [1, 2]


async def test_with_the_role_go_the_person_their_tips_and_their_open_invitations(db: Database) -> None:
    await ensure_owners(db, [1, 2], NOW)
    hijacked, owner = await coordinators_with(db, {Role.OWNER})
    token = await invite(db, Role.VIEWER, hijacked, NOW)
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, hijacked, NOW)

    assert await dismiss(db, hijacked.alias, owner, NOW) == hijacked

    with pytest.raises(InvitationSpent):
        await accept_invitation(db, token, 9, NOW)
    assert [tip.holder for tip in await open_tips(db)] == [None]
    await claim_tip(db, tag, owner, NOW)
    async with db.reading() as tx:
        row = await tx.one("SELECT person, chat FROM coordinator WHERE alias = :alias", {"alias": hijacked.alias})
    assert row is not None
    assert tuple(row) == (None, None)


async def test_nobody_ends_their_own_role_nor_one_that_is_over(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    for alias in (owner.alias, "viewer-99", ""):
        with pytest.raises(NoSuchCoordinator):
            await dismiss(db, alias, owner, NOW)
    await dismiss(db, colleague.alias, owner, NOW)
    with pytest.raises(NoSuchCoordinator):
        await dismiss(db, colleague.alias, owner, NOW)
    with pytest.raises(NoSuchCoordinator):  # a press that was on its way when they were dismissed
        await dismiss(db, owner.alias, colleague, NOW)

    assert await owners(db) == [owner.person]


async def test_whoever_is_invited_again_has_a_new_alias(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await dismiss(db, colleague.alias, owner, NOW)
    again = await accept_invitation(
        db, await invite(db, Role.CAMPAIGNER, owner, NOW), colleague.person, NOW + timedelta(days=1)
    )

    assert (colleague.alias, again.alias) == ("campaigner-2", "campaigner-3")
    tag = await keep_tip(db, NOW)
    await claim_tip(db, tag, again, NOW)
    with pytest.raises(NoSuchCoordinator):
        await claim_tip(db, tag, colleague, NOW)


async def test_the_last_owner_stays_whoever_asks(db: Database) -> None:
    await ensure_owners(db, [1], NOW)
    (owner,) = await coordinators_with(db, {Role.OWNER})
    campaigner = await accept_invitation(db, await invite(db, Role.CAMPAIGNER, owner, NOW), 2, NOW)

    with pytest.raises(LastOwner):
        await dismiss(db, owner.alias, campaigner, NOW)
    with pytest.raises(NoSuchCoordinator):
        await dismiss(db, owner.alias, owner, NOW)

    assert await coordinators_with(db, {Role.OWNER}) == (owner,)
