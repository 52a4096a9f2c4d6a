"""The name under a signature: what people type, cleaned, or why it cannot stand there."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from handlers.guard.patterns import Kind
from handlers.guard.personal_data import find_personal_data
from handlers.one_line import on_one_line

NAME_MAX = 80  # characters

_NO_NAME = frozenset({Kind.LINK, Kind.EMAIL, Kind.HANDLE})
# The guard knows the endings of common links; a name in small letters with a dot inside it is one of the others.
_LINK = re.compile(r"@|://|(?<!\w)[a-z0-9-]{2,}\.[a-z]{2,}")


class NameFault(StrEnum):
    """Why a text cannot be a name; the words are the ends of the texts that say so."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    LINK = "link"


def read_name(text: str) -> str | NameFault:
    """Return the name in NFC, on one line and without control characters, or what is wrong with it."""
    name = on_one_line(text)
    if not has_letters(name):
        return NameFault.EMPTY
    if len(name) > NAME_MAX:
        return NameFault.TOO_LONG
    if has_link(name) or any(finding.kind in _NO_NAME for finding in find_personal_data(name)):
        return NameFault.LINK
    return name


def has_letters(text: str) -> bool:
    """Say whether there is a letter of any script in the text."""
    return any(unicodedata.category(char).startswith("L") for char in text)


def has_link(text: str) -> bool:
    """Say whether a link or an address stands in the text, or the beginning of one."""
    return _LINK.search(text) is not None
