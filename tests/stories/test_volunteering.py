"""Volunteers: they offer, a coordinator answers, they collect with a link of their own, and can stop."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from handlers.supporters.collecting.offering import CONSENT_VERSION
from handlers.texts import LANGUAGES, Texts
from storage.people.coordinators import find_coordinator
from storage.petitions.collecting.links import end_link, links_of
from storage.petitions.collecting.volunteering import accept_volunteer, offer
from storage.petitions.collecting.volunteers import Offer, SchoolGroup, VolunteerState, find_volunteer, volunteers_of

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"
WORDING = "167fbc231cb3"  # first digits of the digest of what CONSENT_VERSION stands for
GUARDIAN = "김 선생님, 02-000-0000"


def test_a_new_wording_of_the_volunteers_consent_needs_a_new_version() -> None:
    texts = Texts("en")
    wording = "".join(
        texts.plain("volunteering-consent", one, organisation="O", days=30, unsent=180) for one in LANGUAGES
    )

    assert (CONSENT_VERSION, hashlib.sha256(wording.encode()).hexdigest()[:12]) == ("volunteering-1", WORDING)


async def offers_alone(person: Person) -> None:
    await person.sends(f"/volunteer {CODE}")
    await person.presses(f"volunteer-way:{CODE}:alone")
    await person.presses(f"volunteer-age:{CODE}:alone:yes")
    await person.presses("volunteer-name:own")
    await person.presses("volunteer-agree")


async def signs(person: Person) -> None:
    await person.presses(f"sign:{CODE}")
    await person.presses("consent:keep")
    await person.presses("consents:done")
    await person.presses("sign-confirm:yes")


async def test_a_volunteer_offers_is_accepted_and_sees_their_tally(
    amina: Person, sujin: Person, hana: Person, joon: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await amina.sends("/volunteer")
    await amina.presses(f"volunteer:{CODE}")
    await amina.presses("On my own")
    await amina.presses("I am 16 or older")
    await amina.presses("Amina K.")
    assert await volunteers_of(db, CODE) == ()  # nothing before the last word
    await amina.presses("I agree")
    assert "Your offer is with the coordinators" in amina.last.text

    assert "Somebody offers to collect" in hana.last.text
    assert "Amina" not in hana.last.text
    await joon.presses("신청 보기")
    await joon.presses("답을 기다림: Amina K.")
    await joon.presses_twice("받아들이기")
    assert "Amina K. 님의 신청을 받아들이고 링크를 보냈습니다" in joon.last.text

    (link,) = await links_of(db, CODE)
    assert "A coordinator has accepted your offer" in amina.sees
    assert f"?start={CODE}_{link.source}" in amina.sees
    assert amina.document(f"{link.source}.pdf").startswith(b"%PDF")
    await sujin.opens(f"{CODE}_{link.source}")
    await signs(sujin)
    await amina.sends(f"/volunteer {CODE}")
    assert "1 signature through your link so far" in amina.last.text


async def test_a_pupil_who_is_too_young_leaves_no_trace(
    sujin: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await sujin.sends(f"/volunteer {CODE}")
    await sujin.presses("학교 모임과 함께")
    assert "만 14세 이상이십니까?" in sujin.last.text
    await sujin.presses("그보다 어립니다")

    assert "아무것도 저장하지 않았습니다" in sujin.last.text
    assert await volunteers_of(db, CODE) == ()
    await sujin.sends("수진")
    assert "지금은 글을 받지 않습니다" in sujin.last.text


async def test_a_school_group_names_an_adult_whom_coordinators_can_reach(
    sujin: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await sujin.sends(f"/volunteer {CODE}")
    await sujin.presses("학교 모임과 함께")
    await sujin.presses("만 14세 이상입니다")
    await sujin.sends("수진")
    await sujin.sends_document("name.txt", "한빛고등학교")
    assert "어느 학교의" in sujin.last.text  # asked again
    await sujin.sends("/help")
    await sujin.sends("한빛고등학교 2학년 3반")
    await sujin.sends(GUARDIAN)
    assert f"책임지는 어른: {GUARDIAN}" in sujin.last.text
    await sujin.presses_twice("동의하고 신청하기")

    (volunteer,) = await volunteers_of(db, CODE)
    assert volunteer.school == SchoolGroup("한빛고등학교 2학년 3반", GUARDIAN)
    await hana.presses("Look at the offers")
    await hana.presses("Waits: 수진")
    assert f"Adult: {GUARDIAN}" in hana.last.text
    assert "speak with the adult before you accept" in hana.last.text


async def test_who_is_declined_is_thanked_and_erased(
    amina: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await offers_alone(amina)
    await hana.presses("Look at the offers")
    await hana.presses("Waits: Amina K.")
    await hana.presses("Decline")

    assert "what you wrote in it is erased" in amina.last.text
    assert await volunteers_of(db, CODE) == ()
    assert "Nobody has offered yet" in hana.last.text


async def test_cancelling_at_any_step_keeps_nothing(amina: Person, db: Database, published: dict[str, Appeal]) -> None:
    await amina.sends(f"/volunteer {CODE}")
    await amina.presses("On my own")
    await amina.presses("I am 16 or older")
    await amina.sends("/cancel")
    assert "nothing was kept" in amina.last.text
    await amina.sends(f"/volunteer {CODE}")
    await amina.presses("On my own")
    await amina.presses("I am 16 or older")
    await amina.sends("https://example.org")
    assert "Your name" in amina.last.text
    await amina.sends("Amina")
    await amina.presses("Cancel")

    assert "nothing was kept" in amina.last.text
    assert await volunteers_of(db, CODE) == ()


async def test_a_volunteer_stops_with_two_taps(
    amina: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await offers_alone(amina)
    await amina.sends(f"/volunteer {CODE}")
    assert "Your offer is with the coordinators" in amina.last.text
    await hana.presses("Look at the offers")
    await hana.presses("Waits: Amina K.")
    await hana.presses("Accept")

    await amina.sends(f"/volunteer {CODE}")
    await amina.presses("Stop collecting")
    await amina.presses("No, go back")
    await amina.presses("Stop collecting")
    await amina.presses_twice("Yes, and erase it")

    assert "erased" in amina.last.text
    assert await find_volunteer(db, CODE, amina.id) is None
    await hana.sends(f"/links {CODE}")
    (link,) = await links_of(db, CODE)
    assert f"erased ({link.source}) (Collector, ended): 0" in hana.last.text


async def test_mydata_shows_what_a_volunteer_gave_and_forget_erases_it_and_an_unfinished_offer(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await offers_alone(amina)
    await amina.sends("/mydata")
    (given,) = json.loads(amina.document("my-data"))["volunteering"]
    assert (given["name"], given["state"]) == ("Amina K.", VolunteerState.ASKED)

    await amina.sends("/volunteer DEMO-001")
    await amina.presses("On my own")
    await amina.presses("I am 16 or older")
    await amina.sends("/forget")
    await amina.presses("Erase everything")
    await amina.sends("Amina")

    assert "There is no unfinished offer of yours" in amina.last.text
    assert await volunteers_of(db, CODE) == ()


async def test_nobody_collects_for_a_petition_that_closed_meanwhile(
    amina: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await amina.sends(f"/volunteer {CODE}")
    await amina.presses("On my own")
    await amina.presses("I am 16 or older")
    await amina.presses("Amina K.")
    clarion.clock.time = published[CODE].deadline + timedelta(seconds=1)
    await amina.presses("I agree")

    assert "This petition is closed" in amina.last.text
    assert await volunteers_of(db, CODE) == ()
    await amina.sends(f"/volunteer {CODE}")
    assert "This petition is closed" in amina.last.text


async def test_a_volunteer_who_blocked_the_bot_finds_their_link_later(
    amina: Person, hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await offers_alone(amina)
    await amina.blocks()
    await hana.presses("Look at the offers")
    await hana.presses("Waits: Amina K.")
    await hana.presses("Accept")
    assert "could not be reached just now" in hana.last.text

    await amina.unblocks()
    await amina.sends(f"/volunteer {CODE}")

    assert "Nobody has signed through your link yet" in amina.last.text


async def test_a_volunteer_is_told_that_a_coordinator_ended_their_link(
    amina: Person, clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    await offers_alone(amina)
    owner = await find_coordinator(db, hana.id)
    (waiting,) = await volunteers_of(db, CODE)
    assert owner is not None
    accepted = await accept_volunteer(db, CODE, waiting.id, owner, clarion.clock.now())
    assert accepted is not None
    assert accepted.source is not None
    await end_link(db, CODE, accepted.source, owner, clarion.clock.now())

    await amina.sends(f"/volunteer {CODE}")
    assert "A coordinator has ended your link" in amina.last.text
    await hana.presses("Look at the offers")
    assert "Link ended: Amina K." in hana.buttons


async def test_buttons_of_others_and_of_no_petition_do_nothing(
    amina: Person, sujin: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await offer(db, Offer(CODE, sujin.id, "수진", None, "ko", "volunteering-1", clarion.clock.now().date()))
    await amina.sends("/start")
    words = ("volunteer-link", "volunteer-stop", "volunteer-stop-yes", "volunteer-way", "volunteer-age")
    for word in (*words, "volunteer-agree", "volunteer-name", "volunteer-cancel"):
        for tail in ("", ":", f":{CODE}", ":NO-1:alone", f":{CODE}:x:yes", "::yes"):
            clarion.telegram.forges_press(amina.id, amina.last.message_id, f"{word}{tail}")
    await clarion.answers_everything()

    assert "Something went wrong" not in amina.sees
    assert [one.person for one in await volunteers_of(db, CODE)] == [sujin.id]


async def test_a_button_under_an_older_offer_agrees_to_none(
    amina: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await amina.sends(f"/volunteer {CODE}")
    await amina.presses(f"volunteer-way:{CODE}:alone")
    await amina.presses(f"volunteer-age:{CODE}:alone:yes")
    await amina.presses("volunteer-name:own")
    older = amina.last
    (agree,) = [button.callback_data for button in older.buttons if "agree" in (button.callback_data or "")]
    await amina.sends(f"/volunteer {CODE}")
    await amina.presses(f"volunteer-way:{CODE}:school")
    await amina.presses(f"volunteer-age:{CODE}:school:yes")
    for words in ("Amina K.", "Green School", "Ms Teacher, 02-000-0000"):
        await amina.sends(words)
    assert agree is not None
    clarion.telegram.presses(amina.id, older.message_id, agree)
    await clarion.answers_everything()
    assert "out of date" in amina.alerts[-1]
    assert await volunteers_of(db, CODE) == ()

    await amina.presses("I agree")
    (kept,) = await volunteers_of(db, CODE)
    assert kept.school == SchoolGroup("Green School", "Ms Teacher, 02-000-0000")


async def test_what_was_read_in_another_language_is_shown_again_before_it_is_agreed_to(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await amina.sends(f"/volunteer {CODE}")
    await amina.presses(f"volunteer-way:{CODE}:alone")
    await amina.presses(f"volunteer-age:{CODE}:alone:yes")
    await amina.presses("volunteer-name:own")
    await amina.sends("/language")
    await amina.presses("language:ko")
    await amina.presses("volunteer-agree")
    assert await volunteers_of(db, CODE) == ()
    assert "확인해 주세요" in amina.sees
    await amina.presses("volunteer-agree")

    (kept,) = await volunteers_of(db, CODE)
    assert kept.language == "ko"


@pytest.mark.parametrize("accepted", [True, False])
async def test_an_offer_for_a_petition_that_was_recalled_can_be_taken_back(
    amina: Person,
    sujin: Person,
    hana: Person,
    clarion: House,
    db: Database,
    published: dict[str, Appeal],
    accepted: bool,
) -> None:
    await offers_alone(amina)
    if accepted:
        owner = await find_coordinator(db, hana.id)
        (waiting,) = await volunteers_of(db, CODE)
        assert owner is not None
        await accept_volunteer(db, CODE, waiting.id, owner, clarion.clock.now())
    await hana.sends(f"/recall {CODE} {CODE}")
    await sujin.sends(f"/volunteer {CODE}")
    assert "이 코드의 서명운동이 없습니다" in sujin.last.text
    await amina.sends(f"/volunteer {CODE}")
    assert f"The petition {CODE} was recalled" in amina.last.text
    assert published[CODE].texts["en"].title not in amina.last.text
    await amina.presses("volunteer-stop:")
    await amina.presses("Yes, and erase it")

    assert await volunteers_of(db, CODE) == ()
