"""The moments of the calendar, as who records cancels them and is reminded of them.

a moment of /calendar ──[Cancel it]──► sure? ──[Yes, cancel it]──► it is in no calendar any more
                                         └────[Keep it]──► the moment again
the clock ──► 7 days, 24 hours, 3 hours before: a message to everybody who records
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from handlers.appeals.happenings import Names
from handlers.asking import answer, button, on, pressed, show
from handlers.coordinators.named import number_in
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.telling import tell_all
from handlers.message_text import GAP
from handlers.moments import moment_text
from handlers.translated import in_language
from storage.calendar.changing import cancel_moment
from storage.calendar.coming import find_moment
from storage.calendar.reminders import due_reminders, mark_reminded
from storage.errors import NoSuchMoment

if TYPE_CHECKING:
    from telegram import Bot, Update
    from telegram.ext import BaseHandler

    from handlers.asking import Rows
    from handlers.context import Context, Services
    from storage.calendar.coming import Moment
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


@trusted_with(Duty.RECORD)
async def ask_cancel(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask whether it shall really be cancelled."""
    moment = await _pressed(update, context)
    if moment is None:
        return
    await answer(update, context)
    text = moment_text(moment, Names(context.services.texts, context.language))
    rows = [
        [button(context.label("moments-cancel-yes"), "moment-cancel-yes", moment.id)],
        [button(context.label("moments-cancel-no"), "moment", moment.id)],
    ]
    await show(update, context, f"{text}\n\n{context.say('moments-ask-cancel', count=moment.coming)}", rows)


@trusted_with(Duty.RECORD)
async def cancel(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Cancel it."""
    moment = await _pressed(update, context)
    if moment is None:
        return
    services = context.services
    await cancel_moment(services.db, moment.id, coordinator, services.now())
    await answer(update, context)
    name = in_language(moment.name, context.language)
    rows = [[button(context.label("calendar-all"), "calendar")]]
    await show(update, context, context.say("moments-cancelled", name=name), rows)


async def _pressed(update: Update, context: Context) -> Moment | None:
    """Return the moment of the pressed button if coordinators can change it, or say that they cannot."""
    services = context.services
    try:
        moment = await find_moment(services.db, number_in(pressed(update), 0) or 0, services.now())
    except NoSuchMoment:
        moment = None
    if moment is None or moment.anchor:
        await answer(update, context, "calendar-gone")
        return None
    return moment


async def remind_of_moments(services: Services, bot: Bot) -> None:
    """Remind everybody who records of what comes soon, each time once; again, where nobody could be reached."""
    for reminder in await due_reminders(services.db, services.now()):
        if told := await _remind(services, bot, reminder.moment):
            await mark_reminded(services.db, reminder)
            log.info("%d coordinators were reminded of moment %d", told, reminder.moment.id)


async def _remind(services: Services, bot: Bot, moment: Moment) -> int:
    local = services.now().astimezone(moment.when.zone)
    days = (moment.when.at.date() - local.date()).days

    def write(language: str) -> tuple[str, Rows]:
        names = Names(services.texts, language)
        blocks = (names.say("moments-soon", days=days), moment_text(moment, names))
        rows = [[button(services.texts.plain("moments-look", language), "moment", moment.id)]]
        if moment.appeal:
            rows.append([button(services.texts.plain("moments-timeline", language), "timeline", moment.appeal)])
        return str(GAP.join(blocks)), rows

    return await tell_all(services, bot, Duty.RECORD, write)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [on("moment-cancel", ask_cancel), on("moment-cancel-yes", cancel)]
