"""What was promised to be erased is erased on its day, and not before; totals stay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.letters.broadcasts import plan
from storage.people.own_data import forget, own_data
from storage.petitions.handover import handover_rows
from storage.petitions.signatures import Purpose, Signing, sign, withdraw
from storage.petitions.tally import count_signatures
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_expired_tips, erase_names
from storage.tips.records import KEPT_AFTER_ARRIVAL, SealedTip, add_tip, open_tips
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator


async def test_names_go_half_a_year_after_the_close_and_the_total_stays(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    code, deadline = urgent.appeal.code, urgent.appeal.deadline
    await plan(db, urgent, owner, NOW)
    consents = frozenset({Purpose.KEEP, Purpose.HAND_OVER, Purpose.UPDATES})
    await sign(db, Signing(code, urgent.version, 11, "Amina K.", "KR", consents, "1", "en", NOW))

    assert await erase_names(db, deadline + NAMES_KEPT_AFTER_CLOSING - timedelta(seconds=1)) == 0
    assert [row.name async for row in handover_rows(db, code)] == ["Amina K."]
    assert await erase_names(db, deadline + NAMES_KEPT_AFTER_CLOSING) == 1

    assert [row async for row in handover_rows(db, code)] == []
    (left,) = (await own_data(db, 11))["signatures"]
    assert (left["name"], left["country"], left["consents"]) == (None, None, [])
    assert not await withdraw(db, code, 11)
    await forget(db, 11)
    assert [(count.country, count.valid) for count in await count_signatures(db, code)] == [("KR", 1)]


async def test_a_tip_is_erased_on_the_day_its_time_is_over(db: Database) -> None:
    await add_tip(db, SealedTip(b"x" * 32, "arrest", "high", NOW.date(), "digest", "age1…", b"sealed"))

    assert await erase_expired_tips(db, NOW.date() + KEPT_AFTER_ARRIVAL - timedelta(days=1)) == 0
    assert await erase_expired_tips(db, NOW.date() + KEPT_AFTER_ARRIVAL) == 1
    assert await open_tips(db) == ()
