"""A digest as a Telegram message in HTML: what is new in a few lines each, and a button that opens each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import deadline_text, title_text
from handlers.appeals.page import LINE, heading, page_for, progress_line
from handlers.asking import button
from handlers.message_text import GAP, MESSAGE_MAX, length
from handlers.texts import Markup
from storage.petitions.counting.support import Support

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from handlers.appeals.page import Page
    from handlers.asking import Rows
    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.tips.inbox import Waiting

LISTED_MAX = 10  # appeals in one digest; more than that nobody reads, and the others are under /appeals


def digest_text(
    appeals: Sequence[Appeal],
    texts: Texts,
    language: str,
    *,
    now: datetime,
    support: Mapping[str, Support],
    waiting: Waiting | None = None,
) -> str:
    """Return a digest of *appeals* in their order, with their *support* by code; as many as one message holds.

    At its end stand the tags of the tips for which a reply is *waiting*: the same for every reader, because nobody
    knows who sent which.
    """
    end = [_waiting(waiting, texts, language)] if waiting and waiting.tags else []
    listed = min(len(appeals), LISTED_MAX)
    message = GAP.join([*_blocks(appeals, listed, texts, language, now, support), *end])
    while length(message) > MESSAGE_MAX:
        listed -= 1
        message = GAP.join([*_blocks(appeals, listed, texts, language, now, support), *end])
    return str(message)


def digest_rows(appeals: Sequence[Appeal], texts: Texts, language: str, bot_username: str) -> Rows:  # noqa: ARG001  # as every letter's rows
    """Return a button for each appeal, which opens it, and one for the settings."""
    return [
        *([button(title_text(appeal, texts, language), "appeal", appeal.code)] for appeal in appeals[:LISTED_MAX]),
        [button(texts.plain("digests-settings", language), "settings", "below")],
    ]


def _waiting(waiting: Waiting, texts: Texts, language: str) -> Markup:
    tags = " ".join(waiting.tags)
    return Markup(texts.html("digests-waiting", language, tags=tags, more=waiting.more))


def _blocks(
    appeals: Sequence[Appeal],
    listed: int,
    texts: Texts,
    language: str,
    now: datetime,
    support: Mapping[str, Support],
) -> list[Markup]:
    blocks = [Markup(texts.html("digests-heading", language, count=len(appeals)))]
    blocks += [
        LINE.join(_entry(page_for(appeal, texts, language), now, support.get(appeal.code, Support())))
        for appeal in appeals[:listed]
    ]
    if rest := len(appeals) - listed:
        blocks.append(Markup(texts.html("digests-not-listed", language, count=rest)))
    return blocks


def _entry(page: Page, now: datetime, support: Support) -> Iterator[Markup]:
    appeal = page.appeal
    yield heading(page)
    if appeal.change_note:
        yield page.say("digests-corrected")
    if appeal.kind.asks:
        yield deadline_text(appeal, page.texts, page.labels, now=now)
        yield progress_line(page, support)
