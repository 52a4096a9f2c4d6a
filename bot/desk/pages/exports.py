"""Taking data out of the house at the desk, each time with a row in the audit, as /export does in the chat.

Files are made in memory and in full: names must not lie in clear on the server's disk, and whoever takes a file in
slowly must not hold up the one reader that goes through whole petitions. What is too large for that is written on the
server with `clarion export`.
"""

from __future__ import annotations

import asyncio
import io
import logging
import re
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from bot.desk.doors import for_duties
from bot.desk.downloads import download, zipped
from bot.desk.forms import number_in, word_in
from bot.desk.writing import after_deed, page
from handlers.appeals.heading import title_text
from handlers.appeals.links import link_to
from handlers.coordinators.exporting import EXPORTS, FILE_MAX, FORMS, PART_MAX, SHEET_MAX, SOURCE
from handlers.coordinators.roles import Duty
from storage.appeals.records import SENT, appeals_in, find_appeal
from storage.errors import NoSuchAppeal
from storage.exports.audit_rows import audit_name, export_audit
from storage.exports.signatures.manifest import TooLarge
from storage.exports.signatures.writing import Form, Order, export
from storage.exports.tip_bundle import bundle_name, write_bundle
from storage.exports.tip_rows import bundled_tips, parts_of_tips
from storage.petitions.counting.tally import total_signatures
from storage.tips.keys.epochs import tip_recipients

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.appeals.model import Appeal

log = logging.getLogger(__name__)

PLACE = "/exports"
_CODE = re.compile(r"[A-Z0-9-]{1,24}")


@for_duties(*EXPORTS, Duty.AUDIT)
async def show_exports(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Show what the visitor's role may take out."""
    tips = visitor.may(Duty.EXPORT_TIPS)
    return page(
        desk,
        visitor,
        "exports.html",
        petitions=[
            (stored.appeal.code, title_text(stored.appeal, desk.texts, visitor.language))
            for stored in await appeals_in(desk.db, SENT)
        ],
        forms=FORMS,
        parts=await parts_of_tips(desk.db, PART_MAX, desk.services.today()) if tips else (),
        keys=await tip_recipients(desk.db) if tips else None,
    )


@for_duties(Duty.EXPORT_SIGNATURES)
async def export_signatures(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Hand out the signatures as the format that was chosen, with the manifest beside them."""
    appeal = await _appeal(request, desk)
    word = await word_in(request, "form")
    form = next((one for one in FORMS if one == word), None)
    if form is None:
        raise HTTPException(400)
    total = (await total_signatures(desk.db, appeal.code)).all
    if form is Form.XLSX and total > SHEET_MAX:
        return _refuse(desk, visitor, "exporting-sheet-too-large", code=appeal.code, most=SHEET_MAX)
    return await _export(desk, visitor, appeal, form)


@for_duties(Duty.READ_STATISTICS)
async def export_totals(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Hand out the count that everybody may see."""
    return await _export(desk, visitor, await _appeal(request, desk), Form.TOTALS)


@for_duties(Duty.EXPORT_TIPS)
async def export_tips(request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Hand out one file of sealed tips, which opens only on a coordinator's own machine."""
    services, today = desk.services, desk.services.today()
    number = await number_in(request, "part")
    epoch = await tip_recipients(desk.db)
    if epoch is None:
        return _refuse(desk, visitor, "exporting-no-recipients")
    parts = await parts_of_tips(desk.db, PART_MAX, today)
    part = next((one for one in parts if one.number == number), None)
    tips = await bundled_tips(desk.db, part.tags, visitor.coordinator, services.now()) if part else ()
    if part is None or not tips:
        return _refuse(desk, visitor, "exporting-no-tips")
    bundle = await asyncio.to_thread(write_bundle, tips, epoch, today)
    log.info("coordinator %d exported %d tips at the desk", visitor.coordinator.id, len(tips))
    name = bundle_name(today, number if part.parts > 1 else None)
    return download(bundle, name, "application/octet-stream")


@for_duties(Duty.AUDIT)
async def export_whole_audit(_request: Request, desk: Desk, visitor: Visitor) -> Response:
    """Hand out every row of the audit."""
    out = io.BytesIO()
    rows = await export_audit(desk.db, visitor.coordinator, desk.now(), out)
    log.info("coordinator %d exported %d rows of the audit", visitor.coordinator.id, rows)
    return download(out.getvalue(), audit_name(desk.services.today()), "text/csv; charset=utf-8")


async def _export(desk: Desk, visitor: Visitor, appeal: Appeal, form: Form) -> Response:
    out = io.BytesIO()
    order = Order(
        appeal=appeal,
        form=form,
        by=visitor.coordinator,
        at=desk.services.now_here(),
        told=lambda key: desk.texts.plain(f"exporting-{key}", visitor.language),
        link=link_to(appeal.code, desk.username, SOURCE),
    )
    try:
        manifest = await export(desk.db, order, out, FILE_MAX)
    except TooLarge:
        return _refuse(desk, visitor, "exporting-too-large", code=appeal.code, form=form)
    log.info("coordinator %d exported %d rows as %s at the desk", visitor.coordinator.id, manifest.rows, form)
    files = {order.file_name: out.getvalue(), order.manifest_name: manifest.text().encode()}
    return download(await zipped(files), f"{order.file_name}.zip", "application/zip")


async def _appeal(request: Request, desk: Desk) -> Appeal:
    code = await word_in(request, "code")
    try:
        stored = await find_appeal(desk.db, code if _CODE.fullmatch(code) else "")
    except NoSuchAppeal:
        raise HTTPException(404) from None
    if stored.state not in SENT:  # as if it were not there: nobody learns here which drafts there are
        raise HTTPException(404)
    return stored.appeal


def _refuse(desk: Desk, visitor: Visitor, key: str, **values: str | int) -> Response:
    return after_deed(visitor, PLACE, desk.texts.html(key, visitor.language, **values))


def routes() -> list[Route]:
    """Return the routes of this topic."""
    return [
        Route(PLACE, show_exports, methods=["GET"]),
        Route(f"{PLACE}/signatures", export_signatures, methods=["POST"]),
        Route(f"{PLACE}/totals", export_totals, methods=["POST"]),
        Route(f"{PLACE}/tips", export_tips, methods=["POST"]),
        Route(f"{PLACE}/audit", export_whole_audit, methods=["POST"]),
    ]
