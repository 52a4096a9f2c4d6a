"""`make figures`: measures what is published with each release, and writes it to docs/figures.md.

Every value comes from a test that notes it (`tests/figures/conftest.py`) or from a tool that counts; none is typed in.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from rich.console import Console

from tests.bench.report import machine

if TYPE_CHECKING:
    from collections.abc import Iterator

SCALE = 20
BUILD = Path("build")
NOTED, COVERED, PAGE = BUILD / "figures.xml", BUILD / "figures-coverage.json", Path("docs/figures.md")
MUTATED = Path("mutants/mutmut-cicd-stats.json")
MEASURED_BY = (
    "tests/figures",
    "tests/bot/test_backup.py::test_a_started_program_leaves_no_image_of_its_memory",
    "tests/bot/test_backup.py::test_nobody_else_may_look_into_its_memory",
    "tests/stories/test_roles.py",
    "tests/stories/test_tip_kills.py",
    "tests/stories/tipping/test_faults.py",
    "tests/sending/test_receipts_at_every_await.py",
    "tests/sending/test_signing_at_every_await.py",
    "tests/sending/test_every_await.py",
)
SEALING, ITS_TESTS = "storage/sealing.py", "tests/storage/test_sealing.py"
DATA = f"--data-file={BUILD / '.coverage'}"
ALONE = ("--numprocesses=0", "-q")  # so that nothing else takes the machine's time
MARK = "figure: "
SECTIONS = (
    ("Nothing of a person is found where it must not be", "canary"),
    ("A sealed tip that was touched does not open", "sealed tip"),
    ("The process killed at every await", "killed"),
    ("Faults of Telegram", "Telegram"),
    ("Hostile input", "hostile"),
    ("The receipt", "receipt,"),
    ("Opened by other programs", "opened by"),
    ("What a witness types is deleted", "deletion"),
    ("Tips whose time is over", "expired"),
    ("Who may do what", "matrix"),
    ("Tests of the sealing module", "sealing module"),
)


def main() -> None:
    """Measure, print the page, and write it."""
    BUILD.mkdir(exist_ok=True)
    _run(
        "pytest", *ALONE, f"--scale={SCALE}", f"--junitxml={NOTED}", "--override-ini=junit_family=xunit1", *MEASURED_BY
    )
    _run("coverage", "run", f"--include={SEALING}", "--branch", DATA, "-m", "pytest", *ALONE, ITS_TESTS)
    _run("coverage", "json", DATA, "-o", str(COVERED), "-q")
    _run("mutmut", "run")
    _run("mutmut", "export-cicd-stats")
    figures = {**dict(_noted()), **dict(_of_sealing())}
    page = _page(figures)
    PAGE.write_text(page, encoding="utf-8")
    Console().print(page, markup=False, highlight=False)


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)  # our own tools


def _noted() -> Iterator[tuple[str, str]]:
    """Yield the figures that tests noted."""
    for noted in ET.parse(NOTED).iter("property"):  # noqa: S314  # we wrote it just now
        if noted.attrib["name"].startswith(MARK):
            yield noted.attrib["name"].removeprefix(MARK), noted.attrib["value"]


def _of_sealing() -> Iterator[tuple[str, str]]:
    covered = json.loads(COVERED.read_text(encoding="utf-8"))["totals"]["percent_covered"]
    yield "sealing module, lines and branches covered by its tests", f"{covered:.1f} %"
    mutants = json.loads(MUTATED.read_text(encoding="utf-8"))
    noticed = mutants["total"] - mutants["survived"] - mutants["no_tests"]
    yield "sealing module, changes made to it one by one", str(mutants["total"])
    yield "sealing module, changes that its tests notice", f"{noticed} ({100 * noticed / mutants['total']:.1f} %)"


def _page(figures: dict[str, str]) -> str:
    """Return the page; a figure without a section, or a section without a figure, is a fault of ours."""
    on = datetime.now(UTC).date().isoformat()
    blocks = [
        "# Figures\n",
        f"Measured on {on} by `make figures` on {_machine()}.",
        "Each value was counted by a test or a tool in that run, and the same tests hold it to what it must be.",
        "Speeds are in the [README](../README.md#performance). No outside expert has audited Clarion yet.\n",
    ]
    left = dict(figures)
    for heading, word in SECTIONS:
        rows = {name: left.pop(name) for name in list(left) if word in name}
        if not rows:
            raise SystemExit(f"No figure was measured for: {heading}")
        lines = [f"| {name} | {value} |" for name, value in rows.items()]
        blocks.append("\n".join([f"## {heading}\n", "| figure | value |", "|---|---|", *lines, ""]))
    if left:
        raise SystemExit(f"These figures belong to no section: {', '.join(left)}")
    return "\n".join(blocks)


def _machine() -> str:
    found = machine()
    return f"{found['cores']} cores, {found['system']}, Python {found['python']}"


if __name__ == "__main__":
    main()
