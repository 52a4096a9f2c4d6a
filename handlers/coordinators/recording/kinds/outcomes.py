"""Recording what came of an appeal, and where the people are whom it is about.

/outcome CODE ──► when, in short ──► who says so ──► how far it goes ──► scan ──► who may see it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.forms.fields import Choice, Question
from handlers.coordinators.recording.questions import DAY, SCAN, WHEN, access, line, link, summary, text_of, words
from handlers.coordinators.recording.recorded import Told, form_of
from handlers.coordinators.recording.subjects import office_question
from storage.appeals.vocabulary import SourceType
from storage.timeline.kinds import CaseStatus, Impact, Kind, Outcome, Status

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About


async def _outcome_questions(context: Context, about: About) -> tuple[Question, ...]:
    return (
        *await office_question(context, about, optional=True),
        DAY,
        summary(),
        line("source", optional=False),
        link(),
        Question("impact", Choice(words(context, "entry-impact", Impact))),
        SCAN,
        *access(context),
    )


def _outcome(answers: Answers) -> Told:
    return Told(
        Outcome(
            summary=str(answers["summary"]),
            source=str(answers["source"]),
            link=text_of(answers, "link"),
            impact=Impact(str(answers["impact"])),
        )
    )


async def _status_questions(context: Context, _about: About) -> tuple[Question, ...]:
    return (
        Question("status", Choice(words(context, "entry-status", CaseStatus))),
        WHEN,
        Question("source", Choice(words(context, "appeal-source-type", SourceType))),
        summary("note", optional=True),
        *access(context),
    )


def _status(answers: Answers) -> Told:
    return Told(
        Status(
            status=CaseStatus(str(answers["status"])),
            source=SourceType(str(answers["source"])),
            note=text_of(answers, "note"),
        )
    )


OUTCOME = form_of(Kind.OUTCOME, _outcome_questions, _outcome, ("outcome",))
STATUS = form_of(Kind.STATUS, _status_questions, _status)
