"""How a tip is told about in words: where it stands, who holds it until when, how it was rated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.dates import day_text
from storage.tips.review.standing import UNRATED

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.tips.review.queue import Case


def what_text(context: Context, case: Case) -> str:
    """Return category, urgency and day of arrival."""
    return " · ".join(
        (
            context.label(f"tip-category-{case.category}"),
            context.label(f"tip-urgency-{case.urgency}"),
            day_text(date.fromisoformat(case.day), context.language),
        )
    )


def state_text(context: Context, case: Case) -> str:
    """Return where it stands now, in plain words."""
    return context.label(f"case-state-{case.standing.as_of(context.services.now()).state}")


def holder_text(context: Context, case: Case, coordinator: Coordinator) -> str:
    """Return who holds it now and until when, or that nobody does."""
    claim = case.standing.as_of(context.services.now()).claim
    if claim is None or case.holder is None:
        return context.label("case-free")
    until = _moment_text(context, claim.until)
    if claim.by == coordinator.id:
        return context.label("case-held-by-you", until=until)
    return context.label("case-held-by", who=case.holder, until=until)


def rating_text(context: Context, case: Case) -> str:
    """Return the two grades, who gave them and whether somebody else agreed."""
    rating = case.standing.rating
    if rating is None or case.rater is None:
        return context.label("case-unrated", grades=str(UNRATED))
    if case.second is None:
        return context.label("case-rated", grades=str(rating.grades), who=case.rater)
    return context.label("case-agreed", grades=str(rating.grades), who=case.rater, second=case.second)


def _moment_text(context: Context, moment: datetime) -> str:
    local = moment.astimezone(context.services.policy.timezone)
    return context.label("case-moment", day=day_text(local.date(), context.language), time=f"{local:%H:%M}")
