"""Followers: kept by appeal, found by nobody else, gone at a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.letters.broadcasts.planning import plan
from storage.people.digests import choose_language
from storage.people.followers import Following, follow, is_following, unfollow
from storage.people.own_data import forget, own_data
from storage.people.subscribers import SubscriberState, find_subscriber, stop
from storage.petitions.signatures.records import Purpose, Signing, given_consents
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW, subscribe_people

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

AMINA, SUJIN = 11, 12


@pytest.fixture
async def sent(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    await plan(db, urgent, owner, NOW)
    return urgent


async def followed(db: Database, code: str, *people: int) -> None:
    for person in people:
        await follow(db, Following(code, person, "en", "following-1", NOW.date()))


async def signed(db: Database, sent: StoredAppeal, person: int) -> None:
    consents = frozenset({Purpose.KEEP, Purpose.UPDATES})
    code, version = sent.appeal.code, sent.version
    await sign(db, Signing(code, version, person, "Amina K.", "KR", consents, "signing-1", "en", NOW, NOW.date()))


async def rows(db: Database, sql: str) -> list[tuple[object, ...]]:
    async with db.reading() as tx:
        return [tuple(row) for row in await tx.all(sql)]


async def test_following_twice_is_following_once_and_the_first_consent_stays(db: Database, sent: StoredAppeal) -> None:
    await followed(db, sent.appeal.code, AMINA)
    await follow(db, Following(sent.appeal.code, AMINA, "ko", "following-9", NOW.date()))

    assert await rows(db, "SELECT language, consent_version FROM follower") == [("en", "following-1")]


async def test_the_row_shows_no_telegram_id_and_another_digest_than_a_signature(
    db: Database, sent: StoredAppeal
) -> None:
    await followed(db, sent.appeal.code, AMINA)
    await signed(db, sent, AMINA)

    ((person, chat),) = await rows(db, "SELECT person, chat FROM follower")
    assert isinstance(chat, bytes)
    assert db.key.decrypt("follower.chat", chat) == str(AMINA)
    assert str(AMINA).encode() not in chat
    assert await rows(db, "SELECT signer FROM signature") != [(person,)]


async def test_unfollowing_erases_the_row_of_that_person_alone(db: Database, sent: StoredAppeal) -> None:
    code = sent.appeal.code
    await followed(db, code, AMINA, SUJIN)

    assert await unfollow(db, code, AMINA)
    assert not await unfollow(db, code, AMINA)
    assert not await is_following(db, code, AMINA)
    assert await is_following(db, code, SUJIN)


async def test_a_letter_under_way_is_skipped_when_its_follower_leaves(db: Database, sent: StoredAppeal) -> None:
    await followed(db, sent.appeal.code, AMINA)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO letter (broadcast, follower, state, due_at, in_doubt)
            SELECT 1, id, 'pending', 0, 0 FROM follower
            """
        )
    await unfollow(db, sent.appeal.code, AMINA)

    assert await rows(db, "SELECT state, reason, follower FROM letter") == [("skipped", "not_wanted", None)]


async def test_what_one_follows_is_shown_and_forgotten(db: Database, sent: StoredAppeal) -> None:
    await followed(db, sent.appeal.code, AMINA, SUJIN)

    assert (await own_data(db, AMINA))["following"] == [
        {"appeal": "DEMO-002", "language": "en", "consent_version": "following-1", "consent_day": "2026-11-22"}
    ]
    await forget(db, AMINA)
    assert (await own_data(db, AMINA))["following"] == []
    assert await is_following(db, sent.appeal.code, SUJIN)


async def test_the_language_of_what_one_follows_is_the_one_that_was_chosen_last(
    db: Database, sent: StoredAppeal
) -> None:
    await followed(db, sent.appeal.code, AMINA, SUJIN)
    await choose_language(db, AMINA, "ko")

    assert await rows(db, "SELECT language FROM follower ORDER BY id") == [("ko",), ("en",)]


async def test_the_language_of_valid_signatures_is_the_one_that_was_chosen_last(
    db: Database, sent: StoredAppeal
) -> None:
    for person in (AMINA, SUJIN):
        await signed(db, sent, person)
    await choose_language(db, AMINA, "ko")
    await withdraw(db, sent.appeal.code, SUJIN)
    await choose_language(db, SUJIN, "th")

    assert await rows(db, "SELECT state, language FROM signature ORDER BY id") == [("valid", "ko"), ("withdrawn", None)]


async def test_stopping_ends_appeals_following_and_updates_and_keeps_the_signature(
    db: Database, sent: StoredAppeal
) -> None:
    code = sent.appeal.code
    await subscribe_people(db, AMINA)
    await followed(db, code, AMINA, SUJIN)
    await signed(db, sent, AMINA)

    stopped = await stop(db, AMINA)

    assert (stopped.appeals, stopped.following, stopped.updates) == (True, 1, 1)
    subscriber = await find_subscriber(db, AMINA)
    assert subscriber is not None
    assert subscriber.state is SubscriberState.STOPPED
    assert await rows(db, "SELECT state, chat FROM signature") == [("valid", None)]
    assert await given_consents(db, code, AMINA) == {Purpose.KEEP}
    assert await is_following(db, code, SUJIN)


async def test_stopping_twice_finds_nothing_left_to_stop(db: Database, sent: StoredAppeal) -> None:
    await followed(db, sent.appeal.code, AMINA)

    assert await stop(db, AMINA)
    assert not await stop(db, AMINA)
