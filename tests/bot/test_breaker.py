"""When every letter is refused alike, sending stops instead of marking everybody."""

from __future__ import annotations

from bot.sending.breaker import ALIKE_MAX, Breaker
from storage.letters.outbox.outcomes import Blocked, Fatal, Gone, Refused, Sent


def test_the_tenth_refusal_alike_in_a_row_stops_the_broadcast() -> None:
    breaker = Breaker()
    outcomes = [breaker.judge(Gone()) for _ in range(ALIKE_MAX)]

    assert outcomes[:-1] == [Gone()] * (ALIKE_MAX - 1)
    assert isinstance(outcomes[-1], Fatal)


def test_one_letter_that_arrives_or_another_reason_begins_the_count_anew() -> None:
    breaker = Breaker()
    for _ in range(5):
        for outcome in (*[Refused("a")] * 9, Sent(1), *[Gone()] * 9, Refused("b"), Blocked()):
            assert breaker.judge(outcome) == outcome


def test_people_who_blocked_the_bot_are_no_sign_of_a_fault_of_ours() -> None:
    breaker = Breaker()

    assert all(breaker.judge(Blocked()) == Blocked() for _ in range(100))
