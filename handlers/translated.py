"""What is written in several languages, for a reader of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH = "en"


def in_language(words: Mapping[str, str], language: str) -> str:
    """Return the text in the reader's language, in English, or else in the one that it was written in first."""
    return words.get(language) or words.get(ENGLISH) or next(iter(words.values()))
