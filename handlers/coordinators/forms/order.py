"""Which question of a form is asked when: what applies after the answers so far, what comes next, what was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from handlers.coordinators.forms.fields import Answer, Answers, Question


def given(questions: Iterable[Question], answers: Answers) -> dict[str, Answer]:
    """Return the answers that count: without what was skipped, and without those to what is not asked any more."""
    counted: dict[str, Answer] = {}
    for question in questions:
        answer = _written(answers.get(question.name, ""))
        if answer and question.when(counted):
            counted[question.name] = answer
    return counted


def applying(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Return the questions that are asked after those answers, in order."""
    asked: list[Question] = []
    for question in questions:
        if question.when(given(asked, answers)):
            asked.append(question)
    return tuple(asked)


def next_open(questions: Iterable[Question], answers: Answers) -> Question | None:
    """Return the first question that was neither answered nor skipped; None if there is none left."""
    return next((one for one in applying(questions, answers) if not _is_settled(one, answers)), None)


def before(questions: Iterable[Question], answers: Answers, name: str) -> Question | None:
    """Return the question before the one of that name, if there is one."""
    asked = applying(questions, answers)
    place = next((place for place, one in enumerate(asked) if one.name == name), 0)
    return asked[place - 1] if place else None


def _is_settled(question: Question, answers: Mapping[str, Answer]) -> bool:
    return question.name in answers and (question.optional or bool(answers[question.name]))


def _written(answer: Answer) -> Answer:
    """Return a text in several languages without those that were skipped; any other answer as it is."""
    return {tag: text for tag, text in answer.items() if text} if isinstance(answer, dict) else answer
