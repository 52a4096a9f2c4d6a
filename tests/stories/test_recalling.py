"""Stories of an appeal that must not be read any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.records import AppealState, find_appeal
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from tests.stories.test_correcting import approve_correction, send, subscribe

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person


async def test_a_recall_says_what_happens_and_wants_the_code_twice(
    hana: Person, amina: Person, sujin: Person, appeals: dict[str, Appeal], db: Database
) -> None:
    await subscribe(amina, sujin)
    await send(hana)
    await hana.sends("/recall DEMO-002")
    assert "2 messages that were sent are taken back" in hana.last.text
    assert "48 hours" not in hana.last.text
    assert "Signing ends at once" in hana.last.text
    assert "This cannot be undone" in hana.last.text

    for wrong in ("/recall DEMO-002 DEMO-001", "/recall DEMO-002 yes", "DEMO-002", "/recall DEMO-002 DEMO-002 now"):
        await hana.sends(wrong)
    assert hana.sees.count("not the code written twice, so nothing was recalled") == 3
    assert (await find_appeal(db, "DEMO-002")).state is AppealState.PUBLISHED
    assert "Nine people" in amina.sees


async def test_every_message_goes_and_nobody_can_open_or_sign_it_any_more(
    hana: Person, joon: Person, amina: Person, sujin: Person, appeals: dict[str, Appeal], clarion: House, db: Database
) -> None:
    await subscribe(amina, sujin)
    await send(hana)
    await approve_correction(joon, hana)
    await hana.sends("/correct DEMO-002")
    await hana.presses("correct-now:")
    await clarion.sends_all_letters()
    await hana.sends("/recall demo-002 demo-002")
    await clarion.sends_all_letters()

    assert "DEMO-002 is withdrawn from this moment on" in hana.sees
    for reader in (amina, sujin):
        assert "Ten people" not in reader.sees
        assert "열 명" not in reader.sees
    await amina.sends("/appeals")
    assert "No appeal is open" in amina.last.text
    for way in ("/share DEMO-002", "/start DEMO-002", "/contact DEMO-002", "/sign DEMO-002"):
        await amina.sends(way)
        assert "Demo Rights Network has withdrawn this appeal" in amina.last.text
    await sujin.opens("DEMO-002")
    assert "이 호소를 철회했습니다" in sujin.last.text
    await hana.sends("/recall DEMO-002")
    assert "was recalled before" in hana.last.text


async def test_what_telegram_does_not_delete_any_more_is_written_over(
    hana: Person, amina: Person, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribe(amina)
    await send(hana)
    letter = next(message for message in amina.chat if "Nine people" in message.text)
    clarion.clock.turn(hours=49)
    await hana.sends("/recall DEMO-002")
    assert "Telegram does not delete what is older than 48 hours" in hana.last.text
    await hana.sends("/recall DEMO-002 DEMO-002")
    await clarion.sends_all_letters()

    left = next(message for message in amina.chat if message.message_id == letter.message_id)
    assert left.text.startswith("Demo Rights Network has withdrawn this message")
    assert not left.buttons


async def test_what_was_not_sent_is_not_recalled(hana: Person, appeals: dict[str, Appeal]) -> None:
    await hana.sends("/recall DEMO-001 DEMO-001")
    assert "was not sent, so there is nothing to recall" in hana.last.text
    await hana.sends("/recall")
    assert "/recall ABC-001" in hana.last.text


async def test_only_who_may_send_may_recall(
    hana: Person, sujin: Person, appeals: dict[str, Appeal], db: Database
) -> None:
    await subscribe(sujin)
    await send(hana)
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    now = hana.house.clock.now()
    await accept_invitation(db, await invite(db, Role.REVIEWER, owner, now), sujin.id, now)
    await sujin.sends("/recall DEMO-002 DEMO-002")

    assert (await find_appeal(db, "DEMO-002")).state is AppealState.PUBLISHED
