"""Stories of coordinators who send an approved appeal and follow it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_sheets
from bot.rehearsal import faults
from bot.rehearsal.faults import Rule
from bot.sending.reporting import MISSING_SECONDS
from storage.appeals.records import AppealState, find_appeal
from storage.letters.broadcasts.planning import latest_broadcasts
from storage.letters.reports.following import follow, followed
from storage.letters.reports.progress import progress
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Subscription, subscribe

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

TODAY = date(2026, 11, 22)


async def subscribers(db: Database, **languages: int) -> None:
    person = 5000
    for language, count in languages.items():
        for _ in range(count):
            await subscribe(db, Subscription(person, language, "1", TODAY))
            person += 1


async def test_before_sending_it_is_shown_who_would_get_it_and_how(
    joon: Person, hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(db, en=2, ko=3)
    await hana.sends("/send DEMO-001")

    assert "Goes to 5 subscribers" in hana.last.text
    assert "• Korean: 3\n• English: 2" in hana.last.text
    assert "Written in: English, Korean" in hana.last.text
    assert "At 25 letters a second this takes about 1 second." in hana.last.text
    assert "8 December 2026, 23:59" in hana.last.text
    assert hana.buttons == ["Send now to 5", "Who gets it", "When", "First a few, to see", "Not now"]
    assert await latest_broadcasts(db) == ()


async def test_readers_without_their_language_are_counted_apart(hana: Person, joon: Person, db: Database) -> None:
    await subscribers(db, en=1, ko=2)
    sheet = demo_sheets()[1]
    english_only = sheet[: sheet.index("\n# ko")]
    korean_lines = ("  ko: ", "    ko: ", "      ko: ", "        ko: ")
    await joon.sends_document(
        "a.md", "\n".join(line for line in english_only.splitlines() if not line.startswith(korean_lines))
    )
    await joon.presses("submit:")
    await hana.presses("approve:")
    await hana.sends("/send DEMO-002")

    assert "Written in: English\n" in hana.last.text
    assert "• Korean: 2, who will read the appeal in English" in hana.last.text


async def test_one_press_publishes_and_begins_and_a_second_one_sends_nothing_twice(
    hana: Person, amina: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await amina.sends("/start")
    await amina.presses("subscribe:yes")
    await hana.sends("/send DEMO-002")
    await hana.presses_twice("send:DEMO-002")

    assert (await find_appeal(db, "DEMO-002")).state is AppealState.PUBLISHED
    assert len(await latest_broadcasts(db)) == 1
    assert "nothing is sent twice" in hana.sees
    await clarion.sends_all_letters()
    assert amina.sees.count("Nine people held at Tumen") == 1
    assert "DEMO-002 has been sent" in hana.sees

    await hana.sends("/send DEMO-002")
    assert "has been sent to everyone who asked" in hana.last.text


async def test_the_message_that_counts_is_kept_so_that_it_goes_on_after_a_restart(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(db, en=1)
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")

    assert "DEMO-002 is being sent" in hana.last.text
    (reported,) = await followed(db)
    assert (reported.chat, reported.message) == (hana.id, hana.last.message_id)


async def test_who_joined_later_can_be_sent_it_without_the_others(
    hana: Person, amina: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(db, en=2)
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    await amina.sends("/start")
    await amina.presses("subscribe:yes")
    await hana.sends("/send DEMO-002")
    assert "was sent before" in hana.last.text

    await hana.presses("Send now to 1")
    newest, first = await latest_broadcasts(db)
    assert (await progress(db, newest)).letters == 1
    assert (await progress(db, first)).letters == 2


async def test_not_now_sends_nothing(hana: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await subscribers(db, en=1)
    await hana.sends("/send DEMO-002")
    await hana.presses("Not now")

    assert "Nothing was sent" in hana.last.text
    assert (await find_appeal(db, "DEMO-002")).state is AppealState.APPROVED


async def test_with_nobody_to_send_to_the_appeal_can_still_be_published(
    hana: Person, amina: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await hana.sends("/send DEMO-002")
    assert "no letter would go out" in hana.last.text
    await hana.presses("send:DEMO-002")

    assert "Published, without letters: Nine people held at Tumen" in hana.sees
    assert "There was nobody to send it to" in hana.last.text
    await amina.sends("/appeals")
    assert "Nine people held at Tumen" in amina.sees


async def test_a_button_sends_neither_what_was_changed_nor_what_is_too_late(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(db, en=1)
    await hana.sends("/send DEMO-003")
    await hana.sends_document("a.md", demo_sheets()[2], "replace")
    await hana.presses("send:DEMO-003:1")
    assert "newer version" in "".join(message.text for message in hana.chat)

    await hana.sends("/send DEMO-002")
    clarion.clock.turn(days=4)
    await hana.presses("send:DEMO-002:1")
    assert "The deadline of DEMO-002 has passed" in hana.last.text
    assert await latest_broadcasts(db) == ()


async def test_progress_can_be_asked_for_at_any_time(hana: Person, db: Database, published: dict[str, Appeal]) -> None:
    await hana.sends("/progress")
    assert all(f"{code} is published, without letters" in hana.sees for code in published)

    await hana.sends("/progress DEMO-002")
    assert "DEMO-002 is published, without letters" in hana.last.text


async def test_before_the_first_sending_there_is_no_progress(hana: Person) -> None:
    await hana.sends("/progress")

    assert "Nothing was sent yet" in hana.last.text


async def test_statistics_count_every_country(hana: Person, sujin: Person, published: dict[str, Appeal]) -> None:
    await sujin.sends("/sign DEMO-002")
    for press in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await sujin.presses(press)
    await hana.sends("/stats demo-002")

    assert "1 valid signature · goal 3,000" in hana.last.text
    assert "Telegram: 1" in hana.last.text
    assert "South Korea: 1" in hana.last.text
    await hana.sends("/stats")
    assert "DEMO-001" in hana.last.text


async def test_every_coordinator_deed_of_sending_is_in_the_audit(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await hana.sends("/send DEMO-002")
    await hana.presses("send:DEMO-002")
    await hana.sends("/audit")

    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    assert "The chain holds" in hana.last.text
    assert f"22 November 2026 · {owner.alias} · ordered the sending of DEMO-002" in hana.last.text


@pytest.mark.parametrize("method", ["editMessageText", "sendMessage"])
async def test_a_coordinator_follows_the_sending_even_if_telegram_failed_when_they_pressed(
    method: str, hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(db, en=1)
    await hana.sends("/send DEMO-002")
    clarion.telegram.faults.add(Rule(faults.server_error(502), method=method, chat_id=hana.id, times=1))
    await hana.presses("send:DEMO-002")
    assert "may not have been done" not in hana.sees

    for _ in range(3):
        await clarion.clarion.reporter.report_all()
        clarion.clock.turn(seconds=MISSING_SECONDS)
    assert hana.sees.count("DEMO-002 is being sent") == 1
    (reported,) = await followed(db)
    assert reported.message == hana.last.message_id
    await clarion.sends_all_letters()
    assert hana.sees.count("DEMO-002 has been sent") == 1
    assert await followed(db) == ()


async def test_whichever_message_comes_second_is_taken_back(
    hana: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    first, *_ = reversed(await latest_broadcasts(db))

    assert await follow(db, first, 71)
    assert not await follow(db, first, 72)
    assert [one.message for one in await followed(db) if one.broadcast == first] == [71]
