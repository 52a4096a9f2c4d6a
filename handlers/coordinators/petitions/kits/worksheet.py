"""The worksheet of an appeal for the UN's experts; what is restricted comes in for who asks for it and may draft."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.appeals.kit.worksheet import worksheet_text
from handlers.asking import say
from handlers.coordinators.petitions.kits.files import send_file
from handlers.coordinators.roles import DUTIES, Duty
from storage.appeals.restricted import take_restricted

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

FULL = "full"
"""Behind the command: with the exact place, and of what types the confidential sources are."""


async def send_worksheet(
    update: Update, context: Context, stored: StoredAppeal, words: tuple[str, ...], by: Coordinator
) -> None:
    """Send the worksheet as a file; who took a full one is put on record."""
    services, code = context.services, stored.appeal.code
    restricted = None
    if words[:1] == (FULL,):
        if Duty.DRAFT not in DUTIES[by.role]:
            await say(update, context, context.say("role-refused"))
            return
        restricted = await take_restricted(services.db, stored.version, by, services.now())
        log.info("coordinator %d took what is restricted of version row %d", by.id, stored.version)
    text = worksheet_text(
        stored.appeal,
        services.texts,
        context.language,
        organisation=services.policy.organisation,
        today=services.today(),
        restricted=restricted,
    )
    if restricted is None:
        caption = context.say("kits-worksheet", code=code)
        await send_file(update, context, text.encode(), f"{code}-un-worksheet.md", caption)
    else:
        caption = context.say("kits-worksheet-full", code=code)
        await send_file(update, context, text.encode(), f"{code}-un-worksheet-RESTRICTED.md", caption, restricted=True)
