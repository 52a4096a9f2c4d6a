"""Choosing what one gets and how often.

the settings ──┬─[Topics]────► ticks, none of them at first ──[Done]──► the settings
               └─[How often]──► at once, day, week, month, only what cannot wait ──[one]──► the settings
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.asking import answer, button, on, person_of, pressed, show
from handlers.supporters.subscribing.settings_screen import back_button, option, show_settings, subscriber_of
from handlers.supporters.subscribing.zones import city_text
from storage.appeals.vocabulary import Topic
from storage.people.subscribers import Cadence, set_cadence, set_topics

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context

TOPICS_IN_ROW = 2


async def ask_topics(update: Update, context: Context) -> None:
    """Show every topic with the subscriber's ticks; without any, every topic is sent."""
    subscriber = await subscriber_of(update, context)
    await answer(update, context, None if subscriber else "button-stale")
    if subscriber:
        await _show_topics(update, context, subscriber.topics)


async def take_topic(update: Update, context: Context) -> None:
    """Tick a topic, or untick it."""
    subscriber = await subscriber_of(update, context)
    (slug,) = pressed(update)[:1] or ("",)
    if subscriber is None or slug not in set(Topic):
        await answer(update, context, "button-stale")
        return
    topics = subscriber.topics ^ {slug}
    await set_topics(context.services.db, person_of(update).id, topics)
    await answer(update, context)
    await _show_topics(update, context, topics)


async def ask_cadence(update: Update, context: Context) -> None:
    """Offer the cadences, and say what holds whichever is chosen."""
    subscriber = await subscriber_of(update, context)
    await answer(update, context, None if subscriber else "button-stale")
    if subscriber is None:
        return
    policy = context.services.policy
    place = {
        "hour": f"{policy.digest_hour:02}:00",
        "city": city_text(policy.timezone.key, context.services.texts, context.language),
    }
    labels = {cadence: context.label(f"subscribing-cadence-{cadence}") for cadence in Cadence}
    rows = [
        *([option(context, labels[one], "cadence", one, chosen=one is subscriber.cadence)] for one in Cadence),
        [back_button(context)],
    ]
    await show(update, context, context.say("subscribing-ask-cadence", **place), rows)


async def take_cadence(update: Update, context: Context) -> None:
    """Change how often the subscriber hears from us."""
    (word,) = pressed(update)[:1] or ("",)
    if word not in set(Cadence) or await subscriber_of(update, context) is None:
        await answer(update, context, "button-stale")
        return
    await set_cadence(context.services.db, person_of(update).id, Cadence(word))
    await answer(update, context, "subscribing-saved")
    await show_settings(update, context)


async def _show_topics(update: Update, context: Context, ticked: frozenset[str]) -> None:
    buttons = [
        option(context, context.label(f"subscribing-topic-{topic}"), "topic", topic, chosen=topic in ticked)
        for topic in Topic
    ]
    rows = [buttons[start : start + TOPICS_IN_ROW] for start in range(0, len(buttons), TOPICS_IN_ROW)]
    rows.append([button(context.label("subscribing-topics-done"), "topics", "done")])
    await show(update, context, context.say("subscribing-ask-topics"), rows)


async def _topics_button(update: Update, context: Context) -> None:
    if pressed(update) != ("done",):
        await ask_topics(update, context)
        return
    await answer(update, context)
    await show_settings(update, context)


async def _cadence_button(update: Update, context: Context) -> None:
    await (ask_cadence if pressed(update) == ("open",) else take_cadence)(update, context)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        on("topics", _topics_button),
        on("topic", take_topic),
        on("cadence", _cadence_button),
    ]
