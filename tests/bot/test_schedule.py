"""What is done by the clock is done on time, and one job that fails holds up no other."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.rehearsal import faults
from bot.rehearsal.faults import Rule
from bot.schedule import Job, Ticker
from handlers.tip_drafts import SHOWN
from storage.appeals.records import find_appeal

if TYPE_CHECKING:
    import pytest
    from telegram import Bot

    from handlers.context import Services
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person


async def test_a_petition_closes_at_its_deadline_and_not_before(
    clarion: House, db: Database, published: dict[str, Appeal], amina: Person
) -> None:
    clarion.clock.time = published["DEMO-002"].deadline - timedelta(seconds=1)
    await clarion.clarion.ticker.tick()
    assert (await find_appeal(db, "DEMO-002")).state == "published"

    clarion.clock.time = published["DEMO-002"].deadline + timedelta(seconds=5)
    await clarion.clarion.ticker.tick()
    assert (await find_appeal(db, "DEMO-002")).state == "closed"
    await amina.sends("/sign DEMO-002")
    assert "closed" in amina.last.text


async def test_a_receipt_that_nobody_noted_is_deleted_after_ten_minutes_however_telegram_feels(
    clarion: House, amina: Person
) -> None:
    await amina.sends("/tip")
    for button in (
        *("tip:start", "tip-category:", "tip-area:", "tip-people:", "tip-when:", "tip-known:"),
        "tip-urgency:",
    ):
        await amina.presses(button)
    await amina.sends("Extra checks at the coach station.")
    await amina.presses("tip:seal")
    assert "Receipt number" in amina.sees

    clarion.telegram.faults.add(Rule(faults.server_error(), method="deleteMessage", times=1))
    clarion.clock.turn(seconds=SHOWN.total_seconds() + 1)
    await clarion.clarion.ticker.tick()
    assert "Receipt number" in amina.sees
    clarion.clock.turn(minutes=1)
    await clarion.clarion.ticker.tick()

    assert "Receipt number" not in amina.sees


async def test_a_job_that_fails_is_tried_again_and_the_next_one_runs(
    clarion: House, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[datetime] = []

    async def fails(_services: Services, _bot: Bot) -> None:
        raise RuntimeError("Amina K.")

    async def works(services: Services, _bot: Bot) -> None:
        done.append(services.now())

    jobs = Job(fails, timedelta(seconds=5)), Job(works, timedelta(hours=1))
    ticker = Ticker(clarion.clarion.services, clarion.clarion.application.bot, jobs)
    for _ in range(3):
        await ticker.tick()
        clarion.clock.turn(seconds=5)

    assert len(done) == 1
    assert caplog.text.count("fails failed: RuntimeError") == 3
    assert "Amina" not in caplog.text
