"""Reads the file of tips on a coordinator's machine, strictly and within bounds: who wrote it is not known."""

from __future__ import annotations

import base64
import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from storage.exports.strict_json import read_object
from storage.exports.tip_bundle import (
    ALIAS_MAX,
    FORMAT,
    VERSION,
    Bundle,
    BundledAddition,
    BundledRating,
    BundledTip,
)
from storage.sealing import Recipients, read_recipients
from storage.tips.words import Category, ContentGrade, Label, SourceGrade, TipState, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINES_MAX = 200_000  # tips and additions together
LINE_MAX = 32 * 1024  # bytes; the longest tip for a hundred recipients takes some 20,000
NUMBER_MAX = 1_000_000  # of an epoch, or of an addition
_TAG = re.compile(r"[A-Z0-9]{4}")
_HEADER = {
    "format": str,
    "version": int,
    "made_on": str,
    "count": int,
    "additions": int,
    "epoch": int,
    "recipients": list,
    "digest": str,
}
_TIP = dict.fromkeys(("tag", "category", "urgency", "day", "state", "expires_on", "sealed"), str) | {
    "epoch": int,
    "rating": list,
    "labels": list,
}
_ADDITION = {"tag": str, "number": int, "day": str, "sealed": str}
_Additions = dict[str, list[BundledAddition]]  # by tag


class BadBundle(ValueError):
    """An opened file is not a whole bundle of tips; the message quotes nothing of it."""


def read_bundle(opened: bytes) -> Bundle:
    """Read a bundle whose outer seal has been opened; only a coordinator's own machine does that.

    Raises:
        BadBundle: If any part is missing, surplus, too long or of the wrong kind.
    """
    first, *lines = opened.removesuffix(b"\n").split(b"\n", LINES_MAX + 1)
    try:
        return _bundle(read_object(first, _HEADER, LINE_MAX), lines)
    except ValueError as fault:
        raise BadBundle("this is not a bundle of tips of this version, or a damaged one") from fault


def _bundle(header: dict[str, Any], lines: Sequence[bytes]) -> Bundle:
    count = header["count"]
    recipients = _recipients(header["recipients"])
    promised = (FORMAT, VERSION, count + header["additions"], recipients.digest)
    if count < 0 or promised != (header["format"], header["version"], len(lines), header["digest"]):
        raise ValueError("what follows is not what the first line tells")
    tips = _tips(lines[:count], _additions(lines[count:]))
    return Bundle(date.fromisoformat(header["made_on"]), _number(header["epoch"]), recipients, tips)


def _recipients(lines: Sequence[object]) -> Recipients:
    """Read the recipients; their aliases end up on a terminal, so nothing in them may steer it."""
    if not all(isinstance(line, str) and line.isprintable() for line in lines):
        raise ValueError("a recipient is not a line of text")
    recipients = read_recipients("\n".join(map(str, lines)))
    if len(recipients.members) != len(lines):
        raise ValueError("a line of the recipients names nobody")
    for member in recipients.members:
        _known_alias(member.alias)
    return recipients


def _tips(lines: Sequence[bytes], additions: _Additions) -> tuple[BundledTip, ...]:
    tips = tuple(_tip(line, additions) for line in lines)
    tags = {tip.tag for tip in tips}
    if len(tags) != len(tips) or not tags.issuperset(additions):
        raise ValueError("a tag is there twice, or an addition has no tip")
    return tips


def _tip(line: bytes, additions: _Additions) -> BundledTip:
    fields = read_object(line, _TIP, LINE_MAX)
    tag = _tag(fields["tag"])
    return BundledTip(
        tag=tag,
        category=Category(fields["category"]),
        urgency=Urgency(fields["urgency"]),
        day=date.fromisoformat(fields["day"]),
        state=TipState(fields["state"]),
        epoch=_number(fields["epoch"]),
        expires_on=date.fromisoformat(fields["expires_on"]),
        sealed=base64.b64decode(fields["sealed"], validate=True),
        rating=_rating(fields["rating"]),
        labels=tuple(map(Label, fields["labels"])),
        additions=tuple(additions.get(tag, ())),
    )


def _rating(parts: Sequence[object]) -> BundledRating | None:
    match parts:
        case []:
            return None
        case [str(source), str(content), str(rated_by), str(agreed_by)] if len(content) == 1:
            return BundledRating(
                SourceGrade(source), ContentGrade(int(content)), _known_alias(rated_by), _known_alias(agreed_by)
            )
        case _:
            raise ValueError("this is not a rating")


def _additions(lines: Iterable[bytes]) -> _Additions:
    additions: _Additions = defaultdict(list)
    for line in lines:
        fields = read_object(line, _ADDITION, LINE_MAX)
        sealed = base64.b64decode(fields["sealed"], validate=True)
        day = date.fromisoformat(fields["day"])
        additions[_tag(fields["tag"])].append(BundledAddition(_number(fields["number"]), day, sealed))
    return additions


def _tag(text: str) -> str:
    if not _TAG.fullmatch(text):
        raise ValueError("this is not a tag")
    return text


def _number(number: int) -> int:
    if not 0 < number <= NUMBER_MAX:
        raise ValueError("this number is out of range")
    return number


def _known_alias(text: str) -> str:
    if len(text) > ALIAS_MAX or not text.isprintable():
        raise ValueError("this is not an alias")
    return text
