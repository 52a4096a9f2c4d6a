"""Stories of people who follow an appeal, with or without a signature."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from handlers.supporters.following import CONSENT_VERSION
from handlers.texts import LANGUAGES, Texts
from storage.people.followers import is_following
from storage.people.own_data import own_data
from storage.people.subscribers import find_subscriber
from storage.petitions.signatures.records import Purpose, given_consents

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

WORDING = "acfa701b8862"  # first digits of the digest of what CONSENT_VERSION stands for


def test_a_new_wording_of_the_consent_to_follow_needs_a_new_version() -> None:
    texts = Texts("en")
    wording = "".join(texts.plain("following-consent", one, organisation="O", title="T") for one in LANGUAGES)

    assert (CONSENT_VERSION, hashlib.sha256(wording.encode()).hexdigest()[:12]) == ("following-1", WORDING)


async def opens_the_full_text(person: Person) -> None:
    await person.opens("DEMO-002_fb")
    await person.presses("more:DEMO-002")


async def follows(person: Person) -> None:
    await opens_the_full_text(person)
    await person.presses("follow:DEMO-002")
    await person.presses("follow-confirm:DEMO-002")


async def test_a_stranger_follows_an_appeal_after_reading_what_is_kept(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await opens_the_full_text(amina)
    await amina.presses("Follow this appeal")
    assert "Shall we tell you here how this appeal goes on?" in amina.last.text
    assert not await is_following(db, "DEMO-002", amina.id)

    await amina.presses("Yes, tell me")

    assert await is_following(db, "DEMO-002", amina.id)
    assert not await is_following(db, "DEMO-001", amina.id)
    assert await find_subscriber(db, amina.id) is None
    assert "Stop following" in amina.buttons
    assert "What we ask" in amina.last.text
    (following,) = (await own_data(db, amina.id))["following"]
    assert following["consent_version"] == CONSENT_VERSION


async def test_the_link_that_brought_a_person_is_not_lost_while_they_follow(
    amina: Person, published: dict[str, Appeal]
) -> None:
    await follows(amina)

    assert "sign:DEMO-002:fb" in [button.callback_data for button in amina.last.buttons]


async def test_the_same_button_ends_it(amina: Person, db: Database, published: dict[str, Appeal]) -> None:
    await follows(amina)
    await amina.presses_twice("Stop following")

    assert not await is_following(db, "DEMO-002", amina.id)
    assert "Follow this appeal" in amina.buttons
    assert (await own_data(db, amina.id))["following"] == []


async def test_changing_ones_mind_at_the_consent_leads_back_to_the_appeal(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await opens_the_full_text(amina)
    await amina.presses("Follow this appeal")
    await amina.presses("No, back")

    assert "What we ask" in amina.last.text
    assert not await is_following(db, "DEMO-002", amina.id)


async def test_a_double_tap_follows_once(amina: Person, db: Database, published: dict[str, Appeal]) -> None:
    await opens_the_full_text(amina)
    await amina.presses("Follow this appeal")
    await amina.presses_twice("Yes, tell me")

    assert len((await own_data(db, amina.id))["following"]) == 1


async def test_letters_stay_short_and_have_no_button_to_follow(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.opens("DEMO-002")

    assert "Follow this appeal" not in amina.buttons


async def test_what_was_not_sent_yet_cannot_be_followed(
    amina: Person, clarion: House, db: Database, appeals: dict[str, Appeal]
) -> None:
    await amina.sends("/start")
    for data in ("follow:DEMO-002", "follow-confirm:DEMO-002", "unfollow:DEMO-002", "follow", "follow-confirm:NO-1"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, data)
    await clarion.answers_everything()

    assert not await is_following(db, "DEMO-002", amina.id)
    assert all("out of date" in alert for alert in amina.alerts[-5:])


async def test_stop_ends_appeals_following_and_updates_and_says_which(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await follows(amina)
    await amina.sends("/sign DEMO-001")
    await amina.presses("consent:keep")
    await amina.presses("consent:updates")
    await amina.presses("consents:done")
    await amina.presses("sign-confirm:yes")
    assert Purpose.UPDATES in await given_consents(db, "DEMO-001", amina.id)

    await amina.sends("/stop")

    assert "from now on nothing is sent to you" in amina.last.text
    assert "no longer follow the appeal" in amina.last.text
    assert "Your signature stays and counts" in amina.last.text
    assert await given_consents(db, "DEMO-001", amina.id) == {Purpose.KEEP}
    await amina.sends("/stop")
    assert "nothing to stop" in amina.last.text


async def test_forgetting_ends_it_and_a_chosen_language_holds_for_it(
    sujin: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await sujin.opens("DEMO-002")
    await sujin.presses("자세히 보기")
    await sujin.presses("이 호소 지켜보기")
    await sujin.presses("네, 알려 주세요")
    assert "그만 지켜보기" in sujin.buttons

    await sujin.sends("/language")
    await sujin.presses("English")
    (following,) = (await own_data(db, sujin.id))["following"]
    assert following["language"] == "en"

    await sujin.sends("/forget")
    await sujin.presses("Erase everything")
    assert (await own_data(db, sujin.id))["following"] == []
