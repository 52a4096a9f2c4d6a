"""What a command or a button names: the words behind it, an appeal, the number of its version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.asking import pressed, say
from storage.appeals.records import find_appeal, find_correction
from storage.errors import NoSuchAppeal

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

_CODE = re.compile(r"[A-Z0-9-]{1,24}")
_NUMBER = re.compile(r"[0-9]{1,12}")  # a row in the largest table stays below, and it fits into a button


def words_of(update: Update, context: Context) -> tuple[str, ...]:
    """Return what stands behind the command, or what the pressed button holds."""
    return pressed(update) if update.callback_query else tuple(context.args or ())


def number_in(words: tuple[str, ...], place: int) -> int | None:
    """Return the number at that place of the words, if there is one."""
    return int(words[place]) if len(words) > place and _NUMBER.fullmatch(words[place]) else None


async def named_appeal(update: Update, context: Context, command: str, place: int = 0) -> StoredAppeal | None:
    """Return the appeal whose code stands at that place of the words; say what is missing where there is none.

    *command* is shown as an example of how to write it.
    """
    words = words_of(update, context)
    if len(words) <= place:
        await say(update, context, context.say("named-code-missing", command=command))
        return None
    code = words[place].upper()
    try:
        return await find_appeal(context.services.db, code if _CODE.fullmatch(code) else "")
    except NoSuchAppeal:
        await say(update, context, context.say("named-unknown"))
        return None


async def named_waiting(update: Update, context: Context, command: str) -> StoredAppeal | None:
    """Return what coordinators work at under that code: the correction that was not sent yet, or else the appeal."""
    stored = await named_appeal(update, context, command)
    return stored and (await find_correction(context.services.db, stored.appeal.code) or stored)
