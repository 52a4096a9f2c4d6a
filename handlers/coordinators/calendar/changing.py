"""What who records can do about a moment beside reading of it: the buttons, and why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.roles import Duty, roles_with
from handlers.texts import Markup
from storage.people.coordinators import find_coordinator

if TYPE_CHECKING:
    from handlers.asking import Rows
    from handlers.context import Context
    from storage.calendar.coming import Moment


async def may_change(context: Context, person: int) -> bool:
    """Say whether the person is a coordinator who records."""
    coordinator = await find_coordinator(context.services.db, person)
    return coordinator is not None and coordinator.role in roles_with(Duty.RECORD)


def change_rows(context: Context, moment: Moment) -> tuple[list[Markup], Rows]:
    """Return the buttons under a moment, or that the sheet of its appeal alone changes it."""
    if moment.anchor:
        return [Markup(context.say("moments-anchor", code=moment.appeal or ""))], []
    move = button(context.label("moments-move"), "moment-move", moment.id)
    cancel = button(context.label("moments-cancel"), "moment-cancel", moment.id)
    return [], [[move, cancel]]
