"""The free text of a tip: cleaned, bounded, and past the guard before anything of it is kept."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from handlers.guard.personal_data import find_personal_data
from handlers.guard.writing import BLANKS

if TYPE_CHECKING:
    from telegram import Message

    from handlers.context import Context
    from handlers.guard.personal_data import Finding

TEXT_MAX = 1_000  # characters
BYTES_MAX = 3_200  # of a text as it is sealed; what is chosen beside it needs less than the rest of 4,096
QUOTED_MAX = 3  # characters of a finding: enough to know it again, too few to use
_NAMED_MAX = 8  # findings in one message
_NOT_TEXT = {
    "contact": "contact",
    "location": "location",
    "photo": "picture",
    "video": "picture",
    "video_note": "picture",
    "animation": "picture",
    "voice": "voice",
    "audio": "voice",
}


class TextFault(StrEnum):
    """Why a text cannot be taken; the words are the ends of the texts that say so."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_MANY_BYTES = "too-many-bytes"


@dataclass(frozen=True, repr=False)
class Personal:
    """The text could lead to a person."""

    findings: tuple[Finding, ...]


def refused_kind(message: Message) -> str | None:
    """Return what makes a message no text of the witness's own, for the text that says so; None if it is one."""
    if message.forward_origin is not None:
        return "forwarded"
    if message.text is not None:
        return None
    return next((kind for sent, kind in _NOT_TEXT.items() if getattr(message, sent)), "other")


def read_tip_text(text: str) -> str | TextFault | Personal:
    """Return the text in NFC without control characters, or why it is not taken."""
    kept = "".join(char for char in unicodedata.normalize("NFC", text) if _shows(char)).strip()
    if not any(map(_says_something, kept)):
        return TextFault.EMPTY
    if len(kept) > TEXT_MAX:
        return TextFault.TOO_LONG
    if len(json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")) > BYTES_MAX:
        return TextFault.TOO_MANY_BYTES
    findings = find_personal_data(kept)
    return Personal(findings) if findings else kept


def refusal(context: Context, fault: TextFault | Personal) -> str:
    """Say what stopped the text; what the guard found is named, and quoted no further than to know it again."""
    if isinstance(fault, TextFault):
        return context.say(f"tipping-text-{fault}", limit=TEXT_MAX)
    found = [
        f"• {context.say(f'tipping-found-{finding.kind}')}: {context.say('tipping-quoted', start=_masked(finding))}"
        for finding in fault.findings[:_NAMED_MAX]
    ]
    return "\n".join([context.say("tipping-stopped"), *found, "", context.say("tipping-stopped-why")])


def _masked(finding: Finding) -> str:
    return finding.quoted[: min(QUOTED_MAX, len(finding.quoted) // 2)]


def _shows(char: str) -> bool:
    """Whether the character is kept; joiners stay, because Thai and emoji need them."""
    return char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}


def _says_something(char: str) -> bool:
    """Whether the character is more than a blank, a mark or a joiner."""
    return char not in BLANKS and unicodedata.category(char)[0] in "LNPS"
