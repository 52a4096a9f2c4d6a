"""Telling who runs a petition that it has come a good part of its way, with words that they can pass on at once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.appeals.buttons import share_button
from handlers.appeals.heading import title_text
from handlers.appeals.links import link_to
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import LANGUAGES, Markup
from storage.appeals.records import find_appeal
from storage.petitions.counting.goals import mark_told, pass_milestones
from storage.petitions.counting.tally import total_signatures

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from storage.appeals.records import StoredAppeal
    from storage.petitions.counting.goals import Milestone

log = logging.getLogger(__name__)

SOURCE = "milestone"
"""The source of signers who come through the words that are passed on."""


async def tell_milestones(services: Services, bot: Bot) -> None:
    """Tell each milestone that was passed, once; at the next time, where nobody could be reached."""
    for milestone in await pass_milestones(services.db, services.now()):
        if await _tell(services, bot, milestone):
            await mark_told(services.db, milestone, services.now())
            log.info("coordinators were told: %d %% of the goal of %s reached", milestone.percent, milestone.code)


async def _tell(services: Services, bot: Bot, milestone: Milestone) -> int:
    stored, texts = await find_appeal(services.db, milestone.code), services.texts
    appeal, total = stored.appeal, await total_signatures(services.db, milestone.code)

    def write(language: str) -> tuple[str, Rows]:
        goal, percent = milestone.goal, milestone.percent
        news = texts.html("milestones-reached", language, code=appeal.code, percent=percent, goal=goal)
        count = texts.html("milestones-count", language, online=total.online, paper=total.on_paper)
        blocks = [
            Markup("{}\n{}").format(Markup(news), Markup(count)),
            Markup(texts.html("milestones-pass-on", language)),
            *(_words(services, bot, stored, milestone, one) for one in _languages(stored, language)),
        ]
        share = share_button(appeal, texts.plain("milestones-share", language), texts, language, bot.username)
        return fitted(blocks), [[share]]

    return await tell_all(services, bot, Duty.RUN_PETITION, write)


def _languages(stored: StoredAppeal, first: str) -> list[str]:
    """Return the languages in which there is something to pass on, the reader's own one in front."""
    return sorted((one for one in stored.appeal.languages if one in LANGUAGES), key=lambda one: one != first)


def _words(services: Services, bot: Bot, stored: StoredAppeal, milestone: Milestone, language: str) -> Markup:
    """Return what can be passed on, as a block that is copied with one tap."""
    appeal, texts = stored.appeal, services.texts
    deadline = appeal.deadline.astimezone(ZoneInfo(appeal.timezone))
    part = "milestones-goal-words" if milestone.signatures >= milestone.goal else "milestones-words"
    words = texts.html(
        part,
        language,
        title=title_text(appeal, texts, language),
        total=milestone.signatures,
        goal=milestone.goal,
        percent=milestone.percent,
    )
    lines = [Markup(words)]
    if stored.open_at(services.now()):
        link = link_to(appeal.code, bot.username, SOURCE)
        day = day_text(deadline.date(), language)
        lines.append(Markup(texts.html("milestones-invitation", language, day=day, link=link)))
    return Markup("<pre>{}</pre>").format(Markup(" ").join(lines))
