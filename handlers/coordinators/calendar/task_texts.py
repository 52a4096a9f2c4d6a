"""A task in words: what it is called, what it asks for, and the buttons that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.appeals.happenings import Names
from handlers.asking import button
from handlers.countries import country_name
from handlers.dates import day_text, fact_date_text
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.appeals.records import find_appeal
from storage.registers.records import read_registers
from storage.timeline.causes import TaskKind, next_review
from storage.timeline.entries import Subject, find_entry
from storage.timeline.kinds import Commitment, Kind, Recommendation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.asking import Rows
    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.registers.models import Office
    from storage.timeline.entries import Entry
    from storage.timeline.tasks import Task

WEEK, MONTH = 7, 30  # days that a task can be put off for
ANNIVERSARY = 365  # days after the close


@dataclass(frozen=True)
class Facts:
    """A task with what it is about, as it is now.

    Attributes:
        entry: The entry of the timeline: a delivery, a promise, a recommendation.
        offices: The register, by key.
    """

    task: Task
    appeal: Appeal | None
    entry: Entry | None
    offices: dict[str, Office]


async def facts_of(db: Database, task: Task) -> Facts:
    """Return the task with all that its words need."""
    return Facts(
        task,
        (await find_appeal(db, task.appeal)).appeal if task.appeal else None,
        await find_entry(db, task.entry) if task.entry else None,
        dict((await read_registers(db)).offices) if task.kind is TaskKind.OFFICE else {},
    )


def task_title(facts: Facts, texts: Texts, language: str) -> str:
    """Return what a list or a button calls the task."""
    values = _values(facts, _names(facts, texts, language))
    return texts.plain(f"tasks-title-{facts.task.kind}", language, **values)


def task_text(facts: Facts, texts: Texts, language: str) -> str:
    """Return what is to be done, and why."""
    names = _names(facts, texts, language)
    title = Markup("<b>{}</b>").format(task_title(facts, texts, language))
    return str(GAP.join((title, names.say(f"tasks-text-{facts.task.kind}", **_values(facts, names)))))


def task_rows(facts: Facts, texts: Texts, language: str) -> Rows:
    """Return the buttons: what helps with it, then that it is done, then putting it off."""
    task = facts.task
    helping = [
        [button(texts.plain(f"tasks-{key}", language), word, *arguments)] for key, word, *arguments in _helping(task)
    ]
    return [
        *helping,
        [button(texts.plain("tasks-done", language), "task-done", task.id)],
        [
            button(texts.plain("tasks-in-a-week", language), "task-snooze", task.id, WEEK),
            button(texts.plain("tasks-in-a-month", language), "task-snooze", task.id, MONTH),
        ],
    ]


def _helping(task: Task) -> Iterator[tuple[str, ...]]:
    """Give what can be done about the task here: the end of a label's key, and the data of its button."""
    match task.kind:
        case TaskKind.FOLLOW_UP:
            if task.number == ANNIVERSARY:
                yield "write", "news-new", *task.about, "anniversary"
            yield "record", "record", *task.about
        case TaskKind.NO_REPLY:
            yield "reply", "record-reply", task.about[0]
        case TaskKind.COMMITMENT:
            yield "stage", "stage", task.about[0]
        case TaskKind.REVIEW:
            yield "trackers", "trackers", Kind.RECOMMENDATION
        case TaskKind.OFFICE:
            yield "office", "office-of", task.about[0]
    if task.appeal:
        yield "timeline", "timeline", task.appeal


def _names(facts: Facts, texts: Texts, language: str) -> Names:
    appeals = {facts.appeal.code: facts.appeal} if facts.appeal else {}
    return Names(texts, language, appeals, facts.offices)


def _values(facts: Facts, names: Names) -> dict[str, Value]:
    """Return what the texts of the task's kind name."""
    task, entry, language = facts.task, facts.entry, names.language
    code = task.appeal or ""
    values: dict[str, Value] = {"number": task.number or 0, "code": code}
    match task.kind:
        case TaskKind.FOLLOW_UP:
            values["title"] = names.title(code)
        case TaskKind.NO_REPLY:
            assert entry is not None
            office = names.office(Subject(appeal=code, addressee=task.about[1]))
            values |= {"office": office, "day": fact_date_text(entry.day, language)}
        case TaskKind.COMMITMENT:
            assert entry is not None
            assert isinstance(entry.content, Commitment)
            assert entry.due_on is not None
            day = day_text(entry.due_on, language)
            values |= {"who": entry.content.who, "what": entry.content.what, "day": day}
        case TaskKind.REVIEW:
            assert entry is not None
            assert isinstance(entry.content, Recommendation)
            _state, cycle, day = task.about
            values |= {"country": country_name(entry.content.state, language), "cycle": int(cycle)}
            values |= {"day": fact_date_text(day, language), "next": fact_date_text(next_review(day), language)}
        case TaskKind.OFFICE:
            key, checked = task.about
            values |= {
                "office": names.office(Subject(office=key)),
                "key": key,
                "day": fact_date_text(checked, language),
            }
    return values
