"""One lane in a process of its own: `python -m tests.bench.lane MODULE.NAME {"values": "as JSON"}`.

It says what it measured as a line of JSON; one that runs until its input ends says first that it is ready.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys

from tests.bench.lines import say


def main(path: str, values: str) -> None:
    """Run the lane and say what it measured."""
    module, name = path.split(".")
    measure = getattr(importlib.import_module(f"tests.bench.{module}"), name)
    say(asyncio.run(measure(**json.loads(values))))


if __name__ == "__main__":
    main(*sys.argv[1:])
