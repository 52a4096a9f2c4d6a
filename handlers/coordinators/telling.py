"""Writing to colleagues, each in the language that they chose."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup
from telegram.error import Forbidden, TelegramError

from handlers.coordinators.roles import roles_with
from storage.people.coordinators import coordinators_with
from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Context, Services
    from handlers.coordinators.roles import Duty
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def language_of(context: Context, coordinator: Coordinator) -> str:
    """Return the interface language of a colleague: the one that they chose, or the bot's."""
    return await _language(context.services, coordinator)


async def tell(context: Context, coordinator: Coordinator, html: str, rows: Rows = ()) -> bool:
    """Send a message to a colleague; False if Telegram did not take it, as from a bot that they never opened.

    What the message is about is done already, and must not fail because one colleague cannot be reached.
    """
    return await _send(context.bot, coordinator, html, rows)


async def tell_all(services: Services, bot: Bot, duty: Duty, write: Callable[[str], tuple[str, Rows]]) -> int:
    """Send to everybody who is trusted with *duty* what *write* makes in their language; return how many took it."""
    told = 0
    for coordinator in await coordinators_with(services.db, roles_with(duty)):
        told += await tell_one(services, bot, coordinator, write)
    return told


async def tell_one(
    services: Services, bot: Bot, coordinator: Coordinator, write: Callable[[str], tuple[str, Rows]]
) -> bool:
    """Send to a colleague what *write* makes in their language; False if Telegram did not take it."""
    html, rows = write(await _language(services, coordinator))
    return await _send(bot, coordinator, html, rows)


async def _language(services: Services, coordinator: Coordinator) -> str:
    return await chosen_language(services.db, coordinator.person) or services.texts.default


async def _send(bot: Bot, coordinator: Coordinator, html: str, rows: Rows) -> bool:
    keyboard = InlineKeyboardMarkup(rows) if rows else None
    try:
        await bot.send_message(coordinator.person, html, reply_markup=keyboard)
    except Forbidden:  # blocked: it will be so each time, and the times of tips are for no log
        return False
    except TelegramError as error:
        log.warning("coordinator %s was not told: %s", coordinator.id, type(error).__name__)
        return False
    return True
