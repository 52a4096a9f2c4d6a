"""Links of collectors: each counts what came through it, and what comes too fast waits until somebody has looked."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.audit import latest
from storage.letters.broadcasts.planning import plan
from storage.petitions.collecting.links import LinkKind, NewLink, end_link, find_link, links_of, make_link
from storage.petitions.collecting.suspects import BURST_GAP, accept_suspects, mark_told, suspects_of, untold_bursts
from storage.petitions.collecting.volunteers import erase_volunteers
from storage.petitions.counting.tally import Dimension, count_by
from storage.petitions.signatures.records import Purpose, Signing, find_signature
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
LIMIT = 20  # signatures in a minute through the link of a collector
KEEP = frozenset({Purpose.KEEP})


def signing(person: int, source: str | None, seconds: float = 0) -> Signing:
    at = NOW + timedelta(seconds=seconds)
    return Signing(CODE, 1, person, f"Name {person}", "KR", KEEP, "1", "en", at, at.date(), source)


async def sign_all(db: Database, people: Iterable[int], source: str | None, seconds: float = 0) -> None:
    await asyncio.gather(*(sign(db, signing(person, source, seconds)) for person in people))


async def the_suspect(db: Database) -> int:
    """Return the one person whose signature waits."""
    async with db.reading() as tx:
        row = await tx.only("SELECT name FROM signature WHERE state = 'suspect'")
    return int(re.findall(r"[0-9]+", db.key.decrypt("signature.name", row["name"]))[0])


async def counted_rows(db: Database, source: str) -> int:
    async with db.reading() as tx:
        row = await tx.only(
            "SELECT COUNT(*) AS n FROM signature WHERE appeal = :code AND source = :source AND state = 'valid'",
            {"code": CODE, "source": source},
        )
    return int(row["n"])


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


@pytest.fixture
async def collector(db: Database, petition: StoredAppeal, owner: Coordinator) -> str:
    """The source of a collector's link."""
    return await make_link(db, NewLink(CODE, LinkKind.COLLECTOR, "Mina’s table"), owner, NOW)


