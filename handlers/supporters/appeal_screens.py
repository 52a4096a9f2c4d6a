"""Showing an appeal to a supporter: the step that links, lists and buttons lead to alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.buttons import appeal_rows, learn_rows, part_rows
from handlers.appeals.cards import card_parts, contact_card, letter_text
from handlers.appeals.endorsing import endorsement_rows
from handlers.appeals.explained import explained
from handlers.asking import person_of, say, show
from storage.appeals.records import EVER_SENT, AppealState, find_appeal
from storage.errors import NoSuchAppeal
from storage.people.followers import is_following
from storage.petitions.counting.support import support_of
from storage.petitions.openings import opened
from storage.petitions.signatures.records import find_signature
from storage.timeline.aftermath import aftermath_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.records import StoredAppeal


async def sent_appeal(context: Context, code: str) -> StoredAppeal | None:
    """Return the appeal if it was sent, also one that was withdrawn: of that one the steps here show nothing."""
    try:
        stored = await find_appeal(context.services.db, code.upper())
    except NoSuchAppeal:
        return None
    return stored if stored.state in EVER_SENT else None


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
    part: int = 1,
    below: bool = False,
) -> None:
    """Show the card, or with *full* a part of everything that supporters may know; with *below*, as a new message."""
    showing = say if below else show
    if stored.state is AppealState.WITHDRAWN:
        await showing(update, context, _withdrawn(context))
        return
    services, person = context.services, person_of(update).id
    if stored.appeal.kind.asks and stored.open_at(services.now()):
        await opened(services.db, stored.appeal.code, person)
    texts = await _texts(context, stored, full=full)
    part = max(1, min(part, len(texts)))
    rows = await _rows(context, stored, person, source, full=full)
    more = await _rows_of_full_text(context, stored, person, source, part, len(texts)) if full else []
    await showing(update, context, texts[part - 1], [*rows, *more])


async def _texts(context: Context, stored: StoredAppeal, *, full: bool) -> tuple[str, ...]:
    services, now, appeal = context.services, context.services.now(), stored.appeal
    support = await support_of(services.db, appeal.code)
    aftermath = await aftermath_of(services.db, appeal.code, now)
    if full:
        return card_parts(appeal, services.texts, context.language, now=now, support=support, aftermath=aftermath)
    return (letter_text(appeal, services.texts, context.language, now=now, support=support, aftermath=aftermath),)


async def _rows(context: Context, stored: StoredAppeal, person: int, source: str | None, *, full: bool) -> Rows:
    services, code = context.services, stored.appeal.code
    return appeal_rows(
        stored.appeal,
        services.texts,
        context.language,
        context.bot.username,
        source=source,
        full=full,
        closed=not stored.open_at(services.now()),
        following=await is_following(services.db, code, person) if full else None,
        signed=await find_signature(services.db, code, person) is not None,
    )


async def _rows_of_full_text(
    context: Context, stored: StoredAppeal, person: int, source: str | None, part: int, parts: int
) -> Rows:
    """Return what only the full text has: its other parts, words to look up, and at its end the endorsement."""
    services, appeal = context.services, stored.appeal
    others = part_rows(appeal.code, services.texts, context.language, part, parts, source)
    words = learn_rows(await explained(services.db, appeal), context.language)
    endorsing = await endorsement_rows(context, stored, person) if part == parts else []
    return [*others, *words, *endorsing]


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
