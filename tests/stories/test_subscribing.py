"""Stories of people who ask for appeals, choose among them, and stop."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from handlers.message_text import MESSAGE_MAX, length
from storage.people.own_data import own_data
from storage.people.subscribers import Cadence, SubscriberState, find_subscriber
from storage.tips.keys.epochs import tip_recipients

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person


async def test_a_newcomer_learns_what_this_is_and_is_not_and_nothing_happens_before_they_press(
    amina: Person, db: Database
) -> None:
    await amina.sends("/start")

    assert "Demo Rights Network" in amina.sees
    assert "not anonymous" in amina.sees
    assert "no emergency service" in amina.sees
    assert await find_subscriber(db, amina.id) is None


async def test_the_welcome_speaks_the_language_of_the_telephone(sujin: Person) -> None:
    await sujin.sends("/start")

    assert "긴급 호소 봇" in sujin.sees
    assert "소식 받기" in sujin.buttons


async def test_one_press_below_the_consent_subscribes_and_keeps_what_was_consented_to(
    amina: Person, db: Database
) -> None:
    await amina.sends("/subscribe")
    assert "/forget erases everything" in amina.sees

    await amina.presses("Subscribe")

    assert "You are subscribed" in amina.sees
    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.state is SubscriberState.ACTIVE
    assert (subscriber.consent_version, subscriber.since) == ("subscribing-2", "2026-11-22")
    assert subscriber.topics == frozenset()
    assert subscriber.cadence is Cadence.AT_ONCE


async def test_a_double_tap_subscribes_once(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses_twice("Subscribe")

    assert amina.sees.count("You are subscribed") == 1
    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None


async def test_topics_are_ticked_and_unticked_and_named_in_the_settings(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.presses("Topics")
    assert not any(label.startswith("✓") for label in amina.buttons)

    await amina.presses("Detention")
    await amina.presses("Border")
    await amina.presses("✓ Detention")
    await amina.presses("Done")

    assert "Topics: Border" in amina.sees
    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.topics == {"border"}


async def test_somebody_can_ask_for_nothing_but_what_cannot_wait(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.presses("How often")
    assert "✓ Every appeal at once" in amina.buttons
    await amina.presses("Only when time is running out")

    assert "How often: Only when time is running out" in amina.last.text
    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.cadence is Cadence.CRITICAL_ONLY


async def test_stop_says_what_ended_and_how_to_come_back(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.sends("/stop")

    assert amina.last.text.startswith("Stopped")
    assert "/subscribe" in amina.last.text
    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.state is SubscriberState.STOPPED


async def test_whoever_comes_back_finds_topics_and_cadence_as_they_left_them(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.presses("How often")
    await amina.presses("Only when")
    await amina.presses("Topics")
    await amina.presses("Children")
    await amina.sends("/stop")

    await amina.sends("/start")
    assert "You do not get appeals at the moment" in amina.sees
    await amina.presses("Subscribe")

    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert (subscriber.state, subscriber.cadence) == (SubscriberState.ACTIVE, Cadence.CRITICAL_ONLY)
    assert subscriber.topics == {"minors"}


async def test_stopping_what_never_began_is_said_and_writes_nothing(amina: Person, db: Database) -> None:
    await amina.sends("/stop")

    assert "nothing to stop" in amina.sees
    assert await find_subscriber(db, amina.id) is None


async def test_unblocking_brings_nobody_back_until_they_ask(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")

    await amina.blocks()
    await amina.unblocks()
    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.state is SubscriberState.BLOCKED

    await amina.sends("/start")
    assert "You do not get appeals at the moment" in amina.sees


async def test_who_stopped_stays_stopped_when_they_block_the_bot(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.sends("/stop")
    await amina.blocks()

    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.state is SubscriberState.STOPPED


async def test_buttons_of_the_settings_do_nothing_for_somebody_who_was_forgotten(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.sends("/settings")
    await amina.sends("/forget")
    await amina.presses("Erase everything")

    await amina.presses("How often")
    await amina.presses("Topics")
    await amina.presses("quiet:open")

    assert all("out of date" in alert for alert in amina.alerts[-3:])
    assert await find_subscriber(db, amina.id) is None


async def test_invented_topics_and_cadences_are_refused(amina: Person, clarion: House, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    for data in ("topic:gossip", "topic", "cadence:hourly", "cadence"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, data)
    await clarion.answers_everything()

    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert (subscriber.topics, subscriber.cadence) == (frozenset(), Cadence.AT_ONCE)


async def test_the_link_that_brought_a_subscriber_is_remembered(
    amina: Person, db: Database, published: dict[str, object]
) -> None:
    await amina.opens("DEMO-001_leaflet-3")
    await amina.presses("Subscribe")
    await amina.presses("subscribe:yes")

    assert (await own_data(db, amina.id))["subscription"]["source"] == "leaflet-3"


async def test_settings_of_a_stranger_show_that_nothing_is_sent(amina: Person) -> None:
    await amina.sends("/settings")

    assert "Appeals: off" in amina.sees


async def test_help_lists_commands_and_those_of_coordinators_for_them_alone(amina: Person, hana: Person) -> None:
    await amina.sends("/help")
    await hana.sends("/help")

    assert "/withdraw – Take a signature back" in amina.sees
    assert "/audit" not in amina.sees
    assert "/audit – Who did what" in hana.sees


async def test_cancel_without_anything_under_way_says_so(amina: Person) -> None:
    await amina.sends("/cancel")

    assert "not in the middle of anything" in amina.sees


async def test_privacy_names_who_may_open_tips_and_whom_to_ask(amina: Person, clarion: House) -> None:
    await amina.sends("/privacy")

    epoch = await tip_recipients(clarion.clarion.services.db)
    assert epoch is not None
    assert "confidential, not anonymous" in amina.sees
    assert "2 keys" in amina.sees
    assert epoch.recipients.digest in amina.sees
    assert "privacy@example.org" in amina.sees


async def test_privacy_tells_what_becomes_of_tips(amina: Person, sujin: Person) -> None:
    await amina.sends("/privacy")
    await sujin.sends("/privacy")

    for words in ("still sealed, for 7 days more", "our replies go with it", "except tips", "/inbox erases a tip"):
        assert words in amina.last.text
    for words in ("봉인된 채로 7일까지", "동의하신 경우뿐", "제보를 뺀 모든 정보", "접수번호로 /inbox"):
        assert words in sujin.last.text


async def test_privacy_tells_who_comes_to_actions_and_what_signers_and_followers_are_sent(
    amina: Person, sujin: Person
) -> None:
    await amina.sends("/privacy")
    await sujin.sends("/privacy")

    for words in ("If you say that you come to an action", "news of the appeal comes to you", "send you news of how"):
        assert words in amina.sees
    for words in ("행사에 참석하겠다고 하시면", "소식을 이 대화방으로 보내 드립니다", "어떻게 되어 가는지 소식을 보내"):
        assert words in sujin.sees
    for person in (amina, sujin):
        assert max(length(message.text) for message in person.chat) <= MESSAGE_MAX


async def test_the_day_of_consent_is_the_day_of_the_last_one(amina: Person, db: Database, clarion: House) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.sends("/stop")
    clarion.clock.time = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)
    await amina.sends("/subscribe")
    await amina.presses("Subscribe")

    subscriber = await find_subscriber(db, amina.id)
    assert subscriber is not None
    assert subscriber.since == "2026-12-24"
