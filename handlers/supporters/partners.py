"""Which organisations belong to the coalition.

/partners ──► its member organisations, by country
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, say
from handlers.countries import country_name
from handlers.message_text import in_messages
from handlers.texts import Markup
from storage.people.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from telegram import Update

    from handlers.context import Context
    from storage.people.organisations import Organisation

TOGETHER = 25  # names in one block, which fits in a message however long they are


async def list_partners(update: Update, context: Context) -> None:
    """List the members, country by country."""
    await answer(update, context)
    members = [one for one in await organisations(context.services.db) if one.left_on is None]
    organisation = context.services.policy.organisation
    heading = context.say("partners-heading", organisation=organisation, count=len(members))
    for message in in_messages((Markup(heading), *_blocks(context, members))):
        await say(update, context, message)


def _blocks(context: Context, members: Iterable[Organisation]) -> Iterator[Markup]:
    """Give each country with its members; a country with many goes on in further blocks."""

    def country(one: Organisation) -> str:
        return country_name(one.country, context.language)

    for name, group in groupby(sorted(members, key=country), country):
        names = [Markup("• {}").format(one.name) for one in group]
        for first in range(0, len(names), TOGETHER):
            lines = names[first : first + TOGETHER]
            yield Markup("\n").join((Markup("<b>{}</b>").format(name), *lines))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("partners", list_partners)]
