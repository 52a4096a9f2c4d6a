"""Stories of people who want to hear from us once a day, once a week, once a month."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from handlers.appeals.letters.digests import LISTED_MAX, digest_rows, digest_text
from handlers.message_text import MESSAGE_MAX, length
from handlers.texts import LANGUAGES, Texts
from storage.appeals.records import find_appeal
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Cadence, find_subscriber
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total
from storage.tips.inbox import Waiting

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

FIRST_OF_DECEMBER = datetime(2026, 12, 1, 0, 1, tzinfo=UTC)  # a minute past nine in Seoul


async def asks_for(person: Person, cadence: str) -> None:
    await person.sends("/subscribe")
    await person.presses("subscribe:yes")
    await person.presses("cadence:open")
    await person.presses(f"cadence:{cadence}")


async def goes_out(house: House, hana: Person, db: Database, code: str) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await plan(db, await find_appeal(db, code), owner, house.clock.now())
    await house.sends_all_letters()


async def comes_to(house: House, moment: datetime) -> None:
    house.clock.time = moment
    await house.clarion.ticker.tick()
    await house.sends_all_letters()


@pytest.mark.parametrize("cadence", list(Cadence))
async def test_every_cadence_can_be_chosen_and_is_named_in_the_settings(
    amina: Person, db: Database, cadence: Cadence
) -> None:
    await asks_for(amina, cadence)

    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.cadence is cadence
    label = amina.house.clarion.services.texts.plain(f"subscribing-cadence-{cadence}", "en")
    assert f"How often: {label}" in amina.last.text


async def test_who_chooses_is_told_when_digests_come(amina: Person) -> None:
    await amina.sends("/subscribe")
    await amina.presses("Subscribe")
    await amina.presses("How often")

    assert "at about 09:00 in Seoul" in amina.last.text
    assert "when time is running out, an appeal comes at once" in amina.last.text
    assert len(amina.buttons) == len(Cadence) + 1


async def test_month_end_sends_one_digest_and_a_critical_appeal_comes_at_once(
    amina: Person, hana: Person, clarion: House, db: Database, appeals: dict[str, Appeal]
) -> None:
    await asks_for(amina, "monthly")
    await comes_to(clarion, clarion.clock.now())
    for code in ("DEMO-001", "DEMO-003"):
        await goes_out(clarion, hana, db, code)
    assert "DEMO" not in amina.sees

    await goes_out(clarion, hana, db, "DEMO-002")
    assert "DEMO-002" in amina.last.text

    await comes_to(clarion, FIRST_OF_DECEMBER)
    assert "New: 2 appeals" in amina.last.text
    assert "DEMO-002" not in amina.last.text
    before = len(amina.chat)
    await comes_to(clarion, datetime(2026, 12, 1, 5, 0, tzinfo=UTC))
    assert len(amina.chat) == before


async def test_a_digest_opens_its_appeals_and_leads_to_the_settings(
    sujin: Person, hana: Person, clarion: House, db: Database, appeals: dict[str, Appeal]
) -> None:
    await asks_for(sujin, "daily")
    await comes_to(clarion, clarion.clock.now())
    await goes_out(clarion, hana, db, "DEMO-001")
    await comes_to(clarion, datetime(2026, 11, 23, 0, 1, tzinfo=UTC))
    digest = sujin.last
    assert "새 호소 1건" in digest.text
    assert "마감일" in digest.text

    await sujin.presses("appeal:DEMO-001")
    assert "서명하기" in sujin.buttons
    await sujin.presses("settings:below")
    assert "받는 방식: 하루에 한 번" in sujin.last.text
    assert digest.text in sujin.sees


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_of_very_many_appeals_is_one_message_and_says_how_many_are_left_out(
    appeals: dict[str, Appeal], language: str
) -> None:
    texts, now = Texts("en"), datetime(2026, 11, 22, tzinfo=UTC)
    appeal = appeals["DEMO-002"]
    title = {tag: text.model_copy(update={"title": "장" * 300}) for tag, text in appeal.texts.items()}
    many = [appeal.model_copy(update={"code": f"DEMO-{n}", "texts": title}) for n in range(100, 140)]
    text = digest_text(many, texts, language, now=now, support={"DEMO-100": Support(Total(7))})
    few = digest_text([appeal], texts, language, now=now, support={})

    assert length(text) <= MESSAGE_MAX
    assert "/appeals" in text
    assert "/appeals" not in few
    assert len(digest_rows(many, texts, language, "clarion_demo_bot")) == LISTED_MAX + 1


@pytest.mark.parametrize(
    ("language", "more", "said"),
    [
        ("en", 0, "Replies wait for these tips: K7MX Q4DR. If one"),
        ("en", 7, "Replies wait for these tips: K7MX Q4DR and 7 more. If one"),
        ("ko", 0, "답이 도착한 제보: K7MX Q4DR. 보내신"),
        ("ko", 7, "답이 도착한 제보: K7MX Q4DR 외 7건. 보내신"),
    ],
)
def test_a_digest_says_how_many_tips_with_replies_it_does_not_list(
    appeals: dict[str, Appeal], language: str, more: int, said: str
) -> None:
    waiting, now = Waiting(("K7MX", "Q4DR"), more), datetime(2026, 11, 22, tzinfo=UTC)
    text = digest_text([appeals["DEMO-002"]], Texts("en"), language, now=now, support={}, waiting=waiting)

    assert said in text
