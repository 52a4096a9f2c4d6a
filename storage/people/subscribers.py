"""Subscribers: who asked for appeals, in which language, on which topics, how often, and when not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.letters.states import LIVE
from storage.people.digests import person_digest, rows_by_appeal
from storage.people.followers import unfollow_all
from storage.people.quiet_hours import QuietHours, quiet_hours_in
from storage.petitions.openings import erase_openings
from storage.petitions.signatures.records import end_updates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from storage.database import Database
    from storage.transactions import Transaction


class Cadence(StrEnum):
    """How often appeals are sent to a subscriber; critical ones come to everybody at once."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    CRITICAL_ONLY = "critical_only"


class SubscriberState(StrEnum):
    """Whether letters reach a subscriber: `stopped` by them, `blocked` in Telegram, `gone` from Telegram."""

    ACTIVE = "active"
    STOPPED = "stopped"
    BLOCKED = "blocked"
    GONE = "gone"


@dataclass(frozen=True)
class Subscription:
    """What a person asks for when they subscribe."""

    person: int
    language: str
    consent_version: str
    day: date
    source: str | None = None


@dataclass(frozen=True)
class Subscriber:
    """A subscriber as stored; no topics means every topic."""

    state: SubscriberState
    cadence: Cadence
    language: str
    topics: frozenset[str]
    since: str
    consent_version: str
    source: str | None
    quiet: QuietHours | None


@dataclass(frozen=True)
class Stopped:
    """What `stop` ended: appeals, following so many of them, updates on so many petitions signed."""

    appeals: bool
    following: int
    updates: int

    def __bool__(self) -> bool:
        """Say whether there was anything to stop."""
        return self.appeals or self.following > 0 or self.updates > 0


async def subscribe(db: Database, subscription: Subscription) -> None:
    """Make the person an active subscriber; one who comes back keeps topics, cadence and quiet hours.

    The letters that they have as signer and follower become the subscriber's, who is not given the same again.
    """
    async with db.transaction() as tx:
        row = await tx.only(
            """
            INSERT INTO subscriber
                (person, chat, language, state, cadence, consent_version, consent_day, source)
            VALUES (:person, :chat, :language, 'active', 'at_once', :version, :day, :source)
            ON CONFLICT (person) DO UPDATE SET state = 'active', language = excluded.language,
                consent_version = excluded.consent_version, consent_day = excluded.consent_day
            RETURNING id
            """,
            {
                "person": person_digest(db, subscription.person),
                "chat": db.key.encrypt("subscriber.chat", str(subscription.person)),
                "language": subscription.language,
                "version": subscription.consent_version,
                "day": subscription.day.isoformat(),
                "source": subscription.source,
            },
        )
        await _take_letters(tx, row["id"], await rows_by_appeal(tx, db, subscription.person))


async def _take_letters(tx: Transaction, subscriber: int, rows: Sequence[Mapping[str, str]]) -> None:
    """Make the letters of a signer's and follower's *rows* the subscriber's, but for versions that they have."""
    for column, find in (
        ("signature", "SELECT id FROM signature WHERE appeal = :code AND signer = :signer"),
        ("follower", "SELECT id FROM follower WHERE appeal = :code AND person = :follower"),
    ):
        await tx.execute_many(
            f"""
            UPDATE letter SET subscriber = :subscriber, {column} = NULL
            WHERE {column} = ({find}) AND {LIVE} AND NOT EXISTS (SELECT 1 FROM letter AS other
                WHERE other.version = letter.version AND other.subscriber = :subscriber AND other.{LIVE})
            """,
            [{"subscriber": subscriber, **row} for row in rows],
        )


async def stop(db: Database, person: int) -> Stopped:
    """End everything that is sent to the person without their asking: appeals, what they follow, updates to signers."""
    async with db.transaction() as tx:
        changed = await tx.execute(
            "UPDATE subscriber SET state = 'stopped' WHERE person = :person AND state != 'stopped'",
            {"person": person_digest(db, person)},
        )
        await erase_openings(tx, db, person)
        return Stopped(changed > 0, await unfollow_all(tx, db, person), await end_updates(tx, db, person))


async def note_blocked(db: Database, person: int) -> None:
    """Note that an active subscriber blocked the bot; one who stopped stays stopped."""
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE subscriber SET state = 'blocked' WHERE person = :person AND state = 'active'",
            {"person": person_digest(db, person)},
        )


async def find_subscriber(db: Database, person: int) -> Subscriber | None:
    """Return what is stored of the person's subscription."""
    async with db.reading() as tx:
        row = await tx.one("SELECT * FROM subscriber WHERE person = :person", {"person": person_digest(db, person)})
        if row is None:
            return None
        topics = await tx.all("SELECT topic FROM subscriber_topic WHERE subscriber = :id", {"id": row["id"]})
    return Subscriber(
        SubscriberState(row["state"]),
        Cadence(row["cadence"]),
        row["language"],
        frozenset(topic["topic"] for topic in topics),
        row["consent_day"],
        row["consent_version"],
        row["source"],
        quiet_hours_in(row),
    )


async def set_cadence(db: Database, person: int, cadence: Cadence) -> None:
    """Change how often the subscriber hears from us."""
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE subscriber SET cadence = :cadence WHERE person = :person",
            {"cadence": cadence, "person": person_digest(db, person)},
        )


async def set_topics(db: Database, person: int, topics: frozenset[str]) -> None:
    """Replace the subscriber's topics; an empty set means every topic."""
    values = {"person": person_digest(db, person)}
    async with db.transaction() as tx:
        row = await tx.one("SELECT id FROM subscriber WHERE person = :person", values)
        if row is None:
            return
        await tx.execute("DELETE FROM subscriber_topic WHERE subscriber = :id", {"id": row["id"]})
        await tx.execute_many(
            "INSERT INTO subscriber_topic (subscriber, topic) VALUES (:id, :topic)",
            [{"id": row["id"], "topic": topic} for topic in sorted(topics)],
        )


async def erase_subscriber(tx: Transaction, person: str) -> None:
    """Delete the subscriber with this digest; letters under way to them are skipped, their count stays."""
    await tx.execute(
        """
        UPDATE letter SET state = 'skipped', reason = 'forgotten'
        WHERE state IN ('pending', 'sending') AND subscriber = (SELECT id FROM subscriber WHERE person = :person)
        """,
        {"person": person},
    )
    await tx.execute("DELETE FROM subscriber WHERE person = :person", {"person": person})
