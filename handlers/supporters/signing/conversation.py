"""Signing a petition, in four taps where the defaults are taken.

/sign ──► the open petitions, as buttons
Sign, /sign CODE ──► CONSENTS ──[Continue]──► SUMMARY ──[Confirm]──► receipt
                      [☐ …]                    │  ▲
                                               ├──┼──[Change name]────► NAME
                                               └──┴──[Change country]─► COUNTRY
/cancel, [Cancel] ──► the draft is wiped

The draft outlives a restart. Whoever signed before is shown their first receipt.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from telegram.ext import BaseHandler, CommandHandler, ConversationHandler, MessageHandler, filters

from handlers.appeals.heading import title_text
from handlers.appeals.links import source_in
from handlers.asking import answer, button, message_of, on, person_of, pressed, say, show
from handlers.context import Context, SigningDraft
from handlers.countries import find_country, guessed_country
from handlers.supporters.appeal_screens import published_appeal, sent_appeal, show_appeal
from handlers.supporters.signing.names import NAME_MAX, NameFault, read_name
from handlers.supporters.signing.screens import (
    CONSENT_VERSION,
    OTHER_COUNTRY,
    asked_apart,
    consents_screen,
    country_screen,
    name_screen,
    other_country_screen,
    receipt_text,
    summary_screen,
)
from handlers.supporters.signing.steps import put, put_below, with_draft
from storage.appeals.records import AppealState, appeals_in
from storage.errors import NoSuchAppeal, PetitionClosed
from storage.petitions.signatures import UNKNOWN_COUNTRY, Purpose, Signing, find_signature, given_consents
from storage.petitions.signing import sign

if TYPE_CHECKING:
    from telegram import Update

    from handlers.supporters.signing.steps import Next
    from storage.appeals.records import StoredAppeal
    from storage.petitions.signatures import Receipt

LISTED_MAX = 20  # petitions in one message


class Step(IntEnum):
    """Where the person is; kept over a restart, so values never change their meaning."""

    CONSENTS = 1
    SUMMARY = 2
    NAME = 3
    COUNTRY = 4


async def begin(update: Update, context: Context) -> Next:
    """Begin with the petition whose Sign button was pressed."""
    code, *rest = (*pressed(update), "")
    return await _begin_with(update, context, code, source_in(tuple(rest[:1])))


async def begin_by_command(update: Update, context: Context) -> Next:
    """Begin with the petition whose code stands behind the command, or list those that are open."""
    if context.args:
        return await _begin_with(update, context, context.args[0], None)
    now = context.services.now()
    published = await appeals_in(context.services.db, {AppealState.PUBLISHED})
    stored = [one for one in published if one.open_at(now) and one.appeal.kind.asks]
    rows = [
        [button(title_text(one.appeal, context.services.texts, context.language), "sign", one.appeal.code)]
        for one in stored[:LISTED_MAX]
    ]
    await say(update, context, context.say("signing-open" if rows else "signing-none-open"), rows)
    return None


async def ask_consents(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Show what is asked and the four consents, none of them ticked beforehand."""
    stored = await published_appeal(context, draft.code)
    if stored is None or not stored.open_at(context.services.now()):
        return await _end_closed(update, context)
    await put(update, context, draft, consents_screen(context, stored.appeal, draft.consents))
    return Step.CONSENTS


