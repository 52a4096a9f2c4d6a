"""What a receipt is worth: how many there are, and what one guess costs."""

from __future__ import annotations

import math
from time import perf_counter
from typing import TYPE_CHECKING

from storage.tips.receipts import DIGITS, new_receipt, receipt_keys

if TYPE_CHECKING:
    from collections.abc import Callable

GUESSES = 5
BITS_MIN = 80


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
