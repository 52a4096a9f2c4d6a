"""Reads one JSON object from a stranger: bounded, with exactly the expected names and kinds of values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class NotTheObject(ValueError):
    """The bytes are not the one JSON object that was expected; the message quotes nothing."""


def read_object(content: bytes, kinds: Mapping[str, type], longest: int) -> dict[str, Any]:
    """Return the object's values by name, each of its named kind; *longest* is in bytes.

    Raises:
        NotTheObject: If it is too long, no JSON, or has a missing, surplus, repeated or differing field.
    """
    if len(content) > longest:
        raise NotTheObject("it is too long")
    try:
        pairs = json.loads(content.decode(), object_pairs_hook=list)
    except (ValueError, RecursionError):
        raise NotTheObject("it is not JSON") from None
    if not isinstance(pairs, list) or not all(isinstance(pair, tuple) for pair in pairs):
        raise NotTheObject("it is not an object")
    if [(name, type(value)) for name, value in sorted(pairs, key=_name)] != sorted(kinds.items(), key=_name):
        raise NotTheObject("its fields are not the expected ones")
    return dict(pairs)


def _name(pair: tuple[str, object]) -> str:
    return pair[0]
