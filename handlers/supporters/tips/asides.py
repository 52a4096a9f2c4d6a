"""What a witness writes behind a command in the middle of a tip or a receipt: it leaves the chat as any text does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.ext import MessageHandler, filters

from handlers.asking import person_of
from handlers.commands import COORDINATORS, SUPPORTERS, TELLING
from handlers.supporters.tips.traces import delete_left, traces_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

_ANY = "|".join((*SUPPORTERS, *COORDINATORS))
COMMANDS = filters.Regex(re.compile(rf"^/(?:{_ANY})(?:@\w+)?(?:\s|$)"))
"""Lets through what begins with a command of ours."""
_TELLING_MORE = filters.Regex(re.compile(rf"^/(?:{'|'.join(sorted(TELLING))})(?:@\w+)?\s+\S"))
_MORE = re.compile(r"/\S+\s+\S")


def says_more(update: Update) -> frozenset[int]:
    """Return the message of the update if more than a command stands in it."""
    message = update.message
    return frozenset({message.message_id}) if message and _MORE.match(message.text or "") else frozenset()


async def delete_aside(update: Update, context: Context) -> None:
    """Delete what was written behind a command that only tells something; others answer it, and the step stays."""
    traces = traces_of(update, context)
    traces.undeleted |= says_more(update)
    await delete_left(context.bot, person_of(update).id, traces)


def telling_with_text() -> MessageHandler[Context, Any]:
    """Return the handler of those commands with a text behind them."""
    return MessageHandler(filters.UpdateType.MESSAGE & _TELLING_MORE, delete_aside)
