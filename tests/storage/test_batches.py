"""Signatures on sheets: counted once, whoever sends them and however often; taken back as a whole."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.audit import verify
from storage.database import Database
from storage.errors import NamesNotKept, NoSuchBatch, PetitionClosed, WrongState
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import Role, coordinators_with, ensure_owners
from storage.petitions.batches import entering, names
from storage.petitions.batches.counts import add_count_batch
from storage.petitions.batches.entering import add_name_batch
from storage.petitions.batches.names import Duplicate, ListedName, NameList, dry_run
from storage.petitions.batches.records import BatchState, Sheets, batches_of, last_day
from storage.petitions.batches.voiding import void_batch
from storage.petitions.counting.tally import Dimension, Total, count_by, total_signatures
from storage.petitions.log.entries import Deed
from storage.petitions.signatures.records import Channel
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import take_out, withdraw
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_signers
from storage.secret_key import SecretKey
from tests.storage.conftest import NOW, approve_urgent
from tests.storage.petitions.agreeing import assert_agrees
from tests.storage.petitions.rows import rows_of
from tests.storage.test_signatures import signing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
SHEETS = Sheets(Channel.PAPER, date(2026, 11, 20), "folder 3, scans 1-40")


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return replace(urgent, version=1)


def people(numbers: Iterable[int]) -> tuple[ListedName, ...]:
    return tuple(ListedName(f"Person {n}", "KR", "Seoul", line=n + 1) for n in numbers)


def listed(*people: ListedName) -> NameList:
    return NameList(1, "ko", "sheet-1", people)


async def audited(db: Database) -> list[str]:
    async with db.reading() as tx:
        return [row["deed"] for row in await tx.all("SELECT deed FROM audit WHERE deed LIKE '%batch%' ORDER BY id")]


async def test_the_total_is_what_came_in_the_chat_and_on_sheets(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(11))
    await add_count_batch(db, petition, SHEETS, 250, "one", owner, NOW)
    await add_name_batch(db, petition, replace(SHEETS, channel=Channel.FAX), listed(*people(range(3))), owner, NOW)

    assert await assert_agrees(db, CODE) == {"telegram": 1, "paper": 250, "fax": 3}
    assert await total_signatures(db, CODE) == Total(online=1, on_paper=253)
    assert await count_by(db, CODE, Dimension.COUNTRY) == {"KR": 4, "": 250}


async def test_voiding_a_batch_takes_its_signatures_out_and_leaves_its_row_and_the_audit(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await sign(db, signing(11))
    counted = await add_count_batch(db, petition, SHEETS, 250, "one", owner, NOW)
    named = await add_name_batch(db, petition, SHEETS, listed(*people(range(600))), owner, NOW)

    for batch in (counted, named):
        voided = await void_batch(db, CODE, batch.id, "entered for another petition", owner, NOW)
        assert (voided.state, voided.reason) == (BatchState.VOIDED, "entered for another petition")
        await assert_agrees(db, CODE)

    assert await total_signatures(db, CODE) == Total(online=1)
    assert [(batch.id, batch.signatures) for batch in await batches_of(db, CODE)] == [(2, 600), (1, 250)]
    assert await audited(db) == ["enter_batch", "enter_batch", "finish_batch", "void_batch", "void_batch"]
    assert (await verify(db)).broken_at is None


async def test_voiding_erases_the_names(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    batch = await add_name_batch(db, petition, SHEETS, listed(*people(range(3))), owner, NOW)
    await void_batch(db, CODE, batch.id, "not signed by themselves", owner, NOW)

    async with db.reading() as tx:
        rows = await tx.all("SELECT * FROM signature")
        consents = await tx.all("SELECT * FROM consent")
    kept = {row[column] for row in rows for column in ("name", "country", "city", "email", "likeness", "salt")}
    assert (len(rows), kept, consents) == (3, {None}, [])


async def test_voiding_twice_and_at_once_takes_out_once(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    counted = await add_count_batch(db, petition, SHEETS, 250, "one", owner, NOW)
    named = await add_name_batch(db, petition, SHEETS, listed(*people(range(600))), owner, NOW)

    deeds = [
        void_batch(db, CODE, batch.id, "twice", by, NOW) for batch in (counted, named) for by in (owner, colleague)
    ]
    await asyncio.gather(*deeds)

    assert not await assert_agrees(db, CODE)
    assert (await audited(db)).count("void_batch") == 2


async def test_a_batch_of_another_petition_or_of_none_is_not_voided(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    batch = await add_count_batch(db, petition, SHEETS, 250, "one", owner, NOW)

    for code, number in (("DEMO-001", batch.id), (CODE, 77)):
        with pytest.raises(NoSuchBatch):
            await void_batch(db, code, number, "wrong", owner, NOW)
    assert (await total_signatures(db, CODE)).on_paper == 250


async def test_a_batch_whose_names_are_not_kept_any_more_counts_for_good(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    batch = await add_name_batch(db, petition, SHEETS, listed(*people(range(3))), owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET name = NULL, country = NULL, likeness = NULL, salt = NULL")

    with pytest.raises(NamesNotKept):
        await void_batch(db, CODE, batch.id, "too late", owner, NOW)
    assert (await total_signatures(db, CODE)).on_paper == 3


async def test_once_the_time_of_the_names_is_over_only_a_number_can_be_entered(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await add_name_batch(db, petition, SHEETS, listed(*people(range(3))), owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET name = NULL, country = NULL, likeness = NULL, salt = NULL")

    with pytest.raises(NamesNotKept):
        await add_name_batch(db, petition, SHEETS, listed(*people(range(4))), owner, NOW)
    await add_count_batch(db, petition, SHEETS, 4, "one", owner, NOW)
    assert await assert_agrees(db, CODE) == {"paper": 7}


async def test_undoing_an_invalidation_could_bring_nothing_of_a_voided_batch_back(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    batch = await add_name_batch(db, petition, SHEETS, listed(*people(range(5))), owner, NOW)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO invalidation (appeal, criteria, author, state, reached, found, signatures, proposed_at)
            VALUES ('DEMO-002', x'', 1, 'done', 0, 2, 2, 0)
            """
        )
        await take_out(tx, db, await rows_of(tx, [1, 2]), Deed.INVALIDATED)
        await tx.execute(
            "UPDATE signature SET state = 'invalidated', state_before = 'valid', invalidation = 1 WHERE id IN (1, 2)"
        )
    await void_batch(db, CODE, batch.id, "entered for another petition", owner, NOW)

    async with db.reading() as tx:
        held = await tx.only("SELECT COUNT(*) AS n FROM signature WHERE invalidation IS NOT NULL")
        invalidation = await tx.only("SELECT signatures FROM invalidation")
    assert (held["n"], invalidation["signatures"]) == (0, 0)
    assert not await assert_agrees(db, CODE)


