"""Keys of coordinators who have left, as long as they are in force: the operator alone can retire one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from storage.people.coordinators import who_left
from storage.tips.keys.epochs import tip_recipients
from storage.tips.keys.states import epoch_states
from storage.tips.keys.told_list import left_keys_told, note_left_keys_told

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services

log = logging.getLogger(__name__)


async def has_key(services: Services, alias: str) -> bool:
    """Return whether a key of that alias is in force, or waits for canaries to be."""
    states = await epoch_states(services.db)
    return any(member.alias == alias for state in states for member in state.members)


async def tell_of_left_keys(services: Services, bot: Bot) -> None:
    """Tell owners, once a day, of keys in force whose coordinators have left."""
    epoch = await tip_recipients(services.db)
    members = epoch.recipients.members if epoch else ()
    left = await who_left(services.db, {member.alias for member in members})
    today = services.today()
    if not left or await left_keys_told(services.db) == today.isoformat():
        return

    def write(language: str) -> tuple[str, Rows]:
        texts, commands = services.texts, "\n".join(f"clarion keys retire {alias}" for alias in left)
        return texts.html("keys-alarm-left", language, names=", ".join(left), commands=commands), ()

    if await tell_all(services, bot, Duty.AUDIT, write):
        await note_left_keys_told(services.db, today)
        log.warning("%d keys of coordinators who left are in force", len(left))
