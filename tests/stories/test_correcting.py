"""Stories of an appeal that was sent and turns out to be wrong somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_sheets
from storage.appeals.records import find_appeal, find_correction
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.petitions.signatures.records import Purpose, Signing, find_signature
from storage.petitions.signatures.signing import sign

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

SHEET = demo_sheets()[1]
NOTE = "Ten people are held, not nine."
KOREAN_NOTE = "붙잡힌 분은 아홉 명이 아니라 열 명입니다."


def corrected(note: str = NOTE, title: str = "Ten people") -> str:
    head = f"code: DEMO-002\nchange_note: {{en: '{note}', ko: '{KOREAN_NOTE}'}}"
    return SHEET.replace("Nine people", title).replace("아홉 명", "열 명").replace("code: DEMO-002", head)


async def subscribe(*people: Person) -> None:
    for person in people:
        await person.sends("/start")
        await person.presses("subscribe:yes")


async def send(owner: Person) -> None:
    await owner.sends("/send DEMO-002")
    await owner.presses("Send now")
    await owner.house.sends_all_letters()


async def approve_correction(author: Person, reviewer: Person, sheet: str | None = None) -> None:
    await author.sends_document("appeal.md", sheet or corrected(), "replace")
    await author.presses("submit:")
    await reviewer.presses("approve:")


@pytest.fixture
async def readers(amina: Person, sujin: Person, hana: Person, appeals: dict[str, Appeal]) -> tuple[Person, Person]:
    """Amina and Sujin, who got DEMO-002."""
    await subscribe(amina, sujin)
    await send(hana)
    return amina, sujin


async def test_the_sheet_of_an_appeal_that_was_sent_is_its_correction_and_says_what_changed(
    joon: Person, readers: tuple[Person, Person], db: Database
) -> None:
    await joon.sends_document("appeal.md", SHEET.replace("Nine people", "Ten people"))
    assert "change_note: 이미 발송된 호소문을 바로잡는 양식입니다" in joon.last.text
    assert await find_correction(db, "DEMO-002") is None

    await joon.sends_document("appeal.md", corrected())
    assert "정정문으로 저장했습니다(버전 2)" in joon.last.text
    assert f"What changed: {NOTE}" in joon.sees
    assert f"바로잡음: {KOREAN_NOTE}" in joon.sees
    amina, _ = readers
    await amina.sends("/appeals")
    await amina.presses("Nine people")
    assert "Ten people" not in amina.sees


async def test_reviewers_read_what_changed_before_they_approve(
    joon: Person, hana: Person, readers: tuple[Person, Person]
) -> None:
    await joon.sends_document("appeal.md", corrected())
    await joon.presses("submit:DEMO-002:2")

    assert "DEMO-002: a correction waits for your review" in hana.last.text
    assert NOTE in hana.last.text
    await hana.sends("/queue")
    assert "Correction of what was sent, version 2, in review" in hana.last.text
    assert f"What changed: {NOTE}" in hana.last.text
    await hana.sends("/approve DEMO-002")
    assert "which corrects what was sent" in hana.last.text
    await hana.presses("approve:DEMO-002:2")
    assert "/correct DEMO-002" in hana.last.text
    assert "작성하신 DEMO-002 호소문(버전 2)이 승인되었습니다" in joon.last.text


async def test_who_got_the_earlier_version_gets_one_correction_and_their_message_is_changed(
    joon: Person, hana: Person, readers: tuple[Person, Person], db: Database, clarion: House
) -> None:
    amina, sujin = readers
    letter = next(message for message in amina.chat if "Nine people" in message.text)
    await approve_correction(joon, hana)
    await hana.sends("/queue")
    await hana.presses("Send correction: DEMO-002")

    assert "Goes to 2 people who got an earlier version" in hana.last.text
    assert NOTE in hana.last.text
    assert (await find_appeal(db, "DEMO-002")).number == 1
    await hana.presses_twice("Send the correction to 2")
    await clarion.sends_all_letters()

    edited = next(message for message in amina.chat if message.message_id == letter.message_id)
    assert edited.text.startswith(f"Corrected: {NOTE}")
    assert "Ten people" in edited.text
    notices = [message for message in amina.chat if "We have corrected what we sent you" in message.text]
    assert len(notices) == 1
    assert notices[0].reply_to == letter.message_id
    assert f"바로잡은 내용: {KOREAN_NOTE}" in sujin.last.text
    assert "Nine people" not in amina.sees
    current = await find_appeal(db, "DEMO-002")
    assert (current.number, current.appeal.texts["en"].title[:10]) == (2, "Ten people")


async def test_the_second_correction_changes_the_same_message(
    joon: Person, hana: Person, readers: tuple[Person, Person], clarion: House
) -> None:
    amina, _ = readers
    letter = next(message for message in amina.chat if "Nine people" in message.text)
    for sheet in (corrected(), corrected("Eleven people are held.", "Eleven people")):
        await approve_correction(joon, hana, sheet)
        await hana.sends("/correct DEMO-002")
        await hana.presses("correct-now:")
        await clarion.sends_all_letters()

    edited = next(message for message in amina.chat if message.message_id == letter.message_id)
    assert edited.text.startswith("Corrected: Eleven people are held.")
    assert len([message for message in amina.chat if "We have corrected" in message.text]) == 2


async def test_who_signed_before_stays_counted_and_who_signs_after_signs_the_corrected_version(
    joon: Person, hana: Person, readers: tuple[Person, Person], db: Database, clarion: House
) -> None:
    before = await find_appeal(db, "DEMO-002")
    now = clarion.clock.now()
    signing = Signing("DEMO-002", before.version, 77, "A", "KR", frozenset({Purpose.KEEP}), "1", "en", now, now.date())
    await sign(db, signing)
    await approve_correction(joon, hana)
    await hana.sends("/correct DEMO-002")
    await hana.presses("correct-now:")
    await clarion.sends_all_letters()

    amina, _ = readers
    await amina.presses("sign:DEMO-002")
    assert "Ten people" in amina.sees
    assert await find_signature(db, "DEMO-002", 77) is not None


async def test_a_newer_correction_makes_the_button_of_the_older_one_stale(
    joon: Person, hana: Person, readers: tuple[Person, Person], db: Database
) -> None:
    await approve_correction(joon, hana)
    await hana.sends("/correct DEMO-002")
    await approve_correction(joon, hana, corrected(title="A dozen people"))
    await hana.presses("correct-now:DEMO-002:2")

    assert "newer correction of DEMO-002" in hana.last.text or "newer correction of DEMO-002" in hana.sees
    assert (await find_appeal(db, "DEMO-002")).number == 1


async def test_it_is_said_why_a_correction_cannot_be_sent(
    joon: Person, hana: Person, readers: tuple[Person, Person], clarion: House
) -> None:
    await hana.sends("/correct DEMO-002")
    assert "No correction of DEMO-002 waits" in hana.last.text
    await hana.sends("/correct DEMO-001")
    assert "Its state: approved" in hana.last.text
    await joon.sends_document("appeal.md", corrected())
    await hana.sends("/correct DEMO-002")
    assert "Its state: draft" in hana.last.text

    await joon.presses("submit:")
    await hana.presses("approve:")
    clarion.clock.turn(days=30)
    await hana.sends("/correct DEMO-002")
    assert "The deadline has passed" in hana.last.text


async def test_not_now_sends_nothing(joon: Person, hana: Person, readers: tuple[Person, Person], db: Database) -> None:
    await approve_correction(joon, hana)
    await hana.sends("/correct DEMO-002")
    await hana.presses("Not now")

    assert "No correction was sent" in hana.sees
    assert (await find_appeal(db, "DEMO-002")).number == 1


async def test_only_who_may_send_may_correct(
    joon: Person, hana: Person, sujin: Person, readers: tuple[Person, Person], db: Database
) -> None:
    await approve_correction(joon, hana)
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    now = hana.house.clock.now()
    await accept_invitation(db, await invite(db, Role.REVIEWER, owner, now), sujin.id, now)
    await sujin.sends("/queue")
    assert not [label for label in sujin.buttons if "정정문 보내기" in label]
    await sujin.sends("/correct DEMO-002")

    assert "정정: " not in sujin.last.text
