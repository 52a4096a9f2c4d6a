"""Migrations bring every older database, with what is in it, to the current tables."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from storage.audit import Deed, record, verify
from storage.database import Database
from storage.letters.reports.progress import progress
from storage.migrations import upgrade
from storage.petitions.log.entries import Deed as LogDeed
from storage.petitions.log.ledger import entries
from storage.petitions.signatures.standing import take_out
from storage.schema import tables
from storage.tips.keys.epochs import tip_recipients
from tests.storage.conftest import NOW
from tests.storage.petitions.agreeing import assert_agrees
from tests.storage.petitions.rows import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from storage.secret_key import SecretKey


def test_the_migrations_end_at_the_current_tables(tmp_path: Path) -> None:
    upgrade(tmp_path / "clarion.db")

    engine = create_engine(f"sqlite:///{tmp_path / 'clarion.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables) == []
    engine.dispose()


async def test_0002_keeps_the_audit_rows_that_are_there_and_refuses_to_change_them(
    tmp_path: Path, key: SecretKey
) -> None:
    path = tmp_path / "clarion.db"
    upgrade(path, "0001")
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO audit (at, coordinator, deed, subject, detail, hash) VALUES (0, NULL, 'join', 'owner-1', '{}', "
        "'6c5e0ca8a0a9ca0a0b7d6b4f0f0a1fd3a8b8a0a2a4c8aa0b9d8c4e4e7d0c1b2a')"
    )
    connection.commit()
    connection.close()

    db = await Database.open(path, key)
    async with db.reading() as tx:
        rows = await tx.all("SELECT * FROM audit")
    assert [row["subject"] for row in rows] == ["owner-1"]
    for forgery in ("UPDATE audit SET subject = 'x'", "DELETE FROM audit"):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            async with db.transaction() as tx:
                await tx.execute(forgery)
    await db.close()


BEFORE_0003 = """
    INSERT INTO coordinator (id, alias, role, joined_on) VALUES (1, 'owner-1', 'owner', '2026-11-01');
    INSERT INTO appeal (code, state, version, deadline, signed) VALUES ('DEMO-002', 'published', 1, 1900000000, 0);
    INSERT INTO appeal_version (id, appeal, number, document, digest, author, drafted_at)
        VALUES (1, 'DEMO-002', 1, '{}', 'd', 1, 0);
    INSERT INTO subscriber (id, person, chat, language, state, cadence, consent_version, consent_day)
        VALUES (1, 'a', x'00', 'en', 'active', 'at_once', '1', '2026-11-01'),
            (2, 'b', x'00', 'ko', 'blocked', 'critical_only', '1', '2026-11-01');
    INSERT INTO broadcast (id, version, rank, state, planned_by, planned_at, letters)
        VALUES (1, 1, 0, 'running', 1, 1800000000, 3);
    INSERT INTO letter (id, broadcast, version, subscriber, state, due_at, in_doubt, message)
        VALUES (1, 1, 1, 1, 'sent', 0, 1, 71), (2, 1, 1, 2, 'pending', 0, 0, NULL),
            (3, 1, 1, NULL, 'skipped', 0, 0, NULL);
"""


async def test_0003_keeps_broadcasts_and_letters_and_what_is_under_way_goes_on(tmp_path: Path, key: SecretKey) -> None:
    path = tmp_path / "clarion.db"
    path.unlink(missing_ok=True)
    upgrade(path, "0002")
    connection = sqlite3.connect(path)
    connection.executescript(BEFORE_0003)
    connection.close()

    db = await Database.open(path, key)
    async with db.reading() as tx:
        broken = await tx.all("PRAGMA foreign_key_check")
        letters = await tx.all("SELECT id, state, subscriber, message, earlier, settled_at FROM letter ORDER BY id")
        subscribers = await tx.all("SELECT cadence, quiet_from, zone FROM subscriber ORDER BY id")
    assert broken == []
    assert [tuple(row) for row in letters] == [
        (1, "sent", 1, 71, None, None),
        (2, "pending", 2, None, None, None),
        (3, "skipped", None, None, None, None),
    ]
    assert [tuple(row) for row in subscribers] == [("at_once", None, None), ("critical_only", None, None)]
    seen = await progress(db, 1)
    assert (seen.kind, seen.state, seen.written, seen.starts_at) == ("appeal", "running", True, 1800000000)
    assert (seen.by_state, seen.in_doubt) == ({"sent": 1, "pending": 1, "skipped": 1}, 1)
    with pytest.raises(sqlite3.IntegrityError):
        async with db.transaction() as tx:
            await tx.execute(
                "INSERT INTO letter SELECT 9, broadcast, version, 1, 'pending', 0, 0, NULL, NULL, NULL, "
                "NULL, NULL, NULL FROM letter WHERE id = 1"
            )
    await db.close()


BEFORE_0004 = """
    INSERT INTO coordinator (id, alias, role, joined_on) VALUES (1, 'owner-1', 'owner', '2026-11-01');
    INSERT INTO appeal (code, state, version, deadline, signed)
        VALUES ('DEMO-001', 'published', 1, 1900000000, 1), ('DEMO-002', 'published', 1, 1900000000, 3);
    INSERT INTO appeal_version (id, appeal, number, document, digest, author, drafted_at)
        VALUES (1, 'DEMO-002', 1, '{}', 'd', 1, 0), (2, 'DEMO-001', 1, '{}', 'e', 1, 0);
    INSERT INTO signature (id, appeal, signer, serial, state, name, country, channel, source, version, language,
        signed_at)
        VALUES (1, 'DEMO-002', 'a', 1, 'valid', ?, ?, 'telegram', 'fb', 1, 'ko', 1800000000),
            (2, 'DEMO-002', 'b', 2, 'withdrawn', NULL, NULL, 'telegram', NULL, 1, 'en', 1800000000),
            (3, 'DEMO-002', NULL, 3, 'valid', NULL, NULL, 'telegram', NULL, 1, NULL, 1800000000),
            (4, 'DEMO-001', 'c', 1, 'valid', ?, ?, 'telegram', NULL, 2, 'en', 1800000000);
    INSERT INTO consent VALUES (1, 'keep', '1', 'ko', '2027-01-15');
    INSERT INTO tally VALUES ('DEMO-002', 'telegram', 'KR', 2), ('DEMO-001', 'telegram', 'KR', 1);
    INSERT INTO broadcast (id, kind, rank, state, wanted, planned_at, starts_at, letters, paid_letters, floods)
        VALUES (1, 'appeal', 0, 'done', '{}', 0, 0, 1, 0, 0);
    INSERT INTO letter (broadcast, version, signature, state, due_at, in_doubt) VALUES (1, 1, 1, 'sent', 0, 0);
