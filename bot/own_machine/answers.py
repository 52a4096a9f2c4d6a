"""What a coordinator answers to tips, made and signed on their own machine: replies, ratings and labels.

The bot takes it only with this signature, and of a reply it learns nothing but its tag and its padded length.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.own_machine.files import Refused
from bot.own_machine.keys import signer_of_identity
from storage.sealing import BadRecipients, seal_reply
from storage.tips.bundles import (
    BadBundle,
    Bundle,
    Item,
    Labelling,
    Rating,
    Reply,
    bundle_file_name,
    write_signed,
)
from storage.tips.words import ContentGrade, HowKnown, Label, SourceGrade

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pyrage.x25519 import Identity

    from bot.own_machine.opening import OpenedBundle, OpenedTip
    from storage.notes import Signer

REPLY_MAX = 1_000  # characters; whatever they are, that fits the largest padded size
SECOND_HAND = frozenset({HowKnown.THIRD_PARTY, HowKnown.REPORTER, HowKnown.SERVICE, HowKnown.OTHER})
SECOND_HAND_BEST = ContentGrade.POSSIBLY_TRUE  # with nobody else who says it
_RATING = re.compile(r"(?P<source>[A-F])(?P<content>[1-6])", re.IGNORECASE)
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Author:
    """Who answers: the alias that stands by their key among the recipients, and the key with which they sign."""

    alias: str
    signer: Signer


def find_tip(bundle: OpenedBundle, tag: str) -> OpenedTip:
    """Return the tip of this tag.

    Raises:
        Refused: If the file has none, or it cannot be opened with this key.
    """
    tag = tag.strip().upper()
    found = next((tip for tip in bundle.tips if tip.tag == tag), None)
    if found is not None:
        return found
    if tag in bundle.for_other_keys:
        raise Refused(f"Tip {tag} was not sealed to this key; a colleague has to answer it.")
    if tag in bundle.damaged:
        raise Refused(f"Tip {tag} is damaged and cannot be opened.")
    raise Refused("The file holds no tip with this tag; fetch a newer one with /export tips.")


def make_reply(tip: OpenedTip, text: str, written_on: date) -> Reply:
    """Seal a reply to whoever has the receipt of the tip.

    Raises:
        Refused: If the text is empty, too long or holds control characters, or the tip has no key to reply to.
    """
    try:
        return Reply(tip.tag, seal_reply(_clean(text), tip.content.reply_recipient, written_on))
    except BadRecipients:
        raise Refused(f"Tip {tip.tag} holds no key to reply to.") from None


def rate(tips: Sequence[OpenedTip], rating: str, *, second_source: bool) -> tuple[Item, ...]:
    """Give all these tips one rating, such as `B2`; a second source is noted as their label as well.

    Raises:
        Refused: If it is no rating, or a tip that is known second-hand alone would get better than 3.
    """
    found = _RATING.fullmatch(rating.strip())
    if found is None:
        raise Refused("A rating is a letter from A to F for the source and a digit from 1 to 6, such as B2.")
    source, content = SourceGrade(found["source"].upper()), ContentGrade(int(found["content"]))
    if not second_source:
        _refuse_hearsay(tips, content)
    return tuple(item for tip in tips for item in _rated(tip, source, content, second_source=second_source))


def label(tips: Sequence[OpenedTip], given: Label) -> tuple[Item, ...]:
    """Give all these tips one label.

    Raises:
        Refused: If it says that a tip was shared whose sender did not agree to partners.
    """
    alone = [tip.tag for tip in tips if not tip.content.may_share_with_partners]
    if given is Label.SHARED and alone:
        raise Refused(f"{', '.join(alone)}: its sender did not agree to partners.")
    return tuple(Labelling(tip.tag, given) for tip in tips)


def author_of(bundle: OpenedBundle, identities: Sequence[Identity]) -> Author | None:
    """Return who holds one of these identities, or None if tips are no longer sealed to any of them."""
    aliases = {member.public: member.alias for member in bundle.recipients.members}
    for identity in identities:
        public = str(identity.to_public())
        if public in aliases:
            return Author(aliases[public], signer_of_identity(identity))
    return None


def signed_answers(author: Author | None, items: Sequence[Item], today: date) -> tuple[str, bytes]:
    """Return the name and the content of the file to hand to the bot.

    Raises:
        Refused: If nobody could tell whose signature it is, or there is too much in it.
    """
    if author is None or not author.alias:
        raise Refused("The list of recipients has no alias for this key: nobody could tell whose signature it is.")
    answers = Bundle(secrets.token_hex(16), today, author.alias, tuple(items))
    try:
        signed = write_signed(answers, author.signer)
    except BadBundle as fault:
        raise Refused(f"The answers cannot be signed: {fault}.") from None
    return bundle_file_name(answers), signed.encode()


def _clean(text: str) -> str:
    clean = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    if not clean:
        raise Refused("The reply is empty.")
    if len(clean) > REPLY_MAX:
        raise Refused(f"The reply is longer than {REPLY_MAX} characters.")
    if any(_steers(char) for char in clean):
        raise Refused("The reply holds control characters; type it anew as plain text.")
    return clean


def _steers(char: str) -> bool:
    """Whether the character shows nothing itself but changes how others show."""
    return char != "\n" and (unicodedata.category(char) in {"Cc", "Cs"} or char in _STEERING)


def _refuse_hearsay(tips: Sequence[OpenedTip], content: ContentGrade) -> None:
    hearsay = [tip.tag for tip in tips if tip.content.how_known in SECOND_HAND]
    if hearsay and content < SECOND_HAND_BEST:
        raise Refused(
            f"{', '.join(hearsay)}: known second-hand alone, so {SECOND_HAND_BEST} (possibly true) is the best; "
            "with an independent second source, add --second-source."
        )


def _rated(tip: OpenedTip, source: SourceGrade, content: ContentGrade, *, second_source: bool) -> Iterator[Item]:
    yield Rating(tip.tag, source, content)
    if second_source and Label.SECOND_SOURCE not in tip.labels:
        yield Labelling(tip.tag, Label.SECOND_SOURCE)
