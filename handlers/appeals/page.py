"""What every text of an appeal is written on, and the blocks that letters, captions and cards share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from handlers.appeals.heading import deadline_text, language_for, marks_text
from handlers.bars import bar
from handlers.countries import country_name, longest_names
from handlers.message_text import length
from handlers.texts import Markup
from storage.appeals.values import COUNT_MAX
from storage.petitions.counting.goals import MILESTONES
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal

LINE = Markup("\n")
DOT = Markup(" · ")
BULLET = Markup("• ")
COUNTRIES_MAX = 5  # countries in one line; the others are counted together
_LAST_DAY = timedelta(minutes=1)  # before the deadline
BLOCK_MAX = 1_500  # UTF-16 units; a longer list is cut between two of its lines, so that a message can end there
MOST = Support(
    total=Total(COUNT_MAX, COUNT_MAX),
    goal=COUNT_MAX,
    countries=dict.fromkeys(longest_names(COUNTRIES_MAX), COUNT_MAX),
    elsewhere=COUNT_MAX,
    organisations=COUNT_MAX,
    entries=COUNT_MAX,
)
"""What makes the longest text."""


@dataclass(frozen=True)
class Page:
    """What is written on: the words around in `labels`, the appeal in `content`."""

    appeal: Appeal
    texts: Texts
    labels: str
    content: str

    def say(self, key: str, **values: Value) -> Markup:
        return Markup(self.texts.html(key, self.labels, **values))

    def its(self, words: Mapping[str, str]) -> str:
        return words[self.content]

    def hidden(self, text: str) -> Markup:
        """Return what the appeal says, covered where it is distressing."""
        return Markup("<tg-spoiler>{}</tg-spoiler>" if self.appeal.content_note else "{}").format(text)

    def title(self) -> Markup:
        return Markup("<b>{}</b>").format(self.appeal.texts[self.content].title)


def page_for(appeal: Appeal, texts: Texts, language: str) -> Page:
    """Return the page for readers of the language."""
    return Page(appeal, texts, language, language_for(appeal, language, texts.default))


def heading(page: Page) -> Markup:
    """Return the marks of the appeal over its title."""
    return LINE.join((marks_text(page.appeal, page.texts, page.labels), page.title()))


def titled(title: Markup, *lines: Markup) -> Markup:
    """Return lines under their title, as one block."""
    return LINE.join((Markup("<b>{}</b>").format(title), *lines))


def listed(block: Markup, lines: Iterable[Markup]) -> Iterator[Markup]:
    """Give lines below what begins the *block*; a long list becomes several blocks."""
    for line in lines:
        longer = LINE.join((block, line))
        if length(longer) > BLOCK_MAX:
            yield block
            longer = line
        block = longer
    yield block


def told(page: Page) -> Iterator[Markup]:
    """Give the summary, after a note and where to find help, where it may distress."""
    notes = [page.say("appeal-content-note")] if page.appeal.content_note else []
    if help_line := page.appeal.help_line:
        notes.append(page.say("card-help", help=page.its(help_line)))
    if notes:
        yield LINE.join(notes)
    yield page.hidden(page.appeal.texts[page.content].summary)


def asked(page: Page, now: datetime) -> Iterator[Markup]:
    """Give until when what is asked of whom, for kinds that ask."""
    if page.appeal.kind.asks:
        offices = ", ".join(page.its(addressee.office) for addressee in page.appeal.addressees)
        deadline = deadline_text(page.appeal, page.texts, page.labels, now=now)
        yield LINE.join((deadline, page.say("appeal-addressees", offices=offices)))


def moments_of(appeal: Appeal, now: datetime) -> tuple[datetime, ...]:
    """Return the moments at which what is said of the time left can be longest, for texts to be measured at."""
    return now, appeal.deadline - _LAST_DAY, appeal.deadline


def progress(page: Page, support: Support) -> Iterator[Markup]:
    """Give how far the count of signatures is, for kinds that ask."""
    if goal := goal_of(page.appeal, support):
        yield LINE.join((Markup(bar(support.total.all, goal)), progress_line(page, support)))


def progress_line(page: Page, support: Support) -> Markup:
    """Return the count in words: what came on paper is always told apart."""
    total = support.total
    return page.say(
        "appeal-progress", online=total.online, paper=total.on_paper, goal=goal_of(page.appeal, support) or 0
    )


def counted(page: Page, support: Support) -> Iterator[Markup]:
    """Give where the signatures come from, what was reached, and where the count can be checked, once there are any."""
    goal = goal_of(page.appeal, support)
    if goal and support.total.all:
        lines = [*_reached(page, support.total.all, goal), *_countries(page, support)]
        if support.entries:
            lines.append(page.say("appeal-log", entries=support.entries, code=page.appeal.code))
        if lines:
            yield LINE.join(lines)


def _reached(page: Page, signatures: int, goal: int) -> Iterator[Markup]:
    passed = [page.say("appeal-percent", percent=one) for one in MILESTONES if signatures * 100 >= goal * one]
    if passed:
        yield page.say("appeal-milestones", reached=Markup(", ").join(passed))


def _countries(page: Page, support: Support) -> Iterator[Markup]:
    """Give the countries with the most signatures; the others together, for few could be guessed at."""
    shown = list(support.countries.items())[:COUNTRIES_MAX]
    parts = [page.say("appeal-country", name=country_name(code, page.labels), count=count) for code, count in shown]
    if other := support.elsewhere + sum(support.countries.values()) - sum(count for _, count in shown):
        parts.append(page.say("appeal-other-countries", count=other))
    if parts:
        yield page.say("appeal-countries", countries=DOT.join(parts))


def goal_of(appeal: Appeal, support: Support) -> int | None:
    """Return how many signatures are aimed at now; None for kinds that ask for none."""
    return (support.goal or appeal.goal) if appeal.kind.asks else None
