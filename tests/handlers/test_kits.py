"""The texts of the call-out kit: as long as they may be, with links that say where they were, and nothing too much."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo import demo_sheets
from handlers.appeals.kit.short import X_MAX, fits_sms, sms_text, x_text, x_weight
from handlers.appeals.kit.texts import Network, email_text, kit_languages, post_text
from handlers.appeals.links import Link, read_link
from handlers.texts import LANGUAGES, Texts
from storage.appeals.sheets.sheet import read_sheet

if TYPE_CHECKING:
    from storage.appeals.model import Appeal

BOT = "clarion_demo_bot"
TEXTS = Texts("en")
DEMOS = [read_sheet(sheet, now=datetime(2026, 11, 22, tzinfo=UTC)) for sheet in demo_sheets()]
TITLES = st.text(st.sampled_from("abcdefgh ABC ,.é—’“가나다라마바사 아자차카€[]~漢字"), min_size=1, max_size=120).map(
    lambda title: title.strip() or "a"
)


def titled(title: str, language: str) -> Appeal:
    text = DEMOS[0].texts[language].model_copy(update={"title": title})
    return DEMOS[0].model_copy(update={"texts": {**DEMOS[0].texts, language: text}})


def link_in(text: str) -> Link | None:
    return read_link(text.split("?start=")[1].split(maxsplit=1)[0])


@pytest.mark.parametrize("appeal", DEMOS, ids=lambda appeal: appeal.code)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_message_of_every_demo_appeal_is_one_message(appeal: Appeal, language: str) -> None:
    text = sms_text(appeal, TEXTS, language, BOT)

    assert len(text) <= (160 if language == "en" else 90)
    assert link_in(text) == Link(appeal.code, "sms")
    assert appeal.texts[language].title[:12] in text


@given(TITLES, st.sampled_from(LANGUAGES), st.text("abc_", min_size=5, max_size=32))
def test_a_text_message_is_one_message_whatever_the_title(title: str, language: str, bot: str) -> None:
    text = sms_text(titled(title, language), TEXTS, language, bot)

    assert fits_sms(text)
    assert len(text) <= (160 if text.isascii() else 90) or all(ord(letter) < 0x3000 for letter in text)
    assert link_in(text) == Link("DEMO-001", "sms")


@given(TITLES, st.sampled_from(LANGUAGES), st.text("abc_", min_size=5, max_size=32))
def test_a_post_on_x_is_as_short_as_x_wants_it_whatever_the_title(title: str, language: str, bot: str) -> None:
    text = x_text(titled(title, language), TEXTS, language, bot)

    assert x_weight(text) <= X_MAX
    assert link_in(text) == Link("DEMO-001", "x")


def test_a_title_that_is_too_long_ends_after_a_word() -> None:
    text = sms_text(titled("word " * 23 + "end", "en"), TEXTS, "en", BOT)

    assert "word..." in text
    assert len(text) > 140


def test_where_the_link_leaves_no_room_the_message_asks_without_the_title() -> None:
    text = sms_text(
        titled("가" * 120, "ko").model_copy(update={"code": "DEMOABCDEF-ABCDEFGH-001"}), TEXTS, "ko", "b" * 32
    )

    assert text.startswith("서명해 주세요: https://t.me/")
    assert fits_sms(text)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("a" * 160, True),
        ("a" * 161, False),
        ("€" * 81, False),
        ("가" * 90, True),
        ("가" * 91, False),
        ("ê" * 91, False),
    ],
)
def test_what_one_message_holds(text: str, fits: bool) -> None:
    assert fits_sms(text) is fits


@pytest.mark.parametrize("network", Network)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_post_has_a_link_of_its_own_source_and_says_until_when(network: Network, language: str) -> None:
    text = post_text(DEMOS[0], network, TEXTS, language, BOT)

    assert link_in(text) == Link("DEMO-001", network.value)
    assert DEMOS[0].texts[language].title in text
    assert ("8 December 2026" if language == "en" else "2026년 12월 8일") in text


@pytest.mark.parametrize("network", Network)
def test_what_may_distress_is_not_posted_and_is_announced_in_an_email(network: Network) -> None:
    appeal = next(appeal for appeal in DEMOS if appeal.content_note)
    summary = appeal.texts["en"].summary

    assert summary not in post_text(appeal, network, TEXTS, "en", BOT)
    email = email_text(appeal, TEXTS, "en", BOT, "Demo Rights Network")
    assert email.index("Content note") < email.index(summary)


@pytest.mark.parametrize("appeal", DEMOS, ids=lambda appeal: appeal.code)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_email_asks_every_addressee_and_names_who_writes(appeal: Appeal, language: str) -> None:
    text = email_text(appeal, TEXTS, language, BOT, "Demo Rights Network")

    subject = text.splitlines()[0]
    assert appeal.texts[language].title in subject
    assert link_in(text) == Link(appeal.code, "mail")
    for addressee in appeal.addressees:
        assert addressee.office[language] in text
        assert all(demand in text for demand in addressee.demands.get(language, ()))
    assert f"{appeal.contact.name}\n{appeal.contact.role[language]}\nDemo Rights Network" in text
    assert (appeal.contact.email in text) is not appeal.contact.hide_email_in_broadcast


def test_a_kit_is_made_in_the_languages_in_which_there_are_words_for_it() -> None:
    assert [set(kit_languages(appeal)) for appeal in DEMOS] == [{"en", "ko"}] * 3
    japanese = DEMOS[0].model_copy(update={"texts": {"ja": DEMOS[0].texts["en"]}})
    assert kit_languages(japanese) == ()