async def test_a_source_can_be_read_aloud_and_stands_in_a_deep_link(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    sources = [await make_link(db, NewLink(CODE, kind, "One"), owner, NOW) for kind in LinkKind for _ in range(5)]

    assert len(set(sources)) == len(sources)
    assert all(re.fullmatch(r"(c|s|ch)-[2-9B-DF-HJ-NP-TV-Z]{5}", source) for source in sources)


async def test_the_count_of_each_link_is_that_of_the_rows(
    db: Database, petition: StoredAppeal, owner: Coordinator, collector: str
) -> None:
    channel = await make_link(db, NewLink(CODE, LinkKind.CHANNEL, "Our channel"), owner, NOW)
    await sign_all(db, range(12), collector)
    await sign_all(db, range(100, 130), channel)
    await sign_all(db, range(200, 203), "fb")
    await withdraw(db, CODE, 3)

    links = {link.source: link for link in await links_of(db, CODE)}

    assert {source: link.valid for source, link in links.items()} == {collector: 11, channel: 30}
    assert all([link.valid == await counted_rows(db, source) for source, link in links.items()])
    assert await count_by(db, CODE, Dimension.SOURCE) == {channel: 30, collector: 11, "fb": 3}
    await assert_agrees(db, CODE)


async def test_twenty_in_a_minute_count_and_the_next_ones_wait(
    db: Database, petition: StoredAppeal, collector: str
) -> None:
    await sign_all(db, range(LIMIT), collector)
    await sign_all(db, range(LIMIT, LIMIT + 5), collector, seconds=59)

    link = await find_link(db, CODE, collector)
    receipt = await find_signature(db, CODE, LIMIT + 1)

    assert link is not None
    assert (link.valid, link.suspect) == (LIMIT, 5)
    assert (await assert_agrees(db, CODE)).total() == LIMIT
    assert receipt is not None  # its signer sees what every signer sees
    (waiting,) = await suspects_of(db, CODE)
    assert (waiting.source, waiting.waiting, waiting.names) == (collector, 5, 5)


async def test_a_lot_that_passes_the_limit_is_split_at_it(db: Database, petition: StoredAppeal, collector: str) -> None:
    await sign_all(db, range(50), collector)

    link = await find_link(db, CODE, collector)

    assert link is not None
    assert (link.valid, link.suspect) == (LIMIT, 30)
    await assert_agrees(db, CODE)


async def test_one_every_three_seconds_is_no_burst(db: Database, petition: StoredAppeal, collector: str) -> None:
    for person in range(2 * LIMIT):
        await sign(db, signing(person, collector, seconds=3 * person))

    assert await suspects_of(db, CODE) == ()


@pytest.mark.parametrize("kind", list(LinkKind))
async def test_a_class_has_the_limit_of_a_collector_and_a_channel_has_none(
    kind: LinkKind, db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    source = await make_link(db, NewLink(CODE, kind, "One"), owner, NOW)

    await sign_all(db, range(LIMIT + 1), source)

    waiting = sum(one.waiting for one in await suspects_of(db, CODE))
    assert waiting == (0 if kind is LinkKind.CHANNEL else 1)


async def test_withdrawing_and_signing_again_is_no_way_around_the_limit(
    db: Database, petition: StoredAppeal, collector: str
) -> None:
    await sign_all(db, range(LIMIT + 1), collector)
    late = await the_suspect(db)

    await withdraw(db, CODE, late)
    await sign(db, signing(late, collector, seconds=30))

    assert await the_suspect(db) == late
    assert (await assert_agrees(db, CODE)).total() == LIMIT


async def test_changing_a_name_makes_no_suspect_signature_count(
    db: Database, petition: StoredAppeal, collector: str
) -> None:
    await sign_all(db, range(LIMIT + 1), collector)
    late = await the_suspect(db)

    await change(db, replace(signing(late, collector), name=f"Name {late} again"))

    assert await the_suspect(db) == late
    assert (await assert_agrees(db, CODE)).total() == LIMIT


async def test_what_somebody_looked_at_counts_and_what_came_since_waits_on(
    db: Database, petition: StoredAppeal, owner: Coordinator, collector: str
) -> None:
    await sign_all(db, range(LIMIT + 5), collector)
    (seen,) = await suspects_of(db, CODE)
    await sign_all(db, range(100, 103), collector, seconds=20)

    accepted = await accept_suspects(db, CODE, collector, seen.newest, owner, NOW)
    again = await accept_suspects(db, CODE, collector, seen.newest, owner, NOW)

    assert (accepted, again) == (5, 0)
    (left,) = await suspects_of(db, CODE)
    assert left.waiting == 3
    assert (await assert_agrees(db, CODE)).total() == LIMIT + 5
    assert [entry.name for entry in await latest(db, 1)] == ["accept_suspects"]


async def test_more_than_fit_one_transaction_are_accepted_all(
    db: Database, petition: StoredAppeal, owner: Coordinator, collector: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.petitions.collecting.suspects.SLICE", 4)
    await sign_all(db, range(LIMIT + 10), collector)
    (seen,) = await suspects_of(db, CODE)

    assert await accept_suspects(db, CODE, collector, seen.newest, owner, NOW) == 10
    assert (await assert_agrees(db, CODE)).total() == LIMIT + 10


async def test_a_burst_is_told_once_however_long_it_goes_on(
    db: Database, petition: StoredAppeal, collector: str
) -> None:
    await sign_all(db, range(LIMIT + 1), collector)
    (burst,) = await untold_bursts(db)
    assert await untold_bursts(db) == (burst,)  # nobody was told yet
    await mark_told(db, burst)
    assert await untold_bursts(db) == ()

    for minute in range(1, 30):
        people = range(1_000 * minute, 1_000 * minute + LIMIT + 1)
        await sign_all(db, people, collector, seconds=60 * minute)
        assert await untold_bursts(db) == ()

    await sign_all(db, range(100_000, 100_000 + LIMIT + 1), collector, 29 * 60 + BURST_GAP.total_seconds())
    (new,) = await untold_bursts(db)
    assert new.waiting == 1


async def test_after_somebody_looked_the_next_one_is_told_at_once(
    db: Database, petition: StoredAppeal, owner: Coordinator, collector: str
) -> None:
    await sign_all(db, range(LIMIT + 1), collector)
    (burst,) = await untold_bursts(db)
    await mark_told(db, burst)
    await accept_suspects(db, CODE, collector, burst.newest, owner, NOW)

    await sign(db, signing(1_000, collector, seconds=10))

    (new,) = await untold_bursts(db)
    assert new.waiting == 1


async def test_whoever_comes_through_a_link_that_has_ended_counts_for_no_link(
    db: Database, petition: StoredAppeal, owner: Coordinator, collector: str
) -> None:
    await sign_all(db, range(3), collector)

    assert await end_link(db, CODE, collector, owner, NOW)
    assert not await end_link(db, CODE, collector, owner, NOW)
    await sign_all(db, range(10, 12), collector)

    link = await find_link(db, CODE, collector)
    assert link is not None
    assert (link.valid, link.ended_at) == (3, NOW)
    assert await count_by(db, CODE, Dimension.SOURCE) == {collector: 3, "": 2}
    assert [entry.name for entry in await latest(db, 2)] == ["end_link", "make_link"]


async def test_a_name_beside_a_link_cannot_be_read_in_the_file_and_goes_with_the_names_of_signers(
    db: Database, petition: StoredAppeal, owner: Coordinator, collector: str, tmp_path: Path
) -> None:
    channel = await make_link(db, NewLink(CODE, LinkKind.CHANNEL, "Our channel"), owner, NOW)
    assert b"Mina" not in b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))

    async with db.transaction() as tx:
        await erase_volunteers(tx, CODE)

    assert {link.source: link.label for link in await links_of(db, CODE)} == {collector: None, channel: "Our channel"}
