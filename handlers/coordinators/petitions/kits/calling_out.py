"""The kit with which coordinators call people in: texts, a picture, a sheet, each with a link that says its source.

For each language: text message and posts to copy, an e-mail as a file, the signature sheet as a PDF. For all of them
one picture of a link, for posters.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.appeals.kit.sheet import SHEET, sheet_pdf
from handlers.appeals.kit.short import SMS, sms_text
from handlers.appeals.kit.texts import Network, email_text, kit_languages, post_text
from handlers.appeals.links import link_to
from handlers.asking import say
from handlers.coordinators.petitions.kits.files import own_name, send_file
from handlers.message_text import in_messages
from handlers.qr import qr_png
from handlers.texts import Markup
from storage.exports.paper.fonts import MissingFont

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

log = logging.getLogger(__name__)

QR = "qr"
"""The source of those who sign through the picture."""


def why_no_call(stored: StoredAppeal, context: Context) -> str | None:
    """Return the key of what to say instead, if there can be no kit."""
    if not stored.appeal.kind.asks:
        return "kits-asks-nothing"
    if not stored.open_at(context.services.now()):
        return "kits-not-open"
    return None if kit_languages(stored.appeal) else "kits-no-language"


async def send_call(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Send the kit of a petition in each of its languages."""
    for language in kit_languages(stored.appeal):
        await _send_texts(update, context, stored, language)
        await _send_email(update, context, stored, language)
        await _send_sheet(update, context, stored, language)
    await _send_qr(update, context, stored)


async def _send_texts(update: Update, context: Context, stored: StoredAppeal, language: str) -> None:
    """Send every text in a frame of its own, which a tap copies; long ones take more than one message."""
    appeal, texts, bot = stored.appeal, context.services.texts, context.bot.username
    heading = context.say(
        "kits-heading",
        title=title_text(appeal, texts, language),
        language=own_name(context, language),
        code=appeal.code,
    )
    words = {SMS: sms_text(appeal, texts, language, bot)}
    words |= {network: post_text(appeal, network, texts, language, bot) for network in Network}
    framed = (_framed(context, place, text) for place, text in words.items())
    for message in in_messages([Markup(heading), *framed]):
        await say(update, context, message)


def _framed(context: Context, place: str, text: str) -> Markup:
    named = Markup(context.say("kits-named", place=context.label(f"kits-place-{place}")))
    return named + Markup("\n<pre>{}</pre>").format(text)


async def _send_email(update: Update, context: Context, stored: StoredAppeal, language: str) -> None:
    services = context.services
    text = email_text(stored.appeal, services.texts, language, context.bot.username, services.policy.organisation)
    caption = context.say("kits-email", language=own_name(context, language))
    await send_file(update, context, text.encode(), f"{stored.appeal.code}-email-{language}.txt", caption)


async def _send_sheet(update: Update, context: Context, stored: StoredAppeal, language: str) -> None:
    """Send the sheet, or say which font the server lacks for it."""
    services, name = context.services, own_name(context, language)
    link = link_to(stored.appeal.code, context.bot.username, SHEET)
    try:
        pdf = await asyncio.to_thread(sheet_pdf, stored, services.texts, language, services.policy, link)
    except MissingFont as missing:
        log.warning("no sheet of appeal version %d in %s: %s", stored.version, language, missing.package)
        await say(update, context, context.say("kits-sheet-missing", language=name, package=missing.package))
        return
    caption = context.say("kits-sheet", language=name)
    await send_file(update, context, pdf, f"{stored.appeal.code}-sheet-{language}.pdf", caption)


async def _send_qr(update: Update, context: Context, stored: StoredAppeal) -> None:
    link = link_to(stored.appeal.code, context.bot.username, QR)
    caption = context.say("kits-qr", link=link)
    await send_file(update, context, qr_png(link, scale=20), f"{stored.appeal.code}-qr.png", caption)
