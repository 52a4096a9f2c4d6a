"""A call to Telegram for a letter: what became of it, as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.replies import seconds_of
from storage.letters.outbox.outcomes import Blocked, Fatal, Gone, Later, Migrated, Outcome, Refused, Sent, Uncertain

if TYPE_CHECKING:
    from collections.abc import Awaitable

NETWORK_PAUSE = 5.0  # seconds before a letter that did not leave is tried again
NEVER_THERE = ("chat not found", "peer_id_invalid")
GONE = (*NEVER_THERE, "user is deactivated", "bot can't initiate conversation")


async def outcome_of(call: Awaitable[int | None]) -> Outcome:
    """Wait for a call that gives a message's id and say what became of it; never raises for an answer of Telegram's.

    The order of the cases matters: `BadRequest` and `TimedOut` inherit from `NetworkError`.
    """
    try:
        message = await call
    except RetryAfter as error:
        return Later(seconds_of(error), everybody=True)
    except ChatMigrated as error:
        return Migrated(error.new_chat_id)
    except InvalidToken:
        return Fatal("the bot token is not valid any more")
    except Conflict:
        return Fatal("another program uses this bot token")
    except Forbidden as error:
        return Gone() if says(error, GONE) else Blocked()
    except BadRequest as error:
        return Gone(known=not says(error, NEVER_THERE)) if says(error, GONE) else Refused(error.message)
    except TimedOut:
        return Uncertain()
    except NetworkError:  # it did not leave this machine, or 5xx: Telegram says that it did not do it
        return Later(NETWORK_PAUSE)
    except TelegramError:  # an answer that is none of Telegram's: something on the way gave it
        return Uncertain()
    return Sent(message)


def says(error: BadRequest | Forbidden, phrases: tuple[str, ...]) -> bool:
    """Say whether Telegram's description holds one of *phrases*, in whatever case."""
    return any(phrase in error.message.lower() for phrase in phrases)
