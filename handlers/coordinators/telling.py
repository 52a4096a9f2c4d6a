"""Writing to a colleague, in the language that they chose."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup
from telegram.error import TelegramError

from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def language_of(context: Context, coordinator: Coordinator) -> str:
    """Return the interface language of a colleague: the one that they chose, or the bot's."""
    services = context.services
    return await chosen_language(services.db, coordinator.person) or services.texts.default


async def tell(context: Context, coordinator: Coordinator, html: str, rows: Rows = ()) -> bool:
    """Send a message to a colleague; False if Telegram did not take it, as from a bot that they never opened.

    What the message is about is done already, and must not fail because one colleague cannot be reached.
    """
    keyboard = InlineKeyboardMarkup(rows) if rows else None
    try:
        await context.bot.send_message(coordinator.person, html, reply_markup=keyboard)
    except TelegramError as error:
        log.warning("coordinator %s was not told: %s", coordinator.id, type(error).__name__)
        return False
    return True
