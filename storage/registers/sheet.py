"""The sheet of a register: YAML with the register's name at its top, and a list of entries below it.

offices:
  - key: kr-president
    office:
      en: President of the Republic of Korea
      ko: 대한민국 대통령
    ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import yaml

from storage.appeals.parts import Obligation, Part
from storage.appeals.sheets.cleaning import clean
from storage.appeals.sheets.faults import Findings, Problem
from storage.appeals.sheets.head import read_head
from storage.appeals.sheets.validating import validated
from storage.registers.models import TRANSLATED, Campaign, Explanation, Office, Register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.appeals.sheets.faults import Path
    from storage.appeals.sheets.head import Tree
    from storage.registers.models import Entry

SIZE_MAX = 100_000  # characters; reading YAML takes a second for so many
TODAY = "today"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LINE = 110  # characters
_ARTICLE = re.compile(r"(?:art(?:icle|\.)?\s*|제\s*)(?P<number>[0-9][^조]*?)(?:\s*조)?", re.IGNORECASE)
"""An article with the word that cards put before its number themselves."""


class _Offices(Part):
    offices: tuple[Office, ...]


class _Obligations(Part):
    obligations: tuple[Obligation, ...]


class _Explanations(Part):
    explanations: tuple[Explanation, ...]


class _Campaigns(Part):
    campaigns: tuple[Campaign, ...]


_SHEETS: dict[Register, type[Part]] = {
    Register.OFFICES: _Offices,
    Register.OBLIGATIONS: _Obligations,
    Register.EXPLANATIONS: _Explanations,
    Register.CAMPAIGNS: _Campaigns,
}


@dataclass(frozen=True)
class RegisterSheet:
    """What a sheet says: entries of one register, in its order."""

    register: Register
    entries: tuple[Entry, ...]


def read_register_sheet(text: str, *, today: date) -> RegisterSheet:
    """Read a sheet; `checked_on: today` means *today*, and no later day is one on which something was checked.

    Raises:
        SheetFaults: With everything that is wrong, each with its line.
    """
    findings = Findings()
    if len(text) > SIZE_MAX:
        findings.add_on(0, "", Problem.TOO_LARGE, f"{len(text)} > {SIZE_MAX}")
        raise findings.refuse()
    tree = read_head(clean(text, findings), 1, findings)
    if tree is None:
        raise findings.refuse()
    register = _register(tree, findings)
    _draft(register, tree, findings, today)
    sheet = validated(_SHEETS[register], tree, findings)
    return RegisterSheet(register, getattr(sheet, register.value))


def write_sheet(register: Register, entries: Iterable[Entry]) -> str:
    """Return the sheet that reads as these entries."""
    written = [_written(entry) for entry in entries]
    return "\n".join((f"{register}:", *written)) if written else f"{register}: []\n"


def _register(tree: dict[str, Tree], findings: Findings) -> Register:
    """Return the one register that the sheet is of; what else stands at its top is a fault."""
    named = [key for key in tree if key in set(Register)]
    known = ", ".join(Register)
    if not named:
        findings.add_on(1, "", Problem.NOT_A_REGISTER, known)
        raise findings.refuse()
    for key in tree:
        if key != named[0]:
            findings.add((key,), Problem.NOT_A_REGISTER, known)
    if len(findings):
        raise findings.refuse()
    return Register(named[0])


def _draft(register: Register, tree: dict[str, Tree], findings: Findings, today: date) -> None:
    """Put days and languages in their places, and record what does not fit together."""
    entries = tree[register]
    known: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        path = (register.value, index)
        if not isinstance(entry, dict):
            continue  # the model names it
        if (key := entry.get("key")) in known:
            findings.add((*path, "key"), Problem.DUPLICATE)
        if isinstance(key, str):
            known.add(key)
        _give_languages(register, entry, path, findings)
        if register is Register.OBLIGATIONS and isinstance(article := entry.get("article"), str):
            found = _ARTICLE.fullmatch(article.strip())
            entry["article"] = found["number"] if found else article
        if register is Register.OFFICES and "checked_on" in entry:
            _give_day(cast("dict[str, object]", entry), (*path, "checked_on"), findings, today)


def _give_languages(register: Register, entry: dict[str, Tree], path: Path, findings: Findings) -> None:
    """Let one name of a holder stand for all languages; everything else is written in each of them."""
    texts = [(name, entry[name]) for name in TRANSLATED[register] if name in entry]
    languages = tuple(dict.fromkeys(tag for _, text in texts if isinstance(text, dict) for tag in text))
    for name, text in texts:
        if isinstance(text, dict):
            for missing in (tag for tag in languages if tag not in text):
                findings.add((*path, name), Problem.LANGUAGE_MISSING, missing)
        elif isinstance(text, str) and name == "holder":
            entry[name] = dict.fromkeys(languages, text)
        elif isinstance(text, str) and languages:
            findings.add((*path, name), Problem.NEEDS_LANGUAGES, ", ".join(languages))


def _give_day(entry: dict[str, object], path: Path, findings: Findings, today: date) -> None:
    day = _day(str(entry["checked_on"]), today)
    if day is None:
        findings.add(path, Problem.DAY_FORM)
    elif day > today:
        findings.add(path, Problem.FUTURE)
    entry["checked_on"] = day or today


def _day(written: str, today: date) -> date | None:
    if written == TODAY:
        return today
    try:
        return date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _written(entry: Entry) -> str:
    plain = entry.model_dump(mode="json", exclude_none=True)
    return str(yaml.dump([plain], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_LINE))
