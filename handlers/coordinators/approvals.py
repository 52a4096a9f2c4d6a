"""How many approvals an appeal needs, and whose can count (architecture §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.roles import Duty, roles_with
from storage.appeals.records import approvers
from storage.coordinators import coordinators_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handlers.context import Policy
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.coordinators import Coordinator
    from storage.database import Database


def approvals_needed(appeal: Appeal, policy: Policy) -> int:
    """Return how many people beside the author must approve; none in a one-person organisation."""
    return max(policy.approvals, appeal.approvals_needed) if policy.approvals else 0


async def reviewers_of(db: Database, stored: StoredAppeal) -> tuple[Coordinator, ...]:
    """Return who may still approve the current version: neither its author nor who approved it already."""
    done = await approvers(db, stored.version)
    everybody = await coordinators_with(db, roles_with(Duty.APPROVE))
    return tuple(one for one in everybody if one.id != stored.author and one.id not in done)


def aliases_of(coordinators: Iterable[Coordinator]) -> str:
    """Return what colleagues call them."""
    return ", ".join(one.alias for one in coordinators)
