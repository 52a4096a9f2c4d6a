"""Stops a broadcast whose letters are all refused alike: then it is not the people, it is us (architecture §6)."""

from __future__ import annotations

from storage.letters.outbox.outcomes import Fatal, Gone, Outcome, Refused

ALIKE_MAX = 10  # refusals in a row, all of them the same


class Breaker:
    """Looks at each outcome before it is settled."""

    def __init__(self) -> None:
        self._last: Outcome | None = None
        self._alike = 0

    def judge(self, outcome: Outcome) -> Outcome:
        """Return *outcome*, or a fatal one in its place once too many in a row were refused in the same way."""
        if not isinstance(outcome, Refused | Gone):
            self._last, self._alike = None, 0
            return outcome
        self._alike = self._alike + 1 if outcome == self._last else 1
        self._last = outcome
        if self._alike < ALIKE_MAX:
            return outcome
        self._last, self._alike = None, 0
        return Fatal(f"{ALIKE_MAX} letters in a row were refused alike", alike=True)
