"""Who is told that a role has ended: the one who held it, and the other owners, so that no owner acts unseen."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from handlers.coordinators.telling import tell_one
from handlers.menus import reset_menu
from storage.people.coordinators import Role, coordinators_with

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def tell_of_dismissal(
    services: Services, bot: Bot, dismissed: Coordinator, by: Coordinator, *, keyed: bool
) -> None:
    """Tell them, and owners also that a key of the alias is in force, if it is *keyed*."""
    texts = services.texts

    def say_over(language: str) -> tuple[str, Rows]:
        return texts.html("dismissing-over", language), ()

    def say_who(language: str) -> tuple[str, Rows]:
        html = texts.html("dismissing-told", language, alias=dismissed.alias, by=by.alias)
        if keyed:
            html += f"\n\n{texts.html('dismissing-key-stays', language, alias=dismissed.alias)}"
        return html, ()

    try:
        await reset_menu(bot, dismissed.person)
    except TelegramError as error:  # whoever blocked the bot has no chat with it; the role is over all the same
        log.info("the menu of coordinator %d was not reset: %s", dismissed.id, type(error).__name__)
    await tell_one(services, bot, dismissed, say_over)
    for owner in await coordinators_with(services.db, {Role.OWNER}):
        if owner.id != by.id:
            await tell_one(services, bot, owner, say_who)
