"""Stories of people who want to sleep, each by the clock of where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.supporters.subscribing.zones import ZONES, city_text, zones_offered
from handlers.texts import LANGUAGES
from storage.people.own_data import own_data
from storage.people.quiet_hours import QuietHours
from storage.people.subscribers import find_subscriber

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person


async def quiet_of(db: Database, person: Person) -> QuietHours | None:
    subscriber = await find_subscriber(db, person.id)
    assert subscriber is not None
    return subscriber.quiet


@pytest.fixture
async def subscriber(amina: Person) -> Person:
    await amina.sends("/subscribe")
    await amina.presses("Subscribe")
    return amina


async def test_nobody_has_quiet_hours_or_a_time_zone_who_did_not_ask_for_them(subscriber: Person, db: Database) -> None:
    assert "Quiet hours: none" in subscriber.sees
    assert await quiet_of(db, subscriber) is None
    assert (await own_data(db, subscriber.id))["subscription"]["quiet_hours"] is None


async def test_the_first_quiet_hours_are_followed_by_the_question_for_the_clock(
    subscriber: Person, db: Database
) -> None:
    await subscriber.presses("Quiet hours")
    await subscriber.presses("22:00–07:00")
    assert "What time is it where you are?" in subscriber.last.text
    assert subscriber.buttons[0] == "✓ Seoul 09:30"

    await subscriber.presses("More places")
    await subscriber.presses("London 00:30")

    assert await quiet_of(db, subscriber) == QuietHours(22, 7, "Europe/London", wake=False)
    assert "22:00–07:00 (London)" in subscriber.last.text
    assert "it is 00:30 now" in subscriber.last.text
    assert "an appeal waits too" in subscriber.last.text
    await subscriber.presses("Back to the settings")
    assert "Quiet hours: 22:00–07:00 (London)" in subscriber.last.text


async def test_who_changes_the_hours_later_is_not_asked_for_the_clock_again(subscriber: Person, db: Database) -> None:
    await subscriber.presses("Quiet hours")
    await subscriber.presses("23:00–08:00")
    await subscriber.presses("Tokyo")
    await subscriber.presses("21:00–08:00")

    assert await quiet_of(db, subscriber) == QuietHours(21, 8, "Asia/Tokyo", wake=False)
    assert "✓ 21:00–08:00" in subscriber.buttons


async def test_any_two_hours_can_be_chosen(subscriber: Person, db: Database) -> None:
    await subscriber.presses("Quiet hours")
    await subscriber.presses("Other hours")
    await subscriber.presses("13")
    assert "Quiet from 13:00" in subscriber.last.text
    assert "13" not in subscriber.buttons
    await subscriber.presses("15")

    assert await quiet_of(db, subscriber) == QuietHours(13, 15, "Asia/Seoul", wake=False)


async def test_urgent_appeals_wake_only_whoever_said_so(subscriber: Person, db: Database) -> None:
    await subscriber.presses("Quiet hours")
    await subscriber.presses("23:00–06:00")
    await subscriber.presses("Seoul")
    await subscriber.presses("Wake me if time is running out")
    quiet = await quiet_of(db, subscriber)
    assert quiet is not None
    assert quiet.wake

    await subscriber.presses("Nothing may wake me")
    quiet = await quiet_of(db, subscriber)
    assert quiet is not None
    assert not quiet.wake


async def test_without_quiet_hours_nothing_is_kept_of_the_place(subscriber: Person, db: Database) -> None:
    await subscriber.presses("Quiet hours")
    await subscriber.presses("22:00–07:00")
    await subscriber.presses("Back to the quiet hours")
    await subscriber.presses("none")

    assert await quiet_of(db, subscriber) is None
    async with db.reading() as tx:
        row = await tx.only("SELECT quiet_from, quiet_to, zone, wake FROM subscriber")
    assert tuple(row) == (None, None, None, None)


async def test_whoever_comes_back_finds_their_quiet_hours(subscriber: Person, db: Database) -> None:
    await subscriber.presses("Quiet hours")
    await subscriber.presses("22:00–07:00")
    await subscriber.sends("/stop")
    await subscriber.sends("/subscribe")
    await subscriber.presses("subscribe:yes")

    assert await quiet_of(db, subscriber) == QuietHours(22, 7, "Asia/Seoul", wake=False)


@pytest.mark.parametrize(
    "data",
    [
        *("quiet", "quiet:set:22", "quiet:set:24:7", "quiet:set:7:7", "quiet:set:x:7", "quiet:to", "quiet:to:24"),
        *("zone", "zone:set", "zone:set:Europe/Atlantis", "zone:set:../../etc/passwd", "zone:open", "zone:open:9"),
        *("zone:open:0", "wake:yes", "wake"),
    ],
)
async def test_invented_hours_and_places_change_nothing(
    subscriber: Person, clarion: House, db: Database, data: str
) -> None:
    clarion.telegram.forges_press(subscriber.id, subscriber.last.message_id, data)
    await clarion.answers_everything()

    assert await quiet_of(db, subscriber) is None
    assert "out of date" in subscriber.alerts[-1]


def test_every_place_has_a_name_in_every_language_and_fits_on_two_pages(clarion: House) -> None:
    services = clarion.clarion.services
    own, texts = services.policy.timezone, services.texts

    assert len(zones_offered(own)) == len(set(ZONES)) <= 36
    for language in LANGUAGES:
        assert len({city_text(zone, texts, language) for zone in ZONES}) == len(ZONES)
    assert not any(city_text(zone, texts, "ko").isascii() for zone in ZONES)


async def test_the_screens_in_korean(sujin: Person) -> None:
    await sujin.sends("/subscribe")
    await sujin.presses("소식 받기")
    await sujin.presses("방해 금지 시간")
    await sujin.presses("22:00–07:00")
    await sujin.presses("도쿄")

    assert "22:00–07:00(도쿄 시각)" in sujin.last.text
