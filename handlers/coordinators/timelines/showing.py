"""The timeline of an appeal or a campaign, of what is about neither, and the contacts with an office.

/timeline ──► appeals that were sent, campaigns, neither ──[one]──┐
/timeline CODE, KEY or - ─────────────────────────────────────────┴──► what happened, the newest page first
                                                                        ├──[Earlier]──► …
/addressee KEY ──► an office of the register, each contact in order ────┴──[Scan of a day]──► the file
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.happenings import Names, happening_line, names_for
from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, say, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.recording.subjects import NONE
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.dates import day_text, fact_date_text
from handlers.message_text import GAP, in_groups
from handlers.pages import page_of
from handlers.texts import Markup
from handlers.translated import in_language
from storage.appeals.records import EVER_SENT, appeals_in
from storage.registers.records import read_registers
from storage.timeline.entries import Subject
from storage.timeline.story import campaign_story, entries_story, story_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.registers.models import Office
    from storage.timeline.story import Happening

LISTED_MAX = 20  # to choose from, on one page
PAGES_MAX = 999


@dataclass(frozen=True)
class _Page:
    """What one message holds of a story."""

    text: str
    scans: Rows


@trusted_with(Duty.READ_STATISTICS)
async def show_timeline(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show what happened to the appeal, in the campaign or beside both, or list what there is."""
    await answer(update, context)
    words, services = words_of(update, context), context.services
    if not words:
        await _choose_timeline(update, context, "")
        return
    staff, zone = Duty.RECORD in DUTIES[coordinator.role], services.policy.timezone
    if words[0] == NONE:
        story = await entries_story(services.db, Subject(), services.now(), staff=staff)
        await _show(update, context, context.label("recording-of-nothing"), NONE, story)
        return
    if (campaign := (await read_registers(services.db)).campaigns.get(words[0].lower())) is not None:
        story = await campaign_story(services.db, campaign.key, services.now(), zone, staff=staff)
        await _show(update, context, in_language(campaign.name, context.language), campaign.key, story)
        return
    stored = await named_appeal(update, context, "timeline")
    if stored is None:
        return
    story = await story_of(services.db, stored.appeal.code, services.now(), zone, staff=staff)
    title = title_text(stored.appeal, services.texts, context.language)
    await _show(update, context, title, stored.appeal.code, story)


@trusted_with(Duty.READ_STATISTICS)
async def turn_timelines(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show a page of the timelines that there are."""
    await answer(update, context)
    await _choose_timeline(update, context, "".join(words_of(update, context)[:1]))


@trusted_with(Duty.READ_STATISTICS)
async def show_addressee(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show an office of the register with every contact, or list the offices."""
    await answer(update, context)
    services, key = context.services, "".join(words_of(update, context)[:1]).lower()
    offices = (await read_registers(services.db)).offices
    if (office := offices.get(key)) is None:
        text = "timelines-which-office" if offices else "timelines-no-office"
        await _choose_office(update, context, "timelines-unknown-office" if key and offices else text, "")
        return
    staff = Duty.RECORD in DUTIES[coordinator.role]
    story = await entries_story(services.db, Subject(office=key), services.now(), staff=staff)
    names = await names_for(context.services, context.language)
    heading = Markup("\n").join(_office_lines(office, names))
    for page in _pages(heading, story, names, "timelines-no-contact"):
        await say(update, context, page.text, page.scans)


@trusted_with(Duty.READ_STATISTICS)
async def turn_offices(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show a page of the offices."""
    await answer(update, context)
    await _choose_office(update, context, "timelines-which-office", "".join(words_of(update, context)[:1]))


async def _show(update: Update, context: Context, title: str, key: str, story: Sequence[Happening]) -> None:
    """Show a page of the story; the last one unless another was asked for."""
    heading = Markup(context.say("timelines-heading", title=title, count=len(story)))
    pages = _pages(heading, story, await names_for(context.services, context.language), "timelines-nothing")
    asked, last = number_in(words_of(update, context), 1), len(pages) - 1
    number = min(asked if asked is not None and asked <= PAGES_MAX else last, last)
    await show(update, context, pages[number].text, [*pages[number].scans, *_paging(context, key, number, last)])


def _pages(heading: Markup, story: Sequence[Happening], names: Names, nothing: str) -> list[_Page]:
    """Part the story into messages, each with a button for every scan that is kept with one of its lines."""
    lines = [happening_line(one, names) for one in story] or [names.say(nothing)]
    groups = list(in_groups((heading, *lines)))
    pages, begun = [], 0
    for number, group in enumerate(groups):
        told = story[begun : begun + len(group) - (number == 0)]  # the heading tells of none
        begun += len(told)
        pages.append(_Page(str(GAP.join(group)), _scans(told, names)))
    return pages


def _scans(told: Sequence[Happening], names: Names) -> Rows:
    return [
        [button(_scan_text(one.day, names), "scan", one.entry.id)]
        for one in told
        if one.entry is not None and one.entry.has_file
    ]


def _scan_text(day: str, names: Names) -> str:
    return names.texts.plain("timelines-scan", names.language, day=fact_date_text(day, names.language))


def _paging(context: Context, key: str, number: int, last: int) -> Rows:
    row = []
    if number > 0:
        row.append(button(context.label("timelines-earlier"), "timeline", key, number - 1))
    if number < last:
        row.append(button(context.label("timelines-later"), "timeline", key, number + 1))
    return [row] if row else []


def _office_lines(office: Office, names: Names) -> Iterator[Markup]:
    yield names.say("timelines-office", office=names.its(office.office))
    if office.holder:
        yield names.say("timelines-holder", holder=names.its(office.holder))
    else:
        yield names.say("timelines-no-holder")
    yield from (Markup("{}").format(one) for one in (office.post, office.email, office.fax, office.link) if one)
    yield names.say("timelines-checked", day=day_text(office.checked_on, names.language))


async def _choose_timeline(update: Update, context: Context, asked: str) -> None:
    """List the appeals that were sent, the newest first, then the campaigns, and what is about neither."""
    services = context.services
    sent = (await appeals_in(services.db, EVER_SENT))[::-1]
    named = {one.appeal.code: title_text(one.appeal, services.texts, context.language) for one in sent}
    campaigns = (await read_registers(services.db)).campaigns
    named |= {key: in_language(one.name, context.language) for key, one in campaigns.items()}
    named[NONE] = context.label("recording-of-nothing")
    await _choose(update, context, context.say("timelines-which"), named, "timeline", asked)


async def _choose_office(update: Update, context: Context, text: str, asked: str) -> None:
    offices = (await read_registers(context.services.db)).offices
    named = {key: in_language(office.office, context.language) for key, office in offices.items()}
    await _choose(update, context, context.say(text), named, "addressee", asked)


async def _choose(update: Update, context: Context, text: str, named: Mapping[str, str], word: str, asked: str) -> None:
    """Offer a page of what has a name by its key, on buttons of *word*."""
    page = page_of(list(named.items()), asked, LISTED_MAX)
    rows = [*([button(name, word, key)] for key, name in page.shown), page.turning(context, f"{word}s")]
    await show(update, context, text, [row for row in rows if row])


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("timeline", show_timeline),
        CommandHandler("addressee", show_addressee),
        on("timeline", show_timeline),
        on("timelines", turn_timelines),
        on("addressee", show_addressee),
        on("addressees", turn_offices),
    ]
