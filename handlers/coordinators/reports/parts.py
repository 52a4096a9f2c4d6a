"""Of what the signatures of a petition are made, as a picture, and the same in words: channels, countries, links."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from handlers.coordinators.petitions.counting.breakdown import parts_of
from handlers.coordinators.reports.charts import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.coordinators.petitions.counting.breakdown import Part
    from handlers.coordinators.petitions.counting.pace import Going
    from storage.database import Database

SHOWN = ("channels", "countries", "sources")
BARS_MAX = 6  # of each; the rest is one more
NAME_MAX = 24  # characters


async def parts_chart(db: Database, going: Going, *, labels: bool) -> Picture | None:
    """Draw the count taken apart; None if nothing counts. *labels*: whether the reader may see whose a link is."""
    if not going.support.total.all:
        return None
    language = await asyncio.to_thread(_written_language, going.language)
    told = _shown(await parts_of(db, going, labels=labels), going)
    readable = replace(going, language=language)
    drawn = told if language == going.language else _shown(await parts_of(db, readable, labels=labels), readable)
    png = await asyncio.to_thread(_draw, drawn, readable)
    heading = going.say("parts-heading", code=going.appeal.code, total=going.support.total.all)
    return Picture(png, "\n".join((heading, *(_in_words(part, going) for part in told))))


def _shown(parts: Sequence[Part], going: Going) -> tuple[Part, ...]:
    return tuple(replace(part, counts=_fitted(part, going)) for part in parts if part.by in SHOWN)


def _fitted(part: Part, going: Going) -> tuple[tuple[str, int], ...]:
    """Return the largest counts under names that fit, and the rest as one."""
    named = tuple((_short(name), count) for name, count in part.counts[:BARS_MAX])
    rest = sum(count for _, count in part.counts[BARS_MAX:])
    return (*named, (going.texts.plain("parts-others", going.language), rest)) if rest else named


def _short(name: str) -> str:
    return name if len(name) <= NAME_MAX else f"{name[: NAME_MAX - 1]}…"


def _in_words(part: Part, going: Going) -> str:
    counts = (going.texts.plain("statistics-count", going.language, name=name, count=n) for name, n in part.counts)
    return going.say("parts-told", by=part.by, counts=", ".join(counts))


def _written_language(language: str) -> str:
    from handlers.coordinators.reports import drawing  # noqa: PLC0415  # loads matplotlib; this runs in a thread

    return language if drawing.can_write(language) else "en"


def _draw(parts: Sequence[Part], going: Going) -> bytes:
    from handlers.coordinators.reports import ranking  # noqa: PLC0415  # loads matplotlib; this runs in a thread

    language = going.language
    return ranking.draw_rankings(
        going.texts.plain("parts-title", language, code=going.appeal.code),
        [ranking.Ranking(going.texts.plain(f"parts-by-{part.by}", language), part.counts) for part in parts],
        language,
        lambda count: format_decimal(count, locale=language),
    )
