"""What follows a receipt is not told by how long it takes, nor by how often somebody tries; coordinators hear later."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.rehearsal.wire import RehearsalRequest
from storage import transactions
from storage.tips import receipts
from storage.tips.receipts import new_receipt
from tests.stories.answering import looks, tips
from tests.stories.tipping.witness import TEXT, own_messages, reaches_the_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import StringIO

    from storage.database import Database
    from tests.people import House, Person

MORE = "Nobody is hurt. There were three checks in all."
ADDITIONS_AN_HOUR = 10


@pytest.fixture(autouse=True)
def receipts_cost_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "_SCRYPT_N", 2)


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch, hana: Person) -> asyncio.Event:
    """Whatever is sent to Hana waits until this is set."""
    released = asyncio.Event()
    original = RehearsalRequest.do_request

    async def do_request(self: RehearsalRequest, *given: Any, **named: Any) -> tuple[int, bytes]:
        data = named.get("request_data")
        if data is not None and data.parameters.get("chat_id") == hana.id:
            await released.wait()
        return await original(self, *given, **named)

    monkeypatch.setattr(RehearsalRequest, "do_request", do_request)
    return released


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement from now on that writes."""
    given: list[str] = []
    for name in ("execute", "all"):
        original = getattr(transactions.Transaction, name)

        def noted(self: object, sql: str, *values: object, _original: Callable[..., object] = original) -> object:
            if not sql.lstrip().startswith("SELECT"):
                given.append(" ".join(sql.split()))
            return _original(self, sql, *values)

        monkeypatch.setattr(transactions.Transaction, name, noted)
    return given


async def shows(person: Person, words: str) -> None:
    """Wait until the person sees the words."""
    async with asyncio.timeout(10):
        while words not in person.sees:
            await asyncio.sleep(0)


async def test_the_chat_goes_on_before_coordinators_hear_of_an_addition(
    amina: Person, hana: Person, clarion: House, held_up: asyncio.Event
) -> None:
    held_up.set()
    receipt = await tips(amina)
    await looks(amina, receipt)
    await amina.presses("inbox:write")
    held_up.clear()
    clarion.telegram.says(amina.id, MORE)
    clarion.telegram.says(amina.id, "/cancel")
    answering = asyncio.create_task(clarion.answers_everything())
    await shows(amina, "Closed. Nothing of your receipt number is kept here.")
    assert "An addition came" not in hana.sees
    held_up.set()
    await answering

    assert "An addition came" in hana.sees


async def test_the_witness_goes_on_before_coordinators_hear_of_a_tip(
    amina: Person, hana: Person, clarion: House, held_up: asyncio.Event
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.presses(amina.id, amina.last.message_id, "tip:seal")
    clarion.telegram.says(amina.id, "/help")
    answering = asyncio.create_task(clarion.answers_everything())
    await shows(amina, "/privacy")
    assert "New tip" not in hana.sees
    held_up.set()
    await answering

    assert "New tip" in hana.sees


@pytest.mark.usefixtures("hana")
async def test_an_addition_writes_the_same_for_a_wrong_receipt(
    amina: Person, sujin: Person, clarion: House, written: list[str]
) -> None:
    seen = []
    for receipt in (await tips(sujin), new_receipt()):
        await looks(amina, receipt)
        await amina.presses("inbox:write")
        written.clear()
        await amina.sends(MORE)
        seen.append(list(written))
        await amina.presses("inbox:done")

    assert seen[0] == seen[1]
    assert "INSERT INTO tip_addition" in str(seen[1])


async def test_a_failed_errand_is_logged_without_content_and_stops_nothing(
    amina: Person, clarion: House, log: StringIO
) -> None:
    async def fail() -> None:
        raise ValueError(MORE)

    clarion.clarion.application.run_errand(fail())
    assert await clarion.clarion.application.finish_errands(10) == 0
    await amina.sends("/help")

    assert "ValueError" in log.getvalue()
    assert MORE not in log.getvalue()
    assert "/privacy" in amina.sees


async def test_an_errand_that_does_not_end_is_given_up(clarion: House) -> None:
    clarion.clarion.application.run_errand(asyncio.Event().wait())

    assert await clarion.clarion.application.finish_errands(0) == 1


async def test_one_account_cannot_add_without_end(amina: Person, db: Database, clarion: House) -> None:
    receipt = await tips(amina)
    for _ in range(3):
        await looks(amina, receipt)
        for _ in range(5):
            await amina.presses("inbox:write")
            if "Not sealed, and not kept" not in amina.last.text:
                await amina.sends(MORE)
        await amina.presses("inbox:done")
    async with db.reading() as tx:
        assert len(await tx.all("SELECT * FROM tip_addition")) == ADDITIONS_AN_HOUR
    clarion.clock.turn(minutes=61)
    await looks(amina, receipt)
    await amina.presses("inbox:write")
    await amina.sends(MORE)

    assert "Sealed." in amina.last.text


async def test_many_tries_of_a_few_keep_nobody_out_and_owners_hear_of_them_once_an_hour(
    amina: Person, hana: Person, clarion: House
) -> None:
    throttle = clarion.clarion.services.inbox_throttle
    for stranger in range(12):
        for _ in range(5):
            throttle.take(10_000 + stranger)
    await looks(amina, new_receipt())
    assert "No reply waits here" in amina.last.text
    for _ in range(2):
        await looks(amina, new_receipt())
        assert "Too many receipt numbers were tried" in amina.last.text

    assert hana.sees.count("Too many receipt numbers are being tried") == 1
    clarion.clock.turn(minutes=16)
    await looks(amina, new_receipt())
    assert "No reply waits here" in amina.last.text


RECEIPT_WAYS = ("my number is {}", "{}, is there an answer?", "I wrote on 12 March. {}. Thank you", "It is: {}!")


@pytest.mark.parametrize("said", RECEIPT_WAYS)
async def test_a_receipt_within_a_sentence_is_deleted_and_opens_the_inbox(amina: Person, said: str) -> None:
    await amina.sends(said.format(await tips(amina)))

    assert own_messages(amina) == []
    assert "No reply waits here" in amina.last.text


async def test_a_receipt_under_a_picture_is_deleted_and_opens_the_inbox(amina: Person, clarion: House) -> None:
    receipt = await tips(amina)
    clarion.telegram.sends_photo(amina.id, b"a picture", f"it is {receipt}")
    await clarion.answers_everything()

    assert not [message for message in amina.chat if message.sender == "person"]
    assert "No reply waits here" in amina.last.text


async def test_a_receipt_that_is_written_into_an_old_message_is_deleted_and_said_so(
    amina: Person, clarion: House
) -> None:
    receipt = await tips(amina)
    message = clarion.telegram.says(amina.id, "Hello")
    await clarion.answers_everything()
    clarion.telegram.edits(amina.id, message, f"my number: {receipt}")
    await clarion.answers_everything()

    assert own_messages(amina) == []
    assert "A receipt number stood in a message that you edited" in amina.last.text


async def test_nothing_else_reacts_to_an_edit(amina: Person, clarion: House) -> None:
    message = clarion.telegram.says(amina.id, "Hello")
    await clarion.answers_everything()
    before = amina.sees
    for text in ("Hello!", "/help", "/tip"):
        clarion.telegram.edits(amina.id, message, text)
        await clarion.answers_everything()
    assert amina.sees == before
    await reaches_the_text(amina)
    clarion.telegram.edits(amina.id, message, TEXT)
    await clarion.answers_everything()

    assert own_messages(amina) == []
    assert "Now write in a few sentences" in amina.last.text
