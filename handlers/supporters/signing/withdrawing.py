"""Withdrawing a signature, in two taps.

/withdraw ──► the petitions that the person signed ──[one]──┐
/withdraw CODE ──────────────────────────────────────────────┴──► asked once more ──[Withdraw]──► erased, new count
                                                                  └──[Keep]──► nothing changes

Long after the close nobody can tell any more whose a signature was: then that is what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, person_of, pressed, say, show
from storage.appeals.records import UNSENT, find_appeal
from storage.errors import NoSuchAppeal
from storage.petitions.signatures import find_signature, signatures_of
from storage.petitions.standing import withdraw
from storage.petitions.tally import total_signatures
from storage.retention import NAMES_KEPT_AFTER_CLOSING

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def begin(update: Update, context: Context) -> None:
    """Ask about the petition behind the command, or list those that the person signed."""
    if context.args:
        await _ask(update, context, context.args[0].upper())
        return
    receipts = await signatures_of(context.services.db, person_of(update).id)
    rows = [[button(await _title(context, receipt.code), "withdraw", receipt.code)] for receipt in receipts]
    key = "withdrawing-which" if rows else "withdrawing-nothing"
    await say(update, context, context.say(key, days=NAMES_KEPT_AFTER_CLOSING.days), rows)


async def ask(update: Update, context: Context) -> None:
    """Ask about the petition that was chosen."""
    await answer(update, context)
    await _ask(update, context, "".join(pressed(update)[:1]))


async def confirm(update: Update, context: Context) -> None:
    """Withdraw, and say what was erased and what the count is now."""
    code, db = "".join(pressed(update)[:1]), context.services.db
    if await withdraw(db, code, person_of(update).id) is None:
        over = await _time_is_over(context, code)
        await answer(update, context, None if over else "button-stale")
        if over:
            await show(update, context, _time_over_text(context))
        return
    await answer(update, context)
    count = (await total_signatures(db, code)).all
    title = await _title(context, code)
    await show(update, context, context.say("withdrawing-done", title=title, code=code, count=count))


async def keep(update: Update, context: Context) -> None:
    """Leave the signature as it is."""
    await answer(update, context)
    await show(update, context, context.say("withdrawing-kept"))


async def _ask(update: Update, context: Context, code: str) -> None:
    receipt = await find_signature(context.services.db, code, person_of(update).id)
    if receipt is None:
        over = await _time_is_over(context, code)
        await show(update, context, _time_over_text(context) if over else context.say("withdrawing-not-signed"))
        return
    title = await _title(context, code)
    rows = [
        [button(context.label("withdrawing-confirm"), "withdraw-confirm", code)],
        [button(context.label("withdrawing-keep"), "withdraw-keep", code)],
    ]
    await show(update, context, context.say("withdrawing-ask", title=title, number=receipt.serial), rows)


async def _time_is_over(context: Context, code: str) -> bool:
    """Say whether the signers of the petition, if there is one, were erased or are about to be."""
    try:
        stored = await find_appeal(context.services.db, code)
    except NoSuchAppeal:
        return False
    erased_at = stored.appeal.deadline + NAMES_KEPT_AFTER_CLOSING
    return stored.state not in UNSENT and context.services.now() >= erased_at


def _time_over_text(context: Context) -> str:
    return context.say("withdrawing-time-over", days=NAMES_KEPT_AFTER_CLOSING.days)


async def _title(context: Context, code: str) -> str:
    appeal = (await find_appeal(context.services.db, code)).appeal
    return title_text(appeal, context.services.texts, context.language)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("withdraw", begin),
        on("withdraw", ask),
        on("withdraw-confirm", confirm),
        on("withdraw-keep", keep),
    ]
