"""Signatures are taken out by criteria, in slices, and put back exactly."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.errors import OwnProposal, SignatureInvalidated, WrongState
from storage.letters.broadcasts.planning import plan
from storage.people.own_data import forget
from storage.petitions.counting.tally import total_signatures
from storage.petitions.invalidations import criteria as criteria_module
from storage.petitions.invalidations.criteria import Criteria, NoCriteria, meant
from storage.petitions.invalidations.proposing import (
    ALONE_WITHIN,
    Invalidation,
    Proposal,
    agree,
    cancel,
    find_invalidation,
    propose,
    taken_alone,
    undo,
)
from storage.petitions.invalidations.running import run_invalidations, run_slice
from storage.petitions.signatures.records import Purpose, Signing, find_signature
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_signers
from tests.storage.conftest import NOW
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.secret_key import SecretKey

CODE = "DEMO-002"
LATER = NOW + timedelta(minutes=1)
BY_LINK = Criteria(source="c-1")


def signing(person: int, *, source: str | None = "c-1", country: str = "KR") -> Signing:
    consents = frozenset({Purpose.KEEP, Purpose.HAND_OVER})
    return Signing(CODE, 1, person, f"Name {person}", country, consents, "1", "en", NOW, NOW.date(), source)


async def proposed(
    db: Database, by: Coordinator, criteria: Criteria = BY_LINK, *, at: datetime = LATER, alone: int = 50
) -> Invalidation:
    """Propose to take out all that *criteria* mean."""
    found = (await meant(db, CODE, criteria.before(at))).total
    return await propose(db, Proposal(CODE, criteria, found, "One hand wrote them."), by, at, alone=alone)


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


async def limit_link(db: Database, per_minute: int) -> None:
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO link (appeal, source, kind, label, per_minute, made_by, made_at)
            VALUES (:code, 'c-1', 'collector', x'00', :most, 1, 0)
            """,
            {"code": CODE, "most": per_minute},
        )


def test_nothing_at_all_is_no_criterion() -> None:
    with pytest.raises(NoCriteria):
        Criteria()


def test_criteria_are_kept_as_they_were() -> None:
    given_ = Criteria("valid", "c-1", "KR", "paper", 3, NOW, LATER)
    assert Criteria.from_json(given_.to_json()) == given_


async def test_what_is_meant_is_counted_and_nothing_is_changed(db: Database, petition: StoredAppeal) -> None:
    for person, source, country in ((1, "c-1", "KR"), (2, "c-1", "TH"), (3, None, "KR")):
        await sign(db, signing(person, source=source, country=country))
    found = await meant(db, CODE, Criteria(country="KR"))

    assert (found.total, found.counting, found.by_source) == (2, 2, {"c-1": 1, "": 1})
    assert (await meant(db, CODE, BY_LINK)).by_country == {"KR": 1, "TH": 1}
    assert (await meant(db, CODE, Criteria(until=NOW))).total == 0
    assert (await assert_agrees(db, CODE)).total() == 3


