"""Signing in at the desk.

/desk ──► a link that works once, for five minutes and for this coordinator alone
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram.ext import CommandHandler

from handlers.asking import say
from handlers.coordinators.roles import Duty, trusted_with

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@trusted_with(*Duty)
async def give_link(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Give a link; an earlier one of the same coordinator works no more."""
    services = context.services
    address = services.policy.desk_url
    if not address:
        await say(update, context, context.say("desk-off"))
        return
    link = f"{address}/sign-in?token={services.sign_ins.open_for(coordinator.id)}"
    place = urlsplit(address)
    # Telegram makes no link of a name without a dot, such as localhost: such an address is given to be copied.
    text = context.say("desk-link" if place.hostname in LOOPBACK else "desk-link-open", link=link)
    if place.scheme == "http" and place.hostname not in LOOPBACK:
        text = f"{text}\n\n{context.say('desk-link-unprotected')}"
    await say(update, context, text)
    log.info("coordinator %d was given a link to the desk", coordinator.id)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("desk", give_link)]
