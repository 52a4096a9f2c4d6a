"""What was measured, held against what is to be reached: each figure says by itself whether it is met."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value.

    Attributes:
        baseline: What the same was for whom it is compared with; the ratio is to it.
        target: What is to be reached, in words; None where the figure only explains another one.
    """

    name: str
    value: float
    unit: str
    baseline: float | None = None
    ratio: float | None = None
    target: str | None = None
    met: bool | None = None


def plain(name: str, value: float, unit: str) -> Figure:
    """Return a figure without a target."""
    return Figure(name, value, unit)


def at_least(name: str, value: float, unit: str, bound: float) -> Figure:
    """Return a value that is to reach *bound*."""
    return Figure(name, value, unit, target=f"≥ {bound:g}", met=value >= bound)


def at_most(name: str, value: float, unit: str, bound: float) -> Figure:
    """Return a value that is to stay within *bound*."""
    return Figure(name, value, unit, target=f"≤ {bound:g}", met=value <= bound)


def times_at_least(name: str, value: float, unit: str, baseline: float, bound: float) -> Figure:
    """Return a value that is to reach *bound* times its baseline."""
    ratio = value / baseline
    return Figure(name, value, unit, baseline, ratio, f"≥ {bound:g} times", ratio >= bound)


def times_at_most(name: str, value: float, unit: str, baseline: float, bound: float) -> Figure:
    """Return a value that is to stay within *bound* times its baseline."""
    ratio = value / baseline
    return Figure(name, value, unit, baseline, ratio, f"≤ {bound:g} times", ratio <= bound)


def p99(waits: list[float]) -> float:
    """Return the 99th percentile by nearest rank of seconds, in milliseconds."""
    return sorted(waits)[math.ceil(0.99 * len(waits)) - 1] * 1_000
