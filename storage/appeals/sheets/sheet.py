"""The sheet of an appeal: one plain text, a head in YAML between `---` lines, then a section per language.

---
code: DEMO-001
kind: petition
...
---
# en
## Title
## Summary
## Background
## Demands a1
1. ...
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from storage.appeals.model import Appeal
from storage.appeals.sheets.body import read_body
from storage.appeals.sheets.cleaning import clean
from storage.appeals.sheets.drafting import draft
from storage.appeals.sheets.faults import Findings, Problem
from storage.appeals.sheets.head import read_head
from storage.appeals.sheets.validating import validated
from storage.registers.records import Registers

if TYPE_CHECKING:
    from datetime import datetime

SIZE_MAX = 200_000  # characters
HEAD_MAX = 30_000  # characters; YAML costs far more per character than the rest
FENCE = "---"

_EMPTY = Registers()


def read_sheet(text: str, *, now: datetime, registers: Registers = _EMPTY) -> Appeal:
    """Read a sheet, with what it names in *registers*; *now* is aware, decides what is past and when `in 3 days` is.

    Raises:
        SheetFaults: With everything that is wrong, each with its line.
    """
    findings = Findings()
    if len(text) > SIZE_MAX:
        findings.add_on(0, "", Problem.TOO_LARGE, f"{len(text)} > {SIZE_MAX}")
        raise findings.refuse()
    lines = clean(text, findings).split("\n")
    fences = _fences(lines)
    if fences is None:
        findings.add_on(1, "", Problem.NO_HEAD)
        raise findings.refuse()
    opening, closing = fences
    head_text = "\n".join(lines[opening + 1 : closing])
    if len(head_text) > HEAD_MAX:
        findings.add_on(opening + 1, "", Problem.TOO_LARGE, f"{len(head_text)} > {HEAD_MAX}")
        raise findings.refuse()
    head = read_head(head_text, opening + 2, findings)
    body = read_body("\n".join(lines[closing + 1 :]), closing + 2, findings)
    if not body.texts:
        findings.add_on(closing + 1, "", Problem.NO_LANGUAGE)
    if head is None or not body.texts:
        raise findings.refuse()
    return validated(Appeal, draft(head, body, findings, now, registers), findings)


def empty_sheet(language: str) -> str:
    """Return the sheet that a coordinator fills in, explained in *language*, which is `en` or `ko`."""
    folder = resources.files("storage.appeals.sheets") / "empty_sheet"
    return (folder / f"{language}.md").read_text(encoding="utf-8")


def _fences(lines: list[str]) -> tuple[int, int] | None:
    """Return the indices of the lines that open and close the head."""
    opening = next((number for number, line in enumerate(lines) if line.strip()), None)
    if opening is None or lines[opening].rstrip() != FENCE:
        return None
    rest = range(opening + 1, len(lines))
    closing = next((number for number in rest if lines[number].rstrip() == FENCE), None)
    return None if closing is None else (opening, closing)
