"""What coordinators take from an appeal.

/kit CODE ──► what calls people in ──┬─[Press release]─────► /kit CODE press PLACE
                                     ├─[Letter of thanks]──► /kit CODE thanks a1
                                     └─[UN worksheet]──────► /kit CODE worksheet, or worksheet full
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, say
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.petitions.kits.calling_out import send_call, why_no_call
from handlers.coordinators.petitions.kits.press import send_press
from handlers.coordinators.petitions.kits.thanks import send_thanks
from handlers.coordinators.petitions.kits.worksheet import send_worksheet
from handlers.coordinators.roles import Duty, trusted_with

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

KINDS = ("press", "thanks", "worksheet")


@trusted_with(Duty.RUN_PETITION)
async def send_kit(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send what the words behind the command or the button ask for; without a kind, what calls people in."""
    await answer(update, context)
    stored = await named_appeal(update, context, "kit")
    if stored is None:
        return
    match tuple(words_of(update, context)[1:]):
        case ():
            await _send_first(update, context, stored)
        case ("press", *words):
            await send_press(update, context, stored, tuple(words))
        case ("thanks", *words):
            await send_thanks(update, context, stored, tuple(words))
        case ("worksheet", *words):
            await send_worksheet(update, context, stored, tuple(words), coordinator)
        case _:
            await _offer_more(update, context, stored)


async def _send_first(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Send what calls people in, if there is anything to sign; then offer what else there is."""
    refusal = why_no_call(stored, context)
    if refusal is None:
        await send_call(update, context, stored)
    await _offer_more(update, context, stored, *([context.say(refusal)] if refusal else []))


async def _offer_more(update: Update, context: Context, stored: StoredAppeal, *before: str) -> None:
    code = stored.appeal.code
    rows = [[button(context.label(f"kits-kind-{kind}"), "kit", code, kind)] for kind in KINDS]
    await say(update, context, "\n\n".join((*before, context.say("kits-more", code=code))), rows)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("kit", send_kit), on("kit", send_kit)]
