"""The texts that people read: a folder of Fluent catalogues per language; none is missing silently."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from handlers.texts.bundles import UnknownText, Value, filled, read_bundle

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("en", "ko")
"""BCP 47 tags of the interface's languages; each has a folder of catalogues here."""


class Texts:
    """All catalogues, read once; raises on a missing key or variable instead of printing its name."""

    def __init__(self, default: str) -> None:
        self.default = default
        self._bundles = {language: _bundle(language) for language in LANGUAGES}

    def html(self, key: str, language: str, /, **values: Value) -> str:
        """Return the text for Telegram's HTML mode, with each plain value escaped where it is put in.

        Raises:
            UnknownText: If the key or one of its variables is missing.
        """
        safe = {name: str(escape(text)) if isinstance(text, str) else text for name, text in values.items()}
        return self._format(key, language, safe)

    def plain(self, key: str, language: str, /, **values: Value) -> str:
        """Return the text as it is, for buttons, files and the terminal.

        Raises:
            UnknownText: If the key or one of its variables is missing.
        """
        return self._format(key, language, values)

    def best_for(self, language_code: str | None) -> str:
        """Return the interface language for a client's IETF tag, such as `ko` for `ko-KR`."""
        primary = (language_code or "").partition("-")[0].lower()
        return primary if primary in LANGUAGES else self.default

    def _format(self, key: str, language: str, values: dict[str, Value]) -> str:
        return filled(self._bundles[language], key, language, values)


def catalogues(language: str) -> dict[str, str]:
    """Return the sources of one language's catalogues by file name."""
    folder = Path(__file__).parent / language
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))}


@cache
def _bundle(language: str) -> FluentBundle:
    return read_bundle(language, catalogues(language))


__all__ = ["LANGUAGES", "Markup", "Texts", "UnknownText", "Value", "catalogues"]
