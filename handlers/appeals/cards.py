"""An appeal as Telegram messages in HTML: the letter, the full card, what is asked, whom to contact.

Everything here is a pure function. What the appeal says is in one of its own languages; the words around it are
in the reader's. What a message is made of, block by block, is in `handlers.appeals.card`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.card.aftermath import delivered, followed, longest_of, status
from handlers.appeals.card.circumstances import circumstances
from handlers.appeals.card.demands import demands
from handlers.appeals.card.facts import facts, obligations
from handlers.appeals.card.figures import figures
from handlers.appeals.card.people import contact, email, people
from handlers.appeals.card.sources import sources
from handlers.appeals.page import (
    LINE,
    MOST,
    Page,
    asked,
    counted,
    heading,
    moments_of,
    page_for,
    progress,
    titled,
    told,
)
from handlers.appeals.photos import described
from handlers.message_text import GAP, MESSAGE_MAX, fitted, in_messages, length
from handlers.texts import LANGUAGES, Markup
from storage.appeals.sheets.faults import Fault, Problem
from storage.timeline.aftermath import NOTHING_YET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.petitions.counting.support import Support
    from storage.timeline.aftermath import Aftermath

PART_MAX = MESSAGE_MAX - 40  # UTF-16 units; the rest is for the line that says which part it is


def letter_text(
    appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support, aftermath: Aftermath = NOTHING_YET
) -> str:
    """Return what a subscriber is sent."""
    return fitted(_letter(page_for(appeal, texts, language), now, support, aftermath))


def card_parts(
    appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support, aftermath: Aftermath = NOTHING_YET
) -> tuple[str, ...]:
    """Return all that supporters may know, in whole blocks: one message, or several that say which part they are."""
    page = page_for(appeal, texts, language)
    blocks = list(_card(page, now, support, aftermath))
    if length(whole := GAP.join(blocks)) <= MESSAGE_MAX:
        return (str(whole),)
    parts = [Markup(message) for message in in_messages(blocks, PART_MAX)]
    return tuple(
        str(GAP.join((message, page.say("card-part", part=number, parts=len(parts)))))
        for number, message in enumerate(parts, start=1)
    )


def petition_text(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return what is asked of whom, for the moment before a person signs."""
    return fitted(_petition(page_for(appeal, texts, language)))


def contact_card(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return whom to ask about the appeal, with the address."""
    page = page_for(appeal, texts, language)
    return fitted((page.title(), LINE.join((contact(page), email(page)))))


def too_long(appeal: Appeal, texts: Texts, *, now: datetime) -> list[Fault]:
    """Return a fault for each language in which a message could not hold the letter, what is asked, or one block."""
    faults = []
    for language in appeal.languages:
        longest, limit = max(
            (_longest(Page(appeal, texts, labels, language), now) for labels in LANGUAGES),
            key=lambda measured: measured[0] - measured[1],
        )
        if longest > limit:
            faults.append(Fault(0, language, Problem.CARD_TOO_LONG, f"{longest} > {limit}"))
    return faults


def _letter(page: Page, now: datetime, support: Support, aftermath: Aftermath) -> Iterator[Markup]:
    yield heading(page)
    yield from told(page)
    yield from status(page, aftermath)
    yield from delivered(page, aftermath)
    yield from asked(page, now)
    yield from figures(page)
    yield from progress(page, support)


def _card(page: Page, now: datetime, support: Support, aftermath: Aftermath) -> Iterator[Markup]:
    yield heading(page)
    yield from told(page)
    yield from described(page)
    yield from followed(page, aftermath, now)
    yield from circumstances(page, now)
    yield from facts(page)
    yield titled(page.say("appeal-background"), page.hidden(page.appeal.texts[page.content].background))
    yield from obligations(page)
    yield from demands(page)
    yield from figures(page)
    yield from sources(page)
    yield from people(page, support)
    yield from progress(page, support)
    yield from counted(page, support)


def _petition(page: Page) -> Iterator[Markup]:
    yield page.title()
    yield from demands(page)


def _longest(page: Page, now: datetime) -> tuple[int, int]:
    """Return the length of what comes nearest to its limit, and that limit."""
    aftermath = longest_of(page)
    letters = [length(GAP.join(_letter(page, one, MOST, aftermath))) for one in moments_of(page.appeal, now)]
    measured = [
        (max(letters), MESSAGE_MAX),
        (length(GAP.join(_petition(page))), MESSAGE_MAX),
        (max(map(length, _card(page, now, MOST, NOTHING_YET))), PART_MAX),
    ]
    return max(measured, key=lambda one: one[0] - one[1])
