"""Turns what somebody typed or a bot sent into the words that are shown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from bot.rehearsal.memory.model import Entity, Words
from bot.rehearsal.text.markup import parse_html
from bot.rehearsal.text.units import utf16_length, utf16_offsets

_REMOVED = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_FOUND = re.compile(
    r"""
      (?P<bot_command> (?<![\w/]) /[A-Za-z0-9_]{1,64} (?:@\w{3,32})? (?![\w/]) )
    | (?P<email>       (?<![\w.+-]) [\w.+-]+ @ (?:[\w-]+\.)+ [A-Za-z]{2,} (?!\w) )
    | (?P<mention>     (?<!\w) @[A-Za-z]\w{3,31} (?!\w) )
    | (?P<hashtag>     (?<!\w) \# (?!\d+(?!\w)) \w+ )
    | (?P<url>         (?<!\w) (?:https?:// | t\.me/) [^\s<>"]* [^\s<>"'.,;:!?)\]] )
    """,
    re.VERBOSE,
)
_ALONE = {"code", "pre"}
_NOT_SEARCHED = {"code", "pre", "text_link"}
_REMEMBERED = 64  # texts: a broadcast sends a few of them over and over


def read_plain(text: str, entities: Iterable[Entity] = ()) -> Words:
    """Read a text without markup, with the entities that its sender declared."""
    return _shown(Words(_cleaned(text), tuple(entities)))


@lru_cache(_REMEMBERED)
def read_html(source: str) -> Words:
    """Read a text with Telegram's HTML.

    Raises:
        MarkupError: With the words that Telegram uses.
    """
    return _shown(parse_html(_cleaned(source)))


def _cleaned(text: str) -> str:
    return _CONTROL.sub(" ", _REMOVED.sub("", text))


def _shown(words: Words) -> Words:
    trimmed = _trimmed(words)
    declared = _tidied(trimmed.entities)
    found = [entity for entity in _found(trimmed.text) if not _lies_in(entity, declared)]
    return Words(trimmed.text, tuple(sorted([*declared, *found], key=_place)))


def _trimmed(words: Words) -> Words:
    """Cut blanks off the end, and off the beginning as far as no entity covers them."""
    text = words.text.rstrip()
    end = utf16_length(text)
    inside = [entity for entity in words.entities if 0 <= entity.offset < end]
    blank = min([len(text) - len(text.lstrip()), *(entity.offset for entity in inside)])
    kept = (
        replace(entity, offset=entity.offset - blank, length=min(entity.length, end - entity.offset))
        for entity in inside
    )
    return Words(text[blank:], tuple(entity for entity in kept if entity.length > 0))


def _tidied(entities: Iterable[Entity]) -> list[Entity]:
    """Let code stand alone: nothing else may lie in it or around it."""
    ordered = sorted({_without_stray_language(entity) for entity in entities}, key=_place)
    alone = [entity for entity in ordered if entity.type in _ALONE]
    return [e for e in ordered if e.type in _ALONE or not any(_overlap(e, code) for code in alone)]


def _without_stray_language(entity: Entity) -> Entity:
    return entity if entity.type == "pre" else replace(entity, language=None)


def _found(text: str) -> Iterator[Entity]:
    places = utf16_offsets(text)
    for match in _FOUND.finditer(text):
        begin, end = places[match.start()], places[match.end()]
        yield Entity(match.lastgroup or "", begin, end - begin)


def _lies_in(entity: Entity, others: Iterable[Entity]) -> bool:
    return any(other.type in _NOT_SEARCHED and _overlap(entity, other) for other in others)


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length


def _place(entity: Entity) -> tuple[int, int, str]:
    return entity.offset, -entity.length, entity.type
