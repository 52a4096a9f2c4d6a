"""Stories of a goal: how near it is, when it will be reached, that it is raised, and who hears of the way there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal import faults
from bot.rehearsal.faults import Rule
from handlers.coordinators.petitions.counting.goals import number_of
from storage.petitions.counting.goals import milestones
from storage.petitions.counting.tally import Bump, Dimension, bump
from storage.petitions.signatures.records import Channel
from tests.conftest import HANA

if TYPE_CHECKING:
    from datetime import date

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-001"  # a goal of 15,000, until 8 December
PUBLIC = "DEMO-002"


async def count(db: Database, by: int, day: date | None = None, channel: Channel = Channel.TELEGRAM) -> None:
    """Let so many more signatures count."""
    values = ((Dimension.DAY, day.isoformat()),) if day else ()
    async with db.transaction() as tx:
        await bump(tx, CODE, [Bump(channel, values, by)])


async def half_a_minute_later(house: House) -> None:
    house.clock.turn(seconds=31)
    await house.clarion.ticker.tick()


async def test_the_goal_the_pace_and_the_day_on_which_it_is_reached_are_told(
    clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    today = clarion.clock.now().date()
    for ago in range(7):
        await count(db, 1_000, today - timedelta(days=ago))
    await count(db, 500, channel=Channel.PAPER)
    await hana.sends(f"/goal {CODE}")

    seen = hana.last.text
    assert "7,500 valid signatures · goal 15,000" in seen
    assert "7,000 in the chat + 500 on paper" in seen
    assert "▰▰▰▰▰▱▱▱▱▱ 50%" in seen
    assert (
        "Since 16 November 2026: 7,000 signatures, about 1,094 a day." in seen
    )  # it is half past nine: today is not over
    assert "by the deadline on 8 December 2026" in seen
    assert "The goal of 15,000 will be reached on 29 November 2026." in seen
    assert "500 counted on sheets have no day" in seen
    assert "/goal DEMO-001 NUMBER" in seen
    assert "Goals so far" not in seen


async def test_a_raised_goal_is_everybodys_at_once_and_the_history_keeps_the_others(
    clarion: House, db: Database, hana: Person, joon: Person, amina: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/goal {PUBLIC} 5,000")
    assert "The goal of DEMO-002 is now 5,000." in hana.last.text
    clarion.clock.turn(days=1)
    await joon.sends(f"/goal {PUBLIC} 8000")
    assert "이제 DEMO-002의 목표는 8,000명입니다." in joon.last.text

    await amina.opens(PUBLIC)
    assert "of 8,000 signatures" in amina.sees
    await hana.sends(f"/goal {PUBLIC}")
    history = hana.last.text.partition("Goals so far\n")[2].partition("\n\n")[0].split("\n")
    assert history == [
        "8,000, set by campaigner-2 on 23 November 2026",
        "5,000, set by owner-1 on 22 November 2026",
        "3,000, on the sheet",
    ]
    await hana.sends("/stats")
    assert "goal 8,000" in hana.last.text


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("many", "Please write the goal as a number"),
        ("0", "Please write the goal as a number"),
        ("4.5", "Please write the goal as a number"),
        ("9999999999", "Please write the goal as a number"),
        ("7000", "has 7,000 signatures or more already"),
    ],
)
async def test_what_cannot_be_a_goal_changes_nothing(
    written: str, answer: str, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    await count(db, 7_000)
    await hana.sends(f"/goal {CODE} {written}")

    assert answer in hana.last.text
    await hana.sends(f"/goal {CODE}")
    assert "goal 15,000" in hana.last.text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((text, 15_000) for text in ("15000", "15,000", "15.000", "15 000", "15’000")),
        ("1,500,000", 1_500_000),
        *((text, None) for text in ("", "-5", "15,00", "1.500,000", "01", "1e4", "１５", "15000 names")),
    ],
)
def test_a_goal_may_be_written_as_people_write_numbers(text: str, number: int | None) -> None:
    assert number_of(text) == number


async def test_half_of_the_way_is_told_once_with_words_to_pass_on(
    clarion: House, db: Database, hana: Person, joon: Person, amina: Person, published: dict[str, Appeal]
) -> None:
    await half_a_minute_later(clarion)
    await count(db, 7_400)
    await count(db, 100, channel=Channel.PAPER)
    for _ in range(3):
        await half_a_minute_later(clarion)

    assert hana.sees.count("DEMO-001 has reached 50% of its goal of 15,000.") == 1
    assert "10%" not in hana.sees
    assert "Signatures now: 7,400 + 100 on paper" in hana.last.text
    title = published[CODE].texts["en"].title
    assert f"7,500 signatures for “{title}”: we have reached 50% of our goal of 15,000." in hana.last.text
    assert "You can sign until 8 December 2026: https://t.me/" in hana.last.text
    assert "start=DEMO-001_milestone" in hana.last.text
    assert "7,500명이 함께했습니다" in hana.last.text  # the other language of the petition comes with it
    assert hana.buttons == ["Share in Telegram"]
    assert joon.sees.count("DEMO-001 서명이 목표 15,000명의 50%에 이르렀습니다.") == 1
    assert joon.last.text.index("함께했습니다") < joon.last.text.index("signatures for")
    assert "reached" not in amina.sees


async def test_a_goal_that_was_raised_is_told_of_anew_but_not_of_what_was_passed(
    clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    await count(db, 7_600)
    await half_a_minute_later(clarion)
    await hana.sends(f"/goal {CODE} 20000")
    await half_a_minute_later(clarion)
    assert "of its goal of 20,000" not in hana.sees

    await count(db, 2_400)
    await half_a_minute_later(clarion)
    assert hana.sees.count("DEMO-001 has reached 50% of its goal of 20,000.") == 1
    await hana.sends(f"/goal {CODE}")
    assert "50% of 20,000: 22 November 2026, with 10,000\n50% of 15,000: 22 November 2026, with 7,600" in hana.last.text


async def test_the_whole_goal_reached_by_sheets_after_the_close_invites_nobody_to_sign(
    clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    clarion.clock.time = published[CODE].deadline
    await half_a_minute_later(clarion)
    await count(db, 15_200, channel=Channel.POST)
    await half_a_minute_later(clarion)

    (told,) = [message.text for message in hana.chat if "DEMO-001 has reached its goal of 15,000." in message.text]
    assert "We have reached our goal: 15,200 signatures for" in told
    assert "You can sign" not in told
    await hana.sends(f"/goal {CODE}")
    assert "The deadline has passed. The goal of 15,000 was reached." in hana.last.text
    assert "NUMBER" not in hana.last.text
    await hana.sends(f"/goal {CODE} 20000")
    assert "does not take signatures now, so its goal stays" in hana.last.text


async def test_who_cannot_be_reached_keeps_the_news_from_nobody_else(
    clarion: House, db: Database, hana: Person, joon: Person, published: dict[str, Appeal]
) -> None:
    clarion.telegram.faults.add(Rule(faults.server_error(), method="sendMessage", chat_id=HANA, times=1))
    await count(db, 7_500)
    for _ in range(2):
        await half_a_minute_later(clarion)

    assert "has reached" not in hana.sees
    assert joon.sees.count("서명이 목표 15,000명의 50%에 이르렀습니다.") == 1
    assert [one.percent for one in await milestones(db, CODE)] == [10, 25, 50]


async def test_what_nobody_could_be_told_is_told_once_as_soon_as_somebody_can(
    clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    clarion.telegram.faults.add(Rule(faults.server_error(), method="sendMessage"))
    await count(db, 7_500)
    await half_a_minute_later(clarion)
    clarion.telegram.faults.clear()
    for _ in range(3):
        await half_a_minute_later(clarion)

    assert hana.sees.count("DEMO-001 has reached 50% of its goal of 15,000.") == 1


async def test_the_forecast_tells_of_a_goal_that_comes_too_late_or_never(
    clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/goal {CODE}")
    assert "No signatures since 16 November 2026." in hana.last.text
    assert "The goal of 15,000 will not be reached at this pace. To be in time it takes" in hana.last.text

    await count(db, 40, clarion.clock.now().date())
    await hana.sends(f"/goal {CODE}")
    assert "40 signatures today, the first day." in hana.last.text
    assert "would be reached on 1 December 2027, after the deadline." in hana.last.text


async def test_what_asks_for_nothing_has_no_goal_and_strangers_learn_nothing(
    db: Database, hana: Person, amina: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends("/goal")
    assert "/goal ABC-001" in hana.last.text
    await hana.sends("/goal NONE-001")
    assert "There is no appeal with this code" in hana.last.text
    await amina.sends(f"/goal {CODE} 5")
    assert "This is for coordinators" in amina.last.text


async def test_the_whole_of_it_reads_as_korean(
    clarion: House, db: Database, joon: Person, published: dict[str, Appeal]
) -> None:
    today = clarion.clock.now().date()
    for ago in range(3):
        await count(db, 300, today - timedelta(days=ago))
    await joon.sends(f"/goal {CODE} 1000")

    assert "2026년 11월 20일부터 900명, 하루 약 376명이 서명했습니다." in joon.last.text
    assert "목표 1,000명은 2026년 11월 22일에 달성합니다." in joon.last.text
    assert "1,000명: owner" not in joon.last.text
    assert "15,000명: 호소문 양식" in joon.last.text
