"""What entering the sheets would do, before it is done: how many would count, and which lines would not and why."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from telegram import InputFile
from telegram.error import TelegramError

from handlers.asking import button, person_of, say
from handlers.coordinators.petitions.batches.asking import ask_content, batch_line
from handlers.coordinators.petitions.batches.lines import ReadList, read_names
from handlers.coordinators.petitions.batches.steps import Step, end, put
from handlers.dates import day_text
from handlers.message_text import GAP, MESSAGE_MAX, length
from handlers.texts import Markup
from storage.petitions.batches.columns import BadList, ListFault
from storage.petitions.batches.files import CELL_MAX, FILE_MAX
from storage.petitions.batches.names import DryRun, dry_run
from storage.petitions.batches.reading import ROWS_MAX
from storage.petitions.batches.records import BatchState, Sheets, batches_of
from storage.petitions.counting.tally import total_signatures
from storage.petitions.signatures.records import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Update

    from handlers.context import Context
    from handlers.drafts import BatchDraft
    from storage.petitions.batches.records import Batch

log = logging.getLogger(__name__)

LINES_MAX = 15  # refused lines in the chat; more come as a file


@dataclass(frozen=True)
class CheckedList:
    """A list as it was read, and what entering it would do now."""

    read: ReadList
    run: DryRun


async def show_check(update: Update, context: Context, draft: BatchDraft) -> None:
    """Show what entering the sheets would do, and ask once."""
    if draft.file is None:
        await _show_count(update, context, draft)
        return
    read = await fetch_or_say(update, context, draft.file)
    if read is None:
        return
    checked = CheckedList(read, await dry_run(context.services.db, draft.code, read.names))
    before = checked.run.before
    if before is not None and before.state is not BatchState.ENTERING:
        await end_with_same_list(update, context, before)
        return
    await _show_names(update, context, draft, checked)


async def end_with_same_list(update: Update, context: Context, batch: Batch) -> None:
    """Say that the list was entered before, as *batch*."""
    await end(update, context, context.say("batches-same-list", batch=Markup(batch_line(context, batch))))


async def fetch_list(context: Context, file: str, told: int = 0) -> ReadList:
    """Get the list from Telegram, whose sender *told* how many bytes it has, and read it.

    Raises:
        BadList: If the file is not a list of names that we take.
    """
    if told > FILE_MAX:
        raise BadList(ListFault.TOO_LARGE)
    found = await context.bot.get_file(file)
    return await asyncio.to_thread(read_names, bytes(await found.download_as_bytearray()))


async def fetch_or_say(update: Update, context: Context, file: str) -> ReadList | None:
    """Get the list once more; None after it was said that it cannot be had, and what to do then."""
    try:
        return await fetch_list(context, file)
    except BadList as refusal:
        await ask_content(update, context, fault_text(context, refusal))
    except TelegramError as error:
        log.warning("a list of names was not fetched again: %s", type(error).__name__)
        await say(update, context, context.say("batches-not-fetched"))
    return None


def fault_text(context: Context, refusal: BadList) -> str:
    """Say why a file is no list of names."""
    size = FILE_MAX // 1024 // 1024
    return context.say(f"batches-file-{refusal.fault}", heading=refusal.heading, rows=ROWS_MAX, size=size)


def sheets_of(draft: BatchDraft) -> Sheets:
    """Return what the coordinator said of the sheets."""
    return Sheets(Channel(draft.channel), date.fromisoformat(draft.day), draft.reference or None)


async def _show_count(update: Update, context: Context, draft: BatchDraft) -> None:
    count = draft.signatures or 0
    total = await total_signatures(context.services.db, draft.code)
    blocks = [
        context.say("batches-check-count", count=count, **_sheets_words(context, draft)),
        context.say("batches-check-total", online=total.online, paper=total.on_paper, then=total.on_paper + count),
    ]
    alike = [
        batch
        for batch in await batches_of(context.services.db, draft.code)
        if (batch.channel, batch.day, batch.signatures) == (draft.channel, date.fromisoformat(draft.day), count)
        and batch.state is BatchState.COUNTED
    ]
    if alike:
        blocks.append(context.say("batches-check-alike", batch=Markup(batch_line(context, alike[0]))))
    rows = [[button(context.label("batches-add", count=count), "batch-add")]]
    await put(update, context, Step.CHECK, GAP.join(map(Markup, blocks)), rows)


async def _show_names(update: Update, context: Context, draft: BatchDraft, checked: CheckedList) -> None:
    lines = list(_refused_lines(context, checked))
    blocks = [*map(Markup, _said_of(context, draft, checked))]
    listed = Markup("\n").join(Markup("• {}").format(line) for line in lines)
    if lines and (len(lines) > LINES_MAX or length(GAP.join((*blocks, listed))) > MESSAGE_MAX):
        file = InputFile("\n".join(lines).encode("utf-8-sig"), filename=f"{draft.code}-lines.txt")
        caption = context.say("batches-lines-attached", count=len(lines))
        await context.bot.send_document(person_of(update).id, file, caption=caption)
    elif lines:
        blocks.insert(1, Markup(context.say("batches-lines", count=len(lines))) + "\n" + listed)
    if not checked.run.added:
        await end(update, context, GAP.join((*blocks, Markup(context.say("batches-nothing-to-add")))))
        return
    key = "batches-add-rest" if checked.run.before else "batches-add"
    rows = [[button(context.label(key, count=checked.run.added), "batch-add")]]
    await put(update, context, Step.CHECK, GAP.join(blocks), rows)


def _said_of(context: Context, draft: BatchDraft, checked: CheckedList) -> Iterator[str]:
    run, names = checked.run, checked.read.names
    yield context.say("batches-check-names", count=run.added, **_sheets_words(context, draft))
    if run.before is not None:
        yield context.say("batches-check-begun", batch=Markup(batch_line(context, run.before)))
    if run.also_online:
        yield context.say("batches-check-online", count=run.also_online)
    again = {one.line for one in run.duplicates}
    kept_back = sum(not name.hand_over for name in names if name.line not in again)
    if kept_back:
        yield context.say("batches-check-kept-back", count=kept_back)


def _refused_lines(context: Context, checked: CheckedList) -> Iterator[str]:
    """Give each line that would not be entered and why, in the order of the list; nothing of what it says."""
    why = {one.line: context.label(f"batches-refused-{one.fault}", longest=CELL_MAX) for one in checked.read.refused}
    begun = checked.run.before.id if checked.run.before else None
    for one in checked.run.duplicates:
        if one.of_line is not None:
            why[one.line] = context.label("batches-refused-earlier-line", earlier=str(one.of_line))
        elif one.of_batch != begun:  # what was entered before the stop is no fault of the list
            why[one.line] = context.label("batches-refused-earlier-batch", batch=str(one.of_batch))
    for line in sorted(why):
        yield context.label("batches-refused-line", line=str(line), why=why[line])


def _sheets_words(context: Context, draft: BatchDraft) -> dict[str, str]:
    day = day_text(date.fromisoformat(draft.day), context.language)
    where = draft.reference or context.label("batches-reference-none")
    return {
        "code": draft.code,
        "channel": context.label(f"batches-by-{draft.channel}"),
        "day": day,
        "reference": where,
    }
