"""Whoever watches over the program sees counts and times, from this machine alone, and nobody in particular."""

from __future__ import annotations

import re
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientConnectorError, ClientSession
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families
from telegram import CallbackQuery, Chat, Message, Update, User

from bot.metrics.metrics import REPLY_BUCKETS, SILENCE_MAX, Kind, Metrics, Part, kind_of
from bot.metrics.serving import OFF, serving_metrics
from storage.database import Database
from storage.errors import CannotStart
from storage.letters.outbox.outcomes import Blocked, Fatal, Gone, Later, Migrated, Refused, Sent, Uncertain
from storage.letters.outbox.waiting import Waiting, waiting_letters
from storage.secret_key import SecretKey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

OPERATORS_PAGE = Path(__file__).parents[2] / "docs" / "operators.md"
NOW = 1_800_000_000
PRIVATE = "Bad Request: chat 7070707 of Amina"
OUTCOMES = (
    Sent(7070707),
    Later(3.0),
    Blocked(),
    Gone(),
    Migrated(7070707),
    Refused(PRIVATE),
    Fatal(PRIVATE),
    Uncertain(),
)
LABELS = {
    "rank": {"critical", "high", "normal"},
    "outcome": {"sent", "later", "blocked", "gone", "migrated", "refused", "fatal", "uncertain"},
    "kind": {"message", "callback", "other"},
    "le": {*map(str, REPLY_BUCKETS), "+Inf"},
}


class Seconds:
    """A clock that tests turn."""

    def __init__(self) -> None:
        self.passed = 1000.0

    def __call__(self) -> float:
        return self.passed


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "clarion.db", SecretKey(bytes(32)))
    yield database
    await database.close()


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


def now() -> datetime:
    return datetime.fromtimestamp(NOW, UTC)


