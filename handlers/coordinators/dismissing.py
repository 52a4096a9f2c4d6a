"""Ending the role of a colleague, at once and for every device that they have.

/dismiss ──► who there is
/dismiss ALIAS ──► what it means ──[End the role]──► done; they and the owners are told

Nobody ends their own role, so that an owner is always left.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, say, show
from handlers.coordinators.dismissal import tell_of_dismissal
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.tips.left_keys import has_key
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.errors import LastOwner, NoSuchCoordinator
from storage.people import coordinators
from storage.people.coordinators import Role, coordinators_with

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

_ALIAS = re.compile(r"[a-z]+-[0-9]{1,6}")


@trusted_with(Duty.DISMISS)
async def ask_to_dismiss(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Say what it means for the colleague who was named, and ask once; or list who there is."""
    colleagues = await _colleagues(context, coordinator)
    alias = "".join(words_of(update, context)[:1]).lower()
    if alias in colleagues:
        text = context.say("dismissing-ask", **_words(context, colleagues[alias]))
        rows = [[button(context.label("dismissing-confirm", alias=alias), "dismiss", alias)]]
        await say(update, context, text, rows)
        return
    if alias:
        await say(update, context, context.say("dismissing-unknown"))
        return
    lines = [context.say("dismissing-line", **_words(context, one)) for one in colleagues.values()]
    blocks = [context.say("dismissing-list"), "\n".join(lines)] if lines else [context.say("dismissing-nobody")]
    await say(update, context, fitted(map(Markup, blocks)))


@trusted_with(Duty.DISMISS)
async def dismiss(update: Update, context: Context, coordinator: Coordinator) -> None:
    """End the role, and tell whom it concerns."""
    await answer(update, context)
    services, alias = context.services, "".join(words_of(update, context)[:1])
    try:
        dismissed = await coordinators.dismiss(
            services.db, alias if _ALIAS.fullmatch(alias) else "", coordinator, services.now()
        )
    except (NoSuchCoordinator, LastOwner):
        await say(update, context, context.say("dismissing-unknown"))
        return
    log.info("coordinator %d ended the role of coordinator %d", coordinator.id, dismissed.id)
    key = "dismissing-done-owner" if dismissed.role is Role.OWNER else "dismissing-done"
    keyed = await has_key(services, alias)
    said = context.say(key, alias=alias)
    await show(update, context, f"{said}\n\n{context.say('dismissing-key-stays', alias=alias)}" if keyed else said)
    await tell_of_dismissal(services, context.bot, dismissed, coordinator, keyed=keyed)


async def _colleagues(context: Context, coordinator: Coordinator) -> dict[str, Coordinator]:
    everybody = await coordinators_with(context.services.db, frozenset(Role))
    return {one.alias: one for one in everybody if one.id != coordinator.id}


def _words(context: Context, colleague: Coordinator) -> dict[str, str]:
    return {"alias": colleague.alias, "role": context.label(f"role-{colleague.role}")}


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("dismiss", ask_to_dismiss),
        on("dismiss", dismiss),
    ]
