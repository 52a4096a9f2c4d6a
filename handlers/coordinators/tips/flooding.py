"""Telling owners that so many tips come that no more are taken for now: how many, and nothing else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.coordinators.telling import tell_one
from storage.people.coordinators import Role, coordinators_with

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services

log = logging.getLogger(__name__)


async def tell_of_flood(services: Services, bot: Bot) -> None:
    """Tell every owner that the limit of all together is reached; once within the time that the limit counts."""
    count = services.tip_throttle.begin_flood()
    if count is None:
        return
    log.warning("no more tips are taken for now: %d came within the limit's time", count)

    def write(language: str) -> tuple[str, Rows]:
        return services.texts.html("flooding-notice", language, count=count), ()

    for owner in await coordinators_with(services.db, frozenset({Role.OWNER})):
        await tell_one(services, bot, owner, write)
