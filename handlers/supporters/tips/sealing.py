"""From a finished draft to a sealed row: after this nobody but the recipients and the receipt leads to the tip."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from handlers.supporters.tips.sending.consents import Consent
from handlers.supporters.tips.sending.days import span
from storage.errors import EpochOver
from storage.sealing import TipContent, seal_tip
from storage.tips.keys.epochs import tip_recipients
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import Area, Category, HowKnown, People, Urgency, When

if TYPE_CHECKING:
    from handlers.context import Services
    from handlers.tip_drafts import TipDraft
    from storage.tips.keys.epochs import Epoch
    from storage.tips.receipts import ReceiptKeys


@dataclass(frozen=True, repr=False)
class KeptTip:
    """What is known of a tip once it is sealed: the receipt for the witness, the tag for coordinators."""

    receipt: str
    tag: str


async def taking_in(services: Services) -> Epoch | None:
    """Return to whom tips are sealed now; None while too few could open them, so that none is taken in."""
    epoch = await tip_recipients(services.db)
    return epoch if epoch and epoch.recipients.enough else None


async def seal_and_keep(services: Services, draft: TipDraft, language: str, epoch: Epoch) -> KeptTip:
    """Seal the draft to the recipients of the epoch and store it; once more if another begins meanwhile.

    Raises:
        EpochOver: If there is none any more.
    """
    receipt = new_receipt()
    async with services.tip_drafts.deriving:  # as many at once as the memory holds
        keys = await asyncio.to_thread(receipt_keys, receipt, services.receipt_salt)
    try:
        tag = await _keep(services, draft, language, epoch, keys)
    except EpochOver:
        if (begun := await taking_in(services)) is None:
            raise
        tag = await _keep(services, draft, language, begun, keys)
    return KeptTip(receipt, tag)


async def _keep(services: Services, draft: TipDraft, language: str, epoch: Epoch, keys: ReceiptKeys) -> str:
    sealed = seal_tip(_content(services, draft, language, keys.reply_recipient), epoch.recipients)
    tip = SealedTip(
        lookup=keys.lookup,
        category=draft.answers["category"],
        urgency=draft.answers["urgency"],
        day=services.today(),
        epoch=epoch.number,
        sealed=sealed,
    )
    return await add_tip(services.db, tip, timedelta(days=services.policy.tips_kept_days))


def _content(services: Services, draft: TipDraft, language: str, reply_recipient: str) -> TipContent:
    answers = draft.answers
    days = span(answers, draft.begun_at.astimezone(services.policy.timezone).date())
    return TipContent(
        text=draft.text,
        category=Category(answers["category"]),
        urgency=Urgency(answers["urgency"]),
        area=Area(answers["area"]),
        place_note="",
        people=People(answers["people"]),
        when=When(answers["when"]),
        precision=days.precision,
        from_day=days.first,
        to_day=days.last,
        how_known=HowKnown(answers["known"]),
        language=language,
        written_at=services.now(),
        reply_recipient=reply_recipient,
        may_share_with_partners=Consent.PARTNERS in draft.consents,
        wishes_contact=Consent.CONTACT in draft.consents,
        may_publish=Consent.PUBLISH in draft.consents,
        may_send_to_un=Consent.UN in draft.consents,
    )
