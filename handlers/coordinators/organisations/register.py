"""The register of the coalition: its member organisations, and who may endorse appeals for them.

/organisations ──► the register ──[one]──► since when, who represents it, what it endorses
                                            ├─[Invite a representative]──► a link for one person, good for two days
                                            ├─[End: …]──[Yes]──► that person, or link, endorses nothing more
                                            └─[It has left]──[Yes]──► nothing new; what it endorsed stays
                                                                     [A member again]──► it can endorse again
/organisations add KR 2019-03-01 NAME, a line for each ──► the register, with them
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler
from telegram.helpers import create_deep_linked_url

from handlers.appeals.endorsing import INVITATION_PREFIX
from handlers.asking import answer, message_of, on, say, show
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.organisations.member_lines import NAME_MAX, read_members
from handlers.coordinators.organisations.screens import PAGE, organisation_screen, register_screen
from handlers.coordinators.roles import Duty, trusted_with
from storage.errors import NoSuchOrganisation, OrganisationKnown
from storage.people.coordinators import INVITATION_LIFE
from storage.people.digests import chosen_language
from storage.people.organisations import add_organisations, come_back, find_organisation, leave, organisations
from storage.people.representatives import end_representation, invite_representative, representatives_of
from storage.petitions.endorsements import endorsed_by

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.organisations.screens import Asked
    from storage.people.coordinators import Coordinator
    from storage.people.organisations import Organisation

log = logging.getLogger(__name__)


@trusted_with(Duty.RUN_PETITION)
async def open_register(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show a page of the register, or enter the organisations that stand behind the command."""
    await answer(update, context)
    words = words_of(update, context)
    if update.callback_query is None and [word.lower() for word in words[:1]] == ["add"]:
        await _add(update, context, coordinator)
    else:
        await _show_register(update, context, page=number_in(words, 0) or 0)


async def _add(update: Update, context: Context, coordinator: Coordinator) -> None:
    members = read_members(_behind_add(message_of(update).text or ""), context.services.today())
    unread = [str(number) for number, member in members.items() if member is None]
    if unread or not members:
        text = context.say("organisations-bad-lines", lines=", ".join(unread), count=len(unread), limit=NAME_MAX)
        await say(update, context, text)
        return
    read = [member for member in members.values() if member]
    try:
        await add_organisations(context.services.db, read, coordinator, context.services.now())
    except OrganisationKnown as known:
        await say(update, context, context.say("organisations-known", name=known.name))
        return
    log.info("coordinator %d entered %d organisations", coordinator.id, len(read))
    await _show_register(update, context, news=context.say("organisations-added", count=len(read)))


def _behind_add(text: str) -> str:
    """Return what follows `/organisations add`, with its line ends."""
    return "".join(text.split(maxsplit=2)[2:])


@trusted_with(Duty.RUN_PETITION)
async def show_one(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show one organisation of the register."""
    if organisation := await _pressed(update, context):
        await _show_one(update, context, organisation)


@trusted_with(Duty.RUN_PETITION)
async def invite(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Make a link with which one person may endorse for the organisation."""
    organisation = await _pressed(update, context)
    if organisation is None:
        return
    services = context.services
    try:
        token = await invite_representative(services.db, organisation.id, coordinator, services.now())
    except NoSuchOrganisation:  # it left a moment ago
        await _show_one(update, context, organisation)
        return
    log.info("coordinator %d invited a representative of organisation %d", coordinator.id, organisation.id)
    link = create_deep_linked_url(context.bot.username, f"{INVITATION_PREFIX}{token}")
    text = context.say("organisations-link", organisation=organisation.name, link=link, days=INVITATION_LIFE.days)
    await say(update, context, text)


@trusted_with(Duty.RUN_PETITION)
async def ask_to_end(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask once before a representative's authority ends."""
    if organisation := await _pressed(update, context):
        await _show_one(update, context, organisation, asked=("end", number_in(words_of(update, context), 1)))


@trusted_with(Duty.RUN_PETITION)
async def end(update: Update, context: Context, coordinator: Coordinator) -> None:
    """End a representative's authority, or an invitation, and tell whom it concerns."""
    organisation, row = await _pressed(update, context), number_in(words_of(update, context), 1)
    if organisation is None or row is None:
        return
    services = context.services
    ended = await end_representation(services.db, organisation.id, row, coordinator, services.now())
    if ended:
        log.info("coordinator %d ended representative %d", coordinator.id, ended.id)
        if ended.person:
            await _tell(context, ended.person, "endorsing-ended", organisation)
    await _show_one(update, context, organisation)


@trusted_with(Duty.RUN_PETITION)
async def ask_to_leave(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask once before an organisation is noted as having left."""
    if organisation := await _pressed(update, context):
        await _show_one(update, context, organisation, asked=("leave", None))


@trusted_with(Duty.RUN_PETITION)
async def note_leaving(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Note that the organisation left today, and tell its representatives."""
    organisation, services = await _pressed(update, context), context.services
    if organisation is None:
        return
    if await leave(services.db, organisation.id, context.services.today(), coordinator, services.now()):
        log.info("coordinator %d noted that organisation %d left", coordinator.id, organisation.id)
        for one in await representatives_of(services.db, organisation.id, services.now()):
            if one.person:
                await _tell(context, one.person, "endorsing-organisation-left", organisation)
    await _show_one(update, context, organisation)


@trusted_with(Duty.RUN_PETITION)
async def note_return(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Note that an organisation that left belongs to the coalition again, from today."""
    organisation, services = await _pressed(update, context), context.services
    if organisation is None:
        return
    if await come_back(services.db, organisation.id, context.services.today(), coordinator, services.now()):
        log.info("coordinator %d noted that organisation %d is back", coordinator.id, organisation.id)
    await _show_one(update, context, organisation)


async def _show_register(update: Update, context: Context, *, page: int = 0, news: str | None = None) -> None:
    listed = await organisations(context.services.db)
    page = min(page, max(0, len(listed) - 1) // PAGE)
    await show(update, context, *register_screen(context, listed, page, news))


async def _show_one(
    update: Update, context: Context, organisation: Organisation, asked: Asked = ("nothing", None)
) -> None:
    services = context.services
    now = await find_organisation(services.db, organisation.id)
    representatives = await representatives_of(services.db, now.id, services.now())
    endorsed = await endorsed_by(services.db, now.id)
    await show(update, context, *organisation_screen(context, now, representatives, endorsed, asked))


async def _pressed(update: Update, context: Context) -> Organisation | None:
    """Return the organisation of the pressed button, which is answered."""
    row = number_in(words_of(update, context), 0)
    try:
        organisation = await find_organisation(context.services.db, row or 0)
    except NoSuchOrganisation:
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    return organisation


async def _tell(context: Context, person: int, key: str, organisation: Organisation) -> None:
    """Tell a representative what has changed for them; it holds all the same if they cannot be reached."""
    texts = context.services.texts
    language = await chosen_language(context.services.db, person) or texts.default
    try:
        await context.bot.send_message(person, texts.html(key, language, organisation=organisation.name))
    except TelegramError as error:
        log.warning("a representative of organisation %d was not told: %s", organisation.id, type(error).__name__)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("organisations", open_register),
        on("organisations", open_register),
        on("organisation", show_one),
        on("organisation-invite", invite),
        on("organisation-end", ask_to_end),
        on("organisation-end-yes", end),
        on("organisation-leave", ask_to_leave),
        on("organisation-leave-yes", note_leaving),
        on("organisation-return", note_return),
    ]
