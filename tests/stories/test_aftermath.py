"""Stories of what readers see after an appeal was sent: its case, deliveries, replies, what coordinators alone see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.demo import demo_sheets
from handlers.appeals.happenings import Names, happening_line
from storage.appeals.vocabulary import Method, SourceType
from storage.people.coordinators import Role, find_coordinator
from storage.registers.changing import save_entries
from storage.registers.models import Explanation, Register
from storage.timeline.aftermath import NOTHING_YET, aftermath_of
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Action, CaseStatus, Delivery, Impact, Outcome, Reply, Response, Status
from storage.timeline.news import NewNews, NewsKind, approve_news, write_news
from storage.timeline.story import public_campaign_story
from tests.stories.test_approving import colleague
from tests.stories.test_kits import publish

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.timeline.kinds import Content
    from tests.people import House, Person

CODE = "DEMO-002"
MINORS, NO_MINORS, _ = demo_sheets()
HELD = Status(status=CaseStatus.HELD, source="ngo", note="Seen near the border.")
BY_POST = Delivery(methods=("post", "hand"))


async def records(
    db: Database,
    person: Person,
    content: Content,
    day: str,
    addressee: str | None = None,
    *,
    confidential: bool = False,
    embargo: datetime | None = None,
) -> None:
    by = await find_coordinator(db, person.id)
    assert by is not None
    new = NewEntry(Subject(CODE, addressee), content, day, confidential=confidential, embargo_until=embargo)
    await add_entry(db, new, by, person.house.clock.now())


async def card(person: Person) -> str:
    """What the person reads on the card and, after pressing More, in the full text."""
    await person.opens(CODE)
    short = person.last.text
    await person.presses(f"more:{CODE}")
    return f"{short}\n\n{person.last.text}"


async def test_readers_see_the_case_the_delivery_and_who_has_not_replied(
    amina: Person, sujin: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await records(db, hana, HELD, "2026-10")
    await records(db, hana, BY_POST, "2026-10-19", "a1")
    said = await card(amina)

    assert said.count("Case status: held, as of October 2026, according to an NGO") == 2
    assert said.count("Delivered 19 October 2026, by post and by hand: President of the Republic of Korea") == 2
    assert said.count("Not delivered yet: President of the People's Republic of China") == 2
    assert said.count("no reply for 34 days") == 1
    assert "현재 상황: 구금됨 (2026년 10월 기준, 출처: 민간단체)" in await card(sujin)


async def test_the_latest_status_is_shown_and_how_many_there_were(
    amina: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await records(db, hana, Status(status=CaseStatus.MOVED, source="family"), "2026-11-02")
    await records(db, hana, HELD, "2026-10")
    said = await card(amina)

    assert "moved to another place, as of 2 November 2026, according to family members" in said
    assert "2 reports of their status so far" in said


async def test_what_is_confidential_under_embargo_or_not_public_is_not_shown(
    amina: Person, hana: Person, db: Database, clarion: House, published: dict[str, Appeal]
) -> None:
    later = clarion.clock.now() + timedelta(hours=2)
    await records(db, hana, HELD, "2026-10", confidential=True)
    await records(db, hana, BY_POST, "2026-10-19", "a1", embargo=later)
    private = Reply(response=Response.PLEDGED, summary="In confidence", public=False)
    await records(db, hana, private, "2026-11-01", "a2")
    before = await card(amina)

    for word in ("Case status", "Delivered", "In confidence", "no reply"):
        assert word not in before
    assert (await aftermath_of(db, CODE, clarion.clock.now())).deliveries == NOTHING_YET.deliveries
    clarion.clock.turn(hours=2)
    assert "Delivered 19 October 2026" in await card(amina)


async def test_a_reply_that_is_not_public_ends_the_wait_and_no_response_does_not(
    amina: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await records(db, hana, BY_POST, "2026-10-19", "a1")
    await records(db, hana, BY_POST, "2026-10-19", "a2", confidential=True)
    await records(db, hana, Reply(response=Response.NONE, summary="Silence", public=False), "2026-11-01", "a1")
    said = await card(amina)
    assert "no reply for 34 days" in said
    assert "Not delivered yet" not in said  # something reached the other in confidence

    await records(db, hana, Reply(response=Response.DENIED, summary="x", public=False), "2026-11-02", "a1")
    assert "no reply" not in await card(amina)
    await records(db, hana, BY_POST, "2026-11-20", "a1")
    assert "no reply for 2 days" in await card(amina)


async def test_public_replies_and_outcomes_are_read_in_the_full_text_alone(
    amina: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await records(db, hana, Reply(response=Response.A_FORMALITY, summary="Noted.", public=True), "2026-11-01", "a1")
    outcome = Outcome(summary="Raised for the first time.", source="Yonhap", impact=Impact.MODERATE_POSITIVE)
    await records(db, hana, outcome, "2026-11-10")
    said = await card(amina)

    assert said.count("• 1 November 2026 · President of the Republic of Korea · a formality\nNoted.") == 1
    assert said.count("• 10 November 2026 · a step forward\nRaised for the first time.\nSource: Yonhap") == 1


ABOUT_CHILDREN = "DEMO-001"
WORDS: dict[str, Content] = {
    "the note": Status(status=CaseStatus.HELD, source=SourceType.NGO, note="the note"),
    "the place": Delivery(methods=(Method.POST,), place="the place", by="the bringer"),
    "the reply": Reply(response=Response.PLEDGED, summary="the reply", public=True),
    "the outcome": Outcome(summary="the outcome", source="the agency", impact=Impact.MODERATE_POSITIVE),
    "the action": Action(what="the action"),
}


async def what_readers_see(person: Person) -> str:
    """The whole card of the appeal about children, and its campaign's page."""
    await person.opens(ABOUT_CHILDREN)
    short = person.last.text
    await person.presses(f"more:{ABOUT_CHILDREN}")
    services = person.house.clarion.services
    story = await public_campaign_story(services.db, "forced-returns", services.now(), services.policy.timezone)
    lines = (happening_line(one, Names(services.texts, "en")) for one in story)
    return "\n".join((short, person.last.text, *lines, *(str(one.entry) for one in story)))


