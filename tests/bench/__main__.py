"""`python -m tests.bench [--quick] [--only PART …]`: measures, prints a table, writes `build/bench.json`."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tests.bench.archive import archive
from tests.bench.ceilings import ceilings
from tests.bench.crash import crash
from tests.bench.houses import Houses
from tests.bench.petitions import petitions
from tests.bench.rates import rates
from tests.bench.report import show, write
from tests.bench.size import size
from tests.bench.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.figures import Figure

BUILD = Path("build")
PARTS = {
    "rates": rates,
    "ceilings": ceilings,
    "waiting": waiting,
    "size": size,
    "crash": crash,
    "petitions": petitions,
    "archive": archive,
}

console = Console()


async def measure(parts: Sequence[str], *, quick: bool) -> list[Figure]:
    """Measure the named parts, one after the other."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as folder:
        houses = Houses(Path(folder))
        for name in parts:
            with console.status(f"measuring {name} …"):
                figures += await PARTS[name](houses, quick=quick)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer messages and repeats: a look, not a measurement")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="measure these parts alone")
    given = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    figures = asyncio.run(measure(given.only, quick=given.quick))
    write(figures, BUILD / "bench.json")
    show(figures, console)


main()
