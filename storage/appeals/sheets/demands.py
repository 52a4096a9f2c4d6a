"""The demands of a sheet: each addressee gets its own, as many in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.trees import each
from storage.appeals.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.appeals.sheets.body import Body
    from storage.appeals.sheets.faults import Findings, Path
    from storage.appeals.sheets.head import Tree


def asks(head: Mapping[str, object]) -> bool:
    """Say whether the kind asks for something; one that is not known yet is taken to."""
    return head.get("kind") not in [kind.value for kind in Kind if not kind.asks]


def give_demands(head: dict[str, Tree], body: Body, findings: Findings) -> None:
    """Put the numbered lists of the body into the addressees that they name."""
    known: set[str] = set()
    for holder, path in each(head, ("addressees", "*", "id")):
        addressee = holder["id"]
        if not isinstance(addressee, str):
            continue
        if addressee in known:
            findings.add(path, Problem.DUPLICATE)
            continue
        known.add(addressee)
        holder["demands"] = _demands_of(addressee, path[:-1], body, findings, asked=asks(head))
    for (language, addressee), demands in body.demands.items():
        if addressee not in known and language in body.texts:
            findings.add_on(demands.line, f"{language}, Demands {addressee}", Problem.NO_SUCH_ADDRESSEE)


def ask_for_what_asking_needs(head: dict[str, Tree], findings: Findings) -> None:
    """Record what a kind that asks lacks."""
    for name in ("goal", "addressees"):
        if asks(head) and not head.get(name):
            findings.add((name,), Problem.MISSING)


def _demands_of(addressee: str, path: Path, body: Body, findings: Findings, *, asked: bool) -> dict[str, list[str]]:
    sections = {language: body.demands.get((language, addressee)) for language in body.texts}
    filled = {language: found for language, found in sections.items() if found and found.items}
    model = next(iter(filled), "")
    for language, found in sections.items():
        name = f"{language}, Demands {addressee}"
        line = found.line if found else body.lines[language]
        findings.place((*path, "demands", language), line, name)
        for index, (item_line, _) in enumerate(found.items if found else ()):
            findings.place((*path, "demands", language, index), item_line, f"{name}, {index + 1}")
        if language not in filled and (asked or filled):
            findings.add_on(line, name, Problem.MISSING)
        elif language in filled and len(filled[language].items) != len(filled[model].items):
            counts = f"{len(filled[language].items)} ≠ {len(filled[model].items)} ({model})"
            findings.add_on(line, name, Problem.DEMAND_COUNT, counts)
    return {language: [text for _, text in found.items] for language, found in filled.items()}
