"""People take their signatures back, in two taps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import find_appeal
from storage.people.coordinators import find_coordinator
from storage.people.own_data import own_data
from storage.petitions.counting.tally import count_signatures
from storage.petitions.handing_over.handovers import hand_over
from storage.petitions.log.entries import Deed
from storage.petitions.signatures.standing import take_out
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person

pytestmark = pytest.mark.usefixtures("published")


async def total(db: Database) -> int:
    return sum(count.valid for count in await count_signatures(db, "DEMO-002"))


async def signs(person: Person, code: str = "DEMO-002") -> None:
    await person.sends(f"/sign {code}")
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await person.presses(button)


async def test_two_taps_withdraw_and_the_count_drops_at_once(amina: Person, sujin: Person, db: Database) -> None:
    await signs(amina)
    await signs(sujin)
    await amina.sends("/withdraw")
    await amina.presses("withdraw:DEMO-002")
    assert "Take back your signature number 1?" in amina.last.text
    await amina.presses("Withdraw my signature")

    assert "Erased: your name, your country" in amina.last.text
    assert "Signatures now: 1" in amina.last.text
    assert await total(db) == 1
    [signature] = (await own_data(db, amina.id))["signatures"]
    assert (signature["state"], signature["name"], signature["country"], signature["consents"]) == (
        "withdrawn",
        None,
        None,
        [],
    )


async def test_a_double_tap_withdraws_once(amina: Person, sujin: Person, db: Database) -> None:
    await signs(amina)
    await signs(sujin)
    await sujin.sends("/withdraw DEMO-002")
    await sujin.presses_twice("서명 철회")

    assert "서명을 철회했습니다" in sujin.last.text
    assert await total(db) == 1


async def test_whoever_keeps_the_signature_keeps_it(amina: Person, db: Database) -> None:
    await signs(amina)
    await amina.sends("/withdraw demo-002")
    await amina.presses("Keep it")

    assert "stays as it is" in amina.last.text
    assert await total(db) == 1


async def test_a_closed_petition_can_still_be_left(amina: Person, clarion: House, db: Database) -> None:
    await signs(amina)
    clarion.clock.turn(days=30)
    await amina.sends("/withdraw DEMO-002")
    await amina.presses("withdraw-confirm:DEMO-002")

    assert await total(db) == 0


async def test_whoever_signs_again_gets_the_old_number(amina: Person, sujin: Person, db: Database) -> None:
    await signs(amina)
    await signs(sujin)
    await amina.sends("/withdraw DEMO-002")
    await amina.presses("Withdraw my signature")
    await signs(amina)

    assert "Erased: your name, your country, your comment, your language" in amina.sees
    assert "the number, its day, a line in the log" in amina.sees
    assert "Thank you for signing." in amina.last.text
    assert "Your number: 1\n" in amina.last.text
    assert await total(db) == 2


async def test_what_was_not_signed_cannot_be_withdrawn(amina: Person) -> None:
    await amina.sends("/withdraw")
    assert "nothing to withdraw" in amina.last.text
    for times, code in enumerate(("DEMO-001", "DEMO-999", "x" * 200), start=1):
        await amina.sends(f"/withdraw {code}")
        assert amina.sees.count("There is no signature of yours") == times


async def test_nobody_withdraws_the_signature_of_another_person(amina: Person, sujin: Person, db: Database) -> None:
    await signs(amina)
    await sujin.sends("/help")
    sujin.house.telegram.forges_press(sujin.id, sujin.last.message_id, "withdraw-confirm:DEMO-002")
    await sujin.house.answers_everything()

    assert await total(db) == 1


async def test_half_a_year_after_the_close_it_is_said_that_nothing_leads_to_a_signer(
    amina: Person, sujin: Person, clarion: House, db: Database
) -> None:
    await signs(amina)
    await amina.sends("/withdraw DEMO-002")
    clarion.clock.turn(days=200)
    await clarion.clarion.ticker.tick()

    await amina.presses("Withdraw my signature")
    assert "erased at their time; only the count is left" in amina.last.text
    await amina.sends("/withdraw DEMO-002")
    assert "it can no longer be withdrawn" in amina.last.text
    await sujin.sends("/withdraw DEMO-002")  # who never signed reads the same: nobody can tell them apart
    assert "이제 철회하실 수 없습니다" in sujin.last.text
    await amina.sends("/withdraw")
    assert "There is no signature here that leads to you" in amina.last.text
    assert await total(db) == 1


async def test_who_holds_the_name_is_said_before_and_after_withdrawing(
    amina: Person, hana: Person, clarion: House, db: Database
) -> None:
    await amina.sends("/sign DEMO-002")
    for button in ("consent:keep", "consent:hand_over", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await hand_over(db, await find_appeal(db, "DEMO-002"), "a1", owner, clarion.clock.now(), number=1)

    await amina.sends("/sign DEMO-002")
    assert "Your name was handed over to:\n• President of the Republic of Korea, 22 November 2026" in amina.last.text
    await amina.sends("/withdraw DEMO-002")
    assert "We cannot call back a list that was handed over, and it keeps your name." in amina.last.text
    await amina.presses("Withdraw my signature")
    assert "• President of the Republic of Korea, 22 November 2026" in amina.last.text
    await assert_agrees(db, "DEMO-002")


async def test_who_was_taken_out_is_told_so(amina: Person, db: Database) -> None:
    await signs(amina)
    await invalidate_all(db)
    await amina.sends("/withdraw DEMO-002")
    assert "A coordinator took your signature out of the count" in amina.last.text
    await amina.sends("/sign DEMO-002")
    assert "cannot be signed again" in amina.last.text


async def invalidate_all(db: Database) -> None:
    async with db.transaction() as tx:
        await take_out(tx, db, await tx.all("SELECT * FROM signature"), Deed.INVALIDATED)
        await tx.execute("UPDATE signature SET state = 'invalidated', state_before = 'valid'")
