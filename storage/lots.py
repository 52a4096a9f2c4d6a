"""Group commit: what waits for the writer at the same moment shares one transaction (decision 3).

A commit that survives a power cut costs the same for one signature and for a hundred. Whoever waits here is answered
after the commit, so what was acknowledged is kept; each is refused or taken for itself.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from storage.errors import StorageError
    from storage.transactions import Transaction

LOT_MAX = 128  # items in one transaction

Item = TypeVar("Item")
Result = TypeVar("Result")


class Writing(Protocol):
    """What gives the writer to one at a time."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Give the writer alone."""


Db = TypeVar("Db", bound=Writing)


class Lots(Generic[Db]):
    """Collects the items that wait for the same work, and does it for a lot of them at once."""

    def __init__(self, database: Db) -> None:
        self._db = database
        self._waiting: defaultdict[Any, list[tuple[Any, asyncio.Future[Any]]]] = defaultdict(list)
        self._working: dict[Any, asyncio.Task[None]] = {}

    async def add(
        self,
        work: Callable[[Transaction, Db, Sequence[Item]], Awaitable[Sequence[Result | StorageError]]],
        item: Item,
    ) -> Result:
        """Do *work* for *item*, and for what else waits for it, in one transaction; return its result.

        *work* gives a result for each item, or the error that is raised here. If it fails as a whole, each item is
        tried in a transaction of its own: one that is at fault harms no other. If there is no transaction to be had,
        all who wait are told at once: one after the other they would wait for the same refusal.
        """
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting[work].append((item, answer))
        if work not in self._working:
            self._working[work] = asyncio.create_task(self._work_off(work))
        return await answer

    async def finish(self) -> None:
        """Wait until nothing waits any more."""
        await asyncio.gather(*self._working.values())

    async def _work_off(self, work: Any) -> None:
        try:
            while self._waiting[work]:
                await self._do_lot(work)
        finally:
            del self._working[work], self._waiting[work]

    async def _do_lot(self, work: Any) -> None:
        lot: list[tuple[Any, asyncio.Future[Any]]] = []
        try:
            async with self._db.transaction() as tx:
                lot, self._waiting[work] = self._waiting[work][:LOT_MAX], self._waiting[work][LOT_MAX:]
                results = await work(tx, self._db, [item for item, _ in lot])
        except Exception as error:  # noqa: BLE001  # each is told below what happened to it
            if lot:
                await self._do_each(work, lot)
                return
            lot, self._waiting[work] = self._waiting[work], []
            results = [error] * len(lot)
        for (_, answer), result in zip(lot, results, strict=True):
            _give(answer, result)

    async def _do_each(self, work: Any, lot: list[tuple[Any, asyncio.Future[Any]]]) -> None:
        for place, (item, answer) in enumerate(lot):
            begun = False
            try:
                async with self._db.transaction() as tx:
                    begun = True
                    (result,) = await work(tx, self._db, [item])
            except Exception as error:  # noqa: BLE001  # raised where it is waited for
                for _, refused in lot[place : place + 1] if begun else lot[place:]:
                    _give(refused, error)
                if not begun:
                    return
                continue
            _give(answer, result)


def _give(answer: asyncio.Future[Any], result: object) -> None:
    if answer.done():  # whoever waited was cancelled meanwhile
        return
    if isinstance(result, Exception):
        answer.set_exception(result)
    else:
        answer.set_result(result)
