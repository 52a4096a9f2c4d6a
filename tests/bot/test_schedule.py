"""What is done by the clock is done on time, and one job that fails holds up no other."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.metrics.metrics import Metrics
from bot.rehearsal import faults
from bot.rehearsal.faults import Rule
from bot.schedule import Job, Ticker, leave_no_receipts
from handlers.tip_drafts import SHOWN
from storage.appeals.records import find_appeal
from storage.backups.erased import ErasedTip, note_erased, noted_erased
from storage.people.own_data import own_data

if TYPE_CHECKING:
    from pathlib import Path

    from telegram import Bot

    from bot.rehearsal.faults import Fault
    from bot.settings import Settings
    from handlers.context import Services
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

RECEIPT = re.compile(r"\d{5}(-\d{5}){4}")


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


async def is_shown_a_receipt(witness: Person) -> None:
    await witness.sends("/tip")
    for button in (
        *("tip:start", "tip-category:", "tip-area:", "tip-people:", "tip-when:", "tip-known:"),
        "tip-urgency:",
    ):
        await witness.presses(button)
    await witness.sends("Extra checks at the coach station.")
    await witness.presses("tip:seal")
    assert RECEIPT.search(witness.sees)


async def test_a_receipt_that_nobody_noted_is_deleted_after_ten_minutes_however_telegram_feels(
    clarion: House, amina: Person
) -> None:
    await is_shown_a_receipt(amina)
    clarion.telegram.faults.add(Rule(faults.server_error(), method="deleteMessage", times=1))
    clarion.clock.turn(seconds=SHOWN.total_seconds() + 1)
    await clarion.clarion.ticker.tick()
    assert "Receipt number" in amina.sees
    clarion.clock.turn(minutes=1)
    await clarion.clarion.ticker.tick()

    assert "Receipt number" not in amina.sees


async def test_a_receipt_that_telegram_refuses_to_delete_is_written_over(clarion: House, amina: Person) -> None:
    await is_shown_a_receipt(amina)
    clarion.telegram.faults.add(Rule(faults.bad_request("message can't be deleted"), method="deleteMessage"))
    clarion.telegram.faults.add(Rule(faults.server_error(), method="editMessageText", times=1))
    clarion.clock.turn(seconds=SHOWN.total_seconds() + 1)
    await clarion.clarion.ticker.tick()
    assert RECEIPT.search(amina.sees)
    clarion.clock.turn(minutes=1)
    await clarion.clarion.ticker.tick()

    assert "What stood here was removed" in amina.last.text
    assert not RECEIPT.search(amina.sees)
    assert clarion.clarion.services.shown_receipts.all() == ()


@pytest.mark.parametrize("fault", [None, faults.server_error(), faults.bad_request("message can't be deleted")])
async def test_an_orderly_stop_leaves_no_receipt_in_any_chat(
    clarion: House, amina: Person, sujin: Person, fault: Fault | None
) -> None:
    await is_shown_a_receipt(amina)
    await is_shown_a_receipt(sujin)
    if fault:
        clarion.telegram.faults.add(Rule(fault, method="deleteMessage", chat_id=amina.id))
    await leave_no_receipts(clarion.clarion.services, clarion.clarion.application.bot)

    assert not RECEIPT.search(amina.sees)
    assert sujin.chat == ()


async def test_an_unfinished_signing_is_forgotten_after_two_days_by_the_program_too(
    clarion: House, db: Database, published: dict[str, Appeal], amina: Person
) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    clarion.clock.turn(hours=20)
    await clarion.clarion.ticker.tick()
    assert (await own_data(db, amina.id))["unfinished"]["signing"]["name"] == "Amina K."

    clarion.clock.turn(days=2)
    await clarion.clarion.ticker.tick()

    assert (await own_data(db, amina.id))["unfinished"] is None
    assert clarion.clarion.application.user_data[amina.id].signing is None
    await amina.presses("consents:done")
    assert "no unfinished signature" in amina.last.text
    assert (await own_data(db, amina.id))["unfinished"] is None


async def test_what_was_erased_leaves_the_log_of_the_database_within_the_hour(
    clarion: House, db: Database, amina: Person, tmp_path: Path
) -> None:
    log = tmp_path / "clarion.db-wal"
    await clarion.clarion.ticker.tick()
    await amina.sends("/language")
    await amina.presses("한국어")
    assert log.stat().st_size

    clarion.clock.turn(hours=1)
    await clarion.clarion.ticker.tick()

    assert not log.stat().st_size


async def test_old_backups_and_what_killed_ones_left_go_within_the_hour_though_none_are_made(
    clarion: House, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    folder = settings.backups_path
    await clarion.clarion.ticker.tick()
    folder.mkdir()
    for name in ("clarion-20261115T000000Z.db.age", "clarion-20261121T000000Z.db.age"):
        (folder / name).touch()
    (folder / ".clarion-20261121T000000Z.db.age.unfinished").touch()
    note_erased(settings.database_path, ErasedTip(date(2026, 11, 13), "K3FN"))

    clarion.clock.turn(hours=1)
    await clarion.clarion.ticker.tick()

    assert [path.name for path in folder.iterdir()] == ["clarion-20261121T000000Z.db.age"]
    assert "removed at their time: 1 backups" in caplog.text
    assert noted_erased(settings.database_path) == ()


async def test_a_job_that_fails_is_tried_again_and_the_next_one_runs(
    clarion: House, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[datetime] = []

    async def fails(_services: Services, _bot: Bot) -> None:
        raise RuntimeError("Amina K.")

    async def works(services: Services, _bot: Bot) -> None:
        done.append(services.now())

    jobs = Job(fails, timedelta(seconds=5)), Job(works, timedelta(hours=1))
    ticker = Ticker(clarion.clarion.services, clarion.clarion.application.bot, Metrics(), jobs)
    for _ in range(3):
        await ticker.tick()
        clarion.clock.turn(seconds=5)

    assert len(done) == 1
    assert caplog.text.count("fails failed: RuntimeError") == 3
    assert "Amina" not in caplog.text
