"""Refuses to play with a token that could be real."""

REHEARSAL_TOKEN = "1000000001:REHEARSAL-not-a-telegram-token"  # noqa: S105  # opens nothing, and says so
_MARK = "REHEARSAL"


class RealToken(ValueError):
    """The token does not carry the word REHEARSAL, so it may belong to a bot that people rely on."""


def bot_id_of(token: str) -> int:
    """Return the id of the bot that *token* names.

    Raises:
        RealToken: If the token does not say that it is for rehearsals.
    """
    number, _, secret = token.partition(":")
    if _MARK not in secret or not number.isascii() or not number.isdecimal():
        raise RealToken(f"A rehearsal takes only tokens of the form 123:…{_MARK}…, never one of a real bot.")
    return int(number)
