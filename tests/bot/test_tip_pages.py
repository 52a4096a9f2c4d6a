"""The page on which a coordinator reads opened tips, in a real browser: it loads nothing, and shows nothing unasked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.own_machine import alike
from bot.own_machine.alike import PAIRS_MAX, tips_alike
from bot.own_machine.opening import OpenedTip, open_bundle
from bot.own_machine.page import tips_page
from bot.own_machine.static_pages import style_of
from handlers.texts import LANGUAGES, Texts
from storage.exports.tip_bundle import BundledAddition, BundledRating, BundledTip
from storage.sealing import seal_addition
from storage.tips.words import Area, Category, ContentGrade, Label, SourceGrade, TipState, Urgency
from tests.bot.tip_files import ALICE, TEAM, TIP, bundled, tips_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

TOLD = "Two people were taken from a bus near the border on Tuesday morning by officers in uniform."
RETOLD = "Two people were taken off a bus near the border Tuesday morning by officers, in uniform."
ARREST = replace(TIP, text=TOLD, language="en", category=Category.ARREST, urgency=Urgency.CRITICAL)
HOSTILE = replace(
    TIP,
    text="</p></details><script>alert(1)</script><img src=https://example.org/x onerror=alert(2)>",
    place_note='"><a href=javascript:alert(3)>x</a>',
    urgency=Urgency.HIGH,
)
TIPS = (
    bundled("K3FN"),
    bundled(
        "W7QX",
        ARREST,
        state=TipState.CORROBORATING,
        rating=BundledRating(SourceGrade.USUALLY, ContentGrade.PROBABLY_TRUE, "owner-1", ""),
        labels=(Label.CHILDREN,),
        additions=(
            BundledAddition(1, date(2026, 11, 21), seal_addition("They were seen.", "en", datetime.now(UTC), TEAM)),
            BundledAddition(2, date(2026, 11, 21), b"damaged"),
        ),
    ),
    bundled("C4DF", replace(ARREST, text=RETOLD), day=date(2026, 11, 19)),
    bundled("H9JK", HOSTILE),
    bundled("P9RT", b"damaged"),
)


def _page(*tips: BundledTip, language: str = "en") -> str:
    return tips_page(open_bundle(tips_file(*tips), [ALICE]), Texts("en"), language).decode()


@dataclass
class Reading:
    """A coordinator reads the page from their own disk."""

    page: Page
    folder: Path

    async def opens(self, *tips: BundledTip, language: str = "en") -> None:
        path = self.folder / "tips.html"
        path.write_text(_page(*tips, language=language), encoding="utf-8")
        await self.page.goto(path.as_uri())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def reading(browser: Browser, tmp_path: Path) -> AsyncIterator[Reading]:
    page = await browser.new_page(viewport={"width": 390, "height": 800})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(error.message))
    page.on("console", lambda line: wrong.append(line.text))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
    yield Reading(page, tmp_path)
    await page.close()
    assert wrong == []


@pytest.mark.asyncio(loop_scope="module")
async def test_nothing_that_was_written_shows_until_its_tip_is_opened(reading: Reading) -> None:
    await reading.opens(*TIPS)

    text = reading.page.get_by_text(TOLD)
    await expect(text).to_be_hidden()
    await expect(reading.page.get_by_text("China, border provinces").first).to_be_hidden()
    await expect(reading.page.get_by_role("article", name="W7QX Arrest")).to_contain_text("Rating B2")
    await reading.page.get_by_text("Read tip W7QX and one addition").click()
    await expect(text).to_be_visible()
    await expect(reading.page.get_by_text("They were seen.")).to_be_visible()
    await expect(reading.page.get_by_text("One addition could not be opened with this key.")).to_be_visible()
    await expect(reading.page.get_by_text(RETOLD)).to_be_hidden()


@pytest.mark.asyncio(loop_scope="module")
async def test_tips_stand_by_urgency_and_within_it_by_day(reading: Reading) -> None:
    await reading.opens(*TIPS)

    assert await reading.page.locator("article h3 code").all_inner_texts() == ["C4DF", "W7QX", "H9JK", "K3FN"]
    sections = await reading.page.get_by_role("heading", level=2).all_inner_texts()
    assert sections[:3] == ["Critical (lives at risk now)", "High (within days)", "Normal"]
    assert sections[3:] == ["Alike, for your judgement", "Not opened"]
    await expect(reading.page.get_by_role("region", name="Not opened")).to_contain_text("P9RT")


@pytest.mark.asyncio(loop_scope="module")
async def test_what_looks_alike_is_listed_for_people_to_judge(reading: Reading) -> None:
    await reading.opens(*TIPS)

    alike = reading.page.get_by_role("region", name="Alike, for your judgement")
    await expect(alike.get_by_role("listitem")).to_have_text(
        re.compile(r"C4DF and W7QX:\s+Arrest, one day apart, 90 % of the wording in common")
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_what_a_stranger_wrote_stays_text(reading: Reading) -> None:
    await reading.opens(*TIPS)
    await reading.page.get_by_text("Read tip H9JK").click()

    await expect(reading.page.get_by_text(HOSTILE.place_note)).to_be_visible()
    assert await reading.page.locator("script, img, [onfocus], a[href^=javascript]").count() == 0


@pytest.mark.asyncio(loop_scope="module")
async def test_a_screen_reader_finds_its_way_and_a_phone_needs_no_scrolling_aside(reading: Reading) -> None:
    await reading.opens(*TIPS, language="ko")

    page = reading.page
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        await expect(page.get_by_role(landmark)).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).to_have_text("제보 2026년 11월 22일")
    await expect(page.locator("html")).to_have_attribute("lang", "ko")
    await expect(page.locator(".written", has_text=TOLD)).to_have_attribute("lang", "en")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_may_load_and_run_nothing_and_holds_no_address(language: str) -> None:
    page = _page(*TIPS, language=language)

    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in page
    assert "<script" not in page
    assert all(address.startswith("#") for address in re.findall(r'(?:src|href)="([^"]*)"', page))
    assert not re.search(r"url\(|@import", style_of("tips"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_a_tip_can_have_is_said(language: str) -> None:
    states = [bundled(f"S{number:03}", state=state) for number, state in enumerate(TipState)]
    ratings = [
        bundled(f"R{source}{content}0", rating=BundledRating(source, content, "owner-1", "reviewer-2"))
        for source, content in zip(SourceGrade, ContentGrade, strict=True)
    ]

    assert _page(bundled("L000", labels=tuple(Label)), *states, *ratings, language=language)


def test_a_file_without_tips_makes_a_page() -> None:
    assert "0 tips were opened." in _page()


def _opened(*tips: BundledTip) -> tuple[OpenedTip, ...]:
    return open_bundle(tips_file(*tips), [ALICE]).tips


def test_only_tips_of_one_kind_and_place_and_week_with_like_words_are_alike() -> None:
    base = bundled("K3FN", ARREST)
    others = {
        "retold": bundled("W7QX", replace(ARREST, text=RETOLD.upper())),
        "a week later": bundled("C4DF", ARREST, day=date(2026, 11, 28)),
        "elsewhere": bundled("H9JK", replace(ARREST, area=Area.LA)),
        "another kind": bundled("P9RT", replace(ARREST, category=Category.TRANSFER)),
        "other words": bundled("V6XY", replace(ARREST, text="A notice was put up at the market.")),
    }

    found = {name for name, other in others.items() if tips_alike(_opened(base, other)).pairs}

    assert found == {"retold"}


def test_no_more_pairs_are_listed_than_anybody_looks_at() -> None:
    [tip] = _opened(bundled("K3FN", ARREST))
    many = [replace(tip, tag=f"T{number:03}") for number in range(20)]

    found = tips_alike(many)

    assert len(found.pairs) == PAIRS_MAX
    assert not found.whole


KOREAN = "화요일 아침 국경 근처에서 제복을 입은 사람들이 버스에서 두 사람을 끌어내려 데려갔습니다."
KOREAN_RETOLD = "제복을 입은 사람들이 화요일 아침에 국경 근처 버스에서 두 사람을 끌어내려 데려갔다고 합니다."


def test_what_is_told_again_in_korean_is_alike_whatever_its_order() -> None:
    retold, other = (
        replace(ARREST, text=KOREAN_RETOLD),
        replace(ARREST, text="장마당에 새로운 공고문이 붙었다고 합니다."),
    )
    tips = _opened(bundled("K3FN", replace(ARREST, text=KOREAN)), bundled("W7QX", retold), bundled("C4DF", other))

    [pair] = tips_alike(tips).pairs

    assert {pair.first.tag, pair.second.tag} == {"K3FN", "W7QX"}


def _many(count: int) -> list[OpenedTip]:
    """Return tips of one kind and week, each with a text of its own of a thousand characters."""
    return [
        replace(
            OPENED,
            tag=f"T{number:03X}",
            day=date(2026, 11, 16 + number % 7),
            content=replace(TIP, text="".join(chr(0xAC00 + number**place % 397) for place in range(1, 1001))),
        )
        for number in range(count)
    ]


def test_as_many_tips_as_a_season_brings_take_a_bounded_number_of_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = {"samples": 0, "texts": 0}

    def counting(name: str, compare: Callable[..., float]) -> Callable[..., float]:
        def compared(*pair: object) -> float:
            counted[name] += 1
            return compare(*pair)

        return compared

    monkeypatch.setattr(alike, "_may_be_alike", counting("samples", alike._may_be_alike))
    monkeypatch.setattr(alike, "_share", counting("texts", alike._share))
    monkeypatch.setattr(alike, "SAMPLES_MAX", 20_000)
    monkeypatch.setattr(alike, "TEXTS_MAX", 500)
    tips = [*_many(400), *(replace(OPENED, tag=f"S{number:03X}") for number in range(400))]

    found = tips_alike(tips)

    assert counted["samples"] <= 20_000
    assert counted["texts"] == 500
    assert not found.whole


def test_the_page_says_when_not_all_tips_were_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not all were compared" not in _page(*TIPS)
    monkeypatch.setattr(alike, "SAMPLES_MAX", 0)

    assert "not all were compared" in _page(*TIPS)


def test_the_page_shows_by_what_each_addition_can_be_known_again() -> None:
    bundle = open_bundle(tips_file(*TIPS), [ALICE])
    digests = [addition.sealed_sha256 for tip in bundle.tips for addition in tip.additions]

    assert digests
    assert all(digest in tips_page(bundle, Texts("en"), "en").decode() for digest in digests)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=40), st.dates(date(2026, 1, 1), date(2026, 2, 1))), max_size=6))
def test_alike_pairs_are_of_two_tips_in_the_order_in_which_they_came(told: list[tuple[str, date]]) -> None:
    tips = [
        replace(OPENED, tag=f"T{number:03}", day=day, content=replace(TIP, text=text))
        for number, (text, day) in enumerate(told)
    ]

    for pair in tips_alike(tips).pairs:
        assert pair.first.tag != pair.second.tag
        assert pair.first.day <= pair.second.day
        assert 0.5 < pair.share <= 1


[OPENED] = _opened(bundled("K3FN"))
