"""Messages in Telegram's HTML as text: how long they count, how they read without markup, how they fit."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MESSAGE_MAX = 4_096  # UTF-16 units after entity parsing, Bot API: sendMessage
CAPTION_MAX = 1_024  # the same under a photo, Bot API: sendPhoto
GAP = Markup("\n\n")

_TAG = re.compile(r"<[^>]*>")
_LEFT_OUT = Markup("…")


def unmarked(message: str) -> str:
    """Return the message without its markup, as a terminal can show it."""
    return html.unescape(_TAG.sub("", message))


def length(message: str) -> int:
    """Return the length that Telegram counts: without markup, in UTF-16 units."""
    return len(unmarked(message).encode("utf-16-le")) // 2


def in_messages(blocks: Iterable[Markup], limit: int = MESSAGE_MAX) -> Iterator[str]:
    """Join whole blocks into as many messages as they need; each block alone fits in one."""
    for together in in_groups(blocks, limit):
        yield str(GAP.join(together))


def in_groups(blocks: Iterable[Markup], limit: int = MESSAGE_MAX) -> Iterator[tuple[Markup, ...]]:
    """Part whole blocks into those that one message holds together; each block alone fits in one."""
    group: tuple[Markup, ...] = ()
    for block in filter(None, blocks):
        if group and length(GAP.join((*group, block))) > limit:
            yield group
            group = ()
        group = (*group, block)
    if group:
        yield group


def fitted(blocks: Iterable[Markup], limit: int = MESSAGE_MAX) -> str:
    """Join whole blocks as far as one message holds them, with `…` in the place of the rest."""
    kept = list(blocks)
    message = GAP.join(kept)
    while length(message) > limit:
        kept.pop()
        message = GAP.join((*kept, _LEFT_OUT))
    return str(message)
