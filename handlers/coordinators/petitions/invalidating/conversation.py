"""Taking signatures out of the count by criteria, with a reason, and putting them back.

/invalidate CODE ──► how to say which ones, and the last invalidations ──[Undo]──► put back
/invalidate CODE source=c-7KQ2 country=KR ──► how many that are ──► REASON ──[Take them out]──► under way ──► done
                                                                      above a number, a second coordinator agrees first
[Stop] while it is under way; /cancel before
"""

from __future__ import annotations

import logging
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, ConversationHandler, MessageHandler, filters

from handlers.asking import answer, button, message_of, on, person_of, say, show
from handlers.conversations import Conversation
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.petitions.invalidating import steering
from handlers.coordinators.petitions.invalidating.criteria_words import BadCriterion, criteria_text, read_criteria
from handlers.coordinators.petitions.invalidating.screens import (
    STATES_SHOWN,
    ask_second,
    described,
    found_text,
    rows_for,
)
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.drafts import InvalidatingDraft
from handlers.message_text import fitted
from handlers.one_line import read_line
from handlers.texts import Markup
from storage.appeals.records import find_appeal
from storage.people.coordinators import find_coordinator
from storage.petitions.invalidations.criteria import Criteria, NoCriteria, meant
from storage.petitions.invalidations.proposing import (
    InvalidationState,
    Proposal,
    invalidations_of,
    propose,
    taken_alone,
)

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.invalidations.criteria import Meant

log = logging.getLogger(__name__)

REASON_MAX = 200  # characters
LISTED = 5  # invalidations
WORD_SHOWN = 40  # characters of a word that means nothing
SUSPECT = "suspect"


class Step(IntEnum):
    """What the coordinator does next."""

    REASON = 1
    CONFIRM = 2


Next = int | None


@trusted_with(Duty.INVALIDATE)
async def begin(update: Update, context: Context, _coordinator: Coordinator) -> Next:
    """Show what was found by the criteria behind the command or the button, and ask for the reason."""
    await answer(update, context)
    context.drafts.invalidating = None
    stored = await named_appeal(update, context, "invalidate")
    if stored is None:
        return ConversationHandler.END
    words = words_of(update, context)[1:]
    if not words:
        await _show_all(update, context, stored)
        return ConversationHandler.END
    return await _begin_with(update, context, stored, ("state=suspect",) if words == (SUSPECT,) else words)


async def _begin_with(update: Update, context: Context, stored: StoredAppeal, words: tuple[str, ...]) -> Next:
    zone = stored.appeal.timezone
    try:
        criteria = read_criteria(words, zone).before(context.services.now())
    except BadCriterion as bad:
        shown = str(bad)[:WORD_SHOWN]
        await say(update, context, context.say("invalidating-bad-criterion", word=shown, code=stored.appeal.code))
        return ConversationHandler.END
    except NoCriteria:
        await _show_all(update, context, stored)
        return ConversationHandler.END
    found = await meant(context.services.db, stored.appeal.code, criteria)
    if not found.total:
        await say(update, context, context.say("invalidating-nothing"))
        return ConversationHandler.END
    context.drafts.invalidating = InvalidatingDraft(stored.appeal.code, criteria.to_json(), found.total)
    texts, language = context.services.texts, context.language
    blocks = (
        found_text(texts, language, found),
        criteria_text(texts, language, criteria, zone),
        context.say("invalidating-ask-reason"),
    )
    await say(update, context, fitted(map(Markup, blocks)))
    return Step.REASON


async def take_reason(update: Update, context: Context) -> Next:
    """Take the reason, and ask for the last word."""
    draft = context.drafts.invalidating
    if draft is None:
        return await _end_stale(update, context)
    reason = read_line(message_of(update).text or "", REASON_MAX)
    if reason is None:
        await say(update, context, context.say("invalidating-bad-reason", limit=REASON_MAX))
        return Step.REASON
    draft.reason = reason
    return await _ask_last_word(update, context, draft)


