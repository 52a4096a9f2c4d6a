"""Where bills, commitments and recommendations stand, what is due first in front.

/trackers ──► how many of each ──[Promises]──► each with its stage ──[one]──► its next stage (a form)
                                                └─[As a file]──► CSV
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.happenings import Names, entry_text
from handlers.asking import answer, button, on, person_of, show
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.dates import fact_date_text
from handlers.message_text import fitted
from handlers.pages import page_of
from handlers.texts import Markup
from storage.timeline.exporting import Order, bills_csv, commitments_csv, recommendations_csv
from storage.timeline.kinds import Kind
from storage.timeline.tracked import tracked

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.timeline.tracked import Tracked

FILES = {Kind.BILL: bills_csv, Kind.COMMITMENT: commitments_csv, Kind.RECOMMENDATION: recommendations_csv}
LISTED_MAX = 15  # threads in one message
LABEL_MAX = 40  # characters of a button


@trusted_with(Duty.READ_STATISTICS)
async def show_trackers(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show where each thread of the kind that was named stands, or how many there are of each."""
    await answer(update, context)
    word, asked, *_ = (*words_of(update, context), "", "")
    if word.lower() not in FILES:
        await _count(update, context, coordinator)
        return
    kind = Kind(word.lower())
    threads = await _threads(context, kind, coordinator)
    page = page_of(threads, asked, LISTED_MAX)
    names = Names(context.services.texts, context.language, now=context.services.now())
    lines = [_line(context, one, names) for one in page.shown]
    blocks = [Markup(context.say("trackers-heading", kind=context.label(f"entry-kind-{kind}"), count=len(threads)))]
    rows = []
    if Duty.RECORD in DUTIES[coordinator.role]:
        rows = [[button(_label(context, one), "stage", one.entry.thread)] for one in page.shown]
    if turning := page.turning(context, "trackers", kind):
        rows.append(turning)
    if threads:
        rows.append([button(context.label("trackers-file"), "tracker-file", kind)])
    await show(update, context, fitted([*blocks, *lines]), rows)


@trusted_with(Duty.READ_STATISTICS)
async def send_file(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send where the threads of a kind stand as a table; it is put on record."""
    word = "".join(words_of(update, context)[:1])
    await answer(update, context, None if word in FILES else "button-stale")
    if word not in FILES:
        return
    services, kind = context.services, Kind(word)
    staff = Duty.RECORD in DUTIES[coordinator.role]
    order = Order(coordinator, services.now(), staff, lambda column: context.label(f"desk-tracker-column-{column}"))
    file = InputFile(await FILES[kind](services.db, order), filename=f"{kind}s.csv")
    await context.bot.send_document(person_of(update).id, file)


async def _count(update: Update, context: Context, coordinator: Coordinator) -> None:
    lines, rows = [], []
    for kind in FILES:
        threads, name = await _threads(context, kind, coordinator), context.label(f"entry-kind-{kind}")
        overdue = sum(one.overdue(context.services.today()) for one in threads)
        lines.append(Markup(context.say("trackers-count", kind=name, count=len(threads), overdue=overdue)))
        rows.append([button(name, "trackers", kind)])
    await show(update, context, fitted([Markup(context.say("trackers-which")), Markup("\n").join(lines)]), rows)


async def _threads(context: Context, kind: Kind, coordinator: Coordinator) -> tuple[Tracked, ...]:
    services, staff = context.services, Duty.RECORD in DUTIES[coordinator.role]
    return await tracked(services.db, kind, services.now(), staff=staff)


def _line(context: Context, one: Tracked, names: Names) -> Markup:
    line = Markup("• ") + entry_text(one.entry, names)
    if one.entry.kind is Kind.RECOMMENDATION and one.next:
        month = fact_date_text(one.next, context.language)
        line += Markup(" ") + Markup(context.say("trackers-next-review", month=month))
    if one.overdue(context.services.today()):
        line += Markup(" ") + Markup(context.say("trackers-overdue"))
    return line


def _label(context: Context, one: Tracked) -> str:
    content = one.entry.content.model_dump()
    text = str(content.get("title") or content.get("what") or content.get("text"))
    return context.label("trackers-go-on", what=text if len(text) <= LABEL_MAX else f"{text[:LABEL_MAX]}…")


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("trackers", show_trackers),
        on("trackers", show_trackers),
        on("tracker-file", send_file),
    ]
