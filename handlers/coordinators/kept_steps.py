"""Steps of a coordinator's conversation whose draft is kept: taken while the role allows it, and by nobody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import ConversationHandler

from handlers.context import Context
from handlers.coordinators.roles import trusted_with
from storage.people.coordinators import Coordinator

if TYPE_CHECKING:
    from handlers.coordinators.roles import Duty
    from handlers.drafts import BatchDraft, Drafts, FormDraft, SendingDraft

Next = int | None
"""The next step; None: none was taken."""
Staff = Callable[[Update, Context, Coordinator], Awaitable[Next]]
Taken = Callable[[Update, Context], Coroutine[Any, Any, Next]]


def step_of(duty: Duty, forget: Callable[[Drafts], None]) -> Callable[[Staff], Taken]:
    """Let who is trusted with *duty* take a step; of who is not any more, *forget* what is unfinished."""

    def guard(deed: Staff) -> Taken:
        guarded = trusted_with(duty)(deed)

        @wraps(deed)
        async def stepped(update: Update, context: Context) -> Next:
            taken: Next = await guarded(update, context)
            if taken == ConversationHandler.END:
                forget(context.drafts)
            return taken

        return stepped

    return guard


def where(draft: BatchDraft | SendingDraft | FormDraft | None) -> int:
    """Return the step at which the draft is now."""
    return ConversationHandler.END if draft is None else draft.step
