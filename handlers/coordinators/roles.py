"""The only authorisation guard: which role may do what, checked at every command and button."""

from __future__ import annotations

import logging
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram.ext import ConversationHandler

from handlers.asking import answer, person_of, say
from storage.people.coordinators import Role, find_coordinator, note_refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from telegram import Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


class Duty(StrEnum):
    """What a coordinator may be trusted with."""

    INVITE = "invite"
    DISMISS = "dismiss"
    DRAFT = "draft"
    APPROVE = "approve"
    SEND = "send"
    READ_STATISTICS = "read_statistics"
    RUN_PETITION = "run_petition"
    ENTER_BATCHES = "enter_batches"
    INVALIDATE = "invalidate"
    HAND_OVER = "hand_over"
    RECORD = "record"
    COLLECT = "collect"
    REVIEW_TIPS = "review_tips"
    EXPORT_TIPS = "export_tips"
    KEYS = "keys"
    EXPORT_SIGNATURES = "export_signatures"
    AUDIT = "audit"


DUTIES: dict[Role, frozenset[Duty]] = {
    Role.OWNER: frozenset(Duty),
    Role.CAMPAIGNER: frozenset(
        {
            Duty.DRAFT,
            Duty.APPROVE,
            Duty.SEND,
            Duty.READ_STATISTICS,
            Duty.RUN_PETITION,
            Duty.ENTER_BATCHES,
            Duty.INVALIDATE,
            Duty.RECORD,
        }
    ),
    Role.REVIEWER: frozenset({Duty.APPROVE, Duty.READ_STATISTICS, Duty.REVIEW_TIPS, Duty.EXPORT_TIPS, Duty.KEYS}),
    Role.EXPORTER: frozenset({Duty.READ_STATISTICS, Duty.EXPORT_SIGNATURES, Duty.HAND_OVER}),
    Role.VIEWER: frozenset({Duty.READ_STATISTICS}),
    Role.COLLECTOR: frozenset({Duty.COLLECT}),
}


def roles_with(duty: Duty) -> frozenset[Role]:
    """Return the roles that may do *duty*."""
    return frozenset(role for role, duties in DUTIES.items() if duty in duties)


def trusted_with(
    *duties: Duty, refusal: str | None = None
) -> Callable[
    [Callable[[Update, Context, Coordinator], Awaitable[Any]]],
    Callable[[Update, Context], Coroutine[Any, Any, Any]],
]:
    """Let only coordinators through whose role has one of *duties*, and hand them to the deed; return what it does.

    The others read *refusal*, or that this is for coordinators, or that their role does not do it. A conversation ends
    for them.
    """

    def guard(
        deed: Callable[[Update, Context, Coordinator], Awaitable[Any]],
    ) -> Callable[[Update, Context], Coroutine[Any, Any, Any]]:
        @wraps(deed)
        async def guarded(update: Update, context: Context) -> Any:
            coordinator = await find_coordinator(context.services.db, person_of(update).id)
            if coordinator is None or DUTIES[coordinator.role].isdisjoint(duties):
                await _note_refusal(context, coordinator, "/".join(duties))
                await answer(update, context)
                key = "coordinators-only" if coordinator is None else "role-refused"
                await say(update, context, context.say(refusal or key))
                return ConversationHandler.END
            return await deed(update, context, coordinator)

        return guarded

    return guard


async def _note_refusal(context: Context, coordinator: Coordinator | None, duties: str) -> None:
    """Log the attempt; of a coordinator it is put on record as well."""
    log.warning("refused: %s, coordinator %s", duties, coordinator.id if coordinator else "none")
    if coordinator is not None:
        await note_refusal(context.services.db, coordinator, duties, context.services.now())
