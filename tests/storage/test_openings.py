"""Who opened a petition is kept of active subscribers alone, under a digest of that petition, until the close."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import close_due, find_appeal
from storage.appeals.vocabulary import Kind
from storage.letters.broadcasts.planning import plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.people.subscribers import stop
from storage.petitions import openings
from storage.petitions.openings import erase_closed_openings, erase_openings, opened, openings_of
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.test_digests import publish
from tests.storage.test_signatures import signing

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
AMINA, SUJIN = 11, 12


@pytest.fixture(autouse=True)
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, AMINA, SUJIN)
    return urgent


async def readers(db: Database) -> list[str]:
    async with db.reading() as tx:
        return [row["reader"] for row in await tx.all("SELECT reader FROM opening")]


async def opened_by(db: Database, person: int) -> tuple[str, ...]:
    async with db.reading() as tx:
        return await openings_of(tx, db, person)


async def test_opening_it_twice_is_kept_once(db: Database) -> None:
    await opened(db, CODE, AMINA)
    await opened(db, CODE, AMINA)

    assert len(await readers(db)) == 1
    assert await opened_by(db, AMINA) == (CODE,)
    assert await opened_by(db, SUJIN) == ()


async def test_nothing_is_kept_of_who_is_no_active_subscriber(db: Database) -> None:
    await stop(db, SUJIN)
    for person in (SUJIN, 99):
        await opened(db, CODE, person)

    assert await readers(db) == []


async def test_nothing_is_kept_of_who_signed_or_withdrew(db: Database) -> None:
    for person in (AMINA, SUJIN):
        await sign(db, signing(person))
    await withdraw(db, CODE, SUJIN)
    for person in (AMINA, SUJIN):
        await opened(db, CODE, person)

    assert await readers(db) == []


async def test_nothing_is_kept_of_what_does_not_exist_has_closed_or_asks_for_nothing(
    db: Database, owner: Coordinator, petition: StoredAppeal
) -> None:
    statement = await publish(db, owner, "DEMO-004")
    async with db.transaction() as tx:
        document = statement.model_copy(update={"kind": Kind.STATEMENT}).model_dump_json()
        await tx.execute("UPDATE appeal_version SET document = :d WHERE appeal = 'DEMO-004'", {"d": document})
    await close_due(db, petition.appeal.deadline)
    for code in ("DEMO-004", CODE, "DEMO-999"):
        await opened(db, code, AMINA)

    assert await readers(db) == []


async def test_the_same_person_is_somebody_else_in_another_petition(db: Database, owner: Coordinator) -> None:
    await publish(db, owner, "DEMO-004")
    for code in (CODE, "DEMO-004"):
        await opened(db, code, AMINA)

    assert len(set(await readers(db))) == 2
    assert await opened_by(db, AMINA) == (CODE, "DEMO-004")


async def test_who_goes_takes_their_openings_along_and_nobody_elses(db: Database, owner: Coordinator) -> None:
    await publish(db, owner, "DEMO-004")
    for code in (CODE, "DEMO-004"):
        for person in (AMINA, SUJIN):
            await opened(db, code, person)
    async with db.transaction() as tx:
        await erase_openings(tx, db, AMINA)

    assert await opened_by(db, AMINA) == ()
    assert await opened_by(db, SUJIN) == (CODE, "DEMO-004")


@pytest.mark.parametrize("recalled", [False, True])
async def test_what_closes_or_is_recalled_is_forgotten_in_slices_and_the_rest_stays(
    db: Database, owner: Coordinator, petition: StoredAppeal, monkeypatch: pytest.MonkeyPatch, *, recalled: bool
) -> None:
    monkeypatch.setattr(openings, "ERASED_TOGETHER", 2)
    await publish(db, owner, "DEMO-004")
    people = range(20, 23)
    await subscribe_people(db, *people)
    for person in people:
        await opened(db, CODE, person)
    await opened(db, "DEMO-004", AMINA)
    assert await erase_closed_openings(db) == 0

    if recalled:
        await plan_recall(db, CODE, owner, NOW)
    else:
        await close_due(db, petition.appeal.deadline)
    assert [await erase_closed_openings(db) for _ in range(3)] == [2, 1, 0]
    assert (await find_appeal(db, "DEMO-004")).state == "published"
    assert await opened_by(db, AMINA) == ("DEMO-004",)
