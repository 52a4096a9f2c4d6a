"""Choosing what to record, and closing the book on an appeal that is over.

/record ──► appeals, campaigns, or neither ──[one]──┐
/record CODE or KEY ────────────────────────────────┴──► [a kind of entry] ──► its form
                                                    ├──► [what is open] ──► how it goes on
                                                    └──► [Archive it] ──► asked once ──[Archive]──► in the archive
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, show
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.recording.kinds.stages import what_of
from handlers.coordinators.recording.scans import send_scan
from handlers.coordinators.recording.subjects import NONE, named_about, suits
from handlers.coordinators.roles import Duty, trusted_with
from handlers.pages import page_of
from storage.appeals.records import find_appeal
from storage.errors import WrongState
from storage.timeline.archiving import ARCHIVABLE, archive
from storage.timeline.entries import standing
from storage.timeline.kinds import ENDS, Kind

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Subject as About
    from storage.people.coordinators import Coordinator
    from storage.timeline.entries import Entry

log = logging.getLogger(__name__)

THREADS_SHOWN = 10  # of what is open, on one page


@trusted_with(Duty.RECORD)
async def choose(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Offer the kinds of entries that the appeal or the campaign can have, and what of it is open."""
    await answer(update, context)
    about = await named_about(update, context, "record", tuple(Kind))
    if about is None:
        return
    asked = "".join(words_of(update, context)[1:2])
    rows = [*_kinds(context, about), *await _open_threads(context, about, asked), *await _archiving(context, about)]
    await show(update, context, context.say("recording-ask-kind", of=about["of"]), rows)


@trusted_with(Duty.RECORD)
async def ask_to_archive(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Say what the archive means, and ask once."""
    await answer(update, context)
    stored = await named_appeal(update, context, "record")
    if stored is None:
        return
    code = stored.appeal.code
    row = [
        button(context.label("recording-archive"), "archive-confirm", code),
        button(context.label("recording-archive-not"), "record", code),
    ]
    await show(update, context, context.say("recording-ask-archive", code=code), [row])


@trusted_with(Duty.RECORD)
async def do_archive(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Put the appeal in the archive."""
    await answer(update, context)
    stored = await named_appeal(update, context, "record")
    if stored is None:
        return
    code = stored.appeal.code
    try:
        await archive(context.services.db, code, coordinator, context.services.now())
    except WrongState as refusal:
        state = context.label(f"state-{refusal.state}")
        await show(update, context, context.say("recording-not-over", code=code, state=state))
        return
    log.info("coordinator %d archived an appeal", coordinator.id)
    row = [button(context.label("recording-timeline"), "timeline", code)]
    await show(update, context, context.say("recording-archived", code=code), [row])


def _kinds(context: Context, about: About) -> Rows:
    kinds = [kind for kind in Kind if suits(kind, about)]
    buttons = [button(context.label(f"entry-kind-{kind}"), f"record-{kind}", _word(about)) for kind in kinds]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


async def _open_threads(context: Context, about: About, asked: str) -> Rows:
    """Give a button for each letter, promise, bill and recommendation of it that goes on."""
    threads = [one for kind in ENDS for one in await standing(context.services.db, kind) if _is_open(one, about)]
    page = page_of(threads, asked, THREADS_SHOWN)
    rows = [*([_thread(context, one)] for one in page.shown), page.turning(context, "record", _word(about))]
    return [row for row in rows if row]


def _is_open(entry: Entry, about: About) -> bool:
    belongs = (entry.about.appeal, entry.about.campaign) == (about.get("appeal"), about.get("campaign"))
    return belongs and entry.stage not in ENDS[entry.kind]


def _thread(context: Context, entry: Entry) -> InlineKeyboardButton:
    stage = context.label(f"entry-stage-{entry.kind}-{entry.stage}")
    return button(context.label("recording-thread", what=what_of(entry.content), stage=stage), "stage", entry.thread)


async def _archiving(context: Context, about: About) -> Rows:
    code = about.get("appeal")
    if code is None or (await find_appeal(context.services.db, code)).state not in ARCHIVABLE:
        return []
    return [[button(context.label("recording-archive-it"), "archive", code)]]


def _word(about: About) -> str:
    return about.get("appeal") or about.get("campaign") or NONE


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("record", choose),
        on("record", choose),
        on("archive", ask_to_archive),
        on("archive-confirm", do_archive),
        on("scan", send_scan),
    ]
