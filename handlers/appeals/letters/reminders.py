"""A reminder as a Telegram message in HTML: short, for somebody who has read the petition before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.page import asked, heading, page_for, progress, told
from handlers.message_text import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.appeals.page import Page
    from handlers.texts import Markup, Texts
    from storage.appeals.model import Appeal
    from storage.petitions.counting.support import Support


def reminder_text(appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support) -> str:
    """Return what a subscriber is sent who opened a petition and has not signed it."""
    return fitted(_reminder(page_for(appeal, texts, language), now, support))


def _reminder(page: Page, now: datetime, support: Support) -> Iterator[Markup]:
    yield page.say("reminders-heading")
    yield heading(page)
    yield from told(page)
    yield from asked(page, now)
    yield from progress(page, support)
    yield page.say("reminders-why")
