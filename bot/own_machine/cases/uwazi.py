"""Writes confirmed tips as a ZIP file that Uwazi imports: what partners may check, without any place but the country.

Headings are names of properties in a template of Uwazi's, dates are `YYYY-MM-DD`, ranges have a colon and several
values a bar between them. Values of a thesaurus are words in the collection's own language, with HURIDOCS codes beside.
"""

from __future__ import annotations

import asyncio
import codecs
import io
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from bot.own_machine.cases.facts import date_text, is_confirmed, is_set_aside
from handlers.countries import country_name
from handlers.harmless import harmless
from storage.exports.formats.csv import write_csv
from storage.exports.formats.tables import Table
from storage.tips.words import Label, People

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from bot.own_machine.opening import OpenedTip
    from handlers.texts import Texts
    from storage.exports.formats.tables import Cell

ENTRY = "import.csv"
"""What Uwazi looks for at the top of the ZIP file."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP file can tell
_CONCERNS = (Label.CHILDREN, Label.MEDICAL)
_REFERENCE_DIGITS = 12  # of the digest: the tag would lead to the digest letters and the receipt
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-[a-z0-9]{2,8})*", re.IGNORECASE)
"""BCP 47: language, script, region, and what follows."""


class LeftOut(StrEnum):
    """Why a tip is not in the file."""

    NOT_CONFIRMED = "not confirmed"
    NO_CONSENT = "not agreed to be shared with partners"
    SET_ASIDE = "labelled as a duplicate or as no tip"


@dataclass(frozen=True)
class UwaziImport:
    """A file for Uwazi, and what is not in it.

    Attributes:
        with_text: How many of its tips are with their text.
    """

    content: bytes
    tips: int
    left_out: Mapping[LeftOut, int]
    with_text: int


def write_uwazi(
    tips: Iterable[OpenedTip], texts: Texts, languages: Sequence[str], *, with_text: bool = False
) -> UwaziImport:
    """Write the tips that may go to partners.

    The first of *languages* is the collection's own; with more of them each has a column of titles. The same tips make
    the same file. A text that may be published is in it only *with_text*: it is as it was written, and may name people.
    """
    chosen: list[OpenedTip] = []
    left_out = Counter[LeftOut]()
    for tip in sorted(tips, key=_reference):
        if why := _why_left_out(tip):
            left_out[why] += 1
        else:
            chosen.append(tip)
    told = {_reference(tip) for tip in chosen if with_text and tip.content.may_publish}
    table = _csv(chosen, _titles(texts, languages) | _properties(texts, languages[0]) | _texts_of(told))
    return UwaziImport(_zip(table), len(chosen), left_out, len(told))


def _why_left_out(tip: OpenedTip) -> LeftOut | None:
    if not is_confirmed(tip):
        return LeftOut.NOT_CONFIRMED
    if not tip.content.may_share_with_partners:
        return LeftOut.NO_CONSENT
    return LeftOut.SET_ASIDE if is_set_aside(tip) else None


def _zip(table: bytes) -> bytes:
    """Pack the table without anything that differs from one day or machine to the next."""
    entry = ZipInfo(ENTRY, _LONG_AGO)
    entry.create_system = 3
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(entry, table)
    return out.getvalue()


def _csv(tips: Sequence[OpenedTip], cells: Mapping[str, Callable[[OpenedTip], Cell]]) -> bytes:
    rows = [tuple(cell(tip) for cell in cells.values()) for tip in tips]
    out = io.BytesIO()
    asyncio.run(write_csv(Table(ENTRY, tuple(cells), rows), out))
    return out.getvalue().removeprefix(codecs.BOM_UTF8)  # which would become a part of the first heading


def _titles(texts: Texts, languages: Sequence[str]) -> dict[str, Callable[[OpenedTip], Cell]]:
    """Return the columns of titles; Uwazi refuses a property that stands there both with and without a language."""

    def title_in(language: str) -> Callable[[OpenedTip], Cell]:
        return lambda tip: " · ".join(filter(None, _title(tip, texts, language)))

    if len(languages) == 1:
        return {"title": title_in(languages[0])}
    return {f"title__{language}": title_in(language) for language in languages}


def _title(tip: OpenedTip, texts: Texts, language: str) -> tuple[str, str, str]:
    category = texts.plain(f"tip-category-{tip.content.category}", language)
    return category, _country(tip, language), date_text(tip.content, texts, language)


def _properties(texts: Texts, language: str) -> dict[str, Callable[[OpenedTip], Cell]]:
    def word(key: str) -> str:
        return texts.plain(key, language)

    return {
        "reference": _reference,
        "category": lambda tip: word(f"tip-category-{tip.content.category}"),
        "type_of_act_code": lambda tip: tip.content.category.huridocs,
        "country": lambda tip: _country(tip, language),
        "people": lambda tip: "" if tip.content.people is People.UNKNOWN else word(f"tip-people-{tip.content.people}"),
        "occurred": _range,
        "date_type": lambda tip: word(f"tip-exports-date-{tip.content.precision}"),
        "date_type_code": lambda tip: tip.content.precision.huridocs,
        "concerns": lambda tip: "|".join(word(f"tip-exports-concern-{one}") for one in _CONCERNS if one in tip.labels),
        "source_connection": lambda tip: word(f"tip-exports-source-{tip.content.how_known}"),
        "source_connection_code": lambda tip: tip.content.how_known.huridocs,
        "reliability": lambda tip: word(f"tip-exports-reliability-{tip.source}"),
        "reliability_code": lambda tip: tip.source.huridocs,
        "violation_status": lambda tip: word(f"tip-exports-status-{tip.grade}"),
        "violation_status_code": lambda tip: tip.grade.huridocs,
        "priority": lambda tip: word(f"tip-exports-priority-{tip.content.urgency}"),
        "priority_code": lambda tip: tip.content.urgency.huridocs,
    }


def _texts_of(told: Collection[str]) -> dict[str, Callable[[OpenedTip], Cell]]:
    """Return the columns of texts, which are empty but for the tips with these references."""
    return {
        "text": lambda tip: harmless(tip.content.text) if _reference(tip) in told else "",
        "text_language": lambda tip: _language_tag(tip.content.language) if _reference(tip) in told else "",
    }


def _language_tag(told: str) -> str:
    """Return the tag of a language, or nothing where a stranger's program wrote something else there."""
    return told if _LANGUAGE_TAG.fullmatch(told) else ""


def _reference(tip: OpenedTip) -> str:
    return tip.sealed_sha256[:_REFERENCE_DIGITS]


def _country(tip: OpenedTip, language: str) -> str:
    code = tip.content.area.country
    return country_name(code, language) if code else ""


def _range(tip: OpenedTip) -> str:
    """Return the days between which it happened; an end that is not known stays empty."""
    first, last = tip.content.from_day, tip.content.to_day
    return f"{first or ''}:{last or ''}" if first or last else ""
