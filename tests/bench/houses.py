"""Where the bench keeps its houses: each size is furnished once, and every lane gets a copy of its own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from tests.bench.processes import result_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Houses:
    """The houses of one run.

    Attributes:
        folder: On the disk, where databases lie in life; memory would flatter them.
    """

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    async def house(self, subscribers: int, *, planned: bool) -> str:
        """Return a house with so many subscribers, and a letter waiting for each of them if *planned*."""
        model = self.folder / f"{subscribers}-{'planned' if planned else 'unplanned'}"
        if not model.exists():
            await result_of("planning.furnished", folder=str(model), subscribers=subscribers, planned=planned)
        return str(shutil.copytree(model, self.folder / f"house-{next(self._numbers)}"))

    def leave(self, house: str) -> None:
        """Tear down a house that no lane needs any more."""
        shutil.rmtree(house)
