"""Stops a broadcast whose letters are all refused alike: then it is not the people, it is us (architecture §6)."""

from __future__ import annotations

from storage.letters.outbox.outcomes import Fatal, Gone, Outcome, Refused

ALIKE_MAX = 10  # refusals in a row, all of them the same


class Breaker:
    """Looks at each outcome before it is settled; each broadcast is counted by itself."""

    def __init__(self) -> None:
        self._alike: dict[int, tuple[Outcome, int]] = {}

    def judge(self, broadcast: int, outcome: Outcome) -> Outcome:
        """Return *outcome*, or a fatal one in its place once too many in a row were refused in the same way.

        An account that was deleted is nobody's fault; a chat that Telegram never heard of may be ours.
        """
        if not (isinstance(outcome, Refused) or (isinstance(outcome, Gone) and not outcome.known)):
            self._alike.pop(broadcast, None)
            return outcome
        last, times = self._alike.get(broadcast, (None, 0))
        self._alike[broadcast] = outcome, times + 1 if outcome == last else 1
        if self._alike[broadcast][1] < ALIKE_MAX:
            return outcome
        del self._alike[broadcast]
        return Fatal(f"{ALIKE_MAX} letters in a row were refused alike", alike=True)
