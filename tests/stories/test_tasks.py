"""Stories of what is to be done when: being told of it, putting it off, having done it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.vocabulary import Method
from storage.people.coordinators import find_coordinator
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Commitment, Delivery, Recommendation, Reply, Response

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

SEOUL = ZoneInfo("Asia/Seoul")
MORNING = timedelta(hours=9)  # of the day; digests and tasks are told from then on
TO_A1 = Subject(appeal="DEMO-002", addressee="a1")


@pytest.fixture
async def closed(clarion: House, published: dict[str, Appeal]) -> date:
    """The day on which DEMO-002 closed."""
    clarion.clock.time = published["DEMO-002"].deadline
    await clarion.clarion.ticker.tick()
    return published["DEMO-002"].deadline.astimezone(SEOUL).date()


async def turn_to(house: House, day: date, *, at: timedelta = MORNING) -> None:
    house.clock.time = datetime(day.year, day.month, day.day, tzinfo=SEOUL) + at
    await house.clarion.ticker.tick()


async def record(person: Person, db: Database, entry: NewEntry) -> int:
    coordinator = await find_coordinator(db, person.id)
    assert coordinator is not None
    return await add_entry(db, entry, coordinator, person.house.clock.now())


def times_told(person: Person, text: str) -> int:
    return sum(one.text.startswith(text) for one in person.chat if one.sender == "bot")


async def test_a_month_after_the_close_everybody_who_records_is_asked_for_news_by_day_and_once(
    clarion: House, closed: date, hana: Person, joon: Person, amina: Person
) -> None:
    due = closed + timedelta(days=30)
    await turn_to(clarion, due, at=timedelta(hours=3))
    assert times_told(hana, "DEMO-002") == 0

    await turn_to(clarion, due)
    await turn_to(clarion, due, at=timedelta(hours=12))
    assert times_told(hana, "DEMO-002: 30 days after the close") == 1
    assert "“Nine people held at Tumen" in hana.last.text
    assert {"Record what is new", "Timeline", "Done", "In a week", "In a month"} <= set(hana.buttons)
    assert times_told(joon, "DEMO-002: 마감 후 30일") == 1
    assert "DEMO-002" not in amina.sees


async def test_a_task_is_told_once_over_a_restart(
    clarion: House, closed: date, hana: Person, open_house: Callable[[], AbstractAsyncContextManager[House]]
) -> None:
    await turn_to(clarion, closed + timedelta(days=30))
    async with open_house() as again:
        await turn_to(again, closed + timedelta(days=31))

    assert times_told(hana, "DEMO-002: 30 days after the close") == 1


async def test_a_task_that_was_put_off_is_told_again_then(clarion: House, closed: date, hana: Person) -> None:
    await turn_to(clarion, closed + timedelta(days=30))
    await hana.presses("In a week")
    assert "Put off until" in hana.last.text
    await hana.sends("/tasks")
    assert "(put off until" in hana.last.text

    await turn_to(clarion, closed + timedelta(days=36))
    assert times_told(hana, "DEMO-002: 30 days after the close") == 0
    await turn_to(clarion, closed + timedelta(days=37))
    assert times_told(hana, "DEMO-002: 30 days after the close") == 1


async def test_what_is_done_is_open_no_more_whoever_presses_then(
    clarion: House, closed: date, hana: Person, joon: Person
) -> None:
    await turn_to(clarion, closed + timedelta(days=30))
    await hana.presses_twice("Done")
    assert hana.last.text == "Done: DEMO-002: 30 days after the close"
    await joon.presses("했습니다")
    assert "이미 끝난 일입니다" in joon.alerts[-1]

    await hana.presses("All that is to be done")
    await joon.sends("/tasks")
    for text, done in ((hana.last.text, "30 days after the close"), (joon.last.text, "마감 후 30일")):
        assert "DEMO-002" not in text
        assert done not in text


async def test_after_a_year_there_is_a_button_for_the_message_to_those_who_signed(
    clarion: House, closed: date, hana: Person, joon: Person
) -> None:
    await turn_to(clarion, closed + timedelta(days=180))
    assert "Write to those who signed" not in hana.buttons
    await turn_to(clarion, closed + timedelta(days=365))

    assert "a year after the close" in hana.last.text
    assert "서명하신 분들께 알리기" in joon.buttons
    data = {button.callback_data for button in hana.last.buttons}
    assert "news-new:DEMO-002:anniversary" in data
    await hana.presses("Write to those who signed")
    assert hana.house.clarion.application.user_data[hana.id].form is not None


async def test_thirty_days_without_a_reply_are_told_and_a_reply_ends_it(
    clarion: House, published: dict[str, Appeal], hana: Person, joon: Person, db: Database
) -> None:
    day = clarion.clock.now().astimezone(SEOUL).date()
    await record(hana, db, NewEntry(TO_A1, Delivery(methods=(Method.POST,)), day.isoformat()))
    await turn_to(clarion, day + timedelta(days=29))
    assert "no reply" not in hana.sees
    await turn_to(clarion, day + timedelta(days=30))
    assert "no reply after 30 days" in hana.last.text
    assert "Delivered on 22 November 2026 to: President" in hana.last.text
    assert "답변 없음" in joon.last.text
    await joon.presses("답변 기록하기")
    assert "대한민국" in joon.sees
    form = joon.house.clarion.application.user_data[joon.id].form
    assert form is not None
    assert form.form == "recording-reply"

    await turn_to(clarion, day + timedelta(days=60))
    assert "no reply after 60 days" in hana.last.text
    reply = Reply(response=Response.PLEDGED, summary="They look into it.", public=True)
    await record(hana, db, NewEntry(TO_A1, reply, (day + timedelta(days=61)).isoformat()))
    await turn_to(clarion, day + timedelta(days=61))
    await hana.sends("/tasks")
    assert "no reply" not in hana.last.text


async def test_a_promise_and_a_review_are_told_on_their_days(
    clarion: House, hana: Person, joon: Person, db: Database
) -> None:
    about = Subject(campaign="forced-returns")
    promise = Commitment(who="Minister of Unification", what="A report to the committee")
    await record(hana, db, NewEntry(about, promise, "2026-11-01", stage="open", due_on=date(2026, 12, 1)))
    recommended = Recommendation(state="CN", recommended_by="KR", cycle=4, text="Guarantee non-refoulement.")
    await record(hana, db, NewEntry(about, recommended, "2024-07", stage="noted"))
    await turn_to(clarion, date(2026, 12, 1))
    assert "A promise is due: Minister of Unification" in hana.sees
    assert "약속한 날입니다" in joon.sees

    await turn_to(clarion, date(2027, 1, 1))
    assert "It is time for a mid-term report. China was reviewed in July 2024 (cycle 4)" in hana.last.text
    assert "about January 2029" in hana.last.text
    assert "중간 보고서" in joon.last.text
    await hana.sends("/tasks")
    assert "To be done: 2" in hana.last.text
    await hana.presses("A promise is due")
    assert "A report to the committee" in hana.last.text
    await hana.presses("Put down how it went")
    assert "A report to the committee" in hana.last.text


async def test_supporters_read_no_tasks_and_press_none(
    clarion: House, closed: date, hana: Person, amina: Person
) -> None:
    await turn_to(clarion, closed + timedelta(days=30))
    for deed in ("/tasks", "task:1", "task-done:1", "task-snooze:1:7"):
        if deed.startswith("/"):
            await amina.sends(deed)
        else:
            clarion.telegram.forges_press(amina.id, amina.last.message_id, deed)
            await clarion.answers_everything()
        assert "for coordinators" in amina.last.text

    await hana.sends("/tasks")
    assert "30 days after the close" in hana.last.text


async def test_every_task_can_be_reached(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    today = clarion.clock.now().astimezone(SEOUL).date()
    for number in range(23):
        promise = Commitment(who=f"Minister {number:02}", what="To ask")
        await record(hana, db, NewEntry(Subject(), promise, "2026-11-01", stage="open", due_on=today))
    await turn_to(clarion, today, at=timedelta(hours=23))

    await hana.sends("/tasks")
    reached = {one for one in hana.buttons if "Minister" in one}
    await hana.presses("Further")

    assert len(reached | {one for one in hana.buttons if "Minister" in one}) == 23
