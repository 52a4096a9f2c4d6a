"""Getting appeals, choosing which, and stopping.

/subscribe ──► what is kept, and why ──[Subscribe]──► the settings
/settings ──┬─[Topics]──► ticks, none of them at first ──[Done]──► the settings
            ├─[Every appeal at once | Only critical ones]
            └─[Stop appeals]
/stop ──► one sentence, from anywhere
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from telegram import ChatMember
from telegram.ext import BaseHandler, ChatMemberHandler, CommandHandler

from handlers.appeals.links import source_in
from handlers.asking import answer, button, on, person_of, pressed, say, show
from handlers.dates import day_text
from handlers.texts import Markup
from storage.appeals.vocabulary import Topic
from storage.people.subscribers import (
    Cadence,
    Subscriber,
    SubscriberState,
    Subscription,
    find_subscriber,
    note_blocked,
    set_cadence,
    set_topics,
    stop,
    subscribe,
)

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context

CONSENT_VERSION = "subscribing-1"  # of the wording of `subscribing-consent`; a new wording needs a new version
TOPICS_IN_ROW = 2


async def ask_consent(update: Update, context: Context) -> None:
    """Say what is kept and why, and wait for a press; whoever gets appeals already sees the settings."""
    await answer(update, context)
    subscriber = await _subscriber(update, context)
    if subscriber and subscriber.state is SubscriberState.ACTIVE:
        await show_settings(update, context)
        return
    source = source_in(pressed(update)[1:]) if update.callback_query else None
    agree = button(context.label("subscribing-subscribe"), "subscribe", "yes", *([source] if source else []))
    organisation = context.services.policy.organisation
    await show(update, context, context.say("subscribing-consent", organisation=organisation), [[agree]])


async def take_consent(update: Update, context: Context) -> None:
    """Subscribe the person, who pressed the button below the consent."""
    await answer(update, context)
    subscription = Subscription(
        person=person_of(update).id,
        language=context.language,
        consent_version=CONSENT_VERSION,
        day=context.services.now().date(),
        source=source_in(pressed(update)[1:]),
    )
    await subscribe(context.services.db, subscription)
    await show_settings(update, context, context.say("subscribing-done"))


async def show_settings(update: Update, context: Context, *news: str) -> None:
    """Show what the person gets, how often and in which language, below the *news* if there are any."""
    chosen = context.label("languages-own-name")
    subscriber = await _subscriber(update, context)
    if subscriber is None or subscriber.state is not SubscriberState.ACTIVE:
        rows = [[button(context.label("subscribing-subscribe"), "subscribe", "open")]]
        await show(update, context, context.say("subscribing-settings-off", chosen=chosen), rows)
        return
    settings = context.say(
        "subscribing-settings",
        since=day_text(date.fromisoformat(subscriber.since), context.language),
        topics=Markup(_named(context, subscriber)),
        cadence=Markup(context.say(f"subscribing-cadence-{subscriber.cadence}")),
        chosen=chosen,
    )
    await show(update, context, "\n\n".join([*news, settings]), _settings_rows(context, subscriber))


async def take_cadence(update: Update, context: Context) -> None:
    """Change how often the subscriber hears from us."""
    (word,) = pressed(update)[:1] or ("",)
    if word not in set(Cadence) or await _subscriber(update, context) is None:
        await answer(update, context, "button-stale")
        return
    await set_cadence(context.services.db, person_of(update).id, Cadence(word))
    await answer(update, context, "subscribing-saved")
    await show_settings(update, context)


async def ask_topics(update: Update, context: Context) -> None:
    """Show every topic with the subscriber's ticks; without any, every topic is sent."""
    subscriber = await _subscriber(update, context)
    await answer(update, context, None if subscriber else "button-stale")
    if subscriber:
        await _show_topics(update, context, subscriber.topics)


async def take_topic(update: Update, context: Context) -> None:
    """Tick a topic, or untick it."""
    subscriber = await _subscriber(update, context)
    (slug,) = pressed(update)[:1] or ("",)
    if subscriber is None or slug not in set(Topic):
        await answer(update, context, "button-stale")
        return
    topics = subscriber.topics ^ {slug}
    await set_topics(context.services.db, person_of(update).id, topics)
    await answer(update, context)
    await _show_topics(update, context, topics)


async def settings(update: Update, context: Context) -> None:
    """Show the settings, as the command or the button that leads back to them asks."""
    await answer(update, context)
    await show_settings(update, context)


async def stop_appeals(update: Update, context: Context) -> None:
    """Stop at once, whatever else is under way, and say how to come back."""
    await answer(update, context)
    stopped = await stop(context.services.db, person_of(update).id)
    await say(update, context, context.say("subscribing-stopped" if stopped else "subscribing-not-subscribed"))


async def note_membership(update: Update, context: Context) -> None:
    """Note that the person blocked the bot; unblocking brings them within reach, but is no consent."""
    change = update.my_chat_member
    if change and change.new_chat_member.status == ChatMember.BANNED:
        await note_blocked(context.services.db, person_of(update).id)


async def _subscriber(update: Update, context: Context) -> Subscriber | None:
    return await find_subscriber(context.services.db, person_of(update).id)


async def _show_topics(update: Update, context: Context, ticked: frozenset[str]) -> None:
    buttons = [_option(context, f"subscribing-topic-{topic}", topic in ticked, "topic", topic) for topic in Topic]
    rows = [buttons[start : start + TOPICS_IN_ROW] for start in range(0, len(buttons), TOPICS_IN_ROW)]
    rows.append([button(context.label("subscribing-topics-done"), "topics", "done")])
    await show(update, context, context.say("subscribing-ask-topics"), rows)


def _settings_rows(context: Context, subscriber: Subscriber) -> Rows:
    return [
        [button(context.label("subscribing-topics"), "topics", "open")],
        *(
            [_option(context, f"subscribing-cadence-{one}", one is subscriber.cadence, "cadence", one)]
            for one in Cadence
        ),
        [button(context.label("subscribing-stop"), "stop", "yes")],
    ]


def _option(context: Context, key: str, chosen: bool, word: str, value: str) -> InlineKeyboardButton:
    label = context.label(key)
    return button(context.label("subscribing-ticked", option=label) if chosen else label, word, value)


def _named(context: Context, subscriber: Subscriber) -> str:
    names = [context.say(f"subscribing-topic-{topic}") for topic in Topic if topic in subscriber.topics]
    return ", ".join(names) or context.say("subscribing-every-topic")


async def _topics_button(update: Update, context: Context) -> None:
    await (settings if pressed(update) == ("done",) else ask_topics)(update, context)


async def _subscribe_button(update: Update, context: Context) -> None:
    await (take_consent if pressed(update)[:1] == ("yes",) else ask_consent)(update, context)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("subscribe", ask_consent),
        CommandHandler("settings", settings),
        CommandHandler("stop", stop_appeals),
        on("subscribe", _subscribe_button),
        on("topics", _topics_button),
        on("topic", take_topic),
        on("cadence", take_cadence),
        on("stop", stop_appeals),
        ChatMemberHandler(note_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