"""


async def test_0004_enters_earlier_signatures_into_the_log_and_they_can_be_withdrawn(
    tmp_path: Path, key: SecretKey
) -> None:
    path = tmp_path / "clarion.db"
    upgrade(path, "0003")
    name, country = (f"x'{key.encrypt(f'signature.{column}', 'KR').hex()}'" for column in ("name", "country"))
    connection = sqlite3.connect(path)
    connection.executescript(BEFORE_0004.replace("?, ?", f"{name}, {country}"))
    connection.close()

    db = await Database.open(path, key)
    async with db.reading() as tx:
        assert await tx.all("PRAGMA foreign_key_check") == []
        rows = await tx.all("SELECT id, leaf, day, signed_in FROM signature ORDER BY id")
        letters = await tx.all("SELECT signature FROM letter")
    assert [tuple(row) for row in rows] == [
        (1, 0, "2027-01-15", "ko"),
        (2, 1, "2027-01-15", None),
        (3, 3, "2027-01-15", None),
        (4, 0, "2027-01-15", "en"),
    ]
    assert [row["signature"] for row in letters] == [1]
    deeds = [entry.split()[0] async for entry in entries(db, "DEMO-002", 9)]
    assert deeds == ["earlier", "earlier", "withdrawn", "earlier"]
    assert (await assert_agrees(db, "DEMO-002")).total() == 2
    async with db.transaction() as tx:
        await take_out(tx, db, await rows_of(tx, [4]), LogDeed.WITHDRAWN)
        await tx.execute("UPDATE signature SET state = 'withdrawn' WHERE id = 4")
    assert (await assert_agrees(db, "DEMO-001")).total() == 0
    for forgery in ("UPDATE log_leaf SET entry = 'x'", "DELETE FROM log_leaf"):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            async with db.transaction() as tx:
                await tx.execute(forgery)
    await db.close()


async def test_migrating_twice_changes_nothing(tmp_path: Path, key: SecretKey) -> None:
    for _ in range(2):
        db = await Database.open(tmp_path / "clarion.db", key)
        async with db.transaction() as tx:
            await record(tx, Deed(NOW, None, "open", "clarion"))
        await db.close()

    db = await Database.open(tmp_path / "clarion.db", key)
    assert (await verify(db)).rows == 2
    await db.close()


async def test_an_altered_audit_row_breaks_the_chain_where_it_stands(tmp_path: Path, db: Database) -> None:
    for subject in ("one", "two", "three"):
        async with db.transaction() as tx:
            await record(tx, Deed(NOW, None, "try", subject))
    assert (await verify(db)).broken_at is None

    connection = sqlite3.connect(tmp_path / "clarion.db")  # somebody with the file, without our program
    connection.executescript("DROP TRIGGER audit_refuses_update; UPDATE audit SET subject = 'TWO' WHERE id = 2;")
    connection.close()

    assert (await verify(db)).broken_at == 2


async def test_0005_keeps_every_tip_and_takes_none_in_until_canaries_were_opened(
    tmp_path: Path, key: SecretKey
) -> None:
    path = tmp_path / "clarion.db"
    upgrade(path, "0004")
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO coordinator (id, alias, role, joined_on) VALUES (1, 'hana', 'owner', '2026-11-01')")
    for number, (state, holder, recipients) in enumerate(
        [("new", None, "list-1"), ("claimed", 1, "list-1"), ("closed", 1, "list-2")], start=1
    ):
        connection.execute(
            "INSERT INTO tip (lookup, tag, category, urgency, day, state, claimed_by, recipients, reply_recipient, "
            "expires_on, sealed) VALUES (?, ?, 'arrest', 'high', '2026-11-20', ?, ?, ?, 'age1x', '2027-05-19', x'00')",
            (f"lookup-{number}", f"TAG{number}", state, holder, recipients),
        )
    connection.commit()
    connection.close()

    db = await Database.open(path, key)
    rows = await db.all(
        "SELECT tip.*, key_epoch.digest, key_epoch.state AS epoch_state "
        "FROM tip JOIN key_epoch ON key_epoch.number = tip.epoch ORDER BY tag"
    )
    assert [(row["lookup"], row["state"], row["claimed_by"], row["digest"]) for row in rows] == [
        ("lookup-1", "new", None, "list-1"),
        ("lookup-2", "claimed", 1, "list-1"),
        ("lookup-3", "closed", 1, "list-2"),
    ]
    assert {row["epoch_state"] for row in rows} == {"past"}
    assert [row["claimed_until"] is None for row in rows] == [True, False, True]
    assert await tip_recipients(db) is None
    await db.close()
