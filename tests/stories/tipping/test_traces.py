"""Stories of what a tip leaves in the chat, also while Telegram fails: nothing that was acknowledged is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.faults import Dropped, Rule, bad_request, server_error
from bot.schedule import leave_no_receipts
from handlers.tip_drafts import ShownReceipt
from storage.tips.review.queue import open_tips
from tests.stories.tipping.witness import (
    TEXT,
    own_messages,
    reaches_the_text,
    sends_a_tip,
)

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person


async def test_a_failed_deletion_is_tried_again(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=1))
    await amina.sends(TEXT)
    assert own_messages(amina) == [TEXT]
    await amina.presses("tip:seal")

    assert own_messages(amina) == []
    assert "2 messages of yours were deleted" in amina.last.text


async def test_a_message_that_cannot_be_deleted_is_said_aloud(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await amina.sends(TEXT)
    await amina.presses("tip:seal")
    assert "One message could not be deleted. Please delete it yourself." in amina.last.text
    await amina.presses("tip:noted")

    assert not re.search(r"\d{5}-\d{5}", amina.sees)


async def test_the_receipt_arrives_although_the_connection_breaks(amina: Person, clarion: House, db: Database) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.faults.add(Rule(Dropped(delivered=True), method="editMessageText", times=1))
    clarion.telegram.faults.add(Rule(Dropped(delivered=False), method="editMessageText", times=1))
    await amina.presses("tip:seal")

    assert amina.sees.count("Receipt number") == 1
    assert len(await open_tips(db)) == 1


async def test_the_receipt_is_due_for_deletion_after_ten_minutes(amina: Person, clarion: House) -> None:
    await sends_a_tip(amina)
    shown, clock = clarion.clarion.services.shown_receipts, clarion.clock
    clock.turn(minutes=9)
    assert shown.due(clock.now()) == ()
    clock.turn(minutes=1)

    assert shown.due(clock.now()) == (ShownReceipt(amina.id, amina.last.message_id, "en"),)


@pytest.mark.usefixtures("published")
async def test_no_other_handler_sees_a_tip_whose_step_failed(amina: Person, clarion: House, db: Database) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(server_error(), method="editMessageText", times=1))
    await amina.sends(TEXT)
    assert "Something went wrong on our side" in amina.last.text
    assert "I did not expect" not in amina.sees
    assert own_messages(amina) == []
    await amina.sends(TEXT)
    await amina.presses("tip:seal")

    assert len(await open_tips(db)) == 1


async def test_a_receipt_that_cannot_be_shown_is_said_to_be_unseen_and_coordinators_hear_of_the_tip(
    amina: Person, hana: Person, clarion: House, db: Database
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.faults.add(Rule(server_error(), method="editMessageText", times=20))
    await amina.presses("tip:seal")

    assert len(await open_tips(db)) == 1
    assert "New tip" in hana.last.text
    assert "sealed and kept, but its receipt number could not be shown" in amina.last.text
    assert "2 messages of yours were deleted" in amina.last.text
    assert "may not have been done" not in amina.sees
    clarion.telegram.faults.clear()
    await amina.sends("Hello?")
    assert "I did not expect a message now" in amina.last.text


@pytest.mark.parametrize("way_on", ["Was it kept?", "/tip", "/sign"])
async def test_what_cannot_be_said_of_an_unseen_receipt_is_said_with_the_next_message(
    amina: Person, hana: Person, clarion: House, db: Database, way_on: str
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.presses(amina.id, amina.last.message_id, "tip:seal")
    await amina.blocks()
    assert "New tip" in hana.last.text
    await clarion.clarion.ticker.tick()
    await amina.unblocks()
    await amina.sends(way_on)

    assert len(await open_tips(db)) == 1
    assert "sealed and kept, but its receipt number could not be shown" in amina.sees
    assert "Nothing of it was kept" not in amina.sees.replace("your draft is lost and nothing of it is kept", "")
    assert "Was it kept?" not in own_messages(amina)
    if way_on == "/tip":
        await amina.presses("tip:start")
        assert "1 of 7" in amina.last.text


async def test_messages_that_stayed_are_deleted_after_the_draft_is_over_and_replaced(
    amina: Person, clarion: House
) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=1))
    await amina.sends(TEXT)
    assert own_messages(amina) == [TEXT]
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=3))  # and our screen
    await amina.sends("/tip")
    assert own_messages(amina) == [TEXT, "/tip"]
    clarion.clock.turn(minutes=16)
    await clarion.clarion.ticker.tick()

    assert own_messages(amina) == []
    assert "could not be deleted" not in amina.sees


async def test_messages_that_telegram_refuses_to_delete_are_said_aloud_once_after_the_draft_is_over(
    sujin: Person, clarion: House
) -> None:
    await reaches_the_text(sujin)
    clarion.telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await sujin.sends(TEXT)
    await clarion.clarion.ticker.tick()
    assert "지우지 못했습니다" not in sujin.sees
    for _ in range(3):
        clarion.clock.turn(minutes=16)
        await clarion.clarion.ticker.tick()

    assert sujin.sees.count("메시지 1개는 지우지 못했습니다") == 1


ANSWERS = ("Checks and searches", "China, border provinces", "About:", "Now write", "of 7:")
ENDS = {
    "noted": ("tip:seal", "tip:noted"),
    "discarded": ("tip:discard",),
    "turned elsewhere": ("/sign DEMO-002",),
    "begun again": ("/tip",),
    "cancelled": ("/cancel",),
}


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("end", ENDS)
async def test_what_the_bot_wrote_holds_nothing_of_the_tip_at_its_end(amina: Person, end: str) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    assert "About: Checks and searches" in amina.sees
    for deed in ENDS[end]:
        await (amina.sends(deed) if deed.startswith("/") else amina.presses(deed))

    assert not [words for words in ANSWERS if words in amina.sees]


async def test_the_last_screen_goes_when_time_is_over(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=1))
    clarion.clock.turn(minutes=16)
    await clarion.clarion.ticker.tick()
    assert "About: Checks and searches" in amina.sees
    clarion.clock.turn(minutes=1)
    await clarion.clarion.ticker.tick()

    assert amina.chat == ()


async def test_the_last_screen_goes_when_the_program_ends(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    await leave_no_receipts(clarion.clarion.services, clarion.clarion.application.bot)

    assert amina.chat == ()


async def test_a_screen_that_cannot_be_edited_any_more_goes_when_another_takes_its_place(
    amina: Person, clarion: House
) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(bad_request("message can't be edited"), method="editMessageText", times=1))
    await amina.sends(TEXT)
    clarion.clock.turn(seconds=31)
    await clarion.clarion.ticker.tick()

    assert len(amina.chat) == 1
    assert "Ready to be sealed" in amina.last.text
