"""How much is tried: little in the suite, more when the figures are measured for publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def scale(request: pytest.FixtureRequest) -> int:
    """How many times as much is tried as in the suite; `make figures` asks for more."""
    asked: int = request.config.getoption("--scale")
    return asked


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str, float | str], None]:
    """Note a measured value under its name; `python -m tests.figures` publishes it."""

    def note(name: str, value: float | str) -> None:
        record_property(f"figure: {name}", value)

    return note
