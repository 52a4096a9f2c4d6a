"""Links that open the bot at one appeal: `https://t.me/<bot>?start=CODE_source`, and what such a link says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram.helpers import create_deep_linked_url

TELEGRAM = "tg"
"""The source of signers who come through the share button."""

_SOURCE = re.compile(r"[A-Za-z0-9-]{1,16}")
_PAYLOAD = re.compile(rf"([A-Za-z0-9-]{{1,24}})(?:_({_SOURCE.pattern}))?")


@dataclass(frozen=True)
class Link:
    """Where a deep link leads, and through which leaflet, post or person it came; made by `read_link` alone."""

    code: str
    source: str | None


def read_link(payload: str) -> Link | None:
    """Return what the payload of `/start` says, or None if it is no link to an appeal."""
    found = _PAYLOAD.fullmatch(payload)
    return Link(found[1].upper(), found[2]) if found else None


def link_to(code: str, bot_username: str, source: str) -> str:
    """Return the link to an appeal that remembers *source*."""
    return create_deep_linked_url(bot_username, f"{code}_{source}")


def source_in(arguments: tuple[str, ...]) -> str | None:
    """Return the source at the end of a pressed button's arguments, if one of the right form is there."""
    return arguments[-1] if arguments and _SOURCE.fullmatch(arguments[-1]) else None
