"""The form of a kind of entry: what it asks, what becomes of the answers, and what can be done with it then.

`record-<kind>:CODE` or /<command> CODE ──► the form ──[Keep it]──► on record ──[Timeline | Tell those concerned | …]
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.context import Context
from handlers.coordinators.forms.fields import Answers, Form, Question
from handlers.coordinators.forms.fields import Subject as About
from handlers.coordinators.forms.files import fetch
from handlers.coordinators.recording.questions import CONFIDENTIAL, embargo_of
from handlers.coordinators.recording.showing import show_recorded
from handlers.coordinators.recording.subjects import named_about, subject_of
from handlers.coordinators.roles import Duty
from storage.timeline.entries import FILE_MAX, NewEntry, add_entry

if TYPE_CHECKING:
    from datetime import date

    from telegram import Update

    from storage.people.coordinators import Coordinator
    from storage.timeline.kinds import Content, Kind

log = logging.getLogger(__name__)

Asked = Callable[[Context, About], Awaitable[tuple[Question, ...]]]


@dataclass(frozen=True)
class Told:
    """What the answers say, beside what entries of all kinds share."""

    content: Content
    stage: str | None = None
    due_on: date | None = None


def form_of(kind: Kind, questions: Asked, told: Callable[[Answers], Told], commands: tuple[str, ...] = ()) -> Form:
    """Return the form in which entries of that kind are recorded; *told* reads what was answered."""
    word = f"record-{kind}"

    async def begin(update: Update, context: Context, _coordinator: Coordinator) -> About | None:
        return await named_about(update, context, word, {kind})

    async def finish(
        update: Update, context: Context, coordinator: Coordinator, about: About, answers: Answers
    ) -> None:
        new = await _entry(context, about, answers, told(answers))
        await keep(update, context, coordinator, new)

    return Form(f"recording-{kind}", commands, word, Duty.RECORD, begin, questions, finish)


async def keep(update: Update, context: Context, coordinator: Coordinator, new: NewEntry) -> None:
    """Put the entry on record, and show it with what can be done next."""
    services = context.services
    entry = await add_entry(services.db, new, coordinator, services.now())
    log.info("coordinator %d recorded entry %d", coordinator.id, entry)
    await show_recorded(update, context, entry)


async def scan_in(context: Context, answers: Answers) -> bytes | None:
    """Return the scan that was sent, if one was.

    Raises:
        NotFetched: If Telegram does not give it out.
    """
    return await fetch(context, str(answers["scan"]), FILE_MAX) if "scan" in answers else None


async def _entry(context: Context, about: About, answers: Answers, told: Told) -> NewEntry:
    return NewEntry(
        about=await subject_of(context, about, answers),
        content=told.content,
        day=str(answers["day"]),
        stage=told.stage,
        due_on=told.due_on,
        confidential=answers.get("access") == CONFIDENTIAL,
        embargo_until=embargo_of(answers, context.services.policy.timezone),
        file=await scan_in(context, answers),
    )
