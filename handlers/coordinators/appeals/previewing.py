"""How coordinators see an appeal: exactly as its readers will, and after that what no reader is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup

from handlers.appeals.buttons import appeal_rows, learn_rows
from handlers.appeals.cards import card_parts, letter_text
from handlers.appeals.explained import explained
from handlers.appeals.letters.corrections import corrected_letter, correction_notice
from handlers.appeals.photos import photo_caption
from handlers.asking import button, person_of, say
from handlers.coordinators.appeals.restricted import show_restricted
from handlers.texts import LANGUAGES
from storage.appeals.photos import keep_file_id, photo_missing, stored_photo
from storage.appeals.picture import FILE_MAX
from storage.appeals.records import find_waiting
from storage.petitions.counting.support import support_of
from storage.timeline.aftermath import aftermath_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.records import StoredAppeal


async def show_as_read(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Show, for the readers of each language, the letter with its buttons and then the full text.

    Of a correction, the letter is what an earlier one becomes; the notice that readers get comes first. At the end
    stands what is restricted, so only who may draft or approve comes here.
    """
    appeal, texts, db, now = stored.appeal, context.services.texts, context.services.db, context.services.now()
    support, aftermath = await support_of(db, appeal.code), await aftermath_of(db, appeal.code, now)
    words = await explained(db, appeal)
    letter = corrected_letter if stored.corrects is not None else photo_caption if appeal.photo else letter_text
    for language in LANGUAGES:
        if stored.corrects is not None:
            await say(update, context, correction_notice(appeal, texts, language))
        rows = appeal_rows(appeal, texts, language, context.bot.username)
        html = letter(appeal, texts, language, now=now, support=support, aftermath=aftermath)
        await _show_letter(update, context, stored, html, rows)
        *parts, last = card_parts(appeal, texts, language, now=now, support=support, aftermath=aftermath)
        for part in parts:
            await say(update, context, part)
        await say(update, context, last, learn_rows(words, language))
    if appeal.photo and appeal.shows_the_vulnerable:
        await say(update, context, context.say("photos-faces"))
    await show_restricted(update, context, stored)


async def show_draft(update: Update, context: Context, code: str, key: str) -> None:
    """Show the version that waits, then say *key* of it, with the button that puts it before the reviewers.

    A version that lacks its picture has no such button: it is asked for the picture first.
    """
    stored = await find_waiting(context.services.db, code)
    await show_as_read(update, context, stored)
    if await photo_missing(context.services.db, code, stored.number):
        asked = context.say("photos-ask", code=code, limit=FILE_MAX // 1_000_000)
        await say(update, context, f"{context.say(key, code=code, version=stored.number)}\n\n{asked}")
        return
    submit = button(context.label("drafting-submit"), "submit", code, stored.number)
    await say(update, context, context.say(key, code=code, version=stored.number), [[submit]])


async def _show_letter(update: Update, context: Context, stored: StoredAppeal, html: str, rows: Rows) -> None:
    """Show the letter with the picture that it has; the first time, Telegram gives the picture a name to send it by."""
    photo = await stored_photo(context.services.db, stored.version)
    if photo is None:
        await say(update, context, html, rows)
        return
    shown = await context.bot.send_photo(
        person_of(update).id,
        photo.file_id or photo.content,
        caption=html,
        reply_markup=InlineKeyboardMarkup(rows),
        has_spoiler=stored.appeal.content_note,
        filename="photo.jpg",
    )
    if photo.file_id is None:
        await keep_file_id(context.services.db, photo.id, shown.photo[-1].file_id)
