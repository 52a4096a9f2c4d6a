"""The screens of a form: one question with its buttons, and at the end everything that was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from babel import Locale

from handlers.asking import button
from handlers.coordinators.forms.fields import Choice, Day, File, Moment, Translated
from handlers.coordinators.forms.order import applying, before, given, next_open
from handlers.dates import fact_date_text
from handlers.message_text import GAP, fitted
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answer, Form, Question
    from handlers.drafts import FormDraft
    from storage.people.coordinators import Coordinator

SHORT_LABEL = 18  # characters; two such buttons stand beside each other
ANSWERS_SHOWN = 3_000  # characters of all answers together in the overview
ANSWER_SHOWN_MIN = 80  # characters of each at least

Screen = tuple[str, "Rows"]


@dataclass(frozen=True)
class Filling:
    """A form as it is being filled in, with the questions that it asks in this case, and by whom."""

    form: Form
    questions: tuple[Question, ...]
    draft: FormDraft
    by: Coordinator


def place_of(draft: FormDraft) -> str:
    """Return what a button names, so that it does nothing any more once another question is open."""
    return f"{draft.asked}.{draft.language}" if draft.language else draft.asked


def question_screen(context: Context, filling: Filling, question: Question, again: str = "") -> Screen:
    """Return the open question; *again* says what was wrong with the answer before."""
    draft = filling.draft
    asked = context.say(f"{question.texts or filling.form.name}-ask-{question.name}", **draft.subject)
    blocks = [again, _title(context, filling), GAP.join(map(Markup, (asked, *_hints(context, question, draft))))]
    rows = [*_answers(context, question, draft), *_ways(context, filling, question)]
    return GAP.join(Markup(block) for block in blocks if block), rows


def overview_screen(context: Context, filling: Filling, again: str = "") -> Screen:
    """Return everything that was answered, with a way to change each answer before it is kept."""
    draft = filling.draft
    asked = applying(filling.questions, draft.answers)
    answers = given(asked, draft.answers)
    room = max(ANSWER_SHOWN_MIN, ANSWERS_SHOWN // max(1, len(asked)))
    lines = [
        context.say("form-answer", label=_label(context, filling, one), answer=_spoken(context, one, answers, room))
        for one in asked
    ]
    blocks = [again, _title(context, filling), "\n".join(lines), context.say("form-nothing-kept")]
    changes = [
        button(context.label("form-change", label=_label(context, filling, one)), "form-change", "", one.name)
        for one in asked
    ]
    rows = [[button(context.label("form-keep"), "form-keep", "")], *_grid(changes), [_leave(context, draft)]]
    return fitted(Markup(block) for block in blocks if block), rows


def _title(context: Context, filling: Filling) -> str:
    return context.say("form-title", title=Markup(context.say(f"{filling.form.name}-title", **filling.draft.subject)))


def _label(context: Context, filling: Filling, question: Question) -> str:
    return context.label(f"{question.texts or filling.form.name}-label-{question.name}", **filling.draft.subject)


def _hints(context: Context, question: Question, draft: FormDraft) -> Iterator[str]:
    """Give what helps to answer this kind of question."""
    match question.takes:
        case Day(partial=partial):
            yield context.say("form-hint-partial-day" if partial else "form-hint-day")
        case Moment():
            yield context.say("form-hint-moment")
        case Translated():
            yield context.say("form-hint-language", language=_own_name(draft.language))
        case Choice(several=True):
            yield context.say("form-hint-several")
        case Choice(options=options, buttons=buttons) if len(options) > buttons:
            yield context.say("form-hint-search", count=len(options))


def _answers(context: Context, question: Question, draft: FormDraft) -> Rows:
    place, takes = place_of(draft), question.takes
    match takes:
        case Choice(several=True):
            marks = [_tick(context, value, label, draft) for value, label in takes.options[: takes.buttons]]
            done = [[button(context.label("form-done"), "form-done", place)]] if draft.ticked else []
            return [*_grid(marks), *done]
        case Choice():
            return _grid([button(label, "answer", place, value) for value, label in takes.options[: takes.buttons]])
        case Day(ahead=False):
            today = context.services.today()
            days = {"form-today": today, "form-yesterday": today - timedelta(days=1)}
            return [[button(context.label(key), "answer", place, day.isoformat()) for key, day in days.items()]]
        case _:
            return []


def _tick(context: Context, value: str, label: str, draft: FormDraft) -> InlineKeyboardButton:
    if value in draft.ticked:
        return button(context.label("form-ticked", label=label), "untick", place_of(draft), value)
    return button(label, "answer", place_of(draft), value)


def _ways(context: Context, filling: Filling, question: Question) -> Rows:
    """Return the ways on and back, and the one out."""
    draft = filling.draft
    row = []
    changing = next_open(filling.questions, draft.answers) is None
    if changing or before(filling.questions, draft.answers, question.name):
        row.append(button(context.label("form-back"), "form-back", place_of(draft)))
    if question.optional or (isinstance(question.takes, Translated) and draft.texts):
        row.append(button(context.label("form-skip"), "form-skip", place_of(draft)))
    return [*([row] if row else []), [_leave(context, draft)]]


def _leave(context: Context, draft: FormDraft) -> InlineKeyboardButton:
    return button(context.label("form-leave"), "form-leave", place_of(draft))


def _spoken(context: Context, question: Question, answers: dict[str, Answer], room: int) -> str:
    """Return an answer as it is read in the overview."""
    answer = answers.get(question.name)
    match question.takes, answer:
        case _, None:
            return context.label("form-skipped")
        case Choice(options=options), _:
            labels = dict(options)
            values = answer if isinstance(answer, list) else [str(answer)]
            return ", ".join(labels.get(value, value) for value in values)
        case Day(), str():
            return fact_date_text(answer, context.language)
        case File(), _:
            return context.label("form-file")
        case _, dict():
            return _cut("\n".join(f"{_own_name(tag)}: {text}" for tag, text in answer.items()), room)
        case _:
            return _cut(str(answer), room)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[:room].rstrip()}…"


def _own_name(tag: str) -> str:
    """Return what a language is called by those who speak it."""
    return Locale.parse(tag, sep="-").get_display_name() or tag


def _grid(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Return buttons with short labels two in a row, others one by one."""
    width = 2 if all(len(one.text) <= SHORT_LABEL for one in buttons) else 1
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]
