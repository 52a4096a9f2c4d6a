"""Offering to collect signatures, and what became of it.

/volunteer ──► the open petitions ──[one]──┐
/volunteer CODE ───────────────────────────┴──► what it is ──[Alone | With a school group]──► see `offering`
                                            └─► for who offered before: it waits, or: their link and its count
                                                  ├─[Link and picture]──► the link of their own
                                                  └─[Stop]──[Yes]──► the link ends, what they gave is erased
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import title_text
from handlers.appeals.kit.own_links import send_own_link
from handlers.appeals.links import link_to
from handlers.asking import answer, button, on, person_of, pressed, say, show
from handlers.supporters.appeal_screens import sent_appeal
from handlers.supporters.collecting import offering
from storage.appeals.records import AppealState, appeals_in
from storage.petitions.collecting.links import find_link
from storage.petitions.collecting.volunteering import stop_volunteering
from storage.petitions.collecting.volunteers import VolunteerState, find_volunteer

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.petitions.collecting.volunteers import Volunteer

log = logging.getLogger(__name__)

LISTED_MAX = 20  # petitions in one message


async def begin(update: Update, context: Context) -> None:
    """Show the petition behind the command or the button, or list those that are open."""
    await answer(update, context)
    words = pressed(update) if update.callback_query else tuple(context.args or ())
    if not words:
        await _list_open(update, context)
        return
    stored = await sent_appeal(context, words[0])
    volunteer = await _volunteer_of(update, context, stored) if stored else None
    if stored is None or not stored.appeal.kind.asks or (_is_recalled(stored) and volunteer is None):
        await say(update, context, context.say("volunteering-unknown"))
    elif volunteer is None:
        await offering.show_ways(update, context, stored)
    else:
        await _show(update, context, stored, volunteer)


async def send_link(update: Update, context: Context) -> None:
    """Send the volunteer their link once more, with its picture."""
    found = await _own(update, context)
    if found is None:
        return
    stored, volunteer = found
    if volunteer.source and not _is_recalled(stored):
        services, person = context.services, person_of(update).id
        await send_own_link(services, context.bot, person, stored, volunteer.source, context.language)


async def ask_to_stop(update: Update, context: Context) -> None:
    """Say what stopping means, and ask once."""
    found = await _own(update, context)
    if found is None:
        return
    stored, volunteer = found
    code, title = stored.appeal.code, _title(context, stored)
    rows = [
        [button(context.label("volunteering-stop-yes"), "volunteer-stop-yes", code)],
        [button(context.label("volunteering-keep"), "volunteer", code)],
    ]
    await show(update, context, context.say("volunteering-ask-stop", title=title, state=volunteer.state), rows)


async def stop(update: Update, context: Context) -> None:
    """End the volunteer's link, and erase what they gave."""
    code, services = "".join(pressed(update)[:1]), context.services
    stopped = await stop_volunteering(services.db, code, person_of(update).id, services.now())
    await answer(update, context, None if stopped else "button-stale")
    if stopped:
        log.info("a volunteer of %s stopped", code)
        await show(update, context, context.say("volunteering-stopped"))


async def _list_open(update: Update, context: Context) -> None:
    now, texts = context.services.now(), context.services.texts
    published = await appeals_in(context.services.db, {AppealState.PUBLISHED})
    open_ = [one.appeal for one in published if one.open_at(now) and one.appeal.kind.asks][:LISTED_MAX]
    rows = [[button(title_text(appeal, texts, context.language), "volunteer", appeal.code)] for appeal in open_]
    await say(update, context, context.say("volunteering-which" if rows else "volunteering-none-open"), rows)


async def _show(update: Update, context: Context, stored: StoredAppeal, volunteer: Volunteer) -> None:
    """Show what became of the person's offer, and how it can be taken back."""
    code, title = stored.appeal.code, _title(context, stored)
    stop_button = button(context.label("volunteering-stop", state=volunteer.state), "volunteer-stop", code)
    if _is_recalled(stored):
        await show(update, context, context.say("volunteering-recalled", code=code), [[stop_button]])
        return
    if volunteer.source is None:
        key = "volunteering-waits" if volunteer.state is VolunteerState.ASKED else "volunteering-ended"
        await show(update, context, context.say(key, title=title, code=code), [[stop_button]])
        return
    link = await find_link(context.services.db, code, volunteer.source)
    text = context.say(
        "volunteering-collects",
        title=title,
        link=link_to(code, context.bot.username, volunteer.source),
        count=link.valid if link else 0,
    )
    picture = button(context.label("volunteering-picture"), "volunteer-link", code)
    await show(update, context, text, [[picture], [stop_button]])


async def _own(update: Update, context: Context) -> tuple[StoredAppeal, Volunteer] | None:
    """Return the person's own offer that the pressed button is about; it is answered."""
    stored = await sent_appeal(context, "".join(pressed(update)[:1]))
    volunteer = await _volunteer_of(update, context, stored) if stored else None
    await answer(update, context, None if volunteer else "button-stale")
    return (stored, volunteer) if stored and volunteer else None


async def _volunteer_of(update: Update, context: Context, stored: StoredAppeal) -> Volunteer | None:
    return await find_volunteer(context.services.db, stored.appeal.code, person_of(update).id)


def _is_recalled(stored: StoredAppeal) -> bool:
    return stored.state is AppealState.WITHDRAWN


def _title(context: Context, stored: StoredAppeal) -> str:
    """Return the petition's title; of one that was recalled, nothing is shown but its code."""
    recalled = _is_recalled(stored)
    return stored.appeal.code if recalled else title_text(stored.appeal, context.services.texts, context.language)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        offering.conversation(),
        CommandHandler("volunteer", begin),
        on("volunteer", begin),
        on("volunteer-link", send_link),
        on("volunteer-stop", ask_to_stop),
        on("volunteer-stop-yes", stop),
    ]
