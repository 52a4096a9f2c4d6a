"""The lines of a list of names, cleaned as a signer's own words are, or why one of them is no signature."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from handlers.countries import find_country
from handlers.supporters.signing.names import NameFault, read_name
from storage.appeals.values import Email
from storage.petitions.batches.columns import Column
from storage.petitions.batches.names import ListedName
from storage.petitions.batches.reading import read_list
from storage.petitions.signatures.records import UNKNOWN_COUNTRY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.petitions.batches.reading import ListedRow, RowFault

YES = frozenset({"yes", "y", "true", "1", "o", "○", "✓", "✔", "예", "네", "동의"})
NO = frozenset({"no", "n", "false", "0", "아니요", "아니오", "미동의"})

_EMAIL: TypeAdapter[str] = TypeAdapter(Email)


class LineFault(StrEnum):
    """What of a line cannot stand under a petition; the words are the ends of the texts that say so."""

    NAME_EMPTY = "name-empty"
    NAME_TOO_LONG = "name-too-long"
    NAME_LINK = "name-link"
    COUNTRY = "country"
    CITY = "city"
    EMAIL = "email"
    UPDATES = "updates"
    HAND_OVER = "hand-over"


@dataclass(frozen=True)
class RefusedLine:
    """A line that is not entered."""

    line: int
    fault: LineFault | RowFault


@dataclass(frozen=True)
class ReadList:
    """A list as far as it can be entered, and what of it cannot."""

    names: tuple[ListedName, ...]
    refused: tuple[RefusedLine, ...]


class _Refused(Exception):
    def __init__(self, fault: LineFault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_names(content: bytes) -> ReadList:
    """Read a whole list; takes a second for ten thousand lines, so not for the event loop.

    Raises:
        BadList: If the file is not a list of names that we take.
    """
    names, refused = [], []
    for row in read_list(content):
        try:
            if row.fault is not None:
                refused.append(RefusedLine(row.line, row.fault))
            else:
                names.append(_name(row))
        except _Refused as refusal:
            refused.append(RefusedLine(row.line, refusal.fault))
    return ReadList(tuple(names), tuple(refused))


def _name(row: ListedRow) -> ListedName:
    cells = row.cells
    updates = _said(cells, Column.UPDATES, LineFault.UPDATES, otherwise=False)
    email = cells.get(Column.EMAIL)
    return ListedName(
        name=_read_name(cells.get(Column.NAME, "")),
        country=_country(cells.get(Column.COUNTRY, "")),
        city=_city(cells.get(Column.CITY, "")),
        email=_address(email) if email and updates else None,
        updates=updates and bool(email),
        hand_over=_said(cells, Column.HAND_OVER, LineFault.HAND_OVER, otherwise=False),
        reference=_one_line(cells.get(Column.REFERENCE, "")) or None,
        line=row.line,
    )


def _read_name(text: str) -> str:
    name = read_name(text)
    if isinstance(name, NameFault):
        raise _Refused(LineFault(f"name-{name}"))
    return name


def _country(text: str) -> str:
    given = text.upper() not in {"", UNKNOWN_COUNTRY}
    country = find_country(text) if given else UNKNOWN_COUNTRY
    if country is None:
        raise _Refused(LineFault.COUNTRY)
    return country


def _city(text: str) -> str | None:
    city = read_name(text) if text else None
    if isinstance(city, NameFault):
        raise _Refused(LineFault.CITY)
    return city


def _address(text: str) -> str:
    try:
        return _EMAIL.validate_python(text)
    except ValidationError as error:
        raise _Refused(LineFault.EMAIL) from error


def _said(cells: Mapping[Column, str], column: Column, fault: LineFault, *, otherwise: bool) -> bool:
    """Return what the cell says; a consent is never guessed."""
    word = unicodedata.normalize("NFKC", cells.get(column, "")).casefold()
    if word in YES or word in NO:
        return word in YES
    if word:
        raise _Refused(fault)
    return otherwise


def _one_line(text: str) -> str:
    seen = (char for char in unicodedata.normalize("NFC", text) if not unicodedata.category(char).startswith("C"))
    return " ".join("".join(seen).split())
