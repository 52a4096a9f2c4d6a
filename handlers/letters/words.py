"""The fixed words of letters, by language; none is missing silently, and no text of Telegram is among them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from handlers.texts.bundles import Value, filled, read_bundle

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LETTER_LANGUAGES = ("en", "ko", "ja", "zh-Hans", "zh-Hant", "th")
"""BCP 47 tags of the languages that we can write a letter in."""


def letter_word(key: str, language: str, /, **values: Value) -> str:
    """Return the text for letters in *language*, without any markup.

    Raises:
        UnknownText: If the key or one of its variables is missing.
    """
    return filled(_bundle(language), key, language, values)


def letter_catalogue(language: str) -> str:
    """Return the source of the language's catalogue."""
    return (Path(__file__).parent / f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _bundle(language: str) -> FluentBundle:
    return read_bundle(language, {"letters": letter_catalogue(language)})
