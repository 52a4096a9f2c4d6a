"""What the bench leaves behind: a table on the terminal, and `build/bench.json`."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from tests.bench.figures import Figure

LIBRARIES = ("python-telegram-bot", "aiohttp", "aiogram", "httpx", "aiosqlite")
SERVER = (
    "Telegram is played by the rehearsal with all of its rules, behind an HTTP front of the bench instead of uvicorn."
)
CPU_INFO = Path("/proc/cpuinfo")


def machine() -> dict[str, str | int | None]:
    """Return on what the figures were measured."""
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: _version(name) for name in LIBRARIES},
    }


def write(figures: Sequence[Figure], path: Path) -> None:
    """Write the figures as JSON."""
    found = {
        figure.name: {name: value for name, value in asdict(figure).items() if name != "name"} for figure in figures
    }
    report = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "server": SERVER,
        "figures": found,
    }
    path.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def show(figures: Sequence[Figure], console: Console) -> None:
    """Print the table: first what has a target, then what explains it."""
    console.print(", ".join(f"{name} {value}" for name, value in machine().items()))
    console.print(SERVER)
    table = Table("figure", "value", "baseline", "ratio", "target", "met")
    for figure in sorted(figures, key=lambda one: one.target is None):
        met = {True: "[green]yes[/]", False: "[red]no[/]", None: ""}[figure.met]
        value = f"{_number(figure.value)} {figure.unit}"
        table.add_row(figure.name, value, _number(figure.baseline), _number(figure.ratio), figure.target or "", met)
    console.print(table)


def _processor() -> str:
    lines = CPU_INFO.read_text(encoding="utf-8").splitlines() if CPU_INFO.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"  # digits enough
