"""Asking signers again: a later version of the petition asks for something else than what they signed.

opening the petition, /sign ──► the text changed ──[Sign the new text]──► signing
                                                 └─[Leave it as it is]──► the first receipt
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.appeals.letters.corrections import change_note
from handlers.asking import button, person_of, say
from handlers.supporters.appeal_screens import published_appeal
from storage.appeals.records import appeal_of_version
from storage.petitions.signatures.asking_again import asks_again
from storage.petitions.signatures.records import find_signature

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.drafts import SigningDraft
    from handlers.supporters.signing.screens import Screen
    from storage.appeals.records import StoredAppeal
    from storage.petitions.signatures.records import Receipt


async def ask_about_new_text(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Ask a signer who opens the petition, if it asks for something else than what they signed."""
    receipt = await find_signature(context.services.db, stored.appeal.code, person_of(update).id)
    if receipt is not None and await asks_for_more(context, stored, receipt):
        await say(update, context, *new_text_screen(context, stored, receipt))


async def asks_for_more(context: Context, stored: StoredAppeal, receipt: Receipt) -> bool:
    """Say whether the petition asks for something else than what was signed, and can still be signed."""
    if receipt.version == stored.version or not receipt.kept or not stored.open_at(context.services.now()):
        return False
    return asks_again(await appeal_of_version(context.services.db, receipt.version), stored.appeal)


async def text_of(context: Context, draft: SigningDraft) -> StoredAppeal | None:
    """Return the petition with the text that the draft is about, of now or of then, if supporters may see it."""
    stored = await published_appeal(context, draft.code)
    if stored is None or not draft.earlier:
        return stored
    signed = await appeal_of_version(context.services.db, draft.version)
    earlier = signed.model_copy(update={"deadline": stored.appeal.deadline})
    return replace(stored, appeal=earlier, version=draft.version)


def new_text_screen(context: Context, stored: StoredAppeal, receipt: Receipt) -> Screen:
    """Say what changed, and leave both ways open."""
    appeal, texts, language = stored.appeal, context.services.texts, context.language
    note = change_note(appeal, texts, language) if appeal.change_note else ""
    parts = [
        context.say("signing-new-text", title=title_text(appeal, texts, language), number=receipt.serial),
        *([context.say("signing-new-text-note", note=note)] if note else []),
        context.say("signing-new-text-choice"),
    ]
    return "\n\n".join(parts), [
        [button(context.label("signing-sign-new-text"), "sign-again", appeal.code)],
        [button(context.label("signing-leave-text"), "sign-leave", appeal.code)],
    ]
