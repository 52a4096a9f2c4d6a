"""How far something is, at a glance."""

from __future__ import annotations

BAR_STEPS = 10


def bar(done: int, goal: int) -> str:
    """Return a bar that is full only when all is done."""
    filled = min(done * BAR_STEPS // goal, BAR_STEPS)
    return "▰" * filled + "▱" * (BAR_STEPS - filled)
