"""Stories of news: written by one coordinator, approved by another, read once by each whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.rehearsal.faults import Rule, server_error
from bot.rehearsal.telegram import Person as Account
from storage.appeals.vocabulary import Method, SourceType
from storage.letters.broadcasts.planning import latest_broadcasts
from storage.letters.reports.progress import progress
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.people.followers import Following, follow, unfollow
from storage.people.subscribers import Subscription, subscribe
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Bill, CaseStatus, Delivery, Reply, Response, Status
from storage.timeline.news import NewNews, NewsKind, waiting_news, write_news
from tests.people import Person

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.timeline.kinds import Content
    from tests.people import House

CODE = "DEMO-002"
TEXT = "All nine telephoned their families on Friday. A relative of one of them says so."
KOREAN = "아홉 명 모두 금요일에 가족과 통화했습니다. 가족 한 분이 전했습니다."
RELEASED = Status(status=CaseStatus.RELEASED, source=SourceType.FAMILY, note="They are on their way to Seoul.")
BILL = Bill(title="Act on forced returns", chamber="National Assembly")
THANKS = Reply(response=Response.A_FORMALITY, summary="Thank you for your letter.", public=True)


@pytest.fixture
async def concerned(
    amina: Person, sujin: Person, published: dict[str, Appeal], db: Database, clarion: House
) -> tuple[Person, Person]:
    """Amina, who signed for updates and follows, and Sujin, who follows; somebody else subscribes."""
    for person in (amina, sujin):
        await person.sends("/start")
    await signs(amina, published)
    for person, language in ((amina, "en"), (sujin, "ko")):
        await follow(db, Following(CODE, person.id, language, "1", clarion.clock.now().date()))
    return amina, sujin


async def signs(person: Person, published: dict[str, Appeal]) -> None:
    now, db = person.house.clock.now(), person.house.clarion.services.db
    version, consents = 1 + list(published).index(CODE), frozenset({Purpose.KEEP, Purpose.UPDATES})
    await sign(db, Signing(CODE, version, person.id, "A. B.", "KR", consents, "1", "en", now, now.date()))


async def recorded(person: Person, content: Content, about: Subject = Subject(CODE), **more: object) -> int:  # noqa: B008  # frozen
    db = person.house.clarion.services.db
    by = await find_coordinator(db, person.id)
    assert by is not None
    return await add_entry(db, NewEntry(about, content, "2026-11-20", **more), by, person.house.clock.now())  # type: ignore[arg-type]


async def presses_below_the_entry(person: Person, data: str) -> None:
    """Press a button that stands below what was recorded, or below a task."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Tell those concerned", callback_data=data)]])
    await person.house.clarion.application.bot.send_message(person.id, "Recorded.", reply_markup=keyboard)
    await person.presses(data)


async def writes(person: Person, english: str = TEXT, korean: str | None = KOREAN) -> None:
    """Answer what the form asks, the original language of the appeal first, and keep it."""
    await person.sends(english)
    await (person.sends(korean) if korean else person.presses("form-skip"))
    await person.presses("form-keep")


async def write_status(joon: Person) -> None:
    await presses_below_the_entry(joon, f"news:{await recorded(joon, RELEASED)}")
    await writes(joon)


async def test_who_approves_news_about_children_sees_the_words_that_become_public_with_it(
    joon: Person, hana: Person, published: dict[str, Appeal]
) -> None:
    of_children = await recorded(joon, RELEASED, Subject("DEMO-001"))
    await presses_below_the_entry(joon, f"news:{of_children}")
    await writes(joon)
    await hana.presses("Look at it")

    assert "Whoever approves it also decides that readers of the appeal see these words" in hana.last.text
    assert "They are on their way to Seoul." in hana.last.text
    await write_status(joon)
    await hana.presses("Look at it")
    assert "also decides" not in hana.last.text


async def test_a_change_of_status_comes_to_signers_and_followers_alone_once_each_in_their_language(
    joon: Person, hana: Person, concerned: tuple[Person, Person], clarion: House, db: Database
) -> None:
    amina, sujin = concerned
    stranger = Person(clarion, 4001, "Stranger")
    clarion.telegram.add_person(Account(stranger.id, stranger.name, language_code="en"))
    await stranger.sends("/start")
    await subscribe(db, Subscription(stranger.id, "en", "1", clarion.clock.now().date()))
    await write_status(joon)
    assert "news: DEMO-002" in hana.last.text
    await hana.presses("Look at it")
    assert "It would go to 2 people now" in hana.last.text
    assert KOREAN in hana.sees
    await hana.presses_twice("Approve, and send to 2")
    await clarion.sends_all_letters()

    assert amina.sees.count(TEXT) == 1
    assert "Where the people are now" in amina.last.text
    assert "Demo Rights Network tells you this because you signed" in amina.last.text
    assert amina.buttons == ["More", "Share"]
    assert sujin.sees.count(KOREAN) == 1
    assert "당사자들의 지금 상황" in sujin.last.text
    assert not any(TEXT in message.text for message in clarion.telegram.chat(stranger.id))
    clarion.clock.turn(seconds=11)
    await clarion.sends_all_letters()
    assert "Approved." in hana.sees
    assert "The news of DEMO-002" not in hana.sees
    assert "Hana" not in joon.sees
    assert "작성하신 소식을 owner-1 님이 승인했습니다" in joon.sees
    assert "DEMO-002 소식을 보냈습니다" in joon.sees
    await hana.sends("/news")
    assert "No news waits" in hana.last.text


