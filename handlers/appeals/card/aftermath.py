"""What followed an appeal: how its case stands, what was delivered to whom, who answered, what came of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.lists import format_list

from handlers.appeals.page import BULLET, DOT, LINE, listed, titled
from handlers.dates import fact_date_text
from handlers.message_text import length
from handlers.texts import Markup
from storage.appeals.values import first_day
from storage.appeals.vocabulary import Method, SourceType
from storage.timeline.aftermath import Aftermath, Told
from storage.timeline.kinds import CaseStatus, Delivery, Outcome, Reply, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from handlers.appeals.page import Page

PLACES_MAX = 3  # in one line; of others it is said how many there are
_TO_THE_DAY = len("2013-06-24")


def status(page: Page, aftermath: Aftermath) -> Iterator[Markup]:
    """Give where the people are, as of when, according to what kind of source."""
    if known := aftermath.status:
        yield page.say(
            "card-status",
            status=page.say(f"entry-status-{known.content.status}"),
            when=fact_date_text(known.day, page.labels),
            source=page.say(f"card-according-to-{known.content.source}"),
        )


def delivered(page: Page, aftermath: Aftermath) -> Iterator[Markup]:
    """Give the last delivery to each addressee, without its places, and to whom nothing was delivered yet."""
    last = {_still(page, one.addressee): one for one in aftermath.deliveries}
    groups = [group for group in _by_day(page, aftermath.deliveries) if group[-1] in last.values()]
    if lines := [_delivered(page, group) for group in groups]:
        yield LINE.join((*lines, *_pending(page, aftermath)))


def followed(page: Page, aftermath: Aftermath, now: datetime) -> Iterator[Markup]:
    """Give all that followed, as far as everybody may know."""
    yield from _whole_status(page, aftermath)
    deliveries = [BULLET + _delivered_where(page, group) for group in _by_day(page, aftermath.deliveries)]
    if lines := [*deliveries, *_pending(page, aftermath), *_unanswered(page, aftermath, now)]:
        yield from listed(titled(page.say("card-deliveries")), lines)
    replies = (_reply(page, one) for one in aftermath.replies)
    yield from _under(page.say("card-replies"), replies)
    outcomes = (_outcome(page, one) for one in aftermath.outcomes)
    yield from _under(page.say("card-outcomes"), outcomes)


def longest_of(page: Page) -> Aftermath:
    """Return what makes a letter as long as it can become later: everything went to everybody, on the longest day."""
    days = (f"2000-{month:02}-28" for month in range(1, 13))
    day = max(days, key=lambda one: len(fact_date_text(one, page.labels)))
    reports = (Status(status=status, source=source) for status in CaseStatus for source in SourceType)
    known = (Aftermath(Told(day, None, report)) for report in reports)
    longest = max(known, key=lambda one: sum(map(length, status(page, one))))
    everybody = (None, *(addressee.id for addressee in page.appeal.addressees))
    everything = Delivery(methods=tuple(Method))
    return replace(longest, deliveries=tuple(Told(day, one, everything) for one in everybody))


def _under(title: Markup, blocks: Iterable[Markup]) -> Iterator[Markup]:
    """Give blocks, the first of them under a title."""
    for number, block in enumerate(blocks):
        yield block if number else titled(title, block)


def _whole_status(page: Page, aftermath: Aftermath) -> Iterator[Markup]:
    for line in status(page, aftermath):
        lines = [line]
        if aftermath.status and aftermath.status.content.note:
            lines.append(page.hidden(aftermath.status.content.note))
        if aftermath.statuses > 1:
            lines.append(page.say("card-statuses", count=aftermath.statuses))
        yield LINE.join(lines)


def _by_day(page: Page, deliveries: Iterable[Told[Delivery]]) -> list[list[Told[Delivery]]]:
    """Return together what was delivered to one addressee on one day."""
    groups = defaultdict[tuple[str | None, str], list[Told[Delivery]]](list)
    for one in deliveries:
        groups[_still(page, one.addressee), one.day].append(one)
    return list(groups.values())


def _delivered(page: Page, group: list[Told[Delivery]]) -> Markup:
    methods = dict.fromkeys(method for one in group for method in one.content.methods)
    how = format_list([str(page.say(f"entry-method-{method}")) for method in methods], locale=page.labels)
    when = fact_date_text(group[0].day, page.labels)
    office = _office(page, group[0].addressee)
    return page.say("card-delivered", when=when, how=Markup(how), office=office, named="yes" if office else "no")


def _delivered_where(page: Page, group: list[Told[Delivery]]) -> Markup:
    places = list(dict.fromkeys(one.content.place for one in group if one.content.place))
    more = [page.say("card-other-places", count=len(places) - PLACES_MAX)] if len(places) > PLACES_MAX else []
    return DOT.join((_delivered(page, group), *places[:PLACES_MAX], *more))


def _pending(page: Page, aftermath: Aftermath) -> Iterator[Markup]:
    """Name who got nothing, once others did; nobody, where a delivery may have been to them all."""
    pending = [page.its(one.office) for one in page.appeal.addressees if one.id not in aftermath.reached]
    if pending and aftermath.deliveries and all(one.addressee for one in aftermath.deliveries):
        yield page.say("card-pending", offices=", ".join(pending))


def _unanswered(page: Page, aftermath: Aftermath, now: datetime) -> Iterator[Markup]:
    today = now.astimezone(ZoneInfo(page.appeal.timezone)).date()
    for addressee, day in aftermath.unanswered.items():
        office, days = _office(page, addressee), (today - first_day(day)).days
        if office and len(day) < _TO_THE_DAY:
            yield page.say("card-unanswered-since", office=office, when=fact_date_text(day, page.labels))
        elif office and days > 0:
            yield page.say("card-unanswered", office=office, days=days)


def _reply(page: Page, one: Told[Reply]) -> Markup:
    who = [office] if (office := _office(page, one.addressee)) else []
    response = page.say(f"entry-response-{one.content.response}")
    first = DOT.join((fact_date_text(one.day, page.labels), *who, response))
    words = [one.content.summary] if one.content.summary else []  # none while they wait for somebody's approval
    return LINE.join((BULLET + first, *words))


def _outcome(page: Page, one: Told[Outcome]) -> Markup:
    content = one.content
    first = DOT.join((fact_date_text(one.day, page.labels), page.say(f"entry-impact-{content.impact}")))
    if not content.summary:  # its words wait for somebody's approval
        return BULLET + first
    source = Markup('<a href="{}">{}</a>').format(content.link, content.source) if content.link else content.source
    return LINE.join((BULLET + first, content.summary, page.say("card-outcome-source", source=source)))


def _still(page: Page, addressee: str | None) -> str | None:
    """Return the addressee; None for one that a later version of the appeal has no more."""
    return addressee if any(one.id == addressee for one in page.appeal.addressees) else None


def _office(page: Page, addressee: str | None) -> str:
    """Return what the addressee is called; nothing for one that a later version of the appeal has no more."""
    return next((page.its(one.office) for one in page.appeal.addressees if one.id == addressee), "")
