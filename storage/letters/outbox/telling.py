"""What letters without a version of their own tell of when they go out, and which of them nobody needs any more.

A digest tells of several appeals, a reminder and a letter that asks again of one, as it is at that moment; news tells
of what a coordinator wrote. Of all but digests the moment of the lease is also the last look at whom it is for: who has
signed meanwhile is not asked to, and who is not concerned any more gets no news.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey
from storage.letters.broadcasts.asking_again import texts_to_ask_about
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.concerned import still_alerted, still_concerned
from storage.letters.broadcasts.digests import open_items
from storage.letters.broadcasts.planning import BroadcastKind
from storage.people.digests import person_digest, signer_digest
from storage.people.quiet_hours import QuietHours, quiet_hours_in
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from storage.database import Database
    from storage.letters.outbox.choosing import Running
    from storage.transactions import Row, Transaction

OF_ONE_PETITION = frozenset({BroadcastKind.REMINDER, BroadcastKind.ASKING_AGAIN})
WITHOUT_VERSION = OF_ONE_PETITION | {BroadcastKind.DIGEST, BroadcastKind.NEWS}


@dataclass(frozen=True)
class Told:
    """What a lot of letters tells of; each mapping is by letter.

    Attributes:
        items: The versions, or the row of the news; none, or no entry, where there is nothing to tell any more.
        needless: Why a letter is not needed.
        quiet: The quiet hours of a signer or follower who subscribes as well.
    """

    items: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    needless: Mapping[int, str] = field(default_factory=dict)
    quiet: Mapping[int, QuietHours] = field(default_factory=dict)


@dataclass(frozen=True)
class _Petition:
    """The petition of a broadcast, with the version that is current now."""

    code: str
    version: int
    items: tuple[int, ...]


async def told_by(tx: Transaction, db: Database, running: Running, rows: Sequence[Row], now: datetime) -> Told:
    """Look up what the letters of *rows* tell of at *now*."""
    if running.kind is BroadcastKind.DIGEST:
        return Told(await open_items(tx, [row["id"] for row in rows], now))
    if running.kind is BroadcastKind.NEWS:
        return await _told_by_news(tx, db, running, rows)
    if running.kind not in OF_ONE_PETITION or (petition := await _petition(tx, running, now)) is None:
        return Told()
    people = _people(db, rows)
    needless = await _needless(tx, db, running.kind, petition, people)
    quiet = await _quiet_hours(tx, db, people) if running.kind is BroadcastKind.ASKING_AGAIN else {}
    return Told(dict.fromkeys([row["id"] for row in rows], petition.items), needless, quiet)


async def keep_told(tx: Transaction, items: Mapping[int, tuple[int, ...]]) -> None:
    """Keep which version each letter that goes out tells of, to correct it or show it to its reader later.

    What is tried again tells of the version that is current then.
    """
    await tx.execute_many("DELETE FROM digest_item WHERE letter = :letter", [{"letter": one} for one in items])
    await tx.execute_many(
        "INSERT INTO digest_item (letter, version) VALUES (:letter, :version)",
        [{"letter": letter, "version": versions[0]} for letter, versions in items.items()],
    )


async def _told_by_news(tx: Transaction, db: Database, running: Running, rows: Sequence[Row]) -> Told:
    """Look at whom news is for once more; of an appeal that was withdrawn there is none."""
    news = await tx.one(
        """
        SELECT news.id, news.wanted FROM news LEFT JOIN appeal ON appeal.code = news.appeal
        WHERE news.broadcast = :id AND (appeal.state IS NULL OR appeal.state <> 'withdrawn')
        """,
        {"id": running.id},
    )
    if news is None:
        return Told()
    people = _people(db, rows)
    wanted = Wanted.from_json(news["wanted"])
    if wanted.of is None:
        alerted = await still_alerted(tx, [row["subscriber"] for row in rows])
        gone = [row["id"] for row in rows if row["subscriber"] not in alerted]
    else:
        concerned = await still_concerned(tx, db, wanted.of, people.values())
        gone = [letter for letter, person in people.items() if person not in concerned]
    items = dict.fromkeys([row["id"] for row in rows], (news["id"],))
    return Told(items, dict.fromkeys(gone, "not_wanted"), await _quiet_hours(tx, db, people))


async def _petition(tx: Transaction, running: Running, now: datetime) -> _Petition | None:
    """Return the broadcast's petition, if it is open; behind the current version the one of which signers are told."""
    row = await tx.one(
        """
        SELECT appeal.code, current.id AS version, (SELECT told.id FROM appeal_version AS told
            WHERE told.appeal = appeal.code
                AND broadcast.period = 'asking_again:' || told.appeal || ':' || told.number) AS told
        FROM broadcast JOIN appeal_version AS planned ON planned.id = broadcast.version
            JOIN appeal ON appeal.code = planned.appeal
            JOIN appeal_version AS current ON current.appeal = appeal.code AND current.number = appeal.version
        WHERE broadcast.id = :id AND appeal.state = 'published' AND appeal.deadline > :now
        """,
        {"id": running.id, "now": int(now.timestamp())},
    )
    if row is None:
        return None
    items = (row["version"],) if row["told"] is None else (row["version"], row["told"])
    return _Petition(row["code"], row["version"], items)


def _people(db: Database, rows: Sequence[Row]) -> dict[int, int]:
    """Return the Telegram ids behind the letters; a damaged one is skipped where the letter is addressed."""
    people: dict[int, int] = {}
    for row in rows:
        whose = next((one for one in ("subscriber", "signature", "follower") if row[f"{one}_chat"] is not None), None)
        if whose is None:
            continue
        try:
            people[row["id"]] = int(db.key.decrypt(f"{whose}.chat", row[f"{whose}_chat"]))
        except BadSecretKey:
            continue
    return people


async def _needless(
    tx: Transaction, db: Database, kind: BroadcastKind, petition: _Petition, people: Mapping[int, int]
) -> dict[int, str]:
    """Return why letters are not needed: whose reader signed meanwhile, or does not want to be asked again."""
    signers = {letter: signer_digest(db, petition.code, person) for letter, person in people.items()}
    named = numbered("signer", tuple(signers.values()))
    rows = await tx.all(
        f"""
        SELECT signer, state, version, chat IS NOT NULL AS wants_it FROM signature
        WHERE appeal = :code AND signer IN ({in_list(named)})
        """,
        {**named, "code": petition.code},
    )
    signed = {row["signer"]: row for row in rows}
    if kind is BroadcastKind.REMINDER:
        return {letter: "signed" for letter, signer in signers.items() if signer in signed}
    texts = await texts_to_ask_about(tx, petition.version)
    return {letter: why for letter, signer in signers.items() if (why := _not_to_ask(signed.get(signer), texts))}


def _not_to_ask(signature: Row | None, texts: Sequence[int]) -> str | None:
    """Say why a signer is not asked again, if that is so."""
    if signature is None or signature["state"] != "valid" or not signature["wants_it"]:
        return "not_wanted"
    return None if signature["version"] in texts else "signed"


async def _quiet_hours(tx: Transaction, db: Database, people: Mapping[int, int]) -> dict[int, QuietHours]:
    letters = {person_digest(db, person): letter for letter, person in people.items()}
    named = numbered("person", tuple(letters))
    rows = await tx.all(
        f"SELECT person, quiet_from, quiet_to, zone, wake FROM subscriber WHERE person IN ({in_list(named)})", named
    )
    return {letters[row["person"]]: quiet for row in rows if (quiet := quiet_hours_in(row)) is not None}
