"""Stories of what a witness is asked: every question can be passed over, and only what is offered is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.tips.review.queue import open_tips
from tests.stories.tipping.witness import (
    CHOICES,
    TEXT,
    bytes_on_disk,
    own_messages,
    reaches_the_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storage.database import Database
    from tests.people import House, Person


async def test_everything_that_is_no_text_of_ones_own_is_refused_with_its_reason_and_deleted(
    amina: Person, clarion: House
) -> None:
    telegram = clarion.telegram
    await reaches_the_text(amina)
    sent: list[tuple[Callable[[], int], str]] = [
        (lambda: telegram.sends_photo(amina.id, b"picture", "the house"), "Pictures and videos are not taken"),
        (lambda: telegram.sends_contact(amina.id, "+10000000000"), "A contact is not taken"),
        (lambda: telegram.sends_voice(amina.id, b"voice", 3), "a voice can be recognised"),
        (lambda: telegram.sends_location(amina.id, 42.9, 129.8), "A location is not taken"),
        (lambda: telegram.sends_document(amina.id, "names.txt", b"names"), "Only text is taken"),
    ]
    for send, reason in sent:
        send()
        await clarion.answers_everything()
        assert reason in amina.last.text
        assert own_messages(amina) == []
    await amina.sends(TEXT)
    await amina.presses("Seal")

    assert "7 messages of yours were deleted" in amina.last.text


async def test_what_is_typed_too_early_or_too_late_is_deleted_and_not_kept(
    amina: Person, clarion: House, db: Database, tmp_path: Path
) -> None:
    await amina.sends("/tip")
    await amina.sends("They hide in the red barn")
    assert "Please use the buttons first" in amina.last.text
    assert "Before you write anything" in amina.last.text
    await amina.presses("tip:start")
    await amina.sends("/barn They hide in the red barn")
    assert "1 of 7" in amina.last.text
    for choice in CHOICES:
        await amina.presses(choice)
    await amina.sends("y" * 1001)
    assert "longer than 1,000 characters" in amina.last.text
    await amina.sends(TEXT)
    await amina.sends("They hide in the red barn")
    assert "Your text is here already" in amina.last.text
    await amina.presses("Seal")

    assert own_messages(amina) == []
    assert len(await open_tips(db)) == 1
    assert b"red barn" not in bytes_on_disk(tmp_path)


async def test_back_and_skip_lead_through_every_question(amina: Person, db: Database) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")
    await amina.presses("Arrest")
    await amina.presses("Back")
    await amina.presses("Skip")
    for question in ("2 of 7", "3 of 7", "4 of 7"):
        assert question in amina.last.text
        await amina.presses("I do not know")
    await amina.presses("Skip")
    await amina.presses("tip-back:known")
    assert "6 of 7" in amina.last.text
    await amina.presses("Skip")
    await amina.presses("tip-urgency:normal")
    await amina.sends(TEXT)
    await amina.presses("Write the text again")
    await amina.sends("Something else happened.")
    await amina.presses("Seal")

    [tip] = await open_tips(db)
    assert (tip.category, tip.urgency) == ("other", "normal")


async def test_a_forged_button_chooses_nothing(amina: Person, clarion: House) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")
    for forged in ("tip-category:gossip", "tip-category", "tip-back:moon", "tip-category:arrest:x"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, forged)
        await clarion.answers_everything()

    assert "1 of 7" in amina.last.text


@pytest.mark.parametrize("text", ["\u200b", "\u200d\u2060", "\u3164", "\u115f \uffa0", "\u2800", "\ufe0f"])
async def test_a_text_of_which_nothing_can_be_seen_is_no_tip(amina: Person, text: str) -> None:
    await reaches_the_text(amina)
    await amina.sends(text)

    assert "That message held no text" in amina.last.text


async def test_a_text_of_many_bytes_is_refused_before_it_is_sealed(amina: Person, db: Database) -> None:
    await reaches_the_text(amina)
    await amina.sends("😀" * 1000)

    assert "too long to be sealed" in amina.last.text
    assert await open_tips(db) == ()
