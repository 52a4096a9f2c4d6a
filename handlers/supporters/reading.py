"""Reading appeals.

[title] ──► card ──[More]──► full text ──[Less]──► card
             ├──[Contact]──► whom to ask
             └──[Share]────► Telegram's own choice of chats
/share CODE ──► the link, to send on
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.buttons import share_button
from handlers.appeals.heading import title_text
from handlers.appeals.links import TELEGRAM, link_to, source_in
from handlers.asking import answer, on, pressed, say
from handlers.coordinators.named import number_in
from handlers.supporters.appeal_screens import say_contact, say_unknown, sent_appeal, show_appeal
from handlers.supporters.signing.new_text import ask_about_new_text
from storage.appeals.listing import open_appeals
from storage.appeals.records import AppealState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal

LISTED_MAX = 10  # appeals in one message


async def open_from_list(update: Update, context: Context) -> None:
    """Show the card of an appeal that was chosen from the list, below it."""
    stored = await _pressed_appeal(update, context)
    if stored:
        await show_appeal(update, context, stored, below=True)
        await ask_about_new_text(update, context, stored)


async def show_more(update: Update, context: Context) -> None:
    """Unfold the card to everything that supporters may know."""
    stored = await _pressed_appeal(update, context)
    if stored:
        await show_appeal(update, context, stored, source=source_in(pressed(update)[1:]), full=True)


async def show_part(update: Update, context: Context) -> None:
    """Turn to another part of a full text that no single message holds."""
    stored, words = await _pressed_appeal(update, context), pressed(update)
    if stored:
        source, part = source_in(words[2:]), number_in(words, 1) or 1
        await show_appeal(update, context, stored, source=source, full=True, part=part)


async def show_less(update: Update, context: Context) -> None:
    """Fold the full text to the card again."""
    stored = await _pressed_appeal(update, context)
    if stored:
        await show_appeal(update, context, stored, source=source_in(pressed(update)[1:]))


async def show_contact(update: Update, context: Context) -> None:
    """Say whom to ask about the appeal, and leave its card as it is."""
    stored = await _pressed_appeal(update, context)
    if stored:
        await say_contact(update, context, stored)


async def share(update: Update, context: Context) -> None:
    """Give the link of one appeal, or a share button for each open one."""
    if not context.args:
        await _offer_sharing(update, context, await _open_appeals(context))
        return
    stored = await sent_appeal(context, context.args[0])
    if stored is None:
        await say_unknown(update, context)
        return
    if stored.state is AppealState.WITHDRAWN:
        await show_appeal(update, context, stored)
        return
    link = link_to(stored.appeal.code, context.bot.username, TELEGRAM)
    title = title_text(stored.appeal, context.services.texts, context.language)
    rows = [[_share_button(context, stored.appeal, context.label("appeals-share"))]]
    await say(update, context, context.say("appeals-share-one", title=title, link=link), rows)


async def _offer_sharing(update: Update, context: Context, appeals: Sequence[Appeal]) -> None:
    if not appeals:
        await say(update, context, context.say("appeals-none"))
        return
    rows = [
        [_share_button(context, appeal, title_text(appeal, context.services.texts, context.language))]
        for appeal in appeals[:LISTED_MAX]
    ]
    await say(update, context, context.say("appeals-share-which"), rows)


async def _open_appeals(context: Context) -> list[Appeal]:
    services = context.services
    return [stored.appeal for stored in await open_appeals(services.db, services.now())]


async def _pressed_appeal(update: Update, context: Context) -> StoredAppeal | None:
    stored = await sent_appeal(context, "".join(pressed(update)[:1]))
    await answer(update, context, None if stored else "button-stale")
    return stored


def _share_button(context: Context, appeal: Appeal, label: str) -> InlineKeyboardButton:
    return share_button(appeal, label, context.services.texts, context.language, context.bot.username)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("share", share),
        on("appeal", open_from_list),
        on("more", show_more),
        on("part", show_part),
        on("less", show_less),
        on("contact", show_contact),
    ]
