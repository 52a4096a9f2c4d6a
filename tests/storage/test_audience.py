"""Who signed, follows and subscribes is one person: one letter of a version, whichever way they are found."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.demo import demo_sheets
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.letters.broadcasts.audience import Group, Wanted, audience
from storage.letters.broadcasts.digests import plan_digests
from storage.letters.broadcasts.planning import Plan, plan
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import lease
from storage.letters.outbox.outcomes import Sent
from storage.letters.outbox.settling import Settled, settle
from storage.people.followers import Following, follow
from storage.people.subscribers import Cadence, set_cadence
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW, subscribe_people

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

AMINA, SUJIN = 11, 12
PETITION, UPDATE = "DEMO-101", "DEMO-102"
SIGNERS, FOLLOWERS = Wanted(Group.SIGNERS, PETITION), Wanted(Group.FOLLOWERS, PETITION)
FOLLOWERS_OF_THE_UPDATE = Wanted(Group.FOLLOWERS, UPDATE)
GROUPS = [(SIGNERS, FOLLOWERS), (FOLLOWERS, SIGNERS), (SIGNERS, FOLLOWERS_OF_THE_UPDATE)]


async def approved(db: Database, owner: Coordinator, code: str, about: str | None = None) -> StoredAppeal:
    sheet = read_sheet(demo_sheets()[0], now=NOW)
    appeal = sheet.model_copy(update={"code": code, "about": about, "deadline": NOW + timedelta(days=200)})
    await add_draft(db, appeal, owner, NOW)
    await submit(db, code, 1, owner, NOW)
    await approve(db, code, 1, owner, NOW, needed=0)
    return await find_appeal(db, code)


@pytest.fixture
async def petition(db: Database, owner: Coordinator) -> StoredAppeal:
    """A petition that is out, of which nobody was told yet."""
    await plan(db, await approved(db, owner, PETITION), owner, NOW)
    return await find_appeal(db, PETITION)


@pytest.fixture
async def update(db: Database, petition: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """What continues the petition."""
    return await approved(db, owner, UPDATE, about=petition.appeal.code)


async def signed(db: Database, petition: StoredAppeal, *people: int) -> None:
    consents = frozenset({Purpose.KEEP, Purpose.UPDATES})
    for person in people:
        await sign(
            db, Signing(PETITION, petition.version, person, "Amina K.", "KR", consents, "1", "en", NOW, NOW.date())
        )


async def followed(db: Database, code: str, *people: int) -> None:
    for person in people:
        await follow(db, Following(code, person, "en", "1", NOW.date()))


async def sent(db: Database, owner: Coordinator, wanted: Wanted) -> list[int]:
    """Send the update to those wanted, as many as were counted, and return whom it reached."""
    counted = await audience(db, await find_appeal(db, UPDATE), wanted)
    await plan(db, await find_appeal(db, UPDATE), owner, NOW, Plan(wanted=wanted))
    while unwritten := await unwritten_broadcasts(db):
        for broadcast in unwritten:
            await write_next(db, broadcast, NOW)
    chats = await delivered(db, NOW)
    assert counted.total == len(chats)
    return chats


async def delivered(db: Database, now: datetime) -> list[int]:
    running = await next_running(db, now)
    letters = await lease(db, running, 10, now) if running else ()
    await settle(db, [Settled(letter, Sent(1)) for letter in letters], now)
    return sorted(letter.chat for letter in letters)


async def of_whom(db: Database) -> list[tuple[int, int, int]]:
    """Say of each letter whether it is a subscriber's, a signer's, a follower's."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT subscriber IS NOT NULL, signature IS NOT NULL, follower IS NOT NULL FROM letter")
    return [(row[0], row[1], row[2]) for row in rows]