async def test_the_draft_says_what_was_recorded_and_can_be_copied(
    joon: Person, concerned: tuple[Person, Person]
) -> None:
    await presses_below_the_entry(joon, f"news:{await recorded(joon, RELEASED)}")

    draft = next(message for message in joon.chat if "초안입니다" in message.text)
    assert "20 November 2026" in draft.text
    assert "released" in draft.text
    assert "2026년 11월 20일" in draft.text
    assert "They are on their way to Seoul." in draft.text
    assert "머리말(‘당사자들의 지금 상황’)과 호소의 제목이 붙습니다" in joon.last.text


async def test_who_withdrew_between_planning_and_sending_is_skipped(
    joon: Person, hana: Person, concerned: tuple[Person, Person], clarion: House, db: Database
) -> None:
    amina, sujin = concerned
    await unfollow(db, CODE, amina.id)
    await write_status(joon)
    await hana.presses("Look at it")
    await hana.presses("Approve")
    await withdraw(db, CODE, amina.id)
    sujin.house.telegram.blocks(sujin.id)
    await clarion.sends_all_letters()

    assert TEXT not in amina.sees
    (broadcast,) = await latest_broadcasts(db, CODE, 1)
    seen = await progress(db, broadcast)
    assert seen.kind == "news"
    assert sorted((seen.by_state.get("blocked", 0), *seen.skipped.values())) == [1, 1]


async def test_what_nobody_may_know_is_refused_with_a_sentence(
    hana: Person, concerned: tuple[Person, Person], clarion: House
) -> None:
    embargo = clarion.clock.now() + timedelta(hours=6)
    withheld = await recorded(hana, THANKS.model_copy(update={"public": False}))
    secret = await recorded(hana, RELEASED, confidential=True)
    later = await recorded(hana, RELEASED, embargo_until=embargo)
    for entry, sentence in (
        (withheld, "one that is not public"),
        (secret, "is confidential"),
        (later, "under an embargo"),
        (999, "There is no such entry"),
    ):
        await presses_below_the_entry(hana, f"news:{entry}")
        assert sentence in hana.last.text
    clarion.clock.turn(hours=6)
    await presses_below_the_entry(hana, f"news:{later}")
    assert "What shall they read?" in hana.last.text


async def test_kept_again_after_the_answer_failed_it_waits_once_and_colleagues_are_asked(
    joon: Person, hana: Person, concerned: tuple[Person, Person], clarion: House, db: Database
) -> None:
    await presses_below_the_entry(joon, f"news:{await recorded(joon, RELEASED)}")
    await joon.sends(TEXT)
    await joon.sends(KOREAN)
    clarion.telegram.faults.add(Rule(server_error(502), method="editMessageText", times=20))
    await joon.presses("form-keep")
    assert "news: DEMO-002" not in hana.last.text
    clarion.telegram.faults.rules.clear()
    await joon.presses("form-keep")

    assert len(await waiting_news(db)) == 1
    assert "동료의 승인을 기다립니다" in joon.last.text
    assert "news: DEMO-002" in hana.last.text


async def test_its_author_cannot_approve_it_and_reads_who_can(
    joon: Person, hana: Person, concerned: tuple[Person, Person], clarion: House, db: Database
) -> None:
    await write_status(joon)
    assert "동료의 승인을 기다립니다. 알린 동료: owner-1" in joon.last.text
    await presses_below_the_entry(joon, "news-send:1")

    assert "직접 쓰신 소식은" in joon.last.text
    assert len(await waiting_news(db)) == 1
    await joon.presses("보내지 않기")
    assert "보내지 않기로 했습니다" in joon.last.text
    await hana.presses("Look at it")
    assert "waits no more" in hana.last.text
    await clarion.sends_all_letters()
    assert TEXT not in concerned[0].sees


async def test_who_is_alone_approves_it_themselves(
    hana: Person, concerned: tuple[Person, Person], clarion: House
) -> None:
    application = clarion.clarion.application
    application.services = replace(application.services, policy=replace(application.services.policy, approvals=0))
    await hana.sends(f"/news {CODE}")
    await writes(hana, korean=None)
    assert "nobody else has to approve it" in hana.last.text
    assert "It is not written in Korean" in hana.last.text
    await hana.presses("Approve, and send to 2")
    await clarion.sends_all_letters()

    assert TEXT in concerned[0].sees
    assert TEXT in concerned[1].sees


