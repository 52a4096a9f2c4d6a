"""Rating a tip: how reliable the source is, then how likely it is true, judged apart (standards §3.3).

[Rate it] ──► A to F in words ──► 1 to 6 in words ──► the case;  /rate TAG B2 does it at once
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, show
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.tips.cases.doing import do_and_show, named_tag, shortened
from handlers.coordinators.tips.cases.screen import back_button, holds, show_case
from storage.errors import NoSuchTip
from storage.tips.review.queue import case as find_case
from storage.tips.review.ratings import rate_tip
from storage.tips.review.standing import Grades
from storage.tips.words import ContentGrade, SourceGrade

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

_GRADES = re.compile(r"([A-F])([1-6])")


def grades_in(text: str) -> Grades | None:
    """Return the grades that somebody wrote, such as `B2`."""
    found = _GRADES.fullmatch(text.upper())
    return Grades(SourceGrade(found[1]), ContentGrade(int(found[2]))) if found else None


@trusted_with(Duty.REVIEW_TIPS)
async def rate(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Rate the tip as was written or pressed, or ask for what is missing of it."""
    if (tag := await named_tag(update, context, "rate")) is None:
        return
    services, written = context.services, "".join(words_of(update, context)[1:])
    if grades := grades_in(written):
        deed = rate_tip(services.db, tag, grades.source, grades.content, coordinator, services.now_here())
        await do_and_show(update, context, coordinator, tag, "rate", deed)
        return
    await answer(update, context)
    if not await _may_rate(update, context, coordinator, tag):
        return
    if (letter := written.upper()) in set(SourceGrade):
        await ask_content(update, context, tag, SourceGrade(letter))
    else:
        note = context.say("case-not-a-rating", written=shortened(written)) if written else None
        await ask_source(update, context, tag, note)


async def ask_source(update: Update, context: Context, tag: str, note: str | None = None) -> None:
    """Ask how reliable the source is, below *note* where there is something to say."""
    rows = [[button(f"{grade} · {context.label(f'case-source-{grade}')}", "rate", tag, grade)] for grade in SourceGrade]
    question = context.say("case-ask-source", tag=tag)
    text = f"{note}\n\n{question}" if note else question
    await show(update, context, text, [*rows, [back_button(context, tag)]])


async def ask_content(update: Update, context: Context, tag: str, source: SourceGrade) -> None:
    """Ask how likely it is true; the letter that was chosen is in the buttons."""
    rows = [
        [button(f"{grade:d} · {context.label(f'case-content-{grade:d}')}", "rate", tag, str(Grades(source, grade)))]
        for grade in ContentGrade
    ]
    text = context.say("case-ask-content", tag=tag, letter=source, source=context.label(f"case-source-{source}"))
    await show(update, context, text, [*rows, [back_button(context, tag)]])


async def _may_rate(update: Update, context: Context, coordinator: Coordinator, tag: str) -> bool:
    """Return whether *coordinator* holds the tip; where not, show it and say so before anybody thinks about grades."""
    try:
        case = await find_case(context.services.db, tag)
    except NoSuchTip:
        await show_case(update, context, coordinator, tag)
        return False
    if holds(context, case, coordinator):
        return True
    await show_case(update, context, coordinator, tag, context.say("case-rate-not-yours"))
    return False


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("rate", rate), on("rate", rate)]
