"""Stories of coordinators who work through tips without reading them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import latest
from storage.tips.records import open_tips
from storage.tips.words import TipState
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person

SEALED = b"age-encryption.org/v1 what nobody must see"


async def tip(db: Database, number: int, urgency: str = "normal") -> str:
    arrival = datetime(2026, 11, 1 + number, tzinfo=UTC)
    return await keep_tip(db, arrival, number=number, urgency=urgency, sealed=SEALED)


async def test_tips_are_listed_by_urgency_and_never_by_content(hana: Person, db: Database) -> None:
    normal, critical = await tip(db, 1), await tip(db, 2, "critical")
    await hana.sends("/tips")

    assert "2 open tips" in hana.last.text
    assert hana.last.text.index(critical) < hana.last.text.index(normal)
    assert "3 November 2026 · free" in hana.last.text
    assert hana.buttons == [f"Claim {critical}", f"Claim {normal}"]
    assert "age-encryption" not in hana.sees


async def test_a_tip_is_claimed_then_closed_with_buttons(hana: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends("/tips")
    await hana.presses(f"Claim {tag}")
    assert "held by you" in hana.last.text
    assert hana.buttons == [f"Close {tag}"]
    assert [row.state for row in await open_tips(db)] == [TipState.CLAIMED]

    await hana.presses(f"Close {tag}")
    assert "No tip is open" in hana.last.text
    assert await open_tips(db) == ()
    assert [entry.name for entry in await latest(db, 2)] == ["close_tip", "claim_tip"]


async def test_commands_do_the_same_as_buttons(hana: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends("/claim")
    assert "write the tag" in hana.last.text
    await hana.sends(f"/claim {tag.lower()}")
    assert f"Tip {tag} is yours now" in hana.last.text
    await hana.sends(f"/close {tag}")
    assert f"Tip {tag} is closed" in hana.last.text


async def test_two_taps_on_claim_are_one_claim(hana: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends("/tips")
    await hana.presses_twice(f"Claim {tag}")

    (row,) = await open_tips(db)
    assert (row.state, row.claimed_by) == (TipState.CLAIMED, "owner-1")
    assert "held by you" in hana.last.text


async def test_what_a_colleague_holds_or_nobody_knows_stays_as_it_is(
    hana: Person, sujin: Person, clarion: House, db: Database
) -> None:
    tag = await tip(db, 1)
    await hana.sends("/invite reviewer")
    await sujin.opens(hana.last.text.split("start=")[1].split()[0])
    await sujin.sends(f"/claim {tag}")
    for word in ("claim", "close"):
        for unknown in (tag, "ZZZZ", "x" * 300, "' OR ''='"):
            await hana.sends(f"/{word} {unknown}")

            assert "/tips shows" in hana.last.text
    await hana.sends("/tips")
    assert "held by reviewer-2" in hana.last.text
    assert not hana.last.buttons


async def test_many_tips_come_in_pages_that_say_where_they_are(hana: Person, db: Database) -> None:
    tags = [await tip(db, number) for number in range(20)]
    await hana.sends("/tips")
    assert "20 open tips, 1 to 8 below" in hana.last.text
    assert hana.buttons[-1] == "Next"

    await hana.presses("Next")
    await hana.presses("tips:2")
    assert "20 open tips, 17 to 20 below" in hana.last.text
    assert hana.buttons[-1] == "Previous"

    await hana.presses(f"Claim {tags[-1]}")
    assert "17 to 20 below" in hana.last.text
    clarion = hana.house
    clarion.telegram.forges_press(hana.id, hana.last.message_id, "tips:999999")
    await clarion.answers_everything()
    assert "17 to 20 below" in hana.last.text
