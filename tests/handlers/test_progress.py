"""How far a broadcast is, as coordinators read it."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.bars import bar
from handlers.coordinators.reports.progress import duration_text, progress_rows, progress_text
from handlers.message_text import unmarked
from handlers.texts import LANGUAGES, Texts
from storage.letters.broadcasts.planning import BroadcastKind, BroadcastState, Reason
from storage.letters.reports.course import Pace
from storage.letters.reports.progress import Progress

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Asia/Seoul"))
TEXTS = Texts("en")
AT = int(NOW.timestamp())
RUNNING = Progress(
    broadcast=7,
    kind=BroadcastKind.APPEAL,
    code="DEMO-001",
    state=BroadcastState.RUNNING,
    reason=None,
    letters=1000,
    written=True,
    by_state={"sent": 200, "blocked": 30, "gone": 10, "refused": 10, "pending": 745, "sending": 5},
    in_doubt=0,
    skipped={},
    refused={"chat <b>restricted</b>": 7, "a": 1, "b": 1, "c": 1},
    planned_at=AT - 3_600,
    starts_at=AT - 20,
    ended_at=None,
    canary=None,
    paid_cap=None,
    paid_letters=0,
    floods=0,
)
DONE = dataclasses.replace(
    RUNNING,
    state=BroadcastState.DONE,
    by_state={"sent": 940, "blocked": 30, "gone": 10, "refused": 10, "uncertain": 4, "skipped": 6},
    in_doubt=5,
    skipped={"stopped": 1, "forgotten": 2, "closed": 3},
    ended_at=AT + 30,
)
SKIPPED = ("stopped", "blocked", "gone", "forgotten", "closed", "cancelled", "not_wanted")
REASONS = {
    BroadcastState.PAUSED: (Reason.CANARY, Reason.COORDINATOR, Reason.REFUSED_ALIKE, Reason.RESTORED),
    BroadcastState.CANCELLED: (
        Reason.COORDINATOR,
        Reason.CLOSED,
        Reason.RECALLED,
        Reason.CORRECTED,
        Reason.RESTORED,
    ),
    BroadcastState.FAILED: (Reason.FATAL,),
}


def shown(progress: Progress, pace: Pace = Pace(), language: str = "en") -> str:  # noqa: B008  # frozen
    return progress_text(progress, TEXTS, language, rate=25, pace=pace, now=NOW)


def buttons(progress: Progress, language: str = "en") -> list[list[str]]:
    return [[str(button.callback_data) for button in row] for row in progress_rows(progress, TEXTS, language)]


def test_the_time_left_follows_the_pace_that_is_seen_now() -> None:
    text = shown(RUNNING, Pace(per_second=10))

    assert "▰▰▱▱▱▱▱▱▱▱\n25% done · 200 of 1,000 letters sent" in text
    assert "Not sent yet: 750" in text
    assert "About 1 minute left, at 10 letters a second" in text  # 50 of 250 did not arrive, and took their turn too
    assert "Refused by Telegram: 10\n– chat &lt;b&gt;restricted&lt;/b&gt;: 7" in text


def test_before_the_first_letter_the_ceiling_tells_the_time() -> None:
    fresh = dataclasses.replace(RUNNING, by_state={"pending": 1000}, refused={})

    assert "About 40 seconds left, at 25 letters a second" in shown(fresh)


def test_a_sending_that_stands_still_promises_no_time() -> None:
    overtaken = dataclasses.replace(RUNNING, starts_at=AT - 600)

    assert "There was no progress in the last minute" in shown(overtaken)
    assert "left" not in shown(overtaken)


def test_letters_that_wait_for_the_end_of_quiet_hours_are_no_time_left() -> None:
    until = AT + 9 * 3_600
    some = shown(RUNNING, Pace(per_second=25, waiting=700, next_at=until))
    all_of_them = shown(RUNNING, Pace(waiting=750, next_at=until))

    assert "waiting for their time, such as the end of quiet hours: 700. " in some
    assert "The first may go out on 22 November 2026, 18:30 (Korean Standard Time)." in some
    assert "About 2 seconds left for those that may go out now" in some
    assert "About" not in all_of_them
    assert "last minute" not in all_of_them


def test_letters_that_are_still_being_written_are_said_to_be() -> None:
    assert "still being made" in shown(dataclasses.replace(RUNNING, written=False))
    assert "still being made" not in shown(RUNNING)


def test_the_final_report_says_what_became_of_every_letter() -> None:
    text = shown(dataclasses.replace(DONE, floods=2, paid_cap=200, paid_letters=945))

    assert "100% done · 940 of 1,000 letters sent" in text
    for line in (
        "Blocked the bot: 30",
        "No longer on Telegram: 10",
        "whether it arrived: 4",
        "Stopped appeals before their turn: 1",
        "Erased their data before their turn: 2",
        "the appeal had closed before their turn: 3",
        "first try stayed without an answer: 1",
        "It took 50 seconds: 18.8 letters a second on average.",
        "Telegram asked us to slow down 2 times.",
        "at most 95 Stars so far, of the 200 agreed to",
    ):
        assert line in text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(
    counts=st.lists(st.integers(0, 500), min_size=14, max_size=14),
    state=st.sampled_from([BroadcastState.RUNNING, BroadcastState.DONE, BroadcastState.CANCELLED]),
)
def test_the_lines_of_counts_add_up_to_the_letters(language: str, counts: list[int], state: BroadcastState) -> None:
    by_state = dict(
        zip(("sent", "blocked", "gone", "refused", "uncertain", "pending", "sending"), counts, strict=False)
    )
    skipped = {reason: n for reason, n in zip(SKIPPED, counts[7:], strict=True) if n}
    progress = dataclasses.replace(
        RUNNING,
        state=state,
        reason=Reason.COORDINATOR,
        by_state=by_state | {"skipped": sum(skipped.values())},
        skipped=skipped,
        refused={"a": by_state["refused"]},
        in_doubt=by_state["uncertain"],
        letters=sum(counts),
    )
    lines = unmarked(shown(progress, language=language)).splitlines()
    told = [line for line in lines if re.search(r": [\d,]+(명|통)?$", line) and not line.startswith("–")]
    numbers = [int(line.rpartition(": ")[2].rstrip("명통").replace(",", "")) for line in told]

    assert sum(numbers) + by_state["sent"] == progress.letters
    assert 0 not in numbers


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BroadcastKind)
@pytest.mark.parametrize("state", BroadcastState)
def test_every_kind_in_every_state_for_every_reason_can_be_told(
    kind: BroadcastKind, state: BroadcastState, language: str
) -> None:
    code = None if kind is BroadcastKind.DIGEST else "DEMO-001"
    for reason in REASONS.get(state, (None,)):
        there = dataclasses.replace(DONE, kind=kind, code=code, state=state, reason=reason)
        assert (code or "") in shown(there, language=language)
        assert all(len(data.encode()) <= 64 for row in buttons(there, language) for data in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_a_skipped_letter_can_be_told(language: str) -> None:
    text = shown(dataclasses.replace(DONE, skipped=dict.fromkeys(SKIPPED, 12_345)), language=language)

    assert text.count("12,345") == len(SKIPPED)


def test_a_scheduled_one_says_when_it_begins_and_nothing_of_letters() -> None:
    later = dataclasses.replace(
        RUNNING, state=BroadcastState.SCHEDULED, starts_at=AT + 3_600, letters=0, by_state={}, refused={}, written=False
    )

    assert shown(later) == (
        "<b>DEMO-001 is going to be sent</b>\nIt begins on 22 November 2026, 10:30 (Korean Standard Time)."
    )
    cancelled = dataclasses.replace(
        later, state=BroadcastState.CANCELLED, reason="coordinator", ended_at=AT, written=True
    )
    assert shown(cancelled) == "<b>The sending of DEMO-001 was cancelled</b>\nA coordinator cancelled it."
    assert buttons(cancelled) == []


def test_one_that_paused_says_why_and_what_can_be_done() -> None:
    canary = dataclasses.replace(RUNNING, state=BroadcastState.PAUSED, reason=Reason.CANARY)
    refused = dataclasses.replace(canary, reason=Reason.REFUSED_ALIKE)

    assert "it paused after the first 250 letters" in shown(canary)
    assert "left" not in shown(canary, Pace(per_second=3))
    assert "refused one letter after another in the same way" in shown(refused)
    assert buttons(canary) == [["resume:7", "cancel-broadcast:7"]]


def test_the_buttons_are_what_can_be_done_in_each_state() -> None:
    rows = {state: buttons(dataclasses.replace(DONE, state=state)) for state in BroadcastState}

    assert rows == {
        BroadcastState.SCHEDULED: [["cancel-broadcast:7"]],
        BroadcastState.RUNNING: [["pause:7", "cancel-broadcast:7"]],
        BroadcastState.PAUSED: [["resume:7", "cancel-broadcast:7"]],
        BroadcastState.FAILED: [["resume:7", "cancel-broadcast:7"]],
        BroadcastState.DONE: [["chart:7", "counts:7"]],
        BroadcastState.CANCELLED: [["chart:7", "counts:7"]],
    }
    assert buttons(dataclasses.replace(RUNNING, kind=BroadcastKind.DIGEST)) == []


def test_one_that_failed_says_whom_to_tell_and_what_waits() -> None:
    failed = dataclasses.replace(RUNNING, state=BroadcastState.FAILED, reason=Reason.FATAL, ended_at=AT)

    assert "750 letters wait and will go out when the bot is started again" in shown(failed)


def test_one_letter_is_one_letter() -> None:
    one = dataclasses.replace(
        DONE, letters=1, by_state={"sent": 1}, refused={}, skipped={}, in_doubt=0, ended_at=DONE.starts_at
    )

    assert "100% done · 1 of 1 letter sent" in shown(one)
    assert "It took 1 second: 1 letter a second on average." in shown(one)
    assert shown(dataclasses.replace(one, ended_at=one.starts_at + 120)).endswith("It took 2 minutes.")


def test_times_are_told_in_the_zone_of_the_clock() -> None:
    there = dataclasses.replace(RUNNING, state=BroadcastState.SCHEDULED, starts_at=AT)
    utc = progress_text(there, TEXTS, "en", rate=25, pace=Pace(), now=NOW.astimezone(UTC) + timedelta(minutes=1))

    assert "22 November 2026, 00:30 (Coordinated Universal Time)" in utc


def test_durations_are_rounded_up_and_bars_are_full_only_at_the_end() -> None:
    spoken = [duration_text(seconds, TEXTS, "en") for seconds in (0, 1.2, 59, 60.5, 3540, 3601, 7199)]

    assert spoken == ["1 second", "2 seconds", "59 seconds", "2 minutes", "59 minutes", "1 h 1 min", "2 h 0 min"]
    assert bar(999, 1000).count("▰") == 9
    assert bar(1001, 1000).count("▰") == 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BroadcastKind.APPEAL, {"en": "letters sent", "ko": "보냄"}),
        (BroadcastKind.CORRECTION, {"en": "letters corrected", "ko": "정정함"}),
        (BroadcastKind.RECALL, {"en": "messages taken back", "ko": "회수함"}),
    ],
)
def test_what_is_counted_is_named_by_what_is_done_to_it(
    kind: BroadcastKind, words: dict[str, str], language: str
) -> None:
    assert words[language] in shown(dataclasses.replace(RUNNING, kind=kind), language=language)


def test_what_was_cancelled_is_not_said_to_be_done() -> None:
    skipped = {"sent": 250, "skipped": 750}
    cancelled = dataclasses.replace(
        DONE, state=BroadcastState.CANCELLED, reason=Reason.COORDINATOR, by_state=skipped, skipped={"cancelled": 750}
    )

    assert "▰▰▱▱▱▱▱▱▱▱\n25% done · 250 of 1,000 letters sent" in shown(cancelled)
