"""Invalidations that are proposed, under way or done: agreeing to one, stopping it, putting back what it took out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from handlers.asking import answer, on, show
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.petitions.invalidating.screens import rows_for
from handlers.coordinators.roles import Duty, trusted_with
from storage.errors import NoSuchAppeal, OwnProposal, WrongState
from storage.petitions.invalidations.proposing import agree, cancel, find_invalidation, undo

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from storage.database import Database
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


@trusted_with(Duty.INVALIDATE)
async def agree_to(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Be the second voice."""
    await _steer(update, context, coordinator, agree, "invalidating-begun")


@trusted_with(Duty.INVALIDATE)
async def stop(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Let it go no further."""
    await _steer(update, context, coordinator, cancel, "invalidating-stopped")


@trusted_with(Duty.INVALIDATE)
async def put_back(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Put back what was taken out."""
    await _steer(update, context, coordinator, undo, "invalidating-undoing")


async def _steer(
    update: Update,
    context: Context,
    coordinator: Coordinator,
    deed: Callable[[Database, int, Coordinator, datetime], Awaitable[None]],
    key: str,
) -> None:
    number = number_in(words_of(update, context), 0)
    found = await find_invalidation(context.services.db, number) if number is not None else None
    if found is None:
        await answer(update, context, "button-stale")
        return
    try:
        await deed(context.services.db, found.id, coordinator, context.services.now())
    except OwnProposal:
        await answer(update, context, "invalidating-own")
        return
    except (NoSuchAppeal, WrongState):
        await answer(update, context, "button-stale")
        return
    await answer(update, context)
    log.info("coordinator %d: %s of invalidation %d", coordinator.id, deed.__name__, found.id)
    changed = await find_invalidation(context.services.db, found.id)
    assert changed is not None  # an invalidation is never deleted
    await show(update, context, context.say(key), rows_for(context, changed))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        on("invalidation-agree", agree_to),
        on("invalidation-cancel", stop),
        on("invalidation-undo", put_back),
    ]
