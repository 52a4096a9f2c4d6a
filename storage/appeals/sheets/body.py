"""The body of a sheet: a section for each language with its title, summary, background and demands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from storage.appeals.sheets.faults import Problem
from storage.appeals.values import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.appeals.sheets.faults import Findings

PARTS = {"title": "Title", "summary": "Summary", "background": "Background"}

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_DEMANDS = re.compile(r"demands[ \t]+(\S+)", re.IGNORECASE)
_NUMBERED = re.compile(r"[ \t]*([0-9]{1,3})[.)][ \t]+(.*)")
_LANGUAGE: TypeAdapter[str] = TypeAdapter(Language)

NumberedLine = tuple[int, str]


@dataclass(frozen=True)
class Demands:
    """The numbered list under one `## Demands` heading."""

    line: int
    items: tuple[NumberedLine, ...]


@dataclass(frozen=True)
class Body:
    """What the sections say, by language in the order of the sheet."""

    lines: dict[str, int] = field(default_factory=dict)
    """The line of each language's heading, unknown languages included."""
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    demands: dict[tuple[str, str], Demands] = field(default_factory=dict)
    """By language and addressee."""


def without_comments(text: str, findings: Findings, first_line: int) -> str:
    """Blank out `<!-- … -->`, keeping the lines; a comment that never ends is a fault."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            line = first_line + text.count("\n", 0, start)
            findings.add_on(line, "", Problem.OPEN_COMMENT)
            break
        kept += (text[at:start], "\n" * text.count("\n", start, end))
        at = end + len("-->")
    return "".join(kept) + text[at:]


def read_body(text: str, first_line: int, findings: Findings) -> Body:
    """Read all sections of *text*, whose first line is *first_line* of the sheet."""
    reading = _Reading(findings)
    lines = without_comments(text, findings, first_line).split("\n")
    for number, line in enumerate(lines, start=first_line):
        reading.take(number, line.rstrip())
    reading.end_section()
    return reading.body


class _Reading:
    """Follows the headings; the lines between two of them belong to the first."""

    def __init__(self, findings: Findings) -> None:
        self.body = Body()
        self._findings = findings
        self._language: str | None = None
        self._heading: NumberedLine | None = None
        self._content: list[NumberedLine] = []

    def take(self, number: int, line: str) -> None:
        heading = _HEADING.fullmatch(line)
        if heading is None:
            self._take_content(number, line)
            return
        self.end_section()
        marks, name = heading.groups()
        if len(marks) == 1:
            self._begin_language(number, name.strip())
        elif self._language is None:
            self._findings.add_on(number, "", Problem.STRAY_TEXT)
        else:
            self._heading = (number, name.strip() if len(marks) == len("##") else "")

    def end_section(self) -> None:
        if self._heading is None or self._language is None:
            return
        line, name = self._heading
        if asked := _DEMANDS.fullmatch(name):
            self._end_demands(line, self._language, asked.group(1))
        elif name.lower() in PARTS:
            self._end_part(line, self._language, name.lower())
        else:
            self._findings.add_on(line, self._language, Problem.UNKNOWN_SECTION)
        self._heading, self._content = None, []

    def _take_content(self, number: int, line: str) -> None:
        if self._heading is not None:
            self._content.append((number, line))
        elif line.strip():
            self._findings.add_on(number, self._language or "", Problem.STRAY_TEXT)

    def _begin_language(self, number: int, tag: str) -> None:
        self._language = tag
        if tag in self.body.lines:
            self._findings.add_on(number, tag, Problem.DUPLICATE)
            return
        self.body.lines[tag] = number
        try:
            _LANGUAGE.validate_python(tag)
        except ValidationError:
            self._findings.add_on(number, tag, Problem.UNKNOWN_LANGUAGE)
            return
        self.body.texts[tag] = {}
        self._findings.place(("texts", tag), number, tag)
        for part, name in PARTS.items():
            self._findings.place(("texts", tag, part), number, f"{tag}, {name}")

    def _end_part(self, line: int, language: str, part: str) -> None:
        if (texts := self.body.texts.get(language)) is None:
            return  # the heading of the language is the fault
        name = f"{language}, {PARTS[part]}"
        if part in texts:
            self._findings.add_on(line, name, Problem.DUPLICATE)
            return
        self._findings.place(("texts", language, part), line, name)
        texts[part] = paragraphs(text for _, text in self._content)

    def _end_demands(self, line: int, language: str, addressee: str) -> None:
        name = f"{language}, Demands {addressee}"
        if (language, addressee) in self.body.demands:
            self._findings.add_on(line, name, Problem.DUPLICATE)
            return
        self.body.demands[language, addressee] = Demands(line, self._numbered(name))

    def _numbered(self, name: str) -> tuple[NumberedLine, ...]:
        items: list[NumberedLine] = []
        for number, line in self._content:
            found = _NUMBERED.fullmatch(line)
            if found and int(found.group(1)) == len(items) + 1:
                items.append((number, found.group(2).strip()))
            elif found or (line.strip() and not items):
                self._findings.add_on(number, name, Problem.NOT_NUMBERED, str(len(items) + 1))
            elif line.strip():
                first, so_far = items[-1]
                items[-1] = (first, f"{so_far} {line.strip()}")
        return tuple(items)


def paragraphs(lines: Iterable[str]) -> str:
    """Join the lines of each paragraph by a space, and paragraphs by one empty line."""
    joined = "\n".join(line.strip() for line in lines)
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n{2,}", joined) if part.strip())
