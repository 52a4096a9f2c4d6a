"""The count of a petition apart: by channel, country, language, link and day. Each list adds up to the total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from handlers.appeals.page import LINE
from handlers.countries import country_text
from handlers.dates import day_text
from storage.petitions.collecting.links import links_of
from storage.petitions.counting.tally import Dimension, count_by, count_channels

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from handlers.coordinators.petitions.counting.pace import Going
    from handlers.texts import Markup
    from storage.database import Database
    from storage.petitions.collecting.links import Link

LISTED_MAX = 20  # countries or links, in one message
DAYS_MAX = 14


async def breakdown(db: Database, going: Going, *, labels: bool) -> AsyncIterator[Markup]:
    """Give one list after the other; *labels* says whether the reader may see whose a link is."""
    code = going.appeal.code
    channels = await count_channels(db, code)
    yield _listed(going, "channels", ((_channel(going, one), n) for one, n in channels.most_common()))
    countries = (await count_by(db, code, Dimension.COUNTRY)).most_common()
    yield _listed(going, "countries", ((_country(going, one), n) for one, n in countries[:LISTED_MAX]), countries)
    languages = await count_by(db, code, Dimension.LANGUAGE)
    yield _listed(going, "languages", ((_language(going, one), n) for one, n in languages.most_common()))
    sources = (await count_by(db, code, Dimension.SOURCE)).most_common()
    links = {link.source: link for link in await links_of(db, code)}
    named = ((_source(going, one, links.get(one), labels=labels), n) for one, n in sources[:LISTED_MAX])
    yield _listed(going, "sources", named, sources)
    yield _listed(going, "days", _days(going))


def _listed(
    going: Going, heading: str, named: Iterable[tuple[str, int]], everything: list[tuple[str, int]] | None = None
) -> Markup:
    """Return a list under its heading, with those of *everything* that find no room as one."""
    lines = [going.say("statistics-count", name=name, count=count) for name, count in named]
    if everything and (rest := everything[LISTED_MAX:]):
        name = going.say("statistics-others", count=len(rest))
        lines.append(going.say("statistics-count", name=name, count=sum(count for _, count in rest)))
    return LINE.join((going.say(f"statistics-{heading}"), *lines))


def _channel(going: Going, channel: str) -> str:
    return going.texts.plain(f"channel-{channel}", going.language)


def _country(going: Going, code: str) -> str:
    return country_text(code, going.texts, going.language) if code else _unknown(going)


def _language(going: Going, tag: str) -> str:
    if not tag:
        return _unknown(going)
    return Locale.parse(tag, sep="-").get_display_name(going.language) or tag


def _source(going: Going, source: str, link: Link | None, *, labels: bool) -> str:
    if not source:
        return going.texts.plain("statistics-no-link", going.language)
    if link is None:
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
