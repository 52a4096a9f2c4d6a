"""What everybody is told of a count: nothing of fewer than five people, nor by subtracting one number from another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exports.signatures.totals import totals_table
from storage.petitions.batches.counts import add_count_batch
from storage.petitions.batches.records import Sheets
from storage.petitions.counting.support import COUNTRY_MIN, support_of, told_apart
from storage.petitions.handing_over.contents import contents_in
from storage.petitions.handing_over.handovers import hand_over
from storage.petitions.signatures.entering import enter
from storage.petitions.signatures.records import Channel, Signing
from tests.storage.conftest import NOW
from tests.storage.test_signatures import CODE, petition, signing

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

__all__ = ["petition"]

COUNTRIES = ("KR", "JP", "US", "TH", "ZZ", "")


@given(st.dictionaries(st.sampled_from(COUNTRIES), st.integers(1, 12)))
def test_whatever_is_left_out_hides_five_or_nobody(given_counts: dict[str, int]) -> None:
    counts = Counter(given_counts)
    shown = told_apart(counts)

    assert all(counts[value] == n >= COUNTRY_MIN for value, n in shown.items())
    assert not {"", "ZZ"} & set(shown)
    assert list(shown.values()) == sorted(shown.values(), reverse=True)
    rest = counts.total() - sum(shown.values())
    known = rest - counts[""]
    if shown:
        assert all(n == 0 or n >= COUNTRY_MIN for n in (rest, known))
    assert told_apart(Counter(dict(reversed(counts.items())))) == shown


async def enters(db: Database, country: str, many: int, channel: Channel = Channel.TELEGRAM, first: int = 0) -> None:
    async with db.transaction() as tx:
        await enter(tx, db, [_one(country, channel, first + number) for number in range(many)])


def _one(country: str, channel: Channel, person: int) -> Signing:
    online = channel is Channel.TELEGRAM
    return replace(signing(person, country=country), channel=channel, person=person if online else None)


async def told(db: Database) -> dict[str, dict[str, int]]:
    """Return what the export tells, by what is counted."""
    found: dict[str, dict[str, int]] = {}
    async for _, _, counted_by, value, n in (await totals_table(db, CODE, NOW)).each():
        if counted_by != "#x_dimension":
            found.setdefault(str(counted_by), {})[str(value)] = int(str(n))
    return found


async def assert_the_same_everywhere(
    db: Database, stored: StoredAppeal, owner: Coordinator, countries: dict[str, int], elsewhere: int
) -> None:
    support = await support_of(db, CODE)
    assert (support.countries, support.elsewhere) == (countries, elsewhere)
    assert (await told(db))["country"] == {**countries, **({"other": elsewhere} if elsewhere else {})}
    handover = await hand_over(db, stored, stored.appeal.addressees[0].id, owner, NOW, number=1)
    async with db.reading() as tx:
        contents = await contents_in(tx, db, stored.appeal, handover)
    assert (contents.countries, contents.elsewhere) == (countries, elsewhere)


async def test_no_country_is_told_by_channel(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    await enters(db, "KR", 20)
    await enters(db, "US", 6, first=20)
    await enters(db, "KR", 28, Channel.PAPER)
    await enters(db, "US", 2, Channel.PAPER)

    assert (await told(db))["channel"] == {"paper": 30, "telegram": 26}
    await assert_the_same_everywhere(db, petition, owner, {"KR": 48, "US": 8}, 0)


async def test_few_from_elsewhere_are_hidden_among_more(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await enters(db, "KR", 17)
    await enters(db, "JP", 6, first=20)
    await enters(db, "MM", 2, first=40)

    await assert_the_same_everywhere(db, petition, owner, {"KR": 17}, 8)


async def test_sheets_without_names_hide_nobody(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    await enters(db, "KR", 17)
    await enters(db, "MM", 2, first=20)
    await add_count_batch(db, petition, Sheets(Channel.PAPER, NOW.date(), None), 250, "sheet", owner, NOW)

    await assert_the_same_everywhere(db, petition, owner, {}, 269)


@pytest.mark.usefixtures("petition")
async def test_of_three_people_only_the_total_is_told(db: Database) -> None:
    await enters(db, "KR", 3)
    assert await told(db) == {"total": {"": 3}}


@pytest.mark.usefixtures("petition")
async def test_a_channel_of_few_is_not_named(db: Database) -> None:
    await enters(db, "KR", 9)
    await enters(db, "KR", 3, Channel.FAX)
    assert (await told(db))["channel"] == {"other": 12}
