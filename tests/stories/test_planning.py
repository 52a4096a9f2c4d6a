"""Stories of coordinators who plan a sending: who gets it, the first few, when, and whether it is paid for."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest
from telegram import Update

from bot.demo import demo_sheets
from bot.rehearsal.telegram import Person as Account
from storage.appeals.records import AppealState, add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.letters.broadcasts.planning import BroadcastState, latest_broadcasts
from storage.letters.reports.progress import progress
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Cadence, Subscription, set_cadence, set_topics, subscribe
from tests.conftest import HANA, approve_demo_appeals
from tests.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.letters.reports.progress import Progress
    from tests.people import House

FIRST = 5000  # Telegram id of the first of many
TODAY = date(2026, 11, 22)
THANKS = (
    demo_sheets()[2]
    .replace("code: DEMO-003", "code: DEMO-009\nabout: DEMO-001")
    .replace("kind: petition", "kind: thanks")
)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An organisation that would pay up to five Stars for one sending."""
    return settings.model_copy(update={"paid_broadcast": True, "paid_cap": 5})


async def subscribers(house: House, **languages: int) -> None:
    """Let so many people of each language open the bot and subscribe."""
    tags = [tag for tag, count in languages.items() for _ in range(count)]
    for person, tag in enumerate(tags, FIRST):
        house.telegram.add_person(Account(person, f"Person {person}", language_code=tag))
        house.telegram.says(person, "/start")
        await subscribe(house.clarion.services.db, Subscription(person, tag, "1", TODAY))
    house.telegram.take_updates()


async def approved(db: Database, hana: Person, sheet: str) -> None:
    """Store a sheet of Hana's as approved."""
    now, owner = hana.house.clock.now(), await find_coordinator(db, hana.id)
    assert owner is not None
    appeal = read_sheet(sheet, now=now)
    number = await add_draft(db, appeal, owner, now)
    await submit(db, appeal.code, number, owner, now)
    await approve(db, appeal.code, number, owner, now, needed=0)


async def newest(db: Database) -> Progress:
    return await progress(db, (await latest_broadcasts(db))[0])


async def signs(person: Person, code: str, *consents: str) -> None:
    await person.sends(f"/sign {code}")
    for press in ("consent:keep", *(f"consent:{one}" for one in consents), "consents:done", "sign-confirm:yes"):
        await person.presses(press)


async def test_most_sendings_need_one_press_and_everything_else_is_one_press_away(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=2)
    await hana.sends("/send DEMO-002")

    assert hana.buttons == ["Send now to 2", "Who gets it", "When", "First a few, to see", "Faster, paid", "Not now"]


async def test_ticked_languages_narrow_who_gets_it(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=2, ko=3)
    await hana.sends("/send DEMO-001")
    for press in ("Who gets it", "Languages", "Korean · 3", "Done"):
        await hana.presses(press)
    assert "Goes to 3 subscribers" in hana.last.text
    assert "Only those whose language is: Korean" in hana.last.text

    for press in ("Back to the plan", "Send now to 3"):
        await hana.presses(press)
    await clarion.sends_all_letters()
    assert (await newest(db)).by_state == {"sent": 3}
    await hana.sends("/send DEMO-001")
    assert "Goes to 2 subscribers" in hana.last.text


