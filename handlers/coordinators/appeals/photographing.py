"""The picture of an appeal: sent to this chat, made anew, and kept with the draft that foresees it.

a sheet with a photo section ──► the bot asks for the picture, see `drafting`
a photo, or an image as a file ──► why it cannot be used
                               └─► the draft as its readers will see it ──[Send to the reviewers]──► see `approving`
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, MessageHandler, filters

from handlers.asking import message_of, say
from handlers.coordinators.appeals.previewing import show_draft
from handlers.coordinators.roles import Duty, trusted_with
from storage.appeals.photos import draft_without_photo, keep_photo
from storage.appeals.picture import FILE_MAX, PIXELS_MAX, RATIO_MAX, Unfit, plain_picture
from storage.errors import NoPhotoForeseen, NoSuchAppeal, NotTheAuthor, StorageError, WrongState

if TYPE_CHECKING:
    from telegram import Document, PhotoSize, Update

    from handlers.context import Context
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

MEGA = 1_000_000

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{1,9}(-[A-Za-z0-9]{1,8}){1,3}")
_FILE = filters.Document
_IMAGES = _FILE.IMAGE | _FILE.FileExtension("jpg") | _FILE.FileExtension("jpeg")
_IMAGES |= _FILE.FileExtension("png") | _FILE.FileExtension("webp")


@trusted_with(Duty.DRAFT, refusal="photos-no-pictures")
async def take_picture(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Keep the picture with the draft that its caption names, or with the one that waits for it."""
    message = message_of(update)
    code = _code_in(message.caption) or await draft_without_photo(context.services.db, coordinator)
    if code is None:
        await say(update, context, context.say("photos-nothing-waits"))
        return
    sent = message.photo[-1] if message.photo else message.document  # the last size is the largest
    assert sent is not None  # the filter lets nothing else through
    picture = await _made_plain(sent)
    if isinstance(picture, Unfit):
        limits = {"limit": FILE_MAX // MEGA, "pixels": PIXELS_MAX // MEGA, "ratio": RATIO_MAX}
        await say(update, context, context.say(f"photos-{picture}", **limits))
        return
    await _keep(update, context, coordinator, code, picture)


async def _keep(update: Update, context: Context, coordinator: Coordinator, code: str, picture: bytes) -> None:
    try:
        await keep_photo(context.services.db, code, picture, coordinator, context.services.now())
    except (NoSuchAppeal, WrongState, NotTheAuthor, NoPhotoForeseen) as refusal:
        await say(update, context, _refusal(context, code, refusal))
        return
    log.info("coordinator %d gave a draft its picture, %d bytes", coordinator.id, len(picture))
    await show_draft(update, context, code, "photos-stored")


async def _made_plain(sent: PhotoSize | Document) -> bytes | Unfit:
    if (sent.file_size or 0) > FILE_MAX:
        return Unfit.TOO_LARGE
    file = await sent.get_file()
    return await asyncio.to_thread(plain_picture, bytes(await file.download_as_bytearray()))


def _code_in(caption: str | None) -> str | None:
    """Return the code that the caption is; other words under a picture are for nobody."""
    written = (caption or "").strip()
    return written.upper() if _CODE.fullmatch(written) else None


def _refusal(context: Context, code: str, refusal: StorageError) -> str:
    match refusal:
        case WrongState(state=state):
            return context.say("photos-wrong-state", code=code, state=context.label(f"state-{state}"))
        case NotTheAuthor():
            return context.say("photos-not-author", code=code)
        case NoPhotoForeseen():
            return context.say("photos-not-foreseen", code=code)
        case _:
            return context.say("photos-unknown", code=code)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; it comes before the handler of every other document."""
    return [MessageHandler(filters.UpdateType.MESSAGE & (filters.PHOTO | _IMAGES), take_picture)]
