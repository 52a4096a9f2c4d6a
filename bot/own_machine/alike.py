"""Finds tips that may tell of the same thing, for people to judge: nothing is ever merged or labelled by it.

Texts are compared by the sets of three characters that they are made of: it works alike in any language, whoever tells
it again may change the order, and a comparison takes microseconds. Before that, samples of both sets are compared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from itertools import count, islice
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.own_machine.opening import OpenedTip

CLOSE = timedelta(days=7)
ENOUGH = 0.55  # share of the wording that two texts have in common
PAIRS_MAX = 50  # that anybody looks at
SAMPLES_MAX = 200_000  # pairs of samples that are compared, some microseconds each
TEXTS_MAX = 20_000  # pairs of texts, ten times that
_LENGTH = 3  # characters
_SAMPLE = 64  # of a text's parts; the same ones of two texts, as far as both have them
_SAMPLE_ENOUGH = 0.2  # of the smaller sample; texts with enough in common have far more


@dataclass(frozen=True)
class Alike:
    """Two tips of one category and area that came within a week of each other and read alike.

    Attributes:
        share: Of the wording that they have in common, from 0 to 1.
    """

    first: OpenedTip
    second: OpenedTip
    share: float


@dataclass(frozen=True)
class AlikeTips:
    """The pairs that read alike, the most alike first.

    Attributes:
        whole: False if there were more tips than are compared with each other, or more pairs than are listed.
    """

    pairs: tuple[Alike, ...]
    whole: bool


@dataclass(frozen=True)
class _Wording:
    tip: OpenedTip
    parts: frozenset[bytes]
    sample: frozenset[int]


def tips_alike(tips: Iterable[OpenedTip]) -> AlikeTips:
    """Compare each tip with those of its kind that came within a week; if they are too many, with the nearest ones."""
    near = _near(_by_kind(tips))
    likely = (pair for pair in islice(near, SAMPLES_MAX) if _may_be_alike(*pair))
    pairs = [Alike(one.tip, other.tip, _share(one, other)) for one, other in islice(likely, TEXTS_MAX)]
    whole = next(likely, None) is None and next(near, None) is None
    found = sorted((pair for pair in pairs if pair.share >= ENOUGH), key=lambda pair: -pair.share)
    return AlikeTips(tuple(found[:PAIRS_MAX]), whole and len(found) <= PAIRS_MAX)


def _by_kind(tips: Iterable[OpenedTip]) -> Sequence[Sequence[_Wording]]:
    kinds: dict[tuple[str, str], list[_Wording]] = defaultdict(list)
    for tip in sorted(tips, key=lambda tip: (tip.day, tip.tag)):
        kinds[tip.content.category, tip.content.area].append(_wording(tip))
    return tuple(kinds.values())


def _near(kinds: Sequence[Sequence[_Wording]]) -> Iterator[tuple[_Wording, _Wording]]:
    """Yield each tip with the one before it, then each with the one before that, as long as they are close."""
    for apart in count(1):
        some = False
        for kind in kinds:
            for one, other in zip(kind, kind[apart:], strict=False):
                if other.tip.day - one.tip.day <= CLOSE:
                    some = True
                    yield one, other
        if not some:
            return


def _may_be_alike(one: _Wording, other: _Wording) -> bool:
    return len(one.sample & other.sample) >= _SAMPLE_ENOUGH * min(len(one.sample), len(other.sample))


def _share(one: _Wording, other: _Wording) -> float:
    return 2 * len(one.parts & other.parts) / (len(one.parts) + len(other.parts))


def _wording(tip: OpenedTip) -> _Wording:
    """Take the text apart, without what people type differently: case and blanks."""
    bare = " ".join(tip.content.text.casefold().split()).encode("utf-32-le", "surrogatepass")
    parts = frozenset(bare[start : start + 4 * _LENGTH] for start in range(0, max(len(bare) - 8, 1), 4))
    return _Wording(tip, parts, frozenset(sorted(map(crc32, parts))[:_SAMPLE]))
