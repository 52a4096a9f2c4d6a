"""The timeline of an appeal or a campaign, and the contacts with an office.

/timeline ──► the appeals that were sent ──[one]──┐
/timeline CODE or KEY ────────────────────────────┴──► what happened, the newest page first ──[Earlier]──► …
/addressee KEY ──► an office of the register, and every contact with it in order
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.happenings import Names, happening_line
from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, say, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.dates import day_text
from handlers.message_text import in_messages
from handlers.texts import Markup
from storage.appeals.records import SENT, AppealState, appeals_in
from storage.registers.records import read_registers
from storage.timeline.entries import Subject, entries_about
from storage.timeline.story import campaign_story, happening_of, story_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.registers.models import Office
    from storage.timeline.story import Happening

LISTED_MAX = 20  # appeals or offices to choose from
PAGES_MAX = 999


@trusted_with(Duty.READ_STATISTICS)
async def show_timeline(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show what happened to the appeal or in the campaign that was named, or list the appeals."""
    await answer(update, context)
    words = words_of(update, context)
    if not words:
        await _list_appeals(update, context)
        return
    services = context.services
    registers = await read_registers(services.db)
    if (campaign := registers.campaigns.get(words[0].lower())) is not None:
        story = await campaign_story(services.db, campaign.key, services.now(), services.policy.timezone)
        names = await _names(context, registers.offices)
        await _show(update, context, names.its(campaign.name), campaign.key, story, names)
        return
    stored = await named_appeal(update, context, "timeline")
    if stored is None:
        return
    code, staff = stored.appeal.code, Duty.RECORD in DUTIES[coordinator.role]
    story = await story_of(services.db, code, services.now(), services.policy.timezone, staff=staff)
    title = title_text(stored.appeal, services.texts, context.language)
    await _show(update, context, title, code, story, await _names(context, registers.offices))


@trusted_with(Duty.READ_STATISTICS)
async def show_addressee(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show an office of the register with every contact, or list the offices."""
    await answer(update, context)
    db, key = context.services.db, "".join(words_of(update, context)[:1]).lower()
    offices = (await read_registers(db)).offices
    names = await _names(context, offices)
    office = offices.get(key)
    if office is None:
        rows = [[button(names.its(one.office), "addressee", one.key)] for one in list(offices.values())[:LISTED_MAX]]
        text = "timelines-which-office" if offices else "timelines-no-office"
        await say(update, context, context.say("timelines-unknown-office" if key and offices else text), rows)
        return
    now, staff = context.services.now(), Duty.RECORD in DUTIES[coordinator.role]
    entries = await entries_about(db, Subject(office=key))
    shown = [happening_of(one) for one in entries if staff or one.open_to_all(now)]
    heading = Markup("\n").join(_office_lines(office, names))
    lines = [happening_line(one, names) for one in shown] or [Markup(context.say("timelines-no-contact"))]
    for message in in_messages((heading, *lines)):
        await say(update, context, message)


async def _show(
    update: Update, context: Context, title: str, key: str, story: Sequence[Happening], names: Names
) -> None:
    """Show a page of the story; the last one unless another was asked for."""
    heading = Markup(context.say("timelines-heading", title=title, count=len(story)))
    lines = [happening_line(one, names) for one in story] or [Markup(context.say("timelines-nothing"))]
    pages = list(in_messages((heading, *lines)))
    asked = number_in(words_of(update, context), 1)
    page = min(asked if asked is not None and asked <= PAGES_MAX else len(pages) - 1, len(pages) - 1)
    await show(update, context, pages[page], _paging(context, key, page, len(pages)))


def _paging(context: Context, key: str, page: int, pages: int) -> Rows:
    row = []
    if page > 0:
        row.append(button(context.label("timelines-earlier"), "timeline", key, page - 1))
    if page < pages - 1:
        row.append(button(context.label("timelines-later"), "timeline", key, page + 1))
    return [row] if row else []


async def _names(context: Context, offices: Mapping[str, Office]) -> Names:
    appeals = {one.appeal.code: one.appeal for one in await appeals_in(context.services.db)}
    return Names(context.services.texts, context.language, appeals, offices, context.services.now())


def _office_lines(office: Office, names: Names) -> Iterator[Markup]:
    yield names.say("timelines-office", office=names.its(office.office))
    if office.holder:
        yield names.say("timelines-holder", holder=names.its(office.holder))
    else:
        yield names.say("timelines-no-holder")
    yield from (Markup("{}").format(one) for one in (office.post, office.email, office.fax, office.link) if one)
    yield names.say("timelines-checked", day=day_text(office.checked_on, names.language))


async def _list_appeals(update: Update, context: Context) -> None:
    services = context.services
    sent = (await appeals_in(services.db, SENT | {AppealState.WITHDRAWN}))[::-1]
    rows = [
        [button(title_text(one.appeal, services.texts, context.language), "timeline", one.appeal.code)]
        for one in sent[:LISTED_MAX]
    ]
    await say(update, context, context.say("timelines-which" if rows else "timelines-none"), rows)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("timeline", show_timeline),
        CommandHandler("addressee", show_addressee),
        on("timeline", show_timeline),
        on("addressee", show_addressee),
    ]
