"""Where a line of text may end: at spaces, between Chinese or Japanese characters, between some syllables of Thai.

Thai has no spaces between its words. Without a dictionary a line ends only where a syllable surely does: before a
vowel that is written in front of its consonant, and after one that nothing can follow. Korean breaks at its spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FREE = r"\u2E80-\u2FDF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF"
_NEVER_FIRST = r"、。，．：；？！）」』】〕》〉”’・…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.:;!?)\]"
_NEVER_LAST = r"（「『【〔《〈“‘(\["
_LEADING, _FOLLOWING = r"\u0E40-\u0E44", r"\u0E30-\u0E3A\u0E45-\u0E4E"  # Thai vowels before and after consonants
_ENDING = r"\u0E2F\u0E30\u0E33\u0E46"  # what a syllable of Thai ends with, if it has it
_MARKS = r"\u0300-\u036F\u3099\u309A"

_SPACES = re.compile(r"(?<=[ \u3000])(?![ \u3000])")
_BETWEEN = re.compile(
    rf"(?:(?<=[{_FREE}、。，．：；？！）」』】〕》〉”’])(?=[^\s{_NEVER_FIRST}{_MARKS}])"
    rf"|(?<=[^\s{_NEVER_LAST}])(?=[{_FREE}（「『【〔《〈“‘])(?![{_NEVER_FIRST}{_MARKS}]))(?<![{_NEVER_LAST}])"
    rf"|(?<=[\u0E01-\u0E5B])(?=[{_LEADING}])|(?<=[{_ENDING}])(?=[\u0E01-\u0E2E])"
)
_GROUP = re.compile(rf"[{_LEADING}]?.[{_FOLLOWING}{_MARKS}]*", re.DOTALL)


def broken(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Give the lines of *text* that are at most *width* wide; a new line in it begins a new one."""
    for paragraph in text.split("\n"):
        yield from _filled(paragraph, width, measure)


def pieces(text: str) -> list[str]:
    """Return the text in pieces, between which a line may end."""
    return [piece for word in _SPACES.split(text) for piece in _BETWEEN.split(word) if piece]


def _filled(paragraph: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line, used = "", 0.0
    for piece in pieces(paragraph):
        for part in _narrow(piece, width, measure):
            wide = measure(part)
            if line and used + measure(part.rstrip()) > width:
                yield line.rstrip()
                line, used = "", 0.0
            line, used = line + part, used + wide
    yield line.rstrip()


def _narrow(piece: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the piece, or its single letters where it is wider than a line."""
    return [piece] if measure(piece.rstrip()) <= width else _GROUP.findall(piece)
