"""Signed tree heads (C2SP tlog-checkpoint): which log, how many entries, its root, and below what it counts.

clarion/DEMO-002
8214
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
at 2026-11-22T00:00:00Z
paper 3812
telegram 11240

The time is the hour in which it was counted: whoever has two heads does not learn at which second somebody signed.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.notes import BadNote, read_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.notes import PublicKey, Signer

ORIGIN = "clarion/"
ROOT_BYTES = 32

_SIZE = re.compile(r"0|[1-9][0-9]{0,11}")
_COUNT = re.compile(r"([a-z]{2,16}) ([1-9][0-9]{0,11})")
_CODE = re.compile(r"[A-Z0-9-]{1,24}")


@dataclass(frozen=True)
class Head:
    """The log of a petition at one moment.

    Attributes:
        at: Beginning of the hour in which it was counted, see `hour_of`.
        counts: Signatures that count, by channel; channels with none are left out.
    """

    petition: str
    size: int
    root: bytes
    at: datetime
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many signatures count, on every channel."""
        return sum(self.counts.values())

    def __str__(self) -> str:
        lines = [f"{ORIGIN}{self.petition}", str(self.size), base64.b64encode(self.root).decode()]
        lines.append(f"at {self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
        lines += [f"{channel} {count}" for channel, count in sorted(self.counts.items()) if count]
        return "".join(f"{line}\n" for line in lines)


def hour_of(moment: datetime) -> datetime:
    """Return when the hour of *moment* began, in UTC."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def sign_head(head: Head, signer: Signer) -> str:
    """Return the head as a signed note."""
    return signer.sign(str(head))


def read_head(note: str, key: PublicKey) -> Head:
    """Return the head that a signed note holds.

    Raises:
        BadNote: If it is no head, or *key* did not sign it as it stands.
    """
    text = read_note(note, key)
    head = _head(text.removesuffix("\n").split("\n"))
    if str(head) != text:
        raise BadNote("this is not a signed head of a petition")
    return head


def _head(lines: list[str]) -> Head:
    try:
        origin, size, root, at, *counts = lines
        moment = datetime.strptime(at, "at %Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        raw = base64.b64decode(root, validate=True)
    except (ValueError, binascii.Error) as error:
        raise BadNote("this is not a signed head of a petition") from error
    code, found = origin.removeprefix(ORIGIN), [_COUNT.fullmatch(line) for line in counts]
    pairs = {one[1]: int(one[2]) for one in found if one}
    if len(pairs) < len(counts) or len(raw) != ROOT_BYTES or not (_CODE.fullmatch(code) and _SIZE.fullmatch(size)):
        raise BadNote("this is not a signed head of a petition")
    return Head(code, int(size), raw, moment, pairs)
