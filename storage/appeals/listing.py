"""Lists of appeals as readers look through them: open or over, of one kind, in an order of their choice."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.appeals.records import OVER, AppealState, StoredAppeal, appeals_in
from storage.letters.broadcasts.planning import RANK
from storage.petitions.counting.all_petitions import recent_signatures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from storage.appeals.vocabulary import Kind
    from storage.database import Database


class Order(StrEnum):
    """What stands in front."""

    DEADLINE = "deadline"
    URGENCY = "urgency"
    ACTIVITY = "activity"


async def open_appeals(db: Database, now: datetime, order: Order = Order.DEADLINE) -> tuple[StoredAppeal, ...]:
    """Return the appeals that are open at *now* in their order."""
    found = tuple(one for one in await appeals_in(db, {AppealState.PUBLISHED}) if one.open_at(now))
    recent = await signed_of_late(db, found, now) if order is Order.ACTIVITY else Counter[str]()
    return in_order(found, order, recent)


async def earlier_appeals(db: Database) -> tuple[StoredAppeal, ...]:
    """Return the appeals that are over and may be read, the one that closed last in front."""
    return (await appeals_in(db, OVER))[::-1]


def of_kind(appeals: tuple[StoredAppeal, ...], kind: Kind | None) -> tuple[StoredAppeal, ...]:
    """Return those of one kind; all of them for None."""
    return tuple(one for one in appeals if kind is None or one.appeal.kind is kind)


def in_order(appeals: Iterable[StoredAppeal], order: Order, recent: Mapping[str, int]) -> tuple[StoredAppeal, ...]:
    """Return them with what closes first, is most urgent, or was signed most of late in front.

    Within each order, what closes first leads. *recent* is what `signed_of_late` counted; only activity needs it.
    """
    first: dict[Order, Callable[[StoredAppeal], int]] = {
        Order.DEADLINE: lambda _one: 0,
        Order.URGENCY: lambda one: RANK[one.appeal.urgency],
        Order.ACTIVITY: lambda one: -recent.get(one.appeal.code, 0),
    }
    return tuple(sorted(appeals, key=lambda one: (first[order](one), one.appeal.deadline, one.appeal.code)))


async def signed_of_late(db: Database, appeals: Iterable[StoredAppeal], now: datetime) -> Counter[str]:
    """Return how many signed each in the last week, by its code and by the days of its own zone."""
    asking = [stored.appeal for stored in appeals if stored.appeal.kind.asks]
    return await recent_signatures(db, {one.code: now.astimezone(ZoneInfo(one.timezone)).date() for one in asking})