async def test_taken_out_and_put_back_the_count_is_the_same(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(criteria_module, "SLICE", 2)
    await limit_link(db, 3)
    for person in range(1, 6):
        await sign(db, signing(person))
    await sign(db, signing(9, source=None))
    assert (await total_signatures(db, CODE)).all == 4  # two came too fast, and wait

    number = (await proposed(db, owner)).id
    (ended,) = await run_invalidations(db, LATER)
    assert (ended.state, ended.signatures) == ("done", 5)
    assert (await assert_agrees(db, CODE)).total() == 1
    assert await find_signature(db, CODE, 1) is None
    with pytest.raises(SignatureInvalidated):
        await sign(db, replace(signing(1), at=LATER))

    await undo(db, number, owner, LATER)
    (ended,) = await run_invalidations(db, LATER)
    assert (ended.state, ended.signatures) == ("undone", 0)
    assert (await assert_agrees(db, CODE)).total() == 4
    async with db.reading() as tx:
        states = await tx.all("SELECT state FROM signature ORDER BY id")
    assert [row["state"] for row in states] == ["valid"] * 3 + ["suspect"] * 2 + ["valid"]


async def test_who_signs_after_the_proposal_is_not_meant(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(1))
    await proposed(db, owner, at=NOW + timedelta(seconds=1))
    await sign(db, replace(signing(2), at=NOW + timedelta(seconds=2)))
    await run_invalidations(db, LATER)

    assert await find_signature(db, CODE, 1) is None
    assert await find_signature(db, CODE, 2) is not None


async def test_a_second_person_must_agree_and_it_is_not_the_first(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await sign(db, signing(1))
    number = (await proposed(db, owner, alone=0)).id
    assert await run_invalidations(db, LATER) == ()
    with pytest.raises(OwnProposal):
        await agree(db, number, owner, LATER)

    await agree(db, number, colleague, LATER)
    assert [one.signatures for one in await run_invalidations(db, LATER)] == [1]
    with pytest.raises(WrongState):
        await agree(db, number, colleague, LATER)


async def test_slices_of_one_person_are_added_up_for_a_day(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    for person in range(1, 7):
        await sign(db, signing(person, source=f"c-{person % 3}"))
    first = await proposed(db, owner, Criteria(source="c-0"), alone=3)
    assert first.state == "running"
    second = await proposed(db, owner, Criteria(source="c-1"), alone=3)  # the first has taken nothing out yet
    assert second.state == "proposed"
    await run_invalidations(db, LATER)
    assert await taken_alone(db, CODE, owner, LATER) == 2
    assert (await proposed(db, colleague, Criteria(source="c-1"), alone=3)).state == "running"

    assert (await proposed(db, owner, Criteria(source="c-2"), at=LATER + ALONE_WITHIN, alone=3)).state == "running"


async def test_what_was_undone_or_agreed_to_was_not_taken_out_alone(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    for person in range(1, 5):
        await sign(db, signing(person, source=f"c-{person % 2}"))
    undone = await proposed(db, owner, Criteria(source="c-0"), alone=3)
    await run_invalidations(db, LATER)
    await undo(db, undone.id, owner, LATER)
    await run_invalidations(db, LATER)
    agreed = await proposed(db, owner, Criteria(source="c-1"), alone=1)
    await agree(db, agreed.id, colleague, LATER)
    await run_invalidations(db, LATER)

    assert await taken_alone(db, CODE, owner, LATER) == 0


async def test_more_than_were_found_are_never_taken_out(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    for person in range(1, 5):
        await sign(db, signing(person, source=f"c-{person % 2}"))
    before = await proposed(db, colleague, Criteria(source="c-0"))
    await run_invalidations(db, LATER)
    number = (await proposed(db, owner, Criteria(country="KR"), alone=2)).id
    await undo(db, before.id, colleague, LATER)
    while await run_slice(db, before.id, LATER) is None:
        pass
    assert [one.signatures for one in await run_invalidations(db, LATER)] == [2]

    assert await taken_alone(db, CODE, owner, LATER) == 2
    found = await find_invalidation(db, number)
    assert found is not None
    assert (await assert_agrees(db, CODE)).total() == 2


async def test_stopped_on_the_way_the_rest_stays_and_what_went_can_come_back(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(criteria_module, "SLICE", 2)
    for person in range(1, 6):
        await sign(db, signing(person))
    number = (await proposed(db, owner)).id
    await run_slice(db, number, LATER)
    await cancel(db, number, owner, LATER)
    assert await run_invalidations(db, LATER) == ()
    assert (await assert_agrees(db, CODE)).total() == 3

    await undo(db, number, owner, LATER)
    await run_invalidations(db, LATER)
    assert (await assert_agrees(db, CODE)).total() == 5


async def test_what_took_nothing_out_cannot_be_undone(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    number = (await proposed(db, owner)).id
    await run_invalidations(db, LATER)
    with pytest.raises(WrongState):
        await undo(db, number, owner, LATER)


async def test_who_is_forgotten_while_taken_out_stays_refused_until_it_is_undone(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(1))
    number = (await proposed(db, owner)).id
    await run_invalidations(db, LATER)
    await forget(db, 1)
    with pytest.raises(SignatureInvalidated):
        await sign(db, replace(signing(1), at=LATER))
    async with db.reading() as tx:
        row = await tx.only("SELECT * FROM signature")
        consents = await tx.all("SELECT * FROM consent")
    kept = {name for name in row.keys() if row[name] is not None}  # noqa: SIM118  # a row of SQLite iterates over values
    assert kept - {"id", "appeal", "channel", "version", "invalidation"} == {
        "signer", "serial", "state", "leaf", "signed_at", "day",
    }  # fmt: skip
    assert row["signed_at"] % 86_400 == 0
    assert consents == []

    await undo(db, number, owner, LATER)
    await run_invalidations(db, LATER)
    await sign(db, replace(signing(1), at=LATER))
    assert (await assert_agrees(db, CODE)).total() == 1


async def test_that_a_forgotten_signer_is_refused_is_kept_no_longer_than_names_are(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(1))
    await proposed(db, owner)
    await run_invalidations(db, LATER)
    await forget(db, 1)
    await erase_signers(db, petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, timedelta(days=30))

    async with db.reading() as tx:
        assert (await tx.only("SELECT signer FROM signature"))["signer"] is None


async def test_who_is_forgotten_while_taken_out_does_not_come_back(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(1))
    await sign(db, signing(2))
    number = (await proposed(db, owner)).id
    await run_invalidations(db, LATER)
    await forget(db, 1)
    await undo(db, number, owner, LATER)
    await run_invalidations(db, LATER)

    assert (await assert_agrees(db, CODE)).total() == 1
    found = await find_invalidation(db, number)
    assert found is not None
    assert found.state == "undone"


DEEDS = st.lists(
    st.tuples(st.sampled_from(["sign", "withdraw", "forget", "propose", "slice", "cancel", "undo"]), st.integers(1, 5)),
    max_size=25,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
async def test_in_whatever_order_the_tally_the_rows_and_the_log_agree(
    db: Database,
    petition: StoredAppeal,
    owner: Coordinator,
    key: SecretKey,
    tmp_path: Path,
    deeds: list[tuple[str, int]],
) -> None:
    await db.fold_log()
    with tempfile.TemporaryDirectory() as folder:
        copy = await Database.open(Path(shutil.copy(tmp_path / "clarion.db", Path(folder) / "clarion.db")), key)
        try:
            await limit_link(copy, 2)
            for deed, number in deeds:
                await _do(copy, deed, number, owner)
            await assert_agrees(copy, CODE)
        finally:
            await copy.close()


async def _do(db: Database, deed: str, number: int, owner: Coordinator) -> None:
    try:
        match deed:
            case "sign":
                await sign(db, signing(number, source="c-1" if number % 2 else None))
            case "withdraw":
                await withdraw(db, CODE, number)
            case "forget":
                await forget(db, number)
            case "propose":
                by = Criteria(country="KR") if number % 2 else BY_LINK
                await proposed(db, owner, by)
            case "slice":
                await run_slice(db, number, LATER) if await find_invalidation(db, number) else None
            case "cancel" if await find_invalidation(db, number):
                await cancel(db, number, owner, LATER)
            case "undo" if await find_invalidation(db, number):
                await undo(db, number, owner, LATER)
    except (WrongState, SignatureInvalidated):
        pass  # refused: then nothing may have changed, which is what is looked at
