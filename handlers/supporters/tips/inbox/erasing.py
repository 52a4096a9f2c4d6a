"""Erasing by receipt: the tip goes now, and also from what is restored from a backup that still holds it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from storage.backups.erased import ErasedTip, note_erased
from storage.tips.inbox import erase_by_receipt

if TYPE_CHECKING:
    from handlers.context import Services
    from storage.tips.receipts import ReceiptKeys

log = logging.getLogger(__name__)


async def erase_for_good(services: Services, keys: ReceiptKeys) -> None:
    """Erase whatever the receipt leads to, and note it for restores."""
    today = services.today()
    tag = await erase_by_receipt(services.db, keys, today)
    if tag is None:
        return
    try:
        await asyncio.to_thread(note_erased, services.backups.database, ErasedTip(today, tag))
    except OSError as error:  # it is erased all the same
        log.error("that a tip was erased cannot be noted for restores: %s", type(error).__name__)  # noqa: TRY400  # no path in the log
