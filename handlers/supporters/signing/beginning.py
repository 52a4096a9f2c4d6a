"""The ways into a signing: a new one, a change of what one signed, the text that changed since.

Sign, /sign CODE ─┬─ signed nothing yet ──► the first question
                  ├─ signed ──────────────► the receipt, with [Change] [Withdraw] [Proof]
                  ├─ signed another text ─► [Sign the new text] [Leave it as it is]
                  └─ closed, taken out ───► that is said
/sign ──► the open petitions, as buttons
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.appeals.links import source_in
from handlers.asking import answer, button, person_of, pressed, say, show
from handlers.countries import guessed_country
from handlers.drafts import SigningDraft
from handlers.supporters.appeal_screens import published_appeal, sent_appeal, show_appeal
from handlers.supporters.signing.names import NameFault, read_name
from handlers.supporters.signing.new_text import asks_for_more, new_text_screen, text_of
from handlers.supporters.signing.questions import ask_first
from handlers.supporters.signing.receipts import closed_screen, receipt_screen
from storage.appeals.records import AppealState, appeals_in
from storage.petitions.openings import opened
from storage.petitions.signatures.records import find_signature, own_signature, was_invalidated

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.supporters.signing.steps import Next
    from storage.appeals.records import StoredAppeal

LISTED_MAX = 20  # petitions in one message


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


async def begin_change(update: Update, context: Context) -> Next:
    """Change what was signed, under the text that was signed; the consents stand, and each can be taken back."""
    return await _begin_again(update, context, anew=False)


async def begin_with_new_text(update: Update, context: Context) -> Next:
    """Sign the text that took the place of the one signed; a consent to that one is none to this one."""
    return await _begin_again(update, context, anew=True)


async def leave(update: Update, context: Context) -> Next:
    """Leave the signature as it is, and show its receipt."""
    await answer(update, context)
    code = "".join(pressed(update)[:1])
    stored = await published_appeal(context, code)
    receipt = await find_signature(context.services.db, code, person_of(update).id)
    if stored is None or receipt is None:
        await show(update, context, context.say("signing-unknown"))
    else:
        await show(update, context, *await receipt_screen(update, context, stored, receipt, "signing-left"))
    return None


async def _begin_with(update: Update, context: Context, code: str, source: str | None) -> Next:
    await answer(update, context)
    stored = await sent_appeal(context, code)
    if stored is None or not stored.appeal.kind.asks:
        await say(update, context, context.say("signing-unknown"))
        return None
    if stored.state is AppealState.WITHDRAWN:
        await show_appeal(update, context, stored, below=True)
        return None
    db, person = context.services.db, person_of(update).id
    if receipt := await find_signature(db, stored.appeal.code, person):
        again = await asks_for_more(context, stored, receipt)
        signed = await receipt_screen(update, context, stored, receipt, "signing-already")
        await say(update, context, *(new_text_screen(context, stored, receipt) if again else signed))
    elif await was_invalidated(db, stored.appeal.code, person):
        await say(update, context, context.say("signing-invalidated"))
    elif not stored.open_at(context.services.now()):
        await say(update, context, *await closed_screen(update, context, stored))
    else:
        await opened(db, stored.appeal.code, person)
        return await ask_first(update, context, stored, _new_draft(update, stored, source))
    return None


async def _begin_again(update: Update, context: Context, *, anew: bool) -> Next:
    await answer(update, context)
    code, person = "".join(pressed(update)[:1]), person_of(update).id
    stored = await published_appeal(context, code)
    receipt = await find_signature(context.services.db, code, person)
    own = await own_signature(context.services.db, code, person)
    if stored is None or receipt is None or own is None:
        await say(update, context, context.say("signing-nothing-to-change"))
        return None
    if not stored.open_at(context.services.now()):
        await say(update, context, context.say("signing-closed-change", code=code))
        return None
    earlier = not anew and await asks_for_more(context, stored, receipt)
    draft = SigningDraft(
        code=code,
        version=receipt.version if earlier else stored.version,
        name=own.name,
        country=own.country,
        consents=[] if anew else sorted(own.consents),
        comment=own.comment,
        changing=True,
        earlier=earlier,
    )
    return await ask_first(update, context, await text_of(context, draft) or stored, draft)


def _new_draft(update: Update, stored: StoredAppeal, source: str | None) -> SigningDraft:
    person = person_of(update)
    name = read_name(person.full_name)
    return SigningDraft(
        code=stored.appeal.code,
        version=stored.version,
        name="" if isinstance(name, NameFault) else name,
        country=guessed_country(person.language_code),
        consents=[],
        source=source,
    )
