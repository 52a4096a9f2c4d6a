"""Looking through the appeals: in order of deadline, urgency or activity, by kind, open or over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from handlers.supporters.listing import PAGE
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.appeals.vocabulary import Kind
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import find_coordinator

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

TUMEN, SUMMIT, UNHCR = "Nine people held at Tumen", "Put safe passage on the summit table", "Up to 2,000 reported"


async def send(db: Database, appeal: Appeal, hana: Person) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    now = hana.house.clock.now()
    await add_draft(db, appeal, owner, now)
    await submit(db, appeal.code, 1, owner, now)
    await approve(db, appeal.code, 1, owner, now, needed=0)
    await plan(db, await find_appeal(db, appeal.code), owner, now)


async def another(db: Database, like: Appeal, hana: Person, code: str, kind: Kind, days: int = 90) -> None:
    deadline = hana.house.clock.now() + timedelta(days=days)
    await send(db, like.model_copy(update={"code": code, "deadline": deadline, "kind": kind}), hana)


def titles(person: Person) -> list[str]:
    """The appeals that the newest list shows, in its order."""
    found = [(person.last.text.find(title), title) for title in (TUMEN, SUMMIT, UNHCR)]
    return [title for at, title in sorted(found) if at >= 0]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("deadline", [SUMMIT, TUMEN, UNHCR]), ("urgency", [TUMEN, SUMMIT, UNHCR]), ("activity", [UNHCR, SUMMIT, TUMEN])],
    ids=["deadline", "urgency", "activity"],
)
async def test_each_order_is_its_own(
    order: str, expected: list[str], amina: Person, published: dict[str, Appeal], db: Database, clarion: House
) -> None:
    soon, later = clarion.clock.now() + timedelta(days=1), clarion.clock.now() + timedelta(days=5)
    async with db.transaction() as tx:
        for code, at in (("DEMO-001", soon), ("DEMO-002", later)):
            appeal = published[code].model_copy(update={"deadline": at})
            await tx.execute(
                """
                UPDATE appeal_version SET document = :document WHERE appeal = :code
                """,
                {"document": appeal.model_dump_json(), "code": code},
            )
            await tx.execute(
                "UPDATE appeal SET deadline = :at WHERE code = :code", {"at": int(at.timestamp()), "code": code}
            )
        for code, day, count in (
            ("DEMO-003", "2026-11-22", 9),
            ("DEMO-001", "2026-11-20", 5),
            ("DEMO-002", "2026-11-15", 99),  # a week ago and a day: not of late
        ):
            await tx.execute(
                """
                INSERT INTO tally (appeal, channel, dimension, value, valid)
                VALUES (:code, 'telegram', 'day', :day, :count)
                """,
                {"code": code, "day": day, "count": count},
            )

    await amina.sends(f"/appeals {order}")

    assert titles(amina) == expected
    assert sum(label.startswith("• ") for label in amina.buttons) == 2  # the order, and all kinds


async def test_one_kind_alone_is_shown(amina: Person, hana: Person, published: dict[str, Appeal], db: Database) -> None:
    await another(db, published["DEMO-003"], hana, "STATE-1", Kind.STATEMENT)
    await amina.sends("/appeals")
    assert {"• All kinds", "Urgent appeals", "Petitions", "Statements"} <= set(amina.buttons)

    await amina.presses("Statements")

    assert amina.last.text.startswith("One appeal is open now")
    assert "STATE-1" in amina.last.text
    assert "DEMO-" not in amina.last.text
    await amina.presses("All kinds")
    assert amina.last.text.startswith("4 appeals")


async def test_a_long_list_has_pages(amina: Person, hana: Person, published: dict[str, Appeal], db: Database) -> None:
    for number in range(PAGE):
        await another(db, published["DEMO-003"], hana, f"LATER-{number}", Kind.STATEMENT)
    await amina.sends("/appeals")
    assert amina.last.text.startswith(f"{PAGE + 3} appeals are open now")
    assert TUMEN in amina.last.text

    await amina.presses("Next")
    assert f"LATER-{PAGE - 1}" in amina.last.text
    assert TUMEN not in amina.last.text
    await amina.presses("Previous")
    assert TUMEN in amina.last.text


async def test_what_is_over_is_found_among_the_earlier_ones(
    sujin: Person, clarion: House, published: dict[str, Appeal]
) -> None:
    clarion.clock.turn(days=4)
    await clarion.clarion.ticker.tick()
    await sujin.sends("/appeals")
    assert "진행 중인 호소 2건" in sujin.last.text

    await sujin.presses("지난 호소 보기")

    assert "지난 호소 1건" in sujin.last.text
    assert "투먼" in sujin.last.text
    await sujin.presses("투먼에")
    assert "서명하기" not in sujin.buttons


async def test_forged_words_of_a_list_do_nothing_but_list(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends("/appeals 999999999999 nonsense")

    assert titles(amina) == [TUMEN, SUMMIT, UNHCR]
