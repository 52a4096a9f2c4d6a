"""A rehearsed Telegram whose clock stands still until a test moves it."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from bot.rehearsal.telegram import REHEARSAL_TOKEN, Person, RehearsedTelegram
from bot.rehearsal.wire import RehearsalRequest

AMINA = Person(201, "Amina", language_code="en")


@dataclass
class Clock:
    at: datetime = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **units: float) -> None:
        self.at += timedelta(**units)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Iterator[RehearsedTelegram]:
    """Amina has started the bot; Bilal has an account and never wrote."""
    telegram = RehearsedTelegram(REHEARSAL_TOKEN, now=clock)
    telegram.add_person(AMINA)
    telegram.add_person(Person(202, "Bilal"))
    telegram.says(AMINA.id, "/start")
    telegram.take_updates()
    yield telegram
    telegram.close()


@pytest.fixture
async def bot(telegram: RehearsedTelegram) -> AsyncIterator[Bot]:
    requests = RehearsalRequest(telegram), RehearsalRequest(telegram)
    async with Bot(telegram.token, request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot
