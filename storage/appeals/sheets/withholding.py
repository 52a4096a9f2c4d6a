"""What only coordinators may know is taken out of the sheet's tree, and put where the model keeps it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import LIST_MAX
from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.trees import is_yes

if TYPE_CHECKING:
    from storage.appeals.sheets.faults import Findings
    from storage.appeals.sheets.head import Tree


def withhold(head: dict[str, Tree], findings: Findings) -> dict[str, object]:
    """Take the exact place and the confidential sources out of *head*; return them, and the count of the latter."""
    restricted: dict[str, Tree] = {}
    place, sources = head.get("place"), head.get("sources")
    if isinstance(place, dict) and "restricted" in place:
        restricted["place"] = place.pop("restricted")
        findings.move({("place", "restricted"): ("restricted", "place")})
    withheld = _confidential(sources, findings) if isinstance(sources, list) else []
    return {"restricted": {**restricted, "sources": withheld}, "withheld_sources": len(withheld)}


def _confidential(sources: list[Tree], findings: Findings) -> list[Tree]:
    """Take the confidential ones out of *sources*, and return them."""
    if not sources:
        findings.add(("sources",), Problem.MISSING)
    if len(sources) > LIST_MAX:
        findings.add(("sources",), Problem.TOO_MANY, f"{len(sources)} > {LIST_MAX}")
    withheld = [number for number, one in enumerate(sources) if isinstance(one, dict) and is_yes(one.get(_MARK, "no"))]
    open_ones = [number for number in range(len(sources)) if number not in withheld]
    findings.move(
        {("sources", old): ("restricted", "sources", new) for new, old in enumerate(withheld)}
        | {("sources", old): ("sources", new) for new, old in enumerate(open_ones)}
    )
    taken = [sources[number] for number in withheld]
    sources[:] = [sources[number] for number in open_ones]
    return taken


_MARK = "confidential"
