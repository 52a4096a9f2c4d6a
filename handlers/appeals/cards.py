"""An appeal as Telegram messages in HTML: the letter, the full card, what is asked, whom to contact.

Everything here is a pure function. What the appeal says is in one of its own languages; the words around it are
in the reader's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import deadline_text
from handlers.appeals.page import DOT, LINE, MOST, Page, asked, counted, heading, page_for, progress, told
from handlers.appeals.photos import described
from handlers.dates import day_text, fact_date_text
from handlers.message_text import GAP, MESSAGE_MAX, fitted, length
from handlers.texts import LANGUAGES, Markup
from storage.appeals.faults import Fault, Problem
from storage.appeals.vocabulary import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.appeals.parts import Addressee, Figure, Source
    from storage.petitions.counting.support import Support


def letter_text(appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support) -> str:
    """Return what a subscriber is sent."""
    return fitted(_letter(page_for(appeal, texts, language), now, support))


def full_card(appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support) -> str:
    """Return all that supporters may know; parts from the end give way to `…` beyond a message's length."""
    return fitted(_card(page_for(appeal, texts, language), now, support))


def petition_text(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return what is asked of whom, for the moment before a person signs."""
    return fitted(_petition(page_for(appeal, texts, language)))


def contact_card(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return whom to ask about the appeal, with the address."""
    page = page_for(appeal, texts, language)
    return fitted((page.title(), LINE.join((_contact(page), _email(page)))))


def too_long(appeal: Appeal, texts: Texts, *, now: datetime) -> list[Fault]:
    """Return a fault for each language of the appeal in which a message could not hold it."""
    faults = []
    for language in appeal.languages:
        longest = max(_longest(Page(appeal, texts, labels, language), now) for labels in LANGUAGES)
        if longest > MESSAGE_MAX:
            faults.append(Fault(0, language, Problem.CARD_TOO_LONG, f"{longest} > {MESSAGE_MAX}"))
    return faults


def _letter(page: Page, now: datetime, support: Support) -> Iterator[Markup]:
    yield heading(page)
    yield from told(page)
    yield from asked(page, now)
    yield from _figures(page)
    yield from progress(page, support)


def _card(page: Page, now: datetime, support: Support) -> Iterator[Markup]:
    text = page.appeal.texts[page.content]
    yield heading(page)
    yield from told(page)
    yield from described(page)
    yield LINE.join(_circumstances(page, now))
    yield _titled(page.say("appeal-background"), page.hidden(text.background))
    yield from _demands(page)
    yield from _figures(page)
    yield _sources(page)
    yield LINE.join(_people(page, support))
    yield from progress(page, support)
    yield from counted(page, support)


def _petition(page: Page) -> Iterator[Markup]:
    yield page.title()
    yield from _demands(page)


def _titled(title: Markup, *lines: Markup) -> Markup:
    return LINE.join((Markup("<b>{}</b>").format(title), *lines))


def _circumstances(page: Page, now: datetime) -> Iterator[Markup]:
    appeal = page.appeal
    if appeal.kind.asks:
        yield deadline_text(page.appeal, page.texts, page.labels, now=now)
    if event := appeal.anchor_event:
        yield page.say("appeal-event", name=page.its(event.name), day=day_text(event.date, page.labels))
    count = appeal.people_at_risk.count
    at_risk = page.say("appeal-at-risk", count=count) if count else page.say("appeal-at-risk-unknown")
    yield Markup(" · ").join((at_risk, page.say(f"appeal-minors-{appeal.people_at_risk.minors}")))


def _demands(page: Page) -> Iterator[Markup]:
    """Give each addressee with its own demands."""
    addressees = [addressee for addressee in page.appeal.addressees if addressee.demands]
    for number, addressee in enumerate(addressees):
        block = _demands_of(page, addressee)
        yield block if number else _titled(page.say("appeal-demands"), block)


def _demands_of(page: Page, addressee: Addressee) -> Markup:
    office = Markup("<i>{}</i>").format(page.its(addressee.office))
    demands = enumerate(addressee.demands[page.content], start=1)
    return LINE.join((office, *(Markup("{}. {}").format(number, demand) for number, demand in demands)))


def _figures(page: Page) -> Iterator[Markup]:
    if page.appeal.figures:
        figures = (_figure(page, figure) for figure in page.appeal.figures)
        yield _titled(page.say("appeal-figures"), *figures)


def _figure(page: Page, figure: Figure) -> Markup:
    qualifier = Qualifier(figure.qualifier).replace(" ", "-")
    return Markup("• ") + page.say(
        "appeal-figure",
        label=page.its(figure.label),
        value=page.say(f"appeal-value-{qualifier}", value=figure.value),
        source=page.its(figure.attributed_to),
        when=fact_date_text(figure.as_of, page.labels),
    )


def _sources(page: Page) -> Markup:
    """List the open sources; of the confidential ones nothing is said but how many they are."""
    lines = [_source(page, source) for source in page.appeal.sources if not source.confidential]
    if withheld := len(page.appeal.sources) - len(lines):
        lines.append(Markup("• ") + page.say("appeal-sources-withheld", count=withheld))
    return _titled(page.say("appeal-sources"), *lines)


def _source(page: Page, source: Source) -> Markup:
    title = page.its(source.title)
    linked = Markup('<a href="{}">{}</a>').format(source.link, title) if source.link else title
    publisher = [page.its(source.publisher)] if source.publisher else []
    day = [fact_date_text(source.date, page.labels)] if source.date else []
    rest = Markup(", ").join((*publisher, linked, *day))
    return Markup("• {}: {}").format(page.say(f"appeal-source-type-{source.type}"), rest)


def _people(page: Page, support: Support) -> Iterator[Markup]:
    """Give who stands behind the appeal, who signed it, and whom to ask."""
    if who := DOT.join(_endorsers(page, support)):
        yield page.say("appeal-endorsers", who=who)
    for person in page.appeal.endorsers.co_signers:
        yield Markup("• {}, {}").format(page.its(person.name), page.its(person.office))
    if signatory := page.appeal.signatory:
        yield page.say("appeal-signatory", name=signatory.name, role=page.its(signatory.role))
    yield _contact(page)
    if not page.appeal.contact.hide_email_in_broadcast:
        yield _email(page)


def _endorsers(page: Page, support: Support) -> Iterator[Markup]:
    """Count the organisations, those of the sheet and those of the register, and the members of parliament."""
    endorsers = page.appeal.endorsers
    if organisations := endorsers.organisations + support.organisations:
        yield page.say("appeal-organisations", count=organisations)
    named, others = endorsers.parliamentarians_named, endorsers.parliamentarians_other
    if named + others:
        split = "yes" if named and others else "no"
        yield page.say("appeal-parliamentarians", count=named + others, split=split, named=named, others=others)


def _contact(page: Page) -> Markup:
    contact = page.appeal.contact
    return page.say("appeal-contact", name=contact.name, role=page.its(contact.role))


def _email(page: Page) -> Markup:
    return page.say("appeal-contact-email", email=page.appeal.contact.email)


def _longest(page: Page, now: datetime) -> int:
    blocks = (_letter(page, now, MOST), _card(page, now, MOST), _petition(page))
    return max(length(GAP.join(each)) for each in blocks)
