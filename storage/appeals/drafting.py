"""From head and body to the tree that the model validates: languages, days and demands put in their places."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from storage.appeals.faults import Problem
from storage.appeals.values import Zone, first_day
from storage.appeals.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.appeals.body import Body
    from storage.appeals.faults import Findings, Path
    from storage.appeals.head import Tree

YEARS = range(2000, 2200)  # of deadlines and events; others are slips of the pen

# Each must be written in every language, unless the sheet has only one.
_TRANSLATED = (
    ("addressees", "*", "office"),
    ("addressees", "*", "salutation"),
    ("figures", "*", "label"),
    ("change_note",),
    ("anchor_event", "name"),
    ("photo", "caption"),
    ("photo", "alt"),
    ("endorsers", "co_signers", "*", "office"),
    ("signatory", "role"),
    ("contact", "role"),
)
# Names of papers, publishers and persons: one text may stand for all languages.
_SHARED = (
    ("figures", "*", "attributed_to"),
    ("sources", "*", "publisher"),
    ("sources", "*", "title"),
    ("endorsers", "co_signers", "*", "name"),
)
_DATED = (("figures", "*", "as_of"), ("sources", "*", "date"), ("photo", "date"))

_IN_DAYS = re.compile(r"in ([0-9]{1,4}) days?", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]+([0-9]{1,2}:[0-9]{2}))?")
_ZONE: TypeAdapter[str] = TypeAdapter(Zone)


def draft(head: dict[str, Tree], body: Body, findings: Findings, now: datetime) -> dict[str, object]:
    """Return the tree of the whole appeal; whatever does not fit together is recorded in *findings*."""
    _refuse_keys_of_the_body(head, findings)
    _give_languages(head, body, findings)
    _give_demands(head, body, findings)
    _ask_for_what_asking_needs(head, findings)
    _compare_co_signers(head, findings)
    if "about" in head and head["about"] == head.get("code"):
        findings.add(("about",), Problem.OWN_CODE)
    if head.get("kind") == Kind.THANKS and not head.get("about"):
        findings.add(("about",), Problem.MISSING)  # without it nobody could be thanked
    for holder, path in _each(head, ("people_at_risk", "count")):
        holder[_key(path)] = None if holder["count"] == "unknown" else holder["count"]
    _give_days(head, findings, now.astimezone(_zone(head)))
    return {**head, "texts": body.texts}


def _each(tree: object, steps: tuple[str, ...], path: Path = ()) -> Iterator[tuple[dict[str, object], Path]]:
    """Find every mapping that has the last of *steps*, with the path of that key; `*` is each item."""
    if steps[0] == "*":
        for index, item in enumerate(tree if isinstance(tree, list) else []):
            yield from _each(item, steps[1:], (*path, index))
    elif isinstance(tree, dict) and steps[0] in tree:
        here = (*path, steps[0])
        if len(steps) == 1:
            yield tree, here
        else:
            yield from _each(tree[steps[0]], steps[1:], here)


def _key(path: Path) -> str:
    return str(path[-1])


def _refuse_keys_of_the_body(head: dict[str, Tree], findings: Findings) -> None:
    for steps in (("texts",), ("addressees", "*", "demands")):
        for holder, path in _each(head, steps):
            del holder[_key(path)]
            findings.add(path, Problem.UNKNOWN_KEY)


def _give_languages(head: dict[str, Tree], body: Body, findings: Findings) -> None:
    languages = tuple(body.texts)
    without_section: set[str] = set()
    for steps in _TRANSLATED + _SHARED:
        for holder, path in _each(head, steps):
            words = holder[_key(path)]
            if isinstance(words, dict):
                _compare(words, path, body, findings, without_section)
            elif isinstance(words, str) and (steps in _SHARED or len(languages) == 1):
                holder[_key(path)] = dict.fromkeys(languages, words)
            elif isinstance(words, str):
                findings.add(path, Problem.NEEDS_LANGUAGES, ", ".join(languages))


def _compare(words: dict[str, object], path: Path, body: Body, findings: Findings, without_section: set[str]) -> None:
    for language in body.texts:
        if language not in words:
            findings.add(path, Problem.LANGUAGE_MISSING, language)
    for language in [key for key in words if key not in body.texts]:
        del words[language]
        if language not in without_section | body.lines.keys():
            findings.add((*path, language), Problem.LANGUAGE_WITHOUT_SECTION, language)
        without_section.add(language)


def _give_demands(head: dict[str, Tree], body: Body, findings: Findings) -> None:
    known: set[str] = set()
    for holder, path in _each(head, ("addressees", "*", "id")):
        addressee = holder["id"]
        if not isinstance(addressee, str):
            continue
        if addressee in known:
            findings.add(path, Problem.DUPLICATE)
            continue
        known.add(addressee)
        holder["demands"] = _demands_of(addressee, path[:-1], body, findings, asked=_asks(head))
    for (language, addressee), demands in body.demands.items():
        if addressee not in known and language in body.texts:
            findings.add_on(demands.line, f"{language}, Demands {addressee}", Problem.NO_SUCH_ADDRESSEE)


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


def _asks(head: dict[str, Tree]) -> bool:
    """Whether the kind asks for something; one that is not known yet is taken to."""
    return head.get("kind") not in [kind.value for kind in Kind if not kind.asks]


def _ask_for_what_asking_needs(head: dict[str, Tree], findings: Findings) -> None:
    for key in ("goal", "addressees"):
        if _asks(head) and not head.get(key):
            findings.add((key,), Problem.MISSING)


def _compare_co_signers(head: dict[str, Tree], findings: Findings) -> None:
    for endorsers, path in _each(head, ("endorsers", "co_signers")):
        listed, named = endorsers["co_signers"], endorsers.get("parliamentarians_named", "0")
        if not (isinstance(listed, list) and isinstance(named, str) and named.isdecimal()):
            continue  # the model names it
        if listed and named != str(len(listed)):
            findings.add((*path[:-1], "parliamentarians_named"), Problem.NAMED_COUNT, f"{named} ≠ {len(listed)}")


def _zone(head: dict[str, Tree]) -> ZoneInfo:
    """Return the sheet's zone; UTC where the model is going to refuse it."""
    try:
        return ZoneInfo(_ZONE.validate_python(head.get("timezone")))
    except ValidationError:
        return ZoneInfo("UTC")


