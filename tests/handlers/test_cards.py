"""Appeals as messages: what is shown in which order, what is never shown, and that it fits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.demo import demo_sheets
from handlers.appeals.cards import card_parts, contact_card, letter_text, petition_text, too_long
from handlers.appeals.heading import language_for
from handlers.appeals.sheet_faults import fault_texts
from handlers.dates import days_left, fact_date_text
from handlers.message_text import MESSAGE_MAX, length, unmarked
from handlers.texts import LANGUAGES, Texts
from storage.appeals.model import Appeal
from storage.appeals.parts import Restricted
from storage.appeals.sheets.faults import Fault, Problem
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Kind, Minors, Qualifier, SourceType, Urgency
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TEXTS = Texts("en")
DEMOS = {appeal.code: appeal for appeal in (read_sheet(text, now=NOW) for text in demo_sheets())}


def full_card(appeal: Appeal, language: str, support: Support) -> str:
    """The full text of an appeal that one message holds."""
    (card,) = card_parts(appeal, TEXTS, language, now=NOW, support=support)
    return card


def cards(appeal: Appeal, language: str) -> dict[str, str]:
    return {
        "letter": letter_text(appeal, TEXTS, language, now=NOW, support=Support(Total(1_234))),
        "card": full_card(appeal, language, Support(Total(1_234))),
        "petition": petition_text(appeal, TEXTS, language),
        "contact": contact_card(appeal, TEXTS, language),
    }


def document(code: str = "DEMO-001") -> dict[str, Any]:
    return DEMOS[code].model_dump(mode="json")


def with_text(part: str, text: str, code: str = "DEMO-001") -> Appeal:
    changed = document(code)
    changed["texts"]["en"][part] = text
    return Appeal.model_validate(changed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", DEMOS)
def test_every_demo_appeal_fits_its_messages(code: str, language: str) -> None:
    appeal = DEMOS[code]

    assert too_long(appeal, TEXTS, now=NOW) == []
    for message in cards(appeal, language).values():
        assert 0 < length(message) <= MESSAGE_MAX
        assert "…" not in message
        assert appeal.texts[language].title in unmarked(message)


def test_a_letter_says_what_by_when_to_whom_and_how_far() -> None:
    assert unmarked(cards(DEMOS["DEMO-001"], "en")["letter"]).split("\n\n") == [
        "Petition · urgent · DEMO-001\nPut safe passage on the summit table",
        DEMOS["DEMO-001"].texts["en"].summary,
        "Deadline: 17 March 2026, 23:59 (Korean Standard Time) · 16 days left\nTo: President of the Republic of Korea",
        "Figures\n• young people returned: 9 (NKHR, June 2013)",
        "▱▱▱▱▱▱▱▱▱▱\n1,234 of 15,000 signatures",
    ]


def test_a_letter_in_korean_uses_korean_words_dates_and_numbers() -> None:
    letter = unmarked(cards(DEMOS["DEMO-003"], "ko")["letter"])

    assert "서명운동 · DEMO-003" in letter
    assert "마감일: 2026년 4월 15일 23:59(대한민국 표준시) · 45일 남음" in letter
    assert "중국에 구금된 탈북민: 최대 2,000 (인권활동가들, 코리아타임스 보도, 2023년 9월)" in letter
    assert "1,234명 참여 · 목표 10,000명" in letter


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_distressing_text_comes_after_its_note_and_hidden(language: str) -> None:
    appeal = DEMOS["DEMO-002"]
    note = TEXTS.html("appeal-content-note", language)

    for name in ("letter", "card"):
        message = cards(appeal, language)[name]
        assert message.index(note) < message.index("<tg-spoiler>")
        assert f"<tg-spoiler>{appeal.texts[language].summary}</tg-spoiler>" in message


def test_the_distressing_background_is_hidden_too() -> None:
    card = cards(DEMOS["DEMO-002"], "en")["card"]

    assert card.count("<tg-spoiler>") == 2
    assert card.index("<tg-spoiler>A 2010 decree") < card.index("supported.</tg-spoiler>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_confidential_source_is_in_no_message(language: str) -> None:
    secret = {"en": "SECRET", "ko": "SECRET"}
    source = {"type": "testimony", "title": secret, "publisher": secret, "link": "https://secret.example.org"}
    restricted = {"place": secret, "sources": [source | {"confidential": True}]}
    appeal = Appeal.model_validate(document("DEMO-002") | {"restricted": restricted})

    for message in cards(appeal, language).values():
        assert "secret" not in message.lower()
        assert TEXTS.plain("appeal-source-type-testimony", language) not in message


def test_nothing_public_of_a_demo_appeal_says_what_its_restricted_place_does() -> None:
    public = DEMOS["DEMO-002"].model_copy(update={"restricted": Restricted()}).model_dump_json().lower()

    assert DEMOS["DEMO-002"].restricted.place
    assert [word for word in ("military", "garrison", "barracks", "군부대", "주둔지", "부대") if word in public] == []


def test_that_sources_are_withheld_is_said() -> None:
    assert "1 more source, identity withheld" in cards(DEMOS["DEMO-002"], "en")["card"]


def test_the_card_has_each_part_in_order() -> None:
    card = unmarked(cards(DEMOS["DEMO-003"], "en")["card"])
    parts = [
        "Petition · DEMO-003",
        "Rights advocates put",
        "Deadline: 15 April 2026",
        "In time for: National Assembly vote, 20 April 2026",
        "People at risk: number unknown · not known whether children are among them",
        "Background\nThe commission's chairperson",
        "What we ask\nUN High Commissioner for Refugees\n1. Formally",
        "\n\nNational Assembly of the Republic of Korea (copy)\n1. Bring",
        "as many as 2,000 (rights advocates, via The Korea Times, September 2023)",
        "Press: The Korea Times, Rights watchdog chief's letter to UNHCR",
        "Supported by: 61 organisations · 34 members of parliament",
        "Contact: Demo UN Desk, UN advocacy",
        "1,234 of 10,000 signatures",
    ]

    assert [card.index(part) for part in parts] == sorted(card.index(part) for part in parts)


def counted(support: Support, language: str = "en") -> list[str]:
    card = unmarked(full_card(DEMOS["DEMO-003"], language, support))
    return card.split("\n\n")[-1].split("\n")


def test_a_country_with_fewer_than_five_signatures_is_counted_among_others() -> None:
    assert counted(Support(Total(4), elsewhere=4))[0] == "From: other 4"
    assert counted(Support(Total(9), countries={"KR": 5}, elsewhere=4))[0] == "From: South Korea 5 · other 4"


def test_the_card_says_where_signatures_come_from_what_was_reached_and_where_to_check() -> None:
    many = Support(
        Total(4_000, 1_000), countries=dict.fromkeys(("KR", "JP", "US", "TH", "DE", "FR"), 800), elsewhere=200
    )

    assert counted(dataclasses.replace(many, entries=4_310)) == [
        "Reached: 10 %, 25 %, 50 % of the goal",
        "From: South Korea 800 · Japan 800 · United States 800 · Thailand 800 · Germany 800 · other 1,000",
        "4,310 entries in the log: /proof DEMO-003 shows how to check the count.",
    ]
    assert counted(many, "ko")[0] == "목표의 10%, 25%, 50% 달성"


def test_what_is_on_paper_is_counted_apart_and_a_raised_goal_takes_the_place_of_the_sheet_s() -> None:
    letter = letter_text(
        DEMOS["DEMO-003"], TEXTS, "en", now=NOW, support=Support(Total(11_240, 3_812), goal=20_000, entries=9)
    )

    assert "11,240 + 3,812 on paper, of 20,000 signatures" in letter
    assert "log" not in letter


def supporters(appeal: Appeal, language: str, support: Support) -> list[str]:
    card = unmarked(full_card(appeal, language, support))
    block = next(one for one in card.split("\n\n") if "Demo UN Desk" in one)
    return block.split("\n")[:-1]


def test_organisations_of_the_sheet_and_of_the_register_are_counted_together() -> None:
    bare = Appeal.model_validate(document("DEMO-003") | {"endorsers": {}})
    register = Support(organisations=61)

    assert supporters(bare, "en", Support()) == []
    assert supporters(bare, "en", register) == ["Supported by: 61 organisations"]
    assert supporters(bare, "ko", register) == ["연명: 단체 61곳"]
    assert supporters(DEMOS["DEMO-003"], "en", register)[0].startswith("Supported by: 122 organisations · ")


def test_members_are_counted_whole_and_those_who_may_be_named_are() -> None:
    co_signers = [
        {"name": {"en": "Kim Aran", "ko": "김아란"}, "office": {"en": "Member of the Assembly", "ko": "국회의원"}},
        {"name": {"en": "Lord <B>", "ko": "Lord <B>"}, "office": {"en": "House of Lords", "ko": "영국 상원의원"}},
    ]
    endorsers = {"parliamentarians_named": 2, "parliamentarians_other": 32}
    counted, named = (
        Appeal.model_validate(document("DEMO-003") | {"endorsers": endorsers | more})
        for more in ({}, {"co_signers": co_signers})
    )

    line = "Supported by: 34 members of parliament (2 named and 32 others)"
    assert supporters(counted, "en", Support()) == [line]
    assert supporters(named, "en", Support()) == [
        line,
        "• Kim Aran, Member of the Assembly",
        "• Lord <B>, House of Lords",
    ]
    assert supporters(named, "ko", Support()) == [
        "연명: 의원 34명(이름을 밝힌 2명, 그 밖 32명)",
        "• 김아란, 국회의원",
        "• Lord <B>, 영국 상원의원",
    ]


def test_who_stands_behind_an_appeal_changes_no_count_of_signatures() -> None:
    bare = Appeal.model_validate(document("DEMO-003") | {"endorsers": {}})
    total = Support(Total(1_234), organisations=61)

    for appeal in (bare, DEMOS["DEMO-003"]):
        assert "1,234 of 10,000 signatures" in full_card(appeal, "en", total)


def test_the_address_is_shown_only_to_those_who_ask_for_the_contact() -> None:
    hidden = DEMOS["DEMO-001"]
    open_ = Appeal.model_validate(document() | {"contact": document()["contact"] | {"hide_email_in_broadcast": False}})

    assert [name for name, text in cards(hidden, "en").items() if "@" in text] == ["contact"]
    assert [name for name, text in cards(open_, "en").items() if "@" in text] == ["card", "contact"]


def _marked(value: object) -> object:
    """Put characters of HTML into every text that a coordinator writes freely."""
    if isinstance(value, dict):
        free = {"en", "ko", "title", "summary", "background", "name"}
        return {
            key: f"<{key}&" if key in free and isinstance(item, str) else _marked(item) for key, item in value.items()
        }
    if isinstance(value, list):
        return ["<demand&" if isinstance(item, str) and " " in item else _marked(item) for item in value]
    return value


@pytest.mark.parametrize("content_note", [True, False])
def test_characters_of_html_are_escaped_in_every_field(content_note: bool) -> None:
    changed = document("DEMO-003") | {"content_note": content_note}
    changed["signatory"] = {"name": "Kim Min-su", "role": {"en": "Director", "ko": "대표"}}
    changed["sources"][0] |= {"link": "https://example.org/?a=1&b='2'", "date": "2023-09-14"}
    appeal = Appeal.model_validate(_marked(changed))

    for name, message in cards(appeal, "en").items():
        assert "&lt;" in message, name
        for ours in ("b", "i", "tg-spoiler", "a"):
            message = message.replace(f"</{ours}>", "").replace(f"<{ours}>", "")  # noqa: PLW2901  # peeled
        message = message.replace('<a href="https://example.org/?a=1&amp;b=&#39;2&#39;">', "")  # noqa: PLW2901
        assert "<" not in message
        assert "&" not in message.replace("&lt;", "").replace("&amp;", "").replace("&#39;", "")


def test_an_appeal_with_a_block_that_no_message_holds_is_refused_for_each_such_language() -> None:
    assert too_long(with_text("background", "x" * 3_900), TEXTS, now=NOW) == []

    faults = too_long(with_text("background", "😀" * 2_100), TEXTS, now=NOW)

    assert [(fault.field, fault.problem) for fault in faults] == [("en", Problem.CARD_TOO_LONG)]


def test_a_full_text_that_one_message_does_not_hold_comes_in_parts_of_whole_blocks() -> None:
    parts = card_parts(with_text("background", "x" * 3_900), TEXTS, "en", now=NOW, support=Support(Total(3)))

    assert len(parts) > 1
    assert all(length(part) <= MESSAGE_MAX for part in parts)
    assert [part.split("\n\n")[-1] for part in parts] == [f"Part {n} of {len(parts)}" for n in range(1, len(parts) + 1)]
    assert "…" not in "".join(parts)
    assert "x" * 3_900 in "".join(parts)


def test_signs_beyond_the_basic_plane_count_as_telegram_counts_them() -> None:
    assert length("<b>&lt;😀</b>") == 3


def test_progress_never_runs_past_its_bar() -> None:
    over = letter_text(DEMOS["DEMO-002"], TEXTS, "en", now=NOW, support=Support(Total(9_000)))

    assert over.endswith("▰▰▰▰▰▰▰▰▰▰\n9,000 of 3,000 signatures")


def test_a_statement_has_no_deadline_goal_or_addressee() -> None:
    told = Appeal.model_validate(document() | {"kind": "statement", "goal": None, "addressees": []})

    for message in cards(told, "en").values():
        assert not any(word in message for word in ("Deadline", "▱", "What we ask", "To: "))


def test_the_reader_s_language_comes_first_then_the_bot_s_then_english_then_the_original() -> None:
    appeal = DEMOS["DEMO-001"]
    only_korean = appeal.model_copy(update={"texts": {"ko": appeal.texts["ko"]}})
    with_thai = appeal.model_copy(update={"texts": {"th": appeal.texts["ko"], "en": appeal.texts["en"]}})

    assert language_for(appeal, "ko", "en") == "ko"
    assert language_for(appeal, "th", "ko") == "ko"
    assert language_for(with_thai, "ko", "ja") == "en"
    assert language_for(only_korean, "en", "en") == "ko"


def test_a_reader_without_a_version_in_their_language_gets_their_words_around_the_original() -> None:
    korean = document()
    for words in ("texts",):
        del korean[words]["en"]
    korean["addressees"][0] |= {"office": {"ko": "대통령"}, "salutation": {"ko": "대통령님께"}}
    korean["addressees"][0]["demands"].pop("en")
    korean |= {"figures": [], "facts": [], "anchor_event": None}
    korean["contact"]["role"].pop("en")
    for source in korean["sources"]:
        source["title"].pop("en")
        source["publisher"].pop("en")

    letter = unmarked(cards(Appeal.model_validate(korean), "en")["letter"])

    assert "To: 대통령" in letter
    assert DEMOS["DEMO-001"].texts["ko"].summary in letter


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_vocabulary_has_its_text(language: str) -> None:
    for prefix, words in (
        ("kind", Kind),
        ("urgency", Urgency),
        ("source-type", SourceType),
        ("minors", Minors),
    ):
        for word in words:
            assert TEXTS.plain(f"appeal-{prefix}-{word}", language)
    for qualifier in Qualifier:
        assert TEXTS.plain(f"appeal-value-{qualifier.replace(' ', '-')}", language, value=2_000)


@pytest.mark.parametrize(
    ("partial", "language", "shown"),
    [
        ("2013", "en", "2013"),
        ("2013-06", "en", "June 2013"),
        ("2013-06-24", "en", "24 June 2013"),
        ("2006-10", "ko", "2006년 10월"),
        ("2013", "ko", "2013년"),
        ("2013-06-24", "ko", "2013년 6월 24일"),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(partial: str, language: str, shown: str) -> None:
    assert fact_date_text(partial, language) == shown


@pytest.mark.parametrize(
    ("before", "left"),
    [
        (timedelta(days=16), "16 days left"),
        (timedelta(days=1), "1 day left"),
        (timedelta(hours=3), "today is the last day"),
        (timedelta(0), "closed"),
        (-timedelta(days=1), "closed"),
    ],
)
def test_the_days_left_are_those_of_the_appeal_s_own_zone(before: timedelta, left: str) -> None:
    appeal = DEMOS["DEMO-001"]

    assert left in letter_text(appeal, TEXTS, "en", now=appeal.deadline - before, support=Support(Total(0)))


def test_one_second_after_the_deadline_no_days_are_left() -> None:
    deadline = DEMOS["DEMO-001"].deadline

    assert days_left(deadline, deadline - timedelta(seconds=1)) == 0
    assert days_left(deadline, deadline + timedelta(seconds=1)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_its_text(language: str) -> None:
    lines = fault_texts([Fault(12, "goal", problem, "5") for problem in Problem], TEXTS, language)

    assert len(set(lines)) == len(Problem)


def test_a_fault_says_where_it_is() -> None:
    faults = [
        Fault(12, "goal", Problem.NOT_A_NUMBER),
        Fault(3, "", Problem.STRAY_TEXT),
        Fault(0, "ko", Problem.CARD_TOO_LONG, "4200 > 4096"),
        Fault(0, "", Problem.TOO_LARGE, "9 > 8"),
        Fault(5, "k" * 500, Problem.UNKNOWN_KEY),
    ]

    number, stray, long, large, key = fault_texts(faults, TEXTS, "en")

    assert number == "Line 12, goal: must be a whole number above 0, in figures only."
    assert stray == "Line 3: this text stands under no heading."
    assert long.startswith("ko: is too long for one Telegram message (4200 > 4096 characters)")
    assert large == "The sheet: is too large (9 > 8 characters)."
    assert len(key) < 250
