"""The forms of the UN's experts: filled in from tips, with what is missing, and nothing in them that could run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from markdown_it import MarkdownIt
from playwright.async_api import async_playwright

from bot.own_machine.cases.pages import Pages, as_html, as_markdown
from bot.own_machine.cases.uwazi import write_uwazi
from bot.own_machine.cases.worksheet import fill_in
from handlers.dates import day_text
from handlers.texts import LANGUAGES, Texts
from handlers.un_forms.forms import Profile, Way, Why
from storage.exports.tip_bundle import BundledAddition
from storage.sealing import seal_addition
from storage.tips.words import (
    Category,
    HowKnown,
    People,
    Precision,
    Urgency,
)
from tests.bot.tip_cases import CONFIRMED, HOSTILE, SHARED, TODAY, opened_tip, run
from tests.bot.tip_files import DAY, TEAM, bundled

if TYPE_CHECKING:
    from pathlib import Path

    from storage.sealing import TipContent


class Tags(HTMLParser):
    """Every element, attribute and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.quoted: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "data"}]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if tag != "meta":
            self._open.append(tag)
        if tag == "blockquote":
            self.quoted.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "blockquote" in self._open:
            self.quoted[-1] += data


def _pages(content: TipContent, profile: Profile, language: str, **known: Any) -> tuple[str, str]:
    texts = Texts(language)
    sheet = fill_in(opened_tip(content, **known), profile, "<b>Org</b> & Co", TODAY, texts)
    pages = Pages([sheet], profile, TODAY, texts, language)
    return as_html(pages).decode(), as_markdown(pages).decode()


def test_a_worksheet_is_written_in_both_forms_for_its_owner_alone(desk: Path) -> None:
    content = replace(SHARED, from_day=TODAY, to_day=TODAY)
    of = [bundled("K3FN", content), bundled("W7QX", content, **CONFIRMED)]
    result = run("worksheet", "--tag", "k3fn", "--tag", "W7QX", "--tag", "K3FN", "--out", "un.html", of=of, desk=desk)

    assert result.exit_code == 0, result.output
    page, text = (desk / "un.html").read_text(), (desk / "un.md").read_text()
    for said in (
        "Tip K3FN",
        "Tip W7QX",
        "within 60 days",
        "identity of the source stays confidential",
        "Urgent appeal",
    ):
        assert said in page
        assert said in text
    assert page.count("Not yet confirmed (F6). Write “reportedly”") == 1
    assert page.count("Confirmed (B1)") == 1
    assert page.count("<p>Reportedly:</p>") == text.count("\nReportedly:\n") == 2  # place and text of the first alone
    assert "K3FN is not confirmed yet: write “reportedly”." in result.stderr
    assert oct((desk / "un.html").stat().st_mode)[-3:] == oct((desk / "un.md").stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (replace(SHARED, may_send_to_un=False), "Tip K3FN may not go to UN experts: its sender did not agree"),
        (b"not sealed", "Tip K3FN is damaged"),
    ],
)
def test_without_the_consent_for_the_un_there_is_no_worksheet(desk: Path, of: TipContent | bytes, said: str) -> None:
    result = run(
        "worksheet", "--tag", "W7QX", "--tag", "K3FN", of=[bundled("W7QX", SHARED), bundled("K3FN", of)], desk=desk
    )

    assert result.exit_code == 1
    assert said in result.stderr
    assert not [path for path in desk.iterdir() if path.suffix in {".md", ".html"}]


def test_a_worksheet_is_never_written_over_another(desk: Path) -> None:
    (desk / "un-worksheet-K3FN.html").write_text("my own notes")
    result = run("worksheet", "--tag", "K3FN", of=[bundled("K3FN", SHARED)], desk=desk)

    assert result.exit_code == 1
    assert "exists already" in result.stderr
    assert (desk / "un-worksheet-K3FN.html").read_text() == "my own notes"
    assert not (desk / "un-worksheet-K3FN.md").exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", Profile)
