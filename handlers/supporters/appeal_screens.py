"""Showing an appeal to a supporter: the step that links, lists and buttons lead to alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.buttons import appeal_rows
from handlers.appeals.cards import contact_card, full_card, letter_text
from handlers.appeals.endorsing import endorsement_rows
from handlers.asking import person_of, say, show
from storage.appeals.records import SENT, AppealState, find_appeal
from storage.errors import NoSuchAppeal
from storage.people.followers import is_following
from storage.petitions.counting.support import support_of
from storage.petitions.openings import opened
from storage.petitions.signatures.records import find_signature

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

SHOWN = SENT | {AppealState.WITHDRAWN}


async def sent_appeal(context: Context, code: str) -> StoredAppeal | None:
    """Return the appeal if it was sent, also one that was withdrawn: of that one the steps here show nothing."""
    try:
        stored = await find_appeal(context.services.db, code.upper())
    except NoSuchAppeal:
        return None
    return stored if stored.state in SHOWN else None


async def published_appeal(context: Context, code: str) -> StoredAppeal | None:
    """Return the appeal if supporters may see it: one that was sent and not withdrawn, open or closed."""
    stored = await sent_appeal(context, code)
    return None if stored is None or stored.state is AppealState.WITHDRAWN else stored


async def show_appeal(
    update: Update,
    context: Context,
    stored: StoredAppeal,
    *,
    source: str | None = None,
    full: bool = False,
    below: bool = False,
) -> None:
    """Show the card, or with *full* everything that supporters may know; with *below*, as a new message."""
    if stored.state is AppealState.WITHDRAWN:
        await (say if below else show)(update, context, _withdrawn(context))
        return
    services, now = context.services, context.services.now()
    code, person = stored.appeal.code, person_of(update).id
    if stored.appeal.kind.asks and stored.open_at(now):
        await opened(services.db, code, person)
    support = await support_of(services.db, code)
    card = full_card if full else letter_text
    rows = appeal_rows(
        stored.appeal,
        services.texts,
        context.language,
        context.bot.username,
        source=source,
        full=full,
        closed=not stored.open_at(now),
        following=await is_following(services.db, code, person) if full else None,
        signed=await find_signature(services.db, code, person) is not None,
    )
    endorsing = await endorsement_rows(context, stored, person) if full else []
    await (say if below else show)(
        update,
        context,
        card(stored.appeal, services.texts, context.language, now=now, support=support),
        [*rows, *endorsing],
    )


async def say_contact(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Say whom to ask about the appeal, with the address that letters leave out."""
    withdrawn = stored.state is AppealState.WITHDRAWN
    card = contact_card(stored.appeal, context.services.texts, context.language)
    await say(update, context, _withdrawn(context) if withdrawn else card)


async def say_unknown(update: Update, context: Context) -> None:
    """Say that no appeal has the code that was given, and where the codes are."""
    await say(update, context, context.say("appeals-unknown"))


def _withdrawn(context: Context) -> str:
    return context.say("appeals-withdrawn", organisation=context.services.policy.organisation)
