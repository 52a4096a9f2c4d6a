"""People who offer to collect signatures, and the answer to them.

[… offer to collect] ──► who waits, who collects ──[one]──► what they gave ──[Accept]──► they get a link of their own
                                                                           └─[Decline]─► it is erased, they are told
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError

from handlers.appeals.heading import title_text
from handlers.appeals.kit.own_links import send_own_link
from handlers.asking import answer, button, on, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.petitions.collecting.screens import BUTTON_LABEL_MAX, ENDED
from handlers.coordinators.roles import Duty, trusted_with
from storage.people.digests import chosen_language
from storage.petitions.collecting.volunteering import accept_volunteer, decline_volunteer
from storage.petitions.collecting.volunteers import VolunteerState, volunteers_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.collecting.volunteers import Volunteer

log = logging.getLogger(__name__)

SHOWN = 20  # volunteers in one message, those who wait first


@trusted_with(Duty.RUN_PETITION)
async def show_volunteers(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show who offered to collect for the petition."""
    await answer(update, context)
    stored = await named_appeal(update, context, "links")
    if stored:
        await _show_all(update, context, stored)


@trusted_with(Duty.RUN_PETITION)
async def show_volunteer(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show what one of them gave."""
    if found := await _pressed(update, context):
        stored, volunteer = found
        await show(update, context, _given_text(context, stored, volunteer), _rows(context, volunteer))


@trusted_with(Duty.RUN_PETITION)
async def accept(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Accept the offer, and give the volunteer a link of their own."""
    found = await _pressed(update, context, {VolunteerState.ASKED})
    if found is None:
        return
    (stored, offered), services = found, context.services
    if stored.state in ENDED:
        await show(update, context, context.say("links-over", code=offered.code))
        return
    volunteer = await accept_volunteer(services.db, offered.code, offered.id, coordinator, services.now())
    if volunteer is not None:
        log.info("coordinator %d accepted volunteer %d", coordinator.id, volunteer.id)
        told = await _tell(context, stored, volunteer, "volunteering-accepted")
        key = "volunteers-accepted" if told else "volunteers-accepted-untold"
        await _show_all(update, context, stored, context.say(key, name=volunteer.name))


@trusted_with(Duty.RUN_PETITION)
async def decline(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Decline the offer: what the person gave is erased, and they are told."""
    found = await _pressed(update, context, {VolunteerState.ASKED})
    if found is None:
        return
    (stored, offered), services = found, context.services
    volunteer = await decline_volunteer(services.db, offered.code, offered.id, coordinator, services.now())
    if volunteer is not None:
        log.info("coordinator %d declined volunteer %d", coordinator.id, volunteer.id)
        await _tell(context, stored, volunteer, "volunteering-declined")
        await _show_all(update, context, stored, context.say("volunteers-declined"))


async def _show_all(update: Update, context: Context, stored: StoredAppeal, news: str | None = None) -> None:
    code, title = stored.appeal.code, title_text(stored.appeal, context.services.texts, context.language)
    volunteers = (await volunteers_of(context.services.db, code))[:SHOWN]
    heading = context.say("volunteers-heading" if volunteers else "volunteers-none", title=title, code=code)
    rows = [[button(_line(context, one)[:BUTTON_LABEL_MAX], "volunteer-look", code, one.id)] for one in volunteers]
    rows.append([button(context.label("links-back"), "links", code)])
    await show(update, context, "\n\n".join([*([news] if news else []), heading]), rows)


def _line(context: Context, volunteer: Volunteer) -> str:
    return f"{_state_text(context, volunteer)}: {volunteer.name}"


def _state_text(context: Context, volunteer: Volunteer) -> str:
    ended = volunteer.state is VolunteerState.ACCEPTED and volunteer.source is None
    return context.label("volunteers-state-ended" if ended else f"volunteers-state-{volunteer.state}")


def _given_text(context: Context, stored: StoredAppeal, volunteer: Volunteer) -> str:
    """Say what the volunteer gave, and what to do before an answer."""
    title, school = title_text(stored.appeal, context.services.texts, context.language), volunteer.school
    state = _state_text(context, volunteer)
    blocks = [context.say("volunteers-one", title=title, state=state, name=volunteer.name)]
    if school:
        blocks.append(context.say("volunteers-school", school=school.name, guardian=school.guardian))
    if volunteer.state is VolunteerState.ASKED:
        blocks.append(context.say("volunteers-answer-school" if school else "volunteers-answer"))
    return "\n\n".join(blocks)


def _rows(context: Context, volunteer: Volunteer) -> Rows:
    code = volunteer.code
    back = [button(context.label("volunteers-back"), "volunteers", code)]
    if volunteer.state is VolunteerState.ASKED:
        accepting = button(context.label("volunteers-accept"), "volunteer-accept", code, volunteer.id)
        declining = button(context.label("volunteers-decline"), "volunteer-decline", code, volunteer.id)
        return [[accepting, declining], back]
    link = [button(context.label("volunteers-link"), "link", code, volunteer.source)] if volunteer.source else []
    return [row for row in (link, back) if row]


async def _tell(context: Context, stored: StoredAppeal, volunteer: Volunteer, key: str) -> bool:
    """Tell the volunteer the answer, with their link where there is one; False if they could not be reached."""
    services, person, appeal = context.services, volunteer.person, stored.appeal
    language = await chosen_language(services.db, person) or volunteer.language
    html = services.texts.html(key, language, title=title_text(appeal, services.texts, language), code=appeal.code)
    try:
        await context.bot.send_message(person, html)
        if volunteer.source:
            await send_own_link(services, context.bot, person, stored, volunteer.source, language)
    except TelegramError as error:
        log.warning("volunteer %d was not told: %s", volunteer.id, type(error).__name__)
        return False
    return True


async def _pressed(
    update: Update, context: Context, states: Collection[VolunteerState] = frozenset(VolunteerState)
) -> tuple[StoredAppeal, Volunteer] | None:
    """Return whom the pressed button is about, who must be in one of *states*; it is answered."""
    stored, row = await named_appeal(update, context, "links"), number_in(words_of(update, context), 1)
    volunteers = await volunteers_of(context.services.db, stored.appeal.code) if stored else ()
    volunteer = next((one for one in volunteers if one.id == row and one.state in states), None)
    await answer(update, context, None if volunteer else "button-stale")
    return (stored, volunteer) if stored and volunteer else None


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        on("volunteers", show_volunteers),
        on("volunteer-look", show_volunteer),
        on("volunteer-accept", accept),
        on("volunteer-decline", decline),
    ]