async def test_words_about_children_are_public_once_they_were_told_as_news_that_another_approved(
    amina: Person, hana: Person, joon: Person, db: Database, clarion: House, published: dict[str, Appeal]
) -> None:
    now, by, other = clarion.clock.now(), await find_coordinator(db, hana.id), await find_coordinator(db, joon.id)
    assert by is not None
    assert other is not None
    rows = {
        word: await add_entry(db, NewEntry(Subject(ABOUT_CHILDREN, "a1"), content, "2026-11-01"), by, now)
        for word, content in WORDS.items()
    }
    await write_news(db, NewNews(NewsKind.REPLY, ABOUT_CHILDREN, {"en": "x"}, rows["the reply"]), by, now)
    news = await write_news(db, NewNews(NewsKind.OUTCOME, ABOUT_CHILDREN, {"en": "x"}, rows["the outcome"]), by, now)
    before = await what_readers_see(amina)

    for word in (*WORDS, "the bringer", "the agency"):
        assert word not in before
    for fixed in (
        "Case status: held, as of 1 November 2026, according to an NGO",
        "Delivered 1 November 2026, by post",
        "President of the Republic of Korea · promised something",
        "1 November 2026 · a step forward",
        "replied (promised something).",
        "Outcome: a step forward.",
    ):
        assert fixed in before, fixed

    await approve_news(db, news, other, now, alone=False)
    after = await what_readers_see(amina)
    assert [word for word in WORDS if word in after] == ["the outcome"]
    assert "Source: the agency" in after


