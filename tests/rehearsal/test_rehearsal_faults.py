"""Telegram fails on request, and the bot sees what it would see at Telegram."""

import random

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.rehearsal import faults
from bot.rehearsal.faults import Dropped, Fault, Faults, Rule, Slow
from bot.rehearsal.telegram import RehearsedTelegram

SHOWN: dict[str, tuple[Fault, type[TelegramError], bool]] = {
    "a server error": (faults.server_error(502), NetworkError, False),
    "a flood": (faults.flood(7), RetryAfter, False),
    "a block": (faults.forbidden(), Forbidden, False),
    "a refusal": (faults.bad_request("message can't be sent"), BadRequest, False),
    "a chat that moved": (faults.migrated(-1001), ChatMigrated, False),
    "a connection that broke before": (Dropped(delivered=False), NetworkError, False),
    "a connection that broke after": (Dropped(delivered=True), TimedOut, True),
}


@pytest.mark.parametrize(("fault", "error", "arrives"), SHOWN.values(), ids=SHOWN.keys())
async def test_a_fault_strikes_once_and_shows(
    bot: Bot, telegram: RehearsedTelegram, fault: Fault, error: type[TelegramError], *, arrives: bool
) -> None:
    telegram.faults.add(Rule(fault, method="sendMessage", times=1))
    with pytest.raises(error) as shown:
        await bot.send_message(201, "first")
    await bot.send_message(201, "second")

    assert type(shown.value) is error
    texts = [message.text for message in telegram.chat(201)[1:]]
    assert texts == (["first", "second"] if arrives else ["second"])


async def test_a_slow_answer_times_out_though_the_message_arrived(bot: Bot, telegram: RehearsedTelegram) -> None:
    telegram.faults.add(Rule(Slow(seconds=30), times=1))
    with pytest.raises(TimedOut):
        await bot.send_message(201, "late", read_timeout=0.01)

    assert telegram.chat(201)[-1].text == "late"


async def test_a_fault_strikes_only_where_it_was_asked_for(bot: Bot, telegram: RehearsedTelegram) -> None:
    telegram.faults.add(Rule(faults.forbidden(), chat_id=202))
    telegram.faults.add(Rule(faults.server_error(), method="getMe"))

    await bot.send_message(201, "untouched")
    with pytest.raises(NetworkError):
        await bot.get_me()
    with pytest.raises(Forbidden, match="bot was blocked"):
        await bot.send_message(202, "hi")
    telegram.faults.clear()
    await bot.get_me()


def test_chance_repeats_with_its_seed() -> None:
    def struck(seed: int) -> list[bool]:
        thrown = Faults(random.Random(seed))  # noqa: S311  # a game's dice
        thrown.add(Rule(faults.flood(1), chance=0.3))
        return [thrown.strike("sendMessage", {}) is not None for _ in range(200)]

    assert struck(7) == struck(7) != struck(8)
    assert 30 < sum(struck(7)) < 90