async def test_a_tick_can_be_taken_away_again(hana: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await subscribers(hana.house, en=2, ko=3)
    await hana.sends("/send DEMO-001")
    for press in ("Who gets it", "Languages", "English · 2", "✓ English · 2"):
        await hana.presses(press)

    assert "Goes to 5 subscribers" in hana.last.text
    assert hana.buttons == ["Korean · 3", "English · 2", "Done"]


async def test_ticked_topics_stand_in_for_those_of_the_appeal(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=2)
    await set_topics(db, FIRST, frozenset({"parliament"}))
    await hana.sends("/send DEMO-002")
    assert "Goes to one subscriber" in hana.last.text
    for press in ("Who gets it", "Topics", "Parliament"):
        await hana.presses(press)

    assert "Goes to 2 subscribers" in hana.last.text
    assert "Only those who want to hear of: Parliament" in hana.last.text


async def test_who_chose_a_digest_finds_a_normal_appeal_there_and_gets_a_critical_one_at_once(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=3)
    await set_cadence(db, FIRST, Cadence.WEEKLY)
    await hana.sends("/send DEMO-003")
    assert "Goes to 2 subscribers" in hana.last.text
    assert "One more person chose a digest and will find it there." in hana.last.text
    await hana.presses("Who gets it")
    assert "Leave digest readers out" not in hana.buttons

    await hana.sends("/send DEMO-002")
    assert "Goes to 3 subscribers" in hana.last.text
    for press in ("Who gets it", "Leave digest readers out"):
        await hana.presses(press)
    assert "Goes to 2 subscribers" in hana.last.text
    assert "Without those who chose a digest" in hana.last.text


async def test_thanks_go_to_signers_who_asked_for_updates_and_to_nobody_else(
    hana: Person, amina: Person, sujin: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=2)
    await signs(amina, "DEMO-001", "updates")
    await signs(sujin, "DEMO-001")
    await approved(db, hana, THANKS)
    await hana.sends("/send DEMO-009")
    assert "Goes to one person who signed DEMO-001 and asked for updates" in hana.last.text
    await hana.presses("Who gets it")
    assert hana.buttons == ["Languages", "Countries", "Back to the plan"]

    for press in ("Back to the plan", "Send now to 1"):
        await hana.presses(press)
    await clarion.sends_all_letters()
    assert (await newest(db)).by_state == {"sent": 1}
    assert "Up to 2,000 reported in detention" in amina.sees
    assert "최대 2천 명" not in sujin.sees


async def test_an_update_can_go_to_the_signers_of_what_it_continues_by_country(
    hana: Person, amina: Person, sujin: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await signs(amina, "DEMO-001", "updates")
    await signs(sujin, "DEMO-001", "updates")
    await approved(db, hana, THANKS.replace("kind: thanks", "kind: update"))
    await hana.sends("/send DEMO-009")
    await hana.presses("Who gets it")
    assert hana.buttons[:3] == ["✓ Subscribers", "Signers of DEMO-001", "Followers of DEMO-001"]
    await hana.presses("Signers of DEMO-001")
    assert "Goes to 2 people who signed DEMO-001 and asked for updates" in hana.last.text

    for press in ("Countries", "South Korea", "Done", "Back to the plan"):
        await hana.presses(press)
    assert "Goes to one person" in hana.last.text
    assert "Only those who signed from: South Korea" in hana.last.text


async def test_an_audience_of_nobody_cannot_be_sent_to(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=1)
    await approved(db, hana, THANKS.replace("kind: thanks", "kind: update"))
    await hana.sends("/send DEMO-009")
    for press in ("Who gets it", "Followers of DEMO-001", "Back to the plan"):
        await hana.presses(press)

    assert "Nobody fits this choice now" in hana.last.text
    assert hana.buttons == ["Who gets it", "Not now"]


async def test_after_the_first_few_it_waits_to_be_told_to_go_on(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=14)
    await hana.sends("/send DEMO-002")
    for press in ("First a few", "10 letters"):
        await hana.presses(press)
    assert "Pauses after the first 10 letters, until a coordinator lets it go on." in hana.last.text
    await hana.presses("Send to the first 10")
    await clarion.sends_all_letters()

    assert (await newest(db)).state is BroadcastState.PAUSED
    assert (await newest(db)).by_state["sent"] >= 10
    await hana.presses("Go on")
    await clarion.sends_all_letters()
    assert (await newest(db)).by_state == {"sent": 14}


async def test_a_sending_begins_at_the_hour_that_was_pressed(
    hana: Person, amina: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=2)
    await hana.sends("/send DEMO-002")
    await hana.presses("When")
    assert hana.buttons == [
        *("Now", "In 1 hour: 10:30", "Today 12:00", "Today 18:00", "Today 20:00"),
        *("Tomorrow 09:00", "Tomorrow 12:00", "Tomorrow 18:00", "Tomorrow 20:00", "Back to the plan"),
    ]
    await hana.presses("Today 18:00")
    assert "Begins: 22 November 2026, 18:00 (Korean Standard Time)" in hana.last.text
    await hana.presses("Schedule for 2 people")

    await clarion.sends_all_letters()
    assert (await newest(db)).state is BroadcastState.SCHEDULED
    assert (await find_appeal(db, "DEMO-002")).state is AppealState.APPROVED
    clarion.clock.turn(hours=9)
    await clarion.sends_all_letters()
    assert (await newest(db)).by_state == {"sent": 2}


async def test_who_plans_a_sending_is_told_of_another_one_of_the_same_appeal(
    hana: Person, joon: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=2)
    await hana.sends("/send DEMO-002")
    for press in ("When", "Today 18:00", "Schedule"):
        await hana.presses(press)
    await joon.sends("/send DEMO-002")

    assert "이미 발송이 예약되어 있습니다" in joon.last.text


async def test_a_time_can_be_written_and_is_told_on_both_clocks_where_they_differ(
    hana: Person, db: Database, clarion: House
) -> None:
    await approved(db, hana, demo_sheets()[2].replace("Asia/Seoul", "Europe/Berlin"))
    await subscribers(hana.house, en=1)
    await hana.sends("/send DEMO-003")
    await hana.presses("When")
    await hana.sends("2026-12-01 18:00")

    assert "Begins: 1 December 2026, 18:00 (Central European Standard Time), which is 2 December 2026, 02:00" in (
        hana.last.text
    )
    await hana.sends("2026-12-01 19:00")
    assert "I did not expect a message now" in hana.last.text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("at six", "could not read that as a time"),
        ("2026-11-22 09:00", "That time has passed"),
        ("2027-02-01 09:00", "the appeal has reached its deadline"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_and_asked_for_again(
    written: str, said: str, hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=1)
    await hana.sends("/send DEMO-003")
    await hana.presses("When")
    await hana.sends(written)
    assert said in hana.last.text

    await hana.sends("2026-12-01 18:00")
    assert "Begins: 1 December 2026, 18:00" in hana.last.text


async def test_a_chosen_time_that_passes_before_the_press_sends_nothing(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=1)
    await hana.sends("/send DEMO-002")
    for press in ("When", "In 1 hour"):
        await hana.presses(press)
    clarion.clock.turn(hours=2)
    await hana.presses("Schedule")

    assert "The time that you had chosen has passed, so nothing was sent" in hana.last.text
    assert await latest_broadcasts(db) == ()
    await hana.presses("Send now to 1")
    assert len(await latest_broadcasts(db)) == 1


async def test_paying_needs_the_number_of_stars_in_writing(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=41)
    await hana.sends("/send DEMO-002")
    await hana.presses("Faster, paid")
    assert "at most 5 Stars" in hana.last.text
    assert "0.1 Star" in hana.last.text
    for wrong in ("50", "yes", "-5", "5.0"):
        await hana.sends(wrong)
        assert "That is not the number. Nothing was changed." in hana.last.text

    await hana.sends("5")
    assert "Paid for: up to 1,000 letters a second, about 1 second, at most 5 Stars." in hana.last.text
    await hana.presses("Send now to 41")
    assert (await newest(db)).paid_cap == 5


async def test_a_change_of_who_gets_it_takes_the_agreement_to_pay_back(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=20, ko=20)
    await hana.sends("/send DEMO-002")
    await hana.presses("Faster, paid")
    await hana.sends("4")
    assert "Paid for" in hana.last.text
    for press in ("Who gets it", "Languages", "Korean", "Done", "Back to the plan"):
        await hana.presses(press)
    assert "Paid for" not in hana.last.text
    await hana.presses("Send now to 20")

    assert (await newest(db)).paid_cap is None


async def test_paying_can_be_left_again(hana: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await subscribers(hana.house, en=10)
    await hana.sends("/send DEMO-002")
    await hana.presses("Faster, paid")
    await hana.sends("1")
    for press in ("Faster, paid", "Do not pay"):
        await hana.presses(press)

    assert "At 25 letters a second" in hana.last.text


async def test_more_stars_than_the_organisation_allows_are_refused(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=51)
    await hana.sends("/send DEMO-002")
    await hana.presses("Faster, paid")
    assert "more than the 5 Stars that your organisation allows" in hana.last.text

    await hana.sends("6")
    assert "I did not expect a message now" in hana.last.text


async def test_buttons_of_an_older_screen_or_another_plan_are_stale(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=1)
    await subscribers(clarion, en=1)
    await hana.sends("/send DEMO-001")
    older = hana.last.message_id
    await hana.sends("/send DEMO-002")
    for data in ("send:DEMO-001:1", "plan-who", "plan-at:now", "send-cancel:DEMO-001"):
        clarion.telegram.forges_press(hana.id, older, data)
        await clarion.answers_everything()

    assert [alert for alert in hana.alerts if alert] == [
        "This button is out of date. Please use the newest message, or /help."
    ] * 4
    assert await latest_broadcasts(db) == ()
    await hana.presses("Send now to 1")
    assert (await newest(db)).code == "DEMO-002"


async def test_two_coordinators_who_press_at_once_send_nobody_two_letters(
    hana: Person, joon: Person, amina: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await amina.sends("/start")
    await amina.presses("subscribe:yes")
    for person in (hana, joon):
        await person.sends("/send DEMO-002")
    await hana.presses("Send now to 1")
    await joon.presses("지금 1명에게 보내기")
    assert "모든 분에게 이미 발송되었습니다" in joon.last.text

    await clarion.sends_all_letters()
    assert amina.sees.count("Nine people held at Tumen") == 1


async def test_presses_at_the_same_moment_send_nobody_two_letters(
    hana: Person, joon: Person, amina: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await amina.sends("/start")
    await amina.presses("subscribe:yes")
    for person in (hana, joon):
        await person.sends("/send DEMO-002")
    for person in (hana, joon):
        clarion.telegram.presses(person.id, person.last.message_id, "send:DEMO-002:1")
    application = clarion.clarion.application
    updates = [Update.de_json(data, application.bot) for data in clarion.telegram.take_updates()]
    await asyncio.gather(*map(application.process_update, updates))

    await clarion.sends_all_letters()
    assert amina.sees.count("Nine people held at Tumen") == 1


async def test_cancel_ends_the_plan_and_the_waiting_for_a_time(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=1)
    await hana.sends("/send DEMO-002")
    await hana.presses("When")
    await hana.sends("/cancel")
    assert "Nothing was sent" in hana.last.text

    await hana.sends("2026-11-23 18:00")
    assert "I did not expect a message now" in hana.last.text
    await hana.presses("Tomorrow 18:00")
    assert "There is no plan open here any more" in hana.last.text


async def test_another_button_ends_the_waiting_for_a_time(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=1)
    await hana.sends("/send DEMO-002")
    for press in ("When", "Back to the plan"):
        await hana.presses(press)
    await hana.sends("2026-11-23 18:00")

    assert "I did not expect a message now" in hana.last.text


async def test_what_is_typed_goes_to_the_plan_begun_last_and_then_to_the_signing_again(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await subscribers(hana.house, en=1)
    await hana.sends("/sign DEMO-003")
    for press in ("consent:keep", "consents:done", "name:change"):
        await hana.presses(press)
    await hana.sends("/send DEMO-002")
    await hana.presses("When")
    await hana.sends("2026-11-23 18:00")
    assert "Begins: 23 November 2026, 18:00" in hana.last.text
    await hana.presses("send-cancel:DEMO-002")

    await hana.sends("Hana Kim")
    assert "Hana Kim" in hana.last.text
    await hana.presses("sign-confirm:yes")
    assert "Thank you for signing" in hana.last.text


async def test_a_plan_outlives_a_restart(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        db = house.clarion.services.db
        await hana.sends("/start")
        await approve_demo_appeals(db, house.clock.now())
        await subscribers(house, en=1)
        await hana.sends("/send DEMO-002")
        await hana.presses("When")
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("2026-11-23 18:00")
        assert "Begins: 23 November 2026, 18:00" in hana.last.text
        await hana.presses("Schedule")
        assert (await newest(house.clarion.services.db)).state is BroadcastState.SCHEDULED


async def test_an_appeal_that_closes_while_it_is_planned_is_not_sent(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribers(hana.house, en=1)
    await hana.sends("/send DEMO-002")
    clarion.clock.turn(days=4)
    await hana.presses("Who gets it")

    assert "The deadline of DEMO-002 has passed" in hana.last.text


async def test_the_plan_speaks_korean(joon: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await subscribers(joon.house, en=2, ko=3)
    await joon.sends("/send DEMO-001")
    assert joon.buttons == [
        "지금 5명에게 보내기",
        "받는 분",
        "보내는 때",
        "먼저 몇 통만",
        "더 빨리(유료)",
        "보내지 않기",
    ]
    for press in ("받는 분", "언어", "한국어", "완료", "계획으로 돌아가기", "보내는 때", "오늘 18:00"):
        await joon.presses(press)

    assert "소식 받는 분 3명에게 보냅니다" in joon.last.text
    assert "다음 언어를 쓰는 분에게만: 한국어" in joon.last.text
    assert "시작: 2026년 11월 22일 18:00(대한민국 표준시)" in joon.last.text
    await joon.presses("3명에게 예약 발송")
    assert "발송을 예약했습니다" in joon.sees


@pytest.mark.usefixtures("appeals")
@pytest.mark.parametrize("way_on", ["noon", "/cancel", "plan-back", "/send DEMO-001"])
async def test_who_is_dismissed_while_planning_leaves_it_at_the_next_step(
    hana: Person, joon: Person, clarion: House, db: Database, way_on: str
) -> None:
    await subscribers(clarion, en=1)
    await joon.sends("/send DEMO-002")
    await joon.presses("plan-when")
    await hana.sends("/dismiss campaigner-5")
    await hana.presses("dismiss:")
    await (joon.presses(way_on) if way_on.startswith("plan") else joon.sends(way_on))
    await joon.sends("Hello?")

    assert "담당자만" not in joon.last.text
    assert not await db.all("SELECT * FROM draft")
    assert not await db.all("SELECT * FROM conversation")


async def test_a_button_of_an_older_plan_does_not_take_what_is_typed_from_the_later_conversation(
    hana: Person, clarion: House, published: dict[str, Appeal]
) -> None:
    await subscribers(clarion, en=1)
    await hana.sends("/send DEMO-001")
    older = hana.last.message_id
    await hana.sends("/send DEMO-001")
    await hana.sends("/sign DEMO-002")
    for button in ("consent:keep", "consents:done", "name:change"):
        await hana.presses(button)
    clarion.telegram.presses(hana.id, older, "plan-when")
    await clarion.answers_everything()
    await hana.sends("Hana Kim")

    assert "Hana Kim" in hana.last.text
