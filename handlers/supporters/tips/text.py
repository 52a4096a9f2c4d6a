"""The free text of a tip: cleaned, bounded, and past the guard before anything of it is kept."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from handlers.asking import message_of, person_of
from handlers.guard.patterns import Kind
from handlers.guard.personal_data import find_personal_data
from handlers.guard.writing import BLANKS
from handlers.supporters.tips.steps import with_safer_address

if TYPE_CHECKING:
    from telegram import Message, Update

    from handlers.context import Context
    from handlers.guard.personal_data import Finding

TEXT_MAX = 1_000  # characters
EXPANDED_MAX = 1_200  # as the guard reads them, to which one character may be many
BYTES_MAX = 3_200  # of a text as it is sealed; what is chosen beside it needs less than the rest of 4,096
DIGITS_SHOWN_MAX = 2  # of a number: enough to know it again, too few to use
_NAMED_MAX = 8  # findings in one message
_SHOWN_BY_DIGITS = frozenset({Kind.PHONE, Kind.ACCOUNT_NUMBER})  # a document's first ones are a year of birth
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
    TOO_OFTEN = "too-often"


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


@dataclass(frozen=True, repr=False)
class Refused:
    """A message was not taken; `note` says why to who wrote it."""

    note: str


async def text_taken(update: Update, context: Context) -> str | Refused:
    """Return the text of the message, if it is the witness's own and leads to nobody."""
    message = message_of(update)
    if kind := refused_kind(message):
        return Refused(context.say(f"tipping-refused-{kind}"))
    text = await _read_aside(context, person_of(update).id, message.text or "")
    if isinstance(text, TextFault | Personal):
        return Refused(with_safer_address(context, refusal(context, text)))
    return text


async def _read_aside(context: Context, person: int, text: str) -> str | TextFault | Personal:
    """Read a text of the person beside everything else that goes on; too many in a short time are not read."""
    services = context.services
    if not services.text_throttle.take(person):
        return TextFault.TOO_OFTEN
    async with services.tip_drafts.reading:
        return await asyncio.to_thread(read_tip_text, text)  # the guard may think for a while


def read_tip_text(text: str) -> str | TextFault | Personal:
    """Return the text in NFC without control characters, or why it is not taken."""
    kept = "".join(char for char in unicodedata.normalize("NFC", text) if _shows(char)).strip()
    if not any(map(_says_something, kept)):
        return TextFault.EMPTY
    if len(kept) > TEXT_MAX or len(unicodedata.normalize("NFKC", kept)) > EXPANDED_MAX:
        return TextFault.TOO_LONG
    if len(json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")) > BYTES_MAX:
        return TextFault.TOO_MANY_BYTES
    findings = find_personal_data(kept)
    return Personal(findings) if findings else kept


def refusal(context: Context, fault: TextFault | Personal) -> str:
    """Say what stopped the text; what the guard found is named and placed, and never quoted."""
    if isinstance(fault, TextFault):
        return context.say(f"tipping-text-{fault}", limit=TEXT_MAX)
    found = [f"• {_told(context, finding)}" for finding in fault.findings[:_NAMED_MAX]]
    return "\n".join([context.say("tipping-stopped"), *found, "", context.say("tipping-stopped-why")])


def _told(context: Context, finding: Finding) -> str:
    """Say of what kind it is and where it stands: whatever is quoted would stand in the chat again."""
    kind, place = context.label(f"tipping-found-{finding.kind}"), context.label(f"tipping-place-{finding.place}")
    digits = "".join(filter(str.isdecimal, finding.quoted))[:DIGITS_SHOWN_MAX]
    if digits and finding.kind in _SHOWN_BY_DIGITS:
        return context.say("tipping-found-number", kind=kind, digits=digits, place=place)
    return context.say("tipping-found", kind=kind, place=place)


def _shows(char: str) -> bool:
    """Whether the character is kept; joiners stay, because Thai and emoji need them."""
    return char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}


def _says_something(char: str) -> bool:
    """Whether the character is more than a blank, a mark or a joiner."""
    return char not in BLANKS and unicodedata.category(char)[0] in "LNPS"
