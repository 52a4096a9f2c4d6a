"""The press release, the letter of thanks and the UN worksheet of an appeal: how long they are, and what they say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.demo import demo_sheets
from handlers.appeals.kit.press import WORDS_MAX, press_text, words_in
from handlers.appeals.kit.thanks import thanks_text
from handlers.appeals.kit.worksheet import worksheet_text
from handlers.letters.words import LETTER_LANGUAGES
from handlers.texts import LANGUAGES, Texts
from storage.appeals.model import Appeal
from storage.appeals.sheets.sheet import read_sheet
from storage.registers.models import Office
from storage.timeline.aftermath import Told
from storage.timeline.kinds import Impact, Outcome

if TYPE_CHECKING:
    from storage.appeals.parts import Restricted

TODAY = date(2026, 11, 22)
TEXTS = Texts("en")
DEMOS = [read_sheet(sheet, now=datetime(2026, 11, 22, tzinfo=UTC)) for sheet in demo_sheets()]
STEP = Told("2026-11", None, Outcome(summary="It was raised.", source="Yonhap", impact=Impact.MINOR))


def changed(number: int, **parts: Any) -> Appeal:
    return Appeal.model_validate(DEMOS[number].model_dump(mode="json") | parts)


def press(appeal: Appeal, language: str, place: str = "Seoul") -> str:
    return press_text(appeal, TEXTS, language, "bot_x_bot", organisation="Demo Network", place=place, today=TODAY)


def worksheet(appeal: Appeal, language: str = "en", restricted: Restricted | None = None) -> str:
    return worksheet_text(appeal, TEXTS, language, organisation="Demo", today=TODAY, restricted=restricted)


@pytest.mark.parametrize("appeal", DEMOS, ids=lambda appeal: appeal.code)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_release_has_dateline_lead_demands_figure_and_contact_in_four_hundred_words(
    appeal: Appeal, language: str
) -> None:
    text = press(appeal, language)
    figure, contact, lead = appeal.figures[0], appeal.contact, appeal.texts[language].summary

    assert words_in(text) <= WORDS_MAX
    day = "22 November 2026" if language == "en" else "2026년 11월 22일"
    parts = (f"(Seoul, {day}) {lead}", f"– {figure.label[language]}: ", "?start=", contact.name, contact.email)
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    assert figure.attributed_to[language] in text
    for addressee in appeal.addressees:
        assert all(demand in text for demand in addressee.demands[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_appeal_has_a_release_of_four_hundred_words_in_whole_lines(language: str) -> None:
    demand = "Word " * 70 + "end."
    asked = [
        one.model_dump(mode="json") | {"id": f"a{n}", "demands": dict.fromkeys(LANGUAGES, [demand] * 3)}
        for n in range(10)
        for one in DEMOS[0].addressees[:1]
    ]
    text = press(changed(0, addressees=asked), language)

    assert 250 < words_in(text) <= WORDS_MAX
    assert 0 < text.count("– Word ") == text.count("Word end.")
    assert "appeals@example.org" in text


def test_a_release_without_a_place_has_its_day_alone() -> None:
    assert "\n(22 November 2026) " in press(DEMOS[0], "en", place="")


def test_what_may_distress_is_announced_and_not_quoted() -> None:
    text = press(DEMOS[1], "en")

    assert text.index("Content note") < text.index(DEMOS[1].texts["en"].summary)
    assert DEMOS[1].texts["en"].background.split("\n")[0] not in text


def test_who_signed_an_appeal_is_quoted_with_its_own_words() -> None:
    signed = changed(0, signatory={"name": "Kim Aran", "role": {"en": "Director", "ko": "대표"}})
    words = signed.texts["en"].background.split("\n")[0]

    assert f"“{words}” (From the appeal, signed by Kim Aran, Director)" in press(signed, "en")
    assert "호소문에 서명한 Kim Aran 대표: “" in press(signed, "ko")


def thanks(appeal: Appeal, office: Office | None = None) -> str:
    return thanks_text(appeal, appeal.addressees[0], STEP, office, organisation="Demo Network", today=TODAY)


def test_thanks_repeat_what_was_asked_and_say_what_was_done() -> None:
    letter = thanks(DEMOS[0])
    addressee = DEMOS[0].addressees[0]

    assert letter.split("\n\n")[2] == addressee.salutation[addressee.letter_language]
    assert all(demand in letter for demand in addressee.demands[addressee.letter_language])
    assert "(2026년 11월)" in letter
    assert "It was raised." in letter
    assert letter.endswith("Demo Network\n")


def test_thanks_go_to_who_holds_the_office_now() -> None:
    addressee = DEMOS[0].addressees[0]
    known = addressee.model_dump(include={"office", "salutation", "letter_language", "methods"})
    holder = {"en": "Lee Aran", "ko": "이아란"}
    office = Office(key="k", country="KR", checked_on=TODAY, holder=holder, post="Seoul 03048\n", **known)

    assert "이아란" in thanks(DEMOS[0], office)
    assert "Seoul 03048\n\n" in thanks(DEMOS[0], office)


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_thanks_are_written_in_the_language_of_letters(language: str) -> None:
    first = DEMOS[0].addressees[0]
    own = {name: {language: getattr(first, name)["en"]} for name in ("office", "salutation", "demands")}
    addressee = first.model_copy(update={"letter_language": language, **own})
    text = {language: DEMOS[0].texts["en"]}
    appeal = DEMOS[0].model_copy(update={"texts": text, "addressees": (addressee,)})
    letter = thanks(appeal)

    assert "2026" in letter.split("\n\n")[0]
    assert DEMOS[0].texts["en"].title in letter


def test_a_worksheet_has_the_facts_in_the_form_s_fields_and_says_what_is_missing() -> None:
    sheet = worksheet(DEMOS[0])

    for said in (
        "- Sent back to danger (HURIDOCS 380101000000): close family",
        "- police, China",
        "- October 2006\n\n**MISSING:** The exact day",
        "- a private house to which the South Korean mission had directed them, China",
        "- Source: NGO: FORUM-ASIA, Urgent appeal to the South Korean government",
        "- Demo Campaign Desk, Campaign coordinator, appeals\\@example.org",
        "### 3 fields are missing something",
        "**Allegation letter:**",
    ):
        assert said in sheet
    assert "1 October" not in sheet
    assert "호소문이 서식의 항목마다" in worksheet(DEMOS[0], "ko")
    assert "- police, China" in worksheet(DEMOS[0], "ko")  # the form is in English in every language


def test_the_exact_place_is_in_a_full_worksheet_alone_and_confidential_sources_are_in_none() -> None:
    public, full = worksheet(DEMOS[1]), worksheet(DEMOS[1], restricted=DEMOS[1].restricted)

    assert "garrison" not in public
    assert "garrison" in full
    assert "Confidential sources" not in public
    assert "- Confidential sources: 1 (Family 1); identity kept by the organisation" in full
    assert "Information passed on by relatives" not in public + full
    assert "- 1 more source, identity withheld" in public
    assert "1 more source" not in full
    assert "keep this file safe" in full


@pytest.mark.parametrize(
    ("when", "act", "urgency", "way"),
    [
        ("2026-11", "refoulement", "normal", "Urgent appeal"),
        ("2026-11-20", "torture", "critical", "Urgent appeal"),
        ("2026-11-20", "detention", "high", "Urgent appeal"),
        ("2026-11-20", "torture", "high", "Allegation letter"),
        ("2026-02", "detention", "critical", "Allegation letter"),
        ("2026", "detention", "critical", "Urgent appeal or allegation letter"),
    ],
)
def test_what_to_ask_for_follows_from_when_it_was(when: str, act: str, urgency: str, way: str) -> None:
    fact = DEMOS[0].facts[0].model_dump(mode="json") | {"when": when, "act": act}

    assert f"**{way}:**" in worksheet(changed(0, facts=[fact], urgency=urgency))


def test_of_a_disappearance_the_six_required_elements_are_asked_for_too() -> None:
    fact = DEMOS[0].facts[0].model_dump(mode="json") | {"act": "disappearance"}
    sheet = worksheet(changed(0, facts=[fact]))

    assert "the six required elements" in sheet
    assert "Committee on Enforced Disappearances" in sheet
    assert "six required elements" not in worksheet(DEMOS[0])


def test_nothing_of_an_appeal_becomes_markup_in_its_worksheet() -> None:
    texts = DEMOS[0].model_dump(mode="json")["texts"]
    texts["en"] |= {"background": "# heading\n[link](https://x.example)\n<script>"}
    sheet = worksheet(changed(0, texts=texts))

    assert "> \\# heading" in sheet
    assert "\\[link\\]" in sheet
    assert "\\<script\\>" in sheet
