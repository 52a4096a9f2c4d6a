"""What every deed upon a tip shares: which tip it is for, and what is said when it is done or refused."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from handlers.asking import answer, say
from handlers.coordinators.named import words_of
from handlers.coordinators.tips.cases.screen import show_case
from storage.errors import (
    NeedsSecondSource,
    NoSuchCoordinator,
    NoSuchTip,
    NotHeld,
    NotRated,
    OwnRating,
    RaterGone,
    TipHeld,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

_REPEATED_MAX = 20  # characters of a word that nobody knows
_TAG = re.compile(r"[A-Z0-9]{4}")
_REFUSALS = {
    NoSuchTip: "case-not-open",
    TipHeld: "case-held",
    NotHeld: "case-not-held",
    NotRated: "case-not-rated",
    OwnRating: "case-own-rating",
    RaterGone: "case-rater-gone",
    NeedsSecondSource: "case-needs-second-source",
    NoSuchCoordinator: "case-no-colleague",
}


async def named_tag(update: Update, context: Context, command: str) -> str | None:
    """Return the tag that was named, empty where it cannot be one; say what is missing where there is none.

    *command* is shown as an example of how to write it.
    """
    words = words_of(update, context)
    if not words:
        await answer(update, context)
        await say(update, context, context.say("case-tag-missing", command=command))
        return None
    tag = words[0].upper()
    return tag if _TAG.fullmatch(tag) else ""


def shortened(word: str) -> str:
    """Return what was typed, no longer than it takes to know it again."""
    return word if len(word) <= _REPEATED_MAX else f"{word[: _REPEATED_MAX - 1]}…"


async def do(
    update: Update, context: Context, coordinator: Coordinator, tag: str, word: str, deed: Awaitable[object]
) -> bool:
    """Wait for *deed*, whose word is that of its command; return whether it was done.

    Refused, the tip is shown as it is now, with the reason.
    """
    try:
        await deed
    except tuple(_REFUSALS) as refusal:
        await answer(update, context)
        await show_case(update, context, coordinator, tag, context.say(_REFUSALS[type(refusal)]))
        return False
    log.info("coordinator %d: %s of a tip", coordinator.id, word)
    return True


async def do_and_show(
    update: Update, context: Context, coordinator: Coordinator, tag: str, word: str, deed: Awaitable[object]
) -> None:
    """Wait for *deed*, and show the tip as it is now, with what was done or why it is refused."""
    if not await do(update, context, coordinator, tag, word, deed):
        return
    await answer(update, context, f"case-done-{word}")
    note = None if update.callback_query else context.say(f"case-done-{word}")
    await show_case(update, context, coordinator, tag, note)
