"""Writes opened tips as one page to read: an HTML file that loads nothing, runs nothing and works without a network.

What people went through stands behind each tip's own fold, so that nobody reads it unprepared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.own_machine.alike import tips_alike
from bot.own_machine.static_pages import style_of, template_of
from handlers.dates import day_text
from storage.tips.words import Urgency

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.own_machine.opening import OpenedBundle, OpenedTip
    from handlers.texts import Texts, Value

CONSENTS = ("may_share_with_partners", "wishes_contact", "may_publish", "may_send_to_un")


def tips_page(bundle: OpenedBundle, texts: Texts, language: str) -> bytes:
    """Return the page, in *language*; what was written stays in its own."""

    def say(name: str, **values: Value) -> str:
        return texts.plain(f"tip-page-{name}", language, **values)

    def word(menu: str, value: str) -> str:
        return texts.plain(f"{menu}-{value}", language)

    def on(day: date) -> str:
        return day_text(day, language)

    page = template_of("tips").render(
        language=language,
        bundle=bundle,
        sections=tuple(_by_urgency(bundle.tips)),
        alike=tips_alike(bundle.tips),
        consents=CONSENTS,
        say=say,
        word=word,
        on=on,
        style=Markup(style_of("tips")),  # noqa: S704  # our own file
    )
    return page.encode()


def _by_urgency(tips: Sequence[OpenedTip]) -> Iterator[tuple[Urgency, list[OpenedTip]]]:
    """Yield what is most urgent first, and within it what waits longest."""
    for urgency in Urgency:
        chosen = [tip for tip in tips if tip.content.urgency is urgency]
        if chosen:
            yield urgency, sorted(chosen, key=lambda tip: (tip.day, tip.tag))
