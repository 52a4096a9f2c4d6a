"""The coalition: who is a member, who may endorse for it, and what becomes of an endorsement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import StoredAppeal, add_draft, approve, find_appeal, submit
from storage.audit import latest, verify
from storage.errors import (
    AlreadyRepresents,
    InvitationSpent,
    LaterVersion,
    NoSuchAppeal,
    NoSuchOrganisation,
    NotRepresentative,
    OrganisationKnown,
    WrongState,
)
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import Coordinator, dismiss
from storage.people.organisations import (
    Member,
    Organisation,
    add_organisations,
    come_back,
    find_organisation,
    leave,
    organisations,
)
from storage.people.own_data import forget, own_data
from storage.people.representatives import (
    accept_representation,
    end_representation,
    invite_representative,
    representatives_of,
    represented_by,
)
from storage.petitions.counting.support import support_of
from storage.petitions.endorsements import Endorsement, endorse, endorsed_by, take_back
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database

CODE = "DEMO-002"
TODAY = date(2026, 11, 22)
RIVER = Member("River Watch", "KR", date(2019, 3, 1))
SPEAKER, STRANGER = 7_700_000_001, 7_700_000_002


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


@pytest.fixture
async def river(db: Database, owner: Coordinator) -> Organisation:
    """A member that SPEAKER represents."""
    await add_organisations(db, [RIVER], owner, NOW)
    (entered,) = await organisations(db)
    token = await invite_representative(db, entered.id, owner, NOW)
    await accept_representation(db, token, SPEAKER, NOW)
    return entered


async def endorsers(db: Database) -> int:
    return (await support_of(db, CODE)).organisations


async def correct(db: Database, author: Coordinator, reviewer: Coordinator) -> None:
    """Let a second text take the place of the first."""
    appeal = (await find_appeal(db, CODE)).appeal
    note = dict.fromkeys(appeal.texts, "The day was wrong.")
    number = await add_draft(db, appeal.model_copy(update={"change_note": note}), author, NOW)
    await submit(db, CODE, number, author, NOW)
    await approve(db, CODE, number, reviewer, NOW, needed=1)
    await plan_correction(db, CODE, number, author, NOW)


async def test_the_register_has_members_by_name_and_then_those_that_left(db: Database, owner: Coordinator) -> None:
    names = ("Zephyr", "abc Network", "River Watch")
    await add_organisations(db, [Member(name, "KR", TODAY) for name in names], owner, NOW)
    first = (await organisations(db))[0]
    await leave(db, first.id, TODAY, owner, NOW)

    assert [(one.name, one.left_on) for one in await organisations(db)] == [
        ("River Watch", None),
        ("Zephyr", None),
        ("abc Network", TODAY),
    ]


async def test_an_organisation_is_entered_once_and_all_of_a_list_or_none(db: Database, owner: Coordinator) -> None:
    await add_organisations(db, [RIVER], owner, NOW)

    with pytest.raises(OrganisationKnown):
        await add_organisations(db, [Member("Other", "JP", TODAY), Member("RIVER watch", "JP", TODAY)], owner, NOW)

    assert [one.name for one in await organisations(db)] == ["River Watch"]


async def test_an_invitation_works_once_and_for_two_days(db: Database, owner: Coordinator, river: Organisation) -> None:
    first, second = [await invite_representative(db, river.id, owner, NOW) for _ in range(2)]
    await accept_representation(db, first, STRANGER, NOW + timedelta(days=2, seconds=-1))

    with pytest.raises(InvitationSpent):
        await accept_representation(db, first, 12, NOW)
    with pytest.raises(InvitationSpent):
        await accept_representation(db, second, 12, NOW + timedelta(days=2))
    with pytest.raises(InvitationSpent):
        await accept_representation(db, "invented", 12, NOW)


async def test_one_person_speaks_for_one_organisation(db: Database, owner: Coordinator, river: Organisation) -> None:
    await add_organisations(db, [Member("Other", "JP", TODAY)], owner, NOW)
    other = (await organisations(db))[0]
    token = await invite_representative(db, other.id, owner, NOW)

    with pytest.raises(AlreadyRepresents):
        await accept_representation(db, token, SPEAKER, NOW)

    assert await represented_by(db, SPEAKER) == river
    assert await accept_representation(db, token, STRANGER, NOW) == other  # it was not spent


async def test_a_representative_endorses_the_version_that_they_read(
    db: Database, petition: StoredAppeal, river: Organisation
) -> None:
    assert await endorse(db, CODE, 1, SPEAKER, NOW) == river
    assert await endorse(db, CODE, 1, SPEAKER, NOW) is None  # tapped twice

    assert await endorsed_by(db, river.id) == (Endorsement(CODE, 1, 1),)
    assert await endorsers(db) == 1


async def test_a_text_that_was_replaced_cannot_be_endorsed_and_the_new_one_takes_its_place(
    db: Database, petition: StoredAppeal, river: Organisation, owner: Coordinator, colleague: Coordinator
) -> None:
    await endorse(db, CODE, 1, SPEAKER, NOW)
    await correct(db, owner, colleague)

    with pytest.raises(LaterVersion):
        await endorse(db, CODE, 1, SPEAKER, NOW)
    assert await endorsed_by(db, river.id) == (Endorsement(CODE, 1, 2),)
    assert await endorse(db, CODE, 2, SPEAKER, NOW) == river
    assert await endorsed_by(db, river.id) == (Endorsement(CODE, 2, 2),)
    assert await endorsers(db) == 1


async def test_nobody_endorses_without_authority(
    db: Database, petition: StoredAppeal, river: Organisation, owner: Coordinator
) -> None:
    (representative,) = await representatives_of(db, river.id, NOW)
    await endorse(db, CODE, 1, SPEAKER, NOW)
    await end_representation(db, river.id, representative.id, owner, NOW)

    for person in (SPEAKER, STRANGER):
        with pytest.raises(NotRepresentative):
            await endorse(db, CODE, 1, person, NOW)
        with pytest.raises(NotRepresentative):
            await take_back(db, CODE, person, NOW)
    assert await endorsers(db) == 1  # it is the organisation's, and stays


async def test_only_open_appeals_are_endorsed(
    db: Database, urgent: StoredAppeal, river: Organisation, owner: Coordinator
) -> None:
    with pytest.raises(NoSuchAppeal):
        await endorse(db, "NO-1", 1, SPEAKER, NOW)
    with pytest.raises(WrongState):
        await endorse(db, CODE, 1, SPEAKER, NOW)  # approved, not sent
    await plan(db, urgent, owner, NOW)
    with pytest.raises(WrongState):
        await endorse(db, CODE, 1, SPEAKER, urgent.appeal.deadline)
    assert await endorsers(db) == 0


async def test_an_endorsement_is_taken_back_once(db: Database, petition: StoredAppeal, river: Organisation) -> None:
    await endorse(db, CODE, 1, SPEAKER, NOW)

    assert await take_back(db, CODE, SPEAKER, petition.appeal.deadline) == river
    assert await take_back(db, CODE, SPEAKER, NOW) is None
    assert await endorsers(db) == 0


async def test_who_left_endorses_nothing_new_and_keeps_or_takes_back_the_rest(
    db: Database, petition: StoredAppeal, river: Organisation, owner: Coordinator
) -> None:
    await endorse(db, CODE, 1, SPEAKER, NOW)
    token = await invite_representative(db, river.id, owner, NOW)
    assert await leave(db, river.id, TODAY, owner, NOW)
    assert not await leave(db, river.id, TODAY, owner, NOW)

    with pytest.raises(NoSuchOrganisation):
        await endorse(db, CODE, 1, SPEAKER, NOW)
    with pytest.raises(NoSuchOrganisation):
        await invite_representative(db, river.id, owner, NOW)
    with pytest.raises(InvitationSpent):
        await accept_representation(db, token, STRANGER, NOW)
    assert await endorsers(db) == 1
    assert await take_back(db, CODE, SPEAKER, NOW) is not None
    assert await endorsers(db) == 0


async def test_who_comes_back_is_a_member_from_that_day(
    db: Database, petition: StoredAppeal, river: Organisation, owner: Coordinator
) -> None:
    assert not await come_back(db, river.id, TODAY, owner, NOW)
    await leave(db, river.id, TODAY, owner, NOW)
    assert await come_back(db, river.id, TODAY, owner, NOW)

    assert await find_organisation(db, river.id) == replace(river, since=TODAY)
    assert await endorse(db, CODE, 1, SPEAKER, NOW) is not None


async def test_sixty_one_organisations_are_counted_and_no_signature_with_them(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    keep = frozenset({Purpose.KEEP})
    await sign(db, Signing(CODE, 1, 99, "Signer", "KR", keep, "1", "en", NOW, NOW.date()))
    await add_organisations(db, [Member(f"Member {n}", "KR", TODAY) for n in range(61)], owner, NOW)
    for one in await organisations(db):
        person = 1_000 + one.id
        await accept_representation(db, await invite_representative(db, one.id, owner, NOW), person, NOW)
        await endorse(db, CODE, 1, person, NOW)

    support = await support_of(db, CODE)

    assert (support.organisations, support.total.all) == (61, 1)


async def test_every_deed_is_in_the_audit_without_a_name(
    db: Database, petition: StoredAppeal, river: Organisation, owner: Coordinator
) -> None:
    await endorse(db, CODE, 1, SPEAKER, NOW)
    await take_back(db, CODE, SPEAKER, NOW)
    (representative,) = await representatives_of(db, river.id, NOW)
    await end_representation(db, river.id, representative.id, owner, NOW)
    await leave(db, river.id, TODAY, owner, NOW)
    await come_back(db, river.id, TODAY, owner, NOW)

    number = f"organisation-{river.id}"
    assert [(one.name, one.subject, one.alias) for one in reversed(await latest(db, 8))] == [
        ("add_organisation", number, owner.alias),
        ("invite_representative", number, owner.alias),
        ("join_representative", number, None),
        ("endorse", CODE, None),
        ("take_back", CODE, None),
        ("end_representative", number, owner.alias),
        ("leave_organisation", number, owner.alias),
        ("return_organisation", number, owner.alias),
    ]
    assert (await verify(db)).broken_at is None


async def test_an_invitation_can_be_ended_and_goes_with_the_role_of_whoever_made_it(
    db: Database, owner: Coordinator, colleague: Coordinator, river: Organisation
) -> None:
    ended = await invite_representative(db, river.id, owner, NOW)
    row = (await representatives_of(db, river.id, NOW))[-1]
    assert row.person is None
    assert await end_representation(db, river.id + 1, row.id, owner, NOW) is None
    assert await end_representation(db, river.id, row.id, owner, NOW) == row
    assert await end_representation(db, river.id, row.id, owner, NOW) is None
    orphan = await invite_representative(db, river.id, colleague, NOW)
    await dismiss(db, colleague.alias, owner, NOW)

    for token in (ended, orphan):
        with pytest.raises(InvitationSpent):
            await accept_representation(db, token, STRANGER, NOW)
    assert [one.person for one in await representatives_of(db, river.id, NOW)] == [SPEAKER]


async def test_representatives_see_what_is_kept_of_them_and_forgetting_leaves_the_organisation_s(
    db: Database, petition: StoredAppeal, river: Organisation
) -> None:
    await endorse(db, CODE, 1, SPEAKER, NOW)
    assert (await own_data(db, SPEAKER))["representing"] == {
        "organisation": "River Watch",
        "endorsed": [{"appeal": CODE, "version": 1, "at": NOW.isoformat()}],
    }

    await forget(db, SPEAKER)

    assert (await own_data(db, SPEAKER))["representing"] is None
    assert await represented_by(db, SPEAKER) is None
    assert await representatives_of(db, river.id, NOW) == ()
    assert await endorsers(db) == 1


async def test_neither_token_nor_account_can_be_read_in_the_file(
    db: Database, river: Organisation, owner: Coordinator, tmp_path: Path
) -> None:
    token = await invite_representative(db, river.id, owner, NOW)

    written = b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))

    assert all(word not in written for word in (token.encode(), str(SPEAKER).encode()))
