"""What a collector does: show people a link of their own, and see how many signed through it.

/collect ──► the open petitions ──[one]──┐
/collect CODE ───────────────────────────┴──► the link and its tally ──[Picture and sheet]──► to show, to print
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import title_text
from handlers.appeals.kit.own_links import send_own_link
from handlers.appeals.links import link_to
from handlers.asking import answer, button, on, person_of, say, show
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.roles import Duty, trusted_with
from storage.appeals.records import AppealState, appeals_in
from storage.petitions.collecting.links import find_link, own_source

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

LISTED_MAX = 10  # petitions in one message


@trusted_with(Duty.COLLECT)
async def show_own(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show the coordinator's own link to the petition and what came through it; make the link if there is none."""
    await answer(update, context)
    if not words_of(update, context):
        await _list_open(update, context)
        return
    stored = await _open_petition(update, context)
    if stored is None:
        return
    services, code = context.services, stored.appeal.code
    source = await own_source(services.db, code, coordinator, services.now())
    link = await find_link(services.db, code, source)
    assert link is not None  # it stands
    text = context.say(
        "own-link",
        title=title_text(stored.appeal, services.texts, context.language),
        count=link.valid,
        waiting=link.suspect,
        link=link_to(code, context.bot.username, source),
    )
    await show(update, context, text, [[button(context.label("own-link-picture"), "collect-picture", code)]])


@trusted_with(Duty.COLLECT)
async def send_picture(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the link as a picture that cameras read, and the sheet that has it."""
    await answer(update, context)
    stored = await _open_petition(update, context)
    if stored is None:
        return
    services = context.services
    source = await own_source(services.db, stored.appeal.code, coordinator, services.now())
    await send_own_link(services, context.bot, person_of(update).id, stored, source, context.language)


async def _list_open(update: Update, context: Context) -> None:
    now, texts = context.services.now(), context.services.texts
    published = await appeals_in(context.services.db, {AppealState.PUBLISHED})
    asking = [one.appeal for one in published if one.open_at(now) and one.appeal.kind.asks][:LISTED_MAX]
    rows = [[button(title_text(appeal, texts, context.language), "collect", appeal.code)] for appeal in asking]
    await say(update, context, context.say("own-link-which" if rows else "own-link-none-open"), rows)


async def _open_petition(update: Update, context: Context) -> StoredAppeal | None:
    """Return the petition that was named; say so where there is nothing to collect for it."""
    stored = await named_appeal(update, context, "collect")
    if stored is None or (stored.open_at(context.services.now()) and stored.appeal.kind.asks):
        return stored
    await say(update, context, context.say("own-link-closed", code=stored.appeal.code))
    return None


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("collect", show_own),
        on("collect", show_own),
        on("collect-picture", send_picture),
    ]
