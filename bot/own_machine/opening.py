"""Opens what was sealed to a coordinator: the file of tips, and each tip in it. Only this machine can."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import pyrage

from bot.own_machine.files import Refused
from bot.own_machine.keys import AGE_FILE_STARTS
from storage.exports.strict_json import read_object
from storage.exports.tip_bundle import BadBundle, BundledTip, read_bundle
from storage.sealing import PADDED_SIZES, TipContent
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyrage.x25519 import Identity

_OTHER_KEY = "No matching keys found"  # the library tells its cases apart by their words alone
_TEXTS = ("text", "place_note", "language", "written_at", "from_day", "to_day", "reply_recipient", "format")
_WORDS = ("category", "urgency", "area", "people", "when", "precision", "how_known")
_CHOICES = ("may_share_with_partners", "wishes_contact", "may_publish", "may_send_to_un")
_FIELDS = dict.fromkeys(_TEXTS + _WORDS, str) | dict.fromkeys(_CHOICES, bool) | {"version": int}


@dataclass(frozen=True)
class OpenedTip:
    tag: str
    day: date
    state: str
    content: TipContent


@dataclass(frozen=True)
class OpenedBundle:
    made_on: date
    tips: tuple[OpenedTip, ...]
    for_other_keys: tuple[str, ...]
    """Tags of the tips that were not sealed to this key."""
    damaged: tuple[str, ...]
    """Tags of the tips that are sealed to this key but are not whole."""


class _ForOtherKeys(Exception):
    """Something is sealed, but not to this key."""


def open_bundle(content: bytes, identities: Sequence[Identity]) -> OpenedBundle:
    """Open a file of tips and every tip in it that these identities can open.

    Raises:
        Refused: If the file is no age file, is damaged, was sealed to others, or holds no tips.
    """
    if not content.startswith(AGE_FILE_STARTS):
        raise Refused("This is not a sealed file of tips: such a file begins with “age-encryption.org”.")
    try:
        bundle = read_bundle(_opened(content, identities))
    except _ForOtherKeys:
        raise Refused(
            "This file was not sealed to this key, or it is damaged: try another key file, or fetch it again."
        ) from None
    except pyrage.DecryptError:
        raise Refused("The file is damaged or cut short; fetch it again.") from None
    except BadBundle as fault:
        raise Refused(f"The file was opened, but {fault}.") from None
    return _all_opened(bundle.made_on, bundle.tips, identities)


def _all_opened(made_on: date, tips: Sequence[BundledTip], identities: Sequence[Identity]) -> OpenedBundle:
    opened: list[OpenedTip] = []
    for_other_keys: list[str] = []
    damaged: list[str] = []
    for tip in tips:
        try:
            content = _read_content(_opened(tip.sealed, identities))
        except _ForOtherKeys:
            for_other_keys.append(tip.tag)
        except (pyrage.DecryptError, ValueError):
            damaged.append(tip.tag)
        else:
            opened.append(OpenedTip(tip.tag, tip.day, tip.state, content))
    return OpenedBundle(made_on, tuple(opened), tuple(for_other_keys), tuple(damaged))


def _opened(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    try:
        plain: bytes = pyrage.decrypt(sealed, identities)
    except pyrage.DecryptError as fault:
        if str(fault) == _OTHER_KEY:
            raise _ForOtherKeys from None
        raise
    return plain


def _read_content(plaintext: bytes) -> TipContent:
    """Read a tip as strictly as any other file of a stranger; raises `ValueError` if it is not one."""
    fields = read_object(plaintext, _FIELDS, PADDED_SIZES[-1])
    written_at = datetime.fromisoformat(fields["written_at"])
    if (fields["format"], fields["version"]) != ("clarion-tip", 1) or written_at.tzinfo is None:
        raise ValueError("not a tip of this version")
    return TipContent(
        text=fields["text"],
        category=Category(fields["category"]),
        urgency=Urgency(fields["urgency"]),
        area=Area(fields["area"]),
        place_note=fields["place_note"],
        people=People(fields["people"]),
        when=When(fields["when"]),
        precision=Precision(fields["precision"]),
        from_day=_day(fields["from_day"]),
        to_day=_day(fields["to_day"]),
        how_known=HowKnown(fields["how_known"]),
        language=fields["language"],
        written_at=written_at,
        reply_recipient=fields["reply_recipient"],
        may_publish=fields["may_publish"],
        may_send_to_un=fields["may_send_to_un"],
        may_share_with_partners=fields["may_share_with_partners"],
        wishes_contact=fields["wishes_contact"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
