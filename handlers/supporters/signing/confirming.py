"""The end of a signing: it is recorded, refused, or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from telegram.ext import ConversationHandler

from handlers.appeals.buttons import share_button
from handlers.asking import answer, button, person_of, say, show
from handlers.supporters.ages import age_for
from handlers.supporters.signing.new_text import text_of
from handlers.supporters.signing.questions import ask_confirmation, ask_consents
from handlers.supporters.signing.receipts import closed_screen, receipt_screen
from handlers.supporters.signing.screens import is_as_read
from handlers.supporters.signing.steps import NAME, end
from storage.errors import NoSuchAppeal, PetitionClosed, SignatureInvalidated
from storage.people.own_data import forget_unfinished
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import change, sign

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.drafts import SigningDraft
    from handlers.supporters.signing.steps import Next
    from storage.appeals.records import StoredAppeal


async def confirm(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Record the signature as it was shown; words that changed meanwhile are shown again first."""
    await answer(update, context)
    stored = await text_of(context, draft)
    if stored is None:
        return await end(update, context, await closed_screen(update, context, stored))
    if stored.version != draft.version:
        draft.version, draft.consents = stored.version, []
        await say(update, context, context.say("signing-changed"))
        return await ask_consents(update, context, draft)
    if not is_as_read(context, draft):
        draft.consents = []
        await say(update, context, context.say("signing-other-words"))
        return await ask_consents(update, context, draft)
    if age_for(stored.appeal, draft.country) > draft.of_age:
        return await ask_confirmation(update, context, draft)
    try:
        receipt = await (change if draft.changing else sign)(
            context.services.db, _signing(update, context, stored, draft)
        )
    except SignatureInvalidated:
        return await end(update, context, (context.say("signing-invalidated"), ()))
    except (PetitionClosed, NoSuchAppeal):
        return await _end_refused(update, context, stored, draft)
    heading = "signing-saved" if draft.changing else "signing-thanks" if receipt.new else "signing-already"
    await show(update, context, *await receipt_screen(update, context, stored, receipt, heading))
    context.drafts.signing = None  # after the receipt: one that did not arrive comes with the next tap
    return ConversationHandler.END


async def cancel(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Wipe the draft."""
    await answer(update, context)
    key = "signing-change-cancelled" if draft.changing else "signing-cancelled"
    return await end(update, context, (context.say(key), ()))


async def refuse_younger(update: Update, context: Context, draft: SigningDraft) -> Next:
    """Keep nothing of somebody who is too young, and say what they can do instead."""
    await answer(update, context)
    services = context.services
    stored = await text_of(context, draft)
    await forget_unfinished(services.db, person_of(update).id, NAME)
    if draft.changing:
        rows = [[button(context.label("signing-withdraw"), "withdraw", draft.code)]]
        return await end(update, context, (context.say("signing-younger-signed"), rows))
    label, texts = context.label("appeals-share"), services.texts
    rows = [[share_button(stored.appeal, label, texts, context.language, context.bot.username)]] if stored else []
    return await end(update, context, (context.say("signing-younger-thanks"), rows))


async def _end_refused(update: Update, context: Context, stored: StoredAppeal, draft: SigningDraft) -> Next:
    """Say why it is too late: the petition has closed, or there is no signature any more that could be changed."""
    if not draft.changing:
        return await end(update, context, await closed_screen(update, context, stored))
    is_open = stored.open_at(context.services.now())
    key = "signing-nothing-to-change" if is_open else "signing-closed-change"
    return await end(update, context, (context.say(key, code=draft.code), ()))


def _signing(update: Update, context: Context, stored: StoredAppeal, draft: SigningDraft) -> Signing:
    now = context.services.now()
    return Signing(
        code=draft.code,
        version=draft.version,
        person=person_of(update).id,
        name=draft.name,
        country=draft.country,
        consents=frozenset(map(Purpose, draft.consents)),
        text_version=draft.wording,
        language=draft.language,
        at=now,
        day=now.astimezone(ZoneInfo(stored.appeal.timezone)).date(),
        source=draft.source,
        comment=draft.comment,
    )
