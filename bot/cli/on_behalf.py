"""For whom a command on the server does something: a coordinator, whose role allows it or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.roles import DUTIES
from storage.errors import CannotStart, NoSuchCoordinator
from storage.people.coordinators import coordinator_called

if TYPE_CHECKING:
    from handlers.coordinators.roles import Duty
    from storage.database import Database
    from storage.people.coordinators import Coordinator


async def coordinator_for(db: Database, alias: str) -> Coordinator:
    """Return the coordinator whom colleagues call *alias*.

    Raises:
        CannotStart: If there is none.
    """
    try:
        return await coordinator_called(db, alias)
    except NoSuchCoordinator:
        raise CannotStart(f"There is no coordinator {alias}; /audit shows the aliases.") from None


def require(coordinator: Coordinator, duty: Duty, deed: str) -> None:
    """See that the coordinator's role may do *deed*.

    Raises:
        CannotStart: If it may not.
    """
    if duty not in DUTIES[coordinator.role]:
        raise CannotStart(f"The role of {coordinator.alias} does not {deed}.")
