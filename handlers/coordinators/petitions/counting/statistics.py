"""The count of a petition as coordinators see it: where it leads, and of what it is made, down to one signature.

The public sees countries from five signatures up; coordinators see all of them.

/stats ──► the petitions with their totals
/stats CODE ──► one of them in full ──[Charts]──► its signatures over time and by day, then by channel, country and
                                                  link, as pictures
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.page import LINE
from handlers.asking import answer, button, on, person_of, say
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.petitions.counting.breakdown import breakdown
from handlers.coordinators.petitions.counting.pace import count_line, going, outlook, standing
from handlers.coordinators.reports.charts import PICTURE, Reader, signatures_chart
from handlers.coordinators.reports.parts import parts_chart
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.appeals.records import EVER_SENT, appeals_in
from storage.petitions.collecting.suspects import suspects_of
from storage.petitions.counting.goals import milestones
from storage.petitions.counting.recount_record import last_recount
from storage.petitions.counting.support import support_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.petitions.counting.pace import Going
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

LISTED_MAX = 20  # appeals in one message


@trusted_with(Duty.READ_STATISTICS)
async def show_statistics(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show the count of the petition that was named, or the totals of all."""
    if not words_of(update, context):
        await _list_totals(update, context)
        return
    stored = await named_appeal(update, context, "stats")
    if stored is None:
        return
    labels = Duty.RUN_PETITION in DUTIES[coordinator.role]
    blocks = [block async for block in _statistics(context, stored, labels=labels)]
    rows = [[button(context.label("statistics-chart"), "stats-chart", stored.appeal.code)]]
    await say(update, context, fitted(blocks), rows)


@trusted_with(Duty.READ_STATISTICS)
async def send_charts(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the pictures of how the signatures came, and of what they are made."""
    await answer(update, context)
    stored = await named_appeal(update, context, "stats")
    if stored is None:
        return
    services, code = context.services, stored.appeal.code
    reader = Reader(services.texts, context.language, services.now_here())
    goes = await going(services.db, stored.appeal, services.texts, context.language, services.now())
    over_time = await signatures_chart(services.db, code, reader)
    apart = await parts_chart(services.db, goes, labels=Duty.RUN_PETITION in DUTIES[coordinator.role])
    charts = [chart for chart in (over_time, apart) if chart]
    for chart in charts:
        await context.bot.send_photo(person_of(update).id, chart.png, filename=PICTURE, caption=chart.caption)
    if not charts:
        await say(update, context, context.say("statistics-no-chart", code=code))


async def _list_totals(update: Update, context: Context) -> None:
    """List the petitions, the one that closes last in front."""
    db, texts = context.services.db, context.services.texts
    asking = [one.appeal for one in await appeals_in(db, EVER_SENT) if one.appeal.kind.asks][::-1]
    if not asking:
        await say(update, context, context.say("statistics-none"))
        return
    lines = [count_line(one, await support_of(db, one.code), texts, context.language) for one in asking[:LISTED_MAX]]
    blocks = [Markup(context.say("statistics-heading")), *lines]
    if rest := len(asking[LISTED_MAX:]):
        blocks.append(Markup(context.say("statistics-more", count=rest)))
    await say(update, context, fitted(blocks))


async def _statistics(context: Context, stored: StoredAppeal, *, labels: bool) -> AsyncIterator[Markup]:
    """Give the parts of the whole, the most important ones in front."""
    services, appeal = context.services, stored.appeal
    goes = await going(services.db, appeal, services.texts, context.language, services.now())
    yield standing(goes)
    if appeal.kind.asks:
        yield outlook(goes)
    if around := [line async for line in _around(context, goes)]:
        yield LINE.join(around)
    if goes.support.total.all:
        async for block in breakdown(services.db, goes, labels=labels):
            yield block


async def _around(context: Context, goes: Going) -> AsyncIterator[Markup]:
    """Give what stands beside the count: milestones, what waits, who endorses, the log and its last check."""
    db, code = context.services.db, goes.appeal.code
    if reached := [one.percent for one in await milestones(db, code) if one.goal == goes.goal]:
        percents = ", ".join(context.label("statistics-percent", percent=percent) for percent in reached)
        yield goes.say("statistics-milestones", percents=percents)
    if waiting := sum(one.waiting for one in await suspects_of(db, code)):
        yield goes.say("statistics-suspects", count=waiting, code=code)
    if goes.support.organisations:
        yield goes.say("statistics-organisations", count=goes.support.organisations)
    if goes.support.entries:
        yield goes.say("statistics-log", entries=goes.support.entries, code=code)
    if last := await last_recount(db):
        local = last.at.astimezone(context.services.policy.timezone)
        day = day_text(local.date(), context.language)
        key = "statistics-miscounted" if last.differing else "statistics-recounted"
        yield goes.say(key, day=day, time=local.strftime("%H:%M"))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("stats", show_statistics), on("stats-chart", send_charts)]
