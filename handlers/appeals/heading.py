"""What every mention of an appeal shares: its language for a reader, its title, its marks, its deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.dates import day_text, days_left, zone_text
from handlers.texts import Markup
from storage.appeals.vocabulary import Urgency

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal


def language_for(appeal: Appeal, language: str, default: str) -> str:
    """Return the language to show the appeal in: the reader's, the bot's, English, or its original."""
    return next((one for one in (language, default, "en") if one in appeal.texts), appeal.languages[0])


def title_text(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return the appeal's title for a reader of the language, without markup."""
    return appeal.texts[language_for(appeal, language, texts.default)].title


def marks_text(appeal: Appeal, texts: Texts, language: str) -> Markup:
    """Return the appeal's kind, its urgency where it has any, and its code."""
    marks = [texts.html(f"appeal-kind-{appeal.kind}", language)]
    if appeal.urgency is not Urgency.NORMAL:
        marks.append(texts.html(f"appeal-urgency-{appeal.urgency}", language))
    return Markup(" · ").join(map(Markup, (*marks, appeal.code)))


def deadline_text(appeal: Appeal, texts: Texts, language: str, *, now: datetime) -> Markup:
    """Return the appeal's deadline in its own zone, with the days that are left."""
    local = appeal.deadline.astimezone(ZoneInfo(appeal.timezone))
    days = days_left(local, now)
    left = "appeal-closed" if days is None else "appeal-days-left"
    return Markup(
        texts.html(
            "appeal-deadline",
            language,
            until=moment_text(appeal.deadline, appeal, texts, language),
            left=Markup(texts.html(left, language, days=days or 0)),
        )
    )


def moment_text(moment: datetime, appeal: Appeal, texts: Texts, language: str) -> str:
    """Return a moment in the appeal's own zone, without markup: `8 December 2026, 18:00 (Korean Standard Time)`."""
    local = moment.astimezone(ZoneInfo(appeal.timezone))
    day, time, zone = day_text(local.date(), language), local.strftime("%H:%M"), zone_text(local, language)
    return texts.plain("appeal-moment", language, day=day, time=time, zone=zone)