async def test_a_reviewer_sees_what_waits_and_a_viewer_nothing(
    joon: Person, hana: Person, concerned: tuple[Person, Person], clarion: House, db: Database
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    people = []
    for number, role in enumerate((Role.REVIEWER, Role.VIEWER)):
        clarion.telegram.add_person(Account(4100 + number, role, language_code="en"))
        person = Person(clarion, 4100 + number, role)
        await person.sends("/start")
        await accept_invitation(db, await invite(db, role, owner, clarion.clock.now()), person.id, clarion.clock.now())
        people.append(person)
    reviewer, viewer = people
    await write_status(joon)
    for person in people:
        await person.sends("/news")

    assert "News that waits to be approved: 1" in reviewer.last.text
    assert "“Where the people are now”" in reviewer.last.text
    assert "does not include this" in viewer.last.text
    await reviewer.presses("Look at it")
    assert reviewer.buttons == ["Approve, and send to 2"]
    await reviewer.presses("Approve")
    await clarion.sends_all_letters()
    assert TEXT in concerned[0].sees


async def test_by_hand_there_is_news_without_an_entry_and_of_an_appeal_that_was_sent_alone(
    hana: Person, concerned: tuple[Person, Person], published: dict[str, Appeal], clarion: House
) -> None:
    await hana.sends("/news DEMO-999")
    assert "There is no appeal with this code" in hana.last.text
    await hana.sends(f"/news {CODE} reply")
    assert "are told from what was recorded" in hana.last.text
    await hana.sends(f"/news {CODE} anniversary")
    assert "A year after the close has to pass first" in hana.last.text
    clarion.clock.time = published[CODE].deadline + timedelta(days=365)
    await clarion.clarion.ticker.tick()
    await presses_below_the_entry(hana, f"news-new:{CODE}:anniversary")
    assert "A year has passed since this appeal closed." in hana.sees
    await writes(hana)
    assert "We have not forgotten" in hana.sees
    await hana.sends(f"/news {CODE} anniversary")
    assert "This year's message was written already" in hana.last.text


async def test_news_goes_out_after_the_close_and_of_a_delivery(
    joon: Person, hana: Person, concerned: tuple[Person, Person], published: dict[str, Appeal], clarion: House
) -> None:
    clarion.clock.time = published[CODE].deadline + timedelta(hours=1)
    await clarion.clarion.ticker.tick()
    brought = Delivery(methods=(Method.HAND,), by="Two people from Seoul")
    office = published[CODE].addressees[0].id
    entry = await recorded(joon, brought, Subject(CODE, addressee=office))
    await presses_below_the_entry(joon, f"news:{entry}")
    await writes(joon)
    await hana.presses("Look at it")
    await hana.presses("Approve")
    await clarion.sends_all_letters()

    amina, sujin = concerned
    assert "It was delivered" in amina.last.text
    assert amina.buttons == ["More"]
    assert "전달했습니다" in sujin.last.text


async def test_the_next_stage_of_a_bill_comes_to_who_wants_what_is_of_parliament(
    joon: Person, hana: Person, concerned: tuple[Person, Person], clarion: House, db: Database
) -> None:
    amina, sujin = concerned
    await subscribe(db, Subscription(sujin.id, "ko", "1", clarion.clock.now().date()))
    entry = await recorded(joon, BILL, Subject(office="assembly"), stage="committee")
    await presses_below_the_entry(joon, f"news:{entry}")
    await writes(joon, "In committee since Friday.", "금요일부터 위원회가 심사합니다.")
    await hana.presses("Look at it")
    await hana.presses("Approve, and send to one person")
    await hana.sends("/pause")
    await hana.presses("News of a bill")
    assert "The sending of the news of a bill is paused" in hana.last.text
    await hana.presses("Go on")
    await clarion.sends_all_letters()

    assert "위원회" in sujin.last.text
    assert "의회에 관한 호소를 바로 받고 계셔서" in sujin.last.text
    assert "In committee" not in amina.sees
    await hana.sends("/progress")
    assert "The news of a bill has been sent" in hana.last.text


async def test_all_news_that_waits_can_be_reached(
    hana: Person, joon: Person, published: dict[str, Appeal], db: Database, clarion: House
) -> None:
    author = await find_coordinator(db, joon.id)
    assert author is not None
    for number in range(12):
        entry = await recorded(joon, RELEASED.model_copy(update={"note": f"Note {number}"}))
        new = NewNews(NewsKind.STATUS, CODE, {"en": TEXT}, entry)
        await write_news(db, new, author, clarion.clock.now())

    await hana.sends("/news")
    assert len(looks(hana)) == 10
    await hana.presses("Further")
    assert len(looks(hana)) == 2


def looks(person: Person) -> list[str]:
    return [one for one in map(str, person.buttons) if one.startswith("Look at it")]
