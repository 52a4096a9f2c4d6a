"""What every step of planning shares: the plan that it is given, the one screen it is shown on, what is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.ext import ConversationHandler

from handlers.asking import Rows, answer, say, show
from handlers.context import Context
from handlers.coordinators.kept_steps import Next, Taken, step_of, where
from handlers.coordinators.roles import Duty
from storage.appeals.records import AppealState, find_appeal

if TYPE_CHECKING:
    from handlers.drafts import Drafts, SendingDraft
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

SENDABLE = frozenset({AppealState.APPROVED, AppealState.PUBLISHED})

Screen = tuple[str, Rows]


class Step(IntEnum):
    """What the coordinator may write next; kept over a restart, so values never change their meaning."""

    PLAN = 1
    TIME = 2
    STARS = 3


@dataclass(frozen=True)
class Planning:
    """An unfinished plan, the appeal that it is for, and whose plan it is."""

    draft: SendingDraft
    stored: StoredAppeal
    by: Coordinator


Deed = Callable[[Update, Context, Planning], Awaitable[None]]


def _forget(drafts: Drafts) -> None:
    drafts.sending = None


step = step_of(Duty.SEND, _forget)


def with_plan(deed: Deed) -> Taken:
    """Hand the plan to *deed*, if it can still be sent; a button of an older screen or another plan does nothing."""

    @wraps(deed)
    async def guarded(update: Update, context: Context, coordinator: Coordinator) -> Next:
        draft, query = context.drafts.sending, update.callback_query
        if draft is None:
            await answer(update, context)
            await say(update, context, context.say("sending-gone"))
            return ConversationHandler.END
        if query is not None:
            if query.message is None or query.message.message_id != draft.screen:
                await answer(update, context, "button-stale")
                return None
            await answer(update, context)
            draft.step = Step.PLAN
        stored = await find_appeal(context.services.db, draft.code)
        if refused := refusal(context, stored, draft.number):
            await end(update, context, refused)
            return ConversationHandler.END
        await deed(update, context, Planning(draft, stored, coordinator))
        return where(context.drafts.sending)

    return step(guarded)


def refusal(context: Context, stored: StoredAppeal, number: int) -> str | None:
    """Say why version *number* cannot be sent now, if it cannot."""
    code = stored.appeal.code
    if number != stored.number:
        return context.say("sending-other-version", code=code)
    if stored.state not in SENDABLE:
        return context.say("sending-not-approved", code=code, state=context.label(f"state-{stored.state}"))
    if context.services.now() >= stored.appeal.deadline:
        return context.say("sending-too-late", code=code)
    return None


async def put(update: Update, context: Context, draft: SendingDraft, screen: Screen) -> None:
    """Show the plan in place of the screen whose button was pressed, or below what was typed."""
    if update.callback_query is not None and isinstance(update.callback_query.message, Message):
        await show(update, context, *screen)
    else:
        message = await say(update, context, *screen)
        draft.screen = message.message_id


async def end(update: Update, context: Context, html: str) -> None:
    """End the planning with a last sentence."""
    context.drafts.sending = None
    await show(update, context, html)
