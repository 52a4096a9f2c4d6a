"""The file in which sealed tips travel to a coordinator's machine: JSON lines, sealed once more as a whole.

The first line says what the file is; each further line is one tip, with what the server knows in clear and the sealed
tip itself, which no server can open. Reading is strict and bounded: who could write such a file is not known.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.exports.age import seal_file
from storage.exports.strict_json import read_object
from storage.tips.words import Category, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.sealing import Recipients

FORMAT, VERSION = "clarion-tips", 1
TIPS_MAX = 100_000
LINE_MAX = 32 * 1024  # bytes; the longest tip for a hundred recipients takes some 20,000
_TAG = re.compile(r"[A-Z0-9]{4}")
_STATE = re.compile(r"[a-z_]{1,20}")
_HEADER = {"format": str, "version": int, "made_on": str, "count": int, "recipients": str}
_TIP = dict.fromkeys(("tag", "category", "urgency", "day", "state", "sealed"), str)


class BadBundle(ValueError):
    """An opened file is not a whole bundle of tips; the message quotes nothing of it."""


@dataclass(frozen=True)
class BundledTip:
    """One tip as the server keeps it."""

    tag: str
    category: Category
    urgency: Urgency
    day: date
    state: str
    sealed: bytes


@dataclass(frozen=True)
class Bundle:
    made_on: date
    recipients: str
    """Digest of the recipients' list of the day."""
    tips: tuple[BundledTip, ...]


def bundle_name(made_on: date) -> str:
    """Return the name of the file, such as `tips-2026-11-22.age`."""
    return f"tips-{made_on.isoformat()}.age"


def write_bundle(tips: Iterable[BundledTip], recipients: Recipients, made_on: date) -> bytes:
    """Write the tips as one sealed file."""
    lines = [_tip_line(tip) for tip in tips]
    header = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": made_on.isoformat(),
        "count": len(lines),
        "recipients": recipients.digest,
    }
    return seal_file("".join(json.dumps(line) + "\n" for line in (header, *lines)).encode(), recipients)


def _tip_line(tip: BundledTip) -> dict[str, str]:
    return {
        "tag": tip.tag,
        "category": tip.category,
        "urgency": tip.urgency,
        "day": tip.day.isoformat(),
        "state": tip.state,
        "sealed": base64.b64encode(tip.sealed).decode(),
    }


def read_bundle(opened: bytes) -> Bundle:
    """Read a bundle whose outer seal has been opened; only a coordinator's own machine does that.

    Raises:
        BadBundle: If any part is missing, surplus, too long or of the wrong kind.
    """
    first, *lines = opened.removesuffix(b"\n").split(b"\n", TIPS_MAX + 1)
    try:
        header = read_object(first, _HEADER, LINE_MAX)
        made_on = date.fromisoformat(header["made_on"])
        tips = tuple(map(_tip, lines))
    except ValueError as fault:
        raise BadBundle("this is not a bundle of tips, or a damaged one") from fault
    if (header["format"], header["version"]) != (FORMAT, VERSION):
        raise BadBundle("this is not a bundle of tips, or one of a later version")
    if header["count"] != len(tips):
        raise BadBundle("there are not as many tips as the first line tells")
    return Bundle(made_on, header["recipients"], tips)


def _tip(line: bytes) -> BundledTip:
    fields = read_object(line, _TIP, LINE_MAX)
    if not (_TAG.fullmatch(fields["tag"]) and _STATE.fullmatch(fields["state"])):
        raise ValueError("the tag or the state is not one")
    return BundledTip(
        tag=fields["tag"],
        category=Category(fields["category"]),
        urgency=Urgency(fields["urgency"]),
        day=date.fromisoformat(fields["day"]),
        state=fields["state"],
        sealed=base64.b64decode(fields["sealed"], validate=True),
    )
