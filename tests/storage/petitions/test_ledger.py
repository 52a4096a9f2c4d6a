"""The log in the database: it is the tree of its entries, at every size and in every proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.errors import NoSuchAppeal
from storage.letters.broadcasts.planning import plan
from storage.notes import signer_of
from storage.petitions.counting.recounting import recount
from storage.petitions.handing_over.handovers import hand_over
from storage.petitions.log.consistency import consistency_text, verify_consistency
from storage.petitions.log.entries import leaf_of
from storage.petitions.log.heads import read_head
from storage.petitions.log.ledger import entries, head_beyond, heads, issue_head, prove_consistency, prove_inclusion
from storage.petitions.log.proofs import proof_text, verify_proof
from storage.petitions.proving import Proofs, Unprovable, make_consistency, make_proof
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW
from tests.storage.petitions.agreeing import assert_agrees
from tests.storage.petitions.reference import consistency, inclusion, tree_hash

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
CONSENTS = frozenset({Purpose.KEEP, Purpose.HAND_OVER})


def signing(person: int) -> Signing:
    return Signing(CODE, 1, person, f"Name {person}", "KR", CONSENTS, "signing-2", "en", NOW, NOW.date())


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


async def leaves(db: Database) -> list[bytes]:
    return [leaf_of(CODE, entry) async for entry in entries(db, CODE, 10_000)]


async def proved(db: Database, person: int) -> Proofs:
    proofs = await make_proof(db, CODE, person, NOW)
    assert isinstance(proofs, Proofs), proofs
    return proofs


@pytest.mark.usefixtures("petition")
async def test_every_head_up_to_seventy_entries_is_the_tree_of_its_entries(db: Database) -> None:
    key = signer_of(db.key).public
    for size in range(71):
        head = read_head(await issue_head(db, CODE, NOW), key)
        assert (head.size, head.total, head.root) == (size, size, tree_hash(await leaves(db)))
        await sign(db, signing(size + 1))
    given_out = [read_head(note, key) async for note in heads(db, CODE)]
    assert [head.size for head in given_out] == list(range(71))

    all_leaves = await leaves(db)
    for size in (1, 2, 3, 7, 8, 9, 63, 64, 65, 70):
        for position in {0, size // 2, size - 1}:
            path = await prove_inclusion(db, CODE, position, size)
            assert list(path) == inclusion(position, all_leaves[:size])
        for earlier in {1, size // 2 or 1, size}:
            path = await prove_consistency(db, CODE, earlier, size)
            assert list(path) == consistency(earlier, all_leaves[:size])


@pytest.mark.usefixtures("petition")
async def test_everybody_can_prove_their_signature_and_that_the_log_only_grew(db: Database) -> None:
    key = signer_of(db.key).public
    for person in range(1, 24):
        await sign(db, signing(person))
        await issue_head(db, CODE, NOW)
    for person in range(1, 24):
        verified = verify_proof(proof_text((await proved(db, person)).now), key)
        assert (verified.statement.name, verified.statement.number) == (f"Name {person}", person)
        made = await make_consistency(db, CODE, person, NOW)
        assert made is not None
        earlier, later = verify_consistency(consistency_text(made), key)
        assert (earlier.size, later.size) == (person, 23)


async def test_who_was_handed_over_proves_it_under_the_head_that_the_addressee_has(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    key, addressee = signer_of(db.key).public, petition.appeal.addressees[0].id
    await sign(db, signing(11))
    assert (await proved(db, 11)).handed_over is None
    await sign(db, signing(12))
    await hand_over(db, petition, addressee, owner, NOW, number=1)
    await sign(db, signing(13))
    handed = (await proved(db, 11)).handed_over
    assert handed is not None

    verified = verify_proof(proof_text(handed.proof), key)
    assert (handed.addressee, handed.number, verified.head.size) == (addressee, 1, 2)
    assert verify_proof(proof_text((await proved(db, 11)).now), key).head.size == 2
    assert verify_proof(proof_text((await proved(db, 13)).now), key).head.size == 3
    assert (await proved(db, 13)).handed_over is None


@pytest.mark.usefixtures("petition")
async def test_who_changed_their_signature_on_another_day_proves_what_it_says_now(db: Database) -> None:
    await sign(db, signing(11))
    await sign(db, signing(12))
    later = NOW + timedelta(days=2)
    await change(db, replace(signing(11), name="Another Name", at=later, day=later.date()))
    verified = verify_proof(proof_text((await proved(db, 11)).now), signer_of(db.key).public)

    assert (verified.statement.name, verified.statement.day) == ("Another Name", NOW.date().isoformat())
    assert verified.position == 2
    assert await assert_agrees(db, CODE) == {"telegram": 2}


@pytest.mark.usefixtures("petition")
async def test_who_signed_anew_after_withdrawing_proves_the_new_entry(db: Database) -> None:
    await sign(db, signing(11))
    await withdraw(db, CODE, 11)
    assert await make_proof(db, CODE, 11, NOW) is Unprovable.NOT_SIGNED
    await sign(db, replace(signing(11), name="Again"))
    verified = verify_proof(proof_text((await proved(db, 11)).now), signer_of(db.key).public)

    assert (verified.statement.number, verified.statement.name, verified.position) == (1, "Again", 2)


@pytest.mark.usefixtures("petition")
async def test_a_head_stays_as_it_was_given_out(db: Database) -> None:
    await sign(db, signing(11))
    first = await issue_head(db, CODE, NOW)
    assert await issue_head(db, CODE, NOW + timedelta(days=3)) == first


@pytest.mark.usefixtures("petition")
async def test_who_asks_within_an_hour_gets_the_head_that_is_there_and_none_tells_the_minute(db: Database) -> None:
    key = signer_of(db.key).public
    for person in range(1, 6):
        await sign(db, signing(person))
    for person in (5, 1, 3):
        await proved(db, person)
    assert len([note async for note in heads(db, CODE)]) == 1

    await sign(db, signing(6))
    assert verify_proof(proof_text((await proved(db, 5)).now), key).head.size == 5
    assert verify_proof(proof_text((await proved(db, 6)).now), key).head.size == 6
    await change(db, replace(signing(2), name="Another Name"))
    changed = verify_proof(proof_text((await proved(db, 2)).now), key)
    assert (changed.statement.name, changed.head.size) == ("Another Name", 7)

    await sign(db, signing(7))
    assert read_head(await head_beyond(db, CODE, 0, NOW), key).size == 7
    assert read_head(await head_beyond(db, CODE, 0, NOW + timedelta(hours=1)), key).size == 8
    hours = [read_head(note, key).at for note in [note async for note in heads(db, CODE)]]
    assert hours == [NOW.replace(minute=0)] * 3 + [NOW.replace(minute=0) + timedelta(hours=1)]
    async with db.reading() as tx:
        issued = await tx.all("SELECT issued_at FROM log_head ORDER BY size")
    assert [row["issued_at"] for row in issued] == [int(hour.timestamp()) for hour in hours]
    assert (await recount(db, CODE)).differences == ()


@pytest.mark.usefixtures("petition")
async def test_a_handover_has_the_head_of_its_own_moment(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(11))
    await proved(db, 11)
    await sign(db, signing(12))
    handover = await hand_over(db, petition, petition.appeal.addressees[0].id, owner, NOW, number=1)
    given_out = [read_head(note, signer_of(db.key).public).size async for note in heads(db, CODE)]
    assert (handover.size, given_out) == (2, [1, 2])


@pytest.mark.usefixtures("petition")
async def test_without_what_opens_the_entry_there_is_no_proof(db: Database) -> None:
    await sign(db, signing(11))
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET salt = NULL")
    assert await make_proof(db, CODE, 11, NOW) is Unprovable.BEFORE_THE_LOG
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET name = NULL")
    assert await make_proof(db, CODE, 11, NOW) is Unprovable.ERASED
    assert await make_proof(db, CODE, 12, NOW) is Unprovable.NOT_SIGNED


@pytest.mark.usefixtures("petition")
async def test_a_count_that_was_never_given_out_cannot_be_continued(db: Database) -> None:
    await sign(db, signing(11))
    await sign(db, signing(12))
    await issue_head(db, CODE, NOW)

    assert await make_consistency(db, CODE, 1, NOW) is None
    assert await make_consistency(db, CODE, 0, NOW) is None
    assert await make_consistency(db, CODE, 3, NOW) is None
    with pytest.raises(NoSuchAppeal):
        await make_consistency(db, "DEMO-999", 1, NOW)
