"""Signing a petition, in four taps where the defaults are taken.

Sign, /sign CODE ──► CONSENTS ──[I am 16 or older: continue]──► SUMMARY ──[Confirm]──► receipt
[Change] ───────────► [☐ …]                                      │  ▲
                       │                                         ├──┼──[Change name]───────► NAME
                       └──[I am younger]──► nothing is kept      ├──┼──[Change country]────► COUNTRY
                                                                 ├──┼──[Add a comment]─────► COMMENT
                                                                 └──┴──[What I agree to]───► CONSENTS
/cancel, [Cancel] ──► the draft is wiped

The draft outlives a restart. See `beginning` for the ways in, and for those who signed before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from handlers.asking import answer, message_of, on, pressed, say
from handlers.conversations import Conversation
from handlers.countries import find_country
from handlers.supporters.ages import age_for
from handlers.supporters.signing.beginning import begin, begin_by_command, begin_change, begin_with_new_text, leave
from handlers.supporters.signing.comments import COMMENT_MAX, CommentFault, read_comment
from handlers.supporters.signing.confirming import cancel, confirm, refuse_younger
from handlers.supporters.signing.names import NAME_MAX, NameFault, read_name
from handlers.supporters.signing.new_text import text_of
from handlers.supporters.signing.questions import (
    ask_comment,
    ask_confirmation,
    ask_consents,
    ask_country,
    ask_name,
    ask_other_country,
)
from handlers.supporters.signing.screens import OTHER_COUNTRY
from handlers.supporters.signing.steps import NAME, Step, with_draft
from storage.petitions.signatures.records import UNKNOWN_COUNTRY, Purpose

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.drafts import SigningDraft
    from handlers.supporters.signing.steps import Next


async def take_consent(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Tick a consent, or take the tick away."""
    purpose = "".join(pressed(update)[:1])
    if purpose in draft.consents:
        draft.consents.remove(purpose)
    elif purpose in set(Purpose):
        draft.consents.append(purpose)
    return await ask_consents(update, context, draft)


async def take_consents(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Go on, if the one consent is there without which nothing can be kept; the button also says the age."""
    if Purpose.KEEP not in draft.consents:
        await answer(update, context, "signing-keep-required")
        return await ask_consents(update, context, draft)
    if stored := await text_of(context, draft):
        draft.of_age = age_for(stored.appeal, draft.country)
    return await ask_confirmation(update, context, draft)


async def take_name(update: Update, context: Context, draft: SigningDraft) -> Next:
    name = read_name(message_of(update).text or "")
    if isinstance(name, NameFault):
        await say(update, context, context.say(f"signing-name-{name}", limit=NAME_MAX))
        return await ask_name(update, context, draft)
    draft.name = name
    return await ask_confirmation(update, context, draft)


async def press_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Take a country of the list, or ask to type another one."""
    await answer(update, context)
    word = "".join(pressed(update)[:1])
    if word == OTHER_COUNTRY:
        return await ask_other_country(update, context, draft)
    return await _take_country(update, context, draft, word if word == UNKNOWN_COUNTRY else find_country(word))


async def type_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    return await _take_country(update, context, draft, find_country(message_of(update).text or ""))


async def take_comment(update: Update, context: Context, draft: SigningDraft) -> Next:
    comment = read_comment(message_of(update).text or "")
    if isinstance(comment, CommentFault):
        await say(update, context, context.say(f"signing-comment-{comment}", limit=COMMENT_MAX))
        return await ask_comment(update, context, draft)
    draft.comment = comment
    return await ask_confirmation(update, context, draft)


async def drop_comment(update: Update, context: Context, draft: SigningDraft) -> Next:
    draft.comment = None
    return await ask_confirmation(update, context, draft)


async def _take_country(update: Update, context: Context, draft: SigningDraft, code: str | None) -> Next:
    if code is None:
        await say(update, context, context.say("signing-country-unknown"))
        return await ask_country(update, context, draft)
    draft.country = code
    return await ask_confirmation(update, context, draft)


def conversation() -> Conversation:
    """Return the whole conversation."""
    files = filters.Document.ALL | filters.PHOTO  # no answer here; for a coordinator, they may be elsewhere
    typed = filters.UpdateType.MESSAGE & ~filters.COMMAND & ~files
    text = typed & filters.TEXT
    anything_else = typed & ~filters.TEXT
    back = on("summary", with_draft(ask_confirmation))
    return Conversation(
        entry_points=[
            CommandHandler("sign", begin_by_command),
            on("sign", begin),
            on("sign-change", begin_change),
            on("sign-again", begin_with_new_text),
            on("sign-leave", leave),
        ],
        states={
            Step.CONSENTS: [
                on("consent", with_draft(take_consent)),
                on("consents:done", with_draft(take_consents)),
                on("consents:younger", with_draft(refuse_younger)),
                on("country:change", with_draft(ask_country)),
                MessageHandler(typed, with_draft(ask_consents)),
            ],
            Step.SUMMARY: [
                on("sign-confirm:yes", with_draft(confirm)),
                on("name", with_draft(ask_name)),
                on("country:change", with_draft(ask_country)),
                on("comment", with_draft(ask_comment)),
                on("consents:change", with_draft(ask_consents)),
                MessageHandler(typed, with_draft(ask_confirmation)),
            ],
            Step.NAME: [
                back,
                MessageHandler(text, with_draft(take_name)),
                MessageHandler(anything_else, with_draft(ask_name)),
            ],
            Step.COUNTRY: [
                back,
                on("country:change", with_draft(ask_country)),
                on("country", with_draft(press_country)),
                MessageHandler(text, with_draft(type_country)),
                MessageHandler(anything_else, with_draft(ask_country)),
            ],
            Step.COMMENT: [
                back,
                on("comment:none", with_draft(drop_comment)),
                MessageHandler(text, with_draft(take_comment)),
                MessageHandler(anything_else, with_draft(ask_comment)),
            ],
        },
        fallbacks=[CommandHandler("cancel", with_draft(cancel)), on("sign-cancel", with_draft(cancel))],
        allow_reentry=True,
        name=NAME,
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [conversation()]
