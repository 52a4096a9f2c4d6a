"""Telling coordinators that a tip has come in: its tag, category and urgency, and never what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.coordinators.tips.trends import tell_trend
from handlers.texts import Markup

if TYPE_CHECKING:
    from handlers.asking import Rows
    from handlers.context import Context


async def alert_new_tip(context: Context, tag: str, category: str, urgency: str) -> None:
    """Tell everybody who reviews tips, each in their language; whoever cannot be reached is passed over.

    If with this tip there are several of its category, they are told that too.
    """
    texts = context.services.texts

    def write(language: str) -> tuple[str, Rows]:
        words = {
            "category": Markup(texts.html(f"tip-category-{category}", language)),
            "urgency": Markup(texts.html(f"tip-urgency-{urgency}", language)),
        }
        look = button(texts.plain("case-look", language, tag=tag), "case", tag)
        return texts.html("alerts-new-tip", language, tag=tag, **words), [[look]]

    await tell_all(context.services, context.bot, Duty.REVIEW_TIPS, write)
    await tell_trend(context, category)
