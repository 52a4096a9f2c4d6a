"""However long a petition is, no step goes through all of it: what each reads is found by an index, in its order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from storage.letters.broadcasts.planning import plan
from storage.petitions.batches.entering import add_name_batch
from storage.petitions.batches.voiding import void_batch
from storage.petitions.handing_over.handovers import outlook
from storage.petitions.invalidations.criteria import Criteria, rows_after
from storage.petitions.signatures.records import names_erased
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_signers
from storage.transactions import Transaction
from tests.storage.conftest import NOW
from tests.storage.test_batches import SHEETS, listed, people

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Values

CODE = "DEMO-002"
MANY = 3_000
BY_ROW = "SEARCH signature USING INDEX signature_by_appeal (appeal=? AND rowid>?)"
BY_ERASURE = "SEARCH signature USING INDEX signature_erased (appeal=?)"


class Recording(Transaction):
    """A transaction that notes how SQLite finds the signatures that are asked for."""

    steps: list[str]

    async def all(self, sql: str, values: Values | None = None) -> list[Row]:
        if sql.lstrip().startswith("SELECT") and "FROM signature" in sql:
            explained = await super().all(f"EXPLAIN QUERY PLAN {sql}", values)
            self.steps.extend(row["detail"] for row in explained)
        return await super().all(sql, values)


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """DEMO-002 with thousands of signatures."""
    await plan(db, urgent, owner, NOW)
    values: dict[str, Any] = {
        "field": db.key.encrypt("signature.country", "KR"),
        "name": db.key.encrypt("signature.name", "Amina K."),
        "many": MANY,
    }
    async with db.transaction() as tx:
        await tx.execute(
            """
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :many)
            INSERT INTO signature (appeal, signer, serial, state, name, country, channel, source, version, language,
                signed_at, day, leaf)
            SELECT 'DEMO-002', 'signer' || n, n, 'valid', :name, :field, 'telegram', 'c-1', 1, 'en', 1795307400,
                '2026-11-22', n FROM numbers
            """,
            values,
        )
        await tx.execute("UPDATE appeal SET signed = :many WHERE code = 'DEMO-002'", {"many": MANY})
    return urgent


@pytest.fixture
def steps(petition: StoredAppeal, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How what is asked from now on is found."""
    Recording.steps = []
    monkeypatch.setattr("storage.database.Transaction", Recording)
    return Recording.steps


@pytest.mark.parametrize(
    "criteria",
    [Criteria(until=NOW), Criteria(country="KR"), Criteria(source="c-1"), Criteria("valid", channel="telegram")],
)
async def test_a_slice_of_an_invalidation_begins_where_the_one_before_ended(
    db: Database, steps: list[str], criteria: Criteria
) -> None:
    async with db.reading() as tx:
        await rows_after(tx, CODE, criteria, MANY // 2)
    assert steps == [BY_ROW]


async def test_a_slice_of_the_erasure_begins_where_the_one_before_ended(
    db: Database, petition: StoredAppeal, steps: list[str]
) -> None:
    over = petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING
    assert await erase_signers(db, over, timedelta(days=30)) == MANY
    assert {step for step in steps if "signature_by_appeal" in step} == {BY_ROW}
    assert not [step for step in steps if "TEMP" in step or step.startswith("SCAN signature")]


async def test_that_no_name_was_erased_is_known_without_reading_any(
    db: Database, petition: StoredAppeal, owner: Coordinator, steps: list[str]
) -> None:
    assert not await names_erased(db, CODE)
    assert steps == [BY_ERASURE]
    for deed in (
        outlook(db, petition, "a1"),
        add_name_batch(db, petition, SHEETS, listed(*people(range(3))), owner, NOW),
    ):
        steps.clear()
        await deed
        assert BY_ERASURE in steps


async def test_a_slice_of_a_batch_that_is_voided_begins_where_the_one_before_ended(
    db: Database, petition: StoredAppeal, owner: Coordinator, steps: list[str]
) -> None:
    batch = await add_name_batch(db, petition, SHEETS, listed(*people(range(600))), owner, NOW)
    steps.clear()
    await void_batch(db, CODE, batch.id, "the wrong file", owner, NOW)
    assert "SEARCH signature USING INDEX signature_by_batch (batch=? AND rowid>?)" in steps
    assert not [step for step in steps if "TEMP" in step or step.startswith("SCAN signature")]
