"""The press release of an appeal that was sent, one file per language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.kit.press import press_text, words_in
from handlers.appeals.kit.texts import kit_languages
from handlers.asking import say
from handlers.coordinators.petitions.kits.files import own_name, send_file
from handlers.one_line import read_line
from storage.appeals.records import SENT

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

PLACE_MAX = 60  # characters


async def send_press(update: Update, context: Context, stored: StoredAppeal, words: tuple[str, ...]) -> None:
    """Send the release, dated at the place that *words* name: once for all languages, or for each, with a slash."""
    appeal, languages = stored.appeal, kit_languages(stored.appeal)
    if stored.state not in SENT or not languages:
        await say(update, context, context.say("kits-press-not-sent" if languages else "kits-no-language"))
        return
    places = [read_line(place, PLACE_MAX) or "" for place in " ".join(words).split("/")]
    for number, language in enumerate(languages):
        place = places[min(number, len(places) - 1)]
        await _send(update, context, stored, language, place)
    if not any(places):
        named = " / ".join(own_name(context, language) for language in languages)
        await say(update, context, context.say("kits-press-place", code=appeal.code, languages=named))


async def _send(update: Update, context: Context, stored: StoredAppeal, language: str, place: str) -> None:
    services, code = context.services, stored.appeal.code
    text = press_text(
        stored.appeal,
        services.texts,
        language,
        context.bot.username,
        organisation=services.policy.organisation,
        place=place,
        today=services.today(),
    )
    caption = context.say("kits-press", language=own_name(context, language), words=words_in(text))
    await send_file(update, context, text.encode(), f"{code}-press-{language}.txt", caption)
