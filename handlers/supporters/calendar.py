"""The calendar of the moments that matter.

/calendar ──► what is to come, by day ──[one of them]──► all of it ──[I come | I don't come after all]──► how many do
                      ▲                                       │ ├──[The appeal]──► its card
                      └───────────────[All dates]─────────────┘ └──[Move it | Cancel it]──► who records: a coordinator
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.happenings import Names
from handlers.asking import answer, button, on, person_of, pressed, show
from handlers.coordinators.calendar.changing import change_rows, may_change
from handlers.coordinators.named import number_in, words_of
from handlers.dates import day_text, short_day_text
from handlers.message_text import GAP, fitted
from handlers.moments import LINE, moment_line, moment_text
from handlers.pages import page_of
from handlers.supporters.appeal_screens import published_appeal
from handlers.texts import Markup
from handlers.translated import in_language
from storage.calendar.attendance import is_coming, say_coming, take_back_coming
from storage.calendar.coming import find_moment, moments_to_come
from storage.calendar.kinds import MomentKind
from storage.errors import NoSuchMoment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.calendar.coming import Moment

LISTED_MAX = 10  # moments in one message
NAME_MAX = 40  # characters of a moment's name on a button


async def show_calendar(update: Update, context: Context) -> None:
    """Show what is to come; who records sees what is for coordinators alone as well, and can add to it."""
    await answer(update, context)
    staff = await may_change(context, person_of(update).id)
    moments = [one for one in await moments_to_come(context.services.db, context.services.now()) if one.public or staff]
    page = page_of(moments, "".join(words_of(update, context)[:1]), LISTED_MAX)
    rows = [*([_to(context, one)] for one in page.shown), page.turning(context, "calendar")]
    if staff:
        rows.append([button(context.label("calendar-add"), "moment-add")])
    await show(update, context, fitted(_listed(context, page.shown)), [row for row in rows if row])


async def show_moment(update: Update, context: Context) -> None:
    """Show one moment with all that can be done about it."""
    moment = await _pressed(update, context)
    if moment is not None:
        await answer(update, context)
        await _show(update, context, moment)


async def come(update: Update, context: Context) -> None:
    """Count the person among those who come, once."""
    await _count(update, context, coming=True)


async def stay_away(update: Update, context: Context) -> None:
    """Count the person no more."""
    await _count(update, context, coming=False)


async def _count(update: Update, context: Context, *, coming: bool) -> None:
    moment = await _pressed(update, context)
    if moment is None:
        return
    services, person = context.services, person_of(update).id
    try:
        if coming:
            await say_coming(services.db, moment.id, person, services.now())
        else:
            await take_back_coming(services.db, moment.id, person, services.now())
    except NoSuchMoment:  # it is no action for everybody
        await answer(update, context, "button-stale")
        return
    await answer(update, context, "calendar-counted" if coming else "calendar-not-counted")
    await _show(update, context, await find_moment(services.db, moment.id, services.now()))


async def _pressed(update: Update, context: Context) -> Moment | None:
    """Return the moment of the pressed button, if the person may read of it; or else say that it is gone."""
    services = context.services
    try:
        moment = await find_moment(services.db, number_in(pressed(update), 0) or 0, services.now())
    except NoSuchMoment:
        moment = None
    if moment is None or not (moment.public or await may_change(context, person_of(update).id)):
        await answer(update, context, "calendar-gone")
        return None
    return moment


async def _show(update: Update, context: Context, moment: Moment) -> None:
    person = person_of(update).id
    blocks = [moment_text(moment, Names(context.services.texts, context.language))]
    rows: list[Sequence[InlineKeyboardButton]] = []
    if moment.kind is MomentKind.ACTION and moment.public:
        coming = await is_coming(context.services.db, moment.id, person)
        blocks.append(Markup(context.say("calendar-you-come" if coming else "calendar-how-counted")))
        word, key = ("moment-stay", "calendar-stay") if coming else ("moment-come", "calendar-come")
        rows.append([button(context.label(key), word, moment.id)])
    if moment.appeal and await published_appeal(context, moment.appeal):
        rows.append([button(context.label("calendar-appeal"), "appeal", moment.appeal)])
    if await may_change(context, person):
        notes, changes = change_rows(context, moment)
        blocks += notes
        rows += changes
    rows.append([button(context.label("calendar-all"), "calendar")])
    await show(update, context, str(GAP.join(blocks)), rows)


def _listed(context: Context, moments: Sequence[Moment]) -> list[Markup]:
    if not moments:
        return [Markup(context.say("calendar-none"))]
    names = Names(context.services.texts, context.language)
    blocks = [Markup(context.say("calendar-heading"))]
    for day, of_day in groupby(moments, lambda one: one.when.at.date()):
        heading = Markup("<b>{}</b>").format(day_text(day, context.language))
        blocks.append(LINE.join((heading, *(moment_line(one, names) for one in of_day))))
    return blocks


def _to(context: Context, moment: Moment) -> InlineKeyboardButton:
    name = in_language(moment.name, context.language)
    short = name if len(name) <= NAME_MAX else f"{name[:NAME_MAX].rstrip()}…"
    day = short_day_text(moment.when.at.date(), context.language)
    return button(context.label("calendar-one", day=day, name=short), "moment", moment.id)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("calendar", show_calendar),
        on("calendar", show_calendar),
        on("moment", show_moment),
        on("moment-come", come),
        on("moment-stay", stay_away),
    ]
