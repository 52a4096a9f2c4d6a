"""Handing signatures over to an addressee: once for each number, with a package that can be made again.

/handover CODE ──[addressee]──► what it would hold ──[Hand over]──► recorded, then the package
                                       └──[Package no. 1 again]──► the package of an earlier one

What is handed over is recorded before its package is written: a package that fails on the way can be made again.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, on, person_of, say, show
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.petitions.handing_over.screens import addressees_screen, done_screen, outlook_screen
from handlers.coordinators.petitions.handing_over.upload import TooLarge, Upload
from handlers.coordinators.roles import Duty, trusted_with
from handlers.letters.writing import package_name, write_handover
from storage.appeals.records import SENT
from storage.errors import NamesNotKept, NoSuchHandover, NothingNew
from storage.exports.paper.fonts import MissingFont
from storage.petitions.counting.tally import total_signatures
from storage.petitions.handing_over.handovers import find_handover, hand_over, outlook

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.parts import Addressee
    from storage.appeals.records import StoredAppeal
    from storage.people.coordinators import Coordinator
    from storage.petitions.handing_over.handovers import Handover

log = logging.getLogger(__name__)


@trusted_with(Duty.HAND_OVER)
async def choose(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Ask to whom, where there are several addressees."""
    await answer(update, context)
    stored = await _petition(update, context)
    if stored is None:
        return
    if len(stored.appeal.addressees) == 1:
        await _preview(update, context, stored, stored.appeal.addressees[0])
    else:
        await show(update, context, *addressees_screen(context, stored.appeal))


@trusted_with(Duty.HAND_OVER)
async def preview(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show what a handover to the addressee would hold now."""
    if found := await _pressed(update, context):
        await _preview(update, context, *found)


@trusted_with(Duty.HAND_OVER)
async def do(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Record the handover that was shown, and send its package."""
    found, number = await _pressed(update, context), number_in(words_of(update, context), 2)
    if found is None or number is None:
        return
    stored, addressee = found
    services = context.services
    try:
        handover = await hand_over(services.db, stored, addressee.id, coordinator, services.now(), number=number)
    except (NothingNew, NamesNotKept):  # a second tap, or the screen is old: it shows how things are now
        await _preview(update, context, stored, addressee)
        return
    log.info("coordinator %d made handover %d, %d names", coordinator.id, handover.id, handover.listed)
    await show(update, context, *done_screen(context, stored, addressee, handover))
    await _send_package(update, context, handover, coordinator)


@trusted_with(Duty.HAND_OVER)
async def again(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Send the package of an earlier handover once more."""
    found, number = await _pressed(update, context), number_in(words_of(update, context), 2)
    if found is None or number is None:
        return
    stored, addressee = found
    try:
        handover = await find_handover(context.services.db, stored.appeal.code, addressee.id, number)
    except (NoSuchHandover, NamesNotKept):
        await _preview(update, context, stored, addressee)
        return
    await _send_package(update, context, handover, coordinator)


async def _preview(update: Update, context: Context, stored: StoredAppeal, addressee: Addressee) -> None:
    db = context.services.db
    total = await total_signatures(db, stored.appeal.code)
    found = await outlook(db, stored, addressee.id)
    await show(update, context, *outlook_screen(context, stored, addressee, found, total))


async def _send_package(update: Update, context: Context, handover: Handover, coordinator: Coordinator) -> None:
    services, file = context.services, Upload()
    organisation, now = services.policy.organisation, services.now()
    try:
        manifest = await write_handover(services.db, services.texts, organisation, handover, file, now)
    except MissingFont as missing:
        log.warning("no package of handover %d: %s", handover.id, missing.package)
        await say(update, context, context.say("handing-font-missing", package=missing.package))
        return
    except TooLarge:
        command = f"clarion handover {handover.code} {handover.addressee} --again {handover.number}"
        command += f" --out {package_name(handover)} --by {coordinator.alias}"
        await say(update, context, context.say("handing-too-large", command=command))
        return
    log.info("coordinator %d took the package of handover %d", coordinator.id, handover.id)
    await context.bot.send_document(
        person_of(update).id,
        InputFile(file.getvalue(), filename=package_name(handover)),
        caption=context.say("handing-package", number=handover.number, names=manifest.listed),
    )


async def _petition(update: Update, context: Context) -> StoredAppeal | None:
    """Return the petition that was named; say why there is nothing to hand over of what is none."""
    stored = await named_appeal(update, context, "handover")
    if stored is None:
        return None
    refusal = "handing-not-sent" if stored.state not in SENT else None if stored.appeal.kind.asks else "handing-no-asks"
    if refusal:
        await say(update, context, context.say(refusal))
    return None if refusal else stored


async def _pressed(update: Update, context: Context) -> tuple[StoredAppeal, Addressee] | None:
    """Return the petition and the addressee of the pressed button, which is answered."""
    stored, words = await _petition(update, context), words_of(update, context)
    addressees = stored.appeal.addressees if stored else ()
    addressee = next((one for one in addressees if words[1:2] == (one.id,)), None)
    await answer(update, context, None if addressee else "button-stale")
    return (stored, addressee) if stored and addressee else None


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("handover", choose),
        on("handover", choose),
        on("handover-to", preview),
        on("handover-do", do),
        on("handover-again", again),
    ]