def test_what_was_written_is_quoted_and_becomes_markup_nowhere(profile: Profile, language: str) -> None:
    later = datetime(2026, 11, 21, tzinfo=UTC)
    addition = BundledAddition(1, DAY, seal_addition("</blockquote><h1>later</h1>", "en", later, TEAM))
    page, text = _pages(SHARED, profile, language, additions=(addition,))

    shown = Tags(page)
    harmless = HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert shown.quoted == [SHARED.place_note, harmless, "</blockquote><h1>later</h1>"]
    assert not {"script", "img", "link", "iframe", "b", "i"} & shown.elements.keys()
    assert shown.elements["h1"] == 1
    assert all(address.startswith("#K3FN-") for address in shown.addresses)

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    kinds = Counter(token.type for token in tokens)
    inline = [child for token in tokens for child in token.children or ()]
    assert not {"link_open", "image", "html_inline", "s_open", "code_inline"} & {child.type for child in inline}
    assert not {"fence", "code_block", "table_open", "ordered_list_open"} & kinds.keys()
    assert [token.content for token in tokens if token.type == "html_block"] == ["<!-- -->\n"]
    assert kinds["blockquote_open"] == 3
    written = "".join("\n" if child.type.endswith("break") else child.content for child in inline)
    for line in filter(None, map(str.strip, harmless.splitlines())):
        assert line in written


def test_half_a_letter_is_replaced_and_breaks_nothing() -> None:
    broken = replace(SHARED, text="\ud83d", place_note="\ud83d", may_share_with_partners=True, may_publish=True)
    tip = replace(opened_tip(SHARED, **CONFIRMED), content=broken)  # as a stranger's JSON could spell it
    sheet = fill_in(tip, Profile.DISAPPEARANCE, "", TODAY, Texts("en"))
    pages = Pages([sheet], Profile.DISAPPEARANCE, TODAY, Texts("en"), "en")

    assert Tags(as_html(pages).decode()).quoted == ["\ufffd", "\ufffd"]
    assert "\n> \ufffd\n" in as_markdown(pages).decode()
    assert write_uwazi([tip], Texts("en"), ["en"]).tips == 1


@pytest.mark.parametrize("tag", ["../../x", "K3FN/..", ""])
def test_a_tag_that_is_none_is_refused_in_one_line(desk: Path, tag: str) -> None:
    result = run("worksheet", "--tag", tag, of=[bundled("K3FN", SHARED)], desk=desk)

    assert result.exit_code == 1
    assert "holds no tip with this tag" in result.stderr


@pytest.mark.parametrize("profile", Profile)
def test_a_korean_worksheet_explains_in_korean_and_keeps_the_labels_of_the_form(profile: Profile) -> None:
    sheet = fill_in(opened_tip(SHARED), profile, "", TODAY, Texts("ko"))
    english, korean = (
        [
            texts.plain(f"un-worksheet-form-{field.name}", texts.default)
            for part in sheet.sections
            for field in part.fields
        ]
        for texts in (Texts("en"), Texts("ko"))
    )
    page, text = _pages(SHARED, profile, "ko")

    assert english == korean
    assert ("60일" in page) is ("60일" in text) is (profile is Profile.SPECIAL_PROCEDURES)
    assert "아직 확인되지 않음(F6)" in text
    assert "China, border provinces" in page


def test_the_form_of_the_special_procedures_is_filled_as_far_as_the_tip_goes() -> None:
    content = replace(SHARED, language="en", precision=Precision.EXACT, from_day=DAY, to_day=DAY, people=People.UNKNOWN)
    sheet = fill_in(opened_tip(content), Profile.SPECIAL_PROCEDURES, "Rights Network", TODAY, Texts("en"))

    [section] = sheet.sections
    fields = {field.name: field for field in section.fields}
    missing = ["victim", "perpetrator", "place", "consent-letter", "consent-report"]
    assert [field.name for field in sheet.missing] == missing
    assert fields["victim"].known == ()
    assert fields["submitter"].known[0] == "Rights Network"
    assert fields["date"].known == ("20 November 2026 (Exact)",)
    assert fields["place"].known == ("China, border provinces",)
    assert fields["description"].quoted == (HOSTILE,)


