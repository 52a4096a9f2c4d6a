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
from storage.timeline.visibility import visible_to

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context, Services
    from storage.people.coordinators import Coordinator
    from storage.timeline.entries import Entry

log = logging.getLogger(__name__)

_SUFFIXES = {b"%PDF": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png"}


@trusted_with(Duty.READ_STATISTICS, Duty.RECORD)
async def send_scan(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the scan of an entry that the coordinator may see."""
    await answer(update, context)
    taken = await take_scan(context.services, coordinator, number_in(words_of(update, context), 0) or 0)
    if taken is None:
        await say(update, context, context.say("recording-no-scan"))
        return
    name, scan = taken
    file = InputFile(scan, filename=name)
    await context.bot.send_document(person_of(update).id, file, caption=context.say("recording-taken"))


async def take_scan(services: Services, by: Coordinator, number: int) -> tuple[str, bytes] | None:
    """Return name and content of the scan of an entry that the coordinator may see, and put it on record."""
    try:
        entry = await find_entry(services.db, number)
    except NoSuchEntry:
        return None
    if not visible_to(entry, services.now(), staff=Duty.RECORD in DUTIES[by.role]):
        return None
    scan = await file_of(services.db, entry.id, by, services.now())
    if scan is None:
        return None
    log.info("coordinator %d took the scan of entry %d", by.id, entry.id)
    return _name(entry, scan), scan


def _name(entry: Entry, scan: bytes) -> str:
    suffix = next((suffix for mark, suffix in _SUFFIXES.items() if scan.startswith(mark)), "")
    return f"{entry.about.appeal or entry.kind}-{entry.id}{suffix}"
