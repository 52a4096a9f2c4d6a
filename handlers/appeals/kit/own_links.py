"""What somebody gets who collects: a link of their own, its picture for cameras, and a sheet to sign with a pen."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from handlers.appeals.heading import language_for, title_text
from handlers.appeals.kit.sheet import sheet_pdf
from handlers.appeals.links import link_to
from handlers.qr import qr_png
from storage.exports.paper.fonts import MissingFont

if TYPE_CHECKING:
    from telegram import Bot

    from handlers.context import Services
    from storage.appeals.records import StoredAppeal

log = logging.getLogger(__name__)


async def send_own_link(
    services: Services, bot: Bot, person: int, stored: StoredAppeal, source: str, language: str
) -> None:
    """Send the link with its picture, and the sheet that has it on every page.

    Raises:
        TelegramError: If Telegram does not take it.
    """
    appeal, texts = stored.appeal, services.texts
    link, name = link_to(appeal.code, bot.username, source), f"{appeal.code}-{source}"
    caption = texts.html("links-caption", language, title=title_text(appeal, texts, language), link=link)
    await bot.send_photo(person, qr_png(link), filename=f"{name}.png", caption=caption)
    if sheet := await _sheet(services, stored, language_for(appeal, language, texts.default), link):
        await bot.send_document(person, sheet, filename=f"{name}.pdf", caption=texts.html("links-sheet", language))


async def _sheet(services: Services, stored: StoredAppeal, language: str, link: str) -> bytes | None:
    """Return the sheet, or None where no font of this machine can write it: the link is of use without it."""
    try:
        return await asyncio.to_thread(sheet_pdf, stored, services.texts, language, services.policy, link)
    except MissingFont as fault:
        log.warning("no sheet of %s in %s: Debian's %s is not installed", stored.appeal.code, language, fault.package)
        return None
