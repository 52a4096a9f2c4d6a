"""Sealed rows of tips, for tests that do not care what is in them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pyrage import x25519

from storage.sealing import Recipient, Recipients
from storage.tips.keys.epochs import answer_canary, propose_epoch, tip_recipients
from storage.tips.records import SealedTip, add_tip

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database

KEPT = timedelta(days=180)


async def epoch_of(db: Database, now: datetime) -> int:
    """Return the number of the current epoch, which is begun with two new keys where there is none."""
    if (epoch := await tip_recipients(db)) is None:
        members = tuple(Recipient(str(x25519.Identity.generate().to_public()), f"desk-{n}") for n in (1, 2))
        for canary in await propose_epoch(db, Recipients(members), now):
            await answer_canary(db, canary.word, now)
        return await epoch_of(db, now)
    return epoch.number


async def keep_tip(
    db: Database,
    now: datetime,
    *,
    number: int = 1,
    category: str = "arrest",
    urgency: str = "high",
    sealed: bytes = b"sealed",
) -> str:
    """Keep a tip that came now, and return its tag; its look-up key is *number*, 32 times."""
    epoch = await epoch_of(db, now)
    return await add_tip(db, SealedTip(bytes([number]) * 32, category, urgency, now.date(), epoch, sealed), KEPT)