async def test_the_same_list_again_adds_nothing_whatever_file_it_came_in(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    first = await add_name_batch(db, petition, SHEETS, listed(*people(range(5))), owner, NOW)
    elsewhere = tuple(replace(one, line=one.line + 7) for one in people(range(5)))
    again = await add_name_batch(
        db, petition, replace(SHEETS, channel=Channel.POST), listed(*elsewhere), colleague, NOW + timedelta(days=1)
    )

    assert again == first
    assert (await dry_run(db, CODE, people(range(5)))).before == first
    assert await assert_agrees(db, CODE) == {"paper": 5}


async def test_two_coordinators_who_send_the_same_list_at_once_count_it_once(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    everybody = listed(*people(range(1_200)))

    batches = await asyncio.gather(
        *(add_name_batch(db, petition, SHEETS, everybody, by, NOW) for by in (owner, colleague, owner))
    )

    assert {(batch.id, batch.state) for batch in batches} == {(1, BatchState.COUNTED)}
    assert [(batch.signatures, batch.state) for batch in await batches_of(db, CODE)] == [(1_200, BatchState.COUNTED)]
    assert await assert_agrees(db, CODE) == {"paper": 1_200}
    assert await audited(db) == ["enter_batch", "finish_batch"]


async def test_two_lists_that_share_names_and_come_at_once_count_each_name_once(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await asyncio.gather(
        add_name_batch(db, petition, SHEETS, listed(*people(range(800))), owner, NOW),
        add_name_batch(db, petition, SHEETS, listed(*people(range(400, 1_200))), colleague, NOW),
    )

    assert await assert_agrees(db, CODE) == {"paper": 1_200}


async def test_the_same_press_that_comes_twice_counts_once(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    first, second = await asyncio.gather(
        *(add_count_batch(db, petition, SHEETS, 250, "one", owner, NOW) for _ in range(2))
    )
    await add_count_batch(db, petition, SHEETS, 250, "another", owner, NOW)

    assert first == second
    assert await assert_agrees(db, CODE) == {"paper": 500}


class Killed(BaseException):
    """The process ends here."""


def dies_after(slices: int) -> Callable[[tuple[ListedName, ...]], Iterable[tuple[ListedName, ...]]]:
    def killing(listed: tuple[ListedName, ...]) -> Iterable[tuple[ListedName, ...]]:
        for begun, part in enumerate(names.slices(listed)):
            if begun == slices:
                raise Killed
            yield tuple(part)

    return killing


async def dying(*_: object) -> None:
    raise Killed


@pytest.mark.parametrize("slices", [0, 1, 3])
async def test_a_list_whose_entering_was_killed_is_finished_by_sending_it_again(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch, slices: int
) -> None:
    everybody = listed(*people(range(1_000)))
    with monkeypatch.context() as killed, pytest.raises(Killed):
        killed.setattr("storage.petitions.batches.entering.slices", dies_after(slices))
        await add_name_batch(db, petition, SHEETS, everybody, owner, NOW)
    (half,) = await batches_of(db, CODE)
    assert (half.state, half.signatures) == (BatchState.ENTERING, slices * names.SLICE)
    await assert_agrees(db, CODE)

    whole = await add_name_batch(db, petition, SHEETS, everybody, owner, NOW)

    assert (whole.id, whole.state, whole.signatures) == (half.id, BatchState.COUNTED, 1_000)
    assert await assert_agrees(db, CODE) == {"paper": 1_000}


@pytest.mark.parametrize("erased_after", [timedelta(days=3), timedelta(minutes=5)])
async def test_a_list_half_entered_whose_names_were_erased_is_not_entered_twice(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch, erased_after: timedelta
) -> None:
    """Whoever enters it just now is let finish; who left it is not waited for."""
    everybody = listed(*people(range(600)))
    over = petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING
    with monkeypatch.context() as killed, pytest.raises(Killed):
        killed.setattr("storage.petitions.batches.entering.slices", dies_after(1))
        await add_name_batch(db, petition, SHEETS, everybody, owner, over)

    erased = await erase_signers(db, over + erased_after, timedelta(days=30))

    if erased:
        with pytest.raises(NamesNotKept):
            await add_name_batch(db, petition, SHEETS, everybody, owner, over + erased_after)
    else:
        await add_name_batch(db, petition, SHEETS, everybody, owner, over + erased_after)
    assert erased == (names.SLICE if erased_after > timedelta(days=2) else 0)
    assert await assert_agrees(db, CODE) == {"paper": erased or 600}


async def test_a_list_whose_names_are_erased_while_it_is_entered_stops_there(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed, pytest.raises(Killed):
        killed.setattr("storage.petitions.batches.entering.slices", dies_after(1))
        await add_name_batch(db, petition, SHEETS, listed(*people(range(600))), owner, NOW)
    begun = next(iter(await batches_of(db, CODE)))
    over = petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING
    assert await erase_signers(db, over, timedelta(days=30)) == names.SLICE

    with pytest.raises(NamesNotKept):
        await entering._enter_slice(db, CODE, begun, listed(), people(range(9)), NOW)
    assert await assert_agrees(db, CODE) == {"paper": names.SLICE}


async def test_a_batch_whose_voiding_was_killed_is_voided_whole_before_its_names_are_erased(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await add_name_batch(db, petition, SHEETS, listed(*people(range(600))), owner, NOW)
    with monkeypatch.context() as killed, pytest.raises(Killed):
        killed.setattr("storage.petitions.batches.voiding._erase", dying)
        await void_batch(db, CODE, batch.id, "the wrong file", owner, NOW)

    await erase_signers(db, petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, timedelta(days=30))

    assert not await assert_agrees(db, CODE)
    assert (await void_batch(db, CODE, batch.id, "again", owner, NOW)).state is BatchState.VOIDED


async def test_a_batch_of_which_something_counts_for_good_is_never_said_to_be_voided(
    db: Database, petition: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await add_name_batch(db, petition, SHEETS, listed(*people(range(5))), owner, NOW)
    with monkeypatch.context() as killed, pytest.raises(Killed):
        killed.setattr("storage.petitions.batches.voiding._erase", dying)
        await void_batch(db, CODE, batch.id, "the wrong file", owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET name = NULL, country = NULL, likeness = NULL, salt = NULL")

    with pytest.raises(NamesNotKept):
        await void_batch(db, CODE, batch.id, "again", owner, NOW)
    assert [found.state for found in await batches_of(db, CODE)] == [BatchState.VOIDING]
    assert await assert_agrees(db, CODE) == {"paper": 5}


async def test_what_was_written_about_a_batch_can_be_read_with_the_key_alone(
    db: Database, petition: StoredAppeal, owner: Coordinator, tmp_path: Path
) -> None:
    sheets = replace(SHEETS, reference="sheets of Mina Park")
    batch = await add_name_batch(db, petition, sheets, listed(*people(range(3))), owner, NOW)
    await void_batch(db, CODE, batch.id, "Mina Park wrote them all", owner, NOW)

    (found,) = await batches_of(db, CODE)
    assert (found.reference, found.reason) == ("sheets of Mina Park", "Mina Park wrote them all")
    assert b"Mina Park" not in b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))

    await erase_signers(db, petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, timedelta(days=30))
    (found,) = await batches_of(db, CODE)
    assert (found.reference, found.reason, found.signatures) == (None, None, 3)


async def test_a_batch_that_is_voided_while_it_is_entered_stops_there(
    db: Database, petition: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    under_way = asyncio.create_task(add_name_batch(db, petition, SHEETS, listed(*people(range(2_000))), owner, NOW))
    while not await batches_of(db, CODE):
        await asyncio.sleep(0)
    await void_batch(db, CODE, 1, "the wrong file", colleague, NOW)

    with pytest.raises(WrongState):
        await under_way
    assert not await assert_agrees(db, CODE)


async def test_who_signs_while_a_long_list_is_entered_does_not_wait_for_its_end(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    under_way = asyncio.create_task(add_name_batch(db, petition, SHEETS, listed(*people(range(3_000))), owner, NOW))
    while not await batches_of(db, CODE):
        await asyncio.sleep(0)

    await sign(db, signing(11))
    (batch,) = await batches_of(db, CODE)
    assert (batch.state, batch.signatures < 3_000) == (BatchState.ENTERING, True)

    await under_way
    assert await assert_agrees(db, CODE) == {"telegram": 1, "paper": 3_000}


async def test_a_voided_list_can_be_entered_anew(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    first = await add_name_batch(db, petition, SHEETS, listed(*people(range(5))), owner, NOW)
    await void_batch(db, CODE, first.id, "wrong day", owner, NOW)

    assert (await dry_run(db, CODE, people(range(5)))).added == 5
    second = await add_name_batch(db, petition, SHEETS, listed(*people(range(5))), owner, NOW)

    assert second.id != first.id
    assert await assert_agrees(db, CODE) == {"paper": 5}


async def test_a_dry_run_tells_every_duplicate_and_changes_nothing(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await add_name_batch(db, petition, SHEETS, listed(ListedName("Kim Minjun", "KR", "Seoul")), owner, NOW)
    await sign(db, signing(11))
    rows = (
        ListedName("kim  MINJUN", "KR", "seoul", line=2),
        ListedName("Kim Minjun", "KR", "Busan", line=3),
        ListedName("Kim Minjun", "KR", "Busan", line=5),
        ListedName("Name 11", "KR", "Busan", line=6),
        ListedName("Kim Minjun", "KR", "Busan", reference="3-12", line=7),
        ListedName("Kim Minjun", "KR", "Busan", reference="3-12", line=8),
    )

    found = await dry_run(db, CODE, rows)
    assert found.duplicates == (Duplicate(2, None, 1), Duplicate(5, 3, None), Duplicate(8, 7, None))
    assert (found.added, found.also_online, found.before) == (3, 1, None)
    assert await assert_agrees(db, CODE) == {"telegram": 1, "paper": 1}

    batch = await add_name_batch(db, petition, SHEETS, listed(*rows), owner, NOW)
    assert batch.signatures == found.added


async def test_somebody_who_withdrew_online_is_not_said_to_have_signed_there(
    db: Database, petition: StoredAppeal
) -> None:
    await sign(db, signing(11))
    await withdraw(db, CODE, 11)

    assert (await dry_run(db, CODE, (ListedName("Name 11", "KR"),))).also_online == 0


async def test_consents_are_those_of_the_sheet_and_its_line(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    lines = (
        ListedName("Person 1", "KR", hand_over=True),
        ListedName("Person 2", "KR"),
        ListedName("Person 3", "KR", email="three@example.org", updates=True, hand_over=True),
    )
    await add_name_batch(db, petition, SHEETS, listed(*lines), owner, NOW)

    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT serial, purpose, text_version, consent.language, consent.day
            FROM consent JOIN signature ON signature.id = consent.signature ORDER BY serial, purpose
            """
        )
    assert [(row["serial"], row["purpose"]) for row in rows] == [
        (1, "hand_over"), (1, "keep"), (2, "keep"), (3, "hand_over"), (3, "keep"), (3, "updates"),
    ]  # fmt: skip
    assert {(row["text_version"], row["language"], row["day"]) for row in rows} == {("sheet-1", "ko", "2026-11-20")}


async def test_sheets_that_come_after_the_close_count_if_they_were_signed_before(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    late = petition.appeal.deadline + timedelta(days=5)
    await add_count_batch(db, petition, replace(SHEETS, day=last_day(petition)), 40, "one", owner, late)

    after = replace(SHEETS, day=last_day(petition) + timedelta(days=1))
    with pytest.raises(PetitionClosed):
        await add_count_batch(db, petition, after, 40, "two", owner, late)
    with pytest.raises(PetitionClosed):
        await add_name_batch(db, petition, after, listed(*people(range(3))), owner, late)
    assert await assert_agrees(db, CODE) == {"paper": 40}


async def test_a_petition_that_was_not_sent_takes_no_sheets(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    with pytest.raises(WrongState):
        await add_count_batch(db, urgent, SHEETS, 250, "one", owner, NOW)
    with pytest.raises(WrongState):
        await add_name_batch(db, urgent, SHEETS, listed(*people(range(3))), owner, NOW)
    assert await batches_of(db, CODE) == ()


DEEDS = st.one_of(
    st.tuples(st.just("names"), st.integers(0, 6), st.integers(1, 6)),
    st.tuples(st.just("count"), st.integers(0, 2), st.integers(1, 9)),
    st.tuples(st.just("void"), st.integers(1, 4), st.just(0)),
    st.tuples(st.just("sign"), st.integers(1, 3), st.just(0)),
    st.tuples(st.just("withdraw"), st.integers(1, 3), st.just(0)),
)


@settings(max_examples=12, deadline=None)
@given(deeds=st.lists(DEEDS, max_size=10))
def test_whatever_happens_tally_rows_and_log_agree(
    tmp_path_factory: pytest.TempPathFactory, blank_database: Path, deeds: list[tuple[str, int, int]]
) -> None:
    asyncio.run(_do(tmp_path_factory.mktemp("batches"), blank_database, deeds))


async def _do(folder: Path, blank: Path, deeds: list[tuple[str, int, int]]) -> None:
    shutil.copy(blank, folder / "clarion.db")
    db = await Database.open(folder / "clarion.db", SecretKey(bytes(range(32))))
    try:
        await ensure_owners(db, [1, 2], NOW)
        owner, colleague = await coordinators_with(db, {Role.OWNER})
        petition = await approve_urgent(db, owner, colleague)
        await plan(db, petition, owner, NOW)
        for deed in deeds:
            await _do_one(db, petition, owner, deed)
            await assert_agrees(db, CODE)
    finally:
        await db.close()


async def _do_one(db: Database, petition: StoredAppeal, owner: Coordinator, deed: tuple[str, int, int]) -> None:
    match deed:
        case ("names", first, many):
            await add_name_batch(db, petition, SHEETS, listed(*people(range(first, first + many))), owner, NOW)
        case ("count", token, many):
            await add_count_batch(db, petition, SHEETS, many, str(token), owner, NOW)
        case ("void", number, _):
            if number in {batch.id for batch in await batches_of(db, CODE)}:
                await void_batch(db, CODE, number, "voided", owner, NOW)
        case ("sign", person, _):
            await sign(db, signing(person))
        case (_, person, _):
            await withdraw(db, CODE, person)
