"""Stories of coordinators who tell the press, thank an addressee, and fill in the form of the UN's experts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.people.coordinators import find_coordinator
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Impact, Outcome
from tests.paper import needs_fonts

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import Person

CODE = "DEMO-002"


async def records_outcome(db: Database, person: Person, impact: Impact, summary: str, addressee: str | None) -> None:
    by = await find_coordinator(db, person.id)
    assert by is not None
    outcome = Outcome(summary=summary, source="Yonhap", impact=impact)
    await add_entry(db, NewEntry(Subject(CODE, addressee), outcome, "2026-11-10"), by, person.house.clock.now())


@needs_fonts
async def test_after_what_calls_people_in_the_other_kinds_are_offered(
    hana: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/kit {CODE}")

    assert hana.buttons == ["Press release", "Letter of thanks", "UN worksheet"]
    await hana.presses("UN worksheet")
    assert "# UN worksheet" in hana.document("un-worksheet.md").decode()


async def test_the_press_gets_a_release_in_each_language_with_the_place_that_was_given(
    hana: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/kit {CODE} press Seoul / 서울")

    assert "(Seoul, 22 November 2026) Relatives" in hana.document(f"{CODE}-press-en.txt").decode()
    assert "(서울, 2026년 11월 22일) 가족들이" in hana.document(f"{CODE}-press-ko.txt").decode()
    assert "has no place yet" not in hana.sees
    await hana.sends(f"/kit {CODE} press New\u202e York")
    assert "(New York, 2026년" in hana.document(f"{CODE}-press-ko.txt").decode()
    await hana.sends(f"/kit {CODE} press")
    assert "(22 November 2026)" in hana.document(f"{CODE}-press-en.txt").decode()
    assert "has no place yet" in hana.last.text


async def test_of_what_was_not_sent_the_press_is_told_nothing(hana: Person, appeals: dict[str, Appeal]) -> None:
    await hana.sends(f"/kit {CODE} press Seoul")

    assert hana.last.file is None
    assert "appeals that were sent" in hana.last.text


async def test_an_addressee_is_thanked_for_the_newest_step_forward(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/kit {CODE} thanks")
    assert "No outcome" in hana.last.text
    await records_outcome(db, hana, Impact.STRONG_NEGATIVE, "A step back.", "a1")
    await hana.sends(f"/kit {CODE} thanks")
    assert "No outcome" in hana.last.text

    await records_outcome(db, hana, Impact.MODERATE_POSITIVE, "It was raised in Geneva.", "a1")
    await hana.sends(f"/kit {CODE} thanks")
    letter = hana.document("thanks-a1.txt").decode()
    assert "It was raised in Geneva." in letter
    recipient, salutation = letter.split("\n\n")[1:3]
    assert recipient.startswith("대한민국 대통령")
    assert salutation == "대통령님께"


async def test_where_the_record_does_not_say_whose_step_it_was_it_is_asked(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await records_outcome(db, hana, Impact.MINOR, "It was raised in Geneva.", None)
    await hana.sends(f"/kit {CODE} thanks")
    assert "Whom do you thank?" in hana.last.text

    await hana.presses("President of the People's Republic of China")
    assert "Your Excellency," in hana.document("thanks-a2.txt").decode()


async def test_a_full_worksheet_is_on_record_and_another_is_not(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/kit {CODE} worksheet")
    assert "garrison" not in hana.document("un-worksheet.md").decode()
    taken = "SELECT subject, detail FROM audit WHERE deed = 'take_restricted'"
    assert await db.all(taken, {}) == []

    await hana.sends(f"/kit {CODE} worksheet full")
    assert "garrison" in hana.document(f"{CODE}-un-worksheet-RESTRICTED.md").decode()
    assert hana.last.protected
    assert "garrison" not in hana.document("un-worksheet.md").decode()
    assert [(row["subject"], row["detail"]) for row in await db.all(taken, {})] == [(CODE, '{"version": 1}')]
    await hana.sends("/audit")
    assert "took what is restricted of DEMO-002" in hana.last.text


async def test_an_unknown_kind_shows_those_that_there_are(hana: Person, published: dict[str, Appeal]) -> None:
    await hana.sends(f"/kit {CODE} nonsense")

    assert "Press release" in hana.buttons


async def test_kinds_of_kits_are_for_those_who_run_petitions(amina: Person, published: dict[str, Appeal]) -> None:
    for words in ("press Seoul", "thanks", "worksheet full"):
        await amina.sends(f"/kit {CODE} {words}")
        assert "for coordinators" in amina.last.text
