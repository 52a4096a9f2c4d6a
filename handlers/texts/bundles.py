"""Fluent catalogues as they are read and filled: for the chat and for letters alike; nothing is missing silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float
"""What a text may be filled with; a `Markup` is already safe HTML, a plain `str` is not."""


class UnknownText(LookupError):
    """No catalogue of the language has the key, or a variable of it was not given."""


def read_bundle(language: str, catalogues: Mapping[str, str]) -> FluentBundle:
    """Return the texts of one language out of the sources of its catalogues, by file name.

    Raises:
        ValueError: If a part of one cannot be read.
    """
    bundle = FluentBundle([language], use_isolating=False)
    for name, source in catalogues.items():
        resource = FluentResource(source)
        if broken := next((entry for entry in resource.body if isinstance(entry, Junk)), None):
            raise ValueError(f"{language}/{name} cannot be read near: {(broken.content or '')[:60]!r}")
        bundle.add_resource(resource)
    return bundle


def filled(bundle: FluentBundle, key: str, language: str, values: dict[str, Value]) -> str:
    """Return the text filled with *values*.

    Raises:
        UnknownText: If the key or one of its variables is missing.
    """
    if not bundle.has_message(key) or (pattern := bundle.get_message(key).value) is None:
        raise UnknownText(f"{language}: {key}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise UnknownText(f"{language}: {key}: {errors[0]}")
    return str(text)
