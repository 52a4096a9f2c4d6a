"""A receipt in use ends with its time, a restart or anything else that is begun, and leaves nothing in the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.faults import Dropped, Rule, bad_request, server_error
from handlers.tip_drafts import SHOWN
from storage.tips import receipts
from storage.tips.inbox import waiting_tags
from storage.tips.receipts import new_receipt
from storage.tips.review.queue import open_tips
from tests.conftest import AMINA
from tests.people import Person
from tests.stories.answering import REPLY, TODAY, hands_in, looks, name_signers, tips
from tests.stories.tipping.witness import bytes_on_disk, own_messages, reaches_the_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.settings import Settings
    from storage.database import Database
    from tests.people import House
    from tests.stories.answering import Identities

MORE = "Nobody is hurt. There were three checks in all."


@pytest.fixture(autouse=True)
def signers(settings: Settings, identities: Identities, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may sign; and receipts that cost nothing, because how long they take is another test's."""
    name_signers(settings, identities)
    monkeypatch.setattr(receipts, "_SCRYPT_N", 2)


async def test_a_receipt_typed_anywhere_is_deleted_and_opens_the_inbox(
    amina: Person, published: object, db: Database
) -> None:
    receipt = await tips(amina)
    await amina.sends(receipt.replace("-", " "))
    assert "No reply waits here" in amina.last.text
    assert own_messages(amina) == []
    await amina.presses("Done")
    await amina.sends(f"/inbox {receipt}")
    assert "No reply waits here" in amina.last.text
    await amina.sends("/sign DEMO-002")
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends(receipt)
    assert "No reply waits here" in amina.last.text
    assert receipt not in "".join(own_messages(amina))
    await amina.presses("inbox:done")
    await amina.sends("Amina of Busan")

    assert "Name: Amina of Busan" in amina.last.text


async def test_what_is_no_receipt_is_not_looked_up_and_not_counted(amina: Person, clarion: House) -> None:
    await amina.sends("/inbox")
    assert "Open this only where nobody else sees your screen" in amina.last.text
    for _ in range(7):
        await amina.sends("12345-67890")
        assert "That was no receipt number" in amina.last.text
    assert own_messages(amina) == []
    await amina.sends(new_receipt())

    assert "No reply waits here" in amina.last.text


@pytest.mark.parametrize("steps", [(), ("receipt",), ("receipt", "inbox:write"), ("receipt", "inbox:erase")])
async def test_what_is_typed_after_a_restart_is_deleted_and_reaches_nobody(
    open_house: Callable[[], AbstractAsyncContextManager[House]], tmp_path: Path, steps: tuple[str, ...]
) -> None:
    receipt = new_receipt()
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        await amina.sends("/inbox")
        for step in steps:
            await (amina.sends(receipt) if step == "receipt" else amina.presses(step))
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        await amina.sends(MORE)

        assert own_messages(amina) == []
        assert "No receipt number is open any more" in amina.last.text
        await amina.sends("Hello?")
        assert "I did not expect a message now" in amina.last.text
        async with house.clarion.services.db.reading() as tx:
            assert not await tx.all("SELECT * FROM conversation")
    assert MORE.encode() not in bytes_on_disk(tmp_path)


async def test_after_fifteen_minutes_the_receipt_is_forgotten(amina: Person, clarion: House, db: Database) -> None:
    await looks(amina, await tips(amina))
    await amina.presses("inbox:write")
    clarion.clock.turn(minutes=15)
    await amina.sends(MORE)

    assert "No receipt number is open any more" in amina.last.text
    assert own_messages(amina) == []
    assert clarion.clarion.services.tip_drafts.receipt_of(amina.id) is None
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM tip_addition")


async def test_what_the_last_screen_says_of_replies_leaves_the_chat_in_time(
    amina: Person, hana: Person, clarion: House, identities: Identities
) -> None:
    receipt = await tips(amina)
    await hands_in(hana, identities)
    await looks(amina, receipt)
    assert "There is one reply" in amina.sees
    clarion.clock.turn(minutes=15)
    await clarion.clarion.ticker.tick()

    assert amina.chat == ()


