"""Telling coordinators what waits for them at a petition: an offer to collect, signatures that look suspect."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.asking import button
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from storage.appeals.records import find_appeal
from storage.petitions.collecting.links import find_link
from storage.petitions.collecting.suspects import mark_told, untold_bursts

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from storage.appeals.model import Appeal
    from storage.petitions.collecting.suspects import Suspects

log = logging.getLogger(__name__)


async def alert_offer(services: Services, bot: Bot, appeal: Appeal) -> None:
    """Tell who runs petitions that somebody offers to collect for this one; not who."""

    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        html = texts.html("volunteers-alert", language, title=title_text(appeal, texts, language), code=appeal.code)
        return html, [[button(texts.plain("volunteers-look", language), "volunteers", appeal.code)]]

    await tell_all(services, bot, Duty.RUN_PETITION, write)


async def alarm_suspects(services: Services, bot: Bot) -> None:
    """Tell who runs petitions, once for each burst, that signatures wait to be looked at."""
    for burst in await untold_bursts(services.db):
        if await _alarm(services, bot, burst):  # or else at the next time: nobody could be reached
            await mark_told(services.db, burst)
            log.info("coordinators were told of %d suspect signatures", burst.waiting)


async def _alarm(services: Services, bot: Bot, burst: Suspects) -> int:
    appeal = (await find_appeal(services.db, burst.code)).appeal
    link = await find_link(services.db, burst.code, burst.source)

    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        html = texts.html(
            "suspects-alarm",
            language,
            title=title_text(appeal, texts, language),
            code=appeal.code,
            label=(link.label if link else None) or burst.source,
            count=burst.waiting,
        )
        return html, [[button(texts.plain("suspects-look", language), "suspects", appeal.code)]]

    return await tell_all(services, bot, Duty.RUN_PETITION, write)
