"""An appeal as Telegram messages in HTML: the letter, the full card, what is asked, whom to contact.

Everything here is a pure function. What the appeal says is in one of its own languages; the words around it are
in the reader's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.appeals.heading import deadline_text, language_for, marks_text
from handlers.dates import day_text, fact_date_text
from handlers.message_text import GAP, MESSAGE_MAX, fitted, length
from handlers.texts import LANGUAGES, Markup
from storage.appeals.faults import Fault, Problem
from storage.appeals.values import COUNT_MAX
from storage.appeals.vocabulary import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal
    from storage.appeals.parts import Addressee, Figure, Source

BAR_STEPS = 10

_LINE = Markup("\n")


def letter_text(appeal: Appeal, texts: Texts, language: str, *, now: datetime, signatures: int) -> str:
    """Return what a subscriber is sent."""
    return fitted(_letter(_page(appeal, texts, language), now, signatures))


def full_card(appeal: Appeal, texts: Texts, language: str, *, now: datetime, signatures: int) -> str:
    """Return all that supporters may know; parts from the end give way to `…` beyond a message's length."""
    return fitted(_card(_page(appeal, texts, language), now, signatures))


def petition_text(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return what is asked of whom, for the moment before a person signs."""
    return fitted(_petition(_page(appeal, texts, language)))


def contact_card(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return whom to ask about the appeal, with the address."""
    page = _page(appeal, texts, language)
    return fitted((page.title(), _LINE.join((_contact(page), _email(page)))))


def too_long(appeal: Appeal, texts: Texts, *, now: datetime) -> list[Fault]:
    """Return a fault for each language of the appeal in which a message could not hold it."""
    faults = []
    for language in appeal.languages:
        longest = max(_longest(_Page(appeal, texts, labels, language), now) for labels in LANGUAGES)
        if longest > MESSAGE_MAX:
            faults.append(Fault(0, language, Problem.CARD_TOO_LONG, f"{longest} > {MESSAGE_MAX}"))
    return faults


@dataclass(frozen=True)
class _Page:
    """What is written on: the words around in `labels`, the appeal in `content`."""

    appeal: Appeal
    texts: Texts
    labels: str
    content: str

    def say(self, key: str, **values: Value) -> Markup:
        return Markup(self.texts.html(key, self.labels, **values))

    def its(self, words: Mapping[str, str]) -> str:
        return words[self.content]

    def title(self) -> Markup:
        return Markup("<b>{}</b>").format(self.appeal.texts[self.content].title)


def _page(appeal: Appeal, texts: Texts, language: str) -> _Page:
    return _Page(appeal, texts, language, language_for(appeal, language, texts.default))


def _letter(page: _Page, now: datetime, signatures: int) -> Iterator[Markup]:
    yield _heading(page)
    yield from _told(page, page.appeal.texts[page.content].summary)
    if page.appeal.kind.asks:
        offices = ", ".join(page.its(addressee.office) for addressee in page.appeal.addressees)
        yield _LINE.join(
            (
                deadline_text(page.appeal, page.texts, page.labels, now=now),
                page.say("appeal-addressees", offices=offices),
            )
        )
    yield from _figures(page)
    yield from _progress(page, signatures)


def _card(page: _Page, now: datetime, signatures: int) -> Iterator[Markup]:
    text = page.appeal.texts[page.content]
    yield _heading(page)
    yield from _told(page, text.summary)
    yield _LINE.join(_circumstances(page, now))
    yield _titled(page.say("appeal-background"), _hidden(page, text.background))
    yield from _demands(page)
    yield from _figures(page)
    yield _sources(page)
    yield _LINE.join(_people(page))
    yield from _progress(page, signatures)


def _petition(page: _Page) -> Iterator[Markup]:
    yield page.title()
    yield from _demands(page)


def _heading(page: _Page) -> Markup:
    return _LINE.join((marks_text(page.appeal, page.texts, page.labels), page.title()))


def _told(page: _Page, text: str) -> Iterator[Markup]:
    if page.appeal.content_note:
        yield page.say("appeal-content-note")
    yield _hidden(page, text)


def _hidden(page: _Page, text: str) -> Markup:
    return Markup("<tg-spoiler>{}</tg-spoiler>" if page.appeal.content_note else "{}").format(text)


def _titled(title: Markup, *lines: Markup) -> Markup:
    return _LINE.join((Markup("<b>{}</b>").format(title), *lines))


def _circumstances(page: _Page, now: datetime) -> Iterator[Markup]:
    appeal = page.appeal
    if appeal.kind.asks:
        yield deadline_text(page.appeal, page.texts, page.labels, now=now)
    if event := appeal.anchor_event:
        yield page.say("appeal-event", name=page.its(event.name), day=day_text(event.date, page.labels))
    count = appeal.people_at_risk.count
    at_risk = page.say("appeal-at-risk", count=count) if count else page.say("appeal-at-risk-unknown")
    yield Markup(" · ").join((at_risk, page.say(f"appeal-minors-{appeal.people_at_risk.minors}")))


def _demands(page: _Page) -> Iterator[Markup]:
    """Give each addressee with its own demands."""
    asked = [addressee for addressee in page.appeal.addressees if addressee.demands]
    for number, addressee in enumerate(asked):
        block = _demands_of(page, addressee)
        yield block if number else _titled(page.say("appeal-demands"), block)


def _demands_of(page: _Page, addressee: Addressee) -> Markup:
    office = Markup("<i>{}</i>").format(page.its(addressee.office))
    demands = enumerate(addressee.demands[page.content], start=1)
    return _LINE.join((office, *(Markup("{}. {}").format(number, demand) for number, demand in demands)))


def _figures(page: _Page) -> Iterator[Markup]:
    if page.appeal.figures:
        figures = (_figure(page, figure) for figure in page.appeal.figures)
        yield _titled(page.say("appeal-figures"), *figures)


def _figure(page: _Page, figure: Figure) -> Markup:
    qualifier = Qualifier(figure.qualifier).replace(" ", "-")
    return Markup("• ") + page.say(
        "appeal-figure",
        label=page.its(figure.label),
        value=page.say(f"appeal-value-{qualifier}", value=figure.value),
        source=page.its(figure.attributed_to),
        when=fact_date_text(figure.as_of, page.labels),
    )


def _sources(page: _Page) -> Markup:
    """List the open sources; of the confidential ones nothing is said but how many they are."""
    lines = [_source(page, source) for source in page.appeal.sources if not source.confidential]
    if withheld := len(page.appeal.sources) - len(lines):
        lines.append(Markup("• ") + page.say("appeal-sources-withheld", count=withheld))
    return _titled(page.say("appeal-sources"), *lines)


def _source(page: _Page, source: Source) -> Markup:
    title = page.its(source.title)
    linked = Markup('<a href="{}">{}</a>').format(source.link, title) if source.link else title
    publisher = [page.its(source.publisher)] if source.publisher else []
    day = [fact_date_text(source.date, page.labels)] if source.date else []
    rest = Markup(", ").join((*publisher, linked, *day))
    return Markup("• {}: {}").format(page.say(f"appeal-source-type-{source.type}"), rest)


def _people(page: _Page) -> Iterator[Markup]:
    """Give who stands behind the appeal, who signed it, and whom to ask."""
    endorsers, signatory = page.appeal.endorsers, page.appeal.signatory
    counts = {
        "appeal-organisations": endorsers.organisations,
        "appeal-parliamentarians": endorsers.parliamentarians_named + endorsers.parliamentarians_other,
    }
    if any(counts.values()):
        who = Markup(" · ").join(page.say(key, count=count) for key, count in counts.items() if count)
        yield page.say("appeal-endorsers", who=who)
    if signatory:
        yield page.say("appeal-signatory", name=signatory.name, role=page.its(signatory.role))
    yield _contact(page)
    if not page.appeal.contact.hide_email_in_broadcast:
        yield _email(page)


def _contact(page: _Page) -> Markup:
    contact = page.appeal.contact
    return page.say("appeal-contact", name=contact.name, role=page.its(contact.role))


def _email(page: _Page) -> Markup:
    return page.say("appeal-contact-email", email=page.appeal.contact.email)


def _progress(page: _Page, signatures: int) -> Iterator[Markup]:
    goal = page.appeal.goal
    if page.appeal.kind.asks and goal:
        filled = min(signatures * BAR_STEPS // goal, BAR_STEPS)
        bar = Markup("▰" * filled + "▱" * (BAR_STEPS - filled))
        yield _LINE.join((bar, page.say("appeal-progress", signatures=signatures, goal=goal)))


def _longest(page: _Page, now: datetime) -> int:
    blocks = (_letter(page, now, COUNT_MAX), _card(page, now, COUNT_MAX), _petition(page))
    return max(length(GAP.join(each)) for each in blocks)
