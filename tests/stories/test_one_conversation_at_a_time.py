"""Somebody in the middle of one thing begins another: what they type belongs to the one they were last in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.records import find_appeal
from storage.petitions.signatures import Purpose, Signing
from storage.petitions.signing import sign

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"


async def test_what_is_typed_belongs_to_the_last_one_and_the_first_goes_on_at_its_button(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    version, now = (await find_appeal(db, CODE)).version, clarion.clock.now()
    await sign(db, Signing(CODE, version, 7, "Kim", "KR", frozenset({Purpose.KEEP}), "1", "ko", now, now.date()))
    clarion.clock.turn(minutes=1)
    await hana.sends(f"/sign {CODE}")
    await hana.presses("consent:keep")
    await hana.presses("consents:done")
    await hana.presses("name:change")

    await hana.sends(f"/invalidate {CODE} country=KR")
    await hana.sends("Typed twice by mistake.")
    assert "Reason: Typed twice by mistake." in hana.last.text
    await hana.sends("/cancel")
    assert "Nothing was changed" in hana.last.text

    await hana.presses("summary:show")
    await hana.presses("name:change")
    await hana.sends("Hana Kim")
    assert "Hana Kim" in hana.last.text
    await hana.presses("sign-confirm:yes")
    assert "Your number: 2" in hana.last.text
