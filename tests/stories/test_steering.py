"""Stories of coordinators who pause, go on with and cancel what is being sent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.rehearsal.telegram import Person as Account
from storage.letters.broadcasts.planning import BroadcastState, latest_broadcasts
from storage.letters.reports.progress import progress
from storage.people.subscribers import Subscription, subscribe

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.letters.reports.progress import Progress
    from tests.people import House, Person


async def subscribes(house: House, db: Database, person: int) -> None:
    house.telegram.add_person(Account(person, f"Person {person}", language_code="en"))
    house.telegram.says(person, "/start")
    house.telegram.take_updates()
    await subscribe(db, Subscription(person, "en", "1", date(2026, 11, 22)))


async def is_sending(db: Database, person: Person, code: str, letters: int = 3) -> None:
    """Let *person* begin to send an appeal to so many people."""
    for number in range(letters):
        await subscribes(person.house, db, 5000 + number)
    await person.sends(f"/send {code}")
    await person.presses(f"send:{code}")


async def newest(db: Database) -> Progress:
    return await progress(db, (await latest_broadcasts(db))[0])


async def test_the_one_that_runs_is_paused_and_goes_on_without_naming_it(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await is_sending(db, hana, "DEMO-002")
    await hana.sends("/pause")
    assert "paused" in hana.last.text
    await clarion.sends_all_letters()
    assert (await newest(db)).by_state == {"pending": 3}

    await hana.sends("/resume")
    await clarion.sends_all_letters()
    assert (await newest(db)).by_state == {"sent": 3}


async def test_the_progress_message_changes_in_place(hana: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await is_sending(db, hana, "DEMO-002")
    shown = hana.last.message_id
    await hana.presses("Pause")
    assert (hana.last.message_id, "paused" in hana.last.text) == (shown, True)

    await hana.presses("Go on")
    assert (hana.last.message_id, "is being sent" in hana.last.text) == (shown, True)


async def test_where_several_run_it_is_asked_which_one(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await is_sending(db, hana, "DEMO-002")
    await hana.sends("/pause")
    assert "Which one do you want to pause?" in hana.last.text
    await hana.presses("DEMO-001")
    assert "The sending of DEMO-001 is" in hana.last.text

    await hana.sends("/resume DEMO-001")
    assert "DEMO-001 is published" in hana.last.text


async def test_with_nothing_under_way_there_is_nothing_to_steer(
    hana: Person, db: Database, appeals: dict[str, Appeal]
) -> None:
    for command, said in (
        ("/pause", "nothing to pause"),
        ("/resume", "Nothing is paused, so nothing can go on"),
        ("/pause DEMO-002", "nothing to pause"),
        ("/pause NONE-001", "no appeal"),
    ):
        await hana.sends(command)
        assert said in hana.last.text


async def test_cancelling_says_what_stays_and_is_asked_once(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await is_sending(db, hana, "DEMO-002")
    await hana.presses("Cancel")
    assert "3 letters would not go out. None was sent yet." in hana.last.text
    await hana.presses("No, leave it")
    assert "It was not cancelled" in hana.last.text
    assert (await newest(db)).state is BroadcastState.RUNNING

    await hana.presses("cancel-broadcast:")
    await hana.presses("Yes, cancel it")
    assert "3 letters do not go out" in hana.last.text
    await clarion.sends_all_letters()
    now = await newest(db)
    assert (now.state, now.skipped) == (BroadcastState.CANCELLED, {"cancelled": 3})


async def test_a_scheduled_sending_shows_in_the_progress_and_can_be_cancelled(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await subscribes(clarion, db, 5000)
    await hana.sends("/send DEMO-002")
    for press in ("When", "Today 18:00", "Schedule"):
        await hana.presses(press)
    await hana.sends("/progress")
    assert "22 November 2026, 18:00" in hana.last.text
    for press in ("Cancel", "Yes, cancel it"):
        await hana.presses(press)

    clarion.clock.turn(days=1)
    await clarion.sends_all_letters()
    assert (await newest(db)).state is BroadcastState.CANCELLED


async def test_a_press_that_comes_too_late_says_where_it_is(
    hana: Person, joon: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await is_sending(db, hana, "DEMO-002")
    await hana.presses_twice("Pause")
    assert "It is paused already." in hana.last.text
    await hana.presses("Go on")
    await hana.presses("Cancel")
    await clarion.sends_all_letters()
    await hana.presses("Yes, cancel it")
    assert hana.sees.count("That comes too late: it is over.") == 1
    for count, word in enumerate(("pause", "resume", "cancel-broadcast"), 2):
        await hana.sends("/progress")
        clarion.telegram.forges_press(hana.id, hana.last.message_id, f"{word}:1")
        await clarion.answers_everything()
        assert hana.sees.count("That comes too late: it is over.") == count


async def test_a_button_of_no_sending_is_refused(hana: Person, clarion: House) -> None:
    for data in ("pause:77", "resume:x", "cancel-broadcast", "cancel-broadcast-confirm:1", "cancel-broadcast-not:1"):
        clarion.telegram.forges_press(hana.id, hana.last.message_id, data)
        await clarion.answers_everything()
        assert "There is no such sending" in hana.last.text


async def test_steering_is_in_the_audit(hana: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await is_sending(db, hana, "DEMO-002")
    for press in ("Pause", "Go on", "Cancel", "Yes, cancel it"):
        await hana.presses(press)
    await hana.sends("/audit")

    assert "The chain holds" in hana.last.text
    assert hana.last.text.count("DEMO-002") >= 4


async def test_steering_speaks_korean(joon: Person, db: Database, appeals: dict[str, Appeal]) -> None:
    await is_sending(db, joon, "DEMO-002")
    await joon.sends("/pause")
    await joon.sends("/resume")
    await joon.presses("cancel-broadcast:")
    assert "3통은 보내지 않게 됩니다. 아직 보낸 것은 없습니다." in joon.last.text
    await joon.presses("예, 취소합니다")

    assert "취소했습니다. 3통은 보내지 않습니다." in joon.last.text


async def test_cancelling_a_recall_says_that_the_messages_stay_and_the_appeal_is_withdrawn_all_the_same(
    hana: Person, db: Database, appeals: dict[str, Appeal], clarion: House
) -> None:
    await is_sending(db, hana, "DEMO-002")
    await clarion.sends_all_letters()
    await hana.sends("/recall DEMO-002 DEMO-002")
    await hana.presses("cancel-broadcast:")
    assert "3 messages are not taken back yet and would stay. DEMO-002 stays withdrawn" in hana.last.text
    await hana.presses("Yes, cancel it")

    assert "Cancelled. 3 messages are not taken back." in hana.last.text


async def test_whoever_may_send_is_told_that_the_command_cancels_no_sending(hana: Person, amina: Person) -> None:
    await hana.sends("/cancel")
    await amina.sends("/cancel")

    assert "A sending is cancelled with the button below its progress" in hana.last.text
    assert "sending" not in amina.last.text
