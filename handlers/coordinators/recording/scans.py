"""The scan that is kept with an entry, taken again: who takes it is put on record."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import InputFile

from handlers.asking import answer, person_of, say
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from storage.errors import NoSuchEntry
from storage.timeline.entries import file_of, find_entry

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.timeline.entries import Entry

log = logging.getLogger(__name__)

_SUFFIXES = {b"%PDF": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png"}


@trusted_with(Duty.READ_STATISTICS, Duty.RECORD)
async def send_scan(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the scan of an entry that the coordinator may see."""
    await answer(update, context)
    entry = await _visible(context, coordinator, number_in(words_of(update, context), 0) or 0)
    services = context.services
    scan = await file_of(services.db, entry.id, coordinator, services.now()) if entry else None
    if entry is None or scan is None:
        await say(update, context, context.say("recording-no-scan"))
        return
    log.info("coordinator %d took the scan of entry %d", coordinator.id, entry.id)
    await context.bot.send_document(
        person_of(update).id, InputFile(scan, filename=scan_name(entry, scan)), caption=context.say("recording-taken")
    )


def scan_name(entry: Entry, scan: bytes) -> str:
    """Return how the file of a scan is called, by what it is."""
    suffix = next((suffix for mark, suffix in _SUFFIXES.items() if scan.startswith(mark)), "")
    return f"{entry.about.appeal or entry.kind}-{entry.id}{suffix}"


async def _visible(context: Context, coordinator: Coordinator, number: int) -> Entry | None:
    try:
        entry = await find_entry(context.services.db, number)
    except NoSuchEntry:
        return None
    if Duty.RECORD in DUTIES[coordinator.role] or entry.open_to_all(context.services.now()):
        return entry
    return None
