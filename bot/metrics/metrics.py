"""Counts what the program does, for Prometheus: closed lists of labels, and never an id, a code or a language."""

from __future__ import annotations

from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from telegram import Update

from storage.letters.broadcasts.planning import RANK
from storage.letters.outbox.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.letters.outbox.waiting import Waiting

SILENCE_MAX = 60.0  # seconds after which a part that gave no sign of life counts as stuck
REPLY_BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0)  # seconds

# The library's switch for a second series beside each counter, which would only say when the program was started.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Kind(StrEnum):
    """What came from a chat."""

    MESSAGE = "message"
    CALLBACK = "callback"
    OTHER = "other"


class Part(StrEnum):
    """What must go on working, or nobody gets anything."""

    SENDER = "sender"
    TICKER = "ticker"


def kind_of(update: object) -> Kind:
    """Return what *update* counts as."""
    if not isinstance(update, Update):
        return Kind.OTHER
    return Kind.MESSAGE if update.message else Kind.CALLBACK if update.callback_query else Kind.OTHER


class Metrics:
    """Takes note of what happens, in a registry of its own; each note costs about a microsecond.

    Args:
        clock: Seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._heard = dict.fromkeys(Part, clock())
        self._paused_until = 0.0
        self._registry = registry = CollectorRegistry()
        waiting = Gauge(
            "clarion_letters_waiting", "Letters that are due and not sent yet.", ["rank"], registry=registry
        )
        self._waiting = {rank: waiting.labels(name) for name, rank in RANK.items()}
        self._in_flight = Gauge("clarion_letters_in_flight", "Letters that are with Telegram now.", registry=registry)
        self._oldest = Gauge(
            "clarion_oldest_letter_waiting_seconds", "How long the oldest due letter has been due.", registry=registry
        )
        letters = Counter(
            "clarion_letters_total", "What became of letters, try by try.", ["outcome"], registry=registry
        )
        self._letters = {kind: letters.labels(kind.__name__.lower()) for kind in get_args(Outcome)}
        self._floods = Counter("clarion_floods_total", "How often Telegram asked to slow down.", registry=registry)
        self._pause = Counter(
            "clarion_sending_pause_seconds_total", "How long Telegram asked letters to pause.", registry=registry
        )
        self._reply = Histogram(
            "clarion_reply_seconds",
            "From the arrival of an update to the end of its handling.",
            buckets=REPLY_BUCKETS,
            registry=registry,
        )
        updates = Counter("clarion_updates_total", "What people sent and pressed.", ["kind"], registry=registry)
        self._updates = {kind: updates.labels(kind) for kind in Kind}
        self._jobs_failed = Counter("clarion_jobs_failed_total", "Scheduled work that failed.", registry=registry)
        self._miscounted = Gauge(
            "clarion_petitions_miscounted", "Petitions in which the last recount found a difference.", registry=registry
        )

    def letter(self, outcome: Outcome) -> None:
        """Count what became of one letter."""
        self._letters[type(outcome)].inc()
        self.alive(Part.SENDER)

    def paused(self, seconds: float) -> None:
        """Count one flood and the pause that it asks for; pauses that overlap are one."""
        now = self._clock()
        self._floods.inc()
        self._pause.inc(max(0.0, now + seconds - max(now, self._paused_until)))
        self._paused_until = max(self._paused_until, now + seconds)
        self.alive(Part.SENDER, resting=seconds)

    def reply(self, seconds: float, kind: Kind) -> None:
        """Count one update that was handled, *seconds* after it came."""
        self._updates[kind].inc()
        self._reply.observe(seconds)

    def job_failed(self) -> None:
        """Count scheduled work that failed and will be tried at its next time."""
        self._jobs_failed.inc()

    def alive(self, part: Part, resting: float = 0.0) -> None:
        """Take note that *part* lives, and that nothing needs to be heard of it for *resting* seconds."""
        self._heard[part] = max(self._heard[part], self._clock() + resting)

    def silent(self) -> tuple[Part, ...]:
        """Return the parts that should have given a sign of life and did not."""
        oldest = self._clock() - SILENCE_MAX
        return tuple(part for part, heard in self._heard.items() if heard < oldest)

    def show(self, waiting: Waiting, miscounted: int = 0) -> None:
        """Let the next exposition show *waiting*, and in how many petitions the last recount found a difference."""
        for rank, gauge in self._waiting.items():
            gauge.set(waiting.by_rank.get(rank, 0))
        self._in_flight.set(waiting.in_flight)
        self._oldest.set(waiting.oldest_seconds)
        self._miscounted.set(miscounted)

    def exposition(self) -> bytes:
        """Return everything in Prometheus' text format, 0.0.4."""
        return generate_latest(self._registry)
