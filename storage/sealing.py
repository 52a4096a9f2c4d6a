"""The one door to sealing: a tip goes in readable and comes out for its recipients; nothing here can open."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import pyrage
from bech32 import bech32_decode, convertbits
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pyrage import x25519

from storage.notes import BadNote, PublicKey, read_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime

    from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

PADDED_SIZES = (512, 1024, 2048, 4096)  # bytes of a tip before sealing; all that its length gives away
ENOUGH_RECIPIENTS = 2  # one lost key must not lose every tip
COORDINATOR = "clarion-coordinator"
"""Name of the keys with which coordinators sign what they hand in."""
PUBLIC_SHOWN = 16  # characters of a key that tell it from the others of a list
_NATIVE = re.compile(r"age1[02-9ac-hj-np-z]{58}")


class BadRecipients(ValueError):
    """A line of the recipients' list is not one native age recipient; the message names the line."""


class TooFewRecipients(ValueError):
    """A tip was to be sealed for fewer than two recipients."""


class TipTooLong(ValueError):
    """A tip, or what is written beside it, does not fit the largest padded size."""


@dataclass(frozen=True)
class Recipient:
    """One coordinator's public keys.

    Attributes:
        alias: What colleagues call them; may be empty.
        signer: With which their signed bundles are checked; None: they sign none.
    """

    public: str
    alias: str
    signer: PublicKey | None = None

    @property
    def name(self) -> str:
        """The alias, or the beginning of the key of somebody without one."""
        return self.alias or f"{self.public[:PUBLIC_SHOWN]}…"

    @property
    def line(self) -> str:
        """The recipient as a line of the list."""
        keys = f"{self.public} {self.signer}" if self.signer else self.public
        return f"{keys} # {self.alias}" if self.alias else keys


@dataclass(frozen=True)
class Recipients:
    """Whom things are sealed to; made by `read_recipients` alone, which checks every key."""

    members: tuple[Recipient, ...]

    @property
    def enough(self) -> bool:
        """Whether tips may be taken in."""
        return len(self.members) >= ENOUGH_RECIPIENTS

    @property
    def digest(self) -> str:
        """Twenty hexadecimal digits over the keys, whatever their order and aliases; people compare them."""
        keys = "\n".join(sorted(member.public for member in self.members))
        return hashlib.sha256(keys.encode()).hexdigest()[:20]

    def for_age(self) -> list[x25519.Recipient]:
        """Return the keys as the library wants them."""
        return [x25519.Recipient.from_str(member.public) for member in self.members]


@dataclass(frozen=True, repr=False)
class TipContent:
    """What a tip says. All of it is sealed; none of it shows in a representation that a log could quote."""

    text: str
    category: Category
    urgency: Urgency
    area: Area
    place_note: str
    """A few words beside the area; may be empty."""
    people: People
    when: When
    precision: Precision
    from_day: date | None
    """First day on which it can have happened; None: not known."""
    to_day: date | None
    how_known: HowKnown
    language: str
    """BCP 47 tag of the language that the tipster used."""
    written_at: datetime
    """The exact time, with zone; outside the seal there is only the day."""
    reply_recipient: str
    """To whom replies are sealed: within the seal, so that whoever takes over the server cannot name himself."""
    may_share_with_partners: bool = False
    wishes_contact: bool = False
    may_publish: bool = False
    """Whether it may be told in public without anything that identifies somebody."""
    may_send_to_un: bool = False


def read_recipients(text: str) -> Recipients:
    """Read a list of recipients, a line each: `age1…`, then the key of their signature and `# alias`, both optional.

    Raises:
        BadRecipients: If a line is anything but a native X25519 recipient, or repeats a key or an alias.
    """
    members: dict[str, Recipient] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        keys, _, alias = (part.strip() for part in line.partition("#"))
        if not keys:
            continue
        public, _, signer = keys.partition(" ")
        if fault := "repeats a recipient" if public in members else _fault_of(public) or _fault_of_signer(signer):
            raise BadRecipients(f"line {number} of the recipients {fault}")
        member = Recipient(public, alias, read_key(signer) if signer else None)
        if fault := _fault_beside(member, members.values()):
            raise BadRecipients(f"line {number} of the recipients {fault}")
        members[public] = member
    return Recipients(tuple(members.values()))


