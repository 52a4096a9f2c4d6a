"""Working through tips without reading them: tag, category, day, urgency, who holds it; never any content.

/tips ──► the open ones ──[Claim TAG]──► held by the one who pressed ──[Close TAG]──► gone from the list
/claim TAG, /close TAG ──► the same
"""

from __future__ import annotations

import logging
import re
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, say, show
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.errors import NoSuchTip
from storage.tips.records import claim_tip, close_tip, open_tips
from storage.tips.words import TipState

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.tips.records import TipRow

log = logging.getLogger(__name__)

PAGE = 8  # tips in one message

_TAG = re.compile(r"[A-Z0-9]{4}")


class Change(StrEnum):
    """What is done with a tip; the words are those of commands, buttons and texts."""

    CLAIM = "claim"
    CLOSE = "close"


@trusted_with(Duty.REVIEW_TIPS)
async def list_tips(update: Update, context: Context, coordinator: Coordinator) -> None:
    """List the open tips, most urgent first: the first page, or the one whose button was pressed."""
    await answer(update, context)
    await _show_page(update, context, coordinator, number_in(words_of(update, context), 0) or 0)


@trusted_with(Duty.REVIEW_TIPS)
async def claim(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Make the coordinator the one who works on the tip that was named."""
    await _change(update, context, coordinator, Change.CLAIM)


@trusted_with(Duty.REVIEW_TIPS)
async def close(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Close a tip that the coordinator holds."""
    await _change(update, context, coordinator, Change.CLOSE)


async def _change(update: Update, context: Context, coordinator: Coordinator, change: Change) -> None:
    """Do it, and show the page that the tip was on as it is now."""
    words = words_of(update, context)
    if not words:
        await say(update, context, context.say("tips-tag-missing", command=change))
        return
    services, tag = context.services, words[0].upper()
    page = await _page_of(context, tag)
    named = tag if _TAG.fullmatch(tag) else ""
    try:
        if change is Change.CLAIM:
            await claim_tip(services.db, named, coordinator, services.now())
        else:
            kept = timedelta(days=services.policy.tips_kept_after_closing_days)
            await close_tip(services.db, named, coordinator, services.now(), kept)
    except NoSuchTip:
        await answer(update, context)
        await say(update, context, context.say(f"tips-cannot-{change}"))
        return
    log.info("coordinator %d: %s of a tip", coordinator.id, change)
    await answer(update, context, f"tips-noted-{change}")
    if update.callback_query:
        await _show_page(update, context, coordinator, page)
    else:
        await say(update, context, context.say(f"tips-done-{change}", tag=tag))


async def _page_of(context: Context, tag: str) -> int:
    tags = [tip.tag for tip in await open_tips(context.services.db)]
    return tags.index(tag) // PAGE if tag in tags else 0


async def _show_page(update: Update, context: Context, coordinator: Coordinator, page: int) -> None:
    tips = await open_tips(context.services.db)
    if not tips:
        await show(update, context, context.say("tips-none"))
        return
    page = min(page, (len(tips) - 1) // PAGE)
    first = page * PAGE
    listed = tips[first : first + PAGE]
    heading = context.say("tips-heading", count=len(tips), first=first + 1, last=first + len(listed))
    blocks = [heading, *(_entry(context, tip, coordinator) for tip in listed)]
    rows = [[offer] for tip in listed if (offer := _offer(context, tip, coordinator))]
    await show(update, context, fitted(map(Markup, blocks)), [*rows, *_turning(context, page, len(tips))])


def _entry(context: Context, tip: TipRow, coordinator: Coordinator) -> str:
    mine = tip.claimed_by == coordinator.alias
    holder = context.label("tips-held-by-you") if mine else tip.claimed_by
    return context.say(
        "tips-entry",
        tag=tip.tag,
        category=context.label(f"tip-category-{tip.category}"),
        urgency=context.label(f"tip-urgency-{tip.urgency}"),
        day=day_text(date.fromisoformat(tip.day), context.language),
        state=context.label("tips-held", who=holder) if holder else context.label("tips-free"),
    )


def _offer(context: Context, tip: TipRow, coordinator: Coordinator) -> InlineKeyboardButton | None:
    if tip.state is TipState.NEW:
        return button(context.label("tips-claim", tag=tip.tag), "claim", tip.tag)
    if tip.claimed_by == coordinator.alias:
        return button(context.label("tips-close", tag=tip.tag), "close", tip.tag)
    return None


def _turning(context: Context, page: int, count: int) -> list[list[InlineKeyboardButton]]:
    """Return the buttons to the pages before and after, where there are any."""
    turns = []
    if page:
        turns.append(button(context.label("tips-before"), "tips", page - 1))
    if (page + 1) * PAGE < count:
        turns.append(button(context.label("tips-after"), "tips", page + 1))
    return [turns] if turns else []


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("tips", list_tips),
        CommandHandler("claim", claim),
        CommandHandler("close", close),
        on("tips", list_tips),
        on("claim", claim),
        on("close", close),
    ]
