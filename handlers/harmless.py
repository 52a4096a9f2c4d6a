"""Shows what strangers wrote so that it steers no terminal, and no letters stand in another order than they have."""

from __future__ import annotations

import re

_NEWLINE = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_STEERING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but newline and tab, what turns the direction of writing, and halves of characters."""


def harmless(text: str) -> str:
    r"""Return the text with U+FFFD in place of each such character, and \n for every kind of newline."""
    return _STEERING.sub("\ufffd", _NEWLINE.sub("\n", text))
