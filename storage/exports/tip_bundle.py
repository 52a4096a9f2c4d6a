"""The file in which sealed tips travel to a coordinator's machine: JSON lines, sealed once more as a whole.

The first line says what the file is and to whom tips are sealed now; then comes a line for each tip, with what the
server knows in clear and the sealed tip itself, which no server can open; then one for each addition to a tip.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.exports.age import seal_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from storage.sealing import Recipient, Recipients
    from storage.tips.keys.epochs import Epoch
    from storage.tips.words import Category, ContentGrade, Label, SourceGrade, TipState, Urgency

FORMAT, VERSION = "clarion-tips", 2
ALIAS_MAX = 64  # characters


@dataclass(frozen=True)
class BundledRating:
    """What coordinators think of a tip, and who: their aliases."""

    source: SourceGrade
    content: ContentGrade
    rated_by: str
    agreed_by: str
    """Another one; empty: nobody has agreed yet."""


@dataclass(frozen=True)
class BundledAddition:
    """What the tipster wrote later, as the server keeps it."""

    number: int
    day: date
    sealed: bytes


@dataclass(frozen=True)
class BundledTip:
    """One tip as the server keeps it."""

    tag: str
    category: Category
    urgency: Urgency
    day: date
    state: TipState
    epoch: int
    expires_on: date
    sealed: bytes
    rating: BundledRating | None = None
    labels: tuple[Label, ...] = ()
    additions: tuple[BundledAddition, ...] = ()


@dataclass(frozen=True)
class Bundle:
    made_on: date
    epoch: int
    recipients: Recipients
    """To whom tips are sealed from now on; what an earlier epoch sealed had others."""
    tips: tuple[BundledTip, ...]


def bundle_name(made_on: date, part: int | None = None) -> str:
    """Return the name of the file, such as `tips-2026-11-22.age`, or `tips-2026-11-22-1.age` of its first part."""
    return f"tips-{made_on.isoformat()}{'' if part is None else f'-{part}'}.age"


def write_bundle(tips: Sequence[BundledTip], epoch: Epoch, made_on: date) -> bytes:
    """Write the tips as one file, sealed to the recipients of the current epoch."""
    additions = [addition_line(tip.tag, addition) for tip in tips for addition in tip.additions]
    first = first_line(epoch, made_on, tips=len(tips), additions=len(additions))
    return seal_file(b"".join([first, *map(tip_line, tips), *additions]), epoch.recipients)


def first_line(epoch: Epoch, made_on: date, *, tips: int, additions: int) -> bytes:
    """Return the line that says what the file is, and how many lines of both kinds follow."""
    return _line(
        {
            "format": FORMAT,
            "version": VERSION,
            "made_on": made_on.isoformat(),
            "count": tips,
            "additions": additions,
            "epoch": epoch.number,
            "recipients": [_recipient_line(member) for member in epoch.recipients.members],
            "digest": epoch.recipients.digest,
        }
    )


def _recipient_line(member: Recipient) -> str:
    return f"{member.public} # {_alias(member.alias)}"


def tip_line(tip: BundledTip) -> bytes:
    """Return the line of a tip, without its additions."""
    return _line(
        {
            "tag": tip.tag,
            "category": tip.category,
            "urgency": tip.urgency,
            "day": tip.day.isoformat(),
            "state": tip.state,
            "expires_on": tip.expires_on.isoformat(),
            "epoch": tip.epoch,
            "rating": _rating_parts(tip.rating),
            "labels": list(tip.labels),
            "sealed": base64.b64encode(tip.sealed).decode(),
        }
    )


def _rating_parts(rating: BundledRating | None) -> list[str]:
    if rating is None:
        return []
    return [rating.source, str(rating.content), _alias(rating.rated_by), _alias(rating.agreed_by)]


def addition_line(tag: str, addition: BundledAddition) -> bytes:
    """Return the line of an addition to the tip with this tag."""
    return _line(
        {
            "tag": tag,
            "number": addition.number,
            "day": addition.day.isoformat(),
            "sealed": base64.b64encode(addition.sealed).decode(),
        }
    )


def _line(fields: dict[str, Any]) -> bytes:
    return f"{json.dumps(fields)}\n".encode()


def _alias(text: str) -> str:
    """Return an alias as the strict reader takes it."""
    return "".join(filter(str.isprintable, text)).strip()[:ALIAS_MAX].rstrip()
