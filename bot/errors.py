"""What happens when a handler fails: the person gets a reference number, the log gets it with the frames."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.logs import frames_of
from handlers.asking import answer, say

if TYPE_CHECKING:
    from handlers.context import Context

log = logging.getLogger(__name__)


async def report_failure(update: object, context: Context) -> None:
    """Tell the person that it did not work and what to quote; log the same number without any value.

    Raises:
        ApplicationHandlerStop: Always; no other handler takes the update.
    """
    error = context.error
    if isinstance(error, Forbidden):  # the person has blocked us meanwhile; there is nobody to tell
        log.info("a reply could not be delivered: blocked")
        raise ApplicationHandlerStop
    reference = secrets.token_hex(4).upper()
    log.error("failure %s: %s", reference, frames_of(error) if error else "no exception")
    if isinstance(update, Update) and update.effective_user is not None:
        await _tell(update, context, reference)
    raise ApplicationHandlerStop  # what comes after relies on what failed


async def _tell(update: Update, context: Context, reference: str) -> None:
    context.language = context.language or context.services.texts.default
    try:
        await answer(update, context)
        await say(update, context, context.say("fault-reference", reference=reference))
    except TelegramError as unreachable:
        log.warning("failure %s could not be told: %s", reference, type(unreachable).__name__)
