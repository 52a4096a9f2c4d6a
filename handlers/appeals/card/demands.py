"""What is asked of whom: each addressee with demands of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.page import LINE, listed, titled
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.appeals.page import Page


def demands(page: Page) -> Iterator[Markup]:
    """Give each addressee that is asked for something, with its own demands."""
    addressees = [addressee for addressee in page.appeal.addressees if addressee.demands]
    for number, addressee in enumerate(addressees):
        office = Markup("<i>{}</i>").format(page.its(addressee.office))
        begun = office if number else LINE.join((titled(page.say("appeal-demands")), office))
        asked = enumerate(addressee.demands[page.content], start=1)
        yield from listed(begun, (Markup("{}. {}").format(place, demand) for place, demand in asked))
