"""Endorsing an appeal for an organisation of the coalition.

/start org_TOKEN ──► for whom one may endorse now   (a spent link says so)
/endorse ──► the open appeals ──[one]──┐
/endorse CODE ─────────────────────────┴──► its full text ──[Endorse for …]──► done, in the text's very version
                                                         └──[Take back for …]──[Yes]──► taken back

Whoever represents nobody is refused at each of these, however they came to it.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, filters

from handlers.appeals.endorsing import INVITATION_PREFIX
from handlers.appeals.heading import title_text
from handlers.asking import answer, button, on, person_of, pressed, say, show
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.message_text import fitted
from handlers.supporters.appeal_screens import published_appeal, say_unknown, sent_appeal, show_appeal
from handlers.texts import Markup
from storage.appeals.records import SENT, appeals_in
from storage.errors import (
    AlreadyRepresents,
    EndorsingOver,
    InvitationSpent,
    LaterVersion,
    NoSuchAppeal,
    NoSuchOrganisation,
    NotRepresentative,
    WrongState,
)
from storage.people.digests import choose_language
from storage.people.representatives import accept_representation, represented_by
from storage.petitions import endorsements

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.organisations import Organisation

log = logging.getLogger(__name__)

LISTED_MAX = 20  # appeals in one message


async def accept(update: Update, context: Context) -> None:
    """Let the person endorse for the organisation whose invitation their link holds."""
    services, person = context.services, person_of(update).id
    token = "".join(context.args or ()).removeprefix(INVITATION_PREFIX)
    try:
        organisation = await accept_representation(services.db, token, person, services.now())
    except InvitationSpent:
        await say(update, context, context.say("endorsing-spent"))
        return
    except AlreadyRepresents:
        own = await represented_by(services.db, person)
        await say(update, context, context.say("endorsing-already", organisation=own.name if own else ""))
        return
    await choose_language(services.db, person, context.language)  # coordinators' news come in it from now on
    log.info("organisation %d has a further representative", organisation.id)
    rows = [[button(context.label("endorsing-list"), "endorsing")]]
    await say(update, context, context.say("endorsing-welcome", organisation=organisation.name), rows)
    await _tell_coordinators(context, organisation)


async def begin(update: Update, context: Context) -> None:
    """Show the whole appeal behind the command or the button, or list those that can be endorsed."""
    await answer(update, context)
    organisation = await represented_by(context.services.db, person_of(update).id)
    words = words_of(update, context)
    if organisation is None:
        await say(update, context, context.say("endorsing-not-representative"))
    elif not words:
        await _list(update, context, organisation)
    elif stored := await published_appeal(context, words[0]):
        await show_appeal(update, context, stored, full=True, below=True)
    else:
        await say_unknown(update, context)


async def endorse(update: Update, context: Context) -> None:
    """Endorse the version whose full text stands above the button."""
    words, services = pressed(update), context.services
    stored, number = await sent_appeal(context, "".join(words[:1])), number_in(words, 1)
    if stored is None or number is None:
        await answer(update, context, "button-stale")
        return
    await answer(update, context)
    code, person = stored.appeal.code, person_of(update).id
    try:
        organisation = await endorsements.endorse(services.db, code, number, person, services.now())
    except (NotRepresentative, NoSuchOrganisation, NoSuchAppeal, WrongState, LaterVersion, EndorsingOver) as refusal:
        await _refuse(update, context, stored, refusal)
        return
    await show_appeal(update, context, stored, full=True)
    if organisation:
        log.info("organisation %d endorsed %s", organisation.id, code)
        title = _title(context, stored)
        text = context.say("endorsing-done", organisation=organisation.name, title=title, number=number)
        await say(update, context, text)


async def ask_to_take_back(update: Update, context: Context) -> None:
    """Say what taking back means, and ask once."""
    found = await _endorsed(update, context)
    if found:
        stored, organisation = found
        rows = [[button(context.label("endorsing-take-back-yes"), "unendorse-yes", stored.appeal.code)]]
        closed = "no" if stored.open_at(context.services.now()) else "yes"
        words = {"organisation": organisation.name, "title": _title(context, stored), "closed": closed}
        await say(update, context, context.say("endorsing-ask-take-back", **words), rows)


async def take_back(update: Update, context: Context) -> None:
    """Take the organisation's endorsement back."""
    found = await _endorsed(update, context)
    if found is None:
        return
    (stored, _), services = found, context.services
    organisation = await endorsements.take_back(services.db, stored.appeal.code, person_of(update).id, services.now())
    if organisation:
        log.info("organisation %d took an endorsement of %s back", organisation.id, stored.appeal.code)
        words = {"organisation": organisation.name, "title": _title(context, stored)}
        await show(update, context, context.say("endorsing-taken-back", **words))


