"""What a form is: named questions, each with the kind of answer that it takes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.roles import Duty
    from storage.people.coordinators import Coordinator

BUTTONS_MAX = 40  # of one question

Answer: TypeAlias = "str | list[str] | dict[str, str]"
"""What was answered; of several choices a list, of a text in several languages one text for each of them."""
Answers = Mapping[str, Answer]
"""By the names of the questions; what was skipped is not in it."""
Subject = dict[str, str]
"""What the form is about, such as `{"code": "DEMO-001"}`; fixed when it is begun."""


@dataclass(frozen=True)
class Choice:
    """One of some words, or with *several* at least one of them; a part of what a button says can be typed as well.

    Attributes:
        options: What is kept, at most 40 bytes, and what its button says.
        buttons: How many of them have a button; what is beyond can be typed.
    """

    options: tuple[tuple[str, str], ...]
    several: bool = False
    buttons: int = BUTTONS_MAX


@dataclass(frozen=True)
class Text:
    """A text; of one line, unless it may have *lines*.

    Attributes:
        limit: Characters at most.
        lines: Whether it may have several.
        check: Returns the key of what to say instead of taking it; None takes it.
    """

    limit: int
    lines: bool = False
    check: Callable[[str], str | None] | None = None


@dataclass(frozen=True)
class Translated:
    """The same text in each of some languages, asked for one after another.

    Attributes:
        languages: In their order; the first is needed, the others can be skipped.
        limit: Characters at most, of each.
    """

    languages: tuple[str, ...]
    limit: int
    lines: bool = True


@dataclass(frozen=True)
class Day:
    """A day: ISO 8601, or the buttons for today and yesterday; with *partial* also a month or a year alone.

    Attributes:
        ahead: Whether it may lie in the future; a day that may not is one of the past or today.
    """

    partial: bool = False
    ahead: bool = False


@dataclass(frozen=True)
class Moment:
    """A day with an hour, or a day alone, in the future: `2026-12-08 14:00` or `2026-12-08`.

    Attributes:
        zone: By whose clocks it lies ahead. None: the form does not know that yet; it takes what lies ahead somewhere,
            and `finish` looks once more.
    """

    zone: ZoneInfo | None = None


@dataclass(frozen=True)
class File:
    """A document or a photo, as Telegram's name of the file; `forms.files.fetch` gets it when the form is done.

    Attributes:
        limit: Bytes at most.
        types: Media types that are taken, such as `application/pdf`; none: every one. A photo is always taken.
    """

    limit: int
    types: frozenset[str] = frozenset()


class NotKept(Exception):
    """What was answered cannot be kept as it is; *html* says what has to be changed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html


Taken = Choice | Text | Translated | Day | Moment | File


@dataclass(frozen=True)
class Question:
    """One question; what is asked is the text `<form>-ask-<name>` of the catalogue.

    Attributes:
        name: At most 16 bytes, without a colon; it is in the data of buttons.
        optional: Whether it can be skipped.
        when: Whether it is asked at all, after what was answered so far.
        texts: Beginning of its keys in the catalogue, for a question that several forms ask alike; empty: the form's.
    """

    name: str
    takes: Taken
    optional: bool = False
    when: Callable[[Answers], bool] = field(default=lambda _answers: True)
    texts: str = ""


@dataclass(frozen=True)
class Form:
    """A form; at its end everything is shown once more, and [Keep it] does it.

    Attributes:
        name: Also the beginning of its keys in the catalogue: `<name>-title`, `<name>-ask-<question>`,
            `<name>-label-<question>` for the overview. They may name what the subject holds, such as `{ $code }`.
        commands: What begins it by hand; behind it stand words that `begin` reads.
        word: The button that begins it.
        begin: Says what it is about, or tells the coordinator why there is nothing to fill in, and returns None.
        questions: In their order; they may depend on what it is about.
        finish: Does it, and tells the coordinator in place of the overview (`asking.show`). Of what a coordinator can
            cause it raises `NotKept` and `forms.files.NotFetched` alone; then, and after any fault, answers can be
            changed and [Keep it] pressed again.
    """

    name: str
    commands: tuple[str, ...]
    word: str
    duty: Duty
    begin: Callable[[Update, Context, Coordinator], Awaitable[Subject | None]]
    questions: Callable[[Context, Subject], Awaitable[tuple[Question, ...]]]
    finish: Callable[[Update, Context, Coordinator, Subject, Answers], Awaitable[None]]
