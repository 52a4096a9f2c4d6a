"""Campaigns: an issue over the years, with all that was done for it in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.telling import teller
from bot.desk.writing import page
from handlers.coordinators.roles import Duty
from handlers.translated import in_language
from storage.registers.records import read_registers
from storage.timeline.story import campaign_story

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor


@for_duties(Duty.READ_STATISTICS, Duty.RECORD)
async def list_campaigns(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """List the campaigns of the register."""
    tell = teller(desk, visitor)
    registers = await read_registers(desk.db)
    found = [(one.key, in_language(one.name, visitor.language), one.since) for one in registers.campaigns.values()]
    return page(desk, visitor, "campaigns.html", campaigns=found, tell=tell)


@for_duties(Duty.READ_STATISTICS, Duty.RECORD)
async def show_campaign(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show what was done in a campaign, the earliest first."""
    tell = teller(desk, visitor)
    campaign = (await read_registers(desk.db)).campaigns.get(request.path_params["key"])
    if campaign is None:
        raise HTTPException(404)
    names = await tell.names()
    story = await campaign_story(
        desk.db, campaign.key, desk.now(), desk.policy.timezone, staff=visitor.may(Duty.RECORD)
    )
    return page(
        desk,
        visitor,
        "campaign.html",
        tell=tell,
        name=names.its(campaign.name),
        about=names.its(campaign.about),
        since=campaign.since,
        story=[tell.line(one, names) for one in story],
    )


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route("/campaigns", list_campaigns, methods=["GET"]),
        Route("/campaigns/{key}", show_campaign, methods=["GET"]),
    ]