async def take_consent(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Tick a consent, or take the tick away."""
    await answer(update, context)
    purpose = "".join(pressed(update)[:1])
    if purpose in draft.consents:
        draft.consents.remove(purpose)
    elif purpose in set(Purpose):
        draft.consents.append(purpose)
    return await ask_consents(update, context, draft)


async def take_consents(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Go on, if the one consent is there without which nothing can be kept."""
    if Purpose.KEEP not in draft.consents:
        await answer(update, context, "signing-keep-required")
        return await ask_consents(update, context, draft)
    await answer(update, context)
    return await ask_confirmation(update, context, draft)


async def ask_confirmation(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Show all that will be stored, for the last word."""
    if not draft.name:
        return await ask_name(update, context, draft)
    stored = await published_appeal(context, draft.code)
    if stored is None:
        return await _end_closed(update, context)
    await put(update, context, draft, summary_screen(context, stored.appeal, draft))
    return Step.SUMMARY


async def ask_name(update: Update, context: Context, draft: SigningDraft) -> Next:
    await answer(update, context)
    await put(update, context, draft, name_screen(context, draft))
    return Step.NAME


async def take_name(update: Update, context: Context, draft: SigningDraft) -> Next:
    name = read_name(message_of(update).text or "")
    if isinstance(name, NameFault):
        await say(update, context, context.say(f"signing-name-{name}", limit=NAME_MAX))
        return await ask_name(update, context, draft)
    draft.name = name
    return await ask_confirmation(update, context, draft)


async def ask_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    await answer(update, context)
    await put(update, context, draft, country_screen(context, draft))
    return Step.COUNTRY


async def press_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Take a country of the list, or ask to type another one."""
    await answer(update, context)
    word = "".join(pressed(update)[:1])
    if word == OTHER_COUNTRY:
        await put(update, context, draft, other_country_screen(context, draft))
        return Step.COUNTRY
    return await _take_country(update, context, draft, word if word == UNKNOWN_COUNTRY else find_country(word))


async def type_country(update: Update, context: Context, draft: SigningDraft) -> Next:
    return await _take_country(update, context, draft, find_country(message_of(update).text or ""))


async def confirm(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Record the signature as it was shown; a text that changed meanwhile is shown again first."""
    await answer(update, context)
    stored = await published_appeal(context, draft.code)
    if stored is None:
        return await _end_closed(update, context)
    if stored.version != draft.version:
        draft.version, draft.consents = stored.version, []
        await say(update, context, context.say("signing-changed"))
        return await ask_consents(update, context, draft)
    try:
        receipt = await sign(context.services.db, _signing(update, context, stored, draft))
    except (PetitionClosed, NoSuchAppeal):
        return await _end_closed(update, context)
    await show(update, context, await _receipt(update, context, stored, receipt))
    context.drafts.signing = None  # after the receipt: one that did not arrive comes with the next tap
    return ConversationHandler.END


async def cancel(update: Update, context: Context, _draft: SigningDraft) -> Next:
    """Wipe the draft."""
    await answer(update, context)
    context.drafts.signing = None
    await show(update, context, context.say("signing-cancelled"))
    return ConversationHandler.END


async def _begin_with(update: Update, context: Context, code: str, source: str | None) -> Next:
    await answer(update, context)
    stored = await sent_appeal(context, code)
    if stored is None or not stored.appeal.kind.asks:
        await say(update, context, context.say("signing-unknown"))
        return None
    if stored.state is AppealState.WITHDRAWN:
        await show_appeal(update, context, stored, below=True)
        return None
    person = person_of(update)
    receipt = await find_signature(context.services.db, stored.appeal.code, person.id)
    if receipt is not None:
        await say(update, context, await _receipt(update, context, stored, receipt))
        return None
    if not stored.open_at(context.services.now()):
        await say(update, context, context.say("signing-closed"))
        return None
    name = read_name(person.full_name)
    context.drafts.signing = SigningDraft(
        code=stored.appeal.code,
        version=stored.version,
        name="" if isinstance(name, NameFault) else name,
        country=guessed_country(person.language_code),
        consents=[],
        source=source,
    )
    return await _show_first(update, context, stored, context.drafts.signing)


async def _show_first(update: Update, context: Context, stored: StoredAppeal, draft: SigningDraft) -> Next:
    """Show the first screen below the appeal's card, which stays."""
    if asked := asked_apart(context, stored.appeal):
        await say(update, context, asked)
    await put_below(update, context, draft, consents_screen(context, stored.appeal, draft.consents))
    return Step.CONSENTS


async def _take_country(update: Update, context: Context, draft: SigningDraft, code: str | None) -> Next:
    if code is None:
        await say(update, context, context.say("signing-country-unknown"))
        return await ask_country(update, context, draft)
    draft.country = code
    return await ask_confirmation(update, context, draft)


async def _end_closed(update: Update, context: Context) -> Next:
    context.drafts.signing = None
    await show(update, context, context.say("signing-closed"))
    return ConversationHandler.END


async def _receipt(update: Update, context: Context, stored: StoredAppeal, receipt: Receipt) -> str:
    consents = await given_consents(context.services.db, receipt.code, person_of(update).id)
    return await receipt_text(context, stored.appeal, receipt, consents)


def _signing(update: Update, context: Context, stored: StoredAppeal, draft: SigningDraft) -> Signing:
    now = context.services.now()
    return Signing(
        code=draft.code,
        version=draft.version,
        person=person_of(update).id,
        name=draft.name,
        country=draft.country,
        consents=frozenset(map(Purpose, draft.consents)),
        text_version=CONSENT_VERSION,
        language=context.language,
        at=now,
        day=now.astimezone(ZoneInfo(stored.appeal.timezone)).date(),
        source=draft.source,
    )


def conversation() -> ConversationHandler[Context]:
    """Return the whole conversation."""
    typed = filters.UpdateType.MESSAGE & ~filters.COMMAND
    text = typed & filters.TEXT
    anything_else = typed & ~filters.TEXT
    return ConversationHandler(
        entry_points=[CommandHandler("sign", begin_by_command), on("sign", begin)],
        states={
            Step.CONSENTS: [
                on("consent", with_draft(take_consent)),
                on("consents", with_draft(take_consents)),
                MessageHandler(typed, with_draft(ask_consents)),
            ],
            Step.SUMMARY: [
                on("sign-confirm:yes", with_draft(confirm)),
                on("name", with_draft(ask_name)),
                on("country:change", with_draft(ask_country)),
                MessageHandler(typed, with_draft(ask_confirmation)),
            ],
            Step.NAME: [
                on("consents", with_draft(take_consents)),
                MessageHandler(text, with_draft(take_name)),
                MessageHandler(anything_else, with_draft(ask_name)),
            ],
            Step.COUNTRY: [
                on("consents", with_draft(take_consents)),
                on("country:change", with_draft(ask_country)),
                on("country", with_draft(press_country)),
                MessageHandler(text, with_draft(type_country)),
                MessageHandler(anything_else, with_draft(ask_country)),
            ],
        },
        fallbacks=[CommandHandler("cancel", with_draft(cancel)), on("sign-cancel", with_draft(cancel))],
        allow_reentry=True,
        name="signing",
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [conversation()]
