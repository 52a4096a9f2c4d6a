"""Receipts that cost no time: most stories of a tip are not about guessing them."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def receipts_cost_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.tips.receipts._SCRYPT_N", 2)
