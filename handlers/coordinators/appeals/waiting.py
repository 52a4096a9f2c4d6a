"""What waits before it can be sent, and for whom; looking at it.

/queue ──► drafts, in review, approved ──[Look at CODE]──┐
/preview CODE ───────────────────────────────────────────┴──► as its readers will see it ──[the next step]

A correction waits like a first version; its last step is `correcting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import deadline_text, title_text
from handlers.appeals.letters.corrections import change_note
from handlers.asking import answer, button, on, say
from handlers.coordinators.appeals.approvals import (
    approvals_needed,
    approve_button,
    preview_button,
    reviewers_of,
    sending_command,
    who_can,
    with_decision,
)
from handlers.coordinators.appeals.previewing import show_as_read
from handlers.coordinators.named import named_waiting
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.appeals.records import UNSENT, AppealState, appeals_in, corrections
from storage.people.coordinators import Role, coordinators_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from handlers.texts import Value
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

LISTED_MAX = 10  # appeals in one message


@trusted_with(Duty.APPROVE)
async def list_waiting(update: Update, context: Context, coordinator: Coordinator) -> None:
    """List the appeals and corrections that were not sent, the one that closes first in front."""
    db = context.services.db
    found = (*await appeals_in(db, UNSENT), *await corrections(db))
    waiting = sorted(found, key=lambda one: (one.appeal.deadline, one.appeal.code))
    if not waiting:
        await say(update, context, context.say("waiting-none"))
        return
    listed = waiting[:LISTED_MAX]
    blocks = [context.say("waiting-heading", count=len(waiting)), *[await _entry(context, one) for one in listed]]
    if rest := len(waiting) - len(listed):
        blocks.append(context.say("waiting-more", count=rest))
    rows = [[preview_button(context, one.appeal.code), *_correct_button(context, one, coordinator)] for one in listed]
    await say(update, context, fitted(map(Markup, blocks)), rows)


@trusted_with(Duty.APPROVE)
async def preview(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show an appeal as its readers will see it, then where it is and the button of the next step."""
    await answer(update, context)
    stored = await named_waiting(update, context, "preview")
    if stored is None:
        return
    await show_as_read(update, context, stored)
    text = await _entry(context, stored)
    if stored.state is AppealState.IN_REVIEW:
        text = with_decision(text, stored.appeal, context.services, context.language)
    await say(update, context, text, _next_step(context, stored, coordinator))


def _next_step(
    context: Context, stored: StoredAppeal, coordinator: Coordinator
) -> Sequence[Sequence[InlineKeyboardButton]]:
    alone = not approvals_needed(stored.appeal, context.services.policy)
    if stored.state is AppealState.DRAFT and Duty.DRAFT in DUTIES[coordinator.role]:
        return [[button(context.label("drafting-submit"), "submit", stored.appeal.code, stored.number)]]
    if stored.state is AppealState.IN_REVIEW and (alone or stored.author != coordinator.id):
        return [[approve_button(context, stored)]]
    return [row] if (row := _correct_button(context, stored, coordinator)) else ()


def _correct_button(context: Context, stored: StoredAppeal, coordinator: Coordinator) -> Sequence[InlineKeyboardButton]:
    """Return the button that asks whether an approved correction shall be sent, for those who may send."""
    ready = stored.corrects is not None and stored.state is AppealState.APPROVED
    if not ready or Duty.SEND not in DUTIES[coordinator.role]:
        return ()
    return [button(context.label("waiting-correct", code=stored.appeal.code), "correct", stored.appeal.code)]


async def _entry(context: Context, stored: StoredAppeal) -> str:
    appeal = stored.appeal
    colleagues = await coordinators_with(context.services.db, frozenset(Role))
    texts, language = context.services.texts, context.language
    values: dict[str, Value] = {
        "code": appeal.code,
        "title": title_text(appeal, texts, language),
        "state": context.label(f"state-{stored.state}"),
        "version": stored.number,
        "author": next(one.alias for one in colleagues if one.id == stored.author),
        "deadline": deadline_text(appeal, texts, language, now=context.services.now()),
        "needs": Markup(await _needs(context, stored)),
    }
    if stored.corrects is None:
        return context.say("waiting-entry", **values)
    return context.say("waiting-entry-correction", **values, note=change_note(appeal, texts, language))


async def _needs(context: Context, stored: StoredAppeal) -> str:
    """Say what has to happen next, and by whom."""
    if stored.state in UNSENT and context.services.now() >= stored.appeal.deadline:
        return context.say("waiting-too-late")
    if stored.state is not AppealState.IN_REVIEW:
        return context.say(f"waiting-needs-{stored.state}", code=stored.appeal.code, command=sending_command(stored))
    needed = approvals_needed(stored.appeal, context.services.policy)
    if not needed:
        return context.say("waiting-needs-alone", code=stored.appeal.code)
    reviewers = await reviewers_of(context.services.db, stored)
    count = context.say("waiting-needs-approvals", given=stored.approvals, needed=needed)
    return f"{count}\n{who_can(context, reviewers)}"


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("queue", list_waiting),
        CommandHandler("preview", preview),
        on("preview", preview),
    ]
