"""A press release of an appeal, as long as editors read: where and when, what happens, what is asked, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.card.figures import figure_text
from handlers.appeals.links import link_to
from handlers.appeals.page import Page
from handlers.dates import day_text
from handlers.message_text import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from handlers.texts import Texts
    from storage.appeals.model import Appeal

WORDS_MAX = 400  # between blanks, in every language
PRESS = "press"
"""The source of those who come through a press release."""
_GAP = "\n\n"


def press_text(
    appeal: Appeal, texts: Texts, language: str, bot_username: str, *, organisation: str, place: str, today: date
) -> str:
    """Return the release in one of the appeal's languages, dated at *place*; that may be empty.

    Demands and figures are left out whole where there is no room for them; the link leads to all of them.
    """
    page = Page(appeal, texts, language, language)
    begins = list(_beginning(page, place, today))
    ends = list(_end(page, organisation, link_to(appeal.code, bot_username, PRESS)))
    room = WORDS_MAX - words_in(_GAP.join((*begins, *ends)))
    between = []
    for heading, lines in _optional(page, organisation):
        fitting = _fitting(heading, lines, room)
        room -= words_in(fitting)
        between += [fitting] if fitting else []
    return _GAP.join((*begins, *between, *ends)) + "\n"


def words_in(text: str) -> int:
    """Return how many words stand between blanks."""
    return len(text.split())


def _beginning(page: Page, place: str, today: date) -> Iterator[str]:
    text, day = page.appeal.texts[page.content], day_text(today, page.labels)
    yield page.texts.plain("press-heading", page.labels)
    yield text.title
    if page.appeal.content_note:
        yield page.texts.plain("kits-email-content-note", page.labels)
    dateline = page.texts.plain("press-place", page.labels, place=place, day=day) if place else day
    yield page.texts.plain("press-lead", page.labels, dateline=dateline, lead=text.summary)


def _optional(page: Page, organisation: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Give what is left out first at the end: headings, each with its lines."""
    for addressee in page.appeal.addressees:
        if addressee.demands:
            office = page.its(addressee.office)
            heading = page.texts.plain("press-asks", page.labels, organisation=organisation, office=office)
            yield heading, [f"– {demand}" for demand in addressee.demands[page.content]]
    if page.appeal.figures:
        heading = page.texts.plain("appeal-figures", page.labels)
        yield heading, [f"– {unmarked(figure_text(page, figure))}" for figure in page.appeal.figures]
    if not page.appeal.content_note:
        yield "", [_quote(page, organisation)]


def _quote(page: Page, organisation: str) -> str:
    """Return the words in which the appeal itself begins, as those of who signed it."""
    words = page.appeal.texts[page.content].background.split("\n")[0].strip()
    if signatory := page.appeal.signatory:
        role = page.its(signatory.role)
        return page.texts.plain("press-quote", page.labels, words=words, name=signatory.name, role=role)
    return page.texts.plain("press-quote-of-all", page.labels, words=words, organisation=organisation)


def _end(page: Page, organisation: str, link: str) -> Iterator[str]:
    contact = page.appeal.contact
    yield page.texts.plain("press-more", page.labels, link=link)
    lines = (contact.name, page.its(contact.role), organisation, contact.email)
    yield "\n".join((page.texts.plain("press-contact", page.labels), *lines))


def _fitting(heading: str, lines: Sequence[str], room: int) -> str:
    """Return the heading with as many whole lines as there is room for; nothing, if that is none."""
    taken: list[str] = []
    for line in lines:
        if words_in("\n".join((heading, *taken, line))) > room:
            break
        taken.append(line)
    return "\n".join((heading, *taken)).strip() if taken else ""
