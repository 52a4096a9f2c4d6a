"""Whatever a text holds, a page shows the tags that Telegram knows, well formed, and nothing else of it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.desk.telegram_html import shown_html

ALLOWED = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "details", "summary"}
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "<b>", "</b>", "<i>", "</i>", "<b", "<tg-spoiler>", "</tg-spoiler>", "<span class='tg-spoiler'>", "</span>",
            "<a href='https://example.org/?a=1&b=2'>", '<a href="javascript:alert(1)">', "<a href=//x>", "</a>", "<a>",
            "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE", "<?php",
            "<img src=x onerror=1>",
            "<b onclick='x'>", "<blockquote expandable>", "</blockquote>", "<pre><code class='language-x'>",
            "&lt;", "&#0;", "&", "&amp", '"', "'", "<details open>", "</details>", "<svg/onload=x>", "<b/>",
            "</", "<", ">",
            "<textarea>",
        ]
    ),
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@example("<![x")
@example("<a href='http://[x'>y</a>")
@example("<script><b>x</b>")
def test_whatever_comes_in_only_the_allowed_comes_out_well_formed(source: str) -> None:
    shown = shown_html(source, "<hidden>")

    page = ET.fromstring(f"<page>{shown}</page>")  # noqa: S314  # our own output, which this test is about
    for element in page.iter():
        if element is page:
            continue
        assert element.tag in ALLOWED
        match element.tag:
            case "a":
                assert set(element.attrib) == {"href", "rel"}
                assert re.match(r"https?://", element.attrib["href"])
            case "details":
                assert element.attrib == {"class": "spoiler"}
            case _:
                assert element.attrib == {}


@given(st.text())
def test_words_stay_what_they_are(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = ET.fromstring(f"<page>{shown_html(f'<b>{escaped}</b>', '')}</page>")  # noqa: S314  # as above

    kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)
    assert "".join(shown.itertext()) == kept


@pytest.mark.parametrize(
    ("telegram", "page"),
    [
        ("<b>Nine people</b>\n<i>are held</i>", "<b>Nine people</b>\n<i>are held</i>"),
        (
            "<tg-spoiler>They carry poison.</tg-spoiler>",
            '<details class="spoiler"><summary>Press</summary>They carry poison.</details>',
        ),
        (
            '<a href="https://example.org/?a=1&amp;b=2">Source</a>',
            '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">Source</a>',
        ),
        ('<a href="javascript:alert(1)">Source</a>', "Source"),
        ("<b><i>unclosed", "<b><i>unclosed</i></b>"),
        ("<strong>a</strong> &lt;b&gt; <img src=x>", "<b>a</b> &lt;b&gt; "),
        ("a <!-- b --> c", "a &lt;!-- b --&gt; c"),
    ],
)
def test_it_looks_as_in_telegram(telegram: str, page: str) -> None:
    assert shown_html(telegram, "Press") == page
