"""Inviting colleagues.

/invite ──► the roles ──[role]──┐
/invite ROLE ───────────────────┴──► a link for one person, good for two days
/start inv_TOKEN ──► the role and its menu   (a spent link says so)
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, filters
from telegram.helpers import create_deep_linked_url

from handlers.asking import answer, button, on, person_of, say
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.telling import language_of, tell
from handlers.menus import commands_for, set_coordinator_menu
from handlers.texts import Markup
from storage.errors import InvitationSpent
from storage.people.coordinators import (
    INVITATION_LIFE,
    Role,
    accept_invitation,
    coordinators_with,
    find_coordinator,
    invite,
)
from storage.people.digests import choose_language

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

# Owners are named by the operator, in the configuration: a link that makes one could be forwarded.
INVITABLE = tuple(role for role in Role if role is not Role.OWNER)
PREFIX = "inv_"


@trusted_with(Duty.INVITE)
async def invite_colleague(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Make an invitation for the role that was named, or list the roles."""
    await answer(update, context)
    match words_of(update, context):
        case [word] if word.lower() in INVITABLE:
            await _give_link(update, context, coordinator, Role(word.lower()))
        case _:
            await _list_roles(update, context)


async def _give_link(update: Update, context: Context, coordinator: Coordinator, role: Role) -> None:
    token = await invite(context.services.db, role, coordinator, context.services.now())
    link = create_deep_linked_url(context.bot.username, f"{PREFIX}{token}")
    words = _role_words(context, role)
    await say(update, context, context.say("inviting-link", link=link, days=INVITATION_LIFE.days, **words))


async def _list_roles(update: Update, context: Context) -> None:
    lines = (context.say("inviting-role-line", word=str(role), **_role_words(context, role)) for role in INVITABLE)
    text = context.say("inviting-roles", roles=Markup("\n".join(lines)), days=INVITATION_LIFE.days)
    rows = [[button(context.label(f"role-{role}"), "invite", role)] for role in INVITABLE]
    await say(update, context, text, rows)


async def accept(update: Update, context: Context) -> None:
    """Take the person in with the role of the invitation that their link holds."""
    services, person = context.services, person_of(update).id
    before = await find_coordinator(services.db, person)
    if before is not None and before.role is Role.OWNER:
        await say(update, context, context.say("inviting-owner-already"))
        return
    token = "".join(context.args or ()).removeprefix(PREFIX)
    try:
        coordinator = await accept_invitation(services.db, token, person, services.now())
    except InvitationSpent:
        await say(update, context, context.say("inviting-spent"))
        return
    await choose_language(services.db, person, context.language)  # colleagues' news come in it from now on
    log.info("coordinator %d joined as %s", coordinator.id, coordinator.role)
    await _welcome(update, context, coordinator)
    await _tell_owners(context, coordinator)


async def _welcome(update: Update, context: Context, coordinator: Coordinator) -> None:
    lines = (
        context.say("inviting-command", name=name, what=context.label(f"command-{name}"))
        for name in commands_for(coordinator.role)
    )
    words = _role_words(context, coordinator.role)
    text = context.say("inviting-welcome", alias=coordinator.alias, commands=Markup("\n".join(lines)), **words)
    await say(update, context, text)
    await set_coordinator_menu(context.bot, context.services.texts, coordinator, context.language)


async def _tell_owners(context: Context, joined: Coordinator) -> None:
    """Let the owners know, so that a link in the wrong hands shows at once."""
    texts = context.services.texts
    for owner in await coordinators_with(context.services.db, {Role.OWNER}):
        language = await language_of(context, owner)
        role = texts.plain(f"role-{joined.role}", language)
        await tell(context, owner, texts.html("inviting-joined", language, alias=joined.alias, role=role))


def _role_words(context: Context, role: Role) -> dict[str, str]:
    return {"role": context.label(f"role-{role}"), "explained": context.label(f"role-{role}-explained")}


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; an invitation comes before any other `/start`."""
    return [
        CommandHandler("start", accept, filters.Regex(rf"^/start {PREFIX}")),
        CommandHandler("invite", invite_colleague),
        on("invite", invite_colleague),
    ]
