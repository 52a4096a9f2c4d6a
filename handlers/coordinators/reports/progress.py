"""How far a broadcast is, in words: while letters go out, and what became of every one of them at the end.

Each letter is in exactly one line of counts, so that the lines add up to the letters.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.bars import bar
from handlers.dates import day_text, zone_text
from storage.letters.broadcasts.planning import BroadcastKind, BroadcastState, stars
from storage.letters.reports.course import PACE_SECONDS, pace
from storage.letters.reports.progress import progress as progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handlers.asking import Rows
    from handlers.context import Services
    from handlers.texts import Texts
    from storage.letters.reports.course import Pace
    from storage.letters.reports.progress import Progress

REASONS_MAX = 5
SIXTY = 60  # seconds of a minute, minutes of an hour

_UNDELIVERED = ("blocked", "gone", "uncertain")
_OVER = frozenset({BroadcastState.DONE, BroadcastState.CANCELLED})


async def progress_screen(services: Services, language: str, broadcast: int) -> tuple[str, Rows]:
    """Return the message in which a coordinator sees how far the broadcast is now, and its buttons."""
    now, policy = services.now_here(), services.policy
    reached = await progress_of(services.db, broadcast)
    speed = await pace(services.db, broadcast, now)
    text = progress_text(reached, services.texts, language, rate=policy.bulk_rate, pace=speed, now=now)
    return text, progress_rows(reached, services.texts, language)


def progress_text(progress: Progress, texts: Texts, language: str, *, rate: float, pace: Pace, now: datetime) -> str:
    """Return how far a broadcast is, with times in the zone of *now*; *rate* is the ceiling, in letters per second."""
    say = _Words(progress, texts, language, now)
    lines = [say.heading(), *say.why(), *say.how_far(), *say.ends()]
    if progress.state is BroadcastState.RUNNING:
        lines += say.left(pace, rate)
    if progress.state in _OVER:
        lines += say.took()
    return "\n".join((*lines, *say.costs()))


def progress_rows(progress: Progress, texts: Texts, language: str) -> Rows:
    """Return the buttons below the message: what a coordinator can do with the broadcast in its state."""

    def labelled(key: str, word: str) -> list[tuple[str, str]]:
        return [(texts.plain(key, language), word)]

    cancel = labelled("progress-button-cancel", "cancel-broadcast")
    go_on = labelled("progress-button-go-on", "resume")
    rows: list[list[tuple[str, str]]] = []
    match progress.state:
        case _ if progress.kind is BroadcastKind.DIGEST or _went_to_nobody(progress):
            pass  # a digest is the program's own, and where nobody gets anything, there is nothing to steer
        case BroadcastState.SCHEDULED:
            rows = [cancel]
        case BroadcastState.RUNNING:
            rows = [labelled("progress-button-pause", "pause") + cancel]
        case BroadcastState.PAUSED | BroadcastState.FAILED:
            rows = [go_on + cancel]
        case _ if progress.letters:
            rows = [labelled("progress-button-chart", "chart") + labelled("progress-button-counts", "counts")]
    return [[button(label, word, progress.broadcast) for label, word in row] for row in rows]


def code_text(progress: Progress, texts: Texts, language: str) -> str:
    """Return the code of the broadcast's appeal; news of a bill may belong to none."""
    return progress.code or texts.plain("progress-a-bill", language)


def duration_text(seconds: float, texts: Texts, language: str) -> str:
    """Return a duration, rounded up: seconds, or minutes, or hours and minutes."""
    whole = max(1, math.ceil(seconds))
    if whole < SIXTY:
        return texts.plain("progress-seconds", language, seconds=whole)
    hours, minutes = divmod(math.ceil(whole / SIXTY), SIXTY)
    if not hours:
        return texts.plain("progress-minutes", language, minutes=minutes)
    return texts.plain("progress-hours", language, hours=hours, minutes=minutes)


