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


def bundle_name(made_on: date) -> str:
    """Return the name of the file, such as `tips-2026-11-22.age`."""
    return f"tips-{made_on.isoformat()}.age"


def write_bundle(tips: Sequence[BundledTip], epoch: Epoch, made_on: date) -> bytes:
    """Write the tips as one file, sealed to the recipients of the current epoch."""
    additions = [_addition_line(tip.tag, addition) for tip in tips for addition in tip.additions]
    header = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": made_on.isoformat(),
        "count": len(tips),
        "additions": len(additions),
        "epoch": epoch.number,
        "recipients": [_recipient_line(member) for member in epoch.recipients.members],
        "digest": epoch.recipients.digest,
    }
    lines = [header, *map(_tip_line, tips), *additions]
    return seal_file("".join(json.dumps(line) + "\n" for line in lines).encode(), epoch.recipients)


def _recipient_line(member: Recipient) -> str:
    return f"{member.public} # {_alias(member.alias)}"


def _tip_line(tip: BundledTip) -> dict[str, Any]:
    return {
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


def _rating_parts(rating: BundledRating | None) -> list[str]:
    if rating is None:
        return []
    return [rating.source, str(rating.content), _alias(rating.rated_by), _alias(rating.agreed_by)]


def _addition_line(tag: str, addition: BundledAddition) -> dict[str, Any]:
    return {
        "tag": tag,
        "number": addition.number,
        "day": addition.day.isoformat(),
        "sealed": base64.b64encode(addition.sealed).decode(),
    }


def _alias(text: str) -> str:
    """Return an alias as the strict reader takes it."""
    return "".join(filter(str.isprintable, text)).strip()[:ALIAS_MAX].rstrip()