def read(exposition: str | bytes) -> dict[str, float]:
    """Read what Prometheus would read: one figure for each series, such as `name{label}`."""
    text = exposition if isinstance(exposition, str) else exposition.decode()
    return {
        sample.name + "".join(f"{{{value}}}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def add_broadcast(db: Database, rank: int, state: str, letters: dict[str, tuple[int, ...]]) -> None:
    """Keep a broadcast whose letters are in the given states and were due so many seconds ago."""
    async with db.transaction() as tx:
        broadcast = await tx.only(
            """
            INSERT INTO broadcast
                (kind, rank, state, wanted, planned_at, starts_at, letters, paid_letters, floods)
            VALUES ('digest', :rank, :state, '{}', 0, 0, 0, 0, 0) RETURNING id
            """,
            {"rank": rank, "state": state},
        )
        await tx.execute_many(
            "INSERT INTO letter (broadcast, state, due_at, in_doubt) VALUES (:broadcast, :state, :due_at, 0)",
            [
                {"broadcast": broadcast["id"], "state": of, "due_at": NOW - ago}
                for of, due in letters.items()
                for ago in due
            ],
        )


async def test_what_is_due_of_running_broadcasts_waits_and_what_is_with_telegram_is_in_flight(db: Database) -> None:
    await add_broadcast(db, 0, "running", {"pending": (5, 0, -1), "sending": (9,), "sent": (900,)})
    await add_broadcast(db, 0, "running", {"pending": (1,)})
    await add_broadcast(db, 2, "running", {"pending": (70, 3)})
    await add_broadcast(db, 1, "paused", {"pending": (800,), "sending": (9,)})
    await add_broadcast(db, 1, "scheduled", {"pending": (800,)})

    assert await waiting_letters(db, now()) == Waiting({0: 3, 2: 2}, in_flight=2, oldest_seconds=70)


async def test_with_nothing_due_nothing_waits(db: Database) -> None:
    await add_broadcast(db, 0, "running", {"pending": (-60,), "sent": (900,)})

    assert await waiting_letters(db, now()) == Waiting({}, in_flight=0, oldest_seconds=0)


deeds = st.one_of(
    st.sampled_from(OUTCOMES).map(lambda outcome: ("letter", (outcome,))),
    st.tuples(st.floats(0, 1e6), st.sampled_from(Kind)).map(lambda reply: ("reply", reply)),
    st.floats(0, 1e6).map(lambda seconds: ("paused", (seconds,))),
    st.just(("job_failed", ())),
    st.builds(Waiting, st.dictionaries(st.integers(0, 9), st.integers(0)), st.integers(0), st.integers(0)).map(
        lambda waiting: ("show", (waiting,))
    ),
)


@given(story=st.lists(deeds, max_size=20))
def test_no_label_ever_has_a_value_outside_its_closed_list(story: list[tuple[str, tuple[object, ...]]]) -> None:
    metrics = Metrics()
    for name, values in story:
        getattr(metrics, name)(*values)

    exposition = metrics.exposition().decode()

    samples = [sample for family in text_string_to_metric_families(exposition) for sample in family.samples]
    assert all(value in LABELS[label] for sample in samples for label, value in sample.labels.items())
    assert "7070707" not in exposition


def test_every_series_is_there_from_the_start_so_that_the_first_event_is_a_rise() -> None:
    seen = read(Metrics().exposition())

    assert {f"clarion_letters_total{{{outcome}}}" for outcome in LABELS["outcome"]} <= seen.keys()
    assert {f"clarion_letters_waiting{{{rank}}}" for rank in LABELS["rank"]} <= seen.keys()
    assert set(seen.values()) == {0.0}


def test_letters_replies_and_failures_are_counted_each_in_its_place() -> None:
    metrics = Metrics()
    for outcome in (Sent(1), Sent(2), Blocked()):
        metrics.letter(outcome)
    metrics.reply(0.04, Kind.MESSAGE)
    metrics.reply(4.0, Kind.CALLBACK)
    metrics.job_failed()

    seen = read(metrics.exposition())

    assert (seen["clarion_letters_total{sent}"], seen["clarion_letters_total{blocked}"]) == (2, 1)
    assert (seen["clarion_reply_seconds_bucket{0.05}"], seen["clarion_reply_seconds_bucket{5.0}"]) == (1, 2)
    assert (seen["clarion_updates_total{message}"], seen["clarion_updates_total{callback}"]) == (1, 1)
    assert seen["clarion_jobs_failed_total"] == 1


def test_pauses_that_overlap_are_one_pause_of_several_floods() -> None:
    seconds = Seconds()
    metrics = Metrics(seconds)
    metrics.paused(30)
    metrics.paused(30)
    seconds.passed += 10
    metrics.paused(5)
    metrics.paused(40)

    seen = read(metrics.exposition())

    assert (seen["clarion_floods_total"], seen["clarion_sending_pause_seconds_total"]) == (4, 50)


def test_two_houses_in_one_program_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.letter(Sent(1))

    assert read(one.exposition())["clarion_letters_total{sent}"] == 1
    assert read(other.exposition())["clarion_letters_total{sent}"] == 0


def test_an_update_counts_as_what_the_person_did() -> None:
    message = Message(1, now(), Chat(1, Chat.PRIVATE))
    press = CallbackQuery("1", User(1, "Amina", is_bot=False), "1")

    assert kind_of(Update(1, message=message)) is Kind.MESSAGE
    assert kind_of(Update(2, callback_query=press)) is Kind.CALLBACK
    assert kind_of(Update(3)) is Kind.OTHER
    assert kind_of("no update at all") is Kind.OTHER


def test_a_part_is_missed_after_a_minute_of_silence() -> None:
    seconds = Seconds()
    metrics = Metrics(seconds)
    seconds.passed += SILENCE_MAX
    assert metrics.silent() == ()

    metrics.letter(Sent(1))
    seconds.passed += 1
    assert metrics.silent() == (Part.TICKER,)

    metrics.alive(Part.TICKER)
    assert metrics.silent() == ()


def test_a_sender_that_waits_out_a_long_pause_is_not_missed_before_its_end() -> None:
    seconds = Seconds()
    metrics = Metrics(seconds)
    metrics.paused(600)
    metrics.alive(Part.SENDER)
    seconds.passed += 600 + SILENCE_MAX
    metrics.alive(Part.TICKER)
    assert metrics.silent() == ()

    seconds.passed += 1
    assert metrics.silent() == (Part.SENDER,)


async def test_a_scrape_shows_the_queue_and_counts_it_anew_only_after_a_while(db: Database, free_port: int) -> None:
    await add_broadcast(db, 0, "running", {"pending": (5, 0), "sending": (9,)})

    async with serving_metrics(Metrics(), free_port, db, now), ClientSession(f"http://127.0.0.1:{free_port}") as client:
        scrapes = []
        for _ in range(2):
            async with client.get("/metrics") as answer:
                assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
                scrapes.append(read(await answer.text()))
            await add_broadcast(db, 0, "running", {"pending": (900,)})

    assert scrapes[0] == scrapes[1]
    assert scrapes[0]["clarion_letters_waiting{critical}"] == 2
    assert scrapes[0]["clarion_letters_in_flight"] == 1
    assert scrapes[0]["clarion_oldest_letter_waiting_seconds"] == 5


async def test_health_names_the_part_that_is_stuck(db: Database, free_port: int) -> None:
    seconds = Seconds()
    metrics = Metrics(seconds)

    async with serving_metrics(metrics, free_port, db, now), ClientSession(f"http://127.0.0.1:{free_port}") as client:
        async with client.get("/healthz") as answer:
            assert (answer.status, await answer.text()) == (200, "ok\n")
        seconds.passed += SILENCE_MAX + 1
        metrics.alive(Part.SENDER)
        async with client.get("/healthz") as answer:
            assert (answer.status, await answer.text()) == (503, "no sign of life for a minute: ticker\n")


async def test_nothing_is_served_beyond_this_machine_nor_after_the_end(db: Database, free_port: int) -> None:
    async with ClientSession() as client:
        async with serving_metrics(Metrics(), free_port, db, now):
            with pytest.raises(ClientConnectorError):  # this machine too, by the address of another interface
                await client.get(f"http://127.0.0.2:{free_port}/healthz")
            async with client.get(f"http://127.0.0.1:{free_port}/healthz") as answer:
                assert answer.status == 200
        with pytest.raises(ClientConnectorError):
            await client.get(f"http://127.0.0.1:{free_port}/healthz")


async def test_switched_off_nothing_listens(db: Database) -> None:
    before = sorted(Path("/dev/fd").iterdir())

    async with serving_metrics(Metrics(), OFF, db, now):
        assert sorted(Path("/dev/fd").iterdir()) == before


async def test_a_port_that_is_taken_is_one_line_that_names_the_setting(db: Database) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart, match=f"^CLARION_METRICS_PORT: port {port} is taken"):
            async with serving_metrics(Metrics(), port, db, now):
                pass


def test_the_operators_page_lists_every_metric_and_no_other() -> None:
    listed = re.findall(r"^\| `(clarion_\w+)(?:\{\w+\})?` \|", OPERATORS_PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    described = re.findall(r"^# TYPE (\w+)", Metrics().exposition().decode(), re.MULTILINE)

    assert sorted(listed) == sorted(described)
