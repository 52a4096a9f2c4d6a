"""What is added with a receipt: sealed like a tip, and told to coordinators by the tip's tag alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.supporters.tips.sealing import taking_in
from storage.errors import EpochOver
from storage.sealing import seal_addition
from storage.tips.inbox import add_to_tip

if TYPE_CHECKING:
    from handlers.asking import Rows
    from handlers.context import Context
    from storage.tips.keys.epochs import Epoch
    from storage.tips.receipts import ReceiptKeys


async def keep_addition(context: Context, keys: ReceiptKeys, text: str, epoch: Epoch) -> str | None:
    """Seal the text to the recipients of the epoch and keep it; return the tag of its tip, None where there is none.

    If another epoch begins meanwhile, it is sealed once more.

    Raises:
        EpochOver: If there is none any more.
    """
    try:
        return await _keep(context, keys, text, epoch)
    except EpochOver:
        if (begun := await taking_in(context.services)) is None:
            raise
        return await _keep(context, keys, text, begun)


async def _keep(context: Context, keys: ReceiptKeys, text: str, epoch: Epoch) -> str | None:
    services = context.services
    sealed = seal_addition(text, context.language, services.now(), epoch.recipients)
    return await add_to_tip(services.db, keys, sealed, epoch.number, services.today())


async def tell_addition(context: Context, tag: str | None) -> None:
    """Tell everybody who reviews tips that something was added to the tip of this tag; nothing where there is none."""
    services = context.services
    if tag is None:
        return

    def written(language: str) -> tuple[str, Rows]:
        return services.texts.html("inbox-alert-addition", language, tag=tag), ()

    await tell_all(services, context.bot, Duty.REVIEW_TIPS, written)
