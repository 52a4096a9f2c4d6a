"""The questions of a signing: each shows its screen and returns the step that takes the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import answer, say
from handlers.supporters.ages import age_for
from handlers.supporters.signing.new_text import text_of
from handlers.supporters.signing.receipts import closed_screen
from handlers.supporters.signing.screens import (
    age_screen,
    asked_apart,
    comment_screen,
    consents_screen,
    country_screen,
    name_screen,
    note_wording,
    other_country_screen,
    summary_screen,
)
from handlers.supporters.signing.steps import Step, end, put, put_below

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.drafts import SigningDraft
    from handlers.supporters.signing.steps import Next
    from storage.appeals.records import StoredAppeal


async def ask_first(update: Update, context: Context, stored: StoredAppeal, draft: SigningDraft) -> Next:
    """Show the consents below the appeal's card, which stays."""
    context.drafts.signing = draft
    note_wording(context, draft)
    if asked := asked_apart(context, stored.appeal):
        await say(update, context, asked)
    await put_below(update, context, draft, consents_screen(context, stored.appeal, draft))
    return Step.CONSENTS


async def ask_consents(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Show what is asked and the four consents, none of them ticked beforehand."""
    await answer(update, context)
    stored = await text_of(context, draft)
    if stored is None or not stored.open_at(context.services.now()):
        return await end(update, context, await closed_screen(update, context, stored))
    note_wording(context, draft)
    await put(update, context, draft, consents_screen(context, stored.appeal, draft))
    return Step.CONSENTS


async def ask_confirmation(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Show all that will be stored, for the last word; what is missing is asked first."""
    await answer(update, context)
    stored = await text_of(context, draft)
    if stored is None:
        return await end(update, context, await closed_screen(update, context, stored))
    if age_for(stored.appeal, draft.country) > draft.of_age:
        await put(update, context, draft, age_screen(context, stored.appeal, draft))
        return Step.CONSENTS
    if not draft.name:
        return await ask_name(update, context, draft)
    await put(update, context, draft, summary_screen(context, stored.appeal, draft))
    return Step.SUMMARY


async def ask_name(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Ask for the name under the signature."""
    await answer(update, context)
    await put(update, context, draft, name_screen(context, draft))
    return Step.NAME


async def ask_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Ask for the country, with the likely ones as buttons."""
    await answer(update, context)
    await put(update, context, draft, country_screen(context, draft))
    return Step.COUNTRY


async def ask_other_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Ask to type the country."""
    await put(update, context, draft, other_country_screen(context, draft))
    return Step.COUNTRY


async def ask_comment(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Ask what the person wants to say beside the signature, if anything."""
    await answer(update, context)
    await put(update, context, draft, comment_screen(context, draft))
    return Step.COMMENT
