"""Who stands behind an appeal, who signed it for the organisation, and whom readers may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.page import BULLET, DOT, listed
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.appeals.page import Page
    from storage.petitions.counting.support import Support


def people(page: Page, support: Support) -> Iterator[Markup]:
    """Give endorsers, signatory and contact; the address only where the appeal shows it to all."""
    first, *rest = _people(page, support)
    yield from listed(first, rest)


def contact(page: Page) -> Markup:
    """Return whom to ask."""
    return page.say("appeal-contact", name=page.appeal.contact.name, role=page.its(page.appeal.contact.role))


def email(page: Page) -> Markup:
    """Return the address of the contact."""
    return page.say("appeal-contact-email", email=page.appeal.contact.email)


def _people(page: Page, support: Support) -> Iterator[Markup]:
    if who := DOT.join(_endorsers(page, support)):
        yield page.say("appeal-endorsers", who=who)
    for person in page.appeal.endorsers.co_signers:
        yield BULLET + Markup("{}, {}").format(page.its(person.name), page.its(person.office))
    if signatory := page.appeal.signatory:
        yield page.say("appeal-signatory", name=signatory.name, role=page.its(signatory.role))
    yield contact(page)
    if not page.appeal.contact.hide_email_in_broadcast:
        yield email(page)


def _endorsers(page: Page, support: Support) -> Iterator[Markup]:
    """Count the organisations, those of the sheet and those of the register, and the members of parliament."""
    endorsers = page.appeal.endorsers
    if organisations := endorsers.organisations + support.organisations:
        yield page.say("appeal-organisations", count=organisations)
    named, others = endorsers.parliamentarians_named, endorsers.parliamentarians_other
    if named + others:
        split = "yes" if named and others else "no"
        yield page.say("appeal-parliamentarians", count=named + others, split=split, named=named, others=others)
