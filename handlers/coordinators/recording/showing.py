"""An entry as it was put on record, with what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.happenings import Names, entry_text
from handlers.asking import button, show
from handlers.coordinators.recording.subjects import NONE
from handlers.dates import fact_date_text
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.appeals.records import SENT, AppealState, find_appeal
from storage.registers.records import read_registers
from storage.timeline.entries import find_entry
from storage.timeline.kinds import Kind, Outcome
from storage.timeline.newsworthy import why_not
from storage.timeline.readers import words_wait

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.timeline.entries import Entry

_MOVED_BY = {Kind.DELIVERY: AppealState.DELIVERED, Kind.REPLY: AppealState.ANSWERED}


async def show_recorded(update: Update, context: Context, number: int) -> None:
    """Show the entry, and where it can be seen, told of or gone on with."""
    db = context.services.db
    entry = await find_entry(db, number)
    stored = await find_appeal(db, entry.about.appeal) if entry.about.appeal else None
    offices = (await read_registers(db)).offices
    appeals = {stored.appeal.code: stored.appeal} if stored else {}
    names = Names(context.services.texts, context.language, appeals, offices, context.services.now())
    day = fact_date_text(entry.day, context.language)
    kept = context.say("recording-kept", day=day, text=entry_text(entry, names))
    blocks = [kept, *_notes(context, entry, stored)]
    if await words_wait(db, entry, context.services.now()):
        blocks.append(context.say("recording-words-wait", kind=entry.kind))
    rows = [[one] async for one in _buttons(context, entry, stored)]
    await show(update, context, GAP.join(map(Markup, blocks)), rows)


def _notes(context: Context, entry: Entry, stored: StoredAppeal | None) -> Iterator[str]:
    """Give what follows from it."""
    if stored is None:
        return
    code = stored.appeal.code
    if stored.state is _MOVED_BY.get(entry.kind):
        yield context.say("recording-moved", code=code, state=context.label(f"state-{stored.state}"))
    if isinstance(entry.content, Outcome) and entry.content.impact.is_step_forward:
        yield context.say("recording-thanks", code=code)


async def _buttons(context: Context, entry: Entry, stored: StoredAppeal | None) -> AsyncIterator[InlineKeyboardButton]:
    services, where = context.services, entry.about.appeal or entry.about.campaign
    readable = stored is None or stored.state in SENT
    if readable and await why_not(services.db, entry, services.now()) is None:
        yield button(context.label("recording-tell"), "news", entry.id)
    yield button(context.label("recording-timeline"), "timeline", where or NONE)
    if entry.has_file:
        yield button(context.label("recording-scan"), "scan", entry.id)
    yield button(context.label("recording-more"), "record", where or NONE)
