"""News as those concerned read it: what happened, of which appeal, who says so, why it comes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.buttons import share_button
from handlers.appeals.heading import title_text
from handlers.appeals.page import LINE, page_for
from handlers.asking import button
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.timeline.news import NewsKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handlers.asking import Rows
    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.timeline.news import News

PASSED_ON = frozenset({NewsKind.STATUS, NewsKind.REPLY, NewsKind.OUTCOME})
"""What readers may want to send on to others."""


def news_text(news: News, appeal: Appeal | None, texts: Texts, language: str, *, organisation: str) -> str:
    """Return the news for a reader of the language; *appeal* is None for a bill that belongs to none."""
    return fitted(_news(news, appeal, texts, language, organisation))


def news_rows(news: News, appeal: Appeal | None, texts: Texts, language: str, bot_username: str) -> Rows:
    """Return the buttons: more of the appeal, and Share where it is something to send on."""
    if appeal is None:
        return []
    row = [button(texts.plain("appeals-more", language), "more", appeal.code)]
    if news.kind in PASSED_ON:
        row.append(share_button(appeal, texts.plain("appeals-share", language), texts, language, bot_username))
    return [row]


def about_text(appeal: Appeal | None, texts: Texts, language: str) -> str:
    """Return what news is about, without markup: the appeal's code and title, or a bill."""
    if appeal is None:
        return texts.plain("news-of-a-bill", language)
    return f"{appeal.code} · {title_text(appeal, texts, language)}"


def _news(news: News, appeal: Appeal | None, texts: Texts, language: str, organisation: str) -> Iterator[Markup]:
    what = Markup("<b>{}</b>").format(texts.plain(f"news-heading-{news.kind}", language))
    text = _in_language(news.texts, texts, language)
    if appeal is None:
        yield what
        yield Markup("{}").format(text)
    else:
        page = page_for(appeal, texts, language)
        yield LINE.join((what, Markup("{}").format(about_text(appeal, texts, language))))
        if appeal.content_note:
            yield page.say("appeal-content-note")
        yield page.hidden(text)
    why = "news-why-concerned" if news.wanted.of else "news-why-alerts"
    yield Markup(texts.html(why, language, organisation=organisation))


def _in_language(words: Mapping[str, str], texts: Texts, language: str) -> str:
    """Return the text in the reader's language, the bot's, English, or the first that was written."""
    return next(words[one] for one in (language, texts.default, "en", *words) if one in words)
