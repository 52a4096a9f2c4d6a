"""Where the facts come from: open sources by name, of the confidential ones nothing but how many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.page import BULLET, listed, titled
from handlers.dates import fact_date_text
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.appeals.page import Page
    from storage.appeals.parts import Source


def sources(page: Page) -> Iterator[Markup]:
    """Give the sources that everybody may know, and the number of the others."""
    lines = [BULLET + source_text(page, source) for source in page.appeal.sources if not source.confidential]
    if withheld := page.appeal.withheld_sources:
        lines.append(BULLET + page.say("appeal-sources-withheld", count=withheld))
    yield from listed(titled(page.say("appeal-sources")), lines)


def source_text(page: Page, source: Source) -> Markup:
    """Return one source: its type, who published it, its title with the link, its date."""
    title = page.its(source.title)
    linked = Markup('<a href="{}">{}</a>').format(source.link, title) if source.link else title
    publisher = [page.its(source.publisher)] if source.publisher else []
    day = [fact_date_text(source.date, page.labels)] if source.date else []
    rest = Markup(", ").join((*publisher, linked, *day))
    return Markup("{}: {}").format(page.say(f"appeal-source-type-{source.type}"), rest)
