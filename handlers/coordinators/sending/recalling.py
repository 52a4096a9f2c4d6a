"""Recalling an appeal: taking every message of it back, for good.

/recall CODE ───────► what happens, and how to confirm it
/recall CODE CODE ──► the appeal is withdrawn; one message that counts
/recall CODE OTHER ─► nothing, and the same as with one code

The confirmation is typed, and nothing is remembered between the two: neither a slip of the thumb nor a stray word can
recall an appeal.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import title_text
from handlers.asking import say
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.sending.watching import watch
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.appeals.records import SENT, AppealState
from storage.errors import WrongState
from storage.letters.broadcasts.recalls import plan_recall, recall_audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.letters.broadcasts.recalls import Recallable
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


@trusted_with(Duty.SEND)
async def recall(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Recall the appeal whose code is written twice; say first what that means."""
    stored = await named_appeal(update, context, "recall")
    if stored is None:
        return
    code, words = stored.appeal.code, words_of(update, context)
    if stored.state not in SENT:
        await _refuse(update, context, code, stored.state)
    elif [word.upper() for word in words[1:]] == [code]:
        await _recall(update, context, code, coordinator)
    else:
        await _ask(update, context, stored, *([context.say("recalling-codes-differ")] if words[1:] else []))


async def _ask(update: Update, context: Context, stored: StoredAppeal, *news: str) -> None:
    services = context.services
    found = await recall_audience(services.db, stored.appeal.code, services.now())
    await say(update, context, GAP.join(map(Markup, (*news, *_consequences(context, stored, found)))))


async def _recall(update: Update, context: Context, code: str, coordinator: Coordinator) -> None:
    services = context.services
    try:
        broadcast = await plan_recall(services.db, code, coordinator, services.now())
    except WrongState as refusal:
        await _refuse(update, context, code, refusal.state)
        return
    services.wake_sender()
    log.info("coordinator %d planned recall %d", coordinator.id, broadcast)
    await say(update, context, context.say("recalling-begun", code=code))
    await watch(update, context, broadcast)


def _consequences(context: Context, stored: StoredAppeal, found: Recallable) -> Iterator[str]:
    appeal = stored.appeal
    title = title_text(appeal, context.services.texts, context.language)
    yield context.say("recalling-title", code=appeal.code, title=title)
    yield context.say("recalling-messages", total=found.total)
    if found.too_old:
        key = "recalling-all-too-old" if found.too_old == found.total else "recalling-too-old"
        yield context.say(key, count=found.too_old)
    if found.in_digests:
        yield context.say("recalling-in-digests", count=found.in_digests)
    if found.unknown:
        yield context.say("recalling-unknown", count=found.unknown)
    yield context.say("recalling-signing-ends" if appeal.kind.asks else "recalling-closes")
    yield context.say("recalling-confirm", code=appeal.code)


async def _refuse(update: Update, context: Context, code: str, state: str) -> None:
    key = "recalling-twice" if state == AppealState.WITHDRAWN else "recalling-not-sent"
    await say(update, context, context.say(key, code=code, state=context.label(f"state-{state}")))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("recall", recall)]
