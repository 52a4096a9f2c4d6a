"""The message in which whoever began a broadcast watches it: shown at once, later kept up to date by the reporter."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from handlers.asking import say
from handlers.coordinators.reports.progress import progress_screen
from storage.letters.reports.following import follow

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

log = logging.getLogger(__name__)


async def watch(update: Update, context: Context, broadcast: int) -> None:
    """Show how far a broadcast is, and keep in which message, so that it goes on counting after a restart.

    The broadcast is under way whatever becomes of the message: one that is missing is sent by the reporter.
    """
    services = context.services
    try:
        text, rows = await progress_screen(services, context.language, broadcast)
        message = await say(update, context, text, rows)
        if not await follow(services.db, broadcast, message.message_id):  # the reporter was faster
            await message.delete()
    except TelegramError as error:
        log.warning("broadcast %d could not be shown at once: %s", broadcast, type(error).__name__)