@pytest.mark.parametrize("profile", Profile)
def test_how_the_source_is_connected_stands_only_under_what_stays_confidential(profile: Profile) -> None:
    content = replace(SHARED, how_known=HowKnown.SELF, people=People.ONE)
    sheet = fill_in(opened_tip(content), profile, "", TODAY, Texts("en"))

    fields = [field for part in sheet.sections for field in part.fields]
    telling = [field.name for field in fields if any("Connection of the source" in line for line in field.known)]
    assert telling == (["confidential"] if profile is Profile.SPECIAL_PROCEDURES else [])


@pytest.mark.parametrize(("last_day", "missing"), [(date(2026, 11, 30), False), (date(2026, 12, 2), True)])
def test_a_disappearance_needs_the_month_and_the_six_required_elements(last_day: date, missing: bool) -> None:
    content = replace(SHARED, category=Category.LOST_CONTACT, from_day=date(2026, 11, 1), to_day=last_day)
    sheet = fill_in(opened_tip(content), Profile.DISAPPEARANCE, "", TODAY, Texts("en"))

    required, beside, committee = sheet.sections
    assert len(required.fields) == 6
    assert [part.name for part in (beside, committee)] == ["wgeid-beside", "ced"]
    assert ("disappeared-on" in [field.name for field in sheet.missing]) is missing
    assert {"disappeared", "forces", "searched", "author", "state-party"} <= {field.name for field in sheet.missing}


@pytest.mark.parametrize(
    ("profile", "category", "urgency", "days_ago", "way"),
    [
        (Profile.SPECIAL_PROCEDURES, Category.DETENTION, Urgency.NORMAL, 10, Way.URGENT_APPEAL),
        (Profile.SPECIAL_PROCEDURES, Category.NOTICE, Urgency.NORMAL, 10, Way.URGENT_APPEAL),
        (Profile.SPECIAL_PROCEDURES, Category.RETURN, Urgency.CRITICAL, 10, Way.URGENT_APPEAL),
        (Profile.SPECIAL_PROCEDURES, Category.RETURN, Urgency.HIGH, 10, Way.URGENT_APPEAL),
        (Profile.SPECIAL_PROCEDURES, Category.RETURN, Urgency.HIGH, 91, Way.ALLEGATION_LETTER),
        (Profile.SPECIAL_PROCEDURES, Category.OTHER, Urgency.HIGH, 10, Way.ALLEGATION_LETTER),
        (Profile.SPECIAL_PROCEDURES, Category.DETENTION, Urgency.CRITICAL, 91, Way.ALLEGATION_LETTER),
        (Profile.SPECIAL_PROCEDURES, Category.OTHER, Urgency.NORMAL, 400, Way.ALLEGATION_LETTER),
        (Profile.DISAPPEARANCE, Category.LOST_CONTACT, Urgency.NORMAL, 90, Way.URGENT_PROCEDURE),
        (Profile.DISAPPEARANCE, Category.LOST_CONTACT, Urgency.CRITICAL, 91, Way.STANDARD_PROCEDURE),
    ],
)
def test_what_to_ask_for_is_told_from_the_dates_and_the_category(
    profile: Profile, category: Category, urgency: Urgency, days_ago: int, way: Way
) -> None:
    content = replace(SHARED, category=category, urgency=urgency, from_day=DAY, to_day=DAY)
    sheet = fill_in(opened_tip(content), profile, "", DAY + timedelta(days=days_ago), Texts("en"))

    assert sheet.way is way
    assert Texts("ko").plain(f"un-worksheet-why-{sheet.why}", "ko")


