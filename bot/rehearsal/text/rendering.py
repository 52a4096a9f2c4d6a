"""Writes words with entities as HTML, for the chat page and for tests."""

from collections.abc import Sequence
from html import escape

from bot.rehearsal.memory.model import Entity, Words
from bot.rehearsal.text.units import utf16_offsets

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


def as_html(words: Words) -> str:
    """Return *words* in Telegram's HTML; links that were found in the text are no markup and stay text."""
    units = utf16_offsets(words.text)
    index_of = {unit: index for index, unit in enumerate(units)}
    pieces: list[str] = []
    open_until: list[tuple[int, str]] = []
    at = 0
    for begin, end, (opening, closing) in _spans(words.entities, index_of):
        at = _close(pieces, open_until, words.text, at, begin)
        limit = min([end, *(until for until, _ in open_until)])
        pieces += [escape(words.text[at:begin], quote=False), opening]
        open_until.append((limit, closing))
        at = begin
    at = _close(pieces, open_until, words.text, at, len(words.text))
    return "".join([*pieces, escape(words.text[at:], quote=False)])


def _close(pieces: list[str], open_until: list[tuple[int, str]], text: str, at: int, begin: int) -> int:
    """Close what ends at or before *begin*, innermost first, and return how far the text is written."""
    while open_until and open_until[-1][0] <= begin:
        until, closing = open_until.pop()
        pieces += [escape(text[at:until], quote=False), closing]
        at = until
    return at


def _spans(entities: Sequence[Entity], index_of: dict[int, int]) -> list[tuple[int, int, tuple[str, str]]]:
    spans = []
    for entity in sorted(entities, key=lambda one: (one.offset, -one.length)):
        tags = _tags(entity)
        begin, end = index_of.get(entity.offset), index_of.get(entity.offset + entity.length)
        if tags and begin is not None and end is not None:
            spans.append((begin, end, tags))
    return spans


def _tags(entity: Entity) -> tuple[str, str] | None:
    if entity.type == "text_link" and entity.url:
        return f'<a href="{escape(entity.url)}">', "</a>"
    if entity.type == "pre":
        if entity.language:
            return f'<pre><code class="language-{escape(entity.language)}">', "</code></pre>"
        return "<pre>", "</pre>"
    return _TAGS.get(entity.type)
