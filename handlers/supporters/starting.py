"""Arriving: the first screen, links to an appeal, help, whom to ask.

/start ────────────► what this is and is not ──[Subscribe]──► subscribing
/start CODE_source ► a greeting, then the card of that appeal ──[Sign]──► signing, which keeps the source
/help, /contact [CODE], /cancel where there is nothing to cancel
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.links import read_link
from handlers.asking import button, person_of, say
from handlers.commands import SUPPORTERS
from handlers.menus import commands_for, set_coordinator_menu
from handlers.supporters.appeal_screens import say_contact, say_unknown, sent_appeal, show_appeal
from handlers.supporters.signing.new_text import ask_about_new_text
from handlers.supporters.welcome import show_welcome
from storage.appeals.records import AppealState
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import SubscriberState, find_subscriber

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Update

    from handlers.context import Context


async def start(update: Update, context: Context) -> None:
    """Welcome the person, or show the appeal that their link leads to; a coordinator gets their menu."""
    if coordinator := await find_coordinator(context.services.db, person_of(update).id):
        await set_coordinator_menu(context.bot, context.services.texts, coordinator, context.language)
    if context.args:
        await _open_link(update, context, context.args[0])
    else:
        await show_welcome(update, context)


async def _open_link(update: Update, context: Context, payload: str) -> None:
    """Greet the person and show the appeal; a link that leads nowhere shows the first screen instead."""
    link = read_link(payload)
    stored = await sent_appeal(context, link.code) if link else None
    if link is None or stored is None:
        await say(update, context, context.say("starting-bad-link"))
        await show_welcome(update, context)
        return
    if stored.state is not AppealState.WITHDRAWN:
        await _greet(update, context, link.source)
    await show_appeal(update, context, stored, source=link.source)
    await ask_about_new_text(update, context, stored)


async def help_(update: Update, context: Context) -> None:
    """List what one can do here, and for coordinators what their role may do beside."""
    coordinator = await find_coordinator(context.services.db, person_of(update).id)
    parts = [context.say("starting-help"), _described(context, SUPPORTERS)]
    if coordinator:
        parts += [context.say("starting-help-coordinators"), _described(context, commands_for(coordinator.role))]
    parts.append(context.say("starting-help-end"))
    await say(update, context, "\n\n".join(parts))


async def contact(update: Update, context: Context) -> None:
    """Say whom to ask: about the bot and one's data, or about the appeal with the code that was given."""
    if not context.args:
        policy = context.services.policy
        values = {"organisation": policy.organisation, "contact": policy.privacy_contact}
        await say(update, context, context.say("starting-contact", **values))
        return
    stored = await sent_appeal(context, context.args[0])
    if stored is None:
        await say_unknown(update, context)
    else:
        await say_contact(update, context, stored)


async def cancel(update: Update, context: Context) -> None:
    """Say that nothing is under way, and to whoever may send, where a sending is cancelled.

    What is under way cancels itself before this is asked.
    """
    coordinator = await find_coordinator(context.services.db, person_of(update).id)
    sends = coordinator is not None and "send" in commands_for(coordinator.role)
    hint = [context.say("starting-cancel-a-sending")] if sends else []
    await say(update, context, "\n\n".join([context.say("starting-nothing-to-cancel"), *hint]))


async def _greet(update: Update, context: Context, source: str | None) -> None:
    """Say who speaks before the card, and offer the next appeals to whoever does not get them."""
    subscriber = await find_subscriber(context.services.db, person_of(update).id)
    if subscriber and subscriber.state is SubscriberState.ACTIVE:
        return
    offer = button(context.label("subscribing-subscribe"), "subscribe", "open", *([source] if source else []))
    organisation = context.services.policy.organisation
    await say(update, context, context.say("starting-greeting", organisation=organisation), [[offer]])


def _described(context: Context, commands: Iterable[str]) -> str:
    return "\n".join(f"/{name} – {context.say(f'command-{name}')}" for name in commands)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to, after every conversation that has a /cancel of its own."""
    return [
        CommandHandler("start", start),
        CommandHandler("help", help_),
        CommandHandler("contact", contact),
        CommandHandler("cancel", cancel),
    ]
