"""The checked values that appeals are made of: codes, language tags, countries, zones, dates, addresses."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

# Two further limits of Telegram hold for a code: 64 bytes of a button and 64 characters of a deep link.
CODE_MAX = 24  # characters
KEY_MAX = 40  # characters; it fits into a button
LINE_MAX = 200  # characters of a name, an office or a label
COUNT_MAX = 1_000_000_000
AGE_MIN, AGE_MAX = 14, 21  # years; below the first, Korean law asks a guardian (PIPA art. 22-2)

Chosen = TypeVar("Chosen")

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}(-[A-Z0-9]{1,8}){1,3}")
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
# Babel lists regions that are no country of ISO 3166-1: islands reserved by post and pseudo-regions.
_NO_COUNTRY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})


def _code(text: str) -> str:
    if len(text) > CODE_MAX or not _CODE.fullmatch(text):
        raise PydanticCustomError("code-form", "not the code of an appeal")
    return text


def _key(text: str) -> str:
    if len(text) > KEY_MAX or not _KEY.fullmatch(text):
        raise PydanticCustomError("key-form", "not the key of an entry")
    return text


def _language(tag: str) -> str:
    # Chinese without its script would leave open which of two scripts a reader gets.
    if tag == "zh" or not _TAG.fullmatch(tag):
        raise PydanticCustomError("unknown-language", "not a language tag")
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise PydanticCustomError("unknown-language", "no such language") from None
    return tag


@cache
def countries() -> frozenset[str]:
    """Return the codes of ISO 3166-1 alpha-2."""
    regions = Locale.parse("en").territories
    return frozenset(code for code in map(str, regions) if re.fullmatch("[A-Z]{2}", code)) - _NO_COUNTRY


def _country(code: str) -> str:
    if code not in countries():
        raise PydanticCustomError("unknown-country", "not a country of ISO 3166-1")
    return code


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _zone(name: str) -> str:
    if name not in _zones():
        raise PydanticCustomError("unknown-timezone", "not a zone of the IANA database")
    return name


def _partial_date(text: str) -> str:
    try:
        first_day(text)
    except ValueError:
        raise PydanticCustomError("date-form", "not a year, month or day") from None
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise PydanticCustomError("email-form", "not an e-mail address")
    return text


def _link(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s<>\"]", text):
        raise PydanticCustomError("link-form", "not a web address")
    return text


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


def _age(years: int) -> int:
    if not AGE_MIN <= years <= AGE_MAX:
        raise PydanticCustomError("age-form", "not an age that can be asked for")
    return years


def _each_once(values: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    if len(set(values)) < len(values):
        raise PydanticCustomError("duplicate", "something is listed twice")
    return values


def first_day(partial: str) -> date:
    """Return the first day of a date that may lack its day or month, such as `2013-06`.

    Raises:
        ValueError: If it is none.
    """
    found = _PARTIAL.fullmatch(partial)
    if found is None:
        raise ValueError("not a year, month or day")
    year, month, day = found.groups()
    return date(int(year), int(month or 1), int(day or 1))


Code = Annotated[str, AfterValidator(_code)]
Language = Annotated[str, AfterValidator(_language)]
Country = Annotated[str, AfterValidator(_country)]
Zone = Annotated[str, AfterValidator(_zone)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Email = Annotated[str, Field(max_length=LINE_MAX), AfterValidator(_email)]
Link = Annotated[str, Field(max_length=500), AfterValidator(_link)]
Key = Annotated[str, AfterValidator(_key)]
"""By which sheets name an entry of a register."""
Year = Annotated[int, Field(ge=1900, le=2200)]
Count = Annotated[int, Field(gt=0, le=COUNT_MAX)]
Age = Annotated[int, AfterValidator(_age)]
Line = Annotated[str, Field(min_length=1, max_length=LINE_MAX), AfterValidator(_on_one_line)]
"""Ends of lines within it are read as spaces."""
Words = Annotated[Mapping[Language, Line], Field(min_length=1)]
Several = Annotated[tuple[Chosen, ...], Field(min_length=1), AfterValidator(_each_once)]
"""A choice of at least one, none of them twice."""
