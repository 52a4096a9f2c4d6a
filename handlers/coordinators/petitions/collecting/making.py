"""Making a link for a collector, a school or a channel.

[New link] ──► whose? ──[one]──► its name, typed ──► the new link with its picture
/cancel ──► no link
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler, filters

from handlers.appeals.heading import title_text
from handlers.appeals.kit.own_links import send_own_link
from handlers.asking import answer, button, message_of, on, person_of, say, show
from handlers.conversations import Conversation
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.petitions.collecting.screens import ENDED, link_screen
from handlers.coordinators.roles import Duty, trusted_with
from handlers.one_line import read_line
from storage.appeals.records import find_appeal
from storage.petitions.collecting.links import LinkKind, NewLink, find_link, make_link

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

LABEL_MAX = 60  # characters

_KEY = "unnamed_link"


class Step(IntEnum):
    """What the coordinator may write next."""

    LABEL = 1


@dataclass(frozen=True)
class Unnamed:
    """A link that is made once somebody says whose it is; a restart forgets it."""

    code: str
    kind: LinkKind


def _step(
    deed: Callable[[Update, Context, Coordinator], Awaitable[None]],
) -> Callable[[Update, Context], Coroutine[Any, Any, int]]:
    """Let who runs petitions take a step; no name is waited for any more from who may not."""
    guarded = trusted_with(Duty.RUN_PETITION)(deed)

    @wraps(deed)
    async def stepped(update: Update, context: Context) -> int:
        if await guarded(update, context) == ConversationHandler.END:
            _keep(context, None)
        return ConversationHandler.END if _unnamed(context) is None else Step.LABEL

    return stepped


@_step
async def ask_kind(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask whose the new link shall be."""
    stored = await _open_petition(update, context)
    if stored is None:
        return
    code = stored.appeal.code
    rows = [[button(context.label(f"links-kind-{kind}"), "link-kind", code, kind)] for kind in LinkKind]
    rows.append([button(context.label("links-back"), "links", code)])
    title = title_text(stored.appeal, context.services.texts, context.language)
    await show(update, context, context.say("links-ask-kind", title=title), rows)


@_step
async def ask_label(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask for the name of the new link."""
    kind = "".join(words_of(update, context)[1:2])
    stored = await _open_petition(update, context)
    if stored is None or kind not in set(LinkKind):
        return
    _keep(context, Unnamed(stored.appeal.code, LinkKind(kind)))
    await show(update, context, context.say("links-ask-label", kind=kind, limit=LABEL_MAX))


@_step
async def take_label(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Make the link, and show it with its picture."""
    unnamed, label = _unnamed(context), read_line(message_of(update).text or "", LABEL_MAX)
    if unnamed is None or label is None:
        await say(update, context, context.say("links-bad-label", limit=LABEL_MAX))
        return
    _keep(context, None)
    db = context.services.db
    new = NewLink(unnamed.code, unnamed.kind, label)
    source = await make_link(db, new, coordinator, context.services.now())
    log.info("coordinator %d made a link of %s", coordinator.id, unnamed.code)
    await _show_made(update, context, unnamed.code, source)


async def cancel(update: Update, context: Context) -> int:
    """Make no link."""
    _keep(context, None)
    await say(update, context, context.say("links-cancelled"))
    return ConversationHandler.END


async def _open_petition(update: Update, context: Context) -> StoredAppeal | None:
    """Return the petition of the pressed button, if a link to it can be of use; what was begun before is over."""
    await answer(update, context)
    _keep(context, None)
    stored = await named_appeal(update, context, "links")
    if stored is None:
        return None
    if stored.state in ENDED or not stored.appeal.kind.asks:
        await show(update, context, context.say("links-over", code=stored.appeal.code))
        return None
    return stored


async def _show_made(update: Update, context: Context, code: str, source: str) -> None:
    services, person = context.services, person_of(update).id
    stored, link = await find_appeal(services.db, code), await find_link(services.db, code, source)
    assert link is not None  # made a moment ago, and links are never deleted
    await send_own_link(services, context.bot, person, stored, source, context.language)
    await say(update, context, *link_screen(context, stored.appeal, link))


def _unnamed(context: Context) -> Unnamed | None:
    return context.chat_data.get(_KEY) if context.chat_data else None


def _keep(context: Context, unnamed: Unnamed | None) -> None:
    assert context.chat_data is not None  # every update here has a chat
    if unnamed is None:
        context.chat_data.pop(_KEY, None)
    else:
        context.chat_data[_KEY] = unnamed


def conversation() -> Conversation:
    """Return the whole conversation."""
    typed = filters.UpdateType.MESSAGE & ~filters.COMMAND
    return Conversation(
        entry_points=[on("link-new", ask_kind), on("link-kind", ask_label)],
        states={Step.LABEL: [MessageHandler(typed, take_label)]},
        fallbacks=[CommandHandler("cancel", cancel)],
        allow_reentry=True,
        name="linking",
    )
