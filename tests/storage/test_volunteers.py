"""Volunteers: offered once, answered once, and gone at a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.audit import latest
from storage.letters.broadcasts.planning import plan
from storage.people.own_data import forget, own_data
from storage.petitions.collecting.links import LinkKind, links_of
from storage.petitions.collecting.volunteering import accept_volunteer, decline_volunteer, offer, stop_volunteering
from storage.petitions.collecting.volunteers import (
    Offer,
    SchoolGroup,
    Volunteer,
    VolunteerState,
    erase_volunteers,
    find_volunteer,
    volunteers_of,
)
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
SUJIN, AMINA = 11, 12
SCHOOL = SchoolGroup("Hanbit High School, class 2-3", "Ms Kim, kim@school.example")


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


async def offered(db: Database, person: int, school: SchoolGroup | None = None) -> Volunteer:
    await offer(db, Offer(CODE, person, f"Name {person}", school, "ko", "volunteering-1", NOW.date()))
    found = await find_volunteer(db, CODE, person)
    assert found is not None
    return found


async def accepted(db: Database, person: int, by: Coordinator, school: SchoolGroup | None = None) -> Volunteer:
    volunteer = await accept_volunteer(db, CODE, (await offered(db, person, school)).id, by, NOW)
    assert volunteer is not None
    return volunteer


async def test_a_second_offer_changes_nothing(db: Database, petition: StoredAppeal) -> None:
    await offered(db, SUJIN, SCHOOL)

    assert not await offer(db, Offer(CODE, SUJIN, "Another", None, "en", "volunteering-1", NOW.date()))

    (volunteer,) = await volunteers_of(db, CODE)
    assert (volunteer.name, volunteer.school, volunteer.person) == (f"Name {SUJIN}", SCHOOL, SUJIN)


@pytest.mark.parametrize(("school", "kind"), [(None, LinkKind.COLLECTOR), (SCHOOL, LinkKind.SCHOOL)])
async def test_an_accepted_volunteer_has_a_link_that_shows_their_name(
    school: SchoolGroup | None, kind: LinkKind, db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    volunteer = await accepted(db, SUJIN, owner, school)
    assert await accept_volunteer(db, CODE, volunteer.id, owner, NOW) is None  # tapped twice

    (link,) = await links_of(db, CODE)

    assert (link.source, link.kind) == (volunteer.source, kind)
    assert link.label == ", ".join([f"Name {SUJIN}", *([SCHOOL.name] if school else [])])
    assert [entry.name for entry in await latest(db, 2)] == ["make_link", "accept_volunteer"]


async def test_those_who_wait_come_first(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    await accepted(db, SUJIN, owner)
    await offered(db, AMINA)

    assert [one.state for one in await volunteers_of(db, CODE)] == [VolunteerState.ASKED, VolunteerState.ACCEPTED]


async def test_declining_erases_what_was_given(
    db: Database, petition: StoredAppeal, owner: Coordinator, tmp_path: Path
) -> None:
    volunteer = await offered(db, SUJIN, SCHOOL)

    declined = await decline_volunteer(db, CODE, volunteer.id, owner, NOW)

    assert declined == volunteer
    assert await decline_volunteer(db, CODE, volunteer.id, owner, NOW) is None
    assert await find_volunteer(db, CODE, SUJIN) is None
    assert [entry.name for entry in await latest(db, 1)] == ["decline_volunteer"]


async def test_an_accepted_volunteer_cannot_be_declined_and_nobody_under_another_petition(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    volunteer = await accepted(db, SUJIN, owner)
    waiting = await offered(db, AMINA)

    assert await decline_volunteer(db, CODE, volunteer.id, owner, NOW) is None
    assert await accept_volunteer(db, "DEMO-001", waiting.id, owner, NOW) is None
    assert await decline_volunteer(db, "DEMO-001", waiting.id, owner, NOW) is None


async def test_stopping_ends_the_link_and_keeps_what_came_through_it(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    volunteer = await accepted(db, SUJIN, owner)
    keep = frozenset({Purpose.KEEP})
    await sign(db, Signing(CODE, 1, 99, "Signer", "KR", keep, "1", "en", NOW, NOW.date(), volunteer.source))

    assert await stop_volunteering(db, CODE, SUJIN, NOW)
    assert not await stop_volunteering(db, CODE, SUJIN, NOW)

    (link,) = await links_of(db, CODE)
    assert (link.label, link.ended_at, link.valid) == (None, NOW, 1)


async def test_people_see_what_they_gave_and_forgetting_erases_it(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    volunteer = await accepted(db, SUJIN, owner, SCHOOL)
    (seen,) = (await own_data(db, SUJIN))["volunteering"]
    assert seen == {
        "petition": CODE,
        "state": "accepted",
        "source": volunteer.source,
        "name": f"Name {SUJIN}",
        "school": SCHOOL.name,
        "guardian": SCHOOL.guardian,
        "language": "ko",
        "consent_version": "volunteering-1",
        "consent_day": NOW.date().isoformat(),
    }
    assert (await own_data(db, AMINA))["volunteering"] == []

    await forget(db, SUJIN)

    assert await volunteers_of(db, CODE) == ()
    assert [link.label for link in await links_of(db, CODE)] == [None]


async def test_nothing_personal_can_be_read_in_the_file(
    db: Database, petition: StoredAppeal, owner: Coordinator, tmp_path: Path
) -> None:
    await accepted(db, 7_700_000_001, owner, SCHOOL)

    written = b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))

    assert all(word not in written for word in (b"Hanbit", b"Ms Kim", b"7700000001"))


async def test_volunteers_go_with_the_names_of_signers(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await accepted(db, SUJIN, owner)
    await offered(db, AMINA)

    async with db.transaction() as tx:
        assert await erase_volunteers(tx, CODE) == 2

    assert await volunteers_of(db, CODE) == ()
    assert [link.label for link in await links_of(db, CODE)] == [None]
