"""Approving an appeal, or the correction of one that was sent: somebody else than its author looks at it first.

[Send to the reviewers] ──► every reviewer is told ──[Look at it]──► as its readers will see it
                                                   └─[Approve]────► one approval less to wait for, or approved
/approve CODE ──► the version that waits ──[Approve]──► …
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.fitting import faults_of_length
from handlers.appeals.heading import title_text
from handlers.appeals.letters.corrections import change_note
from handlers.appeals.sheet_faults import fault_texts
from handlers.asking import answer, button, on, say, show
from handlers.coordinators.appeals.approvals import (
    aliases_of,
    approvals_needed,
    approve_button,
    preview_button,
    reviewers_of,
    sending_command,
    who_can,
    with_decision,
)
from handlers.coordinators.named import named_waiting, number_in, words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.sheets import listed
from handlers.coordinators.telling import language_of, tell
from storage.appeals.photos import photo_missing
from storage.appeals.records import AppealState, approve, approvers, submit
from storage.errors import AlreadyApproved, NoSuchAppeal, OwnAppeal, StorageError, WrongState
from storage.people.coordinators import Role, coordinators_with

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.texts import Value
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


@trusted_with(Duty.DRAFT)
async def submit_draft(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Put the version whose button was pressed before the reviewers, and tell them."""
    await answer(update, context)
    stored = await named_waiting(update, context, "preview")
    if stored is None:
        return
    services, number = context.services, number_in(words_of(update, context), 1)
    if number != stored.number:
        await say(update, context, _refusal(context, stored, NoSuchAppeal()))
        return
    if faults := faults_of_length(stored.appeal, services.texts, now=services.now()):
        lines = listed(fault_texts(faults, services.texts, context.language))
        await say(update, context, f"{context.say('approving-too-long', code=stored.appeal.code)}\n\n{lines}")
        return
    if await photo_missing(services.db, stored.appeal.code, number):
        await say(update, context, context.say("photos-missing", code=stored.appeal.code))
        return
    try:
        await submit(services.db, stored.appeal.code, number, coordinator, services.now())
    except (NoSuchAppeal, WrongState) as refusal:
        await say(update, context, _refusal(context, stored, refusal))
        return
    await _call_reviewers(update, context, stored, coordinator)


async def _call_reviewers(update: Update, context: Context, stored: StoredAppeal, by: Coordinator) -> None:
    needed = approvals_needed(stored.appeal, context.services.policy)
    code = stored.appeal.code
    if not needed:
        alone = context.say("approving-alone", code=code)
        text = with_decision(alone, stored.appeal, context.services, context.language)
        await show(update, context, text, [[approve_button(context, stored)]])
        return
    reviewers = await reviewers_of(context.services.db, stored)
    told = [one for one in reviewers if await _ask_reviewer(context, stored, one, by)]
    who = aliases_of(told) or context.label("approving-nobody")
    await show(update, context, context.say("approving-submitted", code=code, needed=needed, told=who))
    if missed := [one for one in reviewers if one not in told]:
        await say(update, context, context.say("approving-not-told", missed=aliases_of(missed)))
    if len(reviewers) < needed:
        await say(update, context, context.say("approving-too-few", needed=needed, there=len(reviewers)))


async def _ask_reviewer(context: Context, stored: StoredAppeal, reviewer: Coordinator, by: Coordinator) -> bool:
    texts, language = context.services.texts, await language_of(context, reviewer)
    code, title = stored.appeal.code, title_text(stored.appeal, context.services.texts, language)
    look = button(texts.plain("approving-look", language), "preview", code)
    rows = [[look], [approve_button(context, stored, language)]]
    values: dict[str, Value] = {"code": code, "title": title, "version": stored.number, "author": by.alias}
    if stored.corrects is None:
        text = texts.html("approving-asked", language, **values)
    else:
        note = change_note(stored.appeal, texts, language)
        text = texts.html("approving-asked-correction", language, **values, note=note)
    return await tell(context, reviewer, with_decision(text, stored.appeal, context.services, language), rows)


