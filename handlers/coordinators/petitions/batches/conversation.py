"""Entering signatures that came on sheets, as a number or as a list of names.

/batch CODE ──► what was entered before; by which way did they come?
            ──► a number, or a file with the names ──► which version, which language (only where there are several)
            ──► on which day ──► where the sheets are
            ──► what that would do, line by line ──[Add]──► entered, counted apart from those given online
/batch CODE void NUMBER REASON ──► see `entering.voiding`

The draft outlives a restart. The list itself stays with Telegram, and is read from there each time it is looked at.
"""

from __future__ import annotations

import logging
import re
import secrets
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, ConversationHandler, MessageHandler, filters

from handlers.appeals.kit.sheet import SHEET_VERSION
from handlers.asking import answer, message_of, on, pressed, say, show
from handlers.conversations import Conversation
from handlers.coordinators.kept_steps import Next, where
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.petitions.batches.asking import (
    WAYS,
    ask_channel,
    ask_content,
    ask_day,
    ask_language,
    ask_reference,
    ask_version,
    read_day,
    today,
)
from handlers.coordinators.petitions.batches.checking import (
    end_with_same_list,
    fault_text,
    fetch_list,
    fetch_or_say,
    sheets_of,
    show_check,
)
from handlers.coordinators.petitions.batches.steps import Step, at, current, end, step
from handlers.coordinators.petitions.batches.voiding import ask_to_void, void
from handlers.drafts import BatchDraft
from storage.appeals.records import find_appeal
from storage.errors import NamesNotKept, PetitionClosed, WrongState
from storage.petitions.batches.columns import BadList
from storage.petitions.batches.counts import COUNT_MAX, add_count_batch
from storage.petitions.batches.entering import add_name_batch
from storage.petitions.batches.names import NameList, batch_of_list
from storage.petitions.batches.printed import printed_versions
from storage.petitions.batches.records import TAKING, BatchState, batches_of, last_day
from storage.petitions.counting.tally import total_signatures

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.petitions.batches.lines import ReadList
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.batches.records import Batch

log = logging.getLogger(__name__)

REFERENCE_MAX = 120  # characters
OLDEST = timedelta(days=366)  # of sheets; a day before that is a slip of the pen

_NUMBER = re.compile(r"[0-9]{1,3}(?:[ ,.][0-9]{3})+|[0-9]{1,9}")


@step
async def begin(update: Update, context: Context, _coordinator: Coordinator) -> int:
    """Begin with the petition that was named, or show the batch that shall be voided."""
    context.drafts.batch = None
    stored = await named_appeal(update, context, "batch")
    if stored is not None:
        await _begin_with(update, context, stored)
    return where(context.drafts.batch)


async def _begin_with(update: Update, context: Context, stored: StoredAppeal) -> None:
    words = words_of(update, context)[1:]
    if words and words[0].lower() == "void":
        await ask_to_void(update, context, stored, words[1:])
        return
    code = stored.appeal.code
    if stored.state not in TAKING or not stored.appeal.kind.asks:
        await say(update, context, context.say("batches-not-taking", code=code))
        return
    context.drafts.batch = BatchDraft(code, secrets.token_hex(8))
    await ask_channel(update, context, stored, await batches_of(context.services.db, code))


async def press_channel(update: Update, context: Context) -> Next:
    """Take the pressed way, if it is one."""
    if pressed(update) in {(way,) for way in WAYS}:
        return await take_channel(update, context)
    await answer(update, context, "button-stale")
    return None


