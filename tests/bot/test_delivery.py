"""What becomes of one letter, for everything that Telegram or the network may do; over the wire and over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.rehearsal import faults
from bot.rehearsal.faults import Dropped, Fault, Rule, Slow
from bot.rehearsal.server import serving
from bot.rehearsal.telegram import Person, RehearsedTelegram
from bot.sending.delivery import NETWORK_PAUSE, outcome_of
from bot.telegram_request import PreparedCall, TelegramRequest
from storage.letters.outbox.outcomes import (
    Blocked,
    Fatal,
    Gone,
    Later,
    Migrated,
    Outcome,
    Refused,
    Sent,
    Uncertain,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Sign", callback_data="sign:DEMO-002")]])
AMINA = 1001

CASES: dict[str, tuple[Fault, Outcome]] = {
    "flood": (faults.flood(7), Later(7.0, everybody=True)),
    "blocked": (faults.forbidden(), Blocked()),
    "deactivated": (faults.forbidden("user is deactivated"), Gone()),
    "never started": (faults.forbidden("bot can't initiate conversation with a user"), Gone()),
    "unknown chat": (faults.bad_request("chat not found"), Gone(known=False)),
    "refused": (faults.bad_request("message is too long"), Refused("Message is too long")),
    "migrated": (faults.migrated(-100123), Migrated(-100123)),
    "server error": (faults.server_error(500), Later(NETWORK_PAUSE)),
    "bad gateway": (faults.server_error(502), Later(NETWORK_PAUSE)),
    "broken after delivery": (Dropped(delivered=True), Uncertain()),
}


@pytest.fixture
def telegram() -> RehearsedTelegram:
    rehearsed = RehearsedTelegram()
    rehearsed.add_person(Person(AMINA, "Amina"))
    rehearsed.says(AMINA, "/start")
    return rehearsed


@pytest.fixture
async def url(telegram: RehearsedTelegram) -> AsyncIterator[str]:
    async with serving(telegram) as address:
        yield address


@pytest.fixture
async def bot(telegram: RehearsedTelegram, url: str) -> AsyncIterator[Bot]:
    request = TelegramRequest(connections=2)
    async with Bot(telegram.token, base_url=f"{url}/bot", request=request, get_updates_request=request) as opened:
        yield opened


async def deliver(bot: Bot, text: str) -> Outcome:
    """Send a letter as the post does: encoded once, through the library's own request and errors."""

    async def call() -> int:
        prepared = PreparedCall({"text": text, "parse_mode": "HTML", "reply_markup": KEYBOARD.to_json()})
        answer = await bot.request.post(f"{bot.base_url}/sendMessage", prepared.to(AMINA))
        assert isinstance(answer, dict)
        return int(answer["message_id"])

    return await outcome_of(call())


async def test_a_letter_that_arrives_is_sent_with_its_message_id(bot: Bot, telegram: RehearsedTelegram) -> None:
    outcome = await deliver(bot, '<b>좋은</b> "소식"')

    arrived = telegram.chat(AMINA)[-1]
    assert outcome == Sent(arrived.message_id)
    assert arrived.text == '좋은 "소식"'
    assert [button.text for button in arrived.buttons] == ["Sign"]


@pytest.mark.parametrize("case", CASES)
async def test_each_answer_of_telegram_is_the_value_that_the_outbox_settles(
    bot: Bot, telegram: RehearsedTelegram, case: str
) -> None:
    fault, expected = CASES[case]
    telegram.faults.add(Rule(fault, method="sendMessage", times=1))

    assert await deliver(bot, "news") == expected


async def test_over_real_http_a_connection_that_breaks_is_in_doubt_whether_or_not_it_arrived(
    bot: Bot, telegram: RehearsedTelegram
) -> None:
    for delivered in (False, True):
        telegram.faults.add(Rule(Dropped(delivered=delivered), method="sendMessage", times=1))
        assert await deliver(bot, f"{delivered}") == Uncertain()

    assert [message.text for message in telegram.chat(AMINA)[1:]] == ["True"]


async def test_an_answer_that_comes_too_late_is_in_doubt(
    telegram: RehearsedTelegram, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram_request.READ_SECONDS", 0.05)
    request = TelegramRequest(connections=1)
    async with Bot(telegram.token, base_url=f"{url}/bot", request=request, get_updates_request=request) as bot:
        telegram.faults.add(Rule(Slow(2), method="sendMessage", times=1))
        assert await deliver(bot, "late") == Uncertain()


async def test_without_a_connection_nothing_was_sent(telegram: RehearsedTelegram) -> None:
    async with serving(telegram) as url:
        request = TelegramRequest(connections=1)
        bot = Bot(telegram.token, base_url=f"{url}/bot", request=request, get_updates_request=request)
        await bot.initialize()
    assert await deliver(bot, "news") == Later(NETWORK_PAUSE)
    await bot.shutdown()


async def test_a_revoked_token_stops_everything(telegram: RehearsedTelegram, url: str) -> None:
    request = TelegramRequest(connections=1)
    bot = Bot("1000000001:revoked", base_url=f"{url}/bot", request=request, get_updates_request=request)
    await request.initialize()

    assert await deliver(bot, "news") == Fatal("the bot token is not valid any more")
    await request.shutdown()