@trusted_with(Duty.APPROVE)
async def approve_appeal(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Approve the version that the button or the command names; a command without one asks first."""
    await answer(update, context)
    stored = await named_waiting(update, context, "approve")
    if stored is None:
        return
    number = number_in(words_of(update, context), 1)
    if number is None:
        await _offer_approval(update, context, stored, coordinator)
        return
    services, needed = context.services, approvals_needed(stored.appeal, context.services.policy)
    try:
        missing = await approve(services.db, stored.appeal.code, number, coordinator, services.now(), needed=needed)
    except (NoSuchAppeal, WrongState, OwnAppeal, AlreadyApproved) as refusal:
        await say(update, context, _refusal(context, stored, refusal))
        return
    log.info("coordinator %d approved version row %d, %d missing", coordinator.id, stored.version, missing)
    await _say_approved(update, context, stored, missing)
    await _tell_author(context, stored, coordinator, missing)


async def _offer_approval(update: Update, context: Context, stored: StoredAppeal, coordinator: Coordinator) -> None:
    """Ask about the version that waits, so that nobody approves one that they did not mean."""
    appeal, texts = stored.appeal, context.services.texts
    if refusal := await _hindrance(context, stored, coordinator):
        await say(update, context, _refusal(context, stored, refusal))
        return
    values: dict[str, Value] = {
        "code": appeal.code,
        "title": title_text(appeal, texts, context.language),
        "version": stored.number,
    }
    if stored.corrects is None:
        text = context.say("approving-ask", **values)
    else:
        text = context.say("approving-ask-correction", **values, note=change_note(appeal, texts, context.language))
    rows = [[preview_button(context, appeal.code)], [approve_button(context, stored)]]
    await say(update, context, with_decision(text, appeal, context.services, context.language), rows)


async def _hindrance(context: Context, stored: StoredAppeal, coordinator: Coordinator) -> StorageError | None:
    """Return what storage would refuse the approval with, so that nobody is asked in vain."""
    if stored.state is not AppealState.IN_REVIEW:
        return WrongState(stored.state)
    if stored.author == coordinator.id and approvals_needed(stored.appeal, context.services.policy):
        return OwnAppeal()
    if coordinator.id in await approvers(context.services.db, stored.version):
        return AlreadyApproved()
    return None


async def _say_approved(update: Update, context: Context, stored: StoredAppeal, missing: int) -> None:
    code, version = stored.appeal.code, stored.number
    if missing:
        counted = context.say("approving-counted", code=code, version=version, missing=missing)
        who = who_can(context, await reviewers_of(context.services.db, stored))
        await show(update, context, f"{counted}\n{who}")
        return
    alone = not approvals_needed(stored.appeal, context.services.policy)
    key = "approving-done-alone" if alone else "approving-done"
    await show(update, context, context.say(key, code=code, version=version, command=sending_command(stored)))


async def _tell_author(context: Context, stored: StoredAppeal, by: Coordinator, missing: int) -> None:
    texts = context.services.texts
    for author in await coordinators_with(context.services.db, frozenset(Role)):
        if author.id == stored.author != by.id:
            language = await language_of(context, author)
            key = "approving-author-counted" if missing else "approving-author-done"
            code, version = stored.appeal.code, stored.number
            values: dict[str, Value] = {"code": code, "version": version, "by": by.alias, "missing": missing}
            await tell(context, author, texts.html(key, language, **values, command=sending_command(stored)))


def _refusal(context: Context, stored: StoredAppeal, refusal: StorageError) -> str:
    """Say why the deed was not done."""
    code = stored.appeal.code
    match refusal:
        case WrongState(state=state):
            return context.say("approving-wrong-state", code=code, state=context.label(f"state-{state}"))
        case OwnAppeal():
            return context.say("approving-own", code=code)
        case AlreadyApproved():
            return context.say("approving-twice", code=code)
        case _:
            return context.say("approving-other-version", code=code, version=stored.number)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("approve", approve_appeal),
        on("submit", submit_draft),
        on("approve", approve_appeal),
    ]