def seal_tip(content: TipContent, recipients: Recipients) -> bytes:
    """Pad the tip and seal it to every recipient.

    Raises:
        TooFewRecipients: If there are fewer than two.
        TipTooLong: If it does not fit 4,096 bytes.
    """
    return _sealed(_fields(content), _enough(recipients))


def seal_canary(word: str, recipient: Recipient) -> bytes:
    """Seal a word to one recipient, who shows with it that their key opens what is sealed to it."""
    sealed: bytes = pyrage.encrypt(f"clarion-canary {word}\n".encode(), Recipients((recipient,)).for_age())
    return sealed


def seal_addition(text: str, language: str, written_at: datetime, recipients: Recipients) -> bytes:
    """Pad what a witness adds to a tip, and seal it as tips are.

    Raises:
        TooFewRecipients: If there are fewer than two.
        TipTooLong: If it does not fit 4,096 bytes.
    """
    said = {"text": text, "language": language, "written_at": _moment(written_at)}
    return _sealed({"format": "clarion-addition", "version": 1} | said, _enough(recipients))


def seal_reply(text: str, reply_recipient: str, written_on: date) -> bytes:
    """Pad a reply and seal it to the recipient that stands within a tip: the tip's receipt alone opens it.

    Raises:
        BadRecipients: If that is no native X25519 recipient.
        TipTooLong: If it does not fit 4,096 bytes.
    """
    if fault := _fault_of(reply_recipient):
        raise BadRecipients(f"the recipient of the reply {fault}")
    said = {"text": text, "written_on": written_on.isoformat()}
    return _sealed({"format": "clarion-reply", "version": 1} | said, Recipients((Recipient(reply_recipient, ""),)))


def _enough(recipients: Recipients) -> Recipients:
    if not recipients.enough:
        raise TooFewRecipients(f"{len(recipients.members)} recipients; {ENOUGH_RECIPIENTS} are needed")
    return recipients


def _fields(content: TipContent) -> dict[str, object]:
    fields = {"format": "clarion-tip", "version": 1} | asdict(content)
    fields["written_at"] = _moment(content.written_at)
    fields["from_day"] = _day(content.from_day)
    fields["to_day"] = _day(content.to_day)
    return fields


def _sealed(fields: Mapping[str, object], recipients: Recipients) -> bytes:
    """Write JSON, filled up with blanks, and seal it: `age --decrypt` alone then prints what any tool reads."""
    # Half of a surrogate pair can arrive in JSON, but not leave in UTF-8: it becomes a question mark.
    plaintext = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    for size in PADDED_SIZES:
        if len(plaintext) <= size:
            sealed: bytes = pyrage.encrypt(plaintext.ljust(size), recipients.for_age())
            return sealed
    raise TipTooLong(f"{len(plaintext)} bytes, where {PADDED_SIZES[-1]} fit")


def _moment(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("the time of a tip needs its zone")
    return at.isoformat(timespec="seconds")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _fault_of(public: str) -> str | None:
    """Say what is wrong with a key without quoting it: people paste private ones where public ones belong."""
    if public.upper().startswith("AGE-SECRET-KEY-"):
        return "is a private key, which must never leave its owner's machine; make a new pair"
    if public.startswith("ssh-"):
        return "is an SSH key; only native age recipients (age1…) are taken"
    if not _NATIVE.fullmatch(public):
        return "is not one native age recipient (age1… and 58 more characters); plugins are not taken"
    prefix, words = bech32_decode(public)
    point = convertbits(words, 5, 8, False) if prefix == "age" and words else None
    if point is None:
        return "is mistyped: its checksum is wrong"
    return None if _is_safe(bytes(point)) else "is a key that everybody could open"


def _fault_beside(member: Recipient, others: Collection[Recipient]) -> str | None:
    """Say what *member* shares with one of the others: a signature has to lead to one person."""
    if member.alias and any(member.alias == other.alias for other in others):
        return "has an alias that stands above already; give each key its own"
    if member.signer and any(member.signer == other.signer for other in others):
        return "has a signing key that stands above already; each coordinator has their own"
    return None


def _fault_of_signer(key: str) -> str | None:
    try:
        return None if not key or read_key(key).name == COORDINATOR else "has a signing key of somebody else"
    except BadNote:
        return "has a signing key that was not copied whole (clarion-coordinator+…)"


def _is_safe(point: bytes) -> bool:
    """Refuse the few points whose shared secret is zero; the library would even panic on them."""
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(point))
    except ValueError:
        return False
    return True
