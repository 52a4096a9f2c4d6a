"""What the charts show, and the same in words for those who cannot see the picture.

A broadcast: its letters over time, and the signatures given since it began. A petition: all of its signatures, over
time and by day.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_skeleton
from babel.numbers import format_decimal

from handlers.coordinators.reports.progress import code_text
from handlers.dates import day_text, zone_text
from storage.appeals.records import find_appeal
from storage.letters.broadcasts.planning import BroadcastKind
from storage.letters.reports.course import Course, Curve, course, signatures_since
from storage.petitions.counting.pace import count_days

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from handlers.coordinators.reports.drawing import Bars, Drawing, Line, Panel
    from handlers.texts import Texts, Value
    from storage.database import Database
    from storage.letters.reports.progress import Progress

PICTURE = "chart.png"
HOURS_AXIS = 36 * 3_600  # seconds; a longer axis shows days
SECONDS_AXIS = 240  # seconds; a shorter axis shows them
SHORTEST = timedelta(minutes=1)  # of an axis
DAYS_MIN = 3  # from which on a count by day says more than the curve


@dataclass(frozen=True)
class Reader:
    """For whom a chart is made, and when; its times are told in the zone of *now*."""

    texts: Texts
    language: str
    now: datetime

    def say(self, key: str, **values: Value) -> str:
        """Return a text as HTML, for the caption."""
        return self.texts.html(key, self.language, **values)

    def local(self, at: int) -> datetime:
        """Return seconds since 1970 as a moment in the zone."""
        return datetime.fromtimestamp(at, self.now.tzinfo)

    def moment(self, at: datetime) -> str:
        """Return a local moment as words."""
        day = day_text(at.date(), self.language)
        return self.texts.plain("reports-moment", self.language, day=day, time=at.strftime("%H:%M"))


@dataclass(frozen=True)
class Picture:
    """A chart as PNG, with a caption in HTML that tells what it shows."""

    png: bytes
    caption: str


async def broadcast_chart(db: Database, progress: Progress, reader: Reader) -> Picture:
    """Draw how the broadcast's letters arrived and, where its appeal asks for them, how signatures came since."""
    sent = await course(db, progress.broadcast)
    signed = await _signatures(db, progress)
    since = reader.local(progress.starts_at)
    until = reader.local(progress.ended_at) if progress.ended_at else reader.now
    caption = [_heading(progress, reader), _letters_in_words(sent, progress, reader)]
    if signed is not None:
        caption.append(_signatures_in_words("reports-signed-since", signed, reader))
    caption.append(reader.say("reports-zone", zone=zone_text(since, reader.language)))
    png = await asyncio.to_thread(_draw_broadcast, progress, sent, signed, (since, until), reader)
    return Picture(png, "\n".join(caption))


async def signatures_chart(db: Database, code: str, reader: Reader) -> Picture | None:
    """Draw how the signatures of a petition came from the first one on; None if there is none."""
    signed = await signatures_since(db, code, 0)
    if not signed:
        return None
    first = reader.local(signed[0].at)
    by_day = (await count_days(db, code)).by_day
    caption = [reader.say("reports-petition", code=code), _signatures_in_words("reports-signed", signed, reader)]
    if len(by_day) >= DAYS_MIN:
        caption.append(_busiest_in_words(by_day, reader))
    caption.append(reader.say("reports-zone", zone=zone_text(first, reader.language)))
    png = await asyncio.to_thread(_draw_petition, code, signed, by_day, reader)
    return Picture(png, "\n".join(caption))


async def _signatures(db: Database, progress: Progress) -> Curve | None:
    """Return the signatures since the sending began, if the broadcast carries what can be signed."""
    if progress.code is None or progress.kind in {BroadcastKind.RECALL, BroadcastKind.NEWS}:
        return None
    stored = await find_appeal(db, progress.code)
    return await signatures_since(db, progress.code, progress.starts_at) if stored.appeal.kind.asks else None


def _heading(progress: Progress, reader: Reader) -> str:
    code = code_text(progress, reader.texts, reader.language)
    return reader.say("reports-heading", kind=progress.kind, code=code)


def _letters_in_words(sent: Course, progress: Progress, reader: Reader) -> str:
    values: dict[str, Value] = {
        "kind": progress.kind,
        "letters": progress.letters,
        "lost": _total(sent.undelivered),
    }
    if not sent.delivered:
        return reader.say("reports-none-delivered", **values)
    return reader.say(
        "reports-delivered", delivered=_total(sent.delivered), **_milestones(sent.delivered, reader), **values
    )


