"""How far a broadcast is, in words: while letters go out, and what became of them at the end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from storage.letters.broadcasts import BroadcastState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.texts import Texts
    from storage.letters.broadcasts import Progress

BAR_STEPS = 10
REASONS_MAX = 5
MEASURED_FROM = 5  # seconds; before them the ceiling tells more about the pace than what was seen of it
SIXTY = 60  # seconds of a minute, minutes of an hour

_ENDS = ("blocked", "gone", "skipped", "too_late", "uncertain")


def progress_text(progress: Progress, texts: Texts, language: str, *, rate: float, now: datetime) -> str:
    """Return the message in which a coordinator follows the broadcast; *rate* is the ceiling, in letters per second."""
    lines = [texts.html(f"progress-{progress.state}", language, code=progress.code)]
    if not progress.letters:
        lines.append(texts.html("progress-nobody", language))
        return "\n".join(lines)
    lines.append(_how_far(progress, texts, language))
    lines += _ends(progress, texts, language)
    match progress.state:
        case BroadcastState.RUNNING:
            seconds = progress.open / _pace(progress, rate, now)
            lines.append(texts.html("progress-left", language, left=duration_text(seconds, texts, language)))
        case BroadcastState.DONE:
            lines.append(_took(progress, texts, language))
        case BroadcastState.FAILED:
            lines.append(texts.html("progress-waiting", language, waiting=progress.open))
    return "\n".join(lines)


def bar(done: int, goal: int) -> str:
    """Return a bar that is full only when all is done."""
    filled = min(done * BAR_STEPS // goal, BAR_STEPS)
    return "▰" * filled + "▱" * (BAR_STEPS - filled)


def duration_text(seconds: float, texts: Texts, language: str) -> str:
    """Return a duration, rounded up: seconds, or minutes, or hours and minutes."""
    whole = max(1, math.ceil(seconds))
    if whole < SIXTY:
        return texts.plain("progress-seconds", language, seconds=whole)
    hours, minutes = divmod(math.ceil(whole / SIXTY), SIXTY)
    if not hours:
        return texts.plain("progress-minutes", language, minutes=minutes)
    return texts.plain("progress-hours", language, hours=hours, minutes=minutes)


def _how_far(progress: Progress, texts: Texts, language: str) -> str:
    settled = progress.letters - progress.open
    line = texts.html(
        "progress-sent",
        language,
        sent=progress.by_state.get("sent", 0),
        letters=progress.letters,
        percent=settled * 100 // progress.letters,
    )
    return f"{bar(settled, progress.letters)}\n{line}"


def _ends(progress: Progress, texts: Texts, language: str) -> Iterator[str]:
    """Give what became of the letters that did not simply arrive, as far as there are any."""
    skipped = progress.by_state.get("skipped", 0) - progress.too_late
    counts = progress.by_state | {"skipped": skipped, "too_late": progress.too_late}
    for end in _ENDS:
        if count := counts.get(end, 0):
            yield texts.html(f"progress-{end}", language, count=count)
    if refused := progress.by_state.get("refused", 0):
        yield texts.html("progress-refused", language, count=refused)
        yield from _reasons(progress, texts, language)
    if again := progress.in_doubt - progress.by_state.get("uncertain", 0):
        yield texts.html("progress-sent-again", language, count=again)


def _reasons(progress: Progress, texts: Texts, language: str) -> Iterator[str]:
    ordered = sorted(progress.reasons.items(), key=lambda item: -item[1])
    for reason, count in ordered[:REASONS_MAX]:
        yield texts.html("progress-reason", language, reason=reason, count=count)
    if rest := sum(count for _, count in ordered[REASONS_MAX:]):
        yield texts.html("progress-other-reasons", language, count=rest)


def _pace(progress: Progress, ceiling: float, now: datetime) -> float:
    """Return the letters per second of this broadcast so far, or the ceiling where too little was seen of it."""
    elapsed = now.timestamp() - progress.planned_at
    settled = progress.letters - progress.open
    return settled / elapsed if settled and elapsed >= MEASURED_FROM else ceiling


def _took(progress: Progress, texts: Texts, language: str) -> str:
    assert progress.ended_at is not None  # set with the state
    seconds = max(1, progress.ended_at - progress.planned_at)
    return texts.html(
        "progress-took",
        language,
        took=duration_text(seconds, texts, language),
        rate=round(progress.letters / seconds, 1),
    )
