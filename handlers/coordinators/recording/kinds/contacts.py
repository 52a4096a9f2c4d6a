"""Recording contacts with an office, as a register of correspondence does, and what its holder promised."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.coordinators.forms.fields import Choice, Day, Question
from handlers.coordinators.recording.questions import DAY, SCAN, access, line, summary, text_of, words
from handlers.coordinators.recording.recorded import Told, form_of
from handlers.coordinators.recording.subjects import office_question
from storage.timeline.kinds import STAGES, Commitment, Contact, Direction, Form, Kind

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About


async def _contact_questions(context: Context, about: About) -> tuple[Question, ...]:
    return (
        *await office_question(context, about),
        Question("form", Choice(words(context, "entry-form", Form))),
        Question("direction", Choice(words(context, "entry-direction", Direction))),
        line("sender"),
        line("recipient"),
        line("reference"),
        DAY,
        summary(),
        Question("stage", Choice(words(context, "entry-stage-contact", STAGES[Kind.CONTACT]))),
        SCAN,
        *access(context),
    )


def _contact(answers: Answers) -> Told:
    contact = Contact(
        form=Form(str(answers["form"])),
        direction=Direction(str(answers["direction"])),
        sender=text_of(answers, "sender"),
        recipient=text_of(answers, "recipient"),
        reference=text_of(answers, "reference"),
        summary=str(answers["summary"]),
    )
    return Told(contact, str(answers["stage"]))


async def _commitment_questions(context: Context, about: About) -> tuple[Question, ...]:
    return (
        *await office_question(context, about, optional=True),
        line("who", optional=False),
        summary("what"),
        DAY,
        Question("due", Day(ahead=True), optional=True),
        SCAN,
        *access(context),
    )


def _commitment(answers: Answers) -> Told:
    due = text_of(answers, "due")
    commitment = Commitment(who=str(answers["who"]), what=str(answers["what"]))
    return Told(commitment, STAGES[Kind.COMMITMENT][0], date.fromisoformat(due) if due else None)


CONTACT = form_of(Kind.CONTACT, _contact_questions, _contact)
COMMITMENT = form_of(Kind.COMMITMENT, _commitment_questions, _commitment)
