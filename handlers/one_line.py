"""A short text that somebody types for others to read, as one clean line."""

from __future__ import annotations

import unicodedata

from handlers.guard.writing import BLANKS

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # controls, marks that turn the reading direction, halves of pairs


def read_line(text: str, limit: int) -> str | None:
    """Return the text on one line; None if nothing of it can be seen or it has more than *limit* characters."""
    line = on_one_line(text)
    return line if 0 < len(line) <= limit else None


def on_one_line(text: str) -> str:
    """Return the text in NFC, on one line and without what cannot be seen."""
    shown = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", text) if _shows(char))
    return " ".join(shown.split())


def _shows(char: str) -> bool:
    return char.isspace() or not (char in BLANKS or unicodedata.category(char) in _HIDDEN)
