"""The settings: the screen to which every choice leads back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.asking import button, person_of, say, show
from handlers.dates import day_text
from handlers.supporters.subscribing.zones import quiet_text
from handlers.texts import Markup
from storage.appeals.vocabulary import Topic
from storage.people.subscribers import Subscriber, SubscriberState, find_subscriber

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.context import Context


async def subscriber_of(update: Update, context: Context) -> Subscriber | None:
    """Return what is stored of the person's subscription."""
    return await find_subscriber(context.services.db, person_of(update).id)


async def show_settings(update: Update, context: Context, *news: str, below: bool = False) -> None:
    """Show what the person gets, how often and in which language, under the *news* if there are any.

    With *below* they are a new message, and the one whose button was pressed stays.
    """
    place = say if below else show
    chosen = context.label("languages-own-name")
    subscriber = await subscriber_of(update, context)
    if subscriber is None or subscriber.state is not SubscriberState.ACTIVE:
        rows = [[button(context.label("subscribing-subscribe"), "subscribe", "open")]]
        await place(update, context, context.say("subscribing-settings-off", chosen=chosen), rows)
        return
    settings = context.say(
        "subscribing-settings",
        since=day_text(date.fromisoformat(subscriber.since), context.language),
        topics=Markup(_topics(context, subscriber)),
        cadence=Markup(context.say(f"subscribing-cadence-{subscriber.cadence}")),
        quiet=Markup(quiet_text(context, subscriber.quiet)),
        chosen=chosen,
    )
    words = (("topics", "open"), ("cadence", "open"), ("quiet", "open"), ("stop", "yes"))
    rows = [[button(context.label(f"subscribing-{word}"), word, argument)] for word, argument in words]
    await place(update, context, "\n\n".join([*news, settings]), rows)


def option(context: Context, label: str, *data: str | int, chosen: bool) -> InlineKeyboardButton:
    """Return a button that shows whether it is chosen."""
    return button(context.label("subscribing-ticked", option=label) if chosen else label, str(data[0]), *data[1:])


def back_button(context: Context) -> InlineKeyboardButton:
    """Return the button that leads back to the settings."""
    return button(context.label("subscribing-back"), "settings", "open")


def _topics(context: Context, subscriber: Subscriber) -> str:
    names = [context.say(f"subscribing-topic-{topic}") for topic in Topic if topic in subscriber.topics]
    return ", ".join(names) or context.say("subscribing-every-topic")
