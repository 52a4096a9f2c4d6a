"""Who the coordinators are; inviting one, and ending the role of one, as /invite and /dismiss do in the chat.

/coordinators ──[End the role of …]──► what it means ──[End it]──► done, and told
              └─[Make a link]──POST──► the same page with the link, which is shown once
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route
from telegram.helpers import create_deep_linked_url

from bot.desk.doors import for_duties
from bot.desk.forms import word_in
from bot.desk.writing import after_deed, page
from handlers.coordinators.dismissal import tell_of_dismissal
from handlers.coordinators.inviting import INVITABLE, PREFIX
from handlers.coordinators.roles import Duty
from handlers.coordinators.tips.left_keys import has_key
from handlers.dates import day_text
from handlers.texts import Markup
from storage.errors import LastOwner, NoSuchCoordinator
from storage.people.coordinators import INVITATION_LIFE, Role, coordinators_with, dismiss, invite
from storage.people.joining import days_of_joining

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

PLACE = "/coordinators"


@for_duties(Duty.INVITE, Duty.DISMISS)
async def show_coordinators(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List everybody with a role, and offer an invitation."""
    return await _everybody(desk, visitor)


@for_duties(Duty.INVITE)
async def make_invitation(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Make a link for one person; this answer alone shows it, since nobody keeps its token."""
    word = await word_in(request, "role")
    role = next((one for one in INVITABLE if one == word), None)
    if role is None:
        raise HTTPException(400)
    token = await invite(desk.db, role, visitor.coordinator, desk.now())
    log.info("coordinator %d invited a %s at the desk", visitor.coordinator.id, role)
    texts, language = desk.texts, visitor.language
    told = texts.html(
        "inviting-link",
        language,
        link=create_deep_linked_url(desk.username, f"{PREFIX}{token}"),
        days=INVITATION_LIFE.days,
        role=texts.plain(f"role-{role}", language),
        explained=texts.plain(f"role-{role}-explained", language),
    )
    return await _everybody(desk, visitor, invitation=Markup(told))


@for_duties(Duty.DISMISS)
async def ask_to_dismiss(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Say what it means for the colleague who is named, and ask once."""
    colleague = await _colleague(desk, visitor, request.path_params["alias"])
    if colleague is None:
        return after_deed(visitor, PLACE, desk.texts.html("desk-dismiss-unknown", visitor.language))
    return page(desk, visitor, "dismiss.html", colleague=colleague)


@for_duties(Duty.DISMISS)
async def end_role(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """End the role, and tell whom it concerns; what they have open at the desk ends with it."""
    try:
        dismissed = await dismiss(desk.db, request.path_params["alias"], visitor.coordinator, desk.now())
    except (NoSuchCoordinator, LastOwner) as refusal:
        key = "desk-dismiss-last-owner" if isinstance(refusal, LastOwner) else "desk-dismiss-unknown"
        return after_deed(visitor, PLACE, desk.texts.html(key, visitor.language))
    log.info("coordinator %d ended the role of coordinator %d", visitor.coordinator.id, dismissed.id)
    keyed = await has_key(desk.services, dismissed.alias)
    await tell_of_dismissal(desk.services, desk.bot, dismissed, visitor.coordinator, keyed=keyed)
    return after_deed(visitor, PLACE, _told(desk, visitor, dismissed, keyed=keyed))


async def _everybody(desk: Desk, visitor: Visitor, invitation: Markup | None = None) -> Response:
    joined = await days_of_joining(desk.db)
    everybody = [
        (one, day_text(joined[one.id], visitor.language))
        for one in await coordinators_with(desk.db, frozenset(Role))
        if one.id in joined
    ]
    return page(
        desk,
        visitor,
        "coordinators.html",
        everybody=everybody,
        invitable=INVITABLE,
        days=INVITATION_LIFE.days,
        invitation=invitation,
    )


def _told(desk: Desk, visitor: Visitor, dismissed: Coordinator, *, keyed: bool) -> str:
    keys = ["dismissing-done-owner" if dismissed.role is Role.OWNER else "dismissing-done"]
    if keyed:
        keys.append("dismissing-key-stays")
    return "\n\n".join(desk.texts.html(key, visitor.language, alias=dismissed.alias) for key in keys)


async def _colleague(desk: Desk, visitor: Visitor, alias: str) -> Coordinator | None:
    everybody = await coordinators_with(desk.db, frozenset(Role))
    return next((one for one in everybody if one.alias == alias and one.id != visitor.coordinator.id), None)


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route(PLACE, show_coordinators, methods=["GET"]),
        Route(f"{PLACE}/invite", make_invitation, methods=["POST"]),
        Route(f"{PLACE}/{{alias}}/dismiss", ask_to_dismiss, methods=["GET"]),
        Route(f"{PLACE}/{{alias}}/dismiss", end_role, methods=["POST"]),
    ]
