"""Withdrawing a signature, in two taps.

/withdraw ──► the petitions that the person signed ──[one]──┐
/withdraw CODE ──────────────────────────────────────────────┴──► asked once more ──[Withdraw]──► erased, new count
                                                                  └──[Keep]──► nothing changes

Who was given the name before is said. Once the names are erased, nobody can tell any more whose a signature was:
then that is what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, person_of, pressed, say, show
from handlers.supporters.signing.receipts import held_text
from storage.appeals.records import find_appeal
from storage.petitions.counting.tally import total_signatures
from storage.petitions.signatures.records import find_signature, names_erased, signatures_of, was_invalidated
from storage.petitions.signatures.standing import holders, withdraw

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def begin(update: Update, context: Context) -> None:
    """Ask about the petition behind the command, or list those that the person signed."""
    if context.args:
        await _ask(update, context, context.args[0].upper())
        return
    receipts = await signatures_of(context.services.db, person_of(update).id)
    rows = [
        [button(await _title(context, receipt.code), "withdraw", receipt.code)] for receipt in receipts if receipt.kept
    ]
    await say(update, context, context.say("withdrawing-which" if rows else "withdrawing-nothing"), rows)


async def ask(update: Update, context: Context) -> None:
    """Ask about the petition that was chosen."""
    await answer(update, context)
    await _ask(update, context, "".join(pressed(update)[:1]))


async def confirm(update: Update, context: Context) -> None:
    """Withdraw, and say what was erased, what the count is now, and who has the name from before."""
    code, db = "".join(pressed(update)[:1]), context.services.db
    holding = await withdraw(db, code, person_of(update).id)
    if holding is None:
        over = await names_erased(db, code)
        await answer(update, context, None if over else "button-stale")
        if over:
            await show(update, context, context.say("withdrawing-time-over"))
        return
    await answer(update, context)
    total = await total_signatures(db, code)
    title = await _title(context, code)
    parts = [context.say("withdrawing-done", title=title, code=code, online=total.online, paper=total.on_paper)]
    if held := await held_text(context, holding):
        parts += [held, context.say("withdrawing-correction")]
    await show(update, context, "\n\n".join(parts))


async def keep(update: Update, context: Context) -> None:
    """Leave the signature as it is."""
    await answer(update, context)
    await show(update, context, context.say("withdrawing-kept"))


async def _ask(update: Update, context: Context, code: str) -> None:
    db, person = context.services.db, person_of(update).id
    receipt = await find_signature(db, code, person)
    if receipt is None or not receipt.kept:
        await show(update, context, context.say(await _why_not(context, code, person)))
        return
    parts = [context.say("withdrawing-ask", title=await _title(context, code), number=receipt.serial)]
    if held := await held_text(context, await holders(db, code, person)):
        parts += [held, context.say("withdrawing-correction")]
    rows = [
        [button(context.label("withdrawing-confirm"), "withdraw-confirm", code)],
        [button(context.label("withdrawing-keep"), "withdraw-keep", code)],
    ]
    await show(update, context, "\n\n".join(parts), rows)


async def _why_not(context: Context, code: str, person: int) -> str:
    """Return the key of the text that says why there is nothing to withdraw."""
    if await was_invalidated(context.services.db, code, person):
        return "withdrawing-invalidated"
    return "withdrawing-time-over" if await names_erased(context.services.db, code) else "withdrawing-not-signed"


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
