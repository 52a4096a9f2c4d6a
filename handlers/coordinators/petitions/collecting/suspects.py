"""Signatures that wait, because more came through one link within a minute than one by one can.

[… wait] ──► through which link, how many, when ──[They are genuine]──► they count
                                                └─[Take them out]─────► /invalidate
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from handlers.appeals.heading import title_text
from handlers.appeals.links import source_in
from handlers.asking import answer, button, on, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.petitions.collecting.screens import BUTTON_LABEL_MAX, label_text, moment_text
from handlers.coordinators.roles import Duty, trusted_with
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.petitions.collecting.links import links_of
from storage.petitions.collecting.suspects import accept_suspects, suspects_of

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.collecting.suspects import Suspects

log = logging.getLogger(__name__)

SHOWN = 8  # links, each with a button


@trusted_with(Duty.RUN_PETITION)
async def show_suspects(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show what waits under the petition, by link."""
    await answer(update, context)
    stored = await named_appeal(update, context, "links")
    if stored:
        await _show(update, context, stored)


@trusted_with(Duty.RUN_PETITION)
async def accept(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Count those that the pressed button was shown with; what came since waits on."""
    stored, words = await named_appeal(update, context, "links"), words_of(update, context)
    source, newest = source_in(words[1:2]), number_in(words, 2)
    if stored is None or source is None or newest is None:
        await answer(update, context, "button-stale")
        return
    await answer(update, context)
    code, now = stored.appeal.code, context.services.now()
    accepted = await accept_suspects(context.services.db, code, source, newest, coordinator, now)
    log.info("coordinator %d accepted %d suspect signatures of %s", coordinator.id, accepted, code)
    await _show(update, context, stored, context.say("suspects-accepted", count=accepted) if accepted else None)


async def _show(update: Update, context: Context, stored: StoredAppeal, news: str | None = None) -> None:
    appeal, db = stored.appeal, context.services.db
    waiting = (await suspects_of(db, appeal.code))[:SHOWN]
    labels = {link.source: label_text(context, link) for link in await links_of(db, appeal.code)}
    title = title_text(appeal, context.services.texts, context.language)
    heading = context.say("suspects-heading" if waiting else "suspects-none", title=title, code=appeal.code)
    blocks = [*([news] if news else []), heading, *(_described(context, one, labels[one.source]) for one in waiting)]
    rows = [[_accept_button(context, one, labels[one.source])] for one in waiting]
    if waiting:
        rows.append([button(context.label("suspects-take-out"), "invalidate", appeal.code, "suspect")])
    rows.append([button(context.label("links-back"), "links", appeal.code)])
    await show(update, context, fitted(map(Markup, blocks)), rows)


def _described(context: Context, suspects: Suspects, label: str) -> str:
    return context.say(
        "suspects-one",
        label=label,
        count=suspects.waiting,
        names=suspects.names,
        since=moment_text(context, suspects.first_at),
        until=moment_text(context, suspects.last_at),
    )


def _accept_button(context: Context, suspects: Suspects, label: str) -> InlineKeyboardButton:
    text = context.label("suspects-accept", count=suspects.waiting, label=label[:BUTTON_LABEL_MAX])
    return button(text, "genuine", suspects.code, suspects.source, suspects.newest)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [on("suspects", show_suspects), on("genuine", accept)]
