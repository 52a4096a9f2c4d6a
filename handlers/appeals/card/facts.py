"""What happened, fact by fact, and what the state has promised in law: as exactly as it is known, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.page import BULLET, DOT, LINE, listed, titled
from handlers.countries import country_name
from handlers.dates import fact_date_text
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.appeals.page import Page
    from storage.appeals.parts import Fact, Obligation


def facts(page: Page) -> Iterator[Markup]:
    """Give who did what to whom, when and where; covered where the appeal is distressing."""
    if page.appeal.facts:
        yield from listed(titled(page.say("card-facts")), (_fact(page, fact) for fact in page.appeal.facts))


def obligations(page: Page) -> Iterator[Markup]:
    """Give which treaties oblige whom to what."""
    if page.appeal.obligations:
        lines = (BULLET + law_text(page, one) for one in page.appeal.obligations)
        yield from listed(titled(page.say("card-obligations")), lines)


def actor_text(page: Page, fact: Fact) -> Markup:
    """Return who acted, as a type and of which country."""
    actor = page.say(f"card-actor-{fact.actor}")
    if fact.actor_country is None:
        return actor
    return page.say("card-actor-of", actor=actor, country=country_name(fact.actor_country, page.labels))


def place_text(page: Page, fact: Fact) -> str:
    """Return where it happened, without markup."""
    country = country_name(fact.country, page.labels)
    if fact.place is None:
        return country
    return page.texts.plain("card-fact-place", page.labels, place=page.its(fact.place), country=country)


def law_text(page: Page, one: Obligation) -> Markup:
    """Return what binds which state since when, and to what."""
    treaty, state = page.its(one.treaty), country_name(one.state, page.labels)
    law = page.say("card-treaty-article", treaty=treaty, article=one.article) if one.article else Markup.escape(treaty)
    bound = page.say("card-bound-since", state=state, since=str(one.since)) if one.since else Markup.escape(state)
    return page.say("card-obligation", law=law, bound=bound, words=page.its(one.words))


def _fact(page: Page, fact: Fact) -> Markup:
    lines = [
        BULLET + DOT.join(map(Markup.escape, (fact_date_text(fact.when, page.labels), place_text(page, fact)))),
        page.say(
            "card-fact",
            act=page.say(f"card-act-{fact.act}"),
            affected=page.its(fact.affected),
            count=fact.count or 0,
        ),
        page.say("card-fact-actor", actor=actor_text(page, fact)),
    ]
    if fact.note:
        lines.append(Markup.escape(page.its(fact.note)))
    return page.hidden(LINE.join(lines))
