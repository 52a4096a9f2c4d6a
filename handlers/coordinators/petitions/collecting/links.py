"""Links of collectors, schools and channels, with what came through each.

/links CODE ──► what came through which link ──[one]──► its address and count ──[Picture]──► a picture for cameras
                   │                                                          └─[End]──[Yes]──► it counts no more
                   └─[New link]──► see `collecting.making`
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.kit.own_links import send_own_link
from handlers.appeals.links import source_in
from handlers.asking import answer, on, person_of, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.petitions.collecting import making
from handlers.coordinators.petitions.collecting.screens import PAGE, link_screen, links_screen
from handlers.coordinators.roles import Duty, trusted_with
from storage.petitions.collecting.links import end_link, find_link, links_of
from storage.petitions.collecting.volunteers import VolunteerState, volunteers_of
from storage.petitions.counting.tally import Dimension, count_by

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.collecting.links import Link

log = logging.getLogger(__name__)


@trusted_with(Duty.RUN_PETITION)
async def show_links(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show the petition's links, a page of them at a time, and what came without any."""
    await answer(update, context)
    stored = await named_appeal(update, context, "links")
    if stored is None:
        return
    db, code = context.services.db, stored.appeal.code
    links, sources = await links_of(db, code), await count_by(db, code, Dimension.SOURCE)
    asked = sum(one.state is VolunteerState.ASKED for one in await volunteers_of(db, code))
    page = min(number_in(words_of(update, context), 1) or 0, max(0, len(links) - 1) // PAGE)
    await show(update, context, *links_screen(context, stored.appeal, links, sources, page, asked=asked))


@trusted_with(Duty.RUN_PETITION)
async def show_link(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show one link with its count."""
    if found := await _pressed_link(update, context):
        stored, link = found
        await show(update, context, *link_screen(context, stored.appeal, link))


@trusted_with(Duty.RUN_PETITION)
async def send_picture(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Send the link as a picture that cameras read, and the sheet that has it."""
    if found := await _pressed_link(update, context):
        stored, link = found
        await send_own_link(context.services, context.bot, person_of(update).id, stored, link.source, context.language)


@trusted_with(Duty.RUN_PETITION)
async def ask_to_end(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Say what it means to end the link, and ask once."""
    if found := await _pressed_link(update, context):
        stored, link = found
        await show(update, context, *link_screen(context, stored.appeal, link, ending=True))


@trusted_with(Duty.RUN_PETITION)
async def end(update: Update, context: Context, coordinator: Coordinator) -> None:
    """End the link; what came through it before stays counted for it."""
    found = await _pressed_link(update, context)
    if found is None:
        return
    stored, link = found
    db, now = context.services.db, context.services.now()
    if await end_link(db, link.code, link.source, coordinator, now):
        log.info("coordinator %d ended a link of %s", coordinator.id, link.code)
    ended = await find_link(db, link.code, link.source) or link
    await show(update, context, *link_screen(context, stored.appeal, ended))


async def _pressed_link(update: Update, context: Context) -> tuple[StoredAppeal, Link] | None:
    """Return the link of the pressed button, which is answered."""
    stored, source = await named_appeal(update, context, "links"), source_in(words_of(update, context)[1:])
    link = await find_link(context.services.db, stored.appeal.code, source) if stored and source else None
    await answer(update, context, None if link else "button-stale")
    return (stored, link) if stored and link else None


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        making.conversation(),
        CommandHandler("links", show_links),
        on("links", show_links),
        on("link", show_link),
        on("link-picture", send_picture),
        on("link-end", ask_to_end),
        on("link-end-yes", end),
    ]
