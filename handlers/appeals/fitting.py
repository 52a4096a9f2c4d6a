"""Whether all that is made of an appeal fits Telegram's messages, in every language: asked when it is drafted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.cards import too_long
from handlers.appeals.letters.corrections import correction_too_long
from handlers.appeals.photos import caption_too_long

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.appeals.sheets.faults import Fault


def faults_of_length(appeal: Appeal, texts: Texts, *, now: datetime) -> list[Fault]:
    """Return a fault for each language in which a card, a caption or a corrected letter is too long."""
    checks = (too_long, caption_too_long, correction_too_long)
    return [fault for check in checks for fault in check(appeal, texts, now=now)]
