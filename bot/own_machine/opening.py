"""Opens what was sealed to a coordinator: the file of tips, and each tip in it. Only this machine can."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyrage

from bot.own_machine.contents import AdditionContent, read_addition, read_tip
from bot.own_machine.files import Refused
from bot.own_machine.keys import AGE_FILE_STARTS
from storage.exports.tip_bundle_reading import BadBundle, read_bundle
from storage.tips.words import ContentGrade, Label, SourceGrade, TipState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pyrage.x25519 import Identity

    from storage.exports.tip_bundle import BundledAddition, BundledRating, BundledTip
    from storage.sealing import Recipients, TipContent

_OTHER_KEY = "No matching keys found"  # the library tells its cases apart by their words alone


@dataclass(frozen=True)
class OpenedAddition:
    """What the tipster wrote later.

    Attributes:
        day: On which the server took it in.
        sealed_sha256: As of a tip.
    """

    number: int
    day: date
    content: AdditionContent
    sealed_sha256: str


@dataclass(frozen=True)
class OpenedTip:
    """A tip in clear, with what coordinators know of it.

    Attributes:
        day: On which the server took it in.
        epoch: Number of the epoch whose recipients it was sealed to.
        damaged_additions: Numbers of the additions that could not be opened, which may be for other keys.
        sealed_sha256: Digest of what was sealed, the JSON with its padding: `age --decrypt | sha256sum` gives the same.
    """

    tag: str
    day: date
    state: TipState
    epoch: int
    expires_on: date
    rating: BundledRating | None
    labels: tuple[Label, ...]
    content: TipContent
    additions: tuple[OpenedAddition, ...]
    damaged_additions: tuple[int, ...]
    sealed_sha256: str

    @property
    def source(self) -> SourceGrade:
        """How reliable the source is; F as long as nobody has judged."""
        return self.rating.source if self.rating else SourceGrade.CANNOT_BE_JUDGED

    @property
    def grade(self) -> ContentGrade:
        """How likely it is true; 6 as long as nobody has judged."""
        return self.rating.content if self.rating else ContentGrade.CANNOT_BE_JUDGED


@dataclass(frozen=True)
class OpenedBundle:
    """An opened file of tips.

    Attributes:
        epoch: Number of the epoch that was current on that day.
        recipients: To whom tips are sealed in it.
        for_other_keys: Tags of the tips that were not sealed to this key.
        damaged: Tags of the tips that are sealed to this key but are not whole.
    """

    made_on: date
    epoch: int
    recipients: Recipients
    tips: tuple[OpenedTip, ...]
    for_other_keys: tuple[str, ...]
    damaged: tuple[str, ...]


class _ForOtherKeys(Exception):
    """Something is sealed, but not to this key."""


def check_sealed(content: bytes) -> None:
    """See that it can be a sealed file, before anybody is asked for a passphrase.

    Raises:
        Refused: If it cannot.
    """
    if not content.startswith(AGE_FILE_STARTS):
        raise Refused("This is not a sealed file of tips: such a file begins with “age-encryption.org”.")


def open_bundle(content: bytes, identities: Sequence[Identity]) -> OpenedBundle:
    """Open a file of tips and every tip in it that these identities can open.

    Raises:
        Refused: If the file is no age file, is damaged, was sealed to others, or holds no tips.
    """
    check_sealed(content)
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
    opened: list[OpenedTip] = []
    for_other_keys: list[str] = []
    damaged: list[str] = []
    for tip in bundle.tips:
        try:
            opened.append(_opened_tip(tip, identities))
        except _ForOtherKeys:
            for_other_keys.append(tip.tag)
        except (pyrage.DecryptError, ValueError):
            damaged.append(tip.tag)
    return OpenedBundle(
        bundle.made_on, bundle.epoch, bundle.recipients, tuple(opened), tuple(for_other_keys), tuple(damaged)
    )


def _opened_tip(tip: BundledTip, identities: Sequence[Identity]) -> OpenedTip:
    plaintext = _opened(tip.sealed, identities)
    additions, damaged = _opened_additions(tip.additions, identities)
    return OpenedTip(
        tag=tip.tag,
        day=tip.day,
        state=tip.state,
        epoch=tip.epoch,
        expires_on=tip.expires_on,
        rating=tip.rating,
        labels=tip.labels,
        content=read_tip(plaintext),
        additions=additions,
        damaged_additions=damaged,
        sealed_sha256=hashlib.sha256(plaintext).hexdigest(),
    )


def _opened_additions(
    additions: Sequence[BundledAddition], identities: Sequence[Identity]
) -> tuple[tuple[OpenedAddition, ...], tuple[int, ...]]:
    """Open what was added later; what cannot be opened does not take the tip with it."""
    opened: list[OpenedAddition] = []
    damaged: list[int] = []
    for addition in additions:
        try:
            plaintext = _opened(addition.sealed, identities)
            content = read_addition(plaintext)
        except (_ForOtherKeys, pyrage.DecryptError, ValueError):
            damaged.append(addition.number)
        else:
            digest = hashlib.sha256(plaintext).hexdigest()
            opened.append(OpenedAddition(addition.number, addition.day, content, digest))
    return tuple(opened), tuple(damaged)


def _opened(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    try:
        plain: bytes = pyrage.decrypt(sealed, identities)
    except pyrage.DecryptError as fault:
        if str(fault) == _OTHER_KEY:
            raise _ForOtherKeys from None
        raise
    return plain
