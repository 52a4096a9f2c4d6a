"""The fixed words of letters, by language; none is missing silently, and no text of Telegram is among them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from handlers.texts import UnknownText, Value

LETTER_LANGUAGES = ("en", "ko", "ja", "zh-Hans", "zh-Hant", "th")
"""BCP 47 tags of the languages that we can write a letter in."""


def letter_word(key: str, language: str, /, **values: Value) -> str:
    """Return the text for letters in *language*, without any markup.

    Raises:
        UnknownText: If the key or one of its variables is missing.
    """
    bundle = _bundle(language)
    if not bundle.has_message(key) or (pattern := bundle.get_message(key).value) is None:
        raise UnknownText(f"{language}: {key}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise UnknownText(f"{language}: {key}: {errors[0]}")
    return str(text)


def letter_catalogue(language: str) -> str:
    """Return the source of the language's catalogue."""
    return (Path(__file__).parent / f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    resource = FluentResource(letter_catalogue(language))
    if broken := next((entry for entry in resource.body if isinstance(entry, Junk)), None):
        raise ValueError(f"letters in {language} cannot be read near: {(broken.content or '')[:60]!r}")
    bundle.add_resource(resource)
    return bundle
