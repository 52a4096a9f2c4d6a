"""The languages of a sheet: what is written for readers is written in each of them, and in no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.trees import each, key

if TYPE_CHECKING:
    from storage.appeals.sheets.body import Body
    from storage.appeals.sheets.faults import Findings, Path
    from storage.appeals.sheets.head import Tree

# Each must be written in every language, unless the sheet has only one.
_TRANSLATED = (
    ("addressees", "*", "office"),
    ("addressees", "*", "salutation"),
    ("figures", "*", "label"),
    ("facts", "*", "place"),
    ("facts", "*", "affected"),
    ("facts", "*", "note"),
    ("place", "region"),
    ("place", "town"),
    ("help_line",),
    ("change_note",),
    ("anchor_event", "name"),
    ("photo", "caption"),
    ("photo", "alt"),
    ("endorsers", "co_signers", "*", "office"),
    ("signatory", "role"),
    ("contact", "role"),
)
# Names of papers, publishers and persons, and what coordinators alone read: one text may stand for all languages.
_SHARED = (
    ("figures", "*", "attributed_to"),
    ("figures", "*", "confirmed_by"),
    ("figures", "*", "number_confirmed_by"),
    ("sources", "*", "publisher"),
    ("sources", "*", "title"),
    ("endorsers", "co_signers", "*", "name"),
    ("place", "restricted"),
)


def give_languages(head: dict[str, Tree], body: Body, findings: Findings) -> None:
    """Turn each text for readers into one per language of the sheet's sections."""
    languages = tuple(body.texts)
    without_section: set[str] = set()
    for steps in _TRANSLATED + _SHARED:
        for holder, path in each(head, steps):
            words = holder[key(path)]
            if isinstance(words, dict):
                _compare(words, path, body, findings, without_section)
            elif isinstance(words, str) and (steps in _SHARED or len(languages) == 1):
                holder[key(path)] = dict.fromkeys(languages, words)
            elif isinstance(words, str):
                findings.add(path, Problem.NEEDS_LANGUAGES, ", ".join(languages))


def _compare(words: dict[str, object], path: Path, body: Body, findings: Findings, without_section: set[str]) -> None:
    for language in body.texts:
        if language not in words:
            findings.add(path, Problem.LANGUAGE_MISSING, language)
    for language in [word for word in words if word not in body.texts]:
        del words[language]
        if language not in without_section | body.lines.keys():
            findings.add((*path, language), Problem.LANGUAGE_WITHOUT_SECTION, language)
        without_section.add(language)
