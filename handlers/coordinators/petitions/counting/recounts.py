"""Every petition is counted anew each night; who may read the audit is told if something does not add up."""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from handlers.appeals.page import LINE
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.petitions.counting.recount_record import last_recount, note_recount, note_told, untold_alarm
from storage.petitions.counting.recounting import recount_all
from storage.petitions.counting.tally import Dimension
from storage.petitions.signatures.records import Channel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from handlers.texts import Texts
    from storage.petitions.counting.recount_record import Alarm
    from storage.petitions.counting.recounting import Difference

log = logging.getLogger(__name__)

AT = time(3)  # of the organisation's day, when few are awake
REFERENCE_BYTES = 4


async def recount_petitions(services: Services, bot: Bot) -> None:
    """Count every petition anew, once after three o'clock each night; raise the alarm where something differs.

    Where nobody could be reached, the alarm is raised again at the next time.
    """
    last = await last_recount(services.db)
    if last is None or last.at < _due(services):
        await _recount(services)
    alarm = await untold_alarm(services.db)
    if alarm and await _raise(services, bot, alarm):
        await note_told(services.db, alarm, services.now())


async def _recount(services: Services) -> None:
    recounts = [one async for one in recount_all(services.db)]
    reference = secrets.token_hex(REFERENCE_BYTES).upper()
    await note_recount(services.db, recounts, reference, services.now())
    for one in recounts:
        for difference in one.differences:
            log.error("recount %s: %s: %s", reference, one.code, difference)


def _due(services: Services) -> datetime:
    """Return the last three o'clock that has passed."""
    local = services.now_here()
    due = datetime.combine(local.date(), AT, local.tzinfo)
    return due if due <= local else due - timedelta(days=1)


async def _raise(services: Services, bot: Bot, alarm: Alarm) -> int:
    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        blocks = [
            texts.html("recounts-alarm", language, reference=alarm.reference),
            *(_petition_in_words(code, differences, texts, language) for code, differences in alarm.differing.items()),
            texts.html("recounts-what-to-do", language),
        ]
        return fitted(map(Markup, blocks)), ()

    return await tell_all(services, bot, Duty.AUDIT, write)


def _petition_in_words(code: str, differences: Iterable[Difference], texts: Texts, language: str) -> str:
    lines = (
        texts.html(
            f"recounts-{difference.check}",
            language,
            of=_place_in_words(difference, texts, language),
            expected=difference.expected,
            found=difference.found,
        )
        for difference in differences
    )
    return LINE.join(map(Markup, (texts.html("recounts-petition", language, code=code), *lines)))


def _place_in_words(difference: Difference, texts: Texts, language: str) -> str:
    """Return the channel and the dimension, where it was found in one; a channel that we never use as it is."""
    keys: dict[str, str] = {channel: f"channel-{channel}" for channel in Channel}
    keys |= {dimension: f"recounts-by-{dimension}" for dimension in Dimension}
    return ", ".join(texts.plain(keys[word], language) if word in keys else word for word in difference.of)
