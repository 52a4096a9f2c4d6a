"""Stories of the last day of a petition, and of a text that changes after people signed it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.petitions.openings import opened
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.stories.test_correcting import SHEET, approve_correction, corrected, send, subscribe

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"
OTHER_DEMAND = "Let the nine telephone their families"


async def comes_to_the_last_day(house: House, appeal: Appeal) -> None:
    house.clock.time = appeal.deadline - timedelta(hours=20)
    await house.clarion.ticker.tick()
    await house.sends_all_letters()


def asks_for_something_else() -> str:
    sheet = corrected("We ask for telephone calls.", title="Nine people").replace("열 명", "아홉 명")
    return sheet.replace("Press Beijing at once not to send the nine back", OTHER_DEMAND)


async def test_who_opened_it_and_has_not_signed_is_reminded_once_in_their_language(
    amina: Person, sujin: Person, hana: Person, clarion: House, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribe(amina, sujin)
    await send(hana)
    await opened(db, CODE, sujin.id)
    await comes_to_the_last_day(clarion, appeals[CODE])
    await comes_to_the_last_day(clarion, appeals[CODE])

    assert sujin.sees.count("아직 서명하지 않으신 호소라서") == 1
    assert "마감일" in sujin.last.text
    assert "서명하기" in sujin.buttons
    assert "Reminder" not in amina.sees


async def test_a_coordinator_sees_the_reminder_by_its_name(
    amina: Person, hana: Person, clarion: House, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribe(amina)
    await send(hana)
    await opened(db, CODE, amina.id)
    await comes_to_the_last_day(clarion, appeals[CODE])
    await hana.sends(f"/progress {CODE}")

    assert "The reminder of DEMO-002 has been sent" in hana.last.text
    assert "1 of 1 reminder sent" in hana.last.text


async def test_signers_read_what_changed_and_can_sign_the_new_text(
    amina: Person, joon: Person, hana: Person, clarion: House, db: Database, appeals: dict[str, Appeal]
) -> None:
    assert "Press Beijing at once not to send the nine back" in SHEET
    await amina.sends("/start")
    await hana.sends(f"/send {CODE}")
    await hana.presses("Publish without letters")
    now, consents = clarion.clock.now(), frozenset({Purpose.KEEP, Purpose.UPDATES})
    version = 1 + list(appeals).index(CODE)
    await sign(db, Signing(CODE, version, amina.id, "A. B.", "KR", consents, "1", "en", now, now.date()))
    await approve_correction(joon, hana, asks_for_something_else())
    await hana.sends(f"/correct {CODE}")
    await hana.presses("Correct it now")
    await clarion.sends_all_letters()

    assert "The text that you signed has changed" in amina.last.text
    assert "What changed: We ask for telephone calls." in amina.last.text
    assert OTHER_DEMAND in amina.last.text
    assert amina.buttons == ["Sign the new text", "More", "Contact"]
    clarion.clock.turn(seconds=11)
    await clarion.sends_all_letters()
    assert "Signers of DEMO-002 have been asked again" in hana.sees
