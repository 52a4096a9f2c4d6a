"""The count of a petition as coordinators see it: in all, by channel, and by country down to one signature.

The public sees countries from five signatures up; coordinators see all of them.

/stats ──► the petitions with their totals
/stats CODE ──► one of them in full ──[Chart]──► its signatures over time, as a picture
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, person_of, say
from handlers.bars import bar
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.reports.charts import PICTURE, Reader, signatures_chart
from handlers.coordinators.roles import Duty, trusted_with
from handlers.countries import country_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.appeals.records import AppealState, appeals_in
from storage.petitions.tally import count_signatures, total_signatures

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.people.coordinators import Coordinator

SENT = frozenset({AppealState.PUBLISHED, AppealState.CLOSED, AppealState.WITHDRAWN})
LISTED_MAX = 20  # appeals, or countries, in one message


@trusted_with(Duty.READ_STATISTICS)
async def show_statistics(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show the count of the petition that was named, or the totals of all."""
    if not words_of(update, context):
        await _list_totals(update, context)
        return
    stored = await named_appeal(update, context, "stats")
    if stored is not None:
        rows = [[button(context.label("statistics-chart"), "stats-chart", stored.appeal.code)]]
        await say(update, context, await _statistics(context, stored.appeal), rows)


@trusted_with(Duty.READ_STATISTICS)
async def send_chart(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Send the picture of how the signatures came."""
    await answer(update, context)
    stored = await named_appeal(update, context, "stats")
    if stored is None:
        return
    services, code = context.services, stored.appeal.code
    reader = Reader(services.texts, context.language, services.now().astimezone(services.policy.timezone))
    chart = await signatures_chart(services.db, code, reader)
    if chart is None:
        await say(update, context, context.say("statistics-no-chart", code=code))
        return
    await context.bot.send_photo(person_of(update).id, chart.png, filename=PICTURE, caption=chart.caption)


async def _list_totals(update: Update, context: Context) -> None:
    """List the petitions, the one that closes last in front."""
    asking = [one.appeal for one in await appeals_in(context.services.db, SENT) if one.appeal.kind.asks][::-1]
    if not asking:
        await say(update, context, context.say("statistics-none"))
        return
    blocks = [context.say("statistics-heading"), *[await _counted(context, one) for one in asking[:LISTED_MAX]]]
    if rest := len(asking[LISTED_MAX:]):
        blocks.append(context.say("statistics-more", count=rest))
    await say(update, context, fitted(map(Markup, blocks)))


async def _counted(context: Context, appeal: Appeal) -> str:
    return _total(context, appeal, (await total_signatures(context.services.db, appeal.code)).all)


def _total(context: Context, appeal: Appeal, total: int) -> str:
    title = title_text(appeal, context.services.texts, context.language)
    return context.say("statistics-line", code=appeal.code, title=title, total=total, goal=appeal.goal or 0)


async def _statistics(context: Context, appeal: Appeal) -> str:
    channels: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for count in await count_signatures(context.services.db, appeal.code):
        channels[count.channel] += count.valid
        countries[count.country] += count.valid
    blocks = [_total(context, appeal, channels.total())]
    if appeal.goal:
        blocks[0] += f"\n{bar(channels.total(), appeal.goal)}"
    if channels:
        named = {context.label(f"channel-{channel}"): valid for channel, valid in channels.most_common()}
        blocks.append(_listed(context, "channels", named))
        blocks.append(_listed(context, "countries", _named(context, countries)))
    return fitted(map(Markup, blocks))


def _named(context: Context, countries: Counter[str]) -> dict[str, int]:
    """Return the counts by the countries' names, largest first, with those that find no room as one."""
    texts, ordered = context.services.texts, countries.most_common()
    named = {country_text(code, texts, context.language): valid for code, valid in ordered[:LISTED_MAX]}
    if rest := ordered[LISTED_MAX:]:
        named[context.label("statistics-other-countries", count=len(rest))] = sum(valid for _, valid in rest)
    return named


def _listed(context: Context, heading: str, counts: dict[str, int]) -> str:
    lines = (context.say("statistics-count", name=name, count=count) for name, count in counts.items())
    return "\n".join((context.say(f"statistics-{heading}"), *lines))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("stats", show_statistics), on("stats-chart", send_chart)]