@at(Step.CHANNEL)
async def take_channel(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take the way by which they came."""
    draft.channel = pressed(update)[0]
    await ask_content(update, context)


@at(Step.CONTENT)
async def take_number(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take how many there are."""
    text = unicodedata.normalize("NFKC", message_of(update).text or "").strip()
    count = int(re.sub(r"[ ,.]", "", text)) if _NUMBER.fullmatch(text) else 0
    if not 0 < count <= COUNT_MAX:
        await ask_content(update, context, context.say("batches-no-number", limit=COUNT_MAX))
        return
    draft.signatures, draft.file = count, None
    await ask_day(update, context, await find_appeal(context.services.db, draft.code))


@at(Step.CONTENT)
async def take_list(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take the file with the names, if it can be read."""
    document = message_of(update).document
    assert document is not None  # the filter lets nothing else through
    try:
        read = await fetch_list(context, document.file_id, document.file_size or 0)
    except BadList as refusal:
        await ask_content(update, context, fault_text(context, refusal))
        return
    draft.signatures, draft.file = None, document.file_id
    begun = await batch_of_list(context.services.db, draft.code, read.names)
    if begun is not None and begun.state is not BatchState.ENTERING:
        await end_with_same_list(update, context, begun)
        return
    if begun is not None:
        draft.channel, draft.day, draft.reference = begun.channel, begun.day.isoformat(), begun.reference or ""
    await _ask_what_is_printed(update, context, draft)


@at(Step.VERSION)
async def take_version(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take which version of the appeal is on the sheets."""
    draft.version = number_in(pressed(update), 0) or 0
    await _ask_what_is_printed(update, context, draft)


@at(Step.LANGUAGE)
async def take_language(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take in which language the sheets are."""
    draft.language = "".join(pressed(update))
    await _ask_what_is_printed(update, context, draft)


async def _ask_what_is_printed(update: Update, context: Context, draft: BatchDraft) -> None:
    """Ask for version and language of the sheets, where there is more than one; then for what else is not known."""
    stored = await find_appeal(context.services.db, draft.code)
    versions = await printed_versions(context.services.db, draft.code)
    if len(versions) == 1:
        draft.version = versions[0].id
    if draft.version not in {version.id for version in versions}:
        await ask_version(update, context, versions)
        return
    if len(stored.appeal.languages) == 1:
        (draft.language,) = stored.appeal.languages
    if draft.language not in stored.appeal.languages:
        await ask_language(update, context, stored)
        return
    if draft.day:  # the batch that the list has begun says it
        await show_check(update, context, draft)
        return
    await ask_day(update, context, stored)


@at(Step.DAY)
async def take_day(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take the day, pressed or typed."""
    stored = await find_appeal(context.services.db, draft.code)
    day = read_day("".join(pressed(update)) if update.callback_query else message_of(update).text or "")
    now = today(context, stored)
    if day is None or not now - OLDEST <= day <= now:
        await ask_day(update, context, stored, context.say("batches-no-day"))
        return
    if day > last_day(stored):
        await ask_day(update, context, stored, context.say("batches-after-close"))
        return
    draft.day = day.isoformat()
    await ask_reference(update, context)


@at(Step.REFERENCE)
async def take_reference(update: Update, context: Context, _coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take where the sheets are, or that nobody says; then show what entering them would do."""
    typed = "" if update.callback_query else " ".join((message_of(update).text or "").split())
    if len(typed) > REFERENCE_MAX:
        await ask_reference(update, context, context.say("batches-reference-long", limit=REFERENCE_MAX))
        return
    draft.reference = "".join(char for char in unicodedata.normalize("NFC", typed) if char.isprintable())
    await show_check(update, context, draft)


@at(Step.CHECK)
async def add(update: Update, context: Context, coordinator: Coordinator, draft: BatchDraft) -> None:
    """Enter the sheets as they were shown; as long as the list cannot be had, its screen stays and can be pressed."""
    read = await fetch_or_say(update, context, draft.file) if draft.file else None
    if draft.file and read is None:
        return
    stored = await find_appeal(context.services.db, draft.code)
    await show(update, context, context.say("batches-entering"))
    try:
        batch = await _enter(context, stored, draft, read, coordinator)
    except (WrongState, PetitionClosed, NamesNotKept) as refusal:
        key = "batches-names-over" if isinstance(refusal, NamesNotKept) else "batches-changed"
        await end(update, context, context.say(key, code=draft.code))
        return
    except Exception:
        await show_check(update, context, draft)  # so that it can be pressed again
        raise
    log.info("coordinator %d entered batch %d, %d signatures", coordinator.id, batch.id, batch.signatures)
    total = await total_signatures(context.services.db, draft.code)
    html = context.say(
        "batches-entered",
        code=draft.code,
        number=str(batch.id),
        count=batch.signatures,
        named=str(batch.named).lower(),
        online=total.online,
        paper=total.on_paper,
    )
    await end(update, context, html)


async def _enter(
    context: Context, stored: StoredAppeal, draft: BatchDraft, read: ReadList | None, coordinator: Coordinator
) -> Batch:
    db, now, sheets = context.services.db, context.services.now(), sheets_of(draft)
    if read is None:
        return await add_count_batch(db, stored, sheets, draft.signatures or 0, draft.deed, coordinator, now)
    listed = NameList(draft.version, draft.language, SHEET_VERSION, read.names)
    return await add_name_batch(db, stored, sheets, listed, coordinator, now)


async def leave(update: Update, context: Context) -> Next:
    """Leave without entering or voiding anything; so can who is no coordinator any more."""
    if await current(update, context, list(Step)):
        await end(update, context, context.say("batches-cancelled"))
    return None if context.drafts.batch else ConversationHandler.END


def conversation() -> Conversation:
    """Return the whole conversation; each button leads to its step, from wherever it is pressed."""
    message = filters.UpdateType.MESSAGE
    text = message & filters.TEXT & ~filters.COMMAND
    return Conversation(
        entry_points=[
            CommandHandler("batch", begin),
            on("batch-channel", press_channel),
            on("batch-version", take_version),
            on("batch-language", take_language),
            on("batch-day", take_day),
            on("batch-reference", take_reference),
            on("batch-add", add),
            on("batch-void", void),
            on("batch-cancel", leave),
        ],
        states={
            Step.CHANNEL: [],
            Step.CONTENT: [
                MessageHandler(text, take_number),
                MessageHandler(message & filters.Document.ALL, take_list),
            ],
            Step.LANGUAGE: [],
            Step.DAY: [MessageHandler(text, take_day)],
            Step.REFERENCE: [MessageHandler(text, take_reference)],
            Step.CHECK: [],
            Step.VOID: [],
            Step.VERSION: [],
        },
        fallbacks=[CommandHandler("cancel", leave)],
        allow_reentry=True,
        name="batch",
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [conversation()]
