"""Which entry of a register somebody means by the words behind a command, however they write it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from handlers.one_line import on_one_line
from storage.registers.models import Campaign, Explanation, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTED_MAX = 60  # characters of the words that a refusal repeats

Named = TypeVar("Named", bound=Campaign | Explanation)


def meant_by(words: str, entries: Mapping[str, Named]) -> Named | None:
    """Return the entry of that key or title, or the only one of whose key or a title it is a part."""
    wanted = _loose(words)
    names = {key: [_loose(one) for one in (key, *title_of(entry).values())] for key, entry in entries.items()}
    whole = [key for key in names if wanted in names[key]]
    parts = [key for key in names if wanted and any(wanted in name for name in names[key])]
    if whole:
        return entries[whole[0]]
    return entries[parts[0]] if len(parts) == 1 else None


def quoted(words: str) -> str:
    """Return the words on one short line."""
    line = on_one_line(words)
    return line if len(line) <= QUOTED_MAX else f"{line[:QUOTED_MAX]}…"


def _loose(text: str) -> str:
    """Return the text without what is written now so, now so: case, width, hyphens."""
    return on_one_line(unicodedata.normalize("NFKC", text).replace("-", " ")).casefold()
