"""The count of a petition apart: by channel, country, language, link and day. Each list adds up to the total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale

from handlers.appeals.page import LINE
from handlers.countries import country_text
from handlers.dates import day_text
from storage.petitions.collecting.links import links_of
from storage.petitions.counting.tally import Dimension, count_by, count_channels

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from handlers.coordinators.petitions.counting.pace import Going
    from handlers.texts import Markup
    from storage.database import Database
    from storage.petitions.collecting.links import Link

LISTED_MAX = 20  # countries or links, in one message
DAYS_MAX = 14


@dataclass(frozen=True)
class Part:
    """The whole count taken apart one way: by channels, countries, languages or sources.

    Attributes:
        counts: Names in the reader's language, the largest count in front; what finds no room is one at the end.
    """

    by: str
    counts: tuple[tuple[str, int], ...]


async def breakdown(db: Database, going: Going, *, labels: bool) -> AsyncIterator[Markup]:
    """Give one list after the other; *labels* says whether the reader may see whose a link is."""
    for part in await parts_of(db, going, labels=labels):
        yield _listed(going, part)
    yield _listed(going, Part("days", tuple(_days(going))))


async def parts_of(db: Database, going: Going, *, labels: bool) -> tuple[Part, ...]:
    """Take the count apart; *labels* says whether the reader may see whose a link is."""
    code = going.appeal.code
    links = {link.source: link for link in await links_of(db, code)}
    apart: tuple[tuple[str, Counter[str], Callable[[str], str]], ...] = (
        ("channels", await count_channels(db, code), lambda one: _channel(going, one)),
        ("countries", await count_by(db, code, Dimension.COUNTRY), lambda one: _country(going, one)),
        ("languages", await count_by(db, code, Dimension.LANGUAGE), lambda one: _language(going, one)),
        ("sources", await count_by(db, code, Dimension.SOURCE), lambda one: _source(going, one, links, labels=labels)),
    )
    return tuple(Part(by, tuple(_fitted(going, counts, name))) for by, counts, name in apart)


def _fitted(going: Going, counts: Counter[str], name: Callable[[str], str]) -> Iterator[tuple[str, int]]:
    """Name the largest counts; the rest of them is one."""
    ordered = counts.most_common()
    yield from ((name(one), count) for one, count in ordered[:LISTED_MAX])
    if rest := ordered[LISTED_MAX:]:
        others = going.texts.plain("statistics-others", going.language, count=len(rest))
        yield others, sum(count for _, count in rest)


def _listed(going: Going, part: Part) -> Markup:
    """Return a list under its heading."""
    lines = (going.say("statistics-count", name=name, count=count) for name, count in part.counts)
    return LINE.join((going.say(f"statistics-{part.by}"), *lines))


def _channel(going: Going, channel: str) -> str:
    return going.texts.plain(f"channel-{channel}", going.language)


def _country(going: Going, code: str) -> str:
    return country_text(code, going.texts, going.language) if code else _unknown(going)


def _language(going: Going, tag: str) -> str:
    if not tag:
        return _unknown(going)
    return Locale.parse(tag, sep="-").get_display_name(going.language) or tag


def _source(going: Going, source: str, links: Mapping[str, Link], *, labels: bool) -> str:
    if not source:
        return going.texts.plain("statistics-no-link", going.language)
    if (link := links.get(source)) is None:
        return source
    label = link.label if labels and link.label else source
    return going.texts.plain("statistics-link", going.language, kind=link.kind, label=label)


def _days(going: Going) -> list[tuple[str, int]]:
    """Return the last days, the newest in front; those before them, and what has no day, as one each."""
    ordered = sorted(going.days.by_day.items(), reverse=True)
    lines = [(day_text(day, going.language), count) for day, count in ordered[:DAYS_MAX]]
    if earlier := ordered[DAYS_MAX:]:
        lines.append((going.texts.plain("statistics-earlier", going.language), sum(count for _, count in earlier)))
    if going.days.undated:
        lines.append((_unknown(going), going.days.undated))
    return lines


def _unknown(going: Going) -> str:
    return going.texts.plain("statistics-not-known", going.language)
