"""Signed bundles: replies, ratings and labels that a coordinator made on their own machine and hands in here.

a document NAME.signed ──► why it was not loaded, with nothing changed
                       └─► what was loaded, by the tags of tips; never what it says
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, MessageHandler, filters

from handlers.asking import message_of, say
from handlers.coordinators.roles import Duty, roles_with, trusted_with
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.errors import BundleOutOfTime, BundleUsed, NoSuchCoordinator, NotAReviewer
from storage.tips.bundles import BUNDLE_MAX, BadBundle, NotSigned, read_signed
from storage.tips.keys.epochs import tip_recipients
from storage.tips.loading import LOADED_WITHIN, load_bundle

if TYPE_CHECKING:
    from telegram import Document, Update

    from handlers.context import Context, Services
    from storage.notes import PublicKey
    from storage.people.coordinators import Coordinator
    from storage.tips.bundles import Bundle
    from storage.tips.loading import Loaded

log = logging.getLogger(__name__)

_KILO = 1024
_FILE = filters.Document
_NAMED_SIGNED = _FILE.FileExtension("signed") | _FILE.FileExtension("signed.txt")  # as some programs save a text


class Unfit(StrEnum):
    """Why a document is not loaded; the words are the ends of the texts that say so."""

    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    NOT_SIGNED = "not-signed"
    NO_KEYS = "no-keys"


@trusted_with(Duty.REVIEW_TIPS, refusal="drafting-no-documents")
async def take_bundle(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Check the signature and load the bundle, or say why nothing was changed."""
    document = message_of(update).document
    assert document is not None  # the filter lets nothing else through
    bundle = await _bundle_in(context.services, document)
    if isinstance(bundle, Unfit):
        log.warning("coordinator %d: a bundle was refused: %s", coordinator.id, bundle)
        await say(update, context, context.say(f"loading-{bundle}", limit=BUNDLE_MAX // _KILO))
        return
    await _load(update, context, coordinator, bundle)


async def _load(update: Update, context: Context, coordinator: Coordinator, bundle: Bundle) -> None:
    services = context.services
    try:
        loaded = await load_bundle(services.db, bundle, coordinator, services.now_here(), roles_with(Duty.REVIEW_TIPS))
    except (BundleUsed, BundleOutOfTime, NoSuchCoordinator, NotAReviewer) as refusal:
        log.warning("coordinator %d: a bundle was refused: %s", coordinator.id, type(refusal).__name__)
        await say(update, context, context.say(_refusal(refusal), author=bundle.author, days=LOADED_WITHIN.days))
        return
    log.info("coordinator %d loaded a bundle of %d items", coordinator.id, len(bundle.items))
    await say(update, context, _told(context, bundle, loaded))


async def _bundle_in(services: Services, document: Document) -> Bundle | Unfit:
    if (document.file_size or 0) > BUNDLE_MAX:
        return Unfit.TOO_LARGE
    file = await document.get_file()
    content = bytes(await file.download_as_bytearray())
    if len(content) > BUNDLE_MAX:  # the size that was told is the sender's word
        return Unfit.TOO_LARGE
    keys = await _signing_keys(services)
    if keys is None:
        return Unfit.NO_KEYS
    try:
        return await asyncio.to_thread(lambda: read_signed(content.decode(), keys))
    except NotSigned:
        return Unfit.NOT_SIGNED
    except (BadBundle, UnicodeDecodeError):
        return Unfit.DAMAGED


async def _signing_keys(services: Services) -> dict[str, PublicKey] | None:
    """Return the signing keys of those to whom tips are sealed, by alias: their canaries were opened."""
    epoch = await tip_recipients(services.db)
    return {one.alias: one.signer for one in epoch.recipients.members if one.signer} if epoch else None


def _refusal(error: BundleUsed | BundleOutOfTime | NoSuchCoordinator | NotAReviewer) -> str:
    match error:
        case BundleUsed():
            return "loading-used"
        case BundleOutOfTime():
            return "loading-out-of-time"
        case NotAReviewer():
            return "loading-no-reviewer"
        case _:
            return "loading-no-author"


def _told(context: Context, bundle: Bundle, loaded: Loaded) -> str:
    """List what became of the items, each kind with the tags of its tips."""
    lines = [
        context.say(f"loading-{kind.name}", count=len(tags), tags=" ".join(dict.fromkeys(tags)))
        for kind in fields(loaded)
        if (tags := getattr(loaded, kind.name))
    ]
    return fitted(map(Markup, [context.say("loading-done", author=bundle.author), *lines]))


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; it comes before the handler of every other document."""
    return [MessageHandler(filters.UpdateType.MESSAGE & _NAMED_SIGNED, take_bundle)]
