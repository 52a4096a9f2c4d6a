"""Until when, in time for what, and about whom: how many people, and where they are as far as everybody may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import deadline_text, moment_text
from handlers.appeals.page import DOT, LINE
from handlers.countries import country_name
from handlers.dates import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.appeals.page import Page
    from handlers.texts import Markup


def circumstances(page: Page, now: datetime) -> Iterator[Markup]:
    """Give deadline, event, people at risk and their place as one block."""
    yield LINE.join(_circumstances(page, now))


def where(page: Page, country: str, *within: str) -> str:
    """Return a place from the country inward, in the order of the reader's language."""
    place = country_name(country, page.labels)
    for smaller in within:
        place = page.texts.plain("card-within", page.labels, smaller=smaller, larger=place)
    return place


def _circumstances(page: Page, now: datetime) -> Iterator[Markup]:
    appeal = page.appeal
    if appeal.kind.asks:
        yield deadline_text(appeal, page.texts, page.labels, now=now)
    if until := appeal.endorsers.until:
        key = "card-endorsements-until" if now < until else "card-endorsements-over"
        yield page.say(key, until=moment_text(until, appeal, page.texts, page.labels))
    if event := appeal.anchor_event:
        yield page.say("appeal-event", name=page.its(event.name), day=day_text(event.date, page.labels))
    count = appeal.people_at_risk.count
    at_risk = page.say("appeal-at-risk", count=count) if count else page.say("appeal-at-risk-unknown")
    yield DOT.join((at_risk, page.say(f"appeal-minors-{appeal.people_at_risk.minors}")))
    if place := appeal.place:
        within = [page.its(part) for part in (place.region, place.town) if part]
        yield page.say("card-place", place=where(page, place.country, *within))
