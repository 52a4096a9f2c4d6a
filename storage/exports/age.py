"""Seals an export of any format, so that only coordinators read it on their own machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage

if TYPE_CHECKING:
    from storage.sealing import Recipients


def seal_file(content: bytes, recipients: Recipients) -> bytes:
    """Seal the content to every recipient, of whom there must be at least one; its length shows."""
    sealed: bytes = pyrage.encrypt(content, recipients.for_age())
    return sealed