async def test_who_thanks_for_a_step_that_nobody_else_approved_is_told_so(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    by = await find_coordinator(db, hana.id)
    assert by is not None
    step = NewEntry(Subject(ABOUT_CHILDREN, "a1"), WORDS["the outcome"], "2026-11-01")
    await add_entry(db, step, by, hana.house.clock.now())
    await hana.sends(f"/kit {ABOUT_CHILDREN} thanks")

    assert "was not yet told as news" in hana.last.text


async def test_letters_that_go_out_later_say_what_happened_since(
    amina: Person, hana: Person, db: Database, clarion: House, appeals: dict[str, Appeal]
) -> None:
    await amina.sends("/subscribe")
    await amina.presses("subscribe:yes")
    await records(db, hana, HELD, "2026-10")
    await hana.sends(f"/send {CODE}")
    await hana.presses(f"send:{CODE}")
    clarion.clock.turn(minutes=30)
    await clarion.sends_all_letters()

    assert "Case status: held, as of October 2026" in amina.sees


async def test_a_full_text_that_is_too_long_is_turned_over_part_by_part(
    amina: Person, hana: Person, db: Database, clarion: House, published: dict[str, Appeal]
) -> None:
    appeal = published[CODE]
    english = appeal.texts["en"].model_copy(update={"background": "Long story. " * 320})
    long = appeal.model_copy(update={"code": "TEST-001", "texts": {**appeal.texts, "en": english}})
    await publish(db, clarion, long)
    await amina.opens("TEST-001_fb")
    await amina.presses("More")

    first = amina.last
    assert first.text.endswith("Part 1 of 3")
    assert "part:TEST-001:2:fb" in [button.callback_data for button in first.buttons]
    await amina.presses("Next part")
    assert amina.last.message_id == first.message_id
    assert "Long story. Long story." in amina.last.text
    await amina.presses("Next part")
    assert "What we ask" in amina.last.text
    assert "Next part" not in amina.buttons
    assert "sign:TEST-001:fb" in [button.callback_data for button in amina.last.buttons]
    await amina.presses("Previous part")
    assert amina.last.text.endswith("Part 2 of 3")
    for forged in ("part:TEST-001:99", "part:TEST-001:x", "part:TEST-001"):
        clarion.telegram.forges_press(amina.id, first.message_id, forged)
        await clarion.answers_everything()
        assert "of 3" in amina.last.text


async def test_words_that_the_register_explains_are_buttons_under_the_full_text(
    amina: Person, sujin: Person, hana: Person, db: Database, clarion: House, published: dict[str, Appeal]
) -> None:
    by = await find_coordinator(db, hana.id)
    assert by is not None
    word = Explanation(key="sur-place", title={"en": "Sur place", "ko": "현장 난민"}, text={"en": "x", "ko": "x"})
    await save_entries(db, Register.EXPLANATIONS, [word], by, clarion.clock.now())
    explaining = published[CODE].model_copy(update={"code": "TEST-001", "explains": ("sur-place", "unknown-word")})
    await publish(db, clarion, explaining)

    for person, label in ((amina, "Sur place"), (sujin, "현장 난민")):
        await person.opens("TEST-001")
        assert "learn:sur-place" not in [button.callback_data for button in person.last.buttons]
        await person.presses("more:TEST-001")
        assert label in person.buttons
        assert "learn:unknown-word" not in [button.callback_data for button in person.last.buttons]


async def test_the_exact_place_is_shown_to_coordinators_and_to_nobody_else(
    amina: Person, hana: Person, sujin: Person, db: Database, clarion: House, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/preview {CODE}")

    restricted = next(one.text for one in reversed(hana.chat) if "For coordinators only" in one.text)
    assert "Where exactly: a military garrison near the border" in restricted
    assert "• Family: Information passed on by relatives" in restricted
    assert hana.sees.count("a military garrison near the border") == 1
    await colleague(sujin, Role.VIEWER, hana, db)
    await sujin.sends(f"/preview {CODE}")
    await card(amina)
    for person in (amina, sujin):
        assert "garrison" not in person.sees
        assert "군 주둔지" not in person.sees


async def test_approving_what_shows_children_is_a_decision_that_says_what_it_decides(
    joon: Person, hana: Person, sujin: Person, db: Database
) -> None:
    await colleague(sujin, Role.REVIEWER, hana, db)
    await joon.sends_document("appeal.md", MINORS)
    await joon.presses("submit:")

    assert "What you decide with it: all that this appeal tells and shows of children" in hana.last.text
    assert "2 coordinators other than the author make it" in hana.last.text
    assert "Approve, also what is shown of children" in hana.buttons
    assert "미성년자에 관한 내용까지 승인" in sujin.buttons
    await hana.sends("/approve DEMO-001")
    assert "What you decide with it" in hana.last.text
    await hana.presses("Approve, also")
    await sujin.sends("/preview DEMO-001")
    assert "함께 결정하시는 것" in sujin.last.text
    await sujin.presses("미성년자에 관한 내용까지 승인")
    rows = await db.all("SELECT detail FROM audit WHERE deed = 'approve' ORDER BY id", {})
    assert [row["detail"] for row in rows] == [
        '{"decides": "minors", "missing": 1, "version": 1}',
        '{"decides": "minors", "missing": 0, "version": 1}',
    ]


async def test_naming_people_shows_the_reference_of_their_consent(joon: Person, hana: Person, db: Database) -> None:
    named = NO_MINORS.replace("named_publicly: no", "named_publicly: yes\n  consent_reference: folder 12")
    await joon.sends_document("appeal.md", named)
    await joon.presses("submit:")

    assert "that people are named in public. Reference of their consent: folder 12." in hana.last.text
    await hana.presses("Approve, also that people are named")
    row = await db.one("SELECT detail FROM audit WHERE deed = 'approve'", {})
    assert row is not None
    assert '"decides": "named"' in row["detail"]


async def test_an_ordinary_appeal_decides_nothing_more(joon: Person, hana: Person) -> None:
    await joon.sends_document("appeal.md", NO_MINORS)
    await joon.presses("submit:")

    assert "What you decide" not in hana.last.text
    assert "Approve" in hana.buttons