class _Words:
    """The lines of one broadcast's message in one language."""

    def __init__(self, progress: Progress, texts: Texts, language: str, now: datetime) -> None:
        self._progress = progress
        self._texts = texts
        self._language = language
        self._now = now

    def heading(self) -> str:
        progress = self._progress
        key = "published" if _went_to_nobody(progress) else progress.state
        return self._say(f"progress-{key}", code=code_text(progress, self._texts, self._language))

    def why(self) -> Iterator[str]:
        """Say when it begins, or why it does not go on."""
        progress = self._progress
        match progress.state:
            case BroadcastState.SCHEDULED:
                yield self._say("progress-begins", at=self._moment(progress.starts_at))
            case BroadcastState.PAUSED:
                settled = progress.letters - progress.open
                yield self._say(f"progress-paused-{progress.reason}", count=settled)
            case BroadcastState.CANCELLED:
                yield self._say(f"progress-cancelled-{progress.reason}")
            case BroadcastState.FAILED:
                yield self._say("progress-fatal", waiting=progress.open)

    def how_far(self) -> Iterator[str]:
        progress = self._progress
        if progress.letters:
            sent = self._n("sent")
            done = sent if progress.state is BroadcastState.CANCELLED else progress.letters - progress.open
            percent = done * 100 // progress.letters
            yield bar(done, progress.letters)
            yield self._say(f"progress-arrived-{progress.kind}", percent=percent, sent=sent, letters=progress.letters)
        elif progress.written and progress.state in {BroadcastState.RUNNING, BroadcastState.DONE}:
            yield self._say("progress-nobody")
        if not progress.written and progress.state is BroadcastState.RUNNING:
            yield self._say("progress-writing")

    def ends(self) -> Iterator[str]:
        """Give what became of the letters that did not arrive."""
        progress = self._progress
        for end in _UNDELIVERED:
            if count := self._n(end):
                yield self._say(f"progress-{end}", count=count)
        if refused := self._n("refused"):
            yield self._say("progress-refused", count=refused)
            yield from self._reasons(progress.refused)
        for reason, count in sorted(progress.skipped.items()):
            yield self._say(f"progress-skipped-{reason}", count=count)
        if again := progress.in_doubt - self._n("uncertain"):
            yield self._say("progress-sent-again", count=again)
        if progress.open:
            yield self._say("progress-open", count=progress.open)

    def left(self, pace: Pace, rate: float) -> Iterator[str]:
        """Say how fast it goes and how long it may take; letters that wait for their time are no time left."""
        progress = self._progress
        if pace.waiting and pace.next_at is not None:
            yield self._say("progress-waiting", count=pace.waiting, at=self._moment(pace.next_at))
        due = progress.open - pace.waiting
        if due <= 0:
            return
        begun = self._now.timestamp() - progress.starts_at < PACE_SECONDS and due == progress.letters
        speed = rate if begun and not pace.per_second else pace.per_second
        if speed:
            seconds = due / (speed * self._settled_per_sent())
            left = duration_text(seconds, self._texts, self._language)
            yield self._say("progress-left", left=left, rate=round(speed, 1), waiting=pace.waiting)
        else:
            yield self._say("progress-still")

    def took(self) -> Iterator[str]:
        progress = self._progress
        if progress.ended_at is not None and (sent := self._n("sent")):
            seconds = max(1, progress.ended_at - progress.starts_at)
            took = duration_text(seconds, self._texts, self._language)
            yield self._say("progress-took", took=took, rate=round(sent / seconds, 1))

    def costs(self) -> Iterator[str]:
        progress = self._progress
        if progress.floods:
            yield self._say("progress-floods", count=progress.floods)
        if progress.paid_cap is not None:
            yield self._say("progress-paid", stars=stars(progress.paid_letters), cap=progress.paid_cap)

    def _reasons(self, refused: Mapping[str, int]) -> Iterator[str]:
        ordered = sorted(refused.items(), key=lambda item: -item[1])
        for reason, count in ordered[:REASONS_MAX]:
            yield self._say("progress-reason", reason=reason, count=count)
        if rest := sum(count for _, count in ordered[REASONS_MAX:]):
            yield self._say("progress-other-reasons", count=rest)

    def _settled_per_sent(self) -> float:
        """Return how many letters are dealt with for each that arrives; blocked ones take their turn too."""
        tried = sum(map(self._n, ("sent", "refused", *_UNDELIVERED)))
        return tried / sent if (sent := self._n("sent")) else 1.0

    def _moment(self, at: int) -> str:
        moment = datetime.fromtimestamp(at, self._now.tzinfo)
        day, zone = day_text(moment.date(), self._language), zone_text(moment, self._language)
        return self._texts.plain("progress-moment", self._language, day=day, time=moment.strftime("%H:%M"), zone=zone)

    def _n(self, state: str) -> int:
        return self._progress.by_state.get(state, 0)

    def _say(self, key: str, **values: str | float) -> str:
        return self._texts.html(key, self._language, kind=self._progress.kind, **values)


def _went_to_nobody(progress: Progress) -> bool:
    """Say whether an appeal was published without a single letter."""
    begun = progress.state in {BroadcastState.RUNNING, BroadcastState.DONE}
    return begun and progress.kind is BroadcastKind.APPEAL and progress.written and not progress.letters
