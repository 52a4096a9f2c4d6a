"""Recording how something goes on: a bill, a promise, a recommendation, a letter that waits for an answer.

`stage:<thread>` ──► where it stands now ──► since when, what comes next, in short ──► a further entry of its thread
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from handlers.asking import say
from handlers.coordinators.forms.fields import Choice, Day, Form, Question
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.recording.questions import SCAN, WHEN, summary, text_of, words
from handlers.coordinators.recording.recorded import keep, scan_in
from handlers.coordinators.roles import Duty
from handlers.one_line import on_one_line
from storage.timeline.entries import NewEntry, thread_of
from storage.timeline.kinds import ENDS, STAGES, Bill, Commitment, Contact, Kind, Recommendation

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About
    from storage.people.coordinators import Coordinator
    from storage.timeline.entries import Entry
    from storage.timeline.kinds import Content

WHAT_MAX = 80  # characters of what goes on, in titles and buttons


def what_of(content: Content) -> str:
    """Return what a thread is about, on a short line."""
    match content:
        case Bill(title=text) | Commitment(what=text) | Recommendation(text=text):
            line = on_one_line(text)
        case Contact(summary=text, reference=reference):
            line = on_one_line(reference or text)
        case _:
            raise AssertionError(type(content))  # other kinds have no stages
    return line if len(line) <= WHAT_MAX else f"{line[:WHAT_MAX].rstrip()}…"


async def _begin(update: Update, context: Context, _coordinator: Coordinator) -> About | None:
    thread = number_in(words_of(update, context), 0)
    entries = await thread_of(context.services.db, thread or 0)
    if not entries or entries[0].kind not in STAGES:
        await say(update, context, context.say("recording-no-thread"))
        return None
    return {"thread": str(thread), "kind": entries[0].kind, "what": what_of(entries[0].content)}


async def _questions(context: Context, about: About) -> tuple[Question, ...]:
    kind = Kind(about["kind"])
    due = Question("due", Day(ahead=True), optional=True, when=lambda answers: answers.get("stage") not in ENDS[kind])
    return (
        Question("stage", Choice(words(context, f"entry-stage-{kind}", STAGES[kind]))),
        WHEN,
        *(() if kind is Kind.CONTACT else (due,)),
        summary("note", optional=kind is not Kind.CONTACT),
        SCAN,
    )


async def _finish(update: Update, context: Context, coordinator: Coordinator, about: About, answers: Answers) -> None:
    last = (await thread_of(context.services.db, int(about["thread"])))[-1]
    new = _going_on(last, answers)
    await keep(update, context, coordinator, replace(new, file=await scan_in(context, answers)))


def _going_on(last: Entry, answers: Answers) -> NewEntry:
    """Return the next entry of a thread; who may see the one before may see it."""
    stage, due = str(answers["stage"]), text_of(answers, "due")
    expected = date.fromisoformat(due) if due else last.due_on
    over = stage in ENDS[last.kind] and last.kind is not Kind.RECOMMENDATION  # the next review comes all the same
    field = "summary" if last.kind is Kind.CONTACT else "note"
    return NewEntry(
        about=last.about,
        content=last.content.model_copy(update={field: text_of(answers, "note")}),
        day=str(answers["day"]),
        stage=stage,
        due_on=None if over else expected,
        confidential=last.confidential,
        embargo_until=last.embargo_until,
        thread=last.thread,
    )


STAGE = Form("recording-stage", (), "stage", Duty.RECORD, _begin, _questions, _finish)
