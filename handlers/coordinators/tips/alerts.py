"""Telling coordinators that a tip has come in: its tag, category and urgency, and never what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.roles import Duty, roles_with
from handlers.coordinators.telling import language_of, tell
from handlers.coordinators.tips.trends import tell_trend
from handlers.texts import Markup
from storage.people.coordinators import coordinators_with

if TYPE_CHECKING:
    from handlers.context import Context


async def alert_new_tip(context: Context, tag: str, category: str, urgency: str) -> None:
    """Tell everybody who reviews tips, each in their language; whoever cannot be reached is passed over.

    If with this tip there are several of its category, they are told that too.
    """
    services = context.services
    for coordinator in await coordinators_with(services.db, roles_with(Duty.REVIEW_TIPS)):
        language = await language_of(context, coordinator)
        words = {
            "category": Markup(services.texts.html(f"tip-category-{category}", language)),
            "urgency": Markup(services.texts.html(f"tip-urgency-{urgency}", language)),
        }
        look = button(services.texts.plain("case-look", language, tag=tag), "case", tag)
        await tell(context, coordinator, services.texts.html("alerts-new-tip", language, tag=tag, **words), [[look]])
    await tell_trend(context, category)