def _give_days(head: dict[str, Tree], findings: Findings, now: datetime) -> None:
    for holder, path in _each(head, ("deadline",)):
        deadline = _moment(holder["deadline"], now)
        if deadline is None:
            findings.add(path, Problem.DEADLINE_FORM)
        elif deadline <= now:
            findings.add(path, Problem.PAST)
        holder["deadline"] = deadline
    for holder, path in _each(head, ("anchor_event", "date")):
        moment = _moment(holder["date"], now)
        if moment is None:
            findings.add(path, Problem.DAY_FORM)
        holder["date"] = moment and moment.date()
    for steps in _DATED:
        for holder, path in _each(head, steps):
            if _lies_ahead(holder[_key(path)], now.date()):
                findings.add(path, Problem.FUTURE)


def _moment(written: object, now: datetime) -> datetime | None:
    """Read `2026-12-01 18:00`, `2026-12-01` or `in 3 days`; without an hour, the last minute of the day."""
    text = written if isinstance(written, str) else ""
    if days := _IN_DAYS.fullmatch(text):
        day = now.date() + timedelta(days=int(days.group(1)))
        return datetime.combine(day, time(23, 59), now.tzinfo)
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found.group(1))
        hour = time.fromisoformat((found.group(2) or "23:59").zfill(5))
    except ValueError:
        return None
    return datetime.combine(day, hour, now.tzinfo) if day.year in YEARS else None


def _lies_ahead(written: object, today: date) -> bool:
    try:
        return isinstance(written, str) and first_day(written) > today
    except ValueError:
        return False  # the model names it
