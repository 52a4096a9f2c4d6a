"""Taking data out of the house, each time with a row in the audit.

/export ──► what there is
/export tips ──► every tip in one file, sealed: it opens only on a coordinator's own machine
/export signatures CODE ──► those who agreed to be handed over, as CSV and as an Excel workbook
"""

from __future__ import annotations

import asyncio
import io
import logging
from datetime import date
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import person_of, say
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from handlers.countries import country_text
from storage.exports.csv import write_csv
from storage.exports.tables import Table
from storage.exports.tip_bundle import BundledTip, bundle_name, write_bundle
from storage.exports.xlsx import write_xlsx
from storage.petitions.handover import hand_over
from storage.tips.records import sealed_tips
from storage.tips.words import Category, Urgency

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.exports.tables import Row
    from storage.people.coordinators import Coordinator
    from storage.petitions.handover import HandoverRow

log = logging.getLogger(__name__)

COLUMNS = ("number", "name", "country-code", "country", "signed-at", "language", "channel")


@trusted_with(Duty.EXPORT_TIPS, Duty.EXPORT_SIGNATURES)
async def export(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Do the export that was named, or say which ones the role may do."""
    match words_of(update, context):
        case ["tips"]:
            await export_tips(update, context)
        case ["signatures", *_]:
            await export_signatures(update, context)
        case _:
            may = [duty for duty in (Duty.EXPORT_TIPS, Duty.EXPORT_SIGNATURES) if duty in DUTIES[coordinator.role]]
            await say(update, context, "\n\n".join(context.say(f"exporting-explain-{duty}") for duty in may))


@trusted_with(Duty.EXPORT_TIPS)
async def export_tips(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send every tip as one sealed file."""
    services, today = context.services, _today(context)
    if not services.recipients.members:
        await say(update, context, context.say("exporting-no-recipients"))
        return
    rows = await sealed_tips(services.db, coordinator, services.now())
    if not rows:
        await say(update, context, context.say("exporting-no-tips"))
        return
    tips = [
        BundledTip(
            row.tag, Category(row.category), Urgency(row.urgency), date.fromisoformat(row.day), row.state, sealed
        )
        for row, sealed in rows
    ]
    bundle = await asyncio.to_thread(write_bundle, tips, services.recipients, today)
    log.info("coordinator %d exported %d tips", coordinator.id, len(tips))
    await _send_file(update, context, bundle, bundle_name(today), context.say("exporting-tips", count=len(tips)))


@trusted_with(Duty.EXPORT_SIGNATURES)
async def export_signatures(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the signatures that may be handed over, in both formats."""
    stored = await named_appeal(update, context, "export signatures", 1)
    if stored is None:
        return
    services, code = context.services, stored.appeal.code
    signers = await hand_over(services.db, code, coordinator, services.now())
    if not signers:
        await say(update, context, context.say("exporting-no-signatures", code=code))
        return
    columns = tuple(context.label(f"exporting-column-{column}") for column in COLUMNS)
    rows = [_row(context, signer) for signer in signers]
    csv, xlsx = await asyncio.to_thread(_spreadsheets, Table(code, columns, rows))
    log.info("coordinator %d exported %d signatures", coordinator.id, len(rows))
    name = f"{code}-signatures-{_today(context).isoformat()}"
    await _send_file(
        update, context, csv, f"{name}.csv", context.say("exporting-signatures", code=code, count=len(rows))
    )
    await _send_file(update, context, xlsx, f"{name}.xlsx", context.say("exporting-workbook"))


def _row(context: Context, signer: HandoverRow) -> Row:
    return (
        signer.serial,
        signer.name,
        signer.country,
        country_text(signer.country, context.services.texts, context.language),
        signer.signed_at,
        signer.language,
        context.label(f"channel-{signer.channel}"),
    )


def _spreadsheets(table: Table) -> tuple[bytes, bytes]:
    """Write both formats; takes seconds for many rows, so it has a thread and an event loop of its own."""
    csv, xlsx = io.BytesIO(), io.BytesIO()
    asyncio.run(write_csv(table, csv))
    asyncio.run(write_xlsx(table, xlsx))
    return csv.getvalue(), xlsx.getvalue()


async def _send_file(update: Update, context: Context, content: bytes, name: str, caption: str) -> None:
    await context.bot.send_document(person_of(update).id, InputFile(content, filename=name), caption=caption)


def _today(context: Context) -> date:
    return context.services.now().astimezone(context.services.policy.timezone).date()


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("export", export)]
