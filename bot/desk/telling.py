"""Says days, moments, numbers and lines of a timeline on a page, in the visitor's language and the house's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import format_decimal

from bot.desk.telegram_html import shown_html
from handlers.appeals.happenings import Names, happening_line, names_for
from handlers.dates import day_text, fact_date_text

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from handlers.texts import Value
    from storage.timeline.story import Happening


@dataclass(frozen=True)
class StoryLine:
    """A line of a timeline; `scan` is the row of the entry, if a scan is kept with it."""

    words: Markup
    appeal: str | None
    scan: int | None


@dataclass(frozen=True)
class Teller:
    """How things are said to one visitor."""

    desk: Desk
    language: str

    def label(self, key: str, **values: Value) -> str:
        """Return a text without markup."""
        return self.desk.texts.plain(key, self.language, **values)

    def number(self, count: int) -> str:
        """Return a number with its groups of thousands."""
        return str(format_decimal(count, locale=self.language))

    def day(self, day: date | str) -> str:
        """Return a day; a text is one as exactly as it is known, such as `2013-06`."""
        return fact_date_text(day, self.language) if isinstance(day, str) else day_text(day, self.language)

    def local_day(self, at: datetime) -> str:
        """Return the house's day of a moment."""
        return self.day(at.astimezone(self.desk.policy.timezone).date())

    def moment(self, at: datetime) -> str:
        """Return a moment in the house's zone."""
        local = at.astimezone(self.desk.policy.timezone)
        return self.label("reports-moment", day=self.day(local.date()), time=f"{local:%H:%M}")

    def at(self, seconds: int) -> str:
        """Return a moment given in seconds since 1970."""
        return self.moment(datetime.fromtimestamp(seconds, UTC))

    def tongue(self, tag: str) -> str:
        """Return the name of a language."""
        return Locale.parse(tag, sep="-").get_display_name(self.language) or tag

    def shown(self, telegram_html: str) -> Markup:
        """Return Telegram's HTML as that of a page."""
        return shown_html(telegram_html, self.label("desk-hidden"))

    def line(self, happening: Happening, names: Names) -> StoryLine:
        """Return a line of a timeline."""
        entry = happening.entry
        scan = entry.id if entry is not None and entry.has_file else None
        return StoryLine(self.shown(happening_line(happening, names)), happening.appeal, scan)

    async def names(self) -> Names:
        """Return what codes and keys in lines of a timeline are called."""
        return await names_for(self.desk.services, self.language)


def teller(desk: Desk, visitor: Visitor) -> Teller:
    """Return how things are said to this visitor."""
    return Teller(desk, visitor.language)
