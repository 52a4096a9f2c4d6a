"""Reading appeals.

/appeals ──► the open ones ──[title]──► card ──[More]──► full text ──[Less]──► card
                                         ├──[Contact]──► whom to ask
/share CODE ──► the link, to send on     └──[Share]────► Telegram's own choice of chats
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.buttons import share_button
from handlers.appeals.heading import deadline_text, marks_text, title_text
from handlers.appeals.links import TELEGRAM, link_to, source_in
from handlers.asking import answer, button, on, pressed, say
from handlers.supporters.appeal_screens import say_contact, say_unknown, sent_appeal, show_appeal
from handlers.supporters.signing.new_text import ask_about_new_text
from handlers.texts import Markup
from storage.appeals.records import AppealState, appeals_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal

LISTED_MAX = 10  # appeals in one message


async def list_appeals(update: Update, context: Context) -> None:
    """List the open appeals, the one that closes first in front."""
    await answer(update, context)
    appeals = await _open_appeals(context)
    if not appeals:
        await say(update, context, context.say("appeals-none"))
        return
    listed = appeals[:LISTED_MAX]
    parts = [context.say("appeals-open", count=len(appeals)), *(_entry(context, appeal) for appeal in listed)]
    if rest := len(appeals) - len(listed):
        parts.append(context.say("appeals-not-listed", count=rest))
    rows = [
        [button(title_text(appeal, context.services.texts, context.language), "appeal", appeal.code)]
        for appeal in listed
    ]
    await say(update, context, "\n\n".join(parts), rows)


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
    now = context.services.now()
    published = await appeals_in(context.services.db, {AppealState.PUBLISHED})
    return [stored.appeal for stored in published if stored.open_at(now)]


async def _pressed_appeal(update: Update, context: Context) -> StoredAppeal | None:
    stored = await sent_appeal(context, "".join(pressed(update)[:1]))
    await answer(update, context, None if stored else "button-stale")
    return stored


def _share_button(context: Context, appeal: Appeal, label: str) -> InlineKeyboardButton:
    return share_button(appeal, label, context.services.texts, context.language, context.bot.username)


def _entry(context: Context, appeal: Appeal) -> str:
    texts, language = context.services.texts, context.language
    lines = [
        Markup("<b>{}</b>").format(title_text(appeal, texts, language)),
        marks_text(appeal, texts, language),
    ]
    if appeal.kind.asks:
        lines.append(deadline_text(appeal, texts, language, now=context.services.now()))
    return "\n".join(lines)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("appeals", list_appeals),
        CommandHandler("share", share),
        on("appeals", list_appeals),
        on("appeal", open_from_list),
        on("more", show_more),
        on("less", show_less),
        on("contact", show_contact),
    ]
