"""From head and body to the tree that the model validates: everything is put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from storage.appeals.sheets.contradictions import find_contradictions
from storage.appeals.sheets.days import give_days
from storage.appeals.sheets.demands import ask_for_what_asking_needs, give_demands
from storage.appeals.sheets.entries import give_entries
from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.languages import give_languages
from storage.appeals.sheets.trees import each, key
from storage.appeals.sheets.withholding import withhold
from storage.appeals.values import Count
from storage.appeals.vocabulary import Magnitude

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.sheets.body import Body
    from storage.appeals.sheets.faults import Findings
    from storage.appeals.sheets.head import Tree
    from storage.registers.records import Registers

# The model has these, and no head may.
_FILLED_BY_THE_PROGRAM = (
    ("texts",),
    ("restricted",),
    ("withheld_sources",),
    ("addressees", "*", "demands"),
    ("addressees", "*", "from_entry"),
    ("anchor_event", "hour"),
)
_COUNTS = (("people_at_risk", "count"), ("facts", "*", "count"))
_UNKNOWN = "unknown"
_VALUE: TypeAdapter[int | Magnitude] = TypeAdapter(Count | Magnitude)


def draft(
    head: dict[str, Tree], body: Body, findings: Findings, now: datetime, registers: Registers
) -> dict[str, object]:
    """Return the tree of the whole appeal; whatever does not fit together is recorded in *findings*."""
    _refuse_what_the_program_fills(head, findings)
    give_languages(head, body, findings)
    give_entries(head, tuple(body.texts), findings, registers)
    give_demands(head, body, findings)
    ask_for_what_asking_needs(head, findings)
    give_days(head, findings, now)
    _give_numbers(head, findings)
    find_contradictions(head, findings)
    withheld = withhold(head, findings)
    return {**head, **withheld, "texts": body.texts}


def _refuse_what_the_program_fills(head: dict[str, Tree], findings: Findings) -> None:
    for steps in _FILLED_BY_THE_PROGRAM:
        for holder, path in each(head, steps):
            del holder[key(path)]
            findings.add(path, Problem.UNKNOWN_KEY)


def _give_numbers(head: dict[str, Tree], findings: Findings) -> None:
    for steps in _COUNTS:
        for holder, path in each(head, steps):
            holder[key(path)] = None if holder["count"] == _UNKNOWN else holder["count"]
    for figure, path in each(head, ("figures", "*", "value")):
        try:
            figure["value"] = _VALUE.validate_python(figure["value"])
        except ValidationError:
            findings.add(path, Problem.VALUE_FORM)
