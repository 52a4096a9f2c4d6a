"""From a finished draft to a sealed row: after this nobody but the recipients and the receipt leads to the tip."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.sealing import TipContent, seal_tip
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
    from handlers.context import Services
    from handlers.tip_drafts import TipDraft

# How far "when" can be relied on: it was counted back from today, in ever larger steps.
_PRECISION = {
    When.TODAY: Precision.EXACT,
    When.THIS_WEEK: Precision.ESTIMATE,
    When.THIS_MONTH: Precision.UNKNOWN_DAY,
    When.EARLIER: Precision.UNKNOWN_MONTH_AND_DAY,
    When.UNKNOWN: Precision.UNKNOWN_MONTH_AND_DAY,
}


@dataclass(frozen=True, repr=False)
class KeptTip:
    """What is known of a tip once it is sealed: the receipt for the witness, the tag for coordinators."""

    receipt: str
    tag: str


async def seal_and_keep(services: Services, draft: TipDraft, language: str) -> KeptTip:
    """Seal the draft to the recipients and store it.

    Raises:
        TipTooLong: If the text does not fit, as one of a thousand characters of many bytes each.
    """
    receipt = new_receipt()
    sealed = seal_tip(_content(services, draft, language), services.recipients)
    keys = await asyncio.to_thread(receipt_keys, receipt, services.receipt_salt)  # scrypt would hold everybody up
    tip = SealedTip(
        lookup=keys.lookup,
        category=draft.answers["category"],
        urgency=draft.answers["urgency"],
        day=services.now().astimezone(services.policy.timezone).date(),
        recipients=services.recipients.digest,
        reply_recipient=keys.reply_recipient,
        sealed=sealed,
    )
    return KeptTip(receipt, await add_tip(services.db, tip))


def _content(services: Services, draft: TipDraft, language: str) -> TipContent:
    when = When(draft.answers["when"])
    return TipContent(
        text=draft.text,
        category=Category(draft.answers["category"]),
        urgency=Urgency(draft.answers["urgency"]),
        area=Area(draft.answers["area"]),
        place_note="",
        people=People(draft.answers["people"]),
        when=when,
        precision=_PRECISION[when],
        how_known=HowKnown(draft.answers["known"]),
        language=language,
        written_at=services.now(),
        may_share_with_partners=draft.may_share_with_partners,
        wishes_contact=draft.wishes_contact,
    )
