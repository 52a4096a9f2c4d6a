"""Stories of coordinators who enter what came on sheets, by fax, by e-mail, by post, from events."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from bot.rehearsal.faults import Rule, server_error
from handlers.coordinators.petitions.batches import voiding
from storage.people.coordinators import find_coordinator
from storage.petitions.batches import entering
from storage.petitions.batches.records import BatchState, batches_of
from storage.petitions.batches.voiding import void_batch
from storage.petitions.counting.tally import Total, total_signatures
from storage.petitions.signatures.signing import sign
from tests.conftest import AMINA, HANA, approve_demo_appeals
from tests.people import Person
from tests.storage.petitions.agreeing import assert_agrees
from tests.storage.test_signatures import signing
from tests.stories.test_correcting import approve_correction, send, subscribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.petitions.batches.names import ListedName
    from tests.people import House

CODE = "DEMO-002"
LIST = f"""name,country,city,email,updates,hand_over,reference
Amina K.,DZ,Oran,,,yes,
김민준,한국,서울,,,아니요,
=1+1,KR,,,,,
José Ramón,Spain,,jose@example.org,yes,yes,
amina  k.,Algeria,oran,,,,
,KR,Busan,,,,
Kim Sora,Atlantis,,,,,
Name {AMINA},KR,,,,,
"""


async def enter_count(person: Person, count: str, channel: str = "paper") -> None:
    await person.sends(f"/batch {CODE}")
    await person.presses(f"batch-channel:{channel}")
    await person.sends(count)
    await person.presses("batch-day:2026-11-22")
    await person.presses("batch-reference")
    await person.presses("batch-add")


def _first_slice(names: Sequence[ListedName]) -> Iterator[Sequence[ListedName]]:
    yield names[:250]
    raise TimeoutError("the disk is gone")


async def send_list(person: Person, content: str | bytes, name: str = "names.csv") -> None:
    await person.sends(f"/batch {CODE}")
    await person.presses("batch-channel:post")
    await person.sends_document(name, content)
    await person.presses("batch-language:ko")
    await person.sends("2026-11-20")
    await person.sends("Box 3")


async def test_the_total_is_what_was_signed_online_and_on_sheets_always_apart(
    hana: Person, amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await sign(db, signing(amina.id))
    await hana.sends(f"/batch {CODE}")
    await hana.presses("On paper")
    await hana.sends("1,250")
    await hana.presses("21 November 2026")
    await hana.sends("Folder 7, scans 1-40")

    assert "1,250 signatures for DEMO-002" in hana.last.text
    assert "On paper · 21 November 2026 · Folder 7, scans 1-40" in hana.last.text
    assert "Counted now: 1 online + 0 on paper. Then: 1 + 1,250." in hana.last.text
    assert await total_signatures(db, CODE) == Total(online=1)

    await hana.presses("Add 1,250 signatures")
    assert "Batch 1 is entered: 1,250 signatures." in hana.last.text
    assert "1 online + 1,250 on paper" in hana.last.text
    assert await assert_agrees(db, CODE) == {"telegram": 1, "paper": 1_250}


async def test_a_second_tap_counts_nothing_twice(hana: Person, db: Database, published: dict[str, Appeal]) -> None:
    await hana.sends(f"/batch {CODE}")
    await hana.presses("At an event")
    await hana.sends("40")
    await hana.presses("batch-day:2026-11-22")
    await hana.presses("Leave this out")
    await hana.presses_twice("Add 40 signatures")

    assert "Batch 1 is entered" in hana.last.text
    assert await assert_agrees(db, CODE) == {"event": 40}


async def test_a_number_that_was_entered_before_is_asked_about(
    hana: Person, joon: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await enter_count(hana, "40")
    await joon.sends(f"/batch {CODE}")
    await joon.presses("종이로")
    await joon.sends("40")
    await joon.presses("batch-day:2026-11-22")
    await joon.presses("적지 않기")

    assert "이미 입력하지 않으셨습니까?" in joon.last.text
    await joon.presses("취소")
    assert "바꾼 것이 없습니다" in joon.last.text
    assert await assert_agrees(db, CODE) == {"paper": 40}


async def test_a_list_is_checked_line_by_line_before_anything_is_entered(
    hana: Person, amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await sign(db, signing(amina.id))
    await send_list(hana, LIST)

    for said in (
        "4 names would be entered for DEMO-002",
        "By post · 20 November 2026 · Box 3",
        "• Line 4: a cell holds a formula",
        "• Line 6: the same as line 2",
        "• Line 7: there is no name",
        "• Line 8: the country is not known",
        "One of them has the name and country of somebody who signed online.",
        "On 2 lines the box for handing the name over is not ticked",
    ):
        assert said in hana.last.text
    assert "Amina" not in hana.last.text
    assert await batches_of(db, CODE) == ()

    await hana.presses("Add 4 signatures")
    assert "Batch 1 is entered: 4 signatures." in hana.last.text
    assert "The file with the names is still in this chat" in hana.last.text
    assert await assert_agrees(db, CODE) == {"telegram": 1, "post": 4}


async def test_the_same_list_sent_again_adds_nothing(
    hana: Person, joon: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await send_list(hana, LIST)
    await hana.presses("batch-add")
    await joon.sends(f"/batch {CODE}")
    await joon.presses("팩스로")
    await joon.sends_document("again.csv", LIST)

    assert "이미 입력한 명단이라 더하지 않았습니다." in joon.last.text
    assert await assert_agrees(db, CODE) == {"post": 4}


async def test_two_coordinators_send_the_same_list_and_both_press_add(
    hana: Person, joon: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await send_list(hana, LIST)
    await send_list(joon, LIST)
    await hana.presses("batch-add")
    await joon.presses("batch-add")

    assert "묶음 1에 4명을 입력했습니다." in joon.last.text
    assert await assert_agrees(db, CODE) == {"post": 4}


async def test_an_excel_workbook_is_taken_and_many_bad_lines_come_as_a_file(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    book, file = Workbook(write_only=True), BytesIO()
    sheet = book.create_sheet()
    for row in (["이름", "국가"], ["김민준", "한국"], *(["Sora", f"={n}"] for n in range(20))):
        sheet.append(row)
    book.save(file)
    await send_list(hana, file.getvalue(), "names.xlsx")

    lines = hana.document("DEMO-002-lines.txt").decode("utf-8-sig").splitlines()
    assert (len(lines), lines[0]) == (20, "Line 3: a cell holds a formula")
    assert "One name would be entered for DEMO-002" in hana.last.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name,telephone\nAmina,1\n", "The column telephone is not one that we take."),
        (b"\x89PNG\r\n\x1a\n", "The letters in this file cannot be read."),
        (b"name\n", "There is no name in this file."),
    ],
)
async def test_a_file_that_is_no_list_is_refused_and_can_be_sent_anew(
    hana: Person, db: Database, published: dict[str, Appeal], content: bytes, said: str
) -> None:
    await hana.sends(f"/batch {CODE}")
    await hana.presses("By fax")
    await hana.sends_document("names.csv", content)
    assert said in hana.last.text

    await hana.sends_document("names.csv", "name\nAmina K.\n")
    assert "In which language are the sheets?" in hana.last.text


async def test_sheets_count_for_the_text_that_is_printed_on_them(
    hana: Person, joon: Person, amina: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await subscribe(amina)
    await send(hana)
    await approve_correction(joon, hana)
    await hana.sends(f"/correct {CODE}")
    await hana.presses("correct-now:")
    await hana.sends(f"/batch {CODE}")
    await hana.presses("By post")
    await hana.sends_document("names.csv", LIST)
    assert hana.buttons == ["Version 2, written 22 November 2026", "Version 1, written 22 November 2026", "Cancel"]

    await hana.presses("Version 1")
    await hana.presses("Korean")
    await hana.presses("batch-day:2026-11-22")
    await hana.presses("batch-reference")
    await hana.presses("batch-add")

    async with db.reading() as tx:
        rows = await tx.all("SELECT number FROM signature JOIN appeal_version ON appeal_version.id = version")
    assert [row["number"] for row in rows] == [1, 1, 1, 1]


async def test_a_list_that_stopped_on_the_way_is_finished_as_it_was_begun(
    hana: Person, joon: Person, db: Database, published: dict[str, Appeal], monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = "name,country\n" + "".join(f"Person {n},KR\n" for n in range(600))
    await send_list(hana, everybody)
    with monkeypatch.context() as stopped:
        stopped.setattr(entering, "slices", _first_slice)
        await hana.presses("batch-add")
    (begun,) = await batches_of(db, CODE)
    assert (begun.state, begun.signatures) == (BatchState.ENTERING, 250)

    await joon.sends(f"/batch {CODE}")
    assert "입력이 중간에 멈췄습니다" in joon.last.text
    await joon.presses("팩스로")
    await joon.sends_document("again.csv", everybody)
    await joon.presses("한국어")
    assert "나머지는 이 묶음에 더해집니다" in joon.last.text
    assert "우편으로 · 2026년 11월 20일 · Box 3" in joon.last.text
    await joon.presses("나머지 350명 입력하기")

    assert "묶음 1에 600명을 입력했습니다." in joon.last.text
    assert await assert_agrees(db, CODE) == {"post": 600}


async def test_what_is_typed_wrongly_is_asked_for_again(hana: Person, published: dict[str, Appeal]) -> None:
    await hana.sends(f"/batch {CODE}")
    await hana.presses("On paper")
    for wrong in ("many", "0", "2000000", "12,34"):
        await hana.sends(wrong)
        assert "That is not a number from 1 to 1,000,000" in hana.last.text
    await hana.sends("25")
    for wrong in ("yesterday", "2026-02-30", "2026-11-23", "2016-11-20"):
        await hana.sends(wrong)
        assert "That is not a day of the past year." in hana.last.text
    await hana.sends("2026. 11. 20.")
    await hana.sends("x" * 121)
    assert "at most 120 characters" in hana.last.text
    await hana.sends("/cancel")
    assert "Nothing was changed." in hana.last.text


async def test_sheets_that_come_after_the_close_count_if_they_were_signed_before(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    clarion.clock.time = published[CODE].deadline
    clarion.clock.turn(days=3)
    await hana.sends(f"/batch {CODE}")
    await hana.presses("By post")
    await hana.sends("12")
    closed = published[CODE].deadline.date()
    await hana.sends(clarion.clock.now().date().isoformat())
    assert "the petition was closed already" in hana.last.text
    await hana.presses(f"batch-day:{closed}")
    await hana.presses("batch-reference")
    await hana.presses("batch-add")

    assert await assert_agrees(db, CODE) == {"post": 12}


async def test_voiding_a_batch_drops_the_total_and_leaves_it_in_the_list(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await enter_count(hana, "250")
    await send_list(hana, LIST)
    await hana.presses("batch-add")
    await hana.sends(f"/batch {CODE} void 1 entered for another petition")
    assert "Void this batch?" in hana.last.text
    assert "Reason: entered for another petition" in hana.last.text
    assert await assert_agrees(db, CODE) == {"paper": 250, "post": 4}

    await hana.presses("Void batch 1")
    assert "Batch 1 is voided. 250 signatures count no more." in hana.last.text
    assert await assert_agrees(db, CODE) == {"post": 4}

    await hana.sends(f"/batch {CODE}")
    assert "Batch 1 · 250 counted · Paper · 22 November 2026 · owner-1" in hana.last.text
    assert "Voided, counts no more: entered for another petition" in hana.last.text


async def test_a_void_needs_a_batch_and_a_reason(hana: Person, db: Database, published: dict[str, Appeal]) -> None:
    await enter_count(hana, "250")
    await hana.sends(f"/batch {CODE} void")
    assert "has no batch of that number" in hana.last.text
    await hana.sends(f"/batch {CODE} void 1")
    assert "Please add why" in hana.last.text

    owner = await find_coordinator(db, HANA)
    assert owner is not None
    await void_batch(db, CODE, 1, "by a colleague", owner, hana.house.clock.now())
    await hana.sends(f"/batch {CODE} void 1 again")
    assert "This batch was voided before" in hana.last.text


async def test_a_restart_loses_no_step_and_the_list_is_read_again(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("/start")
        db = house.clarion.services.db
        await approve_demo_appeals(db, house.clock.now())
        await hana.sends(f"/send {CODE}")
        await hana.presses("send:")
        await send_list(hana, LIST)
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.presses("batch-add")

        assert "Batch 1 is entered: 4 signatures." in hana.last.text
        (batch,) = await batches_of(house.clarion.services.db, CODE)
        assert (batch.state, batch.signatures) == (BatchState.COUNTED, 4)


async def test_a_draft_takes_no_sheets_and_a_supporter_enters_none(
    hana: Person, amina: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    await hana.sends(f"/batch {CODE}")
    assert "takes no signatures on sheets" in hana.last.text
    await amina.sends(f"/batch {CODE}")
    assert "This is for coordinators" in amina.last.text


async def test_a_list_that_cannot_be_fetched_again_leaves_its_screen_to_be_pressed_again(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await send_list(hana, LIST)
    clarion.telegram.faults.add(Rule(server_error(502), method="getFile", times=20))
    await hana.presses("batch-add")
    clarion.telegram.faults.clear()
    assert "did not give the file out" in hana.last.text
    assert await batches_of(db, CODE) == ()
    await hana.presses("batch-add")

    assert "Batch 1 is entered" in hana.last.text or "Batch 1 is entered" in hana.sees
    assert (await batches_of(db, CODE))[0].state is BatchState.COUNTED


async def test_a_list_that_cannot_be_fetched_for_the_check_is_checked_at_the_next_try(
    hana: Person, clarion: House, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/batch {CODE}")
    await hana.presses("batch-channel:post")
    await hana.sends_document("names.csv", LIST)
    await hana.presses("batch-language:ko")
    await hana.sends("2026-11-20")
    clarion.telegram.faults.add(Rule(server_error(502), method="getFile", times=20))
    await hana.sends("Box 3")
    clarion.telegram.faults.clear()
    assert "did not give the file out" in hana.last.text
    await hana.sends("Box 3")

    assert "names would be entered" in hana.last.text


async def test_a_batch_whose_voiding_failed_can_be_voided_with_the_same_button(
    hana: Person, db: Database, published: dict[str, Appeal], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise TimeoutError("the disk is gone")

    await enter_count(hana, "12")
    await hana.sends(f"/batch {CODE} void 1 entered twice")
    with monkeypatch.context() as stopped:
        stopped.setattr(voiding, "void_batch", fails)
        await hana.presses("batch-void")
    assert "Something went wrong" in hana.last.text
    await hana.presses("batch-void")

    assert (await batches_of(db, CODE))[0].state is BatchState.VOIDED


@pytest.mark.parametrize("way_on", ["Box 3", "/cancel", "batch-reference", "batch-cancel"])
async def test_who_is_dismissed_while_entering_leaves_it_at_the_next_step(
    hana: Person, joon: Person, db: Database, published: dict[str, Appeal], way_on: str
) -> None:
    await joon.sends(f"/batch {CODE}")
    await joon.presses("batch-channel:paper")
    await joon.sends("12")
    await joon.presses("batch-day:2026-11-22")
    await hana.sends("/dismiss campaigner-2")
    await hana.presses("dismiss:")
    await (joon.presses(way_on) if way_on.startswith("batch") else joon.sends(way_on))
    await joon.sends("Hello?")

    assert "담당자만" not in joon.last.text
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM draft")
        assert not await tx.all("SELECT * FROM conversation")


@pytest.mark.parametrize("forged", ["batch-channel", "batch-channel:a:b", "batch-channel:telegram"])
async def test_a_forged_way_is_a_button_that_is_out_of_date(
    hana: Person, clarion: House, published: dict[str, Appeal], forged: str
) -> None:
    await hana.sends(f"/batch {CODE}")
    clarion.telegram.forges_press(hana.id, hana.last.message_id, forged)
    await clarion.answers_everything()

    assert "out of date" in hana.alerts[-1]
    assert "Something went wrong" not in hana.sees
