"""What is wrong with a sheet: every fault with its line, gathered while the sheet is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]
"""Where a value stands in the tree of a sheet, such as `("addressees", 0, "office")`."""


class Problem(StrEnum):
    """The kinds of fault; each has a text in the catalogue, `sheet-fault-<value>`."""

    TOO_LARGE = "too-large"
    CONTROL_CHARACTER = "control-character"
    NO_HEAD = "no-head"
    NOT_A_REGISTER = "not-a-register"
    NOT_YAML = "not-yaml"
    YAML_TRICK = "yaml-trick"
    TOO_DEEP = "too-deep"
    DUPLICATE = "duplicate"
    UNKNOWN_KEY = "unknown-key"
    MISSING = "missing"
    NOT_A_TEXT = "not-a-text"
    NOT_A_LIST = "not-a-list"
    NOT_A_GROUP = "not-a-group"
    NOT_A_NUMBER = "not-a-number"
    VALUE_FORM = "value-form"
    NOT_YES_OR_NO = "not-yes-or-no"
    NOT_ONE_OF = "not-one-of"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    CODE_FORM = "code-form"
    OWN_CODE = "own-code"
    ID_FORM = "id-form"
    KEY_FORM = "key-form"
    AGE_FORM = "age-form"
    DATE_FORM = "date-form"
    DAY_FORM = "day-form"
    DEADLINE_FORM = "deadline-form"
    EMAIL_FORM = "email-form"
    LINK_FORM = "link-form"
    UNKNOWN_LANGUAGE = "unknown-language"
    UNKNOWN_COUNTRY = "unknown-country"
    UNKNOWN_TIMEZONE = "unknown-timezone"
    PAST = "past"
    FUTURE = "future"
    NO_LANGUAGE = "no-language"
    LANGUAGE_MISSING = "language-missing"
    LANGUAGE_WITHOUT_SECTION = "language-without-section"
    NEEDS_LANGUAGES = "needs-languages"
    UNKNOWN_SECTION = "unknown-section"
    STRAY_TEXT = "stray-text"
    OPEN_COMMENT = "open-comment"
    NOT_NUMBERED = "not-numbered"
    DEMAND_COUNT = "demand-count"
    NAMED_COUNT = "named-count"
    NO_SUCH_ADDRESSEE = "no-such-addressee"
    NO_SUCH_ENTRY = "no-such-entry"
    ENTRY_LACKS = "entry-lacks"
    NO_CONSENT = "no-consent"
    MINORS_TOPIC = "minors-topic"
    AFTER_EVENT = "after-event"
    AFTER_DEADLINE = "after-deadline"
    NOT_COUNTED = "not-counted"
    UNCONFIRMED = "unconfirmed"
    CARD_TOO_LONG = "card-too-long"
    CAPTION_TOO_LONG = "caption-too-long"
    UNEXPLAINED = "unexplained"
    CORRECTION_TOO_LONG = "correction-too-long"
    WRONG = "wrong"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to put right."""

    line: int
    """Counted from 1; 0 when the fault belongs to the sheet as a whole."""
    field: str
    """The key as the sheet has it, such as `addressees.1.office` or `ko, Summary`; may be empty."""
    problem: Problem
    detail: str = ""
    """What the text of the problem needs beside: a limit, the known words, a language."""


class SheetFaults(Exception):
    """The sheet is no appeal yet; `faults` has everything that was found, in the order of lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True)
class _Place:
    line: int
    field: str


class Findings:
    """Knows the line of each part of one sheet, and gathers the faults."""

    def __init__(self) -> None:
        self._places: dict[Path, _Place] = {(): _Place(1, "")}
        self._found: set[Fault] = set()
        self._told: set[Path] = set()

    def place(self, path: Path, line: int, field: str | None = None) -> None:
        """Remember where *path* stands; *field* names it where its dotted path would not help."""
        self._places[path] = _Place(line, dotted(path) if field is None else field)

    def add(self, path: Path, problem: Problem, detail: str = "") -> None:
        """Record a fault of the part at *path*, on the line of its nearest known part."""
        known = path
        while known not in self._places:
            known = known[:-1]
        place = self._places[known]
        self._told.add(path)
        field = ".".join(part for part in (place.field, dotted(path[len(known) :])) if part)
        self.add_on(place.line, field, problem, detail)

    def add_on(self, line: int, field: str, problem: Problem, detail: str = "") -> None:
        """Record a fault on a line that holds no part of its own."""
        self._found.add(Fault(line, field, problem, detail))

    def hush(self, path: Path) -> None:
        """Say nothing of *path* that follows from what was said of another part."""
        self._told.add(path)

    def move(self, moves: Mapping[Path, Path]) -> None:
        """Let parts stand where the model wants them, all at once; they keep the line and the name of the sheet."""
        self._places = {_moved(path, moves): place for path, place in self._places.items()}
        self._told = {_moved(path, moves) for path in self._told}

    def told(self, path: Path) -> bool:
        """Whether a fault was recorded at *path*, or at what it lies in."""
        return any(path[:depth] in self._told for depth in range(len(path) + 1))

    def __len__(self) -> int:
        return len(self._found)

    def refuse(self) -> SheetFaults:
        """Return what to raise, with every fault in the order of lines."""
        return SheetFaults(tuple(sorted(self._found)))


def dotted(path: Path) -> str:
    """Return a path as a coordinator reads it, with items counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _moved(path: Path, moves: Mapping[Path, Path]) -> Path:
    for depth in range(1, len(path) + 1):
        if path[:depth] in moves:
            return (*moves[path[:depth]], *path[depth:])
    return path
