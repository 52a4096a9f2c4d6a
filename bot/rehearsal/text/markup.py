"""Reads Telegram's HTML, with Telegram's own complaints about what it cannot read.

The rules are those of the reader in TDLib: start tags nest, an end tag must name the innermost open one, only a
handful of tags exist, and every place in a complaint is counted in UTF-8 bytes.
"""

import re
from dataclasses import dataclass

from bot.rehearsal.memory.model import Entity, Words
from bot.rehearsal.text.links import checked_url
from bot.rehearsal.text.units import utf16_length

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\r\n\v"
_PLAIN = re.compile(r"[^<&]+")
_AMPERSAND = re.compile(r"&")
_REFERENCE = re.compile(r"&(?:#(?:x(?P<hex>[0-9a-fA-F]+)|(?P<dec>[0-9]+))|(?P<name>[a-zA-Z]+));?")
_LONGEST_NUMBER = 10  # characters of a numeric reference, from the ampersand up to the semicolon
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\v=>/\"']*")


class MarkupError(ValueError):
    """The text is not Telegram's HTML; the message is Telegram's complaint."""


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


def parse_html(source: str) -> Words:
    """Return the text of *source* without its tags, and what the tags say of it.

    Raises:
        MarkupError: With the words that Telegram uses.
    """
    return _Reader(source).read()


class _Reader:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> Words:
        while self._at < len(self._source):
            if self._source[self._at] == "<":
                self._tag()
            else:
                self._write(self._reference() or self._match(_PLAIN) or self._match(_AMPERSAND))
        if self._open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return Words("".join(self._text), tuple(self._entities))

    def _write(self, characters: str) -> None:
        self._text.append(characters)
        self._offset += utf16_length(characters)

    def _reference(self) -> str | None:
        """Return the character that a reference stands for and step over it."""
        found = _REFERENCE.match(self._source, self._at)
        decoded = found and _decoded(found)
        if not found or not decoded:
            return None
        self._at = found.end()
        return decoded

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._peek() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        tag = self._until_space_or_end()
        if not self._peek():
            raise self._complaint("Unclosed start tag", begin)
        tag = tag.lower()
        if tag not in _TYPES:
            raise self._complaint(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        self._at += 1
        if tag == "span" and argument != "spoiler":
            raise self._complaint('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(tag, argument, self._offset, len(self._text)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str] | None:
        """Return the next attribute of a start tag, or None at the tag's end."""
        self._skip_space()
        if self._peek() == ">":
            return None
        name = self._match(_ATTRIBUTE_NAME)
        if not name:
            raise self._complaint(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_space()
        if self._peek() == "=":
            self._at += 1
            self._skip_space()
            return name, self._attribute_value(tag, begin)
        if not self._peek():
            raise self._complaint(f'Unclosed start tag "{tag}"', begin)
        return name, ""

    def _attribute_value(self, tag: str, begin: int) -> str:
        quote = self._peek()
        if not quote:
            raise self._complaint(f'Unclosed start tag "{tag}"', begin)
        start = self._at
        if quote in "'\"":
            value = self._quoted(quote)
        else:
            value = self._match(_NAME_TOKEN).lower()
            if not self._peek() or self._peek() not in _SPACE + ">":
                raise self._complaint("Unexpected end of name token", start)
        if not self._peek():
            raise self._complaint("Unclosed start tag", begin)
        return value

    def _quoted(self, quote: str) -> str:
        self._at += 1
        value: list[str] = []
        while self._peek() not in {quote, ""}:
            decoded = self._reference()
            if decoded is None:
                decoded = self._peek()
                self._at += 1
            value.append(decoded)
        self._at += 1
        return "".join(value)

    def _end_tag(self, begin: int) -> None:
        if not self._open:
            raise self._complaint("Unexpected end tag", begin)
        self._at += 1
        found = self._until_space_or_end()
        self._skip_space()
        if self._peek() != ">":
            raise self._complaint("Unclosed end tag", begin)
        self._at += 1
        opened = self._open.pop()
        if found not in {"", opened.tag}:
            wanted = f'expected "</{opened.tag}>", found "</{found}>"'
            raise MarkupError(f"{self._complaint('Unmatched end tag', begin)}, {wanted}")
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity = _entity(opened, self._offset - opened.offset, "".join(self._text[opened.start :]))
        last = self._entities[-1] if self._entities else None
        if entity and last and {entity.type, last.type} == {"pre", "code"} and _covers_same(entity, last):
            language = entity.language or last.language
            self._entities[-1] = Entity("pre", entity.offset, entity.length, language=language)
        elif entity:
            self._entities.append(entity)

    def _until_space_or_end(self) -> str:
        start = self._at
        while self._peek() and self._peek() not in _SPACE + ">":
            self._at += 1
        return self._source[start : self._at]

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self._at += 1

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._source, self._at)
        text = found.group() if found else ""
        self._at += len(text)
        return text

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _complaint(self, sentence: str, index: int) -> MarkupError:
        return MarkupError(f"{sentence} at byte offset {len(self._source[:index].encode())}")


def _decoded(found: re.Match[str]) -> str | None:
    if found["name"]:
        return _NAMED.get(found["name"])
    number = int(found["hex"], 16) if found["hex"] else int(found["dec"])
    too_long = len(found.group().rstrip(";")) >= _LONGEST_NUMBER
    if too_long or not 0 < number < 0x10FFFF or 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004  # Unicode's own limits
        return None
    return chr(number)


def _argument(tag: str, name: str, value: str) -> str | None:
    match tag, name:
        case "a", "href":
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "expandable"
    return None


def _entity(opened: _Open, length: int, text: str) -> Entity | None:
    kind = _TYPES[opened.tag]
    if kind == "text_link":
        url = checked_url(opened.argument or text)
        return Entity(kind, opened.offset, length, url=url) if url else None
    if kind == "code":
        return Entity(kind, opened.offset, length, language=opened.argument or None)
    if opened.argument == "expandable":
        kind = "expandable_blockquote"
    return Entity(kind, opened.offset, length)


def _covers_same(one: Entity, other: Entity) -> bool:
    return (one.offset, one.length) == (other.offset, other.length)
