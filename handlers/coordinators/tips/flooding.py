"""Telling owners that so much comes that no more is taken for now: how many, and nothing else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from handlers.throttle import Throttle

log = logging.getLogger(__name__)


async def tell_of_tips(services: Services, bot: Bot) -> None:
    """Tell every owner that as many tips came as are taken of all together; once an hour."""
    await _tell(services, bot, services.tip_throttle, "flooding-notice")


async def tell_of_receipts(services: Services, bot: Bot) -> None:
    """Tell every owner that as many receipts were tried as all together may; once an hour."""
    await _tell(services, bot, services.inbox_throttle, "flooding-inbox")


async def _tell(services: Services, bot: Bot, throttle: Throttle, key: str) -> None:
    count = throttle.begin_flood()
    if count is None:
        return
    log.warning("%s: %d came within the limit's time", key, count)

    def write(language: str) -> tuple[str, Rows]:
        return services.texts.html(key, language, count=count), ()

    await tell_all(services, bot, Duty.AUDIT, write)
