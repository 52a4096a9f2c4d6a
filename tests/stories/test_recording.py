"""Stories of coordinators who record what follows an appeal: deliveries, replies, outcomes, contacts, what goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from storage.appeals.records import AppealState, close_due, find_appeal
from storage.audit import latest
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.timeline.entries import NewEntry, Subject, add_entry, entries_about, standing
from storage.timeline.kinds import Contact, Delivery, Kind, Recommendation, Reply
from tests.conftest import AMINA
from tests.people import Person

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.timeline.entries import Entry
    from tests.people import House

CODE = "DEMO-002"
PDF = b"%PDF-1.7 a letter"
TYPED = {  # what a coordinator types where no button answers; by the question
    "summary": "They thank us for our letter.",
    "source": "Statement of the ministry",
    "who": "The minister for unification",
    "what": "To raise it at the summit.",
    "title": "Resolution on forced returns",
    "chamber": "National Assembly",
    "state": "China",
    "by": "대한민국",
    "cycle": "4",
    "text": "Respect non-refoulement.",
    "note": "The committee has voted.",
}


async def records(person: Person, word: str, **answers: str) -> None:
    """Begin at a button and answer each question: as told, or else by the first button, or typed, or not at all."""
    await person.presses(word)
    for _ in range(30):
        buttons = [one.callback_data or "" for one in person.last.buttons]
        if any(one.startswith("form-keep") for one in buttons):
            break
        leave = next(one for one in buttons if one.startswith("form-leave"))
        asked = leave.split(":")[1]
        choices = [one for one in buttons if one.startswith("answer:")]
        told = answers.get(asked)
        if told is not None and f"answer:{asked}:{told}" not in buttons:
            await person.sends(told)
        elif told is not None:
            await person.presses(f"answer:{asked}:{told}")
        elif f"form-skip:{asked}" in buttons:
            await person.presses(f"form-skip:{asked}")
        else:
            await (person.presses(choices[0]) if choices else person.sends(TYPED[asked]))
        if f"form-done:{asked}" in [one.callback_data for one in person.last.buttons]:
            await person.presses(f"form-done:{asked}")
    await person.presses("form-keep")


@pytest.mark.usefixtures("published")
async def test_who_records_what_is_about_children_is_told_what_readers_will_see(hana: Person, joon: Person) -> None:
    await hana.sends("/record DEMO-001")
    await records(hana, "record-reply:DEMO-001", public="yes")
    assert "Readers see only day, kind and what was chosen from a list" in hana.last.text
    await joon.sends("/record DEMO-001")
    await records(joon, "record-bill:DEMO-001")
    assert "이 기록은 소식으로 작성해 동료의 승인을 받아 보낸 뒤에" in joon.last.text

    await hana.sends("/record DEMO-001")
    await records(hana, "record-outcome:DEMO-001", access="confidential")
    assert "Readers" not in hana.last.text
    await hana.sends(f"/record {CODE}")
    await records(hana, f"record-outcome:{CODE}")
    assert "Readers" not in hana.last.text


async def of(db: Database, code: str | None = CODE) -> tuple[Entry, ...]:
    return await entries_about(db, Subject(appeal=code))


async def closes(house: House) -> None:
    house.clock.turn(days=60)
    await close_due(house.clarion.services.db, house.clock.now())


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ACTION])
async def test_every_kind_of_entry_can_be_recorded_of_an_appeal_in_either_language(
    kind: Kind, hana: Person, joon: Person, db: Database
) -> None:
    await hana.sends(f"/record {CODE}")
    await records(hana, f"record-{kind}:{CODE}")
    assert "It is on record." in hana.last.text
    await joon.sends(f"/record {CODE}")
    await records(joon, f"record-{kind}:{CODE}", day="2026-11-20", note="다시 논의합니다.")
    assert "기록했습니다." in joon.last.text

    entries = await of(db)
    assert [entry.kind for entry in entries] == [kind, kind]
    assert {entry.by.partition("-")[0] for entry in entries} == {"owner", "campaigner"}


@pytest.mark.usefixtures("published")
async def test_an_appeal_is_delivered_on_one_day_by_post_and_by_hand(
    hana: Person, clarion: House, db: Database
) -> None:
    await closes(clarion)
    await hana.sends(f"/record {CODE}")
    await records(hana, "record-delivery", office="a1", day="2026-11-24", methods="post")
    assert "DEMO-002 is now: delivered." in hana.last.text
    await hana.presses("Record something else")
    place, by = "At the gate of the Blue House", "Two students"
    await records(hana, "record-delivery", office="a1", day="2026-11-24", methods="hand", place=place, by=by)

    post, hand = await of(db)
    assert isinstance(post.content, Delivery)
    assert isinstance(hand.content, Delivery)
    assert (post.content.methods, hand.content.methods) == (("post",), ("hand",))
    assert (hand.content.place, hand.content.by, hand.about.addressee) == (place, by, "a1")
    assert (await find_appeal(db, CODE)).state is AppealState.DELIVERED


@pytest.mark.usefixtures("published")
async def test_a_reply_that_signers_may_read_can_be_told_and_any_other_cannot(hana: Person, db: Database) -> None:
    await hana.sends(f"/record {CODE}")
    await records(hana, "record-reply", response="pledged", day="2026-11")
    assert "promised something" in hana.last.text
    assert hana.buttons == ["Tell those concerned", "Timeline", "Record something else"]
    for more in ({"public": "no"}, {"access": "confidential"}, {"access": "embargo", "embargo": "2026-12-24 09:00"}):
        await hana.sends(f"/record {CODE}")
        await records(hana, "record-reply", response="denied", **more)
        assert hana.buttons == ["Timeline", "Record something else"]

    told, withheld, confidential, later = await of(db)
    assert [isinstance(one.content, Reply) and one.content.public for one in await of(db)] == [True, False, False, True]
    assert told.day == "2026-11"
    assert (withheld.confidential, confidential.confidential) == (False, True)
    assert later.embargo_until is not None
    assert later.embargo_until.isoformat() == "2026-12-24T00:00:00+00:00"  # nine in Seoul


@pytest.mark.usefixtures("published")
async def test_a_step_forward_offers_a_letter_of_thanks(hana: Person) -> None:
    await hana.sends(f"/record {CODE}")
    await records(hana, "record-outcome", impact="minor")
    assert f"/kit {CODE} thanks" in hana.last.text
    await hana.sends(f"/record {CODE}")
    await records(hana, "record-outcome", impact="none")
    assert "thanks" not in hana.last.text


@pytest.mark.usefixtures("published")
async def test_a_scan_can_be_taken_again_and_who_took_it_is_on_record(
    hana: Person, clarion: House, db: Database
) -> None:
    await hana.sends(f"/record {CODE}")
    await records_with_scan(hana, access="open")
    await hana.presses("The scan")
    assert hana.document("DEMO-002-1.pdf") == PDF
    assert [(deed.alias, deed.name, deed.subject) for deed in await latest(db, 1)] == [
        ("owner-1", "take_file", "entry-1")
    ]

    await hana.sends(f"/record {CODE}")
    await records_with_scan(hana, access="confidential")
    amina = Person(clarion, AMINA, "Amina")
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await accept_invitation(
        db, await invite(db, Role.VIEWER, owner, clarion.clock.now()), amina.id, clarion.clock.now()
    )
    await amina.sends("/start")
    await presses_elsewhere(amina, "scan:1")
    assert amina.document("DEMO-002-1.pdf") == PDF
    await presses_elsewhere(amina, "scan:2")
    assert "There is no scan here that you may see." in amina.last.text
    assert [deed.subject for deed in await latest(db, 9) if deed.name == "take_file"] == ["entry-1", "entry-1"]


async def records_with_scan(person: Person, access: str) -> None:
    """Record a reply with its scan."""
    await person.presses("record-reply")
    for button in ("answer:office:a1", "answer:day:2026-11-21", "answer:response:denied"):
        await person.presses(button)
    await person.sends(f"A letter, {access}")
    await person.presses("form-skip:reference")
    await person.sends_document("letter.pdf", PDF)
    await person.presses(f"answer:access:{access}")
    if access == "open":
        await person.presses("answer:public:yes")
    await person.presses("Keep it")


async def presses_elsewhere(person: Person, data: str) -> None:
    """Press a button under another message than those of recording, as a timeline or a task has it."""
    bot = person.house.clarion.application.bot
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("A button", callback_data=data)]])
    await bot.send_message(person.id, "Something else", reply_markup=keyboard)
    await person.presses(data)


@pytest.mark.usefixtures("published")
async def test_the_register_of_correspondence_holds_a_letter_until_it_is_answered(hana: Person, db: Database) -> None:
    await hana.sends(f"/record {CODE}")
    await records(
        hana,
        "record-contact",
        office="a2",
        form="letter",
        direction="to_them",
        sender="The director",
        recipient="The head of the office",
        reference="NK-2026-17",
        day="2026-09-13",
        stage="open",
    )
    await hana.presses("Record something else")
    assert "NK-2026-17 · an answer is expected" in hana.buttons
    await records(hana, "NK-2026-17", stage="answered", day="2026-10-02", note="They will look into it.")

    (standing_now,) = await standing(db, Kind.CONTACT)
    assert isinstance(standing_now.content, Contact)
    assert (standing_now.stage, standing_now.day, standing_now.thread) == ("answered", "2026-10-02", 1)
    assert standing_now.content.reference == "NK-2026-17"
    assert standing_now.content.summary == "They will look into it."
    assert standing_now.about.addressee == "a2"
    await hana.presses("Record something else")
    assert "NK-2026-17 · answered" not in hana.buttons


async def test_what_belongs_to_no_appeal_is_recorded_and_goes_on(hana: Person, db: Database) -> None:
    await hana.sends("/record")
    await hana.presses("No appeal, no campaign")
    await records(hana, "record-bill", stage="proposed", due="2026-12-08")
    await hana.presses("Record something else")
    await records(hana, "Resolution on forced returns", stage="committee")
    (bill,) = await standing(db, Kind.BILL)
    assert (bill.stage, bill.due_on, bill.thread) == ("committee", date(2026, 12, 8), 1)
    await hana.presses("Record something else")
    await records(hana, "Resolution on forced returns", stage="adopted", day="2026-11-22")
    (bill,) = await standing(db, Kind.BILL)
    assert (bill.stage, bill.due_on) == ("adopted", None)


@pytest.mark.usefixtures("published")
async def test_what_was_done_in_a_campaign_is_recorded_under_its_key(joon: Person, db: Database) -> None:
    await joon.sends("/record Forced-Returns")
    assert "강제북송을 멈춰 주세요: 무엇을 기록하시겠습니까?" in joon.last.text
    assert joon.buttons == ["연락과 서신", "약속", "의회 안건", "심사 권고", "캠페인 활동"]
    await records(joon, "record-action", day="2013-06")
    assert "기록했습니다." in joon.last.text
    await joon.presses("다른 일 기록하기")
    await records(joon, "record-commitment", office="kr-president", due="2027-03-01")

    action, promise = await entries_about(db, Subject(campaign="forced-returns"))
    assert (action.kind, action.day, action.about.appeal) == (Kind.ACTION, "2013-06", None)
    assert (promise.stage, promise.due_on, promise.about.office) == ("open", date(2027, 3, 1), "kr-president")


async def test_the_next_review_of_a_state_is_expected_four_and_a_half_years_later(hana: Person, db: Database) -> None:
    await hana.sends("/record -")
    await records(hana, "record-recommendation", day="2024-01", stage="accepted")
    await hana.presses("Record something else")
    await records(hana, "Respect non-refoulement.", stage="implemented", day="2026-10")

    (entry,) = await standing(db, Kind.RECOMMENDATION)
    assert isinstance(entry.content, Recommendation)
    assert (entry.content.state, entry.content.recommended_by, entry.content.cycle) == ("CN", "KR", 4)
    assert (entry.stage, entry.due_on) == ("implemented", date(2028, 7, 1))


async def test_a_recommendation_names_states_and_a_cycle_that_there_are(hana: Person) -> None:
    await hana.sends("/record -")
    await hana.presses("record-recommendation")
    await hana.sends("Atlantis")
    assert "No country is known by this name" in hana.last.text
    for country in ("CN", "France"):
        await hana.sends(country)
    await hana.sends("the fourth")
    assert "write the number of the cycle alone" in hana.last.text


@pytest.mark.usefixtures("published")
async def test_the_archive_is_asked_about_once_and_only_for_what_is_over(
    hana: Person, clarion: House, db: Database
) -> None:
    await hana.sends(f"/record {CODE}")
    assert "Archive it" not in hana.buttons
    await closes(clarion)
    await hana.sends(f"/record {CODE}")
    await hana.presses("Archive it")
    assert "Put DEMO-002 in the archive?" in hana.last.text
    await hana.presses("Not now")
    await hana.presses("Archive it")
    await hana.presses_twice("archive-confirm")

    assert "DEMO-002 is in the archive." in hana.sees or "it is archived" in hana.last.text
    assert (await find_appeal(db, CODE)).state is AppealState.ARCHIVED
    assert [deed.name for deed in await latest(db, 9)].count("archive") == 1
    await hana.sends(f"/record {CODE}")
    assert "Archive it" not in hana.buttons
    await records(hana, "record-reply")
    assert (await find_appeal(db, CODE)).state is AppealState.ARCHIVED


async def test_an_appeal_that_nobody_was_sent_has_nothing_to_record(
    hana: Person, appeals: dict[str, Appeal], db: Database
) -> None:
    await hana.sends(f"/reply {CODE}")

    assert "This names nothing that such an entry could be about." in hana.last.text
    await presses_elsewhere(hana, "record-reply:-")
    assert "This names nothing that such an entry could be about." in hana.last.text
    assert await of(db, None) == ()


async def test_a_thread_that_is_none_cannot_go_on(hana: Person, clarion: House) -> None:
    await presses_elsewhere(hana, "stage:99")

    assert "There is nothing on record that could go on like this." in hana.last.text


async def test_every_open_thread_can_be_reached_and_what_is_about_nothing_has_its_timeline(
    hana: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    by = await find_coordinator(db, hana.id)
    assert by is not None
    for number in range(12):
        review = Recommendation(state="CN", recommended_by="KR", cycle=4, text=f"Recommendation {number:02}.")
        await add_entry(db, NewEntry(Subject(), review, "2024-01-23", stage="pending"), by, clarion.clock.now())

    await hana.sends("/record -")
    assert not any("Recommendation 11" in one for one in hana.buttons)
    await hana.presses("Further")
    assert any("Recommendation 11" in one for one in hana.buttons)
    await records(hana, "record-contact", form="letter", sender="NKHR", recipient="UNHCR", stage="open")
    await hana.presses("Timeline")
    assert "NKHR → UNHCR" in hana.last.text


async def test_who_archives_an_appeal_reads_what_comes_up_no_more(
    hana: Person, published: dict[str, Appeal], clarion: House
) -> None:
    await closes(clarion)
    await hana.sends(f"/record {CODE}")
    await hana.presses("Archive it")

    assert "no follow-up, no missing reply, no promise" in hana.last.text
