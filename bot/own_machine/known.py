"""Notices on this machine when tips begin to be sealed to others: the accepted recipients are kept beside the key.

Whoever takes over the server could name itself as a recipient. What it cannot do is change this file; and as a file
of tips does not show who made it, nothing of it is kept here before the person at this machine has accepted it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.own_machine.files import Refused, write_again
from storage.exports.strict_json import read_object
from storage.sealing import Recipient, Recipients, read_recipients

if TYPE_CHECKING:
    from pathlib import Path

    from bot.own_machine.opening import OpenedBundle

_KINDS = {"format": str, "version": int, "epoch": int, "recipients": str, "digest": str}
_FORMAT, _VERSION = "clarion-known-recipients", 1
_LONGEST = 64 * 1024  # bytes


@dataclass(frozen=True)
class Known:
    """What was accepted last.

    Attributes:
        epoch: Its number, by which an older file of tips is known as such.
    """

    epoch: int
    recipients: Recipients


@dataclass(frozen=True)
class Changed:
    """Who was added to the recipients, and who went, since they were accepted."""

    added: tuple[Recipient, ...]
    gone: tuple[Recipient, ...]


def known_file(key: Path) -> Path:
    """Return where the recipients are kept of whoever has this key file."""
    return key.with_name(f"{key.name}.known")


def read_known(path: Path) -> Known | None:
    """Return what was accepted last, or None on first use.

    Raises:
        Refused: If the file is damaged: it is never passed over, or a change could hide behind it.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        fields = read_object(content, _KINDS, _LONGEST)
        recipients = read_recipients(fields["recipients"])
    except ValueError:
        fields, recipients = {}, Recipients(())
    if (fields.get("format"), fields.get("version"), fields.get("digest")) != (_FORMAT, _VERSION, recipients.digest):
        raise Refused(
            f"{path} is damaged, so nothing can be said about new recipients: "
            "compare the digest of /keys with a colleague, and then delete that file."
        )
    return Known(fields["epoch"], recipients)


def what_changed(known: Known, now: Recipients) -> Changed | None:
    """Say who was added and who went, or None if tips are sealed to the same keys under the same aliases."""
    added = _without(now, known.recipients)
    gone = _without(known.recipients, now)
    return Changed(added, gone) if added or gone else None


def remember(path: Path, bundle: OpenedBundle) -> None:
    """Keep the bundle's recipients as those that are accepted.

    Raises:
        Refused: If the file cannot be written.
    """
    seen = {
        "format": _FORMAT,
        "version": _VERSION,
        "epoch": bundle.epoch,
        "recipients": "\n".join(f"{member.public} # {member.alias}" for member in bundle.recipients.members),
        "digest": bundle.recipients.digest,
    }
    write_again(path, f"{json.dumps(seen)}\n".encode())


def _without(these: Recipients, those: Recipients) -> tuple[Recipient, ...]:
    others = {(member.public, member.alias) for member in those.members}
    return tuple(member for member in these.members if (member.public, member.alias) not in others)
