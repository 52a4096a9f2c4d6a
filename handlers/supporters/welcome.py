"""The first screen, and the row of languages that it shares with /language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button, person_of, show
from handlers.texts import LANGUAGES
from storage.people.subscribers import SubscriberState, find_subscriber

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context

HERE = "start"
"""What a language button on the first screen says beside the language, so that the screen itself is turned."""


async def show_welcome(update: Update, context: Context) -> None:
    """Say what this is and is not, and offer what can be done; nothing is chosen for the person."""
    organisation = context.services.policy.organisation
    subscriber = await find_subscriber(context.services.db, person_of(update).id)
    rows = [
        [button(context.label("appeals-list"), "appeals", "open")],
        language_row(context, HERE),
    ]
    parts = [context.say("starting-welcome", organisation=organisation)]
    if subscriber and subscriber.state is SubscriberState.ACTIVE:
        parts.append(context.say("starting-subscribed"))
    else:
        parts += [context.say("starting-ended")] if subscriber else []
        parts.append(context.say("subscribing-consent", organisation=organisation))
        rows.insert(0, [button(context.label("subscribing-subscribe"), "subscribe", "yes")])
    await show(update, context, "\n\n".join(parts), rows)


def language_row(context: Context, *place: str) -> list[InlineKeyboardButton]:
    """Return a button for each language, named in itself; *place* says which screen it stands on."""
    texts = context.services.texts
    return [button(texts.plain("languages-own-name", tag), "language", tag, *place) for tag in LANGUAGES]
