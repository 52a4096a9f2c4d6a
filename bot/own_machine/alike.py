"""Finds tips that may tell of the same thing, for people to judge: nothing is ever merged or labelled by it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.own_machine.opening import OpenedTip

CLOSE = timedelta(days=7)
ENOUGH = 0.55  # share of the wording that two texts have in common
PAIRS_MAX = 50


@dataclass(frozen=True)
class Alike:
    """Two tips of one category and area that came within a week of each other and read alike.

    Attributes:
        share: Of the wording that they have in common, from 0 to 1.
    """

    first: OpenedTip
    second: OpenedTip
    share: float


def tips_alike(tips: Sequence[OpenedTip]) -> tuple[Alike, ...]:
    """Return the pairs that read alike, the most alike first, fifty at most."""
    ordered = sorted(tips, key=lambda tip: (tip.day, tip.tag))
    pairs = sorted(_pairs(ordered), key=lambda pair: -pair.share)
    return tuple(pairs[:PAIRS_MAX])


def _pairs(tips: Sequence[OpenedTip]) -> Iterator[Alike]:
    """Compare each tip with those of its kind that came in the week after it."""
    recent: dict[tuple[str, str], list[OpenedTip]] = defaultdict(list)
    for tip in tips:
        kind = (tip.content.category, tip.content.area)
        recent[kind] = [earlier for earlier in recent[kind] if tip.day - earlier.day <= CLOSE]
        for earlier in recent[kind]:
            share = _share(earlier.content.text, tip.content.text)
            if share >= ENOUGH:
                yield Alike(earlier, tip, share)
        recent[kind].append(tip)


def _share(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, _bare(one), _bare(other), autojunk=False)
    quick = min(matcher.real_quick_ratio(), matcher.quick_ratio())  # upper bounds, far cheaper than the ratio itself
    return matcher.ratio() if quick >= ENOUGH else 0.0


def _bare(text: str) -> str:
    """Return the text without what people type differently: case and blanks."""
    return " ".join(text.casefold().split())
