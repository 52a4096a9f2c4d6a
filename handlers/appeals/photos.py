"""The letter of an appeal that has a picture: shorter, because it stands under the picture as its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.card.aftermath import longest_of, status
from handlers.appeals.page import MOST, Page, asked, heading, moments_of, page_for, progress, told
from handlers.dates import fact_date_text
from handlers.message_text import CAPTION_MAX, GAP, fitted, length
from handlers.texts import LANGUAGES, Markup
from storage.appeals.sheets.faults import Fault, Problem
from storage.timeline.aftermath import NOTHING_YET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.appeals.parts import Photo
    from storage.petitions.counting.support import Support
    from storage.timeline.aftermath import Aftermath


def photo_caption(
    appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support, aftermath: Aftermath = NOTHING_YET
) -> str:
    """Return what a subscriber is sent under the picture of an appeal that has one."""
    return fitted(_caption(page_for(appeal, texts, language), now, support, aftermath), CAPTION_MAX)


def caption_too_long(appeal: Appeal, texts: Texts, *, now: datetime) -> list[Fault]:
    """Return a fault for each language of the appeal in which the letter does not fit under its picture."""
    if appeal.photo is None:
        return []
    faults = []
    for language in appeal.languages:
        longest = max(_longest(Page(appeal, texts, labels, language), now) for labels in LANGUAGES)
        if longest > CAPTION_MAX:
            faults.append(Fault(0, language, Problem.CAPTION_TOO_LONG, f"{longest} > {CAPTION_MAX}"))
    return faults


def described(page: Page) -> Iterator[Markup]:
    """Give the picture in words: Telegram has no place for them beside the picture itself."""
    if photo := page.appeal.photo:
        yield page.say("photos-alt", alt=page.hidden(page.its(photo.alt)))


def _caption(page: Page, now: datetime, support: Support, aftermath: Aftermath) -> Iterator[Markup]:
    photo = page.appeal.photo
    assert photo is not None  # without one the letter is a text
    yield heading(page)
    yield from told(page)
    yield from status(page, aftermath)
    yield from asked(page, now)
    yield _credited(page, photo)
    yield from progress(page, support)


def _credited(page: Page, photo: Photo) -> Markup:
    when = fact_date_text(photo.date, page.labels)
    line = page.say("photos-credited", caption=page.its(photo.caption), credit=photo.credit, when=when)
    return Markup("<i>{}</i>").format(line)


def _longest(page: Page, now: datetime) -> int:
    aftermath = longest_of(page)
    return max(length(GAP.join(_caption(page, one, MOST, aftermath))) for one in moments_of(page.appeal, now))
