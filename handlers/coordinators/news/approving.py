"""Approving news, and sending it to whom it concerns: somebody else than its author looks at it first.

/news ──► what waits ──[Look at it]──► as it will be read, whom it would go to ──[Approve, and send to …]──► one
                                                                               │   message that counts
                                                                               └─[Give it up]──► nobody gets it
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, on, say, show
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.news.screens import look_button, next_text, offer, show_as_read, shown
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.sending.watching import watch
from handlers.coordinators.telling import tell_one
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.pages import page_of
from handlers.texts import Markup
from storage.errors import NoSuchNews, OwnNews, WrongState
from storage.people.coordinators import Role, coordinators_with
from storage.timeline.news import approve_news, give_up_news, waiting_news

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.coordinators.news.screens import Shown
    from storage.people.coordinators import Coordinator
    from storage.timeline.news import News

log = logging.getLogger(__name__)

LISTED_MAX = 10  # in one message


@trusted_with(Duty.APPROVE, Duty.RECORD)
async def list_waiting(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """List the news that waits to be approved, the oldest first."""
    await answer(update, context)
    services = context.services
    waiting = await waiting_news(services.db)
    if not waiting:
        await show(update, context, context.say("news-none"))
        return
    page = page_of(waiting, "".join(words_of(update, context)[:1]), LISTED_MAX)
    lines = [_line(context, await shown(services, news)) for news in page.shown]
    blocks = [context.say("news-waiting", count=len(waiting)), *lines]
    rows = [[look_button(services, news, context.language)] for news in page.shown]
    rows.append(page.turning(context, "news-waiting"))
    await show(update, context, fitted(map(Markup, blocks)), [row for row in rows if row])


@trusted_with(Duty.APPROVE, Duty.RECORD)
async def look(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show news that waits as it will be read, then what can be done with it."""
    news = await _pressed_news(update, context)
    if news is None:
        return
    one = await shown(context.services, news)
    await show_as_read(update, context, one)
    await offer(update, context, one, coordinator, await next_text(context, news, coordinator))


@trusted_with(Duty.APPROVE)
async def send(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Approve the news, and begin to send it."""
    news = await _pressed_news(update, context)
    if news is None:
        return
    services, alone = context.services, not context.services.policy.approvals
    try:
        broadcast = await approve_news(services.db, news.id, coordinator, services.now(), alone=alone)
    except OwnNews:
        said = await next_text(context, news, coordinator)
        await offer(update, context, await shown(services, news), coordinator, said)
        return
    except NoSuchNews:
        await say(update, context, context.say("news-gone"))
        return
    except WrongState:
        await say(update, context, context.say("news-not-sent", code=news.appeal or ""))
        return
    log.info("coordinator %d approved news %d, broadcast %d", coordinator.id, news.id, broadcast)
    services.wake_sender()
    await show(update, context, context.say("news-approved"))
    if news.author == coordinator.id:
        await watch(update, context, broadcast)  # otherwise the reporter sends it to the author
    await _tell_author(context, news, coordinator, "news-author-approved")


@trusted_with(Duty.RECORD)
async def drop(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Give the news up."""
    news = await _pressed_news(update, context)
    if news is None:
        return
    try:
        await give_up_news(context.services.db, news.id, coordinator, context.services.now())
    except NoSuchNews:
        await say(update, context, context.say("news-gone"))
        return
    log.info("coordinator %d gave news %d up", coordinator.id, news.id)
    await show(update, context, context.say("news-dropped"))
    await _tell_author(context, news, coordinator, "news-author-dropped")


async def _pressed_news(update: Update, context: Context) -> News | None:
    """Return the news that the pressed button names, if it waits; say so where it does not."""
    await answer(update, context)
    number = number_in(words_of(update, context), 0)
    found = next((one for one in await waiting_news(context.services.db) if one.id == number), None)
    if found is None:
        await say(update, context, context.say("news-gone"))
    return found


async def _tell_author(context: Context, news: News, by: Coordinator, key: str) -> None:
    services, one = context.services, await shown(context.services, news)

    def write(language: str) -> tuple[str, Rows]:
        return services.texts.html(key, language, by=by.alias, about=one.about(services, language)), []

    for author in await coordinators_with(services.db, frozenset(Role)):
        if author.id == news.author != by.id:
            await tell_one(services, context.bot, author, write)


def _line(context: Context, one: Shown) -> str:
    services, written = context.services, one.news.written_at.astimezone(context.services.policy.timezone)
    return context.say(
        "news-waiting-line",
        about=one.about(services, context.language),
        heading=one.heading(services, context.language),
        author=one.news.by,
        day=day_text(written.date(), context.language),
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; behind the command with words stands the form, see `writing`."""
    return [
        CommandHandler("news", list_waiting, has_args=False),
        on("news-waiting", list_waiting),
        on("news-look", look),
        on("news-send", send),
        on("news-drop", drop),
    ]
