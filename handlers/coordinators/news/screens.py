"""How coordinators see news: as those concerned will read it, how many they are, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.appeals.happenings import Names, entry_text
from handlers.appeals.letters.news import about_text, news_rows, news_text
from handlers.asking import button, say
from handlers.coordinators.appeals.approvals import aliases_of
from handlers.coordinators.news.suggesting import named
from handlers.coordinators.roles import DUTIES, Duty, roles_with
from handlers.message_text import GAP
from handlers.texts import LANGUAGES, Markup
from storage.appeals.records import find_appeal
from storage.letters.broadcasts.concerned import news_audience
from storage.people.coordinators import coordinators_with
from storage.registers.records import read_registers
from storage.timeline.entries import find_entry
from storage.timeline.readers import words_wait

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context, Services
    from storage.appeals.model import Appeal
    from storage.people.coordinators import Coordinator
    from storage.timeline.news import News


@dataclass(frozen=True)
class Shown:
    """News with the appeal that it is about, for coordinators to look at; None: a bill that belongs to none."""

    news: News
    appeal: Appeal | None

    def about(self, services: Services, language: str) -> str:
        """Return what it is about, without markup."""
        return about_text(self.appeal, services.texts, language)

    def heading(self, services: Services, language: str) -> str:
        """Return the heading that its readers see, without markup."""
        return services.texts.plain(f"news-heading-{self.news.kind}", language)


async def shown(services: Services, news: News) -> Shown:
    """Return the news with its appeal."""
    return Shown(news, (await find_appeal(services.db, news.appeal)).appeal if news.appeal else None)


async def show_as_read(update: Update, context: Context, one: Shown) -> None:
    """Show the news in each of the bot's languages, with its buttons, exactly as its readers get it."""
    services, username = context.services, context.bot.username
    for language in LANGUAGES:
        html = news_text(one.news, one.appeal, services.texts, language, organisation=services.policy.organisation)
        await say(update, context, html, news_rows(one.news, one.appeal, services.texts, language, username))


async def offer(update: Update, context: Context, one: Shown, by: Coordinator, said: str) -> None:
    """Say *said* of the news that waits, and how many would get it, with what *by* may do."""
    audience = await news_audience(context.services.db, one.news.wanted)
    each = [
        context.label("news-language", language=named([tag], context.language), count=count)
        for tag, count in audience.by_language.items()
    ]
    blocks = [said, context.say("news-goes-to", count=audience.total, languages=", ".join(each))]
    if missing := [tag for tag in audience.by_language if tag not in one.news.texts]:
        blocks.append(context.say("news-missing", languages=named(missing, context.language)))
    blocks += await _made_public(context, one)
    await say(update, context, GAP.join(map(Markup, blocks)), _rows(context, one.news, by, audience.total))


async def _made_public(context: Context, one: Shown) -> list[str]:
    """Show the entry whose words readers see from then on, beside the news."""
    services = context.services
    entry = await find_entry(services.db, one.news.entry) if one.news.entry else None
    if entry is None or not await words_wait(services.db, entry, services.now()):
        return []
    offices = (await read_registers(services.db)).offices
    names = Names(services.texts, context.language, {one.appeal.code: one.appeal} if one.appeal else {}, offices)
    return [context.say("news-makes-public", text=entry_text(entry, names))]


async def next_text(context: Context, news: News, by: Coordinator) -> str:
    """Say who wrote the news that waits, and to its author who approves it."""
    if news.author != by.id:
        return context.say("news-by", author=news.by)
    if not context.services.policy.approvals:
        return context.say("news-alone")
    reviewers = await reviewers_of(context.services, news)
    return context.say("news-own", who=aliases_of(reviewers)) if reviewers else context.say("news-own-nobody")


async def reviewers_of(services: Services, news: News) -> tuple[Coordinator, ...]:
    """Return who may approve news beside its author."""
    everybody = await coordinators_with(services.db, roles_with(Duty.APPROVE))
    return tuple(one for one in everybody if one.id != news.author)


def look_button(services: Services, news: News, language: str) -> InlineKeyboardButton:
    """Return the button that shows the news."""
    return button(services.texts.plain("news-look", language), "news-look", news.id)


def _rows(context: Context, news: News, by: Coordinator, readers: int) -> Rows:
    duties = DUTIES[by.role]
    rows = []
    if readers and Duty.APPROVE in duties and (news.author != by.id or not context.services.policy.approvals):
        rows.append([button(context.label("news-send", count=readers), "news-send", news.id)])
    if Duty.RECORD in duties:
        rows.append([button(context.label("news-drop"), "news-drop", news.id)])
    return rows
