"""The sender of letters: leases what is due in lots, hands it to the post at the lane's pace, settles its fate.

    write ──► lease ──► post ──► settle      each in its own loop, so that none waits for another's network or disk

At most `FLIGHT_MAX` letters are between lease and settlement, and so in doubt after a crash.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.logs import frames_of
from bot.metrics.metrics import Part
from bot.sending.breaker import Breaker
from storage.letters.broadcasts.planning import PAID_PER_SECOND, end_finished, pause_after_canary, start_scheduled
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import lease, recover, resume_failed
from storage.letters.outbox.outcomes import Fatal, Later, Uncertain
from storage.letters.outbox.settling import Settled, settle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.metrics.metrics import Metrics
    from bot.pacer import Pacer
    from bot.sending.post import Post
    from storage.database import Database
    from storage.letters.outbox.choosing import Running
    from storage.letters.outbox.leasing import Letter
    from storage.letters.outbox.outcomes import Outcome

log = logging.getLogger(__name__)

Result = TypeVar("Result")

FLIGHT_MAX, FLIGHT_MIN = 256, 16  # letters between lease and settlement
FLIGHT_SECONDS = 2.0  # so long at its pace a lane may be ahead of what was answered
UNANSWERED_MAX = 5  # calls in a row without an answer
PROBE_SECONDS = 30.0  # between two tries while there is none
LOT_MAX = 64  # letters of one lease
OVERTAKE_SECONDS = 0.3  # how long one broadcast is sent before another look at which is the most urgent
IDLE_SECONDS = 1.0  # how long what is due by the clock may wait longer
FAULT_SECONDS = 1.0  # before what failed is tried again
UNWRITTEN_SECONDS = 60.0  # before a letter is tried again whose text could not be written


class Sender:
    """Sends what is in the outbox; `wake` tells it that there is more, `stop` that the program ends."""

    def __init__(self, db: Database, post: Post, pacer: Pacer, metrics: Metrics, now: Callable[[], datetime]) -> None:
        self._db = db
        self._post = post
        self._pacer = pacer
        self._metrics = metrics
        self._now = now
        self._breaker = Breaker()
        self._outcomes: asyncio.Queue[Settled] = asyncio.Queue()
        self._flights: set[asyncio.Task[None]] = set()
        self._in_flight = 0
        self._running: Running | None = None
        self._looked = 0.0
        self._landed = asyncio.Event()
        self._work = asyncio.Event()
        self._stopping = False
        self._unsure = False
        self._unanswered = 0

    def wake(self) -> None:
        """Say that letters may be due."""
        self._work.set()

    def stop(self) -> None:
        """Let `run` end once the letters in flight are settled, so that none is left in doubt."""
        self._stopping = True
        self._pacer.close()
        self._work.set()
        self._landed.set()

    async def run(self) -> None:
        """Send until stopped; a fault of the machine is logged and tried again, for letters must go out."""
        await self._insist(self._take_up)
        settling = asyncio.create_task(self._settle_what_comes(), name="settling")
        minding = asyncio.create_task(self._mind_broadcasts(), name="minding broadcasts")
        try:
            while not self._stopping:
                self._metrics.alive(Part.SENDER)
                if not await self._insist(self._send_lot):
                    await self._wait(self._work)
            await self._land()
        finally:
            for task in (settling, minding, *self._flights):
                task.cancel()
            await asyncio.gather(settling, minding, *self._flights, return_exceptions=True)

    async def drain(self) -> None:
        """Send until nothing is due, and settle it; for who works without `run`."""
        settling = asyncio.create_task(self._settle_what_comes(), name="settling")
        try:
            while await self._mind() or await self._send_lot() or self._in_flight:
                await self._land()
        finally:
            settling.cancel()
            await asyncio.gather(settling, return_exceptions=True)

    async def _take_up(self) -> None:
        """Go on where another program ended."""
        await resume_failed(self._db)
        if in_doubt := await recover(self._db):
            log.warning("%d letters were in flight when sending broke off", in_doubt)

    async def _send_lot(self) -> bool:
        """Lease the letters whose turn it is and let them go; return whether any broadcast had letters due."""
        if self._unsure and not self._in_flight:  # what still counts as being sent was leased, and never left
            if in_doubt := await recover(self._db):
                log.warning("%d letters were leased and not sent", in_doubt)
            self._unsure = False
        running = await self._most_urgent()
        if running is None or self._stopping:
            return False
        times = PAID_PER_SECOND / self._pacer.ceiling if running.paid else 1.0
        room = self._room(times)
        if room <= 0:
            await self._wait(self._landed)
            return True
        turns = await self._pacer.turns(min(LOT_MAX, room), times=times)
        running = await self._most_urgent()
        letters = await self._lease(running, turns) if running and turns else ()
        self._pacer.give_back(turns - len(letters), times=times)
        self._running = running.after(len(letters)) if running and len(letters) == turns else None
        for letter in letters:
            self._in_flight += 1
            flight = asyncio.create_task(self._fly(letter))
            self._flights.add(flight)
            flight.add_done_callback(self._flights.discard)
        if not letters and self._in_flight:  # what is due may wait for what is under way, such as a picture's upload
            await self._wait(self._landed)
        return True

    def _room(self, times: float) -> int:
        """Return how many more letters may be in flight: a single one while Telegram gives no answers."""
        if self._unanswered >= UNANSWERED_MAX:
            return 1 - self._in_flight
        at_pace = int(self._pacer.ceiling * times * FLIGHT_SECONDS)
        return min(FLIGHT_MAX, max(FLIGHT_MIN, at_pace)) - self._in_flight

    async def _lease(self, running: Running, turns: int) -> tuple[Letter, ...]:
        """Lease a lot; where that fails, nobody knows whether it was kept."""
        try:
            return await lease(self._db, running, turns, self._now())
        except Exception:
            self._unsure = True
            raise

    async def _most_urgent(self) -> Running | None:
        """Return the broadcast whose turn it is; what is more urgent overtakes it within `OVERTAKE_SECONDS`."""
        if self._running is None or _now() - self._looked > OVERTAKE_SECONDS:
            self._running, self._looked = await next_running(self._db, self._now()), _now()
        return self._running

    async def _fly(self, letter: Letter) -> None:
        begun = _now()
        outcome = self._breaker.judge(letter.broadcast, await self._hand_over(letter))
        self._metrics.letter(outcome)
        if isinstance(outcome, Later) and outcome.everybody:
            self._pacer.slow_down(outcome.seconds, begun)
        self._heed_silence(outcome)
        if isinstance(outcome, Fatal):
            log.error("broadcast %d stopped: %s", letter.broadcast, outcome.why)
        self._outcomes.put_nowait(Settled(letter, outcome))

    def _heed_silence(self, outcome: Outcome) -> None:
        """Where call after call stays without an answer, try but one letter at times: each one may be lost in doubt."""
        if not isinstance(outcome, Uncertain):
            self._unanswered = 0
            return
        self._unanswered += 1
        if self._unanswered >= UNANSWERED_MAX:
            log.warning("Telegram gives no answers; letters wait")
            self._pacer.hold(PROBE_SECONDS)

    async def _hand_over(self, letter: Letter) -> Outcome:
        try:
            return await self._post.hand_over(letter)
        except Exception as error:  # noqa: BLE001  # a letter that cannot be written must not hold up the others
            log.error("a letter could not be written: %s", frames_of(error))  # noqa: TRY400  # its values may be personal
            return Later(UNWRITTEN_SECONDS)

    async def _settle_what_comes(self) -> None:
        """Settle what has landed, all that came meanwhile in one transaction."""
        while True:
            lot = [await self._outcomes.get()]
            while not self._outcomes.empty():
                lot.append(self._outcomes.get_nowait())
            await self._insist(partial(self._settle, lot))
            self._in_flight -= len(lot)
            self._landed.set()

    async def _settle(self, lot: list[Settled]) -> None:
        await settle(self._db, lot, self._now())

    async def _land(self) -> None:
        """Wait until every letter in flight is settled."""
        while self._in_flight:
            self._landed.clear()
            await self._landed.wait()

    async def _mind_broadcasts(self) -> None:
        """Begin, write and end broadcasts, as the clock and the letters ask."""
        while True:
            if not await self._insist(self._mind):
                await asyncio.sleep(IDLE_SECONDS)

    async def _mind(self) -> bool:
        """Do what is due to broadcasts now; return whether there is more to do at once."""
        for broadcast in await start_scheduled(self._db, self._now()):
            log.info("broadcast %d has its time", broadcast)
        unwritten = await unwritten_broadcasts(self._db)
        for broadcast in unwritten:
            await write_next(self._db, broadcast, self._now())
            self.wake()
        skipped = await skip_needless(self._db, self._now())
        for broadcast in await end_finished(self._db, self._now()):
            log.info("broadcast %d is done", broadcast)
        for broadcast in await pause_after_canary(self._db):
            log.info("broadcast %d pauses after its first letters", broadcast)
        return bool(unwritten or skipped)

    async def _wait(self, event: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await event.wait()
        except TimeoutError:
            return
        event.clear()

    async def _insist(self, deed: Callable[[], Awaitable[Result]]) -> Result:
        """Do it again until it is done: letters wait behind it, and what Telegram has done must be kept."""
        while True:
            try:
                return await deed()
            except Exception as error:  # noqa: BLE001  # whatever it is
                log.error("sending was held up: %s", frames_of(error))  # noqa: TRY400  # its values may quote letters
                await asyncio.sleep(FAULT_SECONDS)


def _now() -> float:
    return asyncio.get_running_loop().time()
