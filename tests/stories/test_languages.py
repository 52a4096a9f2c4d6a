"""Stories of people who change the language in which they are spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.message_text import MESSAGE_MAX
from storage.people.digests import chosen_language
from storage.people.subscribers import find_subscriber

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person


async def test_the_choice_is_asked_in_every_language_and_each_is_named_in_itself(amina: Person) -> None:
    await amina.sends("/language")

    assert "Which language" in amina.sees
    assert "어떤 언어" in amina.sees
    assert amina.buttons == ["English", "한국어"]


async def test_the_first_screen_turns_into_the_chosen_language(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("한국어")

    assert "긴급 호소 봇" in amina.last.text
    assert await chosen_language(db, amina.id) == "ko"


async def test_letters_follow_the_choice(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.sends("/language")
    await amina.presses("한국어")

    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.language == "ko"


async def test_in_the_middle_of_signing_the_language_changes_and_only_what_is_agreed_to_is_asked_again(
    amina: Person, published: dict[str, Appeal]
) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.sends("/language")
    await amina.presses("한국어")
    assert "그대로 이어집니다" in amina.last.text

    await amina.presses("consents:done")

    assert "Amina" in amina.sees
    await amina.presses("sign-confirm:yes")
    assert "다시 읽어 주세요" in amina.last.text
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)
    assert "감사합니다" in amina.sees


async def test_a_coordinator_gets_the_menu_in_the_chosen_language(hana: Person, clarion: House) -> None:
    await hana.sends("/language")
    await hana.presses("한국어")

    descriptions = {command.description for command in clarion.telegram.menu(hana.id)}
    assert {"담당자 초대", "내 정보 삭제"} <= descriptions


async def test_an_unknown_language_changes_nothing(amina: Person, clarion: House, db: Database) -> None:
    await amina.sends("/language")
    for data in ("language:xx", "language:", "language"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, data)
    await clarion.answers_everything()

    assert await chosen_language(db, amina.id) is None
    assert len(amina.alerts) == 3
    assert all("out of date" in alert for alert in amina.alerts)
    assert "Something went wrong" not in amina.sees


async def test_screens_fit_a_message_in_every_language(amina: Person, sujin: Person) -> None:
    for person in (amina, sujin):
        for command in ("/start", "/help", "/privacy", "/subscribe", "/forget"):
            await person.sends(command)
            assert len(person.last.text) <= MESSAGE_MAX
