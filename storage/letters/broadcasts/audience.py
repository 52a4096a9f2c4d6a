"""Whom a broadcast is for: subscribers, or those who signed or follow one appeal, narrowed as the coordinator asks.

Nobody is given a version of an appeal twice, be it by another broadcast or in a digest.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.vocabulary import Urgency
from storage.errors import BadSecretKey
from storage.letters.states import LIVE
from storage.people.digests import follower_digest, person_digest, signer_digest
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence

    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.transactions import Row, Transaction

log = logging.getLogger(__name__)

TOGETHER = 500  # people looked up by one statement


class Group(StrEnum):
    """Which people a broadcast begins with."""

    SUBSCRIBERS = "subscribers"
    SIGNERS = "signers"
    FOLLOWERS = "followers"
    CONCERNED = "concerned"
    """Signers who want updates and followers, each once: of news alone, see `concerned`."""


@dataclass(frozen=True)
class Wanted:
    """Whom a broadcast is for; what is empty does not narrow it.

    Attributes:
        of: The appeal whose signers (as far as they asked for updates) or followers are meant.
        topics: Instead of those of the appeal.
        cadences: Of subscribers; who chose digests never gets an appeal at once that is not critical.
        countries: ISO 3166-1 codes that signers gave.
    """

    group: Group = Group.SUBSCRIBERS
    of: str | None = None
    languages: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    cadences: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def to_json(self) -> str:
        """Return it for the database, in one form."""
        lists = {name: sorted(getattr(self, name)) for name in ("languages", "topics", "cadences", "countries")}
        return json.dumps({"group": self.group, "of": self.of, **lists}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Wanted:
        """Return what `to_json` wrote; an empty object narrows nothing."""
        given: dict[str, object] = json.loads(text)
        lists = {name: frozenset(value) for name, value in given.items() if isinstance(value, list)}
        of = given.get("of")
        return cls(Group(str(given.get("group", Group.SUBSCRIBERS))), of if isinstance(of, str) else None, **lists)


@dataclass(frozen=True)
class Audience:
    """Who would get an appeal now: how many, by language, whom no letter of this version reached or may yet reach."""

    by_language: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many people in all."""
        return sum(self.by_language.values())


_HAS_IT = f"""
    EXISTS (SELECT 1 FROM letter
        WHERE letter.version = :version AND letter.subscriber = subscriber.id AND letter.{LIVE})
    OR EXISTS (SELECT 1 FROM letter JOIN digest_item ON digest_item.letter = letter.id
        WHERE letter.subscriber = subscriber.id AND letter.version IS NULL AND letter.{LIVE}
            AND digest_item.version = :version)
"""

SUBSCRIBERS = f"""
    subscriber.state = 'active'
    AND (:critical = 1 OR subscriber.cadence = 'at_once')
    AND (:languages = '' OR :languages LIKE '%|' || subscriber.language || '|%')
    AND (:cadences = '' OR :cadences LIKE '%|' || subscriber.cadence || '|%')
    AND (NOT EXISTS (SELECT 1 FROM subscriber_topic WHERE subscriber_topic.subscriber = subscriber.id)
        OR EXISTS (SELECT 1 FROM subscriber_topic WHERE subscriber_topic.subscriber = subscriber.id
            AND (:topics LIKE '%|' || subscriber_topic.topic || '|%')))
    AND NOT ({_HAS_IT})
"""
"""The condition on a subscriber who asked for such appeals and does not have the version; filled by `narrowed`."""


def narrowed(appeal: Appeal, version: int, wanted: Wanted) -> dict[str, str | int]:
    """Return the values of `SUBSCRIBERS` for one version of an appeal."""
    return {
        "version": version,
        "critical": int(appeal.urgency is Urgency.CRITICAL),
        "languages": _listed(wanted.languages),
        "cadences": _listed(wanted.cadences),
        "topics": _listed(wanted.topics or appeal.topics),
    }


async def audience(db: Database, stored: StoredAppeal, wanted: Wanted | None = None) -> Audience:
    """Count who would get the appeal's current version if it were sent now."""
    wanted = wanted or Wanted()
    async with db.reading() as tx:
        if wanted.group is not Group.SUBSCRIBERS:
            return await _audience_of_others(tx, db, stored, wanted)
        rows = await tx.all(
            f"""
            SELECT language, COUNT(*) AS n FROM subscriber WHERE {SUBSCRIBERS}
            GROUP BY language ORDER BY n DESC, language
            """,
            narrowed(stored.appeal, stored.version, wanted),
        )
    return Audience({row["language"]: row["n"] for row in rows})


@dataclass(frozen=True)
class Recipient:
    """Somebody of the signers or followers who is to get a letter: as the subscriber they are, where they are one."""

    language: str
    subscriber: int | None
    signature: int | None = None
    follower: int | None = None


@dataclass(frozen=True)
class Others:
    """The next signers or followers, and the last row that was looked at; None: there are no more."""

    recipients: tuple[Recipient, ...]
    last: int | None