@pytest.mark.parametrize(
    ("first", "last", "age"),
    [
        (None, None, "unknown"),
        (None, 20, "unknown"),
        (120, 20, "unknown"),
        (120, None, "unknown"),
        (None, 91, "long ago"),
        (120, 91, "long ago"),
        (90, 20, "recent"),
        (90, None, "recent"),
    ],
)
def test_what_is_not_known_to_be_recent_is_never_urgent(first: int | None, last: int | None, age: str) -> None:
    begun, ended = (None if ago is None else TODAY - timedelta(days=ago) for ago in (first, last))
    tip = opened_tip(replace(SHARED, category=Category.LOST_CONTACT, urgency=Urgency.CRITICAL), day=TODAY)
    tip = replace(tip, content=replace(tip.content, from_day=begun, to_day=ended))
    of_the_group, of_the_experts = (fill_in(tip, profile, "", TODAY, Texts("en")) for profile in reversed(Profile))

    assert (of_the_group.way, of_the_group.why, of_the_experts.way) == {
        "unknown": (Way.URGENT_OR_STANDARD, Why.DATE_UNKNOWN, Way.APPEAL_OR_LETTER),
        "long ago": (Way.STANDARD_PROCEDURE, Why.LONGER, Way.ALLEGATION_LETTER),
        "recent": (Way.URGENT_PROCEDURE, Why.THREE_MONTHS, Way.URGENT_APPEAL),
    }[age]


def test_every_way_and_reason_has_words_in_every_language() -> None:
    for language in LANGUAGES:
        texts = Texts(language)
        assert all(texts.plain(f"un-worksheet-way-{way}", language) for way in Way)
        assert all(texts.plain(f"un-worksheet-why-{why}", language) for why in Why)


def test_digests_are_told_as_those_of_what_was_sealed_with_additions_by_their_numbers() -> None:
    later = datetime(2026, 11, 21, tzinfo=UTC)
    addition = BundledAddition(1, DAY, seal_addition("later", "en", later, TEAM))
    tip = opened_tip(SHARED, additions=(addition,))
    texts = Texts("en")
    sheet = fill_in(tip, Profile.SPECIAL_PROCEDURES, "", TODAY, texts)
    text = as_markdown(Pages([sheet], Profile.SPECIAL_PROCEDURES, TODAY, texts, "en")).decode()

    assert f"SHA-256 of the sealed tip as a whole (not of the text below): {tip.sealed_sha256}" in text
    [opened] = tip.additions
    assert "Addition 1, received on 20 November 2026" in text
    assert opened.sealed_sha256 in text


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])  # never the same day in both
def test_the_day_of_a_worksheet_is_that_of_the_machine(desk: Path, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        run("worksheet", "--tag", "K3FN", of=[bundled("K3FN", SHARED)], desk=desk)
    finally:
        monkeypatch.undo()
        time.tzset()

    here = datetime.now(ZoneInfo(zone)).date()
    assert f"made on {day_text(here, 'en')}" in (desk / "un-worksheet-K3FN.md").read_text()


async def test_a_browser_shows_the_worksheet_without_loading_or_running_anything(chromium: str, tmp_path: Path) -> None:
    path = tmp_path / "un.html"
    path.write_text(_pages(SHARED, Profile.DISAPPEARANCE, "ko")[0])
    said: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 390, "height": 800}, color_scheme="dark")
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: said.append(request.url))
        await page.goto(path.as_uri())

        assert said == [path.as_uri()]
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        assert await page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"
        await page.locator("nav a").first.click()
        assert page.url.endswith("#K3FN-disappeared")
        await browser.close()


def test_what_is_made_for_other_tools_needs_nothing_of_the_server() -> None:
    code = (
        "import sys, bot.own_machine.cases.pages, bot.own_machine.cases.totals, bot.own_machine.cases.uwazi,"
        " bot.own_machine.cases.worksheet;"
        "print([name for name in sys.modules if name.split('.')[0] in {'telegram', 'aiosqlite', 'uvicorn', 'aiohttp'}])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout

    assert printed.strip() == "[]"
