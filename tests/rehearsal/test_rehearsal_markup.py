"""Telegram's HTML is read as Telegram reads it, whatever a bot puts in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.memory.model import Entity
from bot.rehearsal.text.markup import MarkupError
from bot.rehearsal.text.rendering import as_html
from bot.rehearsal.text.units import utf16_length, utf16_slice
from bot.rehearsal.text.words import read_html, read_plain

SEARCHED = {"bot_command", "email", "mention", "hashtag", "url"}

READ = [
    ("<b>bold</b> <STRONG>x</strong>", "bold x", ["bold", "bold"]),
    ("<i>i</i><em>e</em>", "ie", ["italic", "italic"]),
    ("<u>u</u> <ins>n</ins>", "u n", ["underline", "underline"]),
    ("<s>a</s> <strike>b</strike> <del>c</del>", "a b c", ["strikethrough"] * 3),
    ("<tg-spoiler>a</tg-spoiler> <span class='tg-spoiler'>b</span>", "a b", ["spoiler"] * 2),
    ("<blockquote expandable>q</blockquote>", "q", ["expandable_blockquote"]),
    ("<pre>a</pre> <code>b</code>", "a b", ["pre", "code"]),
    ('<a href="https://example.org/?a=1&amp;b=2">x</a>', "x", ["text_link"]),
    ("<a href='nowhere'>x</a>", "x", []),
    ("&lt;b&gt; &amp;amp; &quot; &#44032; &#x1F600;", '<b> &amp; " 가 😀', []),
    ("&nbsp; &unknown; & &#0;", "&nbsp; &unknown; & &#0;", []),
    ("<b></b>nothing bold", "nothing bold", []),
    ("<b>all</>", "all", ["bold"]),
    (" \n <b> x</b> \n", "x", ["bold"]),
    ("<b>bold <code>alone</code></b>", "bold alone", ["code"]),
    (
        "/sign UA1 #서명 @clarion a@b.org https://x.org/a.",
        "/sign UA1 #서명 @clarion a@b.org https://x.org/a.",
        ["bot_command", "hashtag", "mention", "email", "url"],
    ),
]


@pytest.mark.parametrize(("source", "text", "types"), READ)
def test_it_reads(source: str, text: str, types: list[str]) -> None:
    words = read_html(source)

    assert (words.text.lstrip(), [entity.type for entity in words.entities]) == (text, types)


COMPLAINTS = [
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("가<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<i class=x", "Unexpected end of name token at byte offset 9"),
    ("<i class>x", 'Can\'t find end tag corresponding to start tag "i"'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
    ("<b />x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
]


@pytest.mark.parametrize(("source", "complaint"), COMPLAINTS)
def test_it_complains_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(MarkupError) as refused:
        read_html(source)

    assert str(refused.value) == complaint


def test_a_language_of_code_is_kept() -> None:
    words = read_html('<pre><code class="language-python">x = 1</code></pre>')

    assert words.entities == (Entity("pre", 0, 5, language="python"),)
    assert as_html(words) == '<pre><code class="language-python">x = 1</code></pre>'


tags = st.sampled_from(["b", "i", "u", "s", "code", "pre", "tg-spoiler", "blockquote", "a href='x.org'", "span", "x"])
pieces = st.one_of(
    tags.map(lambda tag: f"<{tag}>"),
    tags.map(lambda tag: f"</{tag.split()[0]}>"),
    st.sampled_from(["&lt;", "&#128512;", "&", "<", ">", "😀", "서명", " ", "\n", "\x00", "=", "'", '"']),
    st.text(max_size=5),
)


@given(st.lists(pieces, max_size=12).map("".join))
def test_it_never_does_anything_but_read_or_complain(source: str) -> None:
    try:
        words = read_html(source)
    except MarkupError:
        return
    end = utf16_length(words.text)
    for entity in words.entities:
        assert entity.offset >= 0
        assert entity.length > 0
        assert entity.offset + entity.length <= end


nested = st.recursive(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=6).map(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


@given(st.lists(nested, max_size=4).map("".join))
def test_what_was_read_can_be_written_and_read_again(source: str) -> None:
    words = read_html(source)

    assert read_html(as_html(words)) == words


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 50), st.integers(-3, 50)), max_size=4))
def test_declared_places_are_kept_within_the_text(text: str, places: list[tuple[int, int]]) -> None:
    words = read_plain(text, [Entity("bold", offset, length) for offset, length in places])

    end = utf16_length(words.text)
    assert all(0 <= e.offset < e.offset + e.length <= end for e in words.entities)


@given(st.text(max_size=60))
def test_what_is_found_in_a_text_lies_where_it_says(text: str) -> None:
    words = read_plain(f"{text} /go #서명 😀 @clarion")

    found = {entity.type: utf16_slice(words.text, entity.offset, entity.length) for entity in words.entities}
    assert found.keys() <= SEARCHED
    assert (found["bot_command"], found["hashtag"], found["mention"]) == ("/go", "#서명", "@clarion")
