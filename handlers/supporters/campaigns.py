"""Campaigns: an issue over the years.

/campaigns ──► the campaigns ──[name]──► its page, below: what it is about, and what was done, in order of time
/campaigns forced-returns ──► that page ──[title of an appeal]──► its card (`reading`)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.happenings import Names, happening_line
from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, pressed, say, show
from handlers.dates import fact_date_text
from handlers.message_text import in_messages
from handlers.pages import page_of
from handlers.supporters.meaning import meant_by, quoted
from handlers.texts import Markup
from handlers.translated import in_language
from storage.appeals.records import SENT, appeals_in
from storage.registers.records import read_registers
from storage.timeline.kinds import Kind
from storage.timeline.story import What, public_campaign_story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from telegram import Update

    from handlers.context import Context
    from storage.registers.models import Campaign
    from storage.timeline.story import Happening

PAGE = 10  # campaigns, each with a button
CARDS = 50  # buttons to appeals under a page: the last ones
TOLD = frozenset({Kind.ACTION, Kind.OUTCOME, Kind.DELIVERY})


async def open_campaigns(update: Update, context: Context) -> None:
    """List the campaigns, or show the page of the one behind the command."""
    campaigns, words = await _campaigns(context), " ".join(context.args or ())
    named = meant_by(words, campaigns)
    if named:
        await _show_page(update, context, named)
        return
    if words and campaigns:
        await say(update, context, context.say("campaigns-unknown", words=quoted(words)))
    await _list(update, context, campaigns)


async def turn_page(update: Update, context: Context) -> None:
    """Show a page of the list in the place of what the button stood under."""
    await answer(update, context)
    await _list(update, context, await _campaigns(context), "".join(pressed(update)[:1]))


async def open_one(update: Update, context: Context) -> None:
    """Show the page of the pressed button's campaign below it."""
    campaign = (await _campaigns(context)).get("".join(pressed(update)[:1]))
    await answer(update, context, None if campaign else "button-stale")
    if campaign:
        await _show_page(update, context, campaign)


async def _list(update: Update, context: Context, campaigns: Mapping[str, Campaign], asked: str = "") -> None:
    page = page_of(sorted(campaigns.values(), key=lambda one: one.since), asked, PAGE)
    rows = [[button(in_language(one.name, context.language), "campaign", one.key)] for one in page.shown]
    text = context.say("campaigns-all" if campaigns else "campaigns-none")
    await show(update, context, text, [row for row in (*rows, page.turning(context, "campaigns")) if row])


async def _show_page(update: Update, context: Context, campaign: Campaign) -> None:
    services, language = context.services, context.language
    story = await public_campaign_story(services.db, campaign.key, services.now(), services.policy.timezone)
    told = [one for one in story if one.what is What.SENT or (one.entry and one.entry.kind in TOLD)]
    appeals = {stored.appeal.code: stored.appeal for stored in await appeals_in(services.db, SENT)}
    offices = (await read_registers(services.db)).offices
    lines = _lines(told, Names(services.texts, language, appeals, offices))
    heading = context.say(
        "campaigns-one", name=in_language(campaign.name, language), since=str(campaign.since), count=len(lines)
    )
    about = Markup("{}").format(in_language(campaign.about, language))
    codes = dict.fromkeys(one.appeal for one in told if one.what is What.SENT and one.appeal)
    rows = [[button(title_text(appeals[code], services.texts, language), "appeal", code)] for code in codes][-CARDS:]
    *earlier, last = in_messages((Markup(heading), about, *lines))
    for message in earlier:
        await say(update, context, message)
    await say(update, context, last, [*rows, [button(context.label("campaigns-back"), "campaigns")]])


def _lines(story: Sequence[Happening], names: Names) -> list[Markup]:
    return [_sent(one, names) if one.what is What.SENT else happening_line(one, names) for one in story]


def _sent(happening: Happening, names: Names) -> Markup:
    """Name the appeal; to how many people it went is for coordinators."""
    title = names.title(happening.appeal or "")
    return names.say("campaigns-appeal", day=fact_date_text(happening.day, names.language), title=title)


async def _campaigns(context: Context) -> Mapping[str, Campaign]:
    return (await read_registers(context.services.db)).campaigns


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("campaigns", open_campaigns), on("campaigns", turn_page), on("campaign", open_one)]
