"""Whom news is for: the signers of an appeal who want updates and its followers, or subscribers who want alerts.

Who signed is known by another digest than who follows: that somebody does both shows when their chat is decrypted.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.appeals.vocabulary import Topic
from storage.errors import BadSecretKey
from storage.letters.broadcasts.audience import Audience, Group, Wanted
from storage.people.digests import follower_digest, person_digest, signer_digest
from storage.people.subscribers import Cadence
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from storage.database import Database
    from storage.transactions import Row, Transaction, Values

log = logging.getLogger(__name__)

FOLLOWERS_SLICE = 1_000  # whose chats are decrypted in one transaction
TOGETHER = 500  # people looked up by one statement

WHO_WANT_ALERTS = Wanted(topics=frozenset({Topic.PARLIAMENT}), cadences=frozenset({Cadence.AT_ONCE}))
"""Whom the next stage of a bill is for."""

ALERTED = f"""
    subscriber.state = 'active' AND subscriber.cadence = '{Cadence.AT_ONCE}'
    AND (NOT EXISTS (SELECT 1 FROM subscriber_topic WHERE subscriber_topic.subscriber = subscriber.id)
        OR EXISTS (SELECT 1 FROM subscriber_topic
            WHERE subscriber_topic.subscriber = subscriber.id AND subscriber_topic.topic = '{Topic.PARLIAMENT}'))
"""
"""The condition on such a subscriber; no topic at all means every topic."""
UPDATED = "signature.state = 'valid' AND signature.chat IS NOT NULL"
"""The condition on a signer who wants updates."""


@dataclass(frozen=True)
class Followers:
    """The next followers by their Telegram ids, and the last row that was looked at; None: there are no more."""

    rows: Mapping[int, Row]
    last: int | None


def concerned_by(code: str) -> Wanted:
    """Return whom news of an appeal is for."""
    return Wanted(Group.CONCERNED, of=code)


async def news_audience(db: Database, wanted: Wanted) -> Audience:
    """Count whom news would go to if it were sent now."""
    async with db.reading() as tx:
        if wanted.group is Group.SUBSCRIBERS:
            found = await tx.all(
                f"SELECT language, COUNT(*) AS n FROM subscriber WHERE {ALERTED} GROUP BY language", {}
            )
            return _audience(Counter({row["language"]: row["n"] for row in found}))
        found = await tx.all(
            f"SELECT language, COUNT(*) AS n FROM signature WHERE appeal = :code AND {UPDATED} GROUP BY language",
            {"code": wanted.of},
        )
        counts = Counter({row["language"]: row["n"] for row in found})
        assert wanted.of is not None
        last: int | None = 0
        while last is not None:
            followers = await followers_after(tx, db, wanted.of, last)
            signers = await _signers(tx, db, wanted.of, followers.rows)
            counts.update(row["language"] for person, row in followers.rows.items() if person not in signers)
            last = followers.last
    return _audience(counts)


async def followers_after(tx: Transaction, db: Database, code: str, after: int) -> Followers:
    """Return the next followers of the appeal behind row *after*."""
    rows = await tx.all(
        "SELECT id, chat, language FROM follower WHERE appeal = :code AND id > :after ORDER BY id LIMIT :limit",
        {"code": code, "after": after, "limit": FOLLOWERS_SLICE},
    )
    people: dict[int, Row] = {}
    for row in rows:
        try:
            people[int(db.key.decrypt("follower.chat", row["chat"]))] = row
        except BadSecretKey:
            log.warning("follower %d does not open with this secret key and is left out.", row["id"])
    return Followers(people, rows[-1]["id"] if len(rows) == FOLLOWERS_SLICE else None)


async def who_have_it(
    tx: Transaction, db: Database, code: str, broadcast: int, people: Iterable[int]
) -> frozenset[int]:
    """Return those of *people* to whom the broadcast writes already: as signers, or otherwise since they were."""
    signers = {signer_digest(db, code, person): person for person in people}
    subscribers = {person_digest(db, person): person for person in people}
    followers = {follower_digest(db, code, person): person for person in people}
    letter = "letter.broadcast = :broadcast AND letter.state <> 'skipped'"
    as_signers = f"""
        SELECT signer AS digest FROM signature
        WHERE appeal = :code AND EXISTS (SELECT 1 FROM letter WHERE letter.signature = signature.id AND {letter})
            AND signer
    """
    as_subscribers = f"""
        SELECT person AS digest FROM subscriber
        WHERE EXISTS (SELECT 1 FROM letter WHERE letter.subscriber = subscriber.id AND {letter}) AND person
    """
    as_followers = f"""
        SELECT person AS digest FROM follower
        WHERE appeal = :code AND EXISTS (SELECT 1 FROM letter WHERE letter.follower = follower.id AND {letter})
            AND person
    """
    values: Values = {"code": code, "broadcast": broadcast}
    return (
        await _found(tx, as_signers, signers, values)
        | await _found(tx, as_subscribers, subscribers, values)
        | await _found(tx, as_followers, followers, values)
    )


async def still_concerned(tx: Transaction, db: Database, code: str, people: Iterable[int]) -> frozenset[int]:
    """Return those of *people* who are signers of the appeal and want updates, or follow it, at this moment."""
    followers = {follower_digest(db, code, person): person for person in people}
    following = "SELECT person AS digest FROM follower WHERE appeal = :code AND person"
    return await _signers(tx, db, code, people) | await _found(tx, following, followers, {"code": code})


async def still_alerted(tx: Transaction, subscribers: Sequence[int]) -> frozenset[int]:
    """Return those of the *subscribers*, by row, who want alerts at this moment."""
    ids = numbered("subscriber", subscribers)
    rows = await tx.all(f"SELECT id FROM subscriber WHERE id IN ({in_list(ids)}) AND {ALERTED}", ids)
    return frozenset(row["id"] for row in rows)


async def _signers(tx: Transaction, db: Database, code: str, people: Iterable[int]) -> frozenset[int]:
    signers = {signer_digest(db, code, person): person for person in people}
    signed = f"SELECT signer AS digest FROM signature WHERE appeal = :code AND {UPDATED} AND signer"
    return await _found(tx, signed, signers, {"code": code})


async def _found(tx: Transaction, query: str, people: Mapping[str, int], values: Values) -> frozenset[int]:
    """Return the people whose digests are among those that *query* finds; it ends in the column to look in."""
    digests, found = tuple(people), set[int]()
    for start in range(0, len(digests), TOGETHER):
        named = numbered("person", digests[start : start + TOGETHER])
        rows = await tx.all(f"{query} IN ({in_list(named)})", {**values, **named})
        found.update(people[row["digest"]] for row in rows)
    return frozenset(found)


def _audience(counts: Counter[str]) -> Audience:
    return Audience(dict(counts.most_common()))
