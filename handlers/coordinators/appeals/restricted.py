"""What only coordinators may know of an appeal, in a message of its own that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.card.sources import source_text
from handlers.appeals.page import BULLET, listed, page_for, titled
from handlers.asking import say
from handlers.message_text import in_messages
from storage.appeals.parts import Restricted
from storage.appeals.restricted import restricted_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Update

    from handlers.appeals.page import Page
    from handlers.context import Context
    from handlers.texts import Markup
    from storage.appeals.records import StoredAppeal


async def show_restricted(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Show the exact place and the confidential sources, if there are any, to who may draft or approve."""
    restricted = await restricted_of(context.services.db, stored.version)
    if restricted == Restricted():
        return
    page = page_for(stored.appeal, context.services.texts, context.language)
    for message in in_messages(_blocks(page, restricted)):
        await say(update, context, message)


def _blocks(page: Page, restricted: Restricted) -> Iterator[Markup]:
    code = page.appeal.code
    yield titled(page.say("restricted-title", code=code), page.say("restricted-warning", code=code))
    if restricted.place:
        yield page.say("restricted-place", place=page.its(restricted.place))
    if restricted.sources:
        sources = (BULLET + source_text(page, source) for source in restricted.sources)
        yield from listed(titled(page.say("restricted-sources")), sources)
