"""Writing news: a text for those concerned, in the languages of the appeal.

[Tell those concerned] below an entry ─┐
/news CODE, /news CODE anniversary ────┴──► a draft to copy ──► the text in each language ──► as it will be read,
                                            and whom it would go to ──► colleagues are asked to approve it
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.appeals.letters.news import about_text
from handlers.asking import say, show
from handlers.coordinators.appeals.approvals import aliases_of
from handlers.coordinators.forms.fields import Form, Question, Translated
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.news.screens import look_button, offer, reviewers_of, show_as_read, shown
from handlers.coordinators.news.suggesting import languages_of, show_drafts
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_one
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.appeals.records import SENT, find_appeal
from storage.errors import NoSuchEntry, NotForNews, WrongState
from storage.timeline.entries import find_entry
from storage.timeline.news import BY_HAND, TEXT_MAX, NewNews, NewsKind, find_news, kind_of, write_news
from storage.timeline.newsworthy import why_no_anniversary, why_not

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers, Subject
    from handlers.coordinators.news.screens import Shown
    from storage.appeals.model import Appeal
    from storage.people.coordinators import Coordinator
    from storage.timeline.entries import Entry


async def begin(update: Update, context: Context, _coordinator: Coordinator) -> Subject | None:
    """Take what the button or the command names, an entry or an appeal, and show a draft; say why not otherwise."""
    number = number_in(words_of(update, context), 0)
    if number is not None:
        return await _begin_with_entry(update, context, number)
    stored = await named_appeal(update, context, "news")
    if stored is None:
        return None
    if stored.state not in SENT:
        await say(update, context, context.say("news-not-sent", code=stored.appeal.code))
        return None
    word = next(iter(words_of(update, context)[1:]), NewsKind.OTHER)
    if word not in BY_HAND:
        await say(update, context, context.say("news-needs-entry"))
        return None
    services, code = context.services, stored.appeal.code
    if word == NewsKind.ANNIVERSARY and (why := await why_no_anniversary(services.db, code, services.now())):
        await say(update, context, context.say(f"news-refused-{why}"))
        return None
    return await _begun(update, context, NewsKind(word), stored.appeal, None)


async def _begin_with_entry(update: Update, context: Context, number: int) -> Subject | None:
    services = context.services
    try:
        entry = await find_entry(services.db, number)
    except NoSuchEntry:
        await say(update, context, context.say("news-unknown-entry"))
        return None
    if why := await why_not(services.db, entry, services.now()):
        await say(update, context, context.say(f"news-refused-{why}"))
        return None
    stored = await find_appeal(services.db, entry.about.appeal) if entry.about.appeal else None
    if stored is not None and stored.state not in SENT:
        await say(update, context, context.say("news-not-sent", code=stored.appeal.code))
        return None
    return await _begun(update, context, kind_of(entry), stored.appeal if stored else None, entry)


async def _begun(
    update: Update, context: Context, kind: NewsKind, appeal: Appeal | None, entry: Entry | None
) -> Subject:
    await show_drafts(update, context, kind, appeal, entry)
    return {
        "kind": kind,
        "code": appeal.code if appeal else "",
        "entry": str(entry.id) if entry else "",
        "about": about_text(appeal, context.services.texts, context.language),
        "heading": context.label(f"news-heading-{kind}"),
    }


async def questions(context: Context, subject: Subject) -> tuple[Question, ...]:
    """Ask for one text, in each language of the appeal; the first is needed."""
    appeal = (await find_appeal(context.services.db, subject["code"])).appeal if subject["code"] else None
    return (Question("text", Translated(languages_of(appeal), TEXT_MAX)),)


async def finish(
    update: Update, context: Context, coordinator: Coordinator, subject: Subject, answers: Answers
) -> None:
    """Keep the news, show it as it will be read, and ask colleagues to approve it."""
    services, texts = context.services, answers["text"]
    assert isinstance(texts, dict)
    entry = int(subject["entry"]) if subject["entry"] else None
    new = NewNews(NewsKind(subject["kind"]), subject["code"] or None, texts, entry)
    try:
        news = await find_news(services.db, await write_news(services.db, new, coordinator, services.now()))
    except NotForNews as refusal:
        await show(update, context, context.say(f"news-refused-{refusal.why}"))
        return
    except WrongState:
        await show(update, context, context.say("news-not-sent", code=subject["code"]))
        return
    one = await shown(services, news)
    await show(update, context, context.say("news-kept"))
    await show_as_read(update, context, one)
    await offer(update, context, one, coordinator, await _asked(context, one))


async def _asked(context: Context, one: Shown) -> str:
    """Ask whoever may approve the news, and say who was reached."""
    services = context.services
    if not services.policy.approvals:
        return context.say("news-alone")

    def write(language: str) -> tuple[str, Rows]:
        about, heading = one.about(services, language), one.heading(services, language)
        text = services.texts.html("news-for-review", language, author=one.news.by, about=about, heading=heading)
        return text, [[look_button(services, one.news, language)]]

    reviewers = await reviewers_of(services, one.news)
    told = [each for each in reviewers if await tell_one(services, context.bot, each, write)]
    lines = [context.say("news-with-colleagues", told=aliases_of(told)) if told else context.say("news-nobody-can")]
    if told and (missed := [each for each in reviewers if each not in told]):
        lines.append(context.say("news-not-told", missed=aliases_of(missed)))
    return GAP.join(map(Markup, lines))


NEWS = Form(
    name="news",
    commands=("news",),
    word="news",
    duty=Duty.RECORD,
    begin=begin,
    questions=questions,
    finish=finish,
)
NEWS_BY_HAND = replace(NEWS, commands=(), word="news-new")
"""The same form from a button that names an appeal, as tasks have it: `news-new:CODE:anniversary`."""
