"""How the guard reads: one pattern for all ways of typing the same characters.

What is invisible, what only decorates a digit, and letters that stand for digits are undone before any pattern looks.
"""

from __future__ import annotations

import re
import unicodedata

BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters that show nothing, though Unicode counts them among letters and symbols."""

_DECORATION = re.compile("(?<=[0-9])[\u0300-\u036f\u20d0-\u20ff]+")  # struck through, in a keycap
_NOTHING = frozenset("\u034f\u180b\u180c\u180d\u180f") | {chr(mark) for mark in range(0xFE00, 0xFE10)}
# Letters that look like a digit, which count as one beside a digit and away from other letters.
_AS_DIGITS = str.maketrans("OoОоΟοIlІ|ЗзбSB", "000000111133658")
_LETTERS = "OoОоΟοIlІ|ЗзбSB"
_LOOKALIKE = re.compile(
    rf"(?<![^\W\d_])[{_LETTERS}]{{1,4}}(?=-?\d)(?!\d{{1,2}}(?![\d-]))|(?<=\d)[{_LETTERS}]{{1,4}}(?![^\W\d_])(?=-?\d)"
)


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of them in plain writing, large or small."""
    return re.compile(unicodedata.normalize("NFKC", "|".join(patterns)), re.IGNORECASE)


def alternatives(words: str) -> str:
    """Return the words of a list as one part of a pattern."""
    return "|".join(words.split())


def plain(text: str) -> str:
    """Write the text in form NFKC with plain digits, and without what does not show."""
    folded = unicodedata.normalize("NFKC", text)
    seen = "".join(_plain_char(char) for char in folded if _shows(char))
    return _LOOKALIKE.sub(lambda match: match[0].translate(_AS_DIGITS), _DECORATION.sub("", seen))


def _shows(char: str) -> bool:
    return unicodedata.category(char) != "Cf" and char not in BLANKS and char not in _NOTHING


def _plain_char(char: str) -> str:
    digit = unicodedata.digit(char, None)  # also a digit in a circle
    return char if digit is None else str(digit)
