"""Somebody in the middle of one thing begins another: what they type belongs to the one they were last in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.faults import Rule, server_error
from storage.appeals.records import find_appeal
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import find_coordinator
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.conftest import HANA, approve_demo_appeals
from tests.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House

CODE = "DEMO-002"


async def publish(house: House) -> None:
    """Approve and send the demo appeals, as the fixtures do."""
    db, now = house.clarion.services.db, house.clock.now()
    owner = await find_coordinator(db, HANA)
    assert owner is not None
    for code in await approve_demo_appeals(db, now):
        await plan(db, await find_appeal(db, code), owner, now)


async def begins_to_sign(person: Person) -> None:
    """Come as far as the question for the name."""
    await person.sends(f"/sign {CODE}")
    for button in ("consent:keep", "consents:done", "name:change"):
        await person.presses(button)


async def begins_to_offer(person: Person) -> None:
    """Come as far as the question for a volunteer's name."""
    await person.sends(f"/volunteer {CODE}")
    for button in (f"volunteer-way:{CODE}:alone", f"volunteer-age:{CODE}:alone:yes"):
        await person.presses(button)


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


@pytest.mark.usefixtures("published")
async def test_when_the_last_one_has_ended_the_one_before_it_listens_and_is_cancelled_first(hana: Person) -> None:
    await begins_to_sign(hana)
    await begins_to_offer(hana)
    await hana.sends(f"/batch {CODE}")
    await hana.sends("/cancel")
    assert "Nothing was changed" in hana.last.text

    await hana.sends("Hana the volunteer")
    assert "Please check your offer" in hana.last.text
    await hana.sends("/cancel")
    assert "Nothing was offered" in hana.last.text
    await hana.sends("Hana the signer")
    assert "Name: Hana the signer" in hana.last.text


@pytest.mark.usefixtures("published")
async def test_a_command_that_only_lists_does_not_take_what_is_typed_from_the_one_before(amina: Person) -> None:
    await begins_to_sign(amina)
    await begins_to_offer(amina)
    await amina.sends("/sign")
    await amina.sends("Amina K.")
    assert "Please check your offer" in amina.last.text
    await amina.sends("/cancel")

    assert "Nothing was offered" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_one_that_failed_to_begin_does_not_take_what_is_typed_from_the_one_before(
    hana: Person, clarion: House
) -> None:
    await begins_to_offer(hana)
    clarion.telegram.faults.add(Rule(server_error(502), method="sendMessage", times=1))
    await hana.sends(f"/batch {CODE}")
    await hana.sends("Hana K.")

    assert "Please check your offer" in hana.last.text


async def test_a_restart_does_not_change_to_which_one_that_belongs_what_is_typed(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("/start")
        await publish(house)
        await begins_to_sign(hana)
        await hana.sends(f"/batch {CODE}")
        for button in ("batch-channel:paper", "12", "batch-day:2026-11-22"):
            await (hana.sends(button) if button.isdigit() else hana.presses(button))
        await begins_to_offer(hana)

    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("Archive, box twelve")
        assert "Archive, box twelve" in hana.last.text
        assert "12 signatures" in hana.last.text
        await hana.sends("/cancel")
        await hana.sends("Hana Kim")
        assert "Name: Hana Kim" in hana.last.text


@pytest.mark.usefixtures("published")
async def test_an_unfinished_signing_leaves_a_sheet_to_those_who_read_sheets(hana: Person, amina: Person) -> None:
    for person in (hana, amina):
        await begins_to_sign(person)
        await person.presses("summary:show")
    await hana.sends("/draft")
    await hana.sends_document("appeal-sheet.md", "nothing of a sheet")
    await amina.sends_document("appeal-sheet.md", "nothing of a sheet")

    assert "Please check" not in hana.last.text
    assert "Files cannot be taken in here" in amina.last.text
