"""Recording proposals in parliaments, recommendations of reviews, and what was done in a campaign."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.coordinators.forms.fields import Choice, Day, Question, Text
from handlers.coordinators.recording.questions import DAY, SCAN, WHEN, access, line, link, summary, text_of, words
from handlers.coordinators.recording.recorded import Told, form_of
from handlers.countries import COUNTRY_TEXT_MAX, find_country
from storage.appeals.values import LINE_MAX, first_day
from storage.timeline.kinds import STAGES, Action, Bill, Kind, Recommendation

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About

CYCLE_MAX = 20
MONTHS_BETWEEN_REVIEWS = 54  # four and a half years, in the fourth cycle of the Universal Periodic Review

_YEAR = 12  # months
_NEXT_DATE = Question("due", Day(ahead=True), optional=True)


async def _bill_questions(context: Context, _about: About) -> tuple[Question, ...]:
    return (
        line("title", optional=False),
        line("chamber", optional=False),
        Question("stage", Choice(words(context, "entry-stage-bill", STAGES[Kind.BILL]))),
        WHEN,
        _NEXT_DATE,
        summary("note", optional=True),
        SCAN,
    )


def _bill(answers: Answers) -> Told:
    bill = Bill(title=str(answers["title"]), chamber=str(answers["chamber"]), note=text_of(answers, "note"))
    due = text_of(answers, "due")
    return Told(bill, str(answers["stage"]), date.fromisoformat(due) if due else None)


async def _recommendation_questions(context: Context, _about: About) -> tuple[Question, ...]:
    country = Text(COUNTRY_TEXT_MAX, check=_country_fault)
    return (
        Question("state", country),
        Question("by", country),
        Question("cycle", Text(LINE_MAX, check=_cycle_fault)),
        line("session"),
        summary("text"),
        WHEN,
        Question("stage", Choice(words(context, "entry-stage-recommendation", STAGES[Kind.RECOMMENDATION]))),
        _NEXT_DATE,
        SCAN,
    )


def _recommendation(answers: Answers) -> Told:
    recommendation = Recommendation(
        state=find_country(str(answers["state"])) or "",
        recommended_by=find_country(str(answers["by"])) or "",
        cycle=int(str(answers["cycle"])),
        session=text_of(answers, "session"),
        text=str(answers["text"]),
    )
    due = text_of(answers, "due")
    following = date.fromisoformat(due) if due else next_review(first_day(str(answers["day"])))
    return Told(recommendation, str(answers["stage"]), following)


def next_review(review: date) -> date:
    """Return the first day of the month in which the state's next review is to be expected."""
    months = review.year * _YEAR + review.month - 1 + MONTHS_BETWEEN_REVIEWS
    return date(months // _YEAR, months % _YEAR + 1, 1)


async def _action_questions(context: Context, _about: About) -> tuple[Question, ...]:
    return (DAY, summary("what"), link(), SCAN, *access(context))


def _action(answers: Answers) -> Told:
    return Told(Action(what=str(answers["what"]), link=text_of(answers, "link")))


def _country_fault(text: str) -> str | None:
    return None if find_country(text) else "recording-no-country"


def _cycle_fault(text: str) -> str | None:
    fits = text.isascii() and text.isdigit() and 0 < int(text) <= CYCLE_MAX
    return None if fits else "recording-no-cycle"


BILL = form_of(Kind.BILL, _bill_questions, _bill)
RECOMMENDATION = form_of(Kind.RECOMMENDATION, _recommendation_questions, _recommendation)
ACTION = form_of(Kind.ACTION, _action_questions, _action)
