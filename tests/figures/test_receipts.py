"""What a receipt is worth: how many there are, and what one guess costs."""

from __future__ import annotations

import math
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from storage.tips.inbox import look_up
from storage.tips.receipts import DIGITS, ReceiptKeys, new_receipt, receipt_keys
from tests.storage.tip_rows import KEPT, keep_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.database import Database
    from tests.people import House

GUESSES = 5
BITS_MIN = 80
LOOK_UPS = 25


def test_a_receipt_cannot_be_guessed(scale: int, figure: Callable[[str, float], None]) -> None:
    receipts = [new_receipt() for _ in range(GUESSES * scale)]
    began = perf_counter()
    keys = {receipt_keys(receipt, b"salt of this house").lookup for receipt in receipts}
    seconds = (perf_counter() - began) / len(receipts)

    bits = math.log2(10**DIGITS)
    figure("receipt, bits", round(bits))
    figure("receipt, milliseconds and 64 MiB for one guess", round(seconds * 1_000))
    assert len(keys) == len(receipts)
    assert bits > BITS_MIN


async def test_a_wrong_receipt_takes_as_long_as_one_whose_tip_is_over(
    scale: int, db: Database, clarion: House, figure: Callable[[str, float], None]
) -> None:
    arrived = clarion.clock.now()
    today = (arrived + KEPT).date()
    await keep_tip(db, arrived, number=1)
    await keep_tip(db, arrived + KEPT, number=2)
    receipts = {"wrong": 9, "expired": 1, "without replies": 2}
    waits: dict[str, list[float]] = {name: [] for name in receipts}
    for _ in range(LOOK_UPS * scale):
        for name, number in receipts.items():
            keys = ReceiptKeys(bytes([number]) * 32, "", "")
            began = perf_counter()
            assert await look_up(db, keys, today) == ()
            waits[name].append(perf_counter() - began)

    for name, taken in waits.items():
        figure(f"receipt, microseconds to look up one that is {name}, median of {len(taken)}", _micro(taken))
    figure("receipt, microseconds between wrong and expired", abs(_micro(waits["wrong"]) - _micro(waits["expired"])))


def _micro(seconds: list[float]) -> int:
    return round(median(seconds) * 1_000_000)
