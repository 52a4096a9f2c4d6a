"""The columns that a list of names may have, as people head them in English and Korean; there are no others."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Column(StrEnum):
    """What a list can say of a signature."""

    NAME = "name"
    COUNTRY = "country"
    CITY = "city"
    EMAIL = "email"
    UPDATES = "updates"
    HAND_OVER = "hand_over"
    REFERENCE = "reference"


class ListFault(StrEnum):
    """Why a file cannot be read as a list of names; the words are the ends of the texts that say so."""

    TOO_LARGE = "too-large"
    NOT_A_LIST = "not-a-list"
    NOT_UTF8 = "not-utf8"
    EMPTY = "empty"
    TOO_MANY_ROWS = "too-many-rows"
    NO_NAME_COLUMN = "no-name-column"
    UNKNOWN_COLUMN = "unknown-column"
    COLUMN_TWICE = "column-twice"


class BadList(ValueError):
    """A file is not a list of names that we take.

    Attributes:
        heading: Of the column that is at fault, if one is.
    """

    def __init__(self, fault: ListFault, heading: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.heading = heading


_HEADINGS = {
    Column.NAME: ("name", "fullname", "이름", "성명", "성함"),
    Column.COUNTRY: ("country", "국가", "나라"),
    Column.CITY: ("city", "town", "도시", "지역"),
    Column.EMAIL: ("email", "emailaddress", "이메일", "전자우편", "메일"),
    Column.UPDATES: ("updates", "소식", "소식받기", "소식수신"),
    Column.HAND_OVER: ("handover", "전달", "전달동의", "이름전달", "이름전달동의"),
    Column.REFERENCE: ("reference", "ref", "참조", "참조번호"),
}
_BY_HEADING = {heading: column for column, headings in _HEADINGS.items() for heading in headings}
_BETWEEN = re.compile(r"[\s_\-./()]+")


def column_of(heading: str) -> Column | None:
    """Return the column that a heading names, however it is spaced and whatever its case."""
    return _BY_HEADING.get(_BETWEEN.sub("", heading).casefold())


def columns_of(headings: Sequence[str]) -> tuple[Column | None, ...]:
    """Return the columns that the first line of a list names; None: one without heading, which must stay empty.

    Raises:
        BadList: If there is none for names, one that we do not take, or one twice.
    """
    columns = tuple(column_of(heading) if heading else None for heading in headings)
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        if heading and column is None:
            raise BadList(ListFault.UNKNOWN_COLUMN, heading)
        if column is not None and column in columns[:place]:
            raise BadList(ListFault.COLUMN_TWICE, heading)
    if Column.NAME not in columns:
        raise BadList(ListFault.NO_NAME_COLUMN)
    return columns
