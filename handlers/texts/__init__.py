"""The texts that people read: a folder of Fluent catalogues per language; none is missing silently."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk
from markupsafe import Markup, escape

LANGUAGES = ("en", "ko")
"""BCP 47 tags of the interface's languages; each has a folder of catalogues here."""

Value = str | int | float
"""What a text may be filled with; a `Markup` is already safe HTML, a plain `str` is not."""


class UnknownText(LookupError):
    """No catalogue of the language has the key, or a variable of it was not given."""


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
        bundle = self._bundles[language]
        if not bundle.has_message(key) or (pattern := bundle.get_message(key).value) is None:
            raise UnknownText(f"{language}: {key}")
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise UnknownText(f"{language}: {key}: {errors[0]}")
        return str(text)


def catalogues(language: str) -> dict[str, str]:
    """Return the sources of one language's catalogues by file name."""
    folder = Path(__file__).parent / language
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))}


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for name, source in catalogues(language).items():
        resource = FluentResource(source)
        if broken := next((entry for entry in resource.body if isinstance(entry, Junk)), None):
            raise ValueError(f"{language}/{name} cannot be read near: {(broken.content or '')[:60]!r}")
        bundle.add_resource(resource)
    return bundle


__all__ = ["LANGUAGES", "Markup", "Texts", "UnknownText", "Value", "catalogues"]
