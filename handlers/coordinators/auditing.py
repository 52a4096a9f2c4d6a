"""The audit, for owners: who did what lately, and whether the chain of all deeds still holds.

/audit ──► the last deeds, and the state of the chain
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import say
from handlers.coordinators.roles import Duty, trusted_with
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.audit import latest, verify

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.audit import Chain, Entry
    from storage.people.coordinators import Coordinator

SHOWN = 20  # deeds


@trusted_with(Duty.AUDIT)
async def show_audit(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show the last deeds, newest first, and whether anything was changed behind the program's back."""
    chain = await verify(context.services.db)
    entries = [_line(context, entry) for entry in await latest(context.services.db, SHOWN)]
    blocks = [_verdict(context, chain), context.say("auditing-heading"), "\n".join(entries)]
    await say(update, context, fitted(map(Markup, blocks)))


def _verdict(context: Context, chain: Chain) -> str:
    if chain.broken_at is not None:
        return context.say("auditing-broken", row=str(chain.broken_at))
    return context.say("auditing-holds", rows=chain.rows, head=chain.head[:16])


def _line(context: Context, entry: Entry) -> str:
    local = entry.at.astimezone(context.services.policy.timezone)
    return context.say(
        "auditing-line",
        day=day_text(local.date(), context.language),
        who=entry.alias or context.label("auditing-program"),
        deed=context.label("auditing-deed", deed=entry.name),
        subject=entry.subject,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("audit", show_audit)]
