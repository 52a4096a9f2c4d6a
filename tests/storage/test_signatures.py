"""One signature per person and petition, counted exactly, gone when it is withdrawn."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.errors import NoSuchAppeal, PetitionClosed
from storage.exports.signatures.rows import exported_signatures
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import Role, coordinators_with, ensure_owners
from storage.people.own_data import forget, own_data
from storage.petitions.counting.recounting import recount
from storage.petitions.counting.tally import Count, count_signatures
from storage.petitions.log.ledger import entries
from storage.petitions.log.proofs import verify_opening
from storage.petitions.proving import Proofs, make_proof
from storage.petitions.signatures.records import Purpose, Signing, find_signature
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import withdraw
from storage.secret_key import SecretKey
from tests.storage.conftest import NOW, approve_urgent
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
CONSENTS = frozenset({Purpose.KEEP, Purpose.HAND_OVER})


def signing(person: int, version: int = 1, country: str = "KR", consents: frozenset[Purpose] = CONSENTS) -> Signing:
    return Signing(CODE, version, person, f"Name {person}", country, consents, "1", "en", NOW, NOW.date())


async def total(db: Database) -> int:
    return sum(count.valid for count in await count_signatures(db, CODE))


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


async def test_fifty_people_at_once_get_fifty_different_numbers(db: Database, petition: StoredAppeal) -> None:
    receipts = await asyncio.gather(*(sign(db, signing(person)) for person in range(50)))

    assert sorted(receipt.serial for receipt in receipts) == list(range(1, 51))
    assert await total(db) == 50


async def test_signing_twice_gives_the_first_receipt(db: Database, petition: StoredAppeal) -> None:
    first = await sign(db, signing(11))
    second = await sign(db, replace(signing(11), name="Another Name", at=NOW + timedelta(hours=1)))

    assert (second.serial, second.signed_at, second.new) == (first.serial, first.signed_at, False)
    assert [row.name async for row in exported_signatures(db, CODE)] == ["Name 11"]


async def test_one_second_after_the_deadline_is_refused(db: Database, petition: StoredAppeal) -> None:
    deadline = petition.appeal.deadline
    await sign(db, replace(signing(11), at=deadline - timedelta(seconds=1)))

    with pytest.raises(PetitionClosed):
        await sign(db, replace(signing(12), at=deadline))
    assert await total(db) == 1


async def test_an_unknown_petition_and_one_that_was_not_sent_take_no_signature(
    db: Database, urgent: StoredAppeal
) -> None:
    with pytest.raises(PetitionClosed):
        await sign(db, signing(11))
    with pytest.raises(NoSuchAppeal):
        await sign(db, replace(signing(11), code="NONE-001"))


async def test_only_those_who_agreed_are_handed_over(db: Database, petition: StoredAppeal) -> None:
    await sign(db, signing(11))
    await sign(db, signing(12, consents=frozenset({Purpose.KEEP})))

    exported = [(row.number, row.name) async for row in exported_signatures(db, CODE)]
    assert exported == [(1, "Name 11"), (2, None)]


async def test_a_withdrawn_signature_leaves_no_name_and_can_be_given_again(
    db: Database, petition: StoredAppeal, tmp_path: Path
) -> None:
    first = await sign(db, signing(11))
    assert await withdraw(db, CODE, 11) == ()
    assert await withdraw(db, CODE, 11) is None

    assert await total(db) == 0
    assert await find_signature(db, CODE, 11) is None
    kept = (await own_data(db, 11))["signatures"][0]
    assert (kept["name"], kept["country"], kept["consents"]) == (None, None, [])
    async with db.reading() as tx:
        assert await tx.all("SELECT * FROM tally") == []  # a country with nobody is one that somebody left
        row = await tx.only("SELECT * FROM signature")
    assert (row["language"], row["signed_in"]) == (None, None)
    assert datetime.fromtimestamp(row["signed_at"], UTC) == NOW.replace(hour=0, minute=0)
    assert (await sign(db, signing(11))).serial == first.serial
    assert (await sign(db, signing(11))).signed_at == NOW
    assert (await recount(db, CODE)).differences == ()


async def test_a_forgotten_person_leaves_no_row_and_no_number_is_given_twice(
    db: Database, petition: StoredAppeal
) -> None:
    await sign(db, signing(11))
    await forget(db, 11)

    assert await total(db) == 0
    assert (await own_data(db, 11))["signatures"] == []
    assert (await sign(db, signing(12))).serial == 2


async def test_the_file_shows_neither_names_nor_who_signed_two_petitions(
    db: Database, petition: StoredAppeal, tmp_path: Path
) -> None:
    await sign(db, replace(signing(4_815_162_342), name="Canary Kim"))
    await db.close()

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Canary" not in kept
    assert b"4815162342" not in kept


async def test_a_change_keeps_number_moment_and_source_and_moves_the_count(
    db: Database, petition: StoredAppeal
) -> None:
    first = await sign(db, replace(signing(11), source="school-3", comment="Please hurry."))
    later = replace(
        signing(11, country="JP", consents=frozenset({Purpose.KEEP, Purpose.UPDATES})),
        name="Changed",
        at=NOW + timedelta(days=1),
        day=NOW.date() + timedelta(days=1),
        text_version="2",
    )
    receipt = await change(db, later)

    assert (receipt.serial, receipt.signed_at, receipt.new) == (first.serial, first.signed_at, True)
    own = (await own_data(db, 11))["signatures"][0]
    assert (own["name"], own["country"], own["comment"], own["source"]) == ("Changed", "JP", None, "school-3")
    assert [(one["purpose"], one["text_version"]) for one in own["consents"]] == [("keep", "2"), ("updates", "2")]
    assert await count_signatures(db, CODE) == (Count("telegram", "JP", 1),)
    assert [entry.split()[0] async for entry in entries(db, CODE, 9)] == ["signed", "replaced"]
    proofs = await make_proof(db, CODE, 11, NOW)
    assert isinstance(proofs, Proofs)
    verify_opening(CODE, proofs.now.entry, proofs.now.salt, proofs.now.statement)
    await assert_agrees(db, CODE)


async def test_what_was_not_signed_or_is_closed_cannot_be_changed(db: Database, petition: StoredAppeal) -> None:
    with pytest.raises(PetitionClosed):
        await change(db, signing(11))
    await sign(db, signing(11))
    with pytest.raises(PetitionClosed):
        await change(db, replace(signing(11), at=petition.appeal.deadline))
    await withdraw(db, CODE, 11)
    with pytest.raises(PetitionClosed):
        await change(db, signing(11))


deeds = st.lists(
    st.tuples(
        st.sampled_from(["sign", "change", "withdraw", "forget"]),
        st.integers(1, 4),
        st.sampled_from(["KR", "JP", "ZZ"]),
    ),
    max_size=20,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=deeds)
async def test_whatever_people_do_the_count_is_that_of_the_valid_rows(
    story: list[tuple[str, int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    db = await Database.open(tmp_path_factory.mktemp("story") / "clarion.db", SecretKey(bytes(32)))
    await ensure_owners(db, [1, 2], NOW)
    author, reviewer = await coordinators_with(db, {Role.OWNER})
    await plan(db, await approve_urgent(db, author, reviewer), author, NOW)

    signed: dict[int, str] = {}
    for deed, person, country in story:
        if deed == "sign":
            await sign(db, signing(person, country=country))
            signed.setdefault(person, country)
        elif deed == "change":
            with contextlib.suppress(PetitionClosed):
                await change(db, signing(person, country=country))
                signed[person] = country
        else:
            await (withdraw(db, CODE, person) if deed == "withdraw" else forget(db, person))
            signed.pop(person, None)

    counts = {count.country: count.valid for count in await count_signatures(db, CODE)}
    assert counts == {country: list(signed.values()).count(country) for country in set(signed.values())}
    assert len([row async for row in exported_signatures(db, CODE)]) == len(signed)
    assert (await assert_agrees(db, CODE)).total() == len(signed)
    await db.close()
