"""The audit for owners: page by page, of one subject or all; and whether its chain holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.writing import after_deed, page
from handlers.coordinators.roles import Duty
from handlers.dates import day_text
from storage.audit import verify
from storage.audit_pages import audit_page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.audit import Entry

PLACE = "/audit"
SUBJECT_MAX = 80  # characters
_ROW = re.compile(r"[0-9]{1,12}")


@for_duties(Duty.AUDIT)
async def show_audit(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show the newest entries, or those before the row that the address names."""
    subject = request.query_params.get("subject", "").strip()[:SUBJECT_MAX]
    before = request.query_params.get("before", "")
    shown = await audit_page(desk.db, subject=subject, before=int(before) if _ROW.fullmatch(before) else None)
    return page(
        desk,
        visitor,
        "audit.html",
        subject=subject,
        subject_max=SUBJECT_MAX,
        entries=[_line(desk, visitor, entry) for entry in shown.entries],
        older=f"{PLACE}?{urlencode({'subject': subject, 'before': shown.older})}" if shown.older else "",
    )


@for_duties(Duty.AUDIT)
async def verify_chain(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Compute the whole chain anew, and say where it ends or breaks."""
    chain = await verify(desk.db)
    if chain.broken_at is None:
        told = desk.texts.html("auditing-holds", visitor.language, rows=chain.rows, head=chain.head)
    else:
        told = desk.texts.html("auditing-broken", visitor.language, row=str(chain.broken_at))
    return after_deed(visitor, PLACE, told)


def _line(desk: Desk, visitor: Visitor, entry: Entry) -> dict[str, str]:
    local = entry.at.astimezone(desk.policy.timezone)
    return {
        "day": day_text(local.date(), visitor.language),
        "hour": f"{local:%H:%M}",
        "who": entry.alias or desk.texts.plain("auditing-program", visitor.language),
        "deed": desk.texts.plain("auditing-deed", visitor.language, deed=entry.name),
        "subject": entry.subject,
    }


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route(PLACE, show_audit, methods=["GET"]),
        Route(f"{PLACE}/verify", verify_chain, methods=["POST"]),
    ]
