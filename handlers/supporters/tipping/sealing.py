"""From a finished draft to a sealed row: after this nobody but the recipients and the receipt leads to the tip."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.sealing import TipContent, seal_tip
from storage.tips.epochs import tip_recipients
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
    from datetime import date

    from handlers.context import Services
    from handlers.tip_drafts import TipDraft
    from storage.tips.epochs import Epoch

_WEEK, _MONTH = timedelta(days=6), timedelta(days=30)  # before today
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


async def taking_in(services: Services) -> Epoch | None:
    """Return to whom tips are sealed now; None while too few could open them, so that none is taken in."""
    epoch = await tip_recipients(services.db)
    return epoch if epoch and epoch.recipients.enough else None


async def seal_and_keep(services: Services, draft: TipDraft, language: str, epoch: Epoch) -> KeptTip:
    """Seal the draft to the recipients of the epoch and store it.

    Raises:
        TipTooLong: If the text does not fit, as one of a thousand characters of many bytes each.
    """
    receipt = new_receipt()
    keys = await asyncio.to_thread(receipt_keys, receipt, services.receipt_salt)  # scrypt would hold everybody up
    sealed = seal_tip(_content(services, draft, language, keys.reply_recipient), epoch.recipients)
    tip = SealedTip(
        lookup=keys.lookup,
        category=draft.answers["category"],
        urgency=draft.answers["urgency"],
        day=_today(services),
        epoch=epoch.number,
        sealed=sealed,
    )
    return KeptTip(receipt, await add_tip(services.db, tip, timedelta(days=services.policy.tips_kept_days)))


def _today(services: Services) -> date:
    return services.now().astimezone(services.policy.timezone).date()


def _days(when: When, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day that *when* can mean."""
    match when:
        case When.TODAY:
            return today, today
        case When.THIS_WEEK:
            return today - _WEEK, today
        case When.THIS_MONTH:
            return today - _MONTH, today
        case When.EARLIER:
            return None, today - _MONTH
        case When.UNKNOWN:
            return None, None


def _content(services: Services, draft: TipDraft, language: str, reply_recipient: str) -> TipContent:
    when = When(draft.answers["when"])
    from_day, to_day = _days(when, _today(services))
    return TipContent(
        text=draft.text,
        category=Category(draft.answers["category"]),
        urgency=Urgency(draft.answers["urgency"]),
        area=Area(draft.answers["area"]),
        place_note="",
        people=People(draft.answers["people"]),
        when=when,
        precision=_PRECISION[when],
        from_day=from_day,
        to_day=to_day,
        how_known=HowKnown(draft.answers["known"]),
        language=language,
        written_at=services.now(),
        reply_recipient=reply_recipient,
        may_share_with_partners=draft.may_share_with_partners,
        wishes_contact=draft.wishes_contact,
    )
