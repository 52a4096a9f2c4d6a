"""Telling reviewers that several tips are of one category: the category and the number, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.texts import Markup
from storage.tips.review.trends import note_trend

if TYPE_CHECKING:
    from handlers.asking import Rows
    from handlers.context import Context


async def tell_trend(context: Context, category: str) -> None:
    """Tell everybody who reviews tips, if the tip of *category* that has just come in makes it a trend."""
    services = context.services
    today = services.today()
    count = await note_trend(services.db, category, today)
    if count is None:
        return

    def write(language: str) -> tuple[str, Rows]:
        name = Markup(services.texts.html(f"tip-category-{category}", language))
        return services.texts.html("trends-notice", language, count=count, category=name), ()

    await tell_all(services, context.bot, Duty.REVIEW_TIPS, write)
