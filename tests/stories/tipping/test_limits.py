"""Stories of too many tips at once: refused politely, nothing lost before its time, and owners hear how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.tips.review.queue import open_tips
from tests.stories.tipping.witness import TEXT, has_draft, reaches_the_text, sends_a_tip

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database
    from tests.people import House, Person

EACH, EVERYBODY = 3, 5  # tips an hour


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"tips_per_hour": EVERYBODY})


async def test_a_person_may_send_a_few_tips_an_hour_and_keeps_the_draft_of_the_next(
    amina: Person, clarion: House, db: Database
) -> None:
    for _ in range(EACH):
        await sends_a_tip(amina)
        await amina.presses("tip:noted")
    await sends_a_tip(amina)

    assert "Not sealed yet: too many tips have come in" in amina.last.text
    assert "https://tips.example.org" in amina.last.text
    assert len(await open_tips(db)) == EACH
    assert has_draft(clarion, amina)
    clarion.clock.turn(minutes=14)
    await amina.presses("tip:seal")
    assert "Not sealed yet" in amina.last.text
    clarion.clock.turn(minutes=46)
    await amina.presses("tip:seal")
    assert "There is no unfinished tip any more" in amina.last.text


async def test_looking_at_the_warning_counts_for_nothing(amina: Person, db: Database) -> None:
    for _ in range(2 * EACH):
        await reaches_the_text(amina)
        await amina.sends(TEXT)
        await amina.presses("Discard")
    await sends_a_tip(amina)

    assert len(await open_tips(db)) == 1


async def test_owners_hear_once_an_hour_that_no_more_are_taken_and_only_how_many(
    amina: Person, sujin: Person, hana: Person, clarion: House, db: Database
) -> None:
    for witness in (amina, amina, sujin, sujin, sujin):
        await sends_a_tip(witness)
        await witness.presses("tip:noted")
    for _ in range(2):
        await sends_a_tip(amina)

    notices = hana.sees.count("No more tips are taken for now. 5 came within an hour")
    assert (notices, len(await open_tips(db))) == (1, EVERYBODY)
    assert str(amina.id) not in hana.sees
    clarion.clock.turn(minutes=61)
    await sends_a_tip(amina)
    assert len(await open_tips(db)) == EVERYBODY + 1
    assert hana.sees.count("No more tips are taken") == 1


async def test_one_persons_limit_is_no_news_to_owners(amina: Person, hana: Person) -> None:
    for _ in range(EACH + 1):
        await sends_a_tip(amina)

    assert "No more tips are taken" not in hana.sees
