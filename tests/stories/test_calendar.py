"""Stories of the moments that matter: who keeps them, who is reminded of them, who reads of them, who comes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.rehearsal.faults import Rule, server_error
from storage.calendar.changing import NewMoment, add_moment
from storage.calendar.coming import When
from storage.calendar.kinds import Described, MomentKind
from storage.letters.broadcasts.recalls import plan_recall
from storage.people.coordinators import Role, find_coordinator, invite

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

SEOUL = ZoneInfo("Asia/Seoul")
VIGIL = datetime(2026, 12, 8, 19, tzinfo=SEOUL)


async def add_vigil(
    coordinator: Person, *, public: bool = True, command: str = "/moment", answers: bool = True
) -> None:
    """Add a vigil on 8 December, 19:00 in Seoul, name and place in two languages; Telegram *answers* in the end."""
    await coordinator.sends(command)
    await coordinator.presses(":action")
    english = "English" in coordinator.last.text
    names, places = ("Vigil for the nine", "아홉 사람을 위한 밤"), ("Gwanghwamun", "광화문")
    for text in names if english else names[::-1]:
        await coordinator.sends(text)
    await coordinator.sends("2026-12-08 19:00")
    await coordinator.presses("form-skip")
    for text in places if english else places[::-1]:
        await coordinator.sends(text)
    await coordinator.presses(":yes" if public else ":no")
    if answers:
        await coordinator.presses("form-keep")
        return
    faults = coordinator.house.telegram.faults
    faults.add(Rule(server_error(502), method="editMessageText", times=20))
    await coordinator.presses("form-keep")
    faults.rules.clear()


@pytest.fixture
async def vigil(hana: Person) -> Person:
    """Hana, who added a vigil that everybody may come to."""
    await add_vigil(hana)
    return hana


async def test_kept_again_after_the_answer_failed_a_moment_stands_there_once(hana: Person) -> None:
    await add_vigil(hana, answers=False)
    await hana.presses("form-keep")
    await hana.sends("/calendar")

    assert hana.last.text.count("Vigil for the nine") == 1


async def turn_to(house: House, moment: datetime) -> None:
    house.clock.time = moment
    await house.clarion.ticker.tick()


def times_reminded(person: Person) -> int:
    return sum("Open in the calendar" in [button.text for button in one.buttons] for one in person.chat)


async def test_a_coordinator_adds_a_moment_and_everybody_reads_of_it_in_their_language(
    vigil: Person, amina: Person, sujin: Person
) -> None:
    assert "It is in the calendar" in vigil.last.text
    await amina.sends("/calendar")
    assert "8 December 2026\n• Vigil for the nine\n19:00 (Korean Standard Time)\nWhere: Gwanghwamun" in amina.last.text
    assert "Nobody has said yet" in amina.last.text
    assert "Add a date" not in amina.sees

    await sujin.sends("/calendar")
    assert "2026년 12월 8일\n• 아홉 사람을 위한 밤\n19:00(대한민국 표준시)\n장소: 광화문" in sujin.last.text


async def test_the_campaigner_adds_one_in_korean(joon: Person, hana: Person) -> None:
    await add_vigil(joon)

    assert "일정에 넣었습니다" in joon.last.text
    await hana.sends("/calendar")
    assert "Vigil for the nine" in hana.last.text


async def test_an_empty_calendar_says_so(amina: Person) -> None:
    await amina.sends("/calendar")

    assert amina.last.text == "No date is in the calendar at the moment."


async def test_what_is_for_coordinators_alone_no_supporter_sees(hana: Person, amina: Person) -> None:
    await add_vigil(hana, public=False)
    await amina.sends("/calendar")
    assert "Vigil" not in amina.sees
    clarion = amina.house
    clarion.telegram.forges_press(amina.id, amina.last.message_id, "moment:1")
    await clarion.answers_everything()
    assert "It is not in the calendar any more" in amina.alerts[-1]

    await hana.sends("/calendar")
    assert "Coordinators alone see this" in hana.last.text


async def test_reminders_come_a_week_a_day_and_three_hours_before_each_once_and_over_a_restart(
    hana: Person, joon: Person, open_house: Callable[[], AbstractAsyncContextManager[House]]
) -> None:
    house = hana.house
    await add_vigil(hana)
    for hours, times, text in ((169, 0, ""), (168, 1, "In 7 days"), (24, 2, "Tomorrow")):
        await turn_to(house, VIGIL - timedelta(hours=hours))
        await turn_to(house, VIGIL - timedelta(hours=hours) + timedelta(minutes=30))
        assert times_reminded(hana) == times
        assert text in hana.last.text

    async with open_house() as again:
        hana.house = again
        await turn_to(again, VIGIL - timedelta(hours=4))
        assert times_reminded(hana) == 2
        await turn_to(again, VIGIL - timedelta(hours=3))
        await turn_to(again, VIGIL - timedelta(hours=2))
    assert times_reminded(hana) == 3
    assert "Today" in hana.last.text
    assert "오늘 일정입니다" in joon.last.text


async def test_nobody_but_who_records_is_reminded(clarion: House, hana: Person, amina: Person, db: Database) -> None:
    await add_vigil(hana)
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await amina.opens(f"inv_{await invite(db, Role.VIEWER, owner, clarion.clock.now())}")
    await turn_to(clarion, VIGIL - timedelta(hours=24))

    assert times_reminded(hana) == 1
    assert "Vigil" not in amina.sees


async def test_who_says_twice_that_they_come_counts_once_and_no_name_is_stored(
    vigil: Person, amina: Person, sujin: Person, db: Database
) -> None:
    await amina.sends("/calendar")
    await amina.presses("moment:")
    assert "We keep no name and no Telegram id" in amina.last.text
    await amina.presses_twice("I come")
    assert "One person comes" in amina.last.text
    assert "You are counted" in amina.alerts[0]
    await sujin.sends("/calendar")
    await sujin.presses("moment:")
    await sujin.presses("참석하기")
    assert "2명 참석 예정" in sujin.last.text

    await amina.presses("I don’t come after all")
    assert "One person comes" in amina.last.text
    (row,) = await db.all("SELECT * FROM attendance")
    assert set(row.keys()) == {"moment", "person"}
    assert not {"Amina", "수진", str(amina.id), str(sujin.id)} & {str(value) for value in tuple(row)}
    assert [button for button in amina.buttons if button.startswith("Move")] == []


async def test_who_came_is_forgotten_after_the_day_and_on_request(
    vigil: Person, amina: Person, sujin: Person, db: Database
) -> None:
    for person in (amina, sujin):
        await person.sends("/calendar")
        await person.presses("moment:")
        await person.presses("moment-come:")
    await amina.sends("/mydata")
    assert b"Vigil for the nine" in amina.document("my-data") or "아홉".encode() in amina.document("my-data")
    await amina.sends("/forget")
    assert "dates that you come to" in amina.last.text
    await amina.presses("Erase everything")
    assert len(await db.all("SELECT * FROM attendance")) == 1

    await turn_to(vigil.house, VIGIL + timedelta(days=1))
    assert await db.all("SELECT * FROM attendance") == []
    assert [row["coming"] for row in await db.all("SELECT coming FROM moment")] == [1]
    await sujin.presses("moment-stay:")
    assert "이제 일정에 없습니다" in sujin.alerts[-1]


async def test_the_event_of_an_appeal_leads_to_its_card_and_goes_when_it_is_withdrawn(
    clarion: House, db: Database, published: dict[str, Appeal], hana: Person, amina: Person
) -> None:
    await clarion.clarion.ticker.tick()
    await amina.sends("/calendar")
    assert "10 December 2026\n• Korea–China summit" in amina.last.text
    await amina.presses("Korea–China summit")
    await amina.presses("Read the appeal")
    assert "Put safe passage on the summit table" in amina.last.text

    await hana.sends("/calendar")
    await hana.presses("Korea–China summit")
    assert "It moves when a correction of the sheet moves it" in hana.last.text
    assert "Move it" not in hana.buttons
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await plan_recall(db, "DEMO-001", owner, clarion.clock.now())
    clarion.clock.turn(minutes=2)
    await clarion.clarion.ticker.tick()
    await amina.sends("/calendar")
    assert "Korea–China summit" not in amina.last.text


async def test_a_coordinator_moves_a_moment_and_cancels_it(vigil: Person, amina: Person) -> None:
    await vigil.sends("/calendar")
    await vigil.presses("moment:")
    await vigil.presses("Move it")
    assert "Move: Vigil for the nine" in vigil.last.text
    await vigil.sends("2026-12-09")
    await vigil.presses("form-keep")
    assert "It is moved" in vigil.last.text
    await amina.sends("/calendar")
    assert "9 December 2026\n• Vigil for the nine\nWhere" in amina.last.text

    await amina.presses("moment:")
    await amina.presses("I come")
    await vigil.sends("/calendar")
    await vigil.presses("moment:")
    await vigil.presses("Cancel it")
    assert "One person said that they come" in vigil.last.text
    await vigil.presses_twice("Yes, cancel it")
    assert "Cancelled: Vigil for the nine" in vigil.last.text
    await amina.sends("/calendar")
    assert "Vigil" not in amina.last.text


async def test_a_moment_elsewhere_has_the_hours_of_its_own_zone(hana: Person, amina: Person) -> None:
    await hana.sends("/moment")
    for answer in (":review", "Review of a state in Geneva", "form-skip"):
        await (hana.presses if answer.startswith((":", "form")) else hana.sends)(answer)
    await hana.sends("2026-12-08 15:00")
    await hana.sends("Geneva")
    assert "I do not know that time zone" in hana.last.text
    await hana.sends("Europe/Zurich")
    await hana.presses("form-skip")
    await hana.presses(":yes")
    await hana.presses("form-keep")

    await amina.sends("/calendar")
    assert "15:00 (Central European Standard Time)" in amina.last.text


async def test_an_appeal_behind_the_command_gives_its_own_zone_and_card(
    hana: Person, amina: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends("/moment DEMO-009")
    assert "There is no appeal with this code" in hana.last.text
    await add_vigil(hana, command="/moment DEMO-002")
    await amina.sends("/calendar")
    await amina.presses("Vigil")
    await amina.presses("Read the appeal")

    assert "Nine people" in amina.last.text


async def test_supporters_and_other_roles_change_nothing(vigil: Person, amina: Person) -> None:
    house = amina.house
    await amina.sends("/moment")
    assert "for coordinators" in amina.last.text
    for data in ("moment-add", "moment-move:1", "moment-cancel:1", "moment-cancel-yes:1"):
        house.telegram.forges_press(amina.id, amina.last.message_id, data)
        await house.answers_everything()
        assert "for coordinators" in amina.last.text


async def test_a_moment_west_of_the_office_is_entered_on_its_own_day(hana: Person, clarion: House) -> None:
    clarion.clock.time = datetime(2026, 11, 24, 2, 0, tzinfo=SEOUL)  # noon of the 23rd in New York
    await hana.sends("/moment")
    await hana.presses(":vote")
    await hana.sends("Vote of the General Assembly")
    await hana.presses("form-skip")
    await hana.sends("2026-11-23 11:00")
    await hana.sends("America/New_York")
    await hana.presses("form-skip")
    await hana.presses(":yes")
    await hana.presses("form-keep")
    assert "That is past by the clocks there" in hana.last.text

    await hana.presses("Change: When")
    await hana.sends("2026-11-23 15:00")
    await hana.presses("form-keep")

    assert "It is in the calendar" in hana.last.text
    assert "15:00" in hana.last.text
    await hana.sends("/calendar")
    await hana.presses("Vote of the General Assembly")
    await hana.presses("Move it")
    await hana.sends("2026-11-23 11:30")
    assert "That is past" in hana.last.text
    await hana.sends("2026-11-23 16:00")
    await hana.presses("form-keep")
    assert "16:00" in hana.last.text


async def test_every_date_can_be_reached(hana: Person, amina: Person, clarion: House, db: Database) -> None:
    by = await find_coordinator(db, hana.id)
    assert by is not None
    for day in range(1, 22):
        vigil, when = Described(name={"en": f"Vigil {day}"}), When.of(date(2026, 12, day), None, SEOUL)
        await add_moment(db, NewMoment(MomentKind.ACTION, vigil, when, public=True), by, clarion.clock.now())

    await amina.sends("/calendar")
    assert "Vigil 11" not in amina.last.text
    for _ in range(2):
        await amina.presses("Further")
    assert "Vigil 21" in amina.last.text
    await amina.presses("Vigil 21")
    await amina.presses("All dates")
    assert "Vigil 1\n" in amina.last.text
