"""A house of many appeals: lists ask the database as often as those of a small one, and read each document once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.appeals.model import appeal_in
from storage.appeals.records import add_draft
from storage.people.coordinators import Role
from storage.petitions.counting.all_petitions import recent_signatures, totals
from storage.petitions.counting.pace import count_days, pace_of
from storage.petitions.counting.support import support_of
from storage.petitions.counting.tally import Bump, Dimension, bump
from storage.transactions import Transaction

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Values
    from tests.bot.desk.conftest import Browser
    from tests.people import Clock, Person

MANY = 80
LISTS = ("/", "/appeals", "/batches", "/broadcasts", "/exports", "/handovers")


@pytest.fixture
async def hers(
    browser: Browser,
    hana: Person,
    staff: Callable[[Role], Awaitable[Coordinator]],
    sign_in: Callable[[Browser, Coordinator], Awaitable[httpx.Response]],
) -> Browser:
    """The browser of the owner, who is signed in."""
    await sign_in(browser, await staff(Role.OWNER))
    return browser


async def add_many(db: Database, appeal: Appeal, author: Coordinator, clock: Clock) -> None:
    """Publish many more appeals, each with a broadcast."""
    for number in range(MANY):
        await add_draft(db, appeal.model_copy(update={"code": f"MANY-{number:03d}"}), author, clock.now())
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = 'published' WHERE code LIKE 'MANY-%'")
        await tx.execute(
            """
            INSERT INTO broadcast (
                kind, version, state, rank, wanted, planned_by, planned_at, starts_at, letters, paid_letters, floods
            )
            SELECT old.kind, version.id, old.state, old.rank, old.wanted, old.planned_by, 0, 0, 0, 0, 0
            FROM broadcast AS old JOIN appeal_version AS version ON version.appeal LIKE 'MANY-%' WHERE old.id = 1
            """
        )


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that asks the database for rows, as it is made."""
    made: list[str] = []
    ask = Transaction.all

    async def counted(self: Transaction, sql: str, values: Values | None = None) -> list[Row]:
        made.append(sql)
        return await ask(self, sql, values)

    monkeypatch.setattr(Transaction, "all", counted)
    return made


async def asked(hers: Browser, statements: list[str], path: str) -> int:
    """Return how many statements the page makes."""
    statements.clear()
    assert (await hers.get(path)).status_code == 200
    return len(statements)


async def test_a_list_asks_as_often_however_many_there_are(
    hers: Browser,
    db: Database,
    clock: Clock,
    published: dict[str, Appeal],
    staff: Callable[[Role], Awaitable[Coordinator]],
    statements: list[str],
) -> None:
    few = {path: await asked(hers, statements, path) for path in LISTS}
    await add_many(db, published["DEMO-002"], await staff(Role.OWNER), clock)

    assert {path: await asked(hers, statements, path) for path in LISTS} == few
    assert "MANY-079" in (await hers.get("/appeals")).text


async def test_each_document_is_read_once(
    hers: Browser,
    db: Database,
    clock: Clock,
    published: dict[str, Appeal],
    staff: Callable[[Role], Awaitable[Coordinator]],
) -> None:
    await add_many(db, published["DEMO-002"], await staff(Role.OWNER), clock)
    await hers.get("/appeals")
    read = appeal_in.cache_info().misses
    for path in LISTS:
        await hers.get(path)
    assert appeal_in.cache_info().misses == read


async def test_counts_of_all_are_those_of_each(db: Database, clock: Clock, published: dict[str, Appeal]) -> None:
    for days, code in enumerate(published):
        for back in range(days, 14, 3):
            day = (clock.now().date() - timedelta(days=back)).isoformat()
            await one_more(db, code, day)
        await one_more(db, code, "")
    today = {code: clock.now().date() for code in published}
    all_of_them, recent = await totals(db), await recent_signatures(db, today)

    for code in published:
        assert all_of_them[code] == (await support_of(db, code)).total.all > 1
        assert recent[code] == pace_of(await count_days(db, code), clock.now()).recent > 0
    assert await recent_signatures(db, {}) == {}


async def one_more(db: Database, code: str, day: str) -> None:
    async with db.transaction() as tx:
        await bump(tx, code, [Bump("telegram", ((Dimension.DAY, day), (Dimension.COUNTRY, "KR")), 2)])
