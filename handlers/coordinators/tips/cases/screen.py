"""A case as a screen, with a button for each step that the reader can take now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.asking import button, say, show
from handlers.coordinators.tips.wording import holder_text, rating_text, state_text, what_text
from handlers.dates import day_text
from handlers.texts import Markup
from storage.errors import NoSuchTip
from storage.people.coordinators import Role
from storage.tips.review.queue import case as find_case
from storage.tips.words import TipState

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.tips.review.queue import Case

TAKEN_OVER = "over"
"""Behind the tag in a claim: whoever holds the tip."""


async def show_case(
    update: Update, context: Context, coordinator: Coordinator, tag: str, note: str | None = None
) -> None:
    """Show the tip as it is now, below *note* where there is something to say; or say that there is no such tip."""
    try:
        case = await find_case(context.services.db, tag)
    except NoSuchTip:
        await say(update, context, context.say("case-unknown"))
        return
    text = _text(context, case, coordinator)
    await show(update, context, f"{note}\n\n{text}" if note else text, _buttons(context, case, coordinator))


def holds(context: Context, case: Case, coordinator: Coordinator) -> bool:
    """Return whether *coordinator* is the one who works on it now."""
    claim = case.standing.as_of(context.services.now()).claim
    return claim is not None and claim.by == coordinator.id


def back_button(context: Context, tag: str) -> InlineKeyboardButton:
    """Return the button that leads from a question about a tip back to the tip."""
    return button(context.label("case-back"), "case", tag)


def _text(context: Context, case: Case, coordinator: Coordinator) -> str:
    closed = case.standing.state is TipState.CLOSED
    lines = [
        context.say("case-heading", tag=case.tag, what=what_text(context, case)),
        context.say("case-state", state=state_text(context, case)),
        *([] if closed else [context.say("case-holder", holder=holder_text(context, case, coordinator))]),
        context.say("case-rating", rating=rating_text(context, case), grades=Markup(_grades(context, case))),
        *([context.say("case-labels", labels=_labels(context, case))] if case.labels else []),
        *([context.say("case-additions", count=case.additions)] if case.additions else []),
        *([context.say("case-replies", count=case.replies, unseen=case.unseen)] if case.replies else []),
        context.say("case-keys", epoch=str(case.epoch)),
        context.say("case-erased", day=day_text(date.fromisoformat(case.expires_on), context.language)),
    ]
    return "\n".join(lines)


def _grades(context: Context, case: Case) -> str:
    """Return what the two grades mean, where there are any."""
    if case.standing.rating is None:
        return ""
    grades = case.standing.rating.grades
    return context.say(
        "case-grades",
        source=context.label(f"case-source-{grades.source}"),
        content=context.label(f"case-content-{grades.content:d}"),
    )


def _labels(context: Context, case: Case) -> str:
    return ", ".join(context.label(f"case-label-{label}") for label in case.labels)


def _buttons(context: Context, case: Case, coordinator: Coordinator) -> Rows:
    everything = [button(context.label("case-all"), "tips", 0)]
    if case.standing.state is TipState.CLOSED:
        return [everything]
    rows = [[_step(context, "label", case), _step(context, "assign", case)], everything]
    if holds(context, case, coordinator):
        rows = [
            [_step(context, "rate", case), _step(context, "release", case)],
            [_step(context, "label", case), _step(context, "assign", case)],
            [_step(context, "close", case)],
            everything,
        ]
    elif case.standing.as_of(context.services.now()).claim is None:
        rows = [[_step(context, "claim", case)], *rows]
    else:  # a colleague holds it: who has it is theirs to give, or an owner's to take
        over = button(context.label("case-do-take-over"), "claim", case.tag, TAKEN_OVER)
        rows = [[_step(context, "label", case), *([over] if coordinator.role is Role.OWNER else [])], everything]
    return [*_agreeing(context, case, coordinator), *rows]


def _step(context: Context, word: str, case: Case) -> InlineKeyboardButton:
    return button(context.label(f"case-do-{word}"), word, case.tag)


def _agreeing(context: Context, case: Case, coordinator: Coordinator) -> Rows:
    """Return the button that agrees to the rating that is shown, for all but whoever gave it."""
    rating = case.standing.rating
    if rating is None or rating.agreed_by is not None or rating.by == coordinator.id:
        return ()
    grades = str(rating.grades)
    return [[button(context.label("case-do-agree", grades=grades), "agree", case.tag, grades)]]