async def others_after(  # the place in the group is one more fact
    tx: Transaction, db: Database, appeal: Appeal, version: int, wanted: Wanted, after: int, limit: int
) -> Others:
    """Return who is to get the version among the next *limit* signers or followers behind row *after*.

    An appeal that continues theirs goes to all who asked for updates; any other one to subscribers among them, who
    asked for such appeals.
    """
    rows = await _rows_after(tx, wanted, after, limit)
    if not rows:
        return Others((), None)
    people = {person: row for row in rows if (person := _person(db, row, wanted)) is not None}
    direct = wanted.of in {appeal.code, appeal.about}
    if direct:
        reached = await _reached(tx, db, tuple(people), appeal, version)
        people = {person: row for person, row in people.items() if person not in reached}
    digests = {person_digest(db, person): row for person, row in people.items()}
    known = {row["person"]: row async for row in _subscribers(tx, tuple(digests), narrowed(appeal, version, wanted))}
    found = [_recipient(row, known.get(digest), wanted, direct=direct) for digest, row in digests.items()]
    return Others(tuple(one for one in found if one is not None), rows[-1]["id"])


async def _audience_of_others(tx: Transaction, db: Database, stored: StoredAppeal, wanted: Wanted) -> Audience:
    counts: Counter[str] = Counter()
    last: int | None = 0
    while last is not None:
        others = await others_after(tx, db, stored.appeal, stored.version, wanted, last, TOGETHER)
        counts.update(one.language for one in others.recipients)
        last = others.last
    return Audience(dict(counts.most_common()))


async def _rows_after(tx: Transaction, wanted: Wanted, after: int, limit: int) -> list[Row]:
    values = {"of": wanted.of, "after": after, "limit": limit}
    if wanted.group is Group.FOLLOWERS:
        return await tx.all(
            """
            SELECT id, chat, language, NULL AS country FROM follower
            WHERE appeal = :of AND id > :after ORDER BY id LIMIT :limit
            """,
            values,
        )
    return await tx.all(
        """
        SELECT id, chat, language, country FROM signature
        WHERE appeal = :of AND signature.state = 'valid' AND chat IS NOT NULL AND id > :after
        ORDER BY id LIMIT :limit
        """,
        values,
    )


def _person(db: Database, row: Row, wanted: Wanted) -> int | None:
    """Return whose row it is; None if they are not in a country wanted, or a damaged field hides who or where."""
    table = "follower" if wanted.group is Group.FOLLOWERS else "signature"
    try:
        lives_there = _lives_in(db, row, wanted)
        return int(db.key.decrypt(f"{table}.chat", row["chat"])) if lives_there else None
    except BadSecretKey:
        log.warning("%s %d does not open with this secret key and is left out.", table, row["id"])
        return None


def _lives_in(db: Database, row: Row, wanted: Wanted) -> bool:
    """Say whether the country that a signer gave is one of those wanted."""
    if not wanted.countries:
        return True
    return row["country"] is not None and db.key.decrypt("signature.country", row["country"]) in wanted.countries


async def _reached(
    tx: Transaction, db: Database, people: Sequence[int], appeal: Appeal, version: int
) -> frozenset[int]:
    """Return those who have a letter of the version as signer or follower of the appeal, or of the one it continues."""
    found: set[int] = set()
    for code in filter(None, (appeal.code, appeal.about)):
        signers = {signer_digest(db, code, person): person for person in people}
        followers = {follower_digest(db, code, person): person for person in people}
        for table, column, digests in (("signature", "signer", signers), ("follower", "person", followers)):
            for named in _lots(tuple(digests)):
                rows = await tx.all(
                    f"""
                    SELECT {column} AS digest FROM {table}
                    WHERE appeal = :code AND {column} IN ({in_list(named)}) AND EXISTS (SELECT 1 FROM letter
                        WHERE letter.version = :version AND letter.{table} = {table}.id AND letter.{LIVE})
                    """,
                    {**named, "code": code, "version": version},
                )
                found.update(digests[row["digest"]] for row in rows)
    return frozenset(found)


async def _subscribers(tx: Transaction, people: Sequence[str], values: Mapping[str, str | int]) -> AsyncIterator[Row]:
    """Give those of *people*, by digest, who are or were subscribers, with what speaks for and against a letter."""
    for named in _lots(people):
        rows = await tx.all(
            f"""
            SELECT id, person, state, language, {_HAS_IT} AS has_it, {SUBSCRIBERS} AS asked
            FROM subscriber WHERE person IN ({in_list(named)})
            """,
            {**values, **named},
        )
        for row in rows:
            yield row


def _lots(digests: Sequence[str]) -> Iterator[dict[str, str]]:
    """Give the digests by names for a statement, as many together as one looks up."""
    for start in range(0, len(digests), TOGETHER):
        yield numbered("person", digests[start : start + TOGETHER])


def _recipient(row: Row, subscriber: Row | None, wanted: Wanted, *, direct: bool) -> Recipient | None:
    """Say whom to write to: the subscriber that somebody is, or, where they are none, the signer or follower."""
    if subscriber is not None and not direct:
        return Recipient(subscriber["language"], subscriber["id"]) if subscriber["asked"] else None
    if not direct or (subscriber is not None and subscriber["has_it"]):
        return None
    if subscriber is not None and subscriber["state"] == "active":
        found = Recipient(subscriber["language"], subscriber["id"])
    else:  # whoever stopped all appeals and signed after that asked for news of this one alone
        column = "follower" if wanted.group is Group.FOLLOWERS else "signature"
        found = Recipient(row["language"], None, **{column: row["id"]})
    return found if not wanted.languages or found.language in wanted.languages else None


def _listed(words: Collection[str]) -> str:
    """Return the words in a form in which each is found by `LIKE '%|word|%'`; nothing for none."""
    return f"|{'|'.join(sorted(words))}|" if words else ""
