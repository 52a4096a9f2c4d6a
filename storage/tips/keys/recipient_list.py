"""The text of the recipients' list, a line to each key: who is added and who is retired, with comments kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from storage.sealing import BadRecipients, read_recipients

if TYPE_CHECKING:
    from storage.sealing import Recipient

_ALIAS = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")


def is_alias(text: str) -> bool:
    """Whether the text can be what colleagues call somebody: the bot's own aliases are `owner-1`, `reviewer-2`."""
    return _ALIAS.fullmatch(text) is not None


def add_recipient(text: str, line: str, alias: str = "") -> tuple[str, Recipient]:
    """Return the list with one line more, and who that is; *alias* stands above the line's own.

    Raises:
        BadRecipients: If *line* is not one recipient with an alias of its own, or the list is not good as it is.
    """
    members = read_recipients(text).members
    added = _only(line, alias)
    if any(member.public == added.public for member in members):
        raise BadRecipients("this key is in the list already")
    if any(member.alias == added.alias for member in members):
        raise BadRecipients(
            f"the list has a key of {added.alias} already: retire that one first, or give another alias"
        )
    if not is_alias(added.alias):
        raise BadRecipients("the key needs an alias: that of its coordinator, such as owner-1 (--alias)")
    return "".join(f"{kept}\n" for kept in (*text.splitlines(), added.line)), added


def retire_recipient(text: str, who: str) -> tuple[str, Recipient]:
    """Return the list without the key of that alias, or without that key, and whose it was.

    Raises:
        BadRecipients: If the list has none of that alias, or is not good as it is.
    """
    members = read_recipients(text).members
    found = next((member for member in members if who and who in (member.alias, member.public)), None)
    if found is None:
        known = ", ".join(member.alias or member.public for member in members) or "nobody"
        raise BadRecipients(f"the list has no key of that name; it names {known}")
    public = found.public
    kept = [line for line in text.removeprefix("\ufeff").splitlines() if line.split("#")[0].split()[:1] != [public]]
    return "".join(f"{line}\n" for line in kept), found


def _only(line: str, alias: str) -> Recipient:
    members = read_recipients(line).members
    if len(members) != 1:
        raise BadRecipients("one key at a time: a line such as age1… clarion-coordinator+… # owner-1")
    member = members[0]
    return replace(member, alias=alias or member.alias)