def _signatures_in_words(key: str, signed: Curve, reader: Reader) -> str:
    if not signed:
        return reader.say("reports-none-signed")
    return reader.say(key, signatures=_total(signed), **_milestones(signed, reader))


def _busiest_in_words(by_day: Mapping[date, int], reader: Reader) -> str:
    day, count = max(by_day.items(), key=lambda one: one[1])
    return reader.say("reports-busiest-day", day=day_text(day, reader.language), count=count)


def _milestones(curve: Curve, reader: Reader) -> dict[str, Value]:
    """Return by when half of all had come, and by when the last one had: on the same day, its time is enough."""
    half = reader.local(next(point.at for point in curve if point.total * 2 >= _total(curve)))
    last = reader.local(curve[-1].at)
    same_day = half.date() == last.date()
    return {"half": reader.moment(half), "last": last.strftime("%H:%M") if same_day else reader.moment(last)}


def _total(curve: Curve) -> int:
    return curve[-1].total if curve else 0


def _draw_broadcast(
    progress: Progress, sent: Course, signed: Curve | None, span: tuple[datetime, datetime], reader: Reader
) -> bytes:
    words, kind = _Labels(reader), progress.kind
    lines = [words.line("reports-line-delivered", sent.delivered, kind=kind)]
    if sent.undelivered:
        lines.append(words.line("reports-line-undelivered", sent.undelivered, kind=kind))
    panels = [words.panel("letters", lines, *span, kind=kind)]
    if signed is not None:
        line = words.line("reports-line-signatures", signed)
        panels.append(words.panel("signatures", [line], span[0], reader.now))
    code = code_text(progress, reader.texts, reader.language)
    return words.drawn("reports-title", panels, kind=kind, code=code)


def _draw_petition(code: str, signed: Curve, by_day: Mapping[date, int], reader: Reader) -> bytes:
    words, first = _Labels(reader), reader.local(signed[0].at)
    panels = [words.panel("petition", [words.line("reports-line-signatures", signed)], first, reader.now)]
    if len(by_day) >= DAYS_MIN:
        midnights = [datetime.combine(day, time(), reader.now.tzinfo) for day in by_day]
        bars = words.bars("reports-line-days", list(zip(midnights, by_day.values(), strict=True)))
        panels.append(words.panel("days", [bars], midnights[0], midnights[-1] + timedelta(days=1)))
    return words.drawn("reports-title-petition", panels, code=code)


class _Labels:
    """The words within a picture, in the reader's language as far as this machine has a font for it."""

    def __init__(self, reader: Reader) -> None:
        from handlers.coordinators.reports import drawing  # noqa: PLC0415  # loads matplotlib; this runs in a thread

        self._drawing = drawing
        self._reader = reader
        self._language = reader.language if drawing.can_write(reader.language) else "en"

    def line(self, key: str, curve: Curve, **values: Value) -> Line:
        points = [(self._reader.local(point.at), point.total) for point in curve]
        return self._drawing.Line(self._label(key, count=_total(curve), **values), points)

    def bars(self, key: str, counts: Sequence[tuple[datetime, int]]) -> Bars:
        return self._drawing.Bars(self._label(key, most=max(count for _, count in counts)), counts)

    def panel(self, key: str, lines: Sequence[Line | Bars], since: datetime, until: datetime, **values: Value) -> Panel:
        last = max((moment for line in lines for moment, _ in line.points), default=since)
        return self._drawing.Panel(
            self._label(f"reports-panel-{key}", **values),
            self._label(f"reports-axis-{key}", **values),
            lines,
            since,
            max(until, last, since + SHORTEST),
        )

    def drawn(self, title: str, panels: Sequence[Panel], **values: Value) -> bytes:
        since = panels[0].since
        day, zone = day_text(since.date(), self._language), zone_text(since, self._language)
        picture: Drawing = self._drawing.Drawing(
            self._label(title, day=day, **values),
            panels,
            self._label("reports-time-axis", zone=zone),
            self._tick,
            lambda count: format_decimal(count, locale=self._language),
        )
        return self._drawing.draw(picture, self._language)

    def _tick(self, moment: datetime, axis: float) -> str:
        if axis <= HOURS_AXIS:
            return moment.strftime("%H:%M:%S" if axis < SECONDS_AXIS else "%H:%M")
        day = format_skeleton("MMMd", moment.date(), locale="en_GB" if self._language == "en" else self._language)
        return day if (moment.hour, moment.minute) == (0, 0) else f"{day}\n{moment:%H:%M}"

    def _label(self, key: str, **values: Value) -> str:
        return self._reader.texts.plain(key, self._language, **values)
