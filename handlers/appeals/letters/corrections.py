"""A correction as its readers get it: a short notice of what changed, and the letter with that line above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.card.aftermath import longest_of
from handlers.appeals.cards import letter_text
from handlers.appeals.heading import language_for, title_text
from handlers.appeals.page import MOST, moments_of, page_for
from handlers.appeals.photos import photo_caption
from handlers.message_text import CAPTION_MAX, GAP, MESSAGE_MAX, length
from handlers.texts import LANGUAGES, Markup
from storage.appeals.sheets.faults import Fault, Problem
from storage.timeline.aftermath import NOTHING_YET

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.petitions.counting.support import Support
    from storage.timeline.aftermath import Aftermath


def change_note(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return what the version corrects, without markup, for a reader of the language."""
    assert appeal.change_note is not None  # no correction is stored without
    return appeal.change_note[language_for(appeal, language, texts.default)]


def correction_notice(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return the message that tells a reader of an earlier version what changed."""
    title, note = title_text(appeal, texts, language), change_note(appeal, texts, language)
    return texts.html("corrections-notice", language, title=title, note=note)


def corrected_letter(
    appeal: Appeal, texts: Texts, language: str, *, now: datetime, support: Support, aftermath: Aftermath = NOTHING_YET
) -> str:
    """Return what takes the place of the letter that a reader got: a caption, if the appeal has a picture."""
    corrected = texts.html("corrections-corrected", language, note=change_note(appeal, texts, language))
    letter = photo_caption if appeal.photo else letter_text
    text = letter(appeal, texts, language, now=now, support=support, aftermath=aftermath)
    return str(GAP.join(map(Markup, (corrected, text))))


def correction_too_long(appeal: Appeal, texts: Texts, *, now: datetime) -> list[Fault]:
    """Return a fault for each language of readers in which the corrected letter does not fit in one message."""
    if appeal.change_note is None:
        return []
    faults, limit = [], CAPTION_MAX if appeal.photo else MESSAGE_MAX
    for language in LANGUAGES:
        longest = _longest(appeal, texts, language, now)
        if longest > limit:
            written = language_for(appeal, language, texts.default)
            faults.append(Fault(0, f"change_note.{written}", Problem.CORRECTION_TOO_LONG, f"{longest} > {limit}"))
    return faults


def _longest(appeal: Appeal, texts: Texts, language: str, now: datetime) -> int:
    aftermath = longest_of(page_for(appeal, texts, language))
    return max(
        length(corrected_letter(appeal, texts, language, now=one, support=MOST, aftermath=aftermath))
        for one in moments_of(appeal, now)
    )
