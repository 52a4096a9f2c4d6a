"""What can become of a letter that was handed to Telegram: values, not exceptions (architecture §6)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """Telegram took it and gave it this message id; what only removes a message has none."""

    message: int | None


@dataclass(frozen=True)
class Later:
    """It was not sent; try again after *seconds*, and send nobody else anything before that if *everybody*."""

    seconds: float
    everybody: bool = False


@dataclass(frozen=True)
class Blocked:
    """The person blocked the bot."""


@dataclass(frozen=True)
class Gone:
    """The person's account or chat is no more.

    Attributes:
        known: Whether Telegram says that it was there once; a chat it does not find at all may be a mistake of ours.
    """

    known: bool = True


@dataclass(frozen=True)
class Migrated:
    """The chat has another id now; send it there."""

    to: int


@dataclass(frozen=True)
class Refused:
    """Telegram will never take it, for this reason."""

    why: str


@dataclass(frozen=True)
class Fatal:
    """Nothing at all can be sent, for this reason: the broadcast stops.

    Attributes:
        alike: Whether it was the same refusal again and again: then a coordinator can let the broadcast go on.
    """

    why: str
    alike: bool = False


@dataclass(frozen=True)
class Uncertain:
    """Nobody knows whether it was sent: Telegram has no key that makes a repeated call harmless."""


Outcome = Sent | Later | Blocked | Gone | Migrated | Refused | Fatal | Uncertain
