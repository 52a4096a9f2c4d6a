"""Runs an assembled Clarion: answers, sends, does what is due; and ends so that nothing in flight is in doubt."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.logs import frames_of
from bot.schedule import delete_left_messages, leave_no_receipts
from handlers.supporters.tips.interrupted import find_interrupted, tell_interrupted
from storage.errors import CannotStart

if TYPE_CHECKING:
    from bot.app import Clarion

log = logging.getLogger(__name__)

CLEARING_SECONDS = 10.0
ERRANDS_SECONDS = 10.0
STOPPING_SECONDS = 30.0  # how long letters in flight may take to be settled at the end
REVOKED = "Telegram does not accept CLARION_BOT_TOKEN any more: put a valid one into .env."
ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]


async def run(clarion: Clarion, stopped: asyncio.Event) -> None:
    """Answer and send until *stopped* is set; then finish what is in flight.

    Raises:
        CannotStart: If Telegram does not accept the token any more, or a part of the program ended by itself:
            whoever watches over the program must hear of it, and a program that is started again goes on.
    """
    gc.collect()
    gc.freeze()  # what was made so far stays: looking through it again would hold up every reply for a moment
    async with AsyncExitStack() as stack:
        sending = asyncio.create_task(clarion.sender.run(), name="sending")
        stack.push_async_callback(_finish_sending, clarion, sending)
        reporting = asyncio.create_task(clarion.reporter.run(), name="reporting")
        stack.push_async_callback(_end, reporting)
        stack.push_async_callback(_clear_chats, clarion)
        ticking = asyncio.create_task(clarion.ticker.run(), name="ticking")
        stack.push_async_callback(_end, ticking)
        interrupted = await find_interrupted(clarion.services)  # before anybody can begin anything anew
        await clarion.application.start()
        stack.push_async_callback(_stop_answering, clarion)
        clarion.application.run_errand(tell_interrupted(clarion.services, clarion.application.bot, interrupted))
        await _start_polling(clarion)
        told = asyncio.create_task(stopped.wait(), name="told to stop")
        revoked = asyncio.create_task(clarion.revoked.wait(), name="revoked")
        for waiting in (told, revoked):
            stack.push_async_callback(_end, waiting)
        ended, _ = await asyncio.wait((sending, reporting, ticking, told, revoked), return_when=asyncio.FIRST_COMPLETED)
    if revoked in ended:
        raise CannotStart(REVOKED)
    if told not in ended:
        raise CannotStart(f"A part of the program ended by itself ({_named(ended)}): see the log, and start it again.")


async def _start_polling(clarion: Clarion) -> None:
    updater = clarion.application.updater
    assert updater is not None
    try:
        await updater.start_polling(
            allowed_updates=ALLOWED_UPDATES, drop_pending_updates=False, error_callback=_polling_failed
        )
    except InvalidToken:
        raise CannotStart(REVOKED) from None


async def _stop_answering(clarion: Clarion) -> None:
    updater = clarion.application.updater
    assert updater is not None
    try:
        if updater.running:
            await updater.stop()
    except TelegramError as error:  # it tells Telegram once more how far it read; that may be what fails
        log.warning("the last word to Telegram failed: %s", type(error).__name__)
    await clarion.application.stop()
    if given_up := await clarion.application.finish_errands(ERRANDS_SECONDS):
        log.warning("%d messages to coordinators were given up at the end", given_up)


async def _clear_chats(clarion: Clarion) -> None:
    """Take out of the chats what this program alone knows to be there: receipts, and left messages of witnesses."""
    try:
        async with asyncio.timeout(CLEARING_SECONDS):
            await delete_left_messages(clarion.services, clarion.application.bot)
            await leave_no_receipts(clarion.services, clarion.application.bot)
    except TimeoutError:
        log.warning("Telegram was too slow to clear what should leave the chats")


async def _finish_sending(clarion: Clarion, sending: asyncio.Task[None]) -> None:
    clarion.sender.stop()
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(asyncio.wait({sending})), STOPPING_SECONDS)
    await _end(sending)


async def _end(task: asyncio.Task[Any]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        try:
            await task
        except Exception as error:  # noqa: BLE001  # it is over either way; what matters is that it is known
            log.error("%s ended: %s", task.get_name(), frames_of(error))  # noqa: TRY400  # values may be personal


def _named(tasks: set[asyncio.Task[Any]]) -> str:
    return ", ".join(sorted(task.get_name() for task in tasks))


def _polling_failed(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        log.error("another program takes this bot's messages with its token: stop it, or revoke the token")
    else:
        log.warning("Telegram could not be asked for messages: %s", type(error).__name__)
