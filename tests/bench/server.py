"""The process that plays Telegram for a lane: serves the Bot API, and does what the bench tells it.

Each line that it reads is a JSON object with a `deed`, each line that it writes is an answer. It ends with its input.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from typing import Any

from bot.rehearsal.telegram import Limits
from tests.bench.front import BotApiConnection
from tests.bench.lines import heard, say
from tests.bench.signers import Signers
from tests.bench.telegram import TalliedTelegram

HOST = "127.0.0.1"
BURST = 30


def limits(per_second: float | None) -> Limits | None:
    """Return Telegram's limits with another ceiling, or none at all."""
    return None if per_second is None else Limits(per_second=per_second, burst=BURST)


async def serve(subscribers: int, latency: float, per_second: float | None) -> None:
    """Play Telegram until the input ends; answers take *latency* seconds more than the deed."""
    telegram = TalliedTelegram(subscribers, limits(per_second))
    gc.freeze()
    gc.disable()  # its pauses would be taken for the bot's
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: BotApiConnection(telegram, latency), HOST, 0)
    say({"url": f"http://{HOST}:{server.sockets[0].getsockname()[1]}"})
    told = await heard()
    while line := await told.readline():
        say(await _do(telegram, json.loads(line)))


async def _do(telegram: TalliedTelegram, told: dict[str, Any]) -> dict[str, Any]:
    match told:
        case {"deed": "ceiling", "per_second": per_second}:
            telegram.limit(limits(per_second))
            return {"at": asyncio.get_running_loop().time()}
        case {"deed": "count"}:
            return {
                "taken": telegram.taken,
                "floods": telegram.floods,
                "missed": telegram.missed(),
                "doubled": telegram.doubled(),
            }
        case {"deed": "ask", "every": every, "seconds": seconds}:
            return {"waits": await telegram.ask_for_help(every, seconds)}
        case {"deed": "sign", "people": people, "at_once": at_once, "details": details}:
            signers = Signers(telegram, people, at_once)
            seconds = await signers.sign(details=details)
            return {"seconds": seconds, "waits": signers.waits}
    raise ValueError(told)


if __name__ == "__main__":
    asyncio.run(serve(**json.loads(sys.argv[1])))
