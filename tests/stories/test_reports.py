"""Stories of what a coordinator is told of a broadcast: while it goes, when it stops, and at its end."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.rehearsal import faults
from bot.rehearsal.api.answers import Answer
from bot.rehearsal.faults import Answered, Dropped, Rule
from bot.sending.reporting import MISSING_SECONDS
from storage.appeals.records import find_appeal
from storage.letters.broadcasts import steering
from storage.letters.broadcasts.planning import latest_broadcasts, plan
from storage.letters.reports.following import followed
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Subscription, subscribe
from tests.conftest import AMINA, HANA, approve_demo_appeals
from tests.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from tests.people import House

FILE = "appeal-1-counts.csv"


async def coordinator(db: Database, person: Person) -> Coordinator:
    found = await find_coordinator(db, person.id)
    assert found is not None
    return found


async def begin(house: House, db: Database, by: Person, code: str = "DEMO-002") -> None:
    """Let *by* send an appeal and see its first progress message."""
    await plan(db, await find_appeal(db, code), await coordinator(db, by), house.clock.now())
    house.clock.turn(seconds=MISSING_SECONDS)
    await house.clarion.reporter.report_all()


async def readers(db: Database, *people: Person, strangers: int = 0) -> None:
    """Subscribe people, and some whose accounts are no more."""
    for person in people:
        await person.sends("/start")
        language = "ko" if person.name == "수진" else "en"
        await subscribe(db, Subscription(person.id, language, "1", person.house.clock.now().date()))
    for person in range(5000, 5000 + strangers):
        await subscribe(db, Subscription(person, "en", "1", people[0].house.clock.now().date()))


async def sign(person: Person, code: str = "DEMO-002") -> None:
    await person.sends(f"/sign {code}")
    for press in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await person.presses(press)


def pictures(person: Person) -> list[str]:
    """The captions of the pictures in the chat."""
    return [message.text for message in person.chat if message.file and message.file.kind == "photo"]


def tables(person: Person) -> list[str]:
    return [message.file.name for message in person.chat if message.file and message.file.name.endswith(".csv")]


@pytest.fixture
async def sent(
    clarion: House, db: Database, hana: Person, amina: Person, sujin: Person, appeals: dict[str, Appeal]
) -> None:
    """DEMO-002 was sent by Hana: to Amina, Sujin, and one whose account is no more."""
    await readers(db, amina, sujin, strangers=1)
    await begin(clarion, db, hana)
    await clarion.sends_all_letters()


async def test_at_the_end_come_the_last_word_the_chart_and_the_counts_each_once(
    clarion: House, db: Database, hana: Person, sent: None
) -> None:
    for _ in range(3):
        clarion.clock.turn(minutes=1)
        await clarion.clarion.reporter.report_all()

    assert hana.sees.count("DEMO-002 has been sent") == 1
    assert "100% done · 2 of 3 letters sent" in hana.sees
    (caption,) = pictures(hana)
    assert "Letters: 2 of 3 sent, half of them by 22 November 2026, 09:30, the last by 09:30." in caption
    assert "Could not be delivered: 1." in caption
    assert "Signatures since the sending began: none so far." in caption
    assert "Times: Korean Standard Time." in caption
    assert tables(hana) == [f"DEMO-002-{FILE}"]
    assert await followed(db) == ()


async def test_the_file_counts_letters_by_end_and_language_and_names_nobody(hana: Person, sent: None) -> None:
    content = hana.document(FILE).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(content))) == [
        ["What became of them", "Reason", "English", "Korean", "Total"],
        ["Sent", "", "1", "1", "2"],
        ["No longer on Telegram", "", "1", "0", "1"],
        ["Total", "", "2", "1", "3"],
    ]


async def test_who_cannot_see_the_chart_is_told_the_same_in_korean(
    clarion: House, db: Database, joon: Person, amina: Person, sujin: Person, appeals: dict[str, Appeal]
) -> None:
    await readers(db, amina, sujin, strangers=1)
    await begin(clarion, db, joon)
    await clarion.sends_all_letters()
    await sign(amina)
    await joon.presses("그래프")

    *_, caption = pictures(joon)
    assert "DEMO-002 호소문 발송 그래프" in caption
    assert "3통 중 2통을 보냈습니다" in caption
    assert "1명이 서명했습니다" in caption
    assert "대한민국 표준시" in caption
    first, *_ = csv.reader(io.StringIO(joon.document(FILE).decode("utf-8-sig")))
    assert first == ["결과", "이유", "영어", "한국어", "합계"]


async def test_the_chart_and_the_counts_can_be_asked_for_again(
    clarion: House, hana: Person, amina: Person, sent: None
) -> None:
    await sign(amina)
    clarion.clock.turn(days=2)
    await hana.presses("Chart")
    await hana.presses("Counts as a file")

    first, second = pictures(hana)
    assert "none so far" in first
    assert "Signatures since the sending began: 1, half of them by" in second
    assert len(tables(hana)) == 2
    newest = [message.file for message in hana.chat if message.file and message.file.kind == "photo"][-1]
    picture = Image.open(io.BytesIO(clarion.telegram.file(newest.file_id)))
    assert picture.size == (1080, 1080)


async def test_buttons_of_reports_are_no_authority(clarion: House, hana: Person, amina: Person, sent: None) -> None:
    forged = ("chart:99", "counts:99", "chart:x", "counts:", "counts:1", "chart:1")
    keyboard = InlineKeyboardMarkup.from_column([InlineKeyboardButton(data, callback_data=data) for data in forged])
    for person in (hana, amina):
        await clarion.clarion.application.bot.send_message(person.id, "Forged", reply_markup=keyboard)
    for data in forged[:4]:
        await hana.presses(data)
        assert "out of date" in hana.alerts[-1]
    assert (len(pictures(hana)), len(tables(hana))) == (1, 1)

    for data in forged[4:]:
        await amina.presses(data)
        assert "for coordinators" in amina.last.text
    assert pictures(amina) == tables(amina) == []


@pytest.mark.parametrize("method", ["editMessageText", "sendPhoto", "sendDocument"])
async def test_what_telegram_would_not_take_is_told_later_and_once(
    method: str, clarion: House, db: Database, hana: Person, amina: Person, appeals: dict[str, Appeal]
) -> None:
    await readers(db, amina)
    await begin(clarion, db, hana)
    clarion.telegram.faults.add(Rule(faults.server_error(502), method=method, chat_id=hana.id, times=1))
    for _ in range(3):
        await clarion.sends_all_letters()

    assert hana.sees.count("DEMO-002 has been sent") == 1
    assert (len(pictures(hana)), len(tables(hana))) == (1, 1)
    assert await followed(db) == ()


async def test_a_picture_of_which_nobody_knows_whether_it_arrived_is_not_sent_again(
    clarion: House, db: Database, hana: Person, amina: Person, appeals: dict[str, Appeal]
) -> None:
    await readers(db, amina)
    await begin(clarion, db, hana)
    clarion.telegram.faults.add(Rule(Dropped(delivered=True), method="sendPhoto", chat_id=hana.id, times=1))
    for _ in range(3):
        await clarion.sends_all_letters()

    assert (len(pictures(hana)), len(tables(hana))) == (1, 1)


async def test_a_restart_before_the_last_word_loses_none_of_it(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        db, hana = house.clarion.services.db, Person(house, HANA, "Hana")
        await hana.sends("/start")
        await approve_demo_appeals(db, house.clock.now())
        await readers(db, Person(house, AMINA, "Amina"))
        await begin(house, db, hana)
        await house.clarion.sender.drain()
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        for _ in range(2):
            await house.clarion.reporter.report_all()

        assert hana.sees.count("DEMO-002 has been sent") == 1
        assert (len(pictures(hana)), len(tables(hana))) == (1, 1)


async def test_a_sending_that_stops_by_itself_is_told_with_one_new_message_even_over_a_restart(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        db, hana = house.clarion.services.db, Person(house, HANA, "Hana")
        await hana.sends("/start")
        await approve_demo_appeals(db, house.clock.now())
        await readers(db, Person(house, AMINA, "Amina"), strangers=30)
        await begin(house, db, hana)
        for _ in range(2):
            await house.sends_all_letters()
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await house.clarion.reporter.report_all()

        assert "It paused by itself" in hana.last.text
        assert hana.sees.count("The sending of DEMO-002 is paused") == 2  # the message that is edited, and the new one
        assert hana.buttons == ["Go on", "Cancel"]
        assert len(await followed(house.clarion.services.db)) == 1


async def test_a_sending_that_a_fault_stopped_is_told_again_each_time_it_stops(
    clarion: House, db: Database, hana: Person, amina: Person, appeals: dict[str, Appeal]
) -> None:
    await readers(db, amina)
    await begin(clarion, db, hana)
    owner, (broadcast,) = await coordinator(db, hana), await latest_broadcasts(db)
    revoked = Answered(Answer.refusal(401, "Unauthorized"))
    for times in (1, 2):
        clarion.telegram.faults.add(Rule(revoked, method="sendMessage", chat_id=amina.id, times=1))
        for _ in range(2):
            await clarion.sends_all_letters()
        assert hana.sees.count("A fault of the installation stopped it") == 1 + times
        await steering.resume(db, broadcast, owner, clarion.clock.now())
        await clarion.clarion.reporter.report_all()
    await clarion.sends_all_letters()

    assert hana.sees.count("DEMO-002 has been sent") == 1


async def test_a_sending_that_a_coordinator_paused_stays_followed_and_makes_no_noise(
    clarion: House, db: Database, hana: Person, amina: Person, appeals: dict[str, Appeal]
) -> None:
    await readers(db, amina)
    await begin(clarion, db, hana)
    owner, (broadcast,) = await coordinator(db, hana), await latest_broadcasts(db)
    messages = len(hana.chat)
    await steering.pause(db, broadcast, owner, clarion.clock.now())
    await clarion.sends_all_letters()
    assert "A coordinator paused it." in hana.last.text
    assert len(hana.chat) == messages

    await steering.cancel(db, broadcast, owner, clarion.clock.now())
    await clarion.sends_all_letters()
    assert "Not sent, because the rest was cancelled: 1" in hana.sees
    assert "0% done · 0 of 1 letter sent" in hana.sees
    assert "Letters: none of 1 sent." in hana.sees
    assert tables(hana) == [f"DEMO-002-{FILE}"]
    assert await followed(db) == ()


async def test_nobody_gets_a_chart_of_a_sending_to_nobody(
    clarion: House, db: Database, hana: Person, appeals: dict[str, Appeal]
) -> None:
    await begin(clarion, db, hana)
    await clarion.sends_all_letters()

    assert "DEMO-002 is published, without letters" in hana.last.text
    assert "There was nobody to send it to" in hana.last.text
    assert hana.last.buttons == ()
    assert pictures(hana) == tables(hana) == []
    assert await followed(db) == ()


async def test_the_signatures_of_a_petition_can_be_seen_over_time(
    clarion: House, hana: Person, amina: Person, sujin: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends("/stats DEMO-002")
    await hana.presses("stats-chart")
    assert "Nobody has signed DEMO-002 yet" in hana.last.text

    await sign(amina)
    clarion.clock.turn(hours=3)
    await sign(sujin)
    await hana.presses("stats-chart")
    assert "Chart of the signatures of DEMO-002" in pictures(hana)[0]
    assert "Signatures: 2, half of them by 22 November 2026, 09:3" in pictures(hana)[0]
