"""Taking data out of the house, each time with a row in the audit.

/export ──► what there is
/export tips ──► every tip, sealed, in as many files as are needed: they open only on a coordinator's own machine
/export signatures CODE ──► as what? ──[CSV] [Excel] [JSON] [OSDI] [Action Network]──► the file, and what it is
/export totals CODE ──► the count for everybody, tagged for HXL
"""

from __future__ import annotations

import asyncio
import io
import logging
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.links import link_to
from handlers.asking import answer, button, on, person_of, say
from handlers.coordinators.named import named_appeal, words_of
from handlers.coordinators.roles import DUTIES, Duty, trusted_with
from storage.exports.signatures.manifest import TooLarge
from storage.exports.signatures.writing import Form, Order, export
from storage.exports.tip_bundle import bundle_name, write_bundle
from storage.exports.tip_rows import bundled_tips, note_unsent, parts_of_tips
from storage.petitions.counting.tally import total_signatures
from storage.tips.keys.epochs import tip_recipients

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.exports.tip_rows import Part
    from storage.people.coordinators import Coordinator
    from storage.tips.keys.epochs import Epoch

log = logging.getLogger(__name__)

FILE_MAX = 45 * 1024 * 1024  # bytes; Telegram takes 50 MB from a bot
PART_MAX = 20 * 1024 * 1024  # bytes of a file of tips, all of which is in memory several times
SHEET_MAX = 10_000  # rows of an Excel workbook that is made in memory
SOURCE = "export"  # of signers who come through the link in an export
EXPORTS = (Duty.EXPORT_TIPS, Duty.EXPORT_SIGNATURES, Duty.READ_STATISTICS)
FORMS = (Form.CSV, Form.XLSX, Form.JSON, Form.OSDI, Form.ACTION_NETWORK)


@trusted_with(*EXPORTS)
async def choose(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Do the export that was named, or say which ones the role may do."""
    match words_of(update, context):
        case ["tips"]:
            await export_tips(update, context)
        case ["signatures", _, form, *_] if form in FORMS:
            await export_signatures(update, context)
        case ["signatures", *_]:
            await ask_form(update, context)
        case ["totals", *_]:
            await export_totals(update, context)
        case _:
            may = [duty for duty in EXPORTS if duty in DUTIES[coordinator.role]]
            await say(update, context, "\n\n".join(context.say(f"exporting-explain-{duty}") for duty in may))


@trusted_with(Duty.EXPORT_TIPS)
async def export_tips(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send every tip sealed, the most urgent first; each file opens by itself."""
    services = context.services
    epoch = await tip_recipients(services.db)
    if epoch is None:
        await say(update, context, context.say("exporting-no-recipients"))
        return
    parts = await parts_of_tips(services.db, PART_MAX, context.services.today())
    if not parts:
        await say(update, context, context.say("exporting-no-tips"))
    for part in parts:
        await _export_part(update, context, coordinator, epoch, part)


async def _export_part(update: Update, context: Context, coordinator: Coordinator, epoch: Epoch, part: Part) -> None:
    services, today = context.services, context.services.today()
    tips = await bundled_tips(services.db, part.tags, coordinator, services.now())
    if not tips:  # all of them were erased meanwhile
        return
    bundle = await asyncio.to_thread(write_bundle, tips, epoch, today)
    caption, name = context.say("exporting-tips", count=len(tips)), bundle_name(today)
    if part.parts > 1:
        caption = f"{context.say('exporting-part', number=part.number, parts=part.parts)}\n{caption}"
        name = bundle_name(today, part.number)
    try:
        await _send_file(update, context, bundle, name, caption)
    except TelegramError:
        await note_unsent(services.db, len(tips), coordinator, services.now())
        raise
    log.info("coordinator %d exported %d tips", coordinator.id, len(tips))


@trusted_with(Duty.EXPORT_SIGNATURES)
async def ask_form(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask as what the signatures shall be exported."""
    stored = await named_appeal(update, context, "export signatures", 1)
    if stored is None:
        return
    code = stored.appeal.code
    rows = [[button(context.label(f"exporting-form-{form}"), "export", "signatures", code, form)] for form in FORMS]
    await say(update, context, context.say("exporting-ask-form", code=code), rows)


@trusted_with(Duty.EXPORT_SIGNATURES)
async def export_signatures(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the signatures as the format that was chosen, and the manifest beside them."""
    await answer(update, context)
    stored = await named_appeal(update, context, "export signatures", 1)
    if stored is None:
        return
    form, code = Form(words_of(update, context)[2]), stored.appeal.code
    total = (await total_signatures(context.services.db, code)).all
    if form is Form.XLSX and total > SHEET_MAX:
        await say(update, context, context.say("exporting-sheet-too-large", code=code, most=SHEET_MAX))
        return
    await _export(update, context, stored, form, coordinator)


@trusted_with(Duty.READ_STATISTICS)
async def export_totals(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the count that everybody may see."""
    stored = await named_appeal(update, context, "export totals", 1)
    if stored is not None:
        await _export(update, context, stored, Form.TOTALS, coordinator)


async def _export(update: Update, context: Context, stored: StoredAppeal, form: Form, coordinator: Coordinator) -> None:
    services, out = context.services, io.BytesIO()
    order = Order(
        appeal=stored.appeal,
        form=form,
        by=coordinator,
        at=services.now_here(),
        told=lambda key: context.label(f"exporting-{key}"),
        link=link_to(stored.appeal.code, context.bot.username, SOURCE),
    )
    try:
        manifest = await export(services.db, order, out, FILE_MAX)
    except TooLarge:
        await say(update, context, context.say("exporting-too-large", code=order.appeal.code, form=form))
        return
    log.info("coordinator %d exported %d rows as %s", coordinator.id, manifest.rows, form)
    caption = context.say("exporting-names" if form.names_people else "exporting-totals", code=order.appeal.code)
    await _send_file(update, context, out.getvalue(), order.file_name, caption)
    told = context.say("exporting-manifest")
    await _send_file(update, context, manifest.text().encode(), order.manifest_name, told)


async def _send_file(update: Update, context: Context, content: bytes, name: str, caption: str) -> None:
    await context.bot.send_document(person_of(update).id, InputFile(content, filename=name), caption=caption)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("export", choose), on("export", choose)]
