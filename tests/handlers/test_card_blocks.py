"""The blocks of a card: facts, place, law, figures in three layers, what followed; and buttons that lead on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import demo_sheets
from handlers.appeals.buttons import learn_rows, part_rows
from handlers.appeals.cards import card_parts, letter_text, too_long
from handlers.appeals.page import MOST
from handlers.message_text import MESSAGE_MAX, length, unmarked
from handlers.texts import LANGUAGES, Texts
from storage.appeals.model import Appeal
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Act, Actor, Magnitude, Method, SourceType
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total
from storage.registers.models import Explanation
from storage.timeline.aftermath import NOTHING_YET, Aftermath, Told
from storage.timeline.kinds import CaseStatus, Delivery, Impact, Outcome, Reply, Response, Status

NOW = datetime(2013, 7, 28, 3, 0, tzinfo=UTC)
TEXTS = Texts("en")
TODAY = datetime(2026, 3, 1, tzinfo=UTC)
DEMOS = {appeal.code: appeal for appeal in (read_sheet(text, now=TODAY) for text in demo_sheets())}
FACT = {
    "when": "2006-10",
    "country": "CN",
    "place": {"en": "Shenyang", "ko": "선양"},
    "actor": "police",
    "actor_country": "CN",
    "act": "refoulement",
    "affected": {"en": "relatives of three <prisoners> of war", "ko": "국군포로 세 명의 가족"},
    "count": 9,
}
LAW = {
    "key": "cn-cat-3",
    "treaty": {"en": "Convention against Torture", "ko": "고문방지협약"},
    "article": "3",
    "state": "CN",
    "since": 1988,
    "words": {"en": "nobody is sent where torture awaits them", "ko": "고문받을 곳으로 아무도 보내지 않는다"},
}
DELIVERED = Told("2013-06-24", "a1", Delivery(methods=("post",), place="Blue House"))
BY_HAND = Told("2013-06-24", "a1", Delivery(methods=("hand",)))


def changed(code: str = "DEMO-002", **parts: Any) -> Appeal:
    return Appeal.model_validate(DEMOS[code].model_dump(mode="json") | parts)


def card(appeal: Appeal, language: str = "en", aftermath: Aftermath = NOTHING_YET, now: datetime = NOW) -> str:
    parts = card_parts(appeal, TEXTS, language, now=now, support=Support(Total(3)), aftermath=aftermath)
    return "\n\n".join(parts)


def letter(appeal: Appeal, language: str = "en", aftermath: Aftermath = NOTHING_YET) -> str:
    return letter_text(appeal, TEXTS, language, now=NOW, support=Support(Total(3)), aftermath=aftermath)


def block(text: str, begins: str) -> list[str]:
    return next(one for one in unmarked(text).split("\n\n") if one.startswith(begins)).split("\n")


def test_a_fact_says_when_as_exactly_as_it_is_known_where_who_and_to_whom() -> None:
    plain = changed(facts=[FACT], content_note=False, help_line=None)

    assert block(card(plain), "What happened")[1:] == [
        "• October 2006 · Shenyang, China",
        "Sent back to danger: relatives of three <prisoners> of war (9 people)",
        "Who acted: police, China",
    ]
    assert block(card(plain, "ko"), "있었던 일")[1:] == [
        "• 2006년 10월 · 중국, 선양",
        "강제송환: 국군포로 세 명의 가족 (9명)",
        "행위자: 경찰(중국)",
    ]
    assert "1 October" not in card(plain)
    assert "&lt;prisoners&gt;" in card(plain)


def test_what_nobody_knows_of_a_fact_is_said_or_left_out() -> None:
    bare = FACT | {"count": None, "place": None, "actor": "unknown", "actor_country": None, "when": "2006"}

    assert block(card(changed(facts=[bare])), "What happened")[1:] == [
        "• 2006 · China",
        "Sent back to danger: relatives of three <prisoners> of war (number unknown)",
        "Who acted: not known",
    ]


def test_facts_of_a_distressing_appeal_are_hidden_until_they_are_tapped() -> None:
    assert "<tg-spoiler>• October 2006" in card(changed(facts=[FACT]))
    assert "<tg-spoiler>• October 2006" not in card(changed(facts=[FACT], content_note=False, help_line=None))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_of_facts_is_cut_between_two_of_them(language: str) -> None:
    appeal = changed(facts=[FACT | {"count": n} for n in range(1, 51)], sources=[DEMOS["DEMO-002"].sources[0]] * 50)
    parts = card_parts(appeal, TEXTS, language, now=NOW, support=Support(Total(3)))

    assert too_long(appeal, TEXTS, now=NOW) == []
    assert len(parts) > 1
    assert all(length(part) <= MESSAGE_MAX and "…" not in part for part in parts)
    assert sum(part.count("2006") for part in parts) == 50
    for part in parts:
        assert part.count("<tg-spoiler>") == part.count("</tg-spoiler>")


def test_the_public_place_is_named_from_the_inside_in_english_and_from_the_outside_in_korean() -> None:
    assert "Where they are: Tumen, Jilin, China" in card(DEMOS["DEMO-002"])
    assert "지금 있는 곳: 중국 지린성 투먼" in card(DEMOS["DEMO-002"], "ko")
    assert "Where they are: China\n" in card(changed(place={"country": "CN"})) + "\n"


def test_an_obligation_names_treaty_article_state_and_since_when() -> None:
    appeal = changed(obligations=[LAW, LAW | {"article": None, "since": None}])

    assert block(card(appeal), "What the law obliges to")[1:] == [
        "• Convention against Torture, article 3 (China, since 1988): nobody is sent where torture awaits them",
        "• Convention against Torture (China): nobody is sent where torture awaits them",
    ]
    assert "• 고문방지협약 제3조 (중국, 1988년 가입): 고문받을" in card(appeal, "ko")


def figure(**parts: Any) -> Appeal:
    words = {"label": {"en": "people returned", "ko": "송환된 사람"}, "attributed_to": {"en": "NGOs", "ko": "민간단체"}}
    return changed(figures=[words | {"value": "hundreds", "qualifier": "reported", "as_of": "2023-10"} | parts])


GOVERNMENT = {"en": "the government", "ko": "정부"}


@pytest.mark.parametrize("shown", [card, letter])
def test_a_figure_says_who_reports_it_that_it_happened_and_that_the_number_is_not_confirmed(shown: Any) -> None:
    assert block(shown(figure(confirmed_by=GOVERNMENT)), "Figures")[1:] == [
        "• people returned: reportedly hundreds (NGOs, October 2023)",
        "– Confirmed that it happened: the government",
        "– Number not confirmed",
    ]
    assert "– Number confirmed by: the government" in shown(
        figure(confirmed_by=GOVERNMENT, number_confirmed_by=GOVERNMENT)
    )
    assert "onfirmed" not in shown(figure())
    assert "– 숫자는 확인되지 않음" in shown(figure(confirmed_by=GOVERNMENT), "ko")


@pytest.mark.parametrize("shown", [card, letter])
def test_where_help_is_stands_after_the_note_and_before_the_text(shown: Any) -> None:
    said = shown(DEMOS["DEMO-002"])

    assert said.index("Content note") < said.index("Help is there: Demo help line") < said.index("<tg-spoiler>")
    assert "도움받을 수 있는 곳: 데모 상담 창구" in shown(DEMOS["DEMO-002"], "ko")


def test_until_when_organisations_can_endorse_is_said_where_it_is_set() -> None:
    endorsers = DEMOS["DEMO-003"].endorsers.model_dump(mode="json")
    appeal = changed("DEMO-003", endorsers=endorsers | {"until": "2013-08-01T09:00:00Z"})

    assert "Organisations can endorse this until 1 August 2013, 18:00 (Korean Standard Time)" in card(appeal)
    assert "Organisations could endorse" in card(appeal, now=datetime(2013, 8, 2, tzinfo=UTC))
    assert "endorse this" not in card(DEMOS["DEMO-003"])


@pytest.mark.parametrize("shown", [card, letter])
def test_the_case_status_says_as_of_when_and_by_what_kind_of_source(shown: Any) -> None:
    after = Aftermath(Told("2013-06", None, Status(status=CaseStatus.HELD, source=SourceType.NGO)), statuses=2)

    assert "Case status: held, as of June 2013, according to an NGO" in unmarked(shown(DEMOS["DEMO-002"], "en", after))
    assert "현재 상황: 구금됨 (2013년 6월 기준, 출처: 민간단체)" in unmarked(shown(DEMOS["DEMO-002"], "ko", after))
    assert "Case status" not in shown(DEMOS["DEMO-002"])


@pytest.mark.parametrize("shown", [card, letter])
def test_what_was_delivered_on_one_day_is_one_line_and_who_waits_is_named(shown: Any) -> None:
    after = Aftermath(deliveries=(DELIVERED, BY_HAND), reached=frozenset({"a1"}))
    said = unmarked(shown(DEMOS["DEMO-002"], "en", after))

    assert "Delivered 24 June 2013, by post and by hand: President of the Republic of Korea" in said
    assert ("President of the Republic of Korea · Blue House" in said) == (shown is card)
    assert said.count("Delivered 24 June") == 1
    assert "Not delivered yet: President of the People's Republic of China" in said
    assert "2013년 6월 24일 전달(우편 및 직접 전달)" in shown(DEMOS["DEMO-002"], "ko", after)


def test_a_letter_tells_the_last_delivery_alone_and_the_card_all_of_them() -> None:
    earlier = Told("2013-05", "a1", Delivery(methods=("fax",)))
    after = Aftermath(deliveries=(earlier, DELIVERED), reached=frozenset({"a1"}))

    assert "May 2013" not in letter(DEMOS["DEMO-002"], "en", after)
    assert "Delivered May 2013, by fax" in card(DEMOS["DEMO-002"], "en", after)


@pytest.mark.parametrize("language", LANGUAGES)
def test_however_much_was_delivered_every_part_of_the_card_fits(language: str) -> None:
    days = [f"2013-{month:02}-{day:02}" for month in (5, 6) for day in range(1, 15)]
    everything = tuple(
        Told(day, "a1", Delivery(methods=tuple(Method), place=f"{number} ".ljust(200, "x")))
        for day in days
        for number in range(5)
    )
    parts = card_parts(
        DEMOS["DEMO-002"], TEXTS, language, now=NOW, support=MOST, aftermath=Aftermath(deliveries=everything)
    )

    assert all(length(part) <= MESSAGE_MAX and "…" not in part for part in parts)
    said = "\n".join(parts)
    assert said.count("0 xxx") == said.count("2 xxx") == len(days)
    assert "3 xxx" not in said
    assert said.count("and 2 other places" if language == "en" else "그 밖에 2곳") == len(days)


def as_long_as_may_be() -> Appeal:
    """An appeal to ten whose letter can just become as long as a message, with addressees of long names."""

    def addressed(letters: int) -> Appeal:
        first = DEMOS["DEMO-002"].model_dump(mode="json")["addressees"][0]
        words = {"office": {"en": "x" * letters, "ko": "가" * letters}, "demands": {"en": ["x"], "ko": ["가"]}}
        return changed(addressees=[first | words | {"id": f"a{number}"} for number in range(1, 11)])

    return next(one for one in map(addressed, range(200, 0, -1)) if too_long(one, TEXTS, now=NOW) == [])


LONG = as_long_as_may_be()
DAYS = st.dates().map(str).filter(lambda day: day >= "1900") | st.sampled_from(["2013-09", "2013", "2013-12"])
REPORTS = st.builds(Status, status=st.sampled_from(CaseStatus), source=st.sampled_from(SourceType))
DELIVERIES = st.builds(
    Delivery,
    methods=st.just(tuple(Method)) | st.lists(st.sampled_from(Method), min_size=1, unique=True).map(tuple),
    place=st.none() | st.just("y" * 200),
)
NOW_AND_ONCE = [None, "a99", "a98", *(one.id for one in LONG.addressees)]
SOME = st.lists(st.builds(Told, DAYS, st.sampled_from(NOW_AND_ONCE), DELIVERIES), max_size=8).map(tuple)
TO_ALL = st.tuples(*(st.builds(Told, DAYS, st.just(one), DELIVERIES) for one in NOW_AND_ONCE))


@settings(max_examples=60, deadline=None)
@given(
    status=st.none() | st.builds(Told, DAYS, st.none(), REPORTS),
    deliveries=SOME | TO_ALL | st.builds(tuple.__add__, TO_ALL, SOME),
    language=st.sampled_from(LANGUAGES),
    late=st.booleans(),
)
def test_no_letter_loses_a_block_whatever_came_after(
    status: Told[Status] | None, deliveries: tuple[Told[Delivery], ...], language: str, late: bool
) -> None:
    reached = frozenset(one.addressee for one in deliveries if one.addressee)
    after = Aftermath(status, deliveries=deliveries, reached=reached)
    now = LONG.deadline if late else NOW

    assert "…" not in letter_text(LONG, TEXTS, language, now=now, support=MOST, aftermath=after)


def test_nobody_is_called_waiting_whom_something_may_have_reached() -> None:
    everybody = Told("2013-06-24", None, Delivery(methods=("post",)))

    for after in (
        NOTHING_YET,
        Aftermath(deliveries=(everybody,)),
        Aftermath(deliveries=(DELIVERED,), reached=frozenset({"a1", "a2"})),
    ):
        assert "Not delivered yet" not in card(DEMOS["DEMO-002"], "en", after)


def test_days_without_a_reply_are_counted_in_the_full_text() -> None:
    after = Aftermath(deliveries=(DELIVERED,), reached=frozenset({"a1"}), unanswered={"a1": "2013-06-24"})
    said = "President of the Republic of Korea: no reply for 34 days"

    assert said in card(DEMOS["DEMO-002"], "en", after)
    assert said not in letter(DEMOS["DEMO-002"], "en", after)
    assert "대한민국 대통령: 34일째 답변 없음" in card(DEMOS["DEMO-002"], "ko", after)
    month = Aftermath(deliveries=(DELIVERED,), unanswered={"a1": "2013-06"})
    assert "no reply since June 2013" in card(DEMOS["DEMO-002"], "en", month)


def test_replies_and_outcomes_are_told_with_who_says_so() -> None:
    reply = Told("2013-07-02", "a1", Reply(response=Response.A_FORMALITY, summary="Noted <b>.", public=True))
    outcome = Told(
        "2013-07", None, Outcome(summary="Raised", source="Yonhap", link="https://example.org/?a=1&b", impact="minor")
    )
    said = card(DEMOS["DEMO-002"], "en", Aftermath(replies=(reply,), outcomes=(outcome,)))

    assert "• 2 July 2013 · President of the Republic of Korea · a formality\nNoted &lt;b&gt;." in said
    assert "• July 2013 · a small step forward\nRaised" in said
    assert '<a href="https://example.org/?a=1&amp;b">Yonhap</a>' in said


def test_what_nobody_else_approved_is_told_without_its_words() -> None:
    reply = Told("2013-07-02", "a1", Reply(response=Response.A_FORMALITY, summary="x", public=True))
    outcome = Told("2013-07", None, Outcome(summary="x", source="x", impact=Impact.MINOR))
    silent = Aftermath(
        replies=(replace(reply, content=reply.content.model_copy(update={"summary": ""})),),
        outcomes=(replace(outcome, content=outcome.content.model_copy(update={"summary": "", "source": ""})),),
    )
    said = card(DEMOS["DEMO-002"], "en", silent)

    assert block(said, "Replies")[1:] == ["• 2 July 2013 · President of the Republic of Korea · a formality"]
    assert block(said, "What came of it")[1:] == ["• July 2013 · a small step forward"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_card_has_its_text(language: str) -> None:
    for prefix, words in (
        ("card-act", Act),
        ("card-actor", Actor),
        ("card-magnitude", Magnitude),
        ("card-according-to", SourceType),
        ("entry-status", CaseStatus),
        ("entry-response", Response),
        ("entry-impact", Impact),
    ):
        for word in words:
            assert TEXTS.plain(f"{prefix}-{word}", language)


def test_words_to_look_up_are_buttons_in_the_reader_s_language() -> None:
    explanations = [
        Explanation(key=f"word-{n}", title={"en": f"word {n}", "ko": f"말 {n}"}, text={"en": "x"}) for n in range(3)
    ]
    rows = learn_rows(explanations, "ko")

    assert [[(one.text, one.callback_data) for one in row] for row in rows] == [
        [("말 0", "learn:word-0"), ("말 1", "learn:word-1")],
        [("말 2", "learn:word-2")],
    ]


def test_a_part_leads_to_its_neighbours_and_keeps_the_source() -> None:
    def data(part: int, parts: int) -> list[str]:
        return [str(one.callback_data) for row in part_rows("A-1", TEXTS, "en", part, parts, "fb") for one in row]

    assert data(1, 1) == []
    assert data(1, 3) == ["part:A-1:2:fb"]
    assert data(2, 3) == ["part:A-1:1:fb", "part:A-1:3:fb"]
    assert data(3, 3) == ["part:A-1:2:fb"]


def test_days_are_those_of_the_appeal_s_zone() -> None:
    after = Aftermath(unanswered={"a1": "2013-06-24"}, deliveries=(DELIVERED,))
    late = datetime(2013, 6, 24, 16, 0, tzinfo=UTC)  # already the next day in Seoul

    assert "no reply for 1 day" in card(DEMOS["DEMO-002"], "en", after, now=late)
    assert "no reply" not in card(DEMOS["DEMO-002"], "en", after, now=datetime(2013, 6, 24, 1, tzinfo=UTC))
