"""Recording what an addressee answered.

/reply CODE ──► from whom, when, of what sort ──► in short ──► reference, scan ──► who may see it
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.coordinators.forms.fields import Choice, Question
from handlers.coordinators.recording.questions import (
    CONFIDENTIAL,
    SCAN,
    WHEN,
    YES,
    access,
    line,
    summary,
    text_of,
    words,
    yes_or_no,
)
from handlers.coordinators.recording.recorded import Told, form_of
from handlers.coordinators.recording.subjects import office_question
from storage.timeline.kinds import Kind, Reply, Response

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About

_RECEIVED = [one for one in Response if one is not Response.NONE]  # without a response there is nothing to record


async def _questions(context: Context, about: About) -> tuple[Question, ...]:
    public = yes_or_no(context, "public")
    return (
        *await office_question(context, about),
        WHEN,
        Question("response", Choice(words(context, "entry-response", _RECEIVED))),
        summary(),
        line("reference"),
        SCAN,
        *access(context),
        replace(public, when=lambda answers: answers.get("access") != CONFIDENTIAL),
    )


def _told(answers: Answers) -> Told:
    return Told(
        Reply(
            response=Response(str(answers["response"])),
            summary=str(answers["summary"]),
            reference=text_of(answers, "reference"),
            public=answers.get("public") == YES,
        )
    )


REPLY = form_of(Kind.REPLY, _questions, _told, ("reply",))
