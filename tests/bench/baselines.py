"""What Clarion is measured beside: each baseline as a reader would write it, sending the same letter."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import aiohttp
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import RetryAfter

from bot.rehearsal.tokens import REHEARSAL_TOKEN
from bot.replies import seconds_of
from tests.bench.letter import Letter, letter
from tests.bench.measuring import measured
from tests.bench.telegram import FIRST_SUBSCRIBER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

AT_ONCE = 100
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def library_in_sequence(url: str, messages: int) -> dict[str, float]:
    """python-telegram-bot as shipped, one message after the other."""
    text = letter()
    async with Bot(REHEARSAL_TOKEN, base_url=f"{url}/bot") as bot:
        with measured() as effort:
            for chat in _chats(messages):
                await _send(bot, chat, text)
    return asdict(effort)


async def library_at_once(url: str, messages: int) -> dict[str, float]:
    """python-telegram-bot as shipped, a hundred at once."""
    text = letter()
    async with Bot(REHEARSAL_TOKEN, base_url=f"{url}/bot") as bot:
        with measured() as effort:
            await _at_once(messages, lambda chat: _send(bot, chat, text))
    return asdict(effort)


async def aiogram_at_once(url: str, messages: int) -> dict[str, float]:
    """Send with aiogram, a hundred at once."""
    from aiogram import Bot as AiogramBot  # noqa: PLC0415  # nothing of ours needs it
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.exceptions import TelegramRetryAfter  # noqa: PLC0415
    from aiogram.types import InlineKeyboardMarkup  # noqa: PLC0415

    text = letter()
    keyboard = InlineKeyboardMarkup.model_validate_json(text.keyboard.to_json())

    async def send(chat: int) -> None:
        while True:
            try:
                await bot.send_message(chat, text.html, parse_mode="HTML", reply_markup=keyboard)
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            else:
                return

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with AiogramBot(REHEARSAL_TOKEN, session=session) as bot:
        with measured() as effort:
            await _at_once(messages, send)
    return asdict(effort)


async def bare_at_once(url: str, messages: int) -> dict[str, float]:
    """Post prepared bytes with aiohttp, a hundred at once, and look at the status alone: the limit in Python."""
    text = letter()
    fields = {"text": text.html, "parse_mode": "HTML", "reply_markup": text.keyboard.to_json()}
    prepared = urlencode(fields).encode()
    address = f"{url}/bot{REHEARSAL_TOKEN}/sendMessage"

    async def send(chat: int) -> None:
        async with session.post(address, data=b"chat_id=%d&" % chat + prepared, headers=FORM) as response:
            response.raise_for_status()
            await response.read()

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:
        with measured() as effort:
            await _at_once(messages, send)
    return asdict(effort)


async def _send(bot: Bot, chat: int, text: Letter) -> None:
    while True:
        try:
            await bot.send_message(chat, text.html, parse_mode=ParseMode.HTML, reply_markup=text.keyboard)
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        else:
            return


async def _at_once(messages: int, send: Callable[[int], Awaitable[Any]]) -> None:
    """Keep a hundred under way until all are sent."""
    chats = iter(_chats(messages))

    async def work() -> None:
        for chat in chats:
            await send(chat)

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


def _chats(messages: int) -> Iterable[int]:
    return range(FIRST_SUBSCRIBER, FIRST_SUBSCRIBER + messages)
