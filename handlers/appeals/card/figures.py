"""Figures in three layers: what is reported by whom, who confirms that it happened, who confirms the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.page import BULLET, LINE, listed, titled
from handlers.dates import fact_date_text
from storage.appeals.vocabulary import Magnitude, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.appeals.page import Page
    from handlers.texts import Markup
    from storage.appeals.parts import Figure


def figures(page: Page) -> Iterator[Markup]:
    """Give the figures, if there are any."""
    if page.appeal.figures:
        lines = (BULLET + figure_text(page, figure) for figure in page.appeal.figures)
        yield from listed(titled(page.say("appeal-figures")), lines)


def figure_text(page: Page, figure: Figure) -> Markup:
    """Return one figure with who says so; of what somebody confirmed, how far that goes."""
    return LINE.join((_reported(page, figure), *_confirmed(page, figure)))


def _reported(page: Page, figure: Figure) -> Markup:
    qualifier = Qualifier(figure.qualifier).replace(" ", "-")
    known = figure.value
    value = page.say(f"card-magnitude-{known}") if isinstance(known, Magnitude) else known
    return page.say(
        "appeal-figure",
        label=page.its(figure.label),
        value=page.say(f"appeal-value-{qualifier}", value=value),
        source=page.its(figure.attributed_to),
        when=fact_date_text(figure.as_of, page.labels),
    )


def _confirmed(page: Page, figure: Figure) -> Iterator[Markup]:
    if figure.confirmed_by is None:
        return
    yield page.say("card-confirmed", who=page.its(figure.confirmed_by))
    if figure.number_confirmed_by is None:
        yield page.say("card-number-unconfirmed")
    else:
        yield page.say("card-number-confirmed", who=page.its(figure.number_confirmed_by))
