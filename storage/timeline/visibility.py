"""Which entries of a timeline a coordinator may see: the one rule for lists, scans, files and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.timeline.kinds import Reply

if TYPE_CHECKING:
    from datetime import datetime

    from storage.timeline.entries import Entry


def visible_to(entry: Entry, now: datetime, *, staff: bool) -> bool:
    """Say whether a coordinator may see the entry, and the scan that is kept with it.

    Who records, the *staff*, sees all of them; others neither what is confidential or under an embargo, nor a reply
    that is not public.
    """
    withheld = isinstance(entry.content, Reply) and not entry.content.public
    return staff or (entry.open_to_all(now) and not withheld)
