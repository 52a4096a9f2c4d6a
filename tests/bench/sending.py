"""Clarion's own lanes: the whole program as `bot.app` assembles it, on a real database, against the played Telegram."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import HttpUrl, SecretStr

from bot import replies
from bot.app import assembled
from bot.demo.stage import Stage
from bot.rehearsal.tokens import REHEARSAL_TOKEN
from bot.running import run
from bot.settings import Settings
from tests.bench.house import database, letters_by_state, letters_in_doubt, open_petition
from tests.bench.lines import heard, say
from tests.bench.measuring import measured, peak_memory
from tests.bench.telegram import OWNER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.app import Clarion
    from storage.database import Database

UNBOUND = 100_000.0  # replies a second
LOOKS = 0.05  # seconds between two looks at what is settled


async def sent(folder: str, url: str, rate: float, letters: int) -> dict[str, object]:
    """Let the sender work until *letters* are settled; return what it took."""
    async with _opened(folder, url, rate) as clarion:
        with measured() as effort:
            sending = asyncio.create_task(clarion.sender.run())
            await _settled(clarion.services.db, letters)
        clarion.sender.stop()
        await sending
        states = await letters_by_state(clarion.services.db)
        in_doubt = await letters_in_doubt(clarion.services.db)
    return {
        "seconds": effort.seconds,
        "processor": effort.processor,
        "memory": peak_memory(),
        "states": states,
        "in_doubt": in_doubt,
    }


async def running(folder: str, url: str, rate: float) -> dict[str, object]:
    """Run the whole program until the input ends: it answers people, and sends what there is to send."""
    stopped = asyncio.Event()
    async with _opened(folder, url, rate) as clarion:
        told = asyncio.create_task(_stop_at_end_of_input(stopped))
        say({"ready": True})
        await run(clarion, stopped)
        await told
        return {"states": await letters_by_state(clarion.services.db), "processor": time.process_time()}


async def answering(folder: str, url: str) -> dict[str, object]:
    """Run the whole program as `running`, with replies that keep to no ceiling: the played Telegram has none."""
    replies.PER_SECOND = UNBOUND
    async with database(Path(folder)) as db:
        await open_petition(db)
    return await running(folder, url, UNBOUND)


@asynccontextmanager
async def _opened(folder: str, url: str, rate: float) -> AsyncIterator[Clarion]:
    stage = Stage(Path(folder))
    settings = Settings.model_construct(  # unchecked: the rate is beyond what an operator may set
        bot_token=SecretStr(REHEARSAL_TOKEN),
        bot_api_url=HttpUrl(url),
        database_url=f"sqlite:///{stage.database}",
        secret_key_file=stage.secret_key,
        tip_recipients_file=stage.recipients,
        owners=(OWNER,),
        privacy_contact="privacy@example.org",
        bulk_rate=rate,
    )
    async with assembled(settings) as clarion:
        yield clarion


async def _settled(db: Database, letters: int) -> None:
    while True:
        states = await letters_by_state(db)
        if sum(states.values()) - states.get("sending", 0) >= letters:
            return
        await asyncio.sleep(LOOKS)


async def _stop_at_end_of_input(stopped: asyncio.Event) -> None:
    await (await heard()).read()
    stopped.set()
