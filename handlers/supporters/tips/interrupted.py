"""After a start: what witnesses were in the middle of is gone, and what Telegram did not delete only they can delete.

Whoever has the kept mark of a tip or a receipt is told once. The mark stays, so that what they write next is deleted.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import Forbidden, TelegramError

from handlers.supporters.tips.inbox.conversation import NAME as INBOX
from handlers.supporters.tips.inbox.conversation import Step as InboxStep
from handlers.supporters.tips.steps import NAME as TIP
from handlers.supporters.tips.steps import Step as TipStep
from storage.people.conversations import save_step, saved_steps
from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot

    from handlers.context import Services

log = logging.getLogger(__name__)

_TOLD = {TIP: int(TipStep.INTERRUPTED), INBOX: int(InboxStep.INTERRUPTED)}


async def find_interrupted(services: Services) -> frozenset[int]:
    """Return who has such a mark and was not told yet; note that they are, so that no later start tells them again."""
    found: set[int] = set()
    for name, told in _TOLD.items():
        for person, step in (await saved_steps(services.db, name)).items():
            if step != told:
                found.add(person)
                await save_step(services.db, name, person, told, services.now().date())
    return frozenset(found)


async def tell_interrupted(services: Services, bot: Bot, people: Iterable[int]) -> None:
    """Ask each of them to delete what may still stand in their chat."""
    for person in people:
        language = await chosen_language(services.db, person) or services.texts.default
        try:
            await bot.send_message(person, services.texts.html("tipping-interrupted", language))
        except Forbidden:
            continue  # they blocked us; there is nobody to tell
        except TelegramError as error:
            log.warning("somebody was not told of an interruption: %s", type(error).__name__)