async def test_a_tip_that_is_begun_takes_the_place_of_the_receipt(amina: Person, hana: Person, db: Database) -> None:
    receipt = await tips(amina)
    await looks(amina, receipt)
    await amina.presses("inbox:write")
    await reaches_the_text(amina)
    await amina.sends(MORE)
    await amina.presses("tip:seal")
    await amina.presses("tip:noted")
    assert len(await open_tips(db)) == 2
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM tip_addition")
    await amina.sends("Hello?")

    assert "I did not expect a message now" in amina.last.text
    assert own_messages(amina) == ["Hello?"]


async def test_a_receipt_takes_the_place_of_a_tip(amina: Person, clarion: House, db: Database) -> None:
    receipt = await tips(amina)
    await reaches_the_text(amina)
    await amina.sends("/inbox")
    assert "Your unfinished tip is discarded" in amina.sees
    await amina.sends(receipt)
    await amina.presses("inbox:write")
    await amina.sends(MORE)

    assert len(await open_tips(db)) == 1
    async with db.reading() as tx:
        assert len(await tx.all("SELECT * FROM tip_addition")) == 1


async def test_reading_a_reply_does_not_end_a_tip(
    amina: Person, hana: Person, clarion: House, db: Database, identities: Identities
) -> None:
    receipt = await tips(amina)
    await hands_in(hana, identities)
    await looks(amina, receipt)
    await reaches_the_text(amina)
    await amina.presses("tip:read")
    await amina.sends(MORE)
    await amina.presses("tip:seal")

    assert REPLY not in amina.sees
    assert len(await open_tips(db)) == 2


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("way", ["/sign DEMO-002", "/mydata", "/forget", "/subscribe"])
async def test_turning_to_something_else_closes_the_receipt_aloud(amina: Person, clarion: House, way: str) -> None:
    await looks(amina, new_receipt())
    await amina.sends(way)

    assert "Your receipt number is closed, because you went on" in amina.sees
    assert clarion.clarion.services.tip_drafts.receipt_of(amina.id) is None


@pytest.mark.parametrize("way", ["/help", "/privacy", "/contact", "/language"])
async def test_a_command_that_only_tells_something_leaves_the_receipt_open(amina: Person, way: str) -> None:
    await looks(amina, new_receipt())
    await amina.sends(way)
    await amina.presses("inbox:write")
    await amina.sends(MORE)

    assert "Sealed." in amina.sees


async def test_a_reply_goes_after_ten_minutes_and_one_that_cannot_is_written_over(
    amina: Person, hana: Person, clarion: House, identities: Identities
) -> None:
    receipt = await tips(amina)
    await hands_in(hana, identities)
    await looks(amina, receipt)
    assert REPLY in amina.sees
    clarion.clock.turn(minutes=int(SHOWN.total_seconds()) // 60)
    await clarion.clarion.ticker.tick()
    assert REPLY not in amina.sees
    await looks(amina, receipt)
    assert REPLY in amina.sees
    clarion.telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await amina.presses("tip:read")

    assert REPLY not in amina.sees
    assert "What stood here was removed" in amina.sees


async def test_a_reply_whose_showing_breaks_off_does_not_stay(
    amina: Person, hana: Person, clarion: House, db: Database, identities: Identities
) -> None:
    receipt = await tips(amina)
    await hands_in(hana, identities)
    await amina.sends("/inbox")
    clarion.telegram.faults.add(Rule(Dropped(delivered=True), method="editMessageText", times=1))
    await amina.sends(receipt)
    assert REPLY in amina.sees
    assert (await waiting_tags(db, TODAY)).tags != ()
    clarion.clock.turn(minutes=10)
    await clarion.clarion.ticker.tick()

    assert REPLY not in amina.sees


async def test_a_receipt_that_was_not_deleted_is_tried_again_and_else_said_aloud(amina: Person, clarion: House) -> None:
    receipt = new_receipt()
    await amina.sends("/inbox")
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=1))
    await amina.sends(receipt)
    assert receipt in own_messages(amina)
    clarion.clock.turn(minutes=1)
    await clarion.clarion.ticker.tick()
    assert own_messages(amina) == []
    await amina.sends("/inbox")
    clarion.telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await amina.sends(receipt)
    await amina.presses("inbox:done")

    assert "One message could not be deleted. Please delete it yourself." in amina.last.text