async def _ask_last_word(update: Update, context: Context, draft: InvalidatingDraft, *news: str) -> Next:
    """Ask for the last word below what was typed, or in place of the pressed screen."""
    services = context.services
    coordinator = await find_coordinator(services.db, person_of(update).id)
    if coordinator is None:
        return await _end_stale(update, context)
    most = services.policy.second_person_above
    before = await taken_alone(services.db, draft.code, coordinator, services.now())
    key = "invalidating-confirm-second" if before + draft.found > most else "invalidating-confirm"
    asked = context.say(key, code=draft.code, count=draft.found, reason=draft.reason, most=most, before=before)
    rows = [
        [button(context.label("invalidating-do", count=draft.found), "invalidate-confirm", "yes")],
        [button(context.label("invalidating-leave"), "invalidate-leave", "yes")],
    ]
    html = "\n".join((*news, asked))
    if update.callback_query:
        await show(update, context, html, rows)
    else:
        draft.screen = (await say(update, context, html, rows)).message_id
    return Step.CONFIRM


async def ask_reason_again(update: Update, context: Context) -> Next:
    await say(update, context, context.say("invalidating-ask-reason"))
    return Step.REASON


async def confirm(update: Update, context: Context) -> Next:
    """Let it begin, or ask colleagues for the second voice; ask again where more are meant than the button said."""
    draft, services = context.drafts.invalidating, context.services
    if _older_screen(update, context):
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    coordinator = await find_coordinator(services.db, person_of(update).id)
    if draft is None or coordinator is None or Duty.INVALIDATE not in DUTIES[coordinator.role]:
        return await _end_stale(update, context)
    criteria = Criteria.from_json(draft.criteria)
    found = await meant(services.db, draft.code, criteria)
    if found.total > draft.found:
        draft.found = found.total
        return await _ask_last_word(update, context, draft, context.say("invalidating-more"))
    context.drafts.invalidating = None
    await _propose(update, context, coordinator, Proposal(draft.code, criteria, found.total, draft.reason), found)
    return ConversationHandler.END


async def _propose(
    update: Update, context: Context, coordinator: Coordinator, proposal: Proposal, found: Meant
) -> None:
    services, alone = context.services, context.services.policy.second_person_above
    begun = await propose(services.db, proposal, coordinator, services.now(), alone=alone)
    second = begun.state is InvalidationState.PROPOSED
    log.info("coordinator %d proposed invalidation %d of %d signatures", coordinator.id, begun.id, found.total)
    rows = [[button(context.label("invalidating-stop"), "invalidation-cancel", begun.id)]]
    await show(update, context, context.say("invalidating-waits" if second else "invalidating-begun"), rows)
    if second:
        zone = (await find_appeal(services.db, begun.code)).appeal.timezone
        await ask_second(services, context.bot, begun, found, coordinator, zone)


def _older_screen(update: Update, context: Context) -> bool:
    """Say whether a button was pressed that speaks of other signatures than the draft."""
    draft, query = context.drafts.invalidating, update.callback_query
    shown = query.message if query else None
    return draft is not None and query is not None and (shown is None or shown.message_id != draft.screen)


async def leave(update: Update, context: Context) -> Next:
    """Leave the signatures where they are."""
    if _older_screen(update, context):
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    context.drafts.invalidating = None
    await show(update, context, context.say("invalidating-left"))
    return ConversationHandler.END


async def _show_all(update: Update, context: Context, stored: StoredAppeal) -> None:
    code = stored.appeal.code
    last = await invalidations_of(context.services.db, code, LISTED)
    blocks = [context.say("invalidating-how", code=code)]
    blocks += [await described(context, one, stored.appeal.timezone) for one in last]
    rows = [[button(context.label("invalidating-suspects"), "invalidate", code, SUSPECT)]]
    rows += [row for one in last if one.state in STATES_SHOWN for row in rows_for(context, one, named=True)]
    await say(update, context, fitted(map(Markup, blocks)), rows)


async def _end_stale(update: Update, context: Context) -> Next:
    await show(update, context, context.say("invalidating-stale"))
    return ConversationHandler.END


def conversation() -> Conversation:
    """Return the conversation that ends with a proposal."""
    typed = filters.UpdateType.MESSAGE & ~filters.COMMAND
    return Conversation(
        entry_points=[CommandHandler("invalidate", begin), on("invalidate", begin)],
        states={
            Step.REASON: [
                MessageHandler(typed & filters.TEXT, take_reason),
                MessageHandler(typed & ~filters.TEXT, ask_reason_again),
            ],
            Step.CONFIRM: [on("invalidate-confirm", confirm), MessageHandler(typed & filters.TEXT, take_reason)],
        },
        fallbacks=[CommandHandler("cancel", leave), on("invalidate-leave", leave)],
        allow_reentry=True,
        name="invalidating",
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        conversation(),
        *steering.handlers(),
    ]
