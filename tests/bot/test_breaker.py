"""When every letter is refused alike, sending stops instead of marking everybody."""

from __future__ import annotations

import pytest

from bot.sending.breaker import ALIKE_MAX, Breaker
from storage.letters.outbox.outcomes import Blocked, Fatal, Gone, Outcome, Refused, Sent

STRANGER = Gone(known=False)


@pytest.mark.parametrize("refusal", [STRANGER, Refused("a")])
def test_the_tenth_refusal_alike_in_a_row_stops_the_broadcast(refusal: Outcome) -> None:
    breaker = Breaker()
    outcomes = [breaker.judge(1, refusal) for _ in range(ALIKE_MAX)]

    assert outcomes[:-1] == [refusal] * (ALIKE_MAX - 1)
    assert isinstance(outcomes[-1], Fatal)


def test_one_letter_that_arrives_or_another_reason_begins_the_count_anew() -> None:
    breaker = Breaker()
    for _ in range(5):
        for outcome in (*[Refused("a")] * 9, Sent(1), *[STRANGER] * 9, Refused("b"), Blocked()):
            assert breaker.judge(1, outcome) == outcome


def test_refusals_of_another_broadcast_do_not_count() -> None:
    breaker = Breaker()

    assert all(breaker.judge(number % 2, STRANGER) == STRANGER for number in range(2 * ALIKE_MAX - 2))


@pytest.mark.parametrize("fate", [Blocked(), Gone()])
def test_people_who_blocked_the_bot_or_left_telegram_are_no_sign_of_a_fault_of_ours(fate: Outcome) -> None:
    breaker = Breaker()

    assert all(breaker.judge(1, fate) == fate for _ in range(100))
