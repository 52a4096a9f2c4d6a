"""The process is killed at every await of planning and sending: nobody is missed, and who has it twice is reported.

A story is run once, and what a SIGKILL would leave is taken after every step of every task. Then the program is
started again on each of those, the coordinator, who saw no answer, presses the button again, and all is counted.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.errors import NoSuchAppeal, WrongState
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.digests import plan_digests
from storage.letters.broadcasts.planning import Plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Cadence, set_cadence
from tests.conftest import WRITER
from tests.sending.killing import (
    FLIGHT_MAX,
    PEOPLE,
    After,
    Story,
    after,
    check_people,
    images_of,
    killed_everywhere,
)
from tests.sending.offices import database_of, owner_of, send, sends_to_the_end, subscribers
from tests.sending.repeatable import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.people import House
    from tests.sending.offices import Office

pytestmark = pytest.mark.usefixtures("small_numbers")

URGENT, HIGH, NORMAL = "DEMO-002", "DEMO-001", "DEMO-003"
LETTER = "Relatives last heard"  # of the urgent one; a notice does not say it
NOTICE = "We have corrected what we sent you"
CHANGE_NOTE = {"en": "Ten people are held, not nine.", "ko": "붙잡힌 분은 아홉 명이 아니라 열 명입니다."}


async def people_subscribe(house: House) -> None:
    await subscribers(house, PEOPLE)


async def everybody_has_it(house: House) -> None:
    await people_subscribe(house)
    await send(house, URGENT)
    await sends_to_the_end(house)


async def approve_correction(house: House) -> None:
    db, now = database_of(house), house.clock.now()
    writer, reviewer = [await find_coordinator(db, person) for person in (WRITER, WRITER + 1)]
    assert writer is not None
    assert reviewer is not None
    appeal = (await find_appeal(db, URGENT)).appeal
    number = await add_draft(db, appeal.model_copy(update={"change_note": CHANGE_NOTE}), writer, now)
    await submit(db, URGENT, number, writer, now)
    await approve(db, URGENT, number, reviewer, now, needed=1)


async def correct(house: House) -> None:
    """Press the button; it may have been pressed before."""
    with suppress(NoSuchAppeal, WrongState):
        await plan_correction(database_of(house), URGENT, 2, await owner_of(house), house.clock.now())


@pytest.mark.parametrize("code", [URGENT, HIGH, NORMAL])
def test_while_it_is_planned_and_sent(
    office: Office, tmp_path: Path, code: str, figure: Callable[[str, float | str], None]
) -> None:
    story = Story(people_subscribe, lambda house: send(house, code), code, sent_again=code != NORMAL)
    everywhere = run(killed_everywhere(office, story, tmp_path))

    killed = f"letters of {code} killed at every await"
    lost = [{person for person, copies in one.copies.items() if not copies} for one in everywhere]
    twice = [{person for person, copies in one.copies.items() if copies > 1} for one in everywhere]
    doubtful = [one.people(lambda fate: fate.in_doubt) for one in everywhere]
    figure(f"{killed}: moments", len(everywhere))
    figure(f"{killed}: lost and not reported as in doubt", sum(len(a - b) for a, b in zip(lost, doubtful, strict=True)))
    figure(f"{killed}: sent twice and not reported", sum(len(a - b) for a, b in zip(twice, doubtful, strict=True)))
    for found in everywhere:
        check_people(found, sent_again=story.sent_again)


def test_while_it_pauses_after_the_first_few(office: Office, tmp_path: Path) -> None:
    story = Story(people_subscribe, lambda house: send(house, URGENT, Plan(canary=4)), LETTER)

    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=True)


def test_while_a_correction_goes_out(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await everybody_has_it(house)
        await approve_correction(house)

    for found in run(killed_everywhere(office, Story(before, correct, NOTICE), tmp_path)):
        check_people(found, sent_again=True)
        assert set(found.corrected.values()) == {1}


def test_while_what_still_goes_out_is_corrected(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await people_subscribe(house)
        await send(house, URGENT, Plan(Wanted(languages=frozenset({"ko"}))))  # to nobody, but it is published
        await approve_correction(house)

    story = Story(before, lambda house: send(house, URGENT), LETTER, correct)

    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=True)
        assert min(found.corrected.values()) == 1


def test_while_what_still_goes_out_is_recalled(office: Office, tmp_path: Path) -> None:
    async def recall(house: House) -> None:
        with suppress(WrongState):
            await plan_recall(database_of(house), URGENT, await owner_of(house), house.clock.now())

    async def begin(house: House) -> None:
        with suppress(WrongState):  # it was recalled before
            await send(house, URGENT)

    story = Story(people_subscribe, begin, LETTER, recall)

    for found in run(killed_everywhere(office, story, tmp_path)):
        kept = {person for person, count in found.copies.items() if count}
        assert kept <= found.in_flight


def test_while_a_digest_is_written_and_sent(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await people_subscribe(house)
        for person in PEOPLE:
            await set_cadence(database_of(house), person, Cadence.DAILY)
        await send(house, NORMAL)
        await sends_to_the_end(house)

    async def plan(house: House) -> None:
        await plan_digests(database_of(house), house.clock.now(), ZoneInfo("Asia/Seoul"), 9)

    story = Story(before, plan, NORMAL, sent_again=False)
    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=False)


def test_while_it_is_sent_for_the_second_time_after_a_crash(office: Office, tmp_path: Path) -> None:
    story = Story(people_subscribe, lambda house: send(house, URGENT), LETTER)

    async def twice() -> list[After]:
        async with office.opened() as house:
            await story.before(house)
        first = await images_of(office, story)
        images = await images_of(first[len(first) // 2].restored(tmp_path / "second"), story)
        return [await after(image, story, tmp_path / f"after-{number}") for number, image in enumerate(images)]

    for found in run(twice()):
        doubtful = found.people(lambda one: one.in_doubt)
        assert len(doubtful) <= 2 * FLIGHT_MAX
        assert max(found.copies.values()) <= 2
        assert {person for person, count in found.copies.items() if count > 1} <= doubtful
        assert {person for person, count in found.copies.items() if count == 0} <= found.people(
            lambda one: one.state == "uncertain"
        )
