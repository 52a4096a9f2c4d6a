"""Sending a tip: warned first, asked little, sealed before it is kept.

/tip ──► WARNING ──[I have read this]──► MENUS ──► … ──► TEXT ──► SEAL ──[Seal and send]──► receipt ──[noted]──► gone
        `warning`                         ▲ `questions`           │ ▲ `handing_in`          `receipt`
                                          │ one message, edited   │ ▲      [partners] [questions] [public] [UN]
                                          └────────[Back]─────────┘ └─ the guard stops what leads to a person
/cancel, [Discard], a button or a command that leads elsewhere, fifteen minutes, a crash ──► the draft is wiped

From /tip on, whatever the witness sends is deleted from the chat as soon as it was read. The draft is in memory alone.
What outlives a restart is a mark that somebody is in the middle of this: their encrypted chat and the number of the
step, so that a text which comes after the restart is deleted as well. The mark leads to no tip, no tip leads to it,
and it goes at the end of the conversation, or with other unfinished ones when two days are over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.ext import (
    BaseHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from handlers.asking import on, person_of
from handlers.supporters.tips.asides import COMMANDS, says_more, ways_out
from handlers.supporters.tips.receipt import delete_receipt, remove_receipt
from handlers.supporters.tips.sending.handing_in import decide_first, seal, take_consent
from handlers.supporters.tips.sending.menus import BACK, MENUS
from handlers.supporters.tips.sending.questions import go_back, once_written, press_first, start, take_choice, take_text
from handlers.supporters.tips.sending.warning import begin, read_first
from handlers.supporters.tips.steps import NAME, Step, end, screen_of
from handlers.supporters.tips.taking import taken, why_gone, with_tip_draft
from handlers.supporters.tips.traces import delete_left, show_end, traces_of
from handlers.tip_drafts import TipDraft

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

_OF_OTHERS = re.compile(r"(?!tip[-:])")  # buttons that are no tip's


async def discard(update: Update, context: Context, draft: TipDraft) -> int:
    """Wipe the draft."""
    return await end(update, context, draft, context.say("tipping-discarded"))


async def leave(update: Update, context: Context) -> int:
    """End the tip aloud when the witness turns to something else, which takes the same update after this.

    What they type next may be an answer there, so it must not become the text of a tip.
    """
    drafts, person = context.services.tip_drafts, person_of(update).id
    draft = drafts.of(person)
    drafts.wipe(person)
    traces_of(update, context).undeleted.update(says_more(update))
    if draft:
        await remove_receipt(context.services, context.bot, screen_of(update, context, draft))
    await delete_left(context.bot, person, traces_of(update, context))
    why = context.say("tipping-left") if draft else why_gone(update, context)
    await show_end(update, context, TipDraft(context.services.now()), (why, ()))
    return ConversationHandler.END


def conversation() -> ConversationHandler[Context]:
    """Return the whole conversation."""
    said = filters.UpdateType.MESSAGE & ~COMMANDS  # a text that only looks like a command is a witness's too
    # A screen may stand there although showing it failed: each button does its deed in every step.
    buttons = [
        *(on(menu.word, with_tip_draft(take_choice)) for menu in MENUS),
        on(BACK, with_tip_draft(go_back)),
        on("tip:start", with_tip_draft(start)),
        on("tip-consent", with_tip_draft(once_written(take_consent))),
        on("tip:seal", with_tip_draft(once_written(seal))),
    ]
    return ConversationHandler(
        entry_points=[CommandHandler("tip", taken(begin))],
        states={
            Step.WARNING: [*buttons, MessageHandler(said, with_tip_draft(read_first))],
            Step.MENUS: [*buttons, MessageHandler(said, with_tip_draft(press_first))],
            Step.TEXT: [*buttons, MessageHandler(said, with_tip_draft(take_text))],
            Step.SEAL: [*buttons, MessageHandler(said, with_tip_draft(once_written(decide_first)))],
            Step.INTERRUPTED: [*buttons, MessageHandler(said, with_tip_draft(read_first))],
        },
        fallbacks=[
            CommandHandler("cancel", with_tip_draft(discard)),
            on("tip:discard", with_tip_draft(discard)),
            *ways_out(leave, _OF_OTHERS),
        ],
        allow_reentry=True,
        name=NAME,
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; tried in a group before all others, so that none takes a tip's text."""
    return [conversation(), on("tip:noted", taken(delete_receipt))]
