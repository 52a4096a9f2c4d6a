"""Shows Telegram's HTML on a page: the few tags that it knows, and nothing else that a text may hold.

A spoiler becomes a part that opens at a press, without a script.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_SAME = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "ins": "u",
    "s": "s",
    "strike": "s",
    "del": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_OPENED = {"http", "https"}  # addresses that a page leads to
_UNKNOWN_TO_TELEGRAM = re.compile(r"<(?=[!?])")  # comments, declarations
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # no page may hold these


def shown_html(source: str, hidden: str) -> Markup:
    """Return Telegram's HTML as that of a page; *hidden* is what stands on a spoiler before it is opened."""
    reader = _Reader(hidden)
    reader.feed(_UNKNOWN_TO_TELEGRAM.sub("&lt;", source))
    reader.close()
    return reader.shown()


class _Reader(HTMLParser):
    """One pass over one text: what is allowed is written anew, and of everything else only the words."""

    def __init__(self, hidden: str) -> None:
        super().__init__(convert_charrefs=True)
        self._hidden = hidden
        self._written: list[Markup] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (opening := self._opening(tag, dict(attrs))) is not None:
            name, markup = opening
            self._open.append((tag, name))
            self._written.append(markup)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == one for one, _ in self._open):
            self._close_until(tag)

    def handle_data(self, data: str) -> None:
        self._written.append(escape(_UNSHOWN.sub("", data)))

    def shown(self) -> Markup:
        """Return what was read, with everything closed."""
        self._close_until(None)
        return Markup("").join(self._written)

    def _close_until(self, tag: str | None) -> None:
        while self._open:
            closed, name = self._open.pop()
            self._written.append(Markup("</{}>").format(name))
            if closed == tag:
                return

    def _opening(self, tag: str, attributes: dict[str, str | None]) -> tuple[str, Markup] | None:
        """Return the page's own tag and how it opens; None: the tag is left out."""
        if tag == "a":
            address = _UNSHOWN.sub("", attributes.get("href") or "")
            link = Markup('<a href="{}" rel="noopener noreferrer">').format(address)
            return ("a", link) if _is_opened(address) else None
        if tag == "tg-spoiler" or (tag == "span" and attributes.get("class") == "tg-spoiler"):
            return "details", Markup('<details class="spoiler"><summary>{}</summary>').format(self._hidden)
        name = _SAME.get(tag)
        return (name, Markup("<{}>").format(name)) if name else None


def _is_opened(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _OPENED and bool(parts.netloc)
