"""Recording that an appeal, or the names of those who signed it, reached an addressee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.forms.fields import Choice, Question
from handlers.coordinators.recording.questions import DAY, SCAN, access, line, text_of, words
from handlers.coordinators.recording.recorded import Told, form_of
from handlers.coordinators.recording.subjects import office_question
from storage.appeals.vocabulary import Method
from storage.timeline.kinds import Delivery, Kind

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About


async def _questions(context: Context, about: About) -> tuple[Question, ...]:
    return (
        *await office_question(context, about),
        DAY,
        Question("methods", Choice(words(context, "entry-method", Method), several=True)),
        line("place"),
        line("by"),
        line("receipt"),
        SCAN,
        *access(context),
    )


def _told(answers: Answers) -> Told:
    return Told(
        Delivery(
            methods=tuple(map(Method, answers["methods"])),
            place=text_of(answers, "place"),
            by=text_of(answers, "by"),
            receipt=text_of(answers, "receipt"),
        )
    )


DELIVERY = form_of(Kind.DELIVERY, _questions, _told)
