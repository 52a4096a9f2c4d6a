"""A simple appeal, written step by step in the chat."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from telegram import Update

from storage.appeals.records import AppealState, find_appeal
from storage.appeals.restricted import restricted_of
from storage.people.coordinators import Role, find_coordinator, invite

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

ANSWERS = (
    "[Petition]",
    "[High]",
    "Let the nine go",
    "They are held.\nTime runs out.",
    "# What we know\n\nThey were taken on Monday.",
    "China, South Korea",
    "[Detention]",
    "[Done]",
    "9",
    "[not known]",
    "[President of the Republic of Korea]",
    "1. Ask where they are\n2. Say so publicly",
    "2026-12-20 18:00",
    "3000",
    "[NGO]",
    "Human Rights Watch, letter",
    "[Readers may know it]",
)


async def answer(person: Person, *answers: str) -> None:
    for one in answers:
        await (person.presses(one[1:-1]) if one.startswith("[") else person.sends(one))


@pytest.fixture
async def written(hana: Person, appeals: dict[str, Appeal]) -> None:
    await hana.sends("/write")
    await answer(hana, *ANSWERS)


@pytest.mark.usefixtures("written")
async def test_what_was_answered_is_a_draft_and_comes_back_as_a_sheet(hana: Person, db: Database) -> None:
    await hana.presses("Keep it")

    stored = await find_appeal(db, "DEMO-2026-001")
    assert stored.state is AppealState.DRAFT
    assert stored.appeal.texts["en"].title == "Let the nine go"
    assert stored.appeal.countries == ("CN", "KR")
    assert [one.entry for one in stored.appeal.addressees] == ["kr-president"]
    assert stored.appeal.addressees[0].demands["en"] == ("Ask where they are", "Say so publicly")
    sheet = hana.document("DEMO-2026-001.md").decode()
    await hana.sends_document("DEMO-2026-001.md", sheet.replace("3000", "5000"))
    assert (await find_appeal(db, "DEMO-2026-001")).appeal.goal == 5000
    assert "version 2" in hana.last.text


@pytest.mark.usefixtures("written")
async def test_an_answer_is_changed_before_anything_is_kept(hana: Person, db: Database) -> None:
    await hana.presses("Change: Title")
    await hana.sends("Bring them home")
    assert "Nothing is kept yet" in hana.last.text

    await hana.presses("Keep it")

    assert (await find_appeal(db, "DEMO-2026-001")).appeal.texts["en"].title == "Bring them home"


async def test_an_office_that_the_register_lacks_is_asked_for(
    hana: Person, appeals: dict[str, Appeal], db: Database
) -> None:
    await hana.sends("/write")
    office = ("[Another office]", "Minister of Foreign Affairs", "Dear Minister,")
    await answer(hana, *ANSWERS[:10], *office, *ANSWERS[11:])
    await hana.presses("Keep it")

    (addressee,) = (await find_appeal(db, "DEMO-2026-001")).appeal.addressees
    assert (addressee.office["en"], addressee.salutation["en"]) == ("Minister of Foreign Affairs", "Dear Minister,")


async def test_a_restart_in_the_middle_loses_no_answer(
    open_house: Callable[[], AbstractAsyncContextManager[House]], telegram: object
) -> None:
    from tests.people import Person  # noqa: PLC0415

    async with open_house() as house:
        hana = Person(house, 9001, "Hana")
        await hana.sends("/start")
        await hana.sends("/write")
        await answer(hana, *ANSWERS[:5])
    async with open_house() as house:
        hana = Person(house, 9001, "Hana")
        await answer(hana, *ANSWERS[5:10], "Minister", "Dear Minister,", *ANSWERS[11:])
        await answer(hana, "Demo Desk", "Coordinator", "not an address", "desk@example.org")
        await hana.presses("Keep it")
        stored = await find_appeal(house.clarion.services.db, "DRN-2026-001")

    assert stored.appeal.texts["en"].summary == "They are held. Time runs out."
    assert stored.appeal.contact.email == "desk@example.org"


@pytest.mark.parametrize(
    ("place", "wrong", "said"),
    [
        (5, "China, Atlantis", "I do not know one of these countries"),
        (8, "nine", "Please send a number"),
        (11, "\n".join(["x"] * 11), "one to ten demands"),
        (12, "tomorrow", "not a day with or without an hour"),
    ],
    ids=["country", "number", "demands", "deadline"],
)
async def test_a_wrong_answer_is_named_and_asked_for_again(
    place: int, wrong: str, said: str, hana: Person, appeals: dict[str, Appeal]
) -> None:
    await hana.sends("/write")
    await answer(hana, *ANSWERS[:place])
    await hana.sends(wrong)
    assert said in hana.last.text

    await answer(hana, *ANSWERS[place:])
    assert "Nothing is kept yet" in hana.last.text


async def test_two_who_finish_at_once_write_two_appeals(
    clarion: House, hana: Person, amina: Person, appeals: dict[str, Appeal], db: Database
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await amina.opens(f"inv_{await invite(db, Role.CAMPAIGNER, owner, clarion.clock.now())}")
    for person in (hana, amina):
        await person.sends("/write")
        await answer(person, *ANSWERS)
        clarion.telegram.presses(person.id, person.last.message_id, "form-keep:")
    application = clarion.clarion.application
    updates = [Update.de_json(data, application.bot) for data in clarion.telegram.take_updates()]
    await asyncio.gather(*(application.process_update(update) for update in updates))
    await clarion.answers_everything()

    stored = [await find_appeal(db, code) for code in ("DEMO-2026-001", "DEMO-2026-002")]
    assert {one.author for one in stored} == {owner.id, owner.id + 4}
    assert [one.number for one in stored] == [1, 1]
    for person in (hana, amina):
        own = stored[0] if (person is hana) == (stored[0].author == owner.id) else stored[1]
        assert f"code: {own.appeal.code}" in person.document(f"{own.appeal.code}.md").decode()


@pytest.mark.usefixtures("appeals")
async def test_a_source_that_only_coordinators_may_know_is_kept_from_readers(hana: Person, db: Database) -> None:
    await hana.sends("/write")
    await answer(hana, *ANSWERS[:14], "[Family]", "An uncle in Seoul")
    assert "readers see that source as well" in hana.last.text
    await answer(hana, "[Only coordinators]")
    await hana.presses("Keep it")

    stored = await find_appeal(db, "DEMO-2026-001")
    assert (stored.appeal.sources, stored.appeal.withheld_sources) == ((), 1)
    assert (await restricted_of(db, stored.version)).sources[0].title["en"] == "An uncle in Seoul"


@pytest.mark.usefixtures("appeals")
async def test_what_cannot_be_kept_is_named_and_can_be_changed(hana: Person, db: Database, clarion: House) -> None:
    await hana.sends("/write")
    await answer(hana, *ANSWERS[:12], "2026-11-23", "2,000", *ANSWERS[14:])
    clarion.clock.turn(days=3)
    await hana.presses("Keep it")
    assert "• deadline: lies in the past" in hana.last.text

    await hana.presses("Change: Deadline")
    await hana.sends("2026-12-20")
    await hana.presses("Keep it")
    assert (await find_appeal(db, "DEMO-2026-001")).appeal.goal == 2000


@pytest.mark.usefixtures("appeals")
async def test_of_many_offices_all_are_found_by_what_is_typed(hana: Person, db: Database) -> None:
    office = (
        "  - {{key: office-{n:02}, office: {{en: Office {n:02} of Norway}}, country: NO, salutation: {{en: Dear,}},"
        " letter_language: en, methods: [post], checked_on: 2026-11-01}}\n"
    )
    await hana.sends_document("many.yaml", "offices:\n" + "".join(office.format(n=n) for n in range(50)))
    await hana.sends("/write")
    await answer(hana, *ANSWERS[:10])
    assert len(hana.buttons) == 12 + 1 + 2  # another one, back, leave
    await answer(hana, "office 47", *ANSWERS[11:])
    await hana.presses("Keep it")

    assert [one.entry for one in (await find_appeal(db, "DEMO-2026-001")).appeal.addressees] == ["office-47"]
