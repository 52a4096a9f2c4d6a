"""What a witness writes behind a command in the middle of a tip or a receipt: it leaves the chat as any text does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.asking import person_of
from handlers.commands import COORDINATORS, SUPPORTERS, TELLING
from handlers.supporters.tips.traces import delete_left, traces_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Callback
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


def ways_out(leave: Callback, of_others: re.Pattern[str]) -> list[BaseHandler[Update, Context, Any]]:
    """Return what leads out of a tip or a receipt, *leave* it, and what is only said by the way.

    *of_others* fits the data of buttons that are not of this conversation.
    """
    return [
        CommandHandler([name for name in (*SUPPORTERS, *COORDINATORS) if name not in TELLING], leave),
        MessageHandler(filters.UpdateType.MESSAGE & _TELLING_MORE, delete_aside),
        CallbackQueryHandler(leave, pattern=of_others),
    ]
