"""What an entry of the log says: words and positions, a commitment, a count; never a name.

    signed telegram 3f9a…        a signature, committed to; it counts
    replaced 17 8c01…            entry 17 counts no more: its signer changed it, and this counts in its place
    held 17                      counts no more until somebody has looked at it
    withdrawn 17                 its signer took it back
    invalidated 17               a coordinator took it out
    restored 17                  one that was held or invalidated counts again
    counted paper 250            250 signatures on sheets
    voided 21                    the sheets of entry 21 count no more
    earlier telegram 5d07…       a signature from before the log, which counts; the digits are random, and open nothing

Earlier ones stand before all others but withdrawals: once a log has begun, none that nobody opens can be slipped in.

A leaf of the tree is the petition's code, a space and the entry: so no entry fits another petition.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Deed(StrEnum):
    """What an entry records."""

    SIGNED = "signed"
    REPLACED = "replaced"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    INVALIDATED = "invalidated"
    RESTORED = "restored"
    COUNTED = "counted"
    VOIDED = "voided"
    EARLIER = "earlier"


class BadEntry(ValueError):
    """A line is no entry, or cannot follow those before it; the message says why and quotes nothing."""


_FORMS = {
    Deed.SIGNED: re.compile(r"signed (?P<channel>[a-z]{2,16}) (?P<commitment>[0-9a-f]{64})"),
    Deed.REPLACED: re.compile(r"replaced (?P<of>0|[1-9][0-9]{0,11}) (?P<commitment>[0-9a-f]{64})"),
    Deed.EARLIER: re.compile(r"earlier (?P<channel>[a-z]{2,16}) (?P<commitment>[0-9a-f]{64})"),
    Deed.COUNTED: re.compile(r"counted (?P<channel>[a-z]{2,16}) (?P<count>[1-9][0-9]{0,8})"),
    **{
        deed: re.compile(rf"{deed} (?P<of>0|[1-9][0-9]{{0,11}})")
        for deed in (Deed.HELD, Deed.WITHDRAWN, Deed.INVALIDATED, Deed.RESTORED, Deed.VOIDED)
    },
}


@dataclass(frozen=True)
class Entry:
    """One entry; what its deed does not have is None.

    Attributes:
        of: Position of the entry that it is about.
        commitment: 64 hexadecimal digits, see `storage.petitions.log.commitments`; of an earlier one, random.
    """

    deed: Deed
    of: int | None = None
    channel: str | None = None
    commitment: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        parts = (self.deed, self.of, self.channel, self.commitment, self.count)
        return " ".join(str(part) for part in parts if part is not None)


def read_entry(text: str) -> Entry:
    """Return what a line says.

    Raises:
        BadEntry: If it is no entry.
    """
    word = text.partition(" ")[0]
    found = _FORMS[Deed(word)].fullmatch(text) if word in set(Deed) else None
    if found is None:
        raise BadEntry("it is not an entry of a log")
    parts = found.groupdict()
    of, count = parts.get("of"), parts.get("count")
    return Entry(
        Deed(word),
        None if of is None else int(of),
        parts.get("channel"),
        parts.get("commitment"),
        None if count is None else int(count),
    )


def leaf_of(code: str, entry: Entry | str) -> bytes:
    """Return the leaf that an entry is in the tree of the petition."""
    return f"{code} {entry}".encode()


_COUNTS, _HELD, _INVALID, _OVER = range(4)
_AFTER = {
    (_COUNTS, Deed.HELD): _HELD,
    (_COUNTS, Deed.INVALIDATED): _INVALID,
    (_HELD, Deed.INVALIDATED): _INVALID,
    (_HELD, Deed.RESTORED): _COUNTS,
    (_INVALID, Deed.RESTORED): _COUNTS,
    (_INVALID, Deed.HELD): _HELD,
    **{(state, Deed.WITHDRAWN): _OVER for state in (_COUNTS, _HELD, _INVALID)},
    **{(state, Deed.REPLACED): _OVER for state in (_COUNTS, _HELD)},
}


@dataclass
class Replay:
    """The count that a log adds up to, entry by entry.

    Attributes:
        counts: Signatures that count, by channel.
    """

    counts: Counter[str] = field(default_factory=Counter)
    _states: list[int | None] = field(default_factory=list)  # by position; None: not a signature
    _channels: list[str | None] = field(default_factory=list)
    _sheets: dict[int, tuple[str, int]] = field(default_factory=dict)
    _begun: bool = False  # no earlier signature can follow any more

    def add(self, entry: Entry) -> None:
        """Take in the next entry.

        Raises:
            BadEntry: If it cannot follow those before it, such as a second withdrawal of one signature.
        """
        if entry.deed is Deed.EARLIER and self._begun:
            raise BadEntry("an earlier signature cannot be entered here")
        match entry:
            case Entry(Deed.SIGNED | Deed.EARLIER, channel=str(channel)):
                self._begin(_COUNTS, channel)
            case Entry(Deed.COUNTED, channel=str(channel), count=int(count)):
                self._sheets[len(self._states)] = (channel, count)
                self._change(channel, count)
                self._begin(None, None)
            case Entry(Deed.VOIDED, of=int(of)):
                self._void(of)
                self._begin(None, None)
            case Entry(Deed.REPLACED, of=int(of)):
                state = self._states[of] if of < len(self._states) else None
                self._move(of, Deed.REPLACED)
                self._begin(state, self._channel_of(of))
            case Entry(deed, of=int(of)):
                self._move(of, deed)
                self._begin(None, None)
        self._begun |= entry.deed not in {Deed.EARLIER, Deed.WITHDRAWN}

    def counts_at(self, position: int) -> bool:
        """Say whether the signature that was entered at *position* counts now."""
        return position < len(self._states) and self._states[position] == _COUNTS

    def _begin(self, state: int | None, channel: str | None) -> None:
        self._states.append(state)
        self._channels.append(channel)
        if state == _COUNTS and channel is not None:
            self._change(channel, +1)

    def _move(self, of: int, deed: Deed) -> None:
        before = self._states[of] if of < len(self._states) else None
        after = _AFTER.get((before, deed)) if before is not None else None
        if after is None:
            raise BadEntry(f"entry {of} cannot be {deed} here")
        self._states[of] = after
        self._change(self._channel_of(of) or "", (after == _COUNTS) - (before == _COUNTS))

    def _void(self, of: int) -> None:
        if of not in self._sheets:
            raise BadEntry(f"entry {of} cannot be voided here")
        channel, count = self._sheets.pop(of)
        self._change(channel, -count)

    def _channel_of(self, position: int) -> str | None:
        return self._channels[position] if position < len(self._channels) else None

    def _change(self, channel: str, by: int) -> None:
        self.counts[channel] += by
        if not self.counts[channel]:
            del self.counts[channel]
