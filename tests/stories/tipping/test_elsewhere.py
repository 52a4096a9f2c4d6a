"""Stories of witnesses who turn to something else in the middle of a tip, or to a tip in the middle of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.tips.review.queue import open_tips
from tests.conftest import AMINA
from tests.people import Person
from tests.stories.tipping.witness import (
    CHOICES,
    TEXT,
    has_draft,
    own_messages,
    reaches_the_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House


@pytest.mark.parametrize("signs_before", [False, True])
async def test_a_text_that_comes_after_a_restart_is_deleted_and_is_nobodys_name(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
    clarion: House,
    published: object,
    db: Database,
    signs_before: bool,
) -> None:
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        if signs_before:
            await amina.sends("/sign DEMO-002")
            for button in ("consent:keep", "consents:done", "Change name"):
                await amina.presses(button)
        await reaches_the_text(amina)
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        await amina.sends(TEXT)

        assert TEXT not in own_messages(amina)
        assert "There is no unfinished tip any more" in amina.last.text
        await amina.sends("/sign DEMO-002")
        assert "Before you sign" in amina.last.text
    async with db.reading() as tx:
        assert [row["name"] for row in await tx.all("SELECT name FROM conversation")] == ["signing"]
        [draft] = await tx.all("SELECT content FROM draft")
    assert TEXT not in db.key.decrypt("draft.content", draft["content"])


@pytest.mark.usefixtures("published")
async def test_a_tip_ends_an_unfinished_signing_aloud(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("/tip")
    assert "The signature that you had not finished was ended" in amina.last.text
    assert "Before you write anything" in amina.last.text
    await amina.presses("tip:start")
    for choice in CHOICES:
        await amina.presses(choice)
    await amina.sends(TEXT)
    await amina.presses("tip:seal")
    await amina.sends("Amina of Busan")

    assert len(await open_tips(db)) == 1
    assert "There is no unfinished signature of yours" in amina.last.text
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM draft")
        assert not await tx.all("SELECT * FROM conversation")


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("way_in", ["/sign DEMO-002", "sign:DEMO-002"])
async def test_signing_ends_an_unfinished_tip_aloud(amina: Person, clarion: House, db: Database, way_in: str) -> None:
    await amina.opens("DEMO-002")
    card = amina.last.text
    await reaches_the_text(amina)
    await (amina.sends(way_in) if way_in.startswith("/") else amina.presses(way_in))
    assert "Your unfinished tip is discarded, because you went on to something else" in amina.sees
    assert "Now write" not in amina.sees
    assert not has_draft(clarion, amina)
    assert card in amina.sees
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")
    assert "Name: Amina of Busan" in amina.last.text
    assert own_messages(amina)[-1] == "Amina of Busan"
    await amina.presses("Confirm")

    assert await open_tips(db) == ()
    assert "Your number: 1" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_a_name_typed_after_a_change_of_the_signature_was_begun_is_no_text_of_a_tip(
    amina: Person, clarion: House
) -> None:
    await amina.sends("/sign DEMO-002")
    for button in ("consent:keep", "consents:done", "Confirm"):
        await amina.presses(button)
    await reaches_the_text(amina)
    for button in ("sign-change:", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")

    assert "Your unfinished tip is discarded, because you went on to something else" in amina.sees
    assert not has_draft(clarion, amina)
    assert "Name: Amina of Busan" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_an_offer_to_collect_that_began_before_a_tip_goes_on_without_the_tip(
    amina: Person, clarion: House
) -> None:
    await amina.sends("/volunteer DEMO-002")
    await reaches_the_text(amina)
    for button in ("volunteer-way:DEMO-002:school", "volunteer-age:DEMO-002:school:yes"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")
    await amina.sends("Green School")

    assert not has_draft(clarion, amina)
    assert "The adult" in amina.last.text


@pytest.mark.parametrize(
    "command", ["/volunteer", "/batch DEMO-002", "/invalidate DEMO-002", "/send", "/links", "/draft"]
)
async def test_a_command_that_begins_something_else_ends_an_unfinished_tip_aloud(
    hana: Person, clarion: House, published: dict[str, Appeal], command: str
) -> None:
    await reaches_the_text(hana)
    await hana.sends(command)

    assert "Your unfinished tip is discarded" in hana.sees
    assert not has_draft(clarion, hana)


@pytest.mark.parametrize("command", ["/help", "/privacy", "/contact", "/language", "/stop"])
async def test_a_command_that_only_tells_something_leaves_the_tip_as_it_is(
    amina: Person, clarion: House, db: Database, command: str
) -> None:
    await reaches_the_text(amina)
    await amina.sends(command)
    await amina.sends(TEXT)
    await amina.presses("tip:seal")

    assert len(await open_tips(db)) == 1


@pytest.mark.usefixtures("published")
async def test_a_tip_forgotten_two_days_ago_takes_no_name_of_a_signer(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    clarion.clock.turn(days=2)
    await amina.sends("/sign DEMO-002")
    assert "There is no unfinished tip any more" in amina.sees
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")

    assert "Name: Amina of Busan" in amina.last.text