async def _list(update: Update, context: Context, organisation: Organisation) -> None:
    """List what the organisation can endorse, and what it endorses already."""
    member, now = organisation.left_on is None, context.services.now()
    endorsed = {one.code: one for one in await endorsements.endorsed_by(context.services.db, organisation.id)}
    sent = await appeals_in(context.services.db, SENT)
    listed = [one for one in sent if one.appeal.code in endorsed or (member and one.open_at(now))][:LISTED_MAX]
    lines = [Markup(_line(context, stored, endorsed.get(stored.appeal.code))) for stored in listed]
    key = "endorsing-which" if member else "endorsing-left-list"
    blocks = [Markup(context.say(key, organisation=organisation.name))]
    blocks.append(Markup("\n").join(lines) if lines else Markup(context.say("endorsing-none")))
    rows = [[button(_title(context, stored), "endorsing", stored.appeal.code)] for stored in listed]
    await say(update, context, fitted(blocks), rows)


def _line(context: Context, stored: StoredAppeal, endorsed: endorsements.Endorsement | None) -> str:
    state = "no" if endorsed is None else "yes" if endorsed.number == endorsed.current else "earlier"
    return context.say("endorsing-line", title=_title(context, stored), code=stored.appeal.code, state=state)


async def _refuse(update: Update, context: Context, stored: StoredAppeal, refusal: Exception) -> None:
    match refusal:
        case NotRepresentative():
            await say(update, context, context.say("endorsing-not-representative"))
        case NoSuchOrganisation():
            await say(update, context, context.say("endorsing-left"))
        case LaterVersion():
            await say(update, context, context.say("endorsing-later"))
            await show_appeal(update, context, stored, full=True, below=True)
        case EndorsingOver():
            await say(update, context, context.say("endorsing-late"))
        case _:
            await say(update, context, context.say("endorsing-over"))


async def _endorsed(update: Update, context: Context) -> tuple[StoredAppeal, Organisation] | None:
    """Return the appeal of the pressed button, which is answered, and the organisation that endorses it."""
    db, person = context.services.db, person_of(update).id
    stored, organisation = await sent_appeal(context, "".join(pressed(update)[:1])), await represented_by(db, person)
    if organisation is None:
        await answer(update, context)
        await say(update, context, context.say("endorsing-not-representative"))
        return None
    codes = {one.code for one in await endorsements.endorsed_by(db, organisation.id)}
    if stored is None or stored.appeal.code not in codes:
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    return stored, organisation


async def _tell_coordinators(context: Context, organisation: Organisation) -> None:
    """Let coordinators know, so that a link in the wrong hands shows at once."""
    texts = context.services.texts

    def written(language: str) -> tuple[str, Rows]:
        label = texts.plain("organisations-look", language)
        html = texts.html("organisations-joined", language, organisation=organisation.name)
        return html, [[button(label, "organisation", organisation.id)]]

    await tell_all(context.services, context.bot, Duty.RUN_PETITION, written)


def _title(context: Context, stored: StoredAppeal) -> str:
    return title_text(stored.appeal, context.services.texts, context.language)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; an invitation comes before any other `/start`."""
    return [
        CommandHandler("start", accept, filters.Regex(rf"^/start {INVITATION_PREFIX}")),
        CommandHandler("endorse", begin),
        on("endorsing", begin),
        on("endorse", endorse),
        on("unendorse", ask_to_take_back),
        on("unendorse-yes", take_back),
    ]
