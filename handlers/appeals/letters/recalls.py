"""What stands in the place of a message that was recalled and that Telegram does not delete any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.texts import Texts


def recall_text(texts: Texts, language: str, *, organisation: str) -> str:
    """Return the sentence that a message is written over with; it repeats nothing of the appeal."""
    return texts.html("recalls-withdrawn", language, organisation=organisation)
