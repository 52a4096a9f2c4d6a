"""A moment of the calendar in words: one line of a list, everything that is known of it, its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from handlers.dates import day_text, zone_text
from handlers.texts import Markup
from storage.calendar.kinds import MomentKind

if TYPE_CHECKING:
    from handlers.appeals.happenings import Names
    from storage.calendar.coming import Moment, When

LINE = Markup("\n")


def when_text(when: When, names: Names) -> Markup:
    """Return the day, and the hour where it is known, by the clocks of the moment's own zone."""
    day = day_text(when.at.date(), names.language)
    return names.say("calendar-when", day=day, hour=_hour(when, names)) if when.hour_known else Markup(escape(day))


def moment_line(moment: Moment, names: Names) -> Markup:
    """Return what a list says of a moment, under its day."""
    name = Markup("• {}").format(names.its(moment.name))
    hour = [Markup(escape(_hour(moment.when, names)))] if moment.when.hour_known else []
    return LINE.join((name, *hour, *_circumstances(moment, names)))


def moment_text(moment: Moment, names: Names) -> Markup:
    """Return everything that is known of a moment."""
    name = Markup("<b>{}</b>").format(names.its(moment.name))
    return LINE.join((name, when_text(moment.when, names), *_circumstances(moment, names)))


def _hour(when: When, names: Names) -> str:
    time = when.at.strftime("%H:%M")
    return names.texts.plain("calendar-clock", names.language, time=time, zone=zone_text(when.at, names.language))


def _circumstances(moment: Moment, names: Names) -> list[Markup]:
    lines = []
    if moment.place:
        lines.append(names.say("calendar-place", place=names.its(moment.place)))
    if moment.kind is not MomentKind.OTHER:
        lines.append(names.say(f"calendar-kind-{moment.kind}"))
    if moment.kind is MomentKind.ACTION and moment.public:
        lines.append(names.say("calendar-coming", count=moment.coming))
    if not moment.public:
        lines.append(names.say("calendar-internal"))
    return lines