@pytest.mark.parametrize(("first", "second"), GROUPS)
async def test_who_signed_and_follows_gets_one_letter(
    db: Database, petition: StoredAppeal, update: StoredAppeal, owner: Coordinator, first: Wanted, second: Wanted
) -> None:
    await plan(db, update, owner, NOW, Plan(wanted=Wanted(languages=frozenset({"th"}))))
    await signed(db, petition, AMINA)
    await followed(db, PETITION, AMINA)
    await followed(db, UPDATE, AMINA)

    assert await sent(db, owner, first) == [AMINA]
    assert await sent(db, owner, second) == []
    assert await sent(db, owner, first) == []


async def test_who_withdrew_and_follows_is_not_told_again(
    db: Database, petition: StoredAppeal, update: StoredAppeal, owner: Coordinator
) -> None:
    await signed(db, petition, AMINA)
    await sent(db, owner, SIGNERS)
    await withdraw(db, PETITION, AMINA)
    await followed(db, PETITION, AMINA, SUJIN)

    assert await sent(db, owner, FOLLOWERS) == [SUJIN]


@pytest.mark.parametrize("wanted", [SIGNERS, FOLLOWERS])
async def test_who_subscribes_after_a_letter_is_not_told_again(
    db: Database, petition: StoredAppeal, update: StoredAppeal, owner: Coordinator, wanted: Wanted
) -> None:
    await signed(db, petition, AMINA)
    await followed(db, PETITION, AMINA)
    await sent(db, owner, wanted)
    await subscribe_people(db, AMINA, SUJIN)

    assert await of_whom(db) == [(1, 0, 0)]
    assert await sent(db, owner, Wanted()) == [SUJIN]
    assert await sent(db, owner, SIGNERS) == await sent(db, owner, FOLLOWERS) == []


async def test_who_subscribes_to_digests_after_a_letter_does_not_find_it_in_one(
    db: Database, petition: StoredAppeal, update: StoredAppeal, owner: Coordinator
) -> None:
    await signed(db, petition, AMINA)
    await sent(db, owner, SIGNERS)
    await subscribe_people(db, AMINA, SUJIN)
    for person in (AMINA, SUJIN):
        await set_cadence(db, person, Cadence.DAILY)
    await sent(db, owner, Wanted())
    await plan_digests(db, NOW + timedelta(days=1), ZoneInfo("Asia/Seoul"), 9)

    async with db.reading() as tx:
        items = await tx.all("SELECT version FROM digest_item ORDER BY letter, version")
    assert [row["version"] for row in items].count(update.version) == 1
    assert [row["version"] for row in items].count(petition.version) == 2


async def test_a_version_that_the_subscriber_has_already_stays_the_signers_letter(
    db: Database, petition: StoredAppeal, update: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, AMINA)
    await sent(db, owner, Wanted())
    await signed(db, petition, AMINA)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO letter (broadcast, version, signature, state, due_at, in_doubt)
            SELECT broadcast, version, (SELECT id FROM signature), 'sent', 0, 0 FROM letter
            """
        )
    await subscribe_people(db, AMINA)

    assert await of_whom(db) == [(1, 0, 0), (0, 1, 0)]


@pytest.mark.parametrize("damaged", [bytes(40), b""])
async def test_a_damaged_field_leaves_out_its_own_row_alone(
    db: Database, petition: StoredAppeal, update: StoredAppeal, owner: Coordinator, damaged: bytes
) -> None:
    at_home = Wanted(Group.SIGNERS, PETITION, countries=frozenset({"KR"}))
    await signed(db, petition, AMINA, SUJIN, 13)
    await followed(db, PETITION, AMINA, 14)
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET chat = :damaged WHERE id = 1", {"damaged": damaged})
        await tx.execute("UPDATE signature SET country = :damaged WHERE id = 2", {"damaged": damaged})
        await tx.execute("UPDATE follower SET chat = :damaged WHERE id = 1", {"damaged": damaged})

    assert await sent(db, owner, at_home) == [13]
    assert await sent(db, owner, FOLLOWERS) == [14]
