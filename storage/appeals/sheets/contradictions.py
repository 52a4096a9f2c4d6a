"""Parts of a sheet that are right each by itself, and cannot be true together."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from storage.appeals.sheets.demands import asks
from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.trees import each, is_yes
from storage.appeals.vocabulary import Kind, Magnitude, Minors, Qualifier, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.appeals.sheets.faults import Findings


def find_contradictions(head: Mapping[str, object], findings: Findings) -> None:
    """Record what contradicts itself in a head whose days were read."""
    _compare_codes(head, findings)
    _compare_people(head, findings)
    _compare_figures(head, findings)
    _compare_co_signers(head, findings)
    if isinstance(deadline := head.get("deadline"), datetime):
        _compare_days(head, deadline, findings)


def _compare_codes(head: Mapping[str, object], findings: Findings) -> None:
    if "about" in head and head["about"] == head.get("code"):
        findings.add(("about",), Problem.OWN_CODE)
    if head.get("kind") == Kind.THANKS and not head.get("about"):
        findings.add(("about",), Problem.MISSING)  # without it nobody could be thanked


def _compare_people(head: Mapping[str, object], findings: Findings) -> None:
    topics = head.get("topics")
    for people, path in each(head, ("people_at_risk", "named_publicly")):
        if is_yes(people["named_publicly"]) and "consent_reference" not in people:
            findings.add((*path[:-1], "consent_reference"), Problem.NO_CONSENT)
    for people, path in each(head, ("people_at_risk", "minors")):
        if people["minors"] == Minors.NO and isinstance(topics, list) and Topic.MINORS in topics:
            findings.add(path, Problem.MINORS_TOPIC)


def _compare_figures(head: Mapping[str, object], findings: Findings) -> None:
    for figure, path in each(head, ("figures", "*", "qualifier")):
        if figure["qualifier"] == Qualifier.EXACT and figure.get("value") in list(Magnitude):
            findings.add(path, Problem.NOT_COUNTED)
    for figure, path in each(head, ("figures", "*", "number_confirmed_by")):
        if "confirmed_by" not in figure:
            findings.add(path, Problem.UNCONFIRMED)


def _compare_co_signers(head: Mapping[str, object], findings: Findings) -> None:
    for endorsers, path in each(head, ("endorsers", "co_signers")):
        listed, named = endorsers["co_signers"], endorsers.get("parliamentarians_named", "0")
        if not (isinstance(listed, list) and isinstance(named, str) and named.isdecimal()):
            continue  # the model names it
        if listed and named != str(len(listed)):
            findings.add((*path[:-1], "parliamentarians_named"), Problem.NAMED_COUNT, f"{named} ≠ {len(listed)}")


def _compare_days(head: Mapping[str, object], deadline: datetime, findings: Findings) -> None:
    for event, _ in each(head, ("anchor_event", "date")):
        day, hour = event["date"], event["hour"]
        if isinstance(day, date) and asks(head):
            over = datetime.combine(day, hour if isinstance(hour, time) else time.max, deadline.tzinfo)
            if deadline > over:  # what people sign until then comes too late
                findings.add(("deadline",), Problem.AFTER_EVENT, day.isoformat())
    for endorsers, path in each(head, ("endorsers", "until")):
        if isinstance(until := endorsers["until"], datetime) and until > deadline:
            findings.add(path, Problem.AFTER_DEADLINE)
