"""Reads what stands within a seal, a tip or an addition to one, as strictly as any other file of a stranger."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from storage.exports.strict_json import read_object
from storage.sealing import PADDED_SIZES, TipContent
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")  # a tag of BCP 47, as far as we need to know
_TEXTS = ("text", "place_note", "language", "written_at", "from_day", "to_day", "reply_recipient", "format")
_WORDS = ("category", "urgency", "area", "people", "when", "precision", "how_known")
_CHOICES = ("may_share_with_partners", "wishes_contact", "may_publish", "may_send_to_un")
_TIP = dict.fromkeys(_TEXTS + _WORDS, str) | dict.fromkeys(_CHOICES, bool) | {"version": int}
_ADDITION = dict.fromkeys(("format", "text", "language", "written_at"), str) | {"version": int}


@dataclass(frozen=True)
class AdditionContent:
    """What somebody with the receipt added to a tip."""

    text: str = field(repr=False)
    language: str
    written_at: datetime


def read_tip(plaintext: bytes) -> TipContent:
    """Return the tip that was sealed.

    Raises:
        ValueError: If it is not one, or one of another version.
    """
    fields = read_object(plaintext, _TIP, PADDED_SIZES[-1])
    _check_kind(fields, "clarion-tip")
    return TipContent(
        text=fields["text"],
        category=Category(fields["category"]),
        urgency=Urgency(fields["urgency"]),
        area=Area(fields["area"]),
        place_note=fields["place_note"],
        people=People(fields["people"]),
        when=When(fields["when"]),
        precision=Precision(fields["precision"]),
        from_day=_day(fields["from_day"]),
        to_day=_day(fields["to_day"]),
        how_known=HowKnown(fields["how_known"]),
        language=_language(fields["language"]),
        written_at=_moment(fields["written_at"]),
        reply_recipient=fields["reply_recipient"],
        may_publish=fields["may_publish"],
        may_send_to_un=fields["may_send_to_un"],
        may_share_with_partners=fields["may_share_with_partners"],
        wishes_contact=fields["wishes_contact"],
    )


def read_addition(plaintext: bytes) -> AdditionContent:
    """Return the addition that was sealed.

    Raises:
        ValueError: If it is not one, or one of another version.
    """
    fields = read_object(plaintext, _ADDITION, PADDED_SIZES[-1])
    _check_kind(fields, "clarion-addition")
    return AdditionContent(fields["text"], _language(fields["language"]), _moment(fields["written_at"]))


def _check_kind(fields: dict[str, object], form: str) -> None:
    if (fields["format"], fields["version"]) != (form, 1):
        raise ValueError("something else, or another version, was sealed")


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError("this is not a language")
    return tag


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("the time has no zone")
    return moment
