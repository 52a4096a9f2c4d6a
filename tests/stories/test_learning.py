"""Stories of readers who look words up, and who ask which organisations belong to the coalition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_registers
from storage.people.coordinators import find_coordinator
from storage.registers.changing import save_entries
from storage.registers.sheet import read_register_sheet

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person


@pytest.fixture
async def library(db: Database, hana: Person, clarion: House) -> None:
    """The words that the demo explains."""
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    for text in demo_registers():
        sheet = read_register_sheet(text, today=clarion.clock.now().date())
        await save_entries(db, sheet.register, sheet.entries, owner, clarion.clock.now())


async def test_a_word_is_chosen_from_the_list_and_explained_below_it(amina: Person, library: None) -> None:
    await amina.sends("/learn")
    assert amina.buttons == [
        "Forced return",
        "Refoulement",
        "Refugee sur place",
        "Special Rapporteur",
        "Universal Periodic Review (UPR)",
    ]
    await amina.presses("Refugee sur place")

    assert amina.last.text.startswith("Refugee sur place\n\n“Sur place” is French")
    assert "Words explained" in amina.sees
    await amina.presses("Back to the list")
    assert "Words explained" in amina.last.text


async def test_the_button_under_a_card_explains_below_the_card(amina: Person, library: None, clarion: House) -> None:
    await amina.sends("/help")
    before = amina.last
    clarion.telegram.forges_press(amina.id, before.message_id, "learn:sur-place")
    await clarion.answers_everything()

    assert amina.last.text.startswith("Refugee sur place")
    assert before in amina.chat


async def test_a_word_behind_the_command_is_explained_at_once_in_the_reader_s_language(
    amina: Person, sujin: Person, library: None
) -> None:
    await sujin.sends("/learn 강제북송")
    assert sujin.last.text.startswith("강제북송\n\n본인의 뜻과 상관없이")
    await sujin.sends("/learn")
    assert "용어 풀이" in sujin.last.text
    await amina.sends("/learn UPR")
    assert "about every four and a half years" in amina.last.text
    for words in ("sur place", "Sur-Place", "special rapp", "FORCED  RETURN"):
        await amina.sends(f"/learn {words}")
        assert "Words explained" not in amina.last.text, words
    for words in ("something else", "re", "-"):
        await amina.sends(f"/learn {words}")
        assert f"“{words}” is not among the words" in amina.sees
        assert "Words explained" in amina.last.text
    await amina.sends(f"/learn {'<b>' * 1000}")
    assert "Words explained" in amina.last.text


async def test_a_long_library_has_pages_and_a_word_that_is_gone_is_said_to_be(
    hana: Person, amina: Person, clarion: House
) -> None:
    await amina.sends("/learn")
    assert "No word is explained here yet." in amina.last.text
    words = "".join(f"  - {{key: w-{n:02}, title: {{en: W{n:02}}}, text: {{en: It.}}}}\n" for n in range(21))
    await hana.sends_document("words.yaml", f"explanations:\n{words}")
    await amina.sends("/learn")
    await amina.presses("Further")
    await amina.presses("Further")
    assert amina.buttons == ["W20", "Earlier"]
    for word in ("learn:gone", "learn", "learn::"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, word)
        await clarion.answers_everything()
        assert "out of date" in amina.alerts[-1]
    for word in ("learning:x", "learning:999", "learning:9999999"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, word)
        await clarion.answers_everything()
    assert amina.buttons == [*(f"W{n:02}" for n in range(10)), "Further"]


async def test_partners_are_listed_by_country_without_those_that_left(
    hana: Person, amina: Person, sujin: Person
) -> None:
    await amina.sends("/partners")
    assert "has not listed any partner" in amina.last.text
    await hana.sends("/organisations add KR River Watch\nKR 2019-03-01 Bridge\nJP Border Law & Co\nJP Gone")
    await hana.sends("/organisations")
    await hana.presses("Gone")
    await hana.presses("organisation-leave")
    await hana.presses("organisation-leave-yes")

    await amina.sends("/partners")
    assert amina.last.text == (
        "3 organisations work together with Demo Rights Network.\n\n"
        "Japan\n• Border Law & Co\n\nSouth Korea\n• Bridge\n• River Watch"
    )
    await sujin.sends("/partners")
    assert "단체 3곳" in sujin.last.text
    assert "대한민국" in sujin.last.text


async def test_many_partners_come_in_as_many_messages_as_they_need(hana: Person, amina: Person) -> None:
    name = "x" * 90
    for first in (0, 30):
        lines = "\n".join(f"KR {name} {n:02}" for n in range(first, first + 30))
        await hana.sends(f"/organisations add {lines}")
    await amina.sends("/partners")

    assert all(f"{name} {n:02}" in amina.sees for n in range(60))
