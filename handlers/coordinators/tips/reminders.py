"""Reminding reviewers, once a day, of tips that nobody has claimed: tags by urgency, and nothing else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.tips.review.reminders import mark_reminded, unclaimed_tips
from storage.tips.words import Urgency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from storage.tips.review.reminders import Unclaimed

log = logging.getLogger(__name__)

TAGS_MAX = 100  # of one urgency in the message; beyond, their number


async def remind_of_unclaimed_tips(services: Services, bot: Bot) -> None:
    """Tell everybody who reviews tips what came on an earlier day and waits, each tip once."""
    local = services.now_here()
    if local.hour < services.policy.digest_hour:
        return
    tips = await unclaimed_tips(services.db, local.date(), services.now())
    if not tips:
        return

    def write(language: str) -> tuple[str, Rows]:
        return _text(services, language, tips), [[button(services.texts.plain("case-all", language), "tips", 0)]]

    if told := await tell_all(services, bot, Duty.REVIEW_TIPS, write):  # or else at the next time: nobody was reached
        await mark_reminded(services.db, tips, local.date())
        log.info("%d coordinators were reminded of %d tips", told, len(tips))


def _text(services: Services, language: str, tips: Sequence[Unclaimed]) -> str:
    texts = services.texts
    groups = ((urgency, [tip.tag for tip in tips if tip.urgency == urgency]) for urgency in Urgency)
    blocks = [
        texts.html("unclaimed-heading", language, count=len(tips)),
        *(_group(services, language, urgency, tags) for urgency, tags in groups if tags),
        texts.html("unclaimed-end", language),
    ]
    return fitted(map(Markup, blocks))


def _group(services: Services, language: str, urgency: Urgency, tags: Sequence[str]) -> str:
    texts, listed = services.texts, ", ".join(tags[:TAGS_MAX])
    if more := len(tags) - TAGS_MAX if len(tags) > TAGS_MAX else 0:
        listed = texts.plain("unclaimed-more", language, tags=listed, more=more)
    return texts.html(
        "unclaimed-urgency", language, urgency=Markup(texts.html(f"tip-urgency-{urgency}", language)), tags=listed
    )
