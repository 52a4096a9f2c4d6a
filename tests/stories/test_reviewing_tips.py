"""Stories of coordinators who work through tips without reading them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.metrics.metrics import Metrics
from bot.schedule import JOBS, Ticker
from handlers.coordinators.tips.reminders import remind_of_unclaimed_tips
from handlers.texts import LANGUAGES, Texts
from storage.audit import latest
from storage.people.coordinators import Role, find_coordinator, invite
from storage.tips.review.queue import open_tips
from storage.tips.words import Label, TipState
from tests.storage.tip_rows import keep_tip
from tests.stories.tipping.witness import TEXT, sends_a_tip

if TYPE_CHECKING:
    from storage.database import Database
    from storage.tips.review.queue import Case
    from tests.people import House, Person

SEALED = b"age-encryption.org/v1 what nobody must see"


async def tip(db: Database, number: int, urgency: str = "normal") -> str:
    arrival = datetime(2026, 11, 1 + number, tzinfo=UTC)
    return await keep_tip(db, arrival, number=number, urgency=urgency, sealed=SEALED)


@pytest.fixture
async def minji(sujin: Person, hana: Person, db: Database) -> Person:
    """A reviewer whom Hana invited; Korean."""
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await sujin.opens(f"inv_{await invite(db, Role.REVIEWER, owner, hana.house.clock.now())}")
    return sujin


async def only(db: Database) -> Case:
    [found] = await open_tips(db)
    return found


async def reminds(house: House) -> None:
    await remind_of_unclaimed_tips(house.clarion.services, house.clarion.application.bot)


async def test_tips_are_listed_by_urgency_and_never_by_content(hana: Person, db: Database) -> None:
    normal, critical = await tip(db, 1), await tip(db, 2, "critical")
    await hana.sends("/tips")

    assert "2 open tips" in hana.last.text
    assert hana.last.text.index(critical) < hana.last.text.index(normal)
    assert "Critical (lives at risk now) · 3 November 2026\nnot looked into yet · held by nobody\nF6" in hana.last.text
    assert hana.buttons == [f"Open {critical}", f"Open {normal}"]
    assert "age-encryption" not in hana.sees


async def test_a_tip_goes_its_whole_way_with_buttons(hana: Person, minji: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends("/tips")
    await hana.presses(f"Open {tag}")
    assert hana.buttons == ["Claim it", "Labels", "Give it to a colleague", "All open tips"]
    await hana.presses("Claim it")
    assert "Held by you until 23 November 2026, 09:30" in hana.last.text
    await hana.presses("Rate it")
    assert "how reliable is the source?" in hana.last.text
    assert hana.buttons[1] == "B · usually reliable"
    await hana.presses("B · usually reliable")
    assert "how likely is it true?" in hana.last.text
    await hana.presses("1 · confirmed by other sources")
    assert "needs the label “has a second source”" in hana.last.text
    await hana.presses("Labels")
    await hana.presses("☐ has a second source")
    await hana.sends(f"/rate {tag} B1")
    assert "B1 by owner-1, waits for a second person" in hana.last.text
    assert "Source: usually reliable. What it says: confirmed by other sources." in hana.last.text
    assert not [label for label in hana.buttons if label.startswith("Agree")]

    await minji.sends(f"/case {tag.lower()}")
    assert "B1 (평가: owner-1), 다른 담당자의 동의를 기다림" in minji.last.text
    await minji.presses("B1 평가에 동의하기")
    assert "상태: 사실로 확인됨" in minji.last.text
    assert "동의: reviewer-2" in minji.last.text

    await hana.presses("Close it")
    assert f"Close tip {tag}?" in hana.last.text
    assert "erased after 90 days" in hana.last.text
    await hana.presses("Worked through")
    assert "State: closed" in hana.last.text
    assert hana.buttons == ["All open tips"]
    await hana.presses("All open tips")
    assert "No tip is open" in hana.last.text
    found = [entry.name for entry in await latest(db, 4)]
    assert found == ["close_tip", "agree_to_rating", "rate_tip", "label_tip"]
    assert "age-encryption" not in hana.sees + minji.sees


async def test_commands_do_the_same_as_buttons(hana: Person, minji: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await minji.sends("/claim")
    assert "표식을 적어 주세요" in minji.last.text
    await minji.sends(f"/claim {tag.lower()}")
    assert "맡으셨습니다" in minji.last.text
    await minji.sends(f"/rate {tag} c4")
    assert "C4 (평가: reviewer-2)" in minji.last.text
    await minji.sends(f"/label {tag} children")
    await minji.sends(f"/label {tag} duplicate")
    await minji.sends(f"/label {tag} duplicate off")
    assert "☑ 아동 관련" in minji.buttons
    await minji.sends(f"/agree {tag} C4")
    assert "본인이 하신 평가" in minji.last.text
    await hana.sends(f"/agree {tag}")
    assert "with which rating you agree" in hana.last.text
    assert (await only(db)).standing.state is TipState.CORROBORATING
    await hana.sends(f"/agree {tag} C4")
    assert "You agree with the rating" in hana.last.text
    assert "State: not borne out" in hana.last.text
    assert (await only(db)).labels == (Label.CHILDREN,)

    await minji.sends(f"/release {tag}")
    assert "누구나 맡을 수 있습니다" in minji.last.text
    await minji.sends(f"/assign {tag} OWNER-1")
    assert "동료에게 맡겼습니다" in minji.last.text
    assert f"reviewer-2 has given you the tip {tag}" in hana.last.text
    await hana.presses(f"Open {tag}")
    assert "Held by you" in hana.last.text
    await hana.sends(f"/close {tag} cannot_be_followed_up")
    assert await open_tips(db) == ()
    await hana.sends(f"/claim {tag}")
    assert "Nothing more can be done with this tip" in hana.last.text
    await hana.sends(f"/label {tag}")
    assert "State: closed" in hana.last.text


async def test_a_rating_or_label_that_does_not_exist_is_named(hana: Person, minji: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends(f"/claim {tag}")
    await hana.sends(f"/rate {tag} Z9")
    assert hana.last.text.startswith("Z9 is no rating: a letter from A to F")
    assert "how reliable is the source?" in hana.last.text
    await minji.sends(f"/label {tag} 아동")
    assert minji.last.text.startswith("‘아동’: 꼬리표가 아닙니다")
    assert "☐ 아동 관련" in minji.buttons
    await hana.sends(f"/label {tag} <b>{'x' * 50}")
    assert hana.last.text.startswith(f"<b>{'x' * 16}… is no label. These are: needs_translation, needs_reply,")
    await hana.sends(f"/rate {tag} b")
    assert "Source grade B" in hana.last.text

    assert (await only(db)).standing.rating is None
    assert (await only(db)).labels == ()


async def test_a_double_tap_does_a_thing_once(hana: Person, minji: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends(f"/case {tag}")
    await hana.presses_twice("Claim it")
    await hana.presses("Rate it")
    await hana.presses("A · ")
    await hana.presses_twice("4 · ")
    await minji.sends(f"/case {tag}")
    await minji.presses_twice("A4 평가에 동의하기")
    await hana.presses("Labels")
    await hana.presses_twice("☐ medical")
    assert "☑ medical" in hana.buttons
    await hana.presses_twice("☑ medical")
    await hana.presses("Back to the tip")
    await hana.presses_twice("Let it go")
    assert "Held by nobody" in hana.last.text
    await hana.presses("Give it to a colleague")
    await hana.presses_twice("reviewer-2")
    assert minji.sees.count("제보 " + tag + " 건을 맡겼습니다") == 1
    await minji.presses(f"{tag} 열기")
    await minji.presses("닫기")
    await minji.presses_twice("이미 들어온 내용")

    assert [entry.name for entry in reversed(await latest(db, 8))] == [
        "claim_tip",
        "rate_tip",
        "agree_to_rating",
        "label_tip",
        "unlabel_tip",
        "release_tip",
        "assign_tip",
        "close_tip",
    ]


async def test_what_a_colleague_holds_is_theirs_until_their_day_is_over(
    hana: Person, minji: Person, clarion: House, db: Database
) -> None:
    tag = await tip(db, 1)
    await minji.sends(f"/claim {tag}")
    for deed in (f"/claim {tag}", f"/release {tag}", f"/rate {tag} A1", f"/assign {tag} reviewer-2"):
        await hana.sends(deed)
        assert "Held by reviewer-2" in hana.last.text
    held = await only(db)
    for deed, words in (
        (f"/rate {tag}", "Whoever holds a tip rates it"),
        (f"/close {tag}", "Whoever holds a tip closes"),
    ):
        await hana.sends(deed)
        assert words in hana.last.text
    clarion.telegram.forges_press(hana.id, hana.last.message_id, f"close:{tag}:duplicate")
    await clarion.answers_everything()
    assert "a colleague holds the tip" in hana.last.text
    assert hana.buttons == ["Labels", "Take it over", "All open tips"]
    assert await only(db) == held

    clarion.clock.turn(hours=24)
    await hana.sends("/tips")
    assert "held by nobody" in hana.last.text
    await minji.sends(f"/rate {tag} A1")
    assert "먼저 맡아 주세요" in minji.last.text
    await hana.sends(f"/claim {tag}")
    assert "It is yours for 24 hours" in hana.last.text


async def test_an_owner_takes_a_tip_over_and_nobody_else(
    hana: Person, minji: Person, clarion: House, db: Database
) -> None:
    tag = await tip(db, 1)
    await hana.sends(f"/claim {tag}")
    await minji.sends(f"/claim {tag} over")
    assert "다른 담당자가 맡고 있는 제보" in minji.last.text
    assert "넘겨받기" not in minji.buttons
    await hana.sends(f"/assign {tag} reviewer-2")
    await hana.sends(f"/case {tag}")
    await hana.presses("Take it over")

    assert "Held by you" in hana.last.text
    assert (await latest(db, 1))[0].name == "take_over_tip"


async def test_owners_hear_once_and_by_tag_alone_of_what_is_closed_unrated(
    hana: Person, minji: Person, db: Database
) -> None:
    unrated, rated = await tip(db, 1), await tip(db, 2)
    for tag in (unrated, rated):
        await minji.sends(f"/claim {tag}")
    await minji.sends(f"/rate {rated} B2")
    for tag in (unrated, rated):
        await minji.sends(f"/close {tag} not_a_tip")
        await minji.sends(f"/close {tag} not_a_tip")

    assert hana.sees.count("was closed, and nobody had rated it") == 1
    assert f"The tip {unrated} was closed" in hana.sees
    assert "reviewer-2" not in hana.last.text


async def test_what_somebody_rated_who_left_is_rated_anew(hana: Person, minji: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await minji.sends(f"/claim {tag}")
    await minji.sends(f"/rate {tag} C4")
    await hana.sends("/dismiss reviewer-2")
    await hana.presses("End the role")
    await hana.sends(f"/agree {tag} C4")

    assert "whoever rated it has left" in hana.last.text


async def test_what_nobody_knows_is_answered(hana: Person, db: Database) -> None:
    tag = await tip(db, 1)
    for word in ("case", "claim", "release", "rate", "agree", "label", "assign", "close"):
        for unknown in ("ZZZZ", "x" * 300, "' OR ''='"):
            await hana.sends(f"/{word} {unknown}")
            assert "There is no tip with this tag" in hana.last.text
    for odd in ("/rate", "/rate {} Z9", "/label {} nowhere", "/assign {} nobody-9", "/agree {} B9"):
        await hana.sends(odd.format(tag))
        assert "Something went wrong" not in hana.last.text

    assert (await only(db)).standing.rating is None
    assert (await only(db)).labels == ()


async def test_an_owner_alone_has_nobody_to_give_a_tip_to(hana: Person, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.sends(f"/assign {tag}")

    assert "Nobody else reviews tips" in hana.last.text
    assert hana.buttons == ["Back to the tip"]


async def test_many_tips_come_in_pages_that_say_where_they_are(hana: Person, db: Database) -> None:
    for number in range(20):
        await tip(db, number)
    await hana.sends("/tips")
    assert "20 open tips, 1 to 8 below" in hana.last.text
    assert hana.buttons[-1] == "Next"

    await hana.presses("Next")
    await hana.presses("tips:2")
    assert "20 open tips, 17 to 20 below" in hana.last.text
    assert hana.buttons[-1] == "Previous"
    clarion = hana.house
    clarion.telegram.forges_press(hana.id, hana.last.message_id, "tips:999999")
    await clarion.answers_everything()
    assert "17 to 20 below" in hana.last.text


async def test_three_tips_of_a_category_are_told_by_category_and_number_once(
    hana: Person, minji: Person, amina: Person, db: Database
) -> None:
    now = hana.house.clock.now()
    for number in (1, 2):
        await keep_tip(db, now - timedelta(days=1), number=number, category="inspection", sealed=SEALED)
    for _ in range(2):
        await sends_a_tip(amina)
        await amina.presses("I wrote it down")

    assert hana.sees.count("New tip") == 2
    assert hana.sees.count("3 tips within seven days: Checks and searches") == 1
    assert minji.sees.count("최근 7일 동안 들어온 제보 3건: 검문과 수색") == 1
    assert TEXT not in hana.sees + minji.sees


async def test_reviewers_are_reminded_once_of_what_nobody_claimed_by_tag_alone(
    hana: Person, minji: Person, amina: Person, clarion: House, db: Database
) -> None:
    now = clarion.clock.now()
    today = await keep_tip(db, now, number=1)
    old, urgent, held = await tip(db, 2), await tip(db, 3, "critical"), await tip(db, 4)
    await hana.sends(f"/claim {held}")
    await reminds(clarion)

    assert "2 tips of earlier days wait for somebody" in hana.last.text
    assert hana.last.text.index(urgent) < hana.last.text.index(old)
    assert "전날까지 들어왔으나 아무도 맡지 않은 제보 2건" in minji.last.text
    assert not {today, held} & set(re.findall(r"[A-Z0-9]{4}", hana.last.text))
    assert "age-encryption" not in hana.last.text
    assert amina.chat == ()
    told = hana.last.message_id
    await reminds(clarion)
    assert hana.last.message_id == told

    clarion.clock.turn(hours=24)
    await reminds(clarion)
    assert "2 tips of earlier days" in hana.last.text  # today's of yesterday, and the one whose claim is over
    assert {today, held} <= set(re.findall(r"[A-Z0-9]{4}", hana.last.text))
    await hana.presses("All open tips")
    assert "4 open tips" in hana.last.text


async def test_the_reminder_waits_for_its_hour_and_for_nobody_who_cannot_be_reached(
    hana: Person, minji: Person, clarion: House, db: Database
) -> None:
    tag = await tip(db, 1)
    seoul = clarion.clarion.services.policy.timezone
    clarion.clock.time = datetime(2026, 11, 23, clarion.clarion.services.policy.digest_hour - 1, 59, tzinfo=seoul)
    await reminds(clarion)
    assert tag not in minji.sees
    await hana.blocks()
    clarion.clock.turn(minutes=1)
    await reminds(clarion)

    assert tag in minji.last.text


async def test_a_reminder_that_reached_nobody_is_tried_again(hana: Person, clarion: House, db: Database) -> None:
    tag = await tip(db, 1)
    await hana.blocks()
    await reminds(clarion)
    await hana.unblocks()
    await hana.sends("/start")
    await reminds(clarion)

    assert tag in hana.last.text


async def test_the_reminder_is_one_of_the_jobs(hana: Person, clarion: House, db: Database) -> None:
    tag = await tip(db, 1)
    jobs = [job for job in JOBS if job.work is remind_of_unclaimed_tips]
    await Ticker(clarion.clarion.services, clarion.clarion.application.bot, Metrics(), jobs).tick()

    assert tag in hana.last.text


async def test_a_flood_of_unclaimed_tips_fits_into_one_message(hana: Person, clarion: House, db: Database) -> None:
    for number in range(105):
        await keep_tip(db, clarion.clock.now() - timedelta(days=2), number=number)
    await reminds(clarion)

    assert "105 tips of earlier days" in hana.last.text
    assert "and 5 more" in hana.last.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_and_grade_has_words(language: str) -> None:
    texts = Texts("en")
    words = {texts.plain(f"case-label-{label}", language) for label in Label}
    assert len(words) == len(Label)
