"""A tip as it was told, and sealed rows for tests that do not care what is in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from pyrage import x25519

from storage.sealing import Recipient, Recipients, TipContent
from storage.tips.keys.epochs import answer_canary, propose_epoch, tip_recipients
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
    from storage.database import Database

KEPT = timedelta(days=180)
TOLD = TipContent(
    text="마을 게시판에 안내문이 붙었다고 지인이 말했습니다.",
    category=Category.NOTICE,
    urgency=Urgency.NORMAL,
    area=Area.CN_BORDER,
    place_note="마을 게시판",
    people=People.UNKNOWN,
    when=When.THIS_MONTH,
    precision=Precision.UNKNOWN_DAY,
    from_day=date(2026, 10, 21),
    to_day=date(2026, 11, 20),
    how_known=HowKnown.THIRD_PARTY,
    language="ko",
    written_at=datetime(2026, 11, 22, 4, 50, 7, tzinfo=UTC),
    reply_recipient="age1rqwds4737j7pvq37j78hyfn03fhae3lnvku9zt68vqrpyzv6udrstvg5pf",
    may_share_with_partners=True,
)


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
