"""What a sheet takes from the registers: it names entries by their keys, and gets what they say.

A version keeps what the entry said when it was drafted; while it is a draft, `storage.appeals.renewing` renews that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.parts import EntryPart
from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.trees import each
from storage.registers.models import Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from storage.appeals.parts import Obligation
    from storage.appeals.sheets.faults import Findings, Path
    from storage.appeals.sheets.head import Tree
    from storage.registers.models import Office
    from storage.registers.records import Registers


def obligation_for(entry: Obligation, languages: Iterable[str]) -> Obligation:
    """Return the obligation in the languages of an appeal; the entry has them all."""
    return entry.model_copy(update={name: _only(getattr(entry, name), languages) for name in ("treaty", "words")})


def office_parts(entry: Office, parts: Iterable[EntryPart], languages: Iterable[str]) -> dict[str, object]:
    """Return those *parts* of an addressee as the entry has them, in the languages of an appeal."""
    found = {
        EntryPart.OFFICE: _only(entry.office, languages),
        EntryPart.SALUTATION: _only(entry.salutation, languages),
        EntryPart.LETTER_LANGUAGE: entry.letter_language,
        EntryPart.METHODS: entry.methods,
    }
    return {part.value: found[part] for part in parts}


def give_entries(head: dict[str, Tree], languages: tuple[str, ...], findings: Findings, registers: Registers) -> None:
    """Put what the registers say in the place of the keys; a key that they do not have is a fault."""
    _give_offices(head, languages, findings, registers.offices)
    _give_obligations(head, languages, findings, registers.obligations)
    for name, path in _listed(head, "explains", findings):
        _require(name, path, Register.EXPLANATIONS, registers.explanations, findings)
    campaign = head.get("campaign")
    if isinstance(campaign, str):
        _require(campaign, ("campaign",), Register.CAMPAIGNS, registers.campaigns, findings)


def _give_offices(
    head: dict[str, Tree], languages: tuple[str, ...], findings: Findings, offices: Mapping[str, Office]
) -> None:
    for holder, path in each(head, ("addressees", "*", "entry")):
        name = holder["entry"]
        if not isinstance(name, str):
            continue  # the model names it
        left = tuple(part for part in EntryPart if part.value not in holder)
        if not _require(name, path, Register.OFFICES, offices, findings):
            for part in left:
                findings.hush((*path[:-1], part.value))
            continue
        entry = offices[name]
        translated = {EntryPart.OFFICE: entry.office, EntryPart.SALUTATION: entry.salutation}
        _require_languages([words for part, words in translated.items() if part in left], languages, path, findings)
        holder.update(office_parts(entry, left, languages), from_entry=left)


def _give_obligations(
    head: dict[str, Tree], languages: tuple[str, ...], findings: Findings, known: Mapping[str, Obligation]
) -> None:
    for holder, _ in each(head, ("obligations",)):
        found = []
        for name, path in _listed(head, "obligations", findings):
            if _require(name, path, Register.OBLIGATIONS, known, findings):
                _require_languages([known[name].treaty, known[name].words], languages, path, findings)
                found.append(obligation_for(known[name], languages))
        if isinstance(holder["obligations"], list):
            holder["obligations"] = found


def _listed(head: dict[str, Tree], part: str, findings: Findings) -> Iterator[tuple[str, Path]]:
    """Give each key of a list once, with its path; what is no key is a fault."""
    names = head.get(part)
    seen: set[str] = set()
    for index, name in enumerate(names if isinstance(names, list) else ()):
        path = (part, index)
        if not isinstance(name, str):
            findings.add(path, Problem.NOT_A_TEXT)
        elif name in seen:
            findings.add(path, Problem.DUPLICATE)
        else:
            seen.add(name)
            yield name, path


def _require(name: str, path: Path, register: Register, entries: Mapping[str, object], findings: Findings) -> bool:
    if name not in entries:
        findings.add(path, Problem.NO_SUCH_ENTRY, register)
    return name in entries


def _require_languages(
    texts: Sequence[Mapping[str, str]], languages: tuple[str, ...], path: Path, findings: Findings
) -> None:
    for language in languages:
        if any(language not in words for words in texts):
            findings.add(path, Problem.ENTRY_LACKS, language)


def _only(words: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    return {language: words[language] for language in languages if language in words}
