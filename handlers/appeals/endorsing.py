"""How representatives come to endorse: the link that invites them, and the buttons under an appeal's full text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button
from storage.people.representatives import represented_by
from storage.petitions.endorsements import endorsed_by

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

INVITATION_PREFIX = "org_"  # of the deep links that make somebody a representative


async def endorsement_rows(context: Context, stored: StoredAppeal, person: int) -> Rows:
    """Return the rows for a representative: what their organisation can do now; none for anybody else."""
    services, code = context.services, stored.appeal.code
    organisation = await represented_by(services.db, person)
    if organisation is None:
        return []
    endorsed = next((one.number for one in await endorsed_by(services.db, organisation.id) if one.code == code), None)
    rows = []
    if organisation.left_on is None and _can_be_endorsed(stored, services.now()) and endorsed != stored.number:
        key = "endorsing-endorse" if endorsed is None else "endorsing-endorse-new"
        rows.append([button(context.label(key, organisation=organisation.name), "endorse", code, stored.number)])
    if endorsed is not None:
        rows.append([button(context.label("endorsing-take-back", organisation=organisation.name), "unendorse", code)])
    return rows


def _can_be_endorsed(stored: StoredAppeal, now: datetime) -> bool:
    until = stored.appeal.endorsers.until
    return stored.open_at(now) and (until is None or now < until)
