"""Taking a batch back.

/batch CODE void NUMBER REASON ──► what it means ──[Void batch NUMBER]──► its signatures count no more
"""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from handlers.asking import button, say, show
from handlers.coordinators.named import number_in
from handlers.coordinators.petitions.batches.asking import batch_line
from handlers.coordinators.petitions.batches.steps import Step, at, end, put
from handlers.drafts import BatchDraft
from handlers.texts import Markup
from storage.errors import NamesNotKept, NoSuchBatch
from storage.petitions.batches.records import BatchState, find_batch
from storage.petitions.batches.voiding import void_batch
from storage.petitions.counting.tally import total_signatures

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.batches.records import Batch

log = logging.getLogger(__name__)

REASON_MAX = 200  # characters


async def ask_to_void(update: Update, context: Context, stored: StoredAppeal, words: tuple[str, ...]) -> None:
    """Show the batch that the words behind `void` name, and ask once."""
    code, number, reason = stored.appeal.code, number_in(words, 0), " ".join(words[1:])
    try:
        batch = await find_batch(context.services.db, code, number or 0)
    except NoSuchBatch:
        await say(update, context, context.say("batches-no-such", code=code))
        return
    if batch.state is BatchState.VOIDED:
        await say(update, context, context.say("batches-voided-before", batch=Markup(batch_line(context, batch))))
        return
    if not reason or len(reason) > REASON_MAX:
        await say(update, context, context.say("batches-reason", code=code, number=str(batch.id), limit=REASON_MAX))
        return
    await _ask(update, context, batch, BatchDraft(code, secrets.token_hex(8), voids=batch.id, reason=reason))


@at(Step.VOID)
async def void(update: Update, context: Context, coordinator: Coordinator, draft: BatchDraft) -> None:
    """Take the batch out of the count."""
    services, number = context.services, draft.voids or 0
    await show(update, context, context.say("batches-voiding", number=str(number)))
    try:
        batch = await void_batch(services.db, draft.code, number, draft.reason, coordinator, services.now())
    except NamesNotKept:
        await end(update, context, context.say("batches-final", number=str(number)))
        return
    except Exception:
        await _ask(update, context, await find_batch(services.db, draft.code, number), draft)  # to be pressed again
        raise
    log.info("coordinator %d voided batch %d", coordinator.id, batch.id)
    await end(update, context, await _voided(context, draft.code, batch))


async def _ask(update: Update, context: Context, batch: Batch, draft: BatchDraft) -> None:
    context.drafts.batch = draft
    html = context.say(
        "batches-ask-void",
        batch=Markup(batch_line(context, batch)),
        reason=draft.reason,
        named=str(batch.named).lower(),
    )
    row = [button(context.label("batches-void", number=str(batch.id)), "batch-void")]
    await put(update, context, Step.VOID, html, [row])


async def _voided(context: Context, code: str, batch: Batch) -> str:
    total = await total_signatures(context.services.db, code)
    return context.say(
        "batches-voided",
        number=str(batch.id),
        count=batch.signatures,
        code=code,
        online=total.online,
        paper=total.on_paper,
    )
