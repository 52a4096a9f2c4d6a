"""Stories of coordinators who fill in a form: one question after another, with second thoughts, over restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.faults import Rule, server_error
from handlers.coordinators.forms.all_forms import FORMS
from storage.people.coordinators import Role, find_coordinator, invite
from storage.timeline.entries import FILE_MAX, Subject, entries_about
from storage.timeline.kinds import Delivery
from tests.conftest import AMINA, HANA
from tests.people import Person
from tests.stories.test_one_conversation_at_a_time import publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.timeline.entries import Entry
    from tests.people import House

CODE = "DEMO-002"
PDF = b"%PDF-1.7 a receipt"


async def recorded(db: Database) -> tuple[Entry, ...]:
    return await entries_about(db, Subject(appeal=CODE))


async def reaches_the_overview(person: Person) -> None:
    """Record a delivery, by the shortest way."""
    await person.sends(f"/record {CODE}")
    for button in ("record-delivery", "answer:office:a2", "answer:day:2026-11-21", "answer:methods:hand"):
        await person.presses(button)
    await person.presses("form-done")
    for name in ("place", "by", "receipt", "scan"):
        await person.presses(f"form-skip:{name}")
    await person.presses("answer:access:open")


@pytest.mark.usefixtures("published")
async def test_a_form_is_one_message_as_long_as_buttons_answer_it(hana: Person, db: Database) -> None:
    await hana.sends(f"/record {CODE}")
    before = len(hana.chat)
    await reaches_the_overview(hana)

    assert len(hana.chat) == before + 3  # the command, the menu, the form
    assert "How: by hand" in hana.last.text
    assert "Day: 21 November 2026" in hana.last.text
    assert "Nothing is kept yet" in hana.last.text
    assert await recorded(db) == ()


@pytest.mark.usefixtures("published")
async def test_keep_it_keeps_once_however_often_it_is_tapped(hana: Person, db: Database) -> None:
    await reaches_the_overview(hana)
    await hana.presses_twice("Keep it")

    assert "It is on record." in hana.last.text
    assert len(await recorded(db)) == 1
    assert any("out of date" in alert for alert in hana.alerts)


@pytest.mark.usefixtures("published")
async def test_what_cannot_be_taken_is_said_in_a_sentence_and_asked_again(hana: Person) -> None:
    await hana.sends(f"/reply {CODE}")
    await hana.sends("the king")
    assert "That is none of the choices" in hana.last.text
    await hana.sends("Korea")
    assert "On which day was it answered?" in hana.last.text
    await hana.sends("2026-11-31")
    assert "That is not a day, a month or a year." in hana.last.text
    await hana.sends("2027")
    assert "That day is still to come." in hana.last.text
    await hana.sends("2026-11")
    await hana.presses("a formality")
    await hana.sends("x" * 601)
    assert "That has 601 characters; at most 600 fit." in hana.last.text
    await hana.sends("\u2800")
    assert "nothing in this that can be read" in hana.last.text
    await hana.sends("Thank you\u202e for\n\n\n\nyour letter.")
    await hana.presses("form-skip")
    await hana.sends("no scan")
    assert "A file is wanted here" in hana.last.text


@pytest.mark.usefixtures("published")
async def test_one_can_go_back_and_change_an_answer_and_what_hangs_on_it_is_asked_then(hana: Person) -> None:
    await hana.sends(f"/record {CODE}")
    await hana.presses("record-delivery")
    await hana.presses("answer:office:a1")
    await hana.presses("Back")
    assert "Which office?" in hana.last.text
    assert "Back" not in hana.buttons
    await hana.presses("Leave it")
    assert "Nothing was kept" in hana.last.text

    await reaches_the_overview(hana)
    await hana.presses("Change: Who may see it")
    await hana.presses("Back")
    assert "Who may see it: No restriction" in hana.last.text
    await hana.presses("Change: Who may see it")
    await hana.presses("No restriction, but later")
    assert "Until when" in hana.last.text
    await hana.sends("2020-01-01")
    assert "That is past" in hana.last.text
    await hana.sends("2026-12-01 18:00")
    assert "Withheld until: 2026-12-01 18:00" in hana.last.text
    await hana.presses("Change: Who may see it")
    await hana.presses("No restriction")
    assert "Withheld until" not in hana.last.text


@pytest.mark.usefixtures("published")
async def test_several_choices_are_ticked_until_they_are_right(hana: Person, db: Database) -> None:
    await hana.sends(f"/record {CODE}")
    for button in ("record-delivery", "answer:office:a2", "answer:day:2026-11-21"):
        await hana.presses(button)
    assert "Done" not in hana.buttons
    await hana.presses_twice("by fax")
    assert "✓ by fax" in hana.buttons
    await hana.presses("by hand")
    await hana.presses("by post")
    await hana.presses("✓ by fax")
    assert "by fax" in hana.buttons
    await hana.presses("Done")
    for name in ("place", "by", "receipt", "scan"):
        await hana.presses(f"form-skip:{name}")
    await hana.presses("answer:access:open")
    assert "How: by post, by hand" in hana.last.text
    await hana.presses("Keep it")

    (entry,) = await recorded(db)
    assert isinstance(entry.content, Delivery)
    assert entry.content.methods == ("post", "hand")


@pytest.mark.usefixtures("published")
async def test_a_double_tap_does_not_answer_the_next_question_too(hana: Person) -> None:
    await hana.sends(f"/reply {CODE}")
    await hana.presses_twice("answer:office:a1")

    assert "On which day was it answered?" in hana.last.text
    await hana.presses("Back")
    assert "Which office?" in hana.last.text


@pytest.mark.usefixtures("published")
async def test_buttons_of_an_older_screen_do_nothing(hana: Person, db: Database) -> None:
    await hana.sends(f"/reply {CODE}")
    old = hana.last
    await hana.sends("Korea")
    for one in old.buttons:
        clarion = hana.house.telegram
        clarion.presses(hana.id, old.message_id, one.callback_data or "")
    await hana._waits()

    assert "On which day was it answered?" in hana.last.text
    assert len(hana.alerts) == len(old.buttons)


@pytest.mark.usefixtures("published")
async def test_a_new_form_takes_the_place_of_one_under_way_and_cancel_ends_it(hana: Person, db: Database) -> None:
    await hana.sends(f"/reply {CODE}")
    await hana.sends(f"/outcome {CODE}")
    await hana.presses("form-skip:office")
    assert "Outcome · DEMO-002" in hana.last.text
    await hana.sends("/outcome NONE-001")  # nothing to fill in: the one under way goes on
    await hana.sends("2026-11-20")
    assert "What came of it" in hana.last.text
    await hana.sends("/cancel")
    assert "You left the form. Nothing was kept." in hana.last.text
    await hana.sends("Is anybody there?")
    assert "I did not expect a message" in hana.last.text


async def test_a_restart_in_the_middle_loses_nothing(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("/start")
        await publish(house)
        await hana.sends(f"/record {CODE}")
        for button in ("record-delivery", "answer:office:a2", "answer:day:2026-11-21", "answer:methods:post"):
            await hana.presses(button)
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.presses("by fax")
        await hana.presses("Done")
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("At the post office")
        await hana.presses("form-skip:by")
        await hana.presses("form-skip:receipt")
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends_document("receipt.pdf", PDF)
        await hana.presses("answer:access:confidential")
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.presses("Keep it")
        (entry,) = await recorded(house.clarion.services.db)
        assert isinstance(entry.content, Delivery)
        assert entry.content.methods == ("post", "fax")
        assert entry.content.place == "At the post office"
        assert (entry.day, entry.confidential, entry.has_file) == ("2026-11-21", True, True)


async def test_a_program_that_is_killed_after_it_kept_an_entry_does_not_keep_it_twice(
    open_house: Callable[[], AbstractAsyncContextManager[House]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("/start")
        await publish(house)
        await reaches_the_overview(hana)
        house.telegram.faults.add(Rule(server_error(502), method="editMessageText", times=20))
        await hana.presses("Keep it")
        house.telegram.faults.rules.clear()
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        assert len(await recorded(house.clarion.services.db)) == 1
        await hana.presses("Keep it")
        assert "It is on record." in hana.sees
        assert len(await recorded(house.clarion.services.db)) == 1


@pytest.mark.usefixtures("published")
async def test_a_file_is_looked_at_before_it_is_taken_and_fetched_when_all_is_kept(
    hana: Person, clarion: House, db: Database
) -> None:
    await hana.sends(f"/record {CODE}")
    for button in ("record-delivery", "answer:office:a2", "answer:day:2026-11-21", "answer:methods:hand"):
        await hana.presses(button)
    await hana.presses("form-done")
    for name in ("place", "by", "receipt"):
        await hana.presses(f"form-skip:{name}")
    await hana.sends_document("receipt.docx", b"PK")
    assert "Please send a PDF, a JPEG or a PNG." in hana.last.text
    await hana.sends_document("receipt.pdf", PDF + bytes(FILE_MAX))
    assert "at most 5 MB are taken" in hana.last.text
    await hana.sends_document("receipt.pdf", PDF)
    await hana.presses("answer:access:open")
    assert "Scan: attached" in hana.last.text

    clarion.telegram.faults.add(Rule(server_error(502), method="getFile", times=20))
    await hana.presses("Keep it")
    assert "Telegram did not give the file out" in hana.last.text
    assert await recorded(db) == ()
    clarion.telegram.faults.rules.clear()
    await hana.presses("Keep it")
    assert "It is on record." in hana.last.text
    assert (await recorded(db))[0].has_file


@pytest.mark.usefixtures("published")
async def test_a_photo_is_a_file_too_and_words_are_none(hana: Person, clarion: House, db: Database) -> None:
    await hana.sends(f"/record {CODE}")
    for button in ("record-contact", "answer:office:a2", "answer:form:meeting"):
        await hana.presses(button)
    await hana.presses("answer:direction:together")
    for name in ("sender", "recipient", "reference"):
        await hana.presses(f"form-skip:{name}")
    await hana.presses("Yesterday")
    await hana.sends("We met.")
    await hana.presses("no answer expected")
    await hana.sends("Here it is")
    assert "A file is wanted here" in hana.last.text
    clarion.telegram.sends_photo(hana.id, b"\x89PNG a photo")
    await hana._waits()
    await hana.presses("No restriction")
    await hana.presses("Keep it")

    (entry,) = await recorded(db)
    assert (entry.has_file, entry.day, entry.stage) == (True, "2026-11-21", "none_expected")


async def test_a_text_is_asked_for_in_one_language_after_the_other(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
) -> None:
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.sends("/start")
        await publish(house)
        await hana.sends(f"/news {CODE}")
        assert "In this language: English" in hana.last.text
        assert "Skip" not in hana.buttons
        await hana.sends("They are <b>safe</b>.")
        assert "In this language: 한국어" in hana.last.text
        assert "Skip" in hana.buttons
    async with open_house() as house:
        hana = Person(house, HANA, "Hana")
        await hana.presses_twice("Skip")
        assert "English: They are <b>safe</b>." in hana.last.text
        assert "한국어" not in hana.last.text
        await hana.presses("form-change")
        await hana.sends("They are all safe.")
        await hana.sends("모두 안전합니다.")
        assert "English: They are all safe.\n한국어: 모두 안전합니다." in hana.last.text


@pytest.mark.usefixtures("published")
async def test_who_loses_the_role_in_the_middle_keeps_nothing(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    amina = Person(clarion, AMINA, "Amina")
    await amina.opens(f"inv_{await invite(db, Role.CAMPAIGNER, owner, clarion.clock.now())}")
    await reaches_the_overview(amina)
    await amina.opens(f"inv_{await invite(db, Role.VIEWER, owner, clarion.clock.now())}")
    await amina.presses("Keep it")

    assert "Your role as a coordinator does not include this" in amina.last.text
    assert await recorded(db) == ()
    await amina.presses("Leave it")
    assert await recorded(db) == ()


@pytest.mark.usefixtures("published")
async def test_who_may_not_record_cannot_begin(amina: Person) -> None:
    for word in ("record", "reply", "outcome"):
        await amina.sends(f"/{word} {CODE}")
        assert "This is for coordinators" in amina.last.text


def test_a_draft_finds_its_form_by_name_and_a_button_by_its_word() -> None:
    assert len({form.word for form in FORMS}) == len(FORMS)
    for form in FORMS:  # one may be begun in two ways
        alike = {(one.questions, one.finish, one.duty) for one in FORMS if one.name == form.name}
        assert len(alike) == 1
