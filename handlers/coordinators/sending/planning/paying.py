"""Paying Telegram for speed: off unless the organisation allows it, and agreed to by writing the price.

[Faster, paid] ──► what it is and costs at most ──the number, typed──► the plan, paid
                                                └─[Not paid | Back]──► the plan
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.asking import button, message_of, on
from handlers.coordinators.reports.progress import duration_text
from handlers.coordinators.sending.planning.draft import forget_price
from handlers.coordinators.sending.planning.readers import count_letters
from handlers.coordinators.sending.planning.screens import show_plan
from handlers.coordinators.sending.planning.steps import Step, put, with_plan
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.letters.broadcasts.planning import PAID_PER_SECOND, stars

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import CallbackQueryHandler

    from handlers.context import Context
    from handlers.coordinators.sending.planning.steps import Planning


@with_plan
async def ask_price(update: Update, context: Context, planning: Planning) -> None:
    """Say what paying means and costs at most, and wait for the number to be written."""
    await _ask_price(update, context, planning, (await count_letters(context, planning)).total)


@with_plan
async def take_price(update: Update, context: Context, planning: Planning) -> None:
    """Agree to pay, if what was written is the price and nothing else."""
    total = (await count_letters(context, planning)).total
    price, written = stars(total), (message_of(update).text or "").strip().replace(",", "")
    if not 0 < price <= context.services.policy.paid_cap or written != str(price):
        await _ask_price(update, context, planning, total, context.say("planning-paid-other-number"))
        return
    planning.draft.paid_cap, planning.draft.step = price, Step.PLAN
    await show_plan(update, context, planning)


@with_plan
async def leave_unpaid(update: Update, context: Context, planning: Planning) -> None:
    """Keep to the free ceiling after all."""
    forget_price(planning.draft)
    await show_plan(update, context, planning)


async def _ask_price(update: Update, context: Context, planning: Planning, total: int, *news: str) -> None:
    policy, price = context.services.policy, stars(total)
    if not policy.paid_broadcast or not price:
        planning.draft.step = Step.PLAN
        await show_plan(update, context, planning)
        return
    affordable = price <= policy.paid_cap
    planning.draft.step = Step.STARS if affordable else Step.PLAN
    ask = "planning-paid-type" if affordable else "planning-paid-above-cap"
    last = context.say(ask, number=str(price), cap=policy.paid_cap)
    row = [button(context.label("planning-back"), "plan-back")]
    if planning.draft.paid_cap:
        row.insert(0, button(context.label("planning-unpaid"), "plan-unpaid"))
    html = GAP.join(map(Markup, (*news, _offer(context, total), last)))
    await put(update, context, planning.draft, (html, [row]))


def _offer(context: Context, total: int) -> str:
    services = context.services
    return context.say(
        "planning-paid",
        stars=stars(total),
        total=total,
        slow=duration_text(total / services.policy.bulk_rate, services.texts, context.language),
        fast=duration_text(total / PAID_PER_SECOND, services.texts, context.language),
    )


def buttons() -> list[CallbackQueryHandler[Context, Any]]:
    """Return what this part of the planning answers to."""
    return [on("plan-paid", ask_price), on("plan-unpaid", leave_unpaid)]
