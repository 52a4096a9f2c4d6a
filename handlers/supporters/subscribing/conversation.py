"""Getting appeals, and stopping.

/subscribe ──► what is kept, and why ──[Subscribe]──► the settings
/settings ──┬─[Topics] [How often] [Quiet hours] ──► the choices
            └─[Stop everything]
/stop ──► what ended, from anywhere
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import ChatMember
from telegram.ext import BaseHandler, ChatMemberHandler, CommandHandler

from handlers.appeals.links import source_in
from handlers.asking import answer, button, on, person_of, pressed, say, show
from handlers.supporters.subscribing.settings_screen import show_settings, subscriber_of
from storage.people.subscribers import SubscriberState, Subscription, note_blocked, stop, subscribe

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.people.subscribers import Stopped

CONSENT_VERSION = "subscribing-2"  # of the wording of `subscribing-consent`; a new wording needs a new version


async def ask_consent(update: Update, context: Context) -> None:
    """Say what is kept and why, and wait for a press; whoever gets appeals already sees the settings."""
    await answer(update, context)
    subscriber = await subscriber_of(update, context)
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


async def settings(update: Update, context: Context) -> None:
    """Show the settings, as the command asks, a choice that leads back to them, or a digest, which stays above."""
    await answer(update, context)
    below = update.callback_query is not None and pressed(update) == ("below",)
    await show_settings(update, context, below=below)


async def stop_everything(update: Update, context: Context) -> None:
    """Stop at once whatever is sent to the person, whatever else is under way, and say how to come back."""
    await answer(update, context)
    stopped = await stop(context.services.db, person_of(update).id)
    await say(update, context, _stopped_text(context, stopped))


async def note_membership(update: Update, context: Context) -> None:
    """Note that the person blocked the bot; unblocking brings them within reach, but is no consent."""
    change = update.my_chat_member
    if change and change.new_chat_member.status == ChatMember.BANNED:
        await note_blocked(context.services.db, person_of(update).id)


def _stopped_text(context: Context, stopped: Stopped) -> str:
    if not stopped:
        return context.say("subscribing-not-subscribed")
    ended = [
        *([context.say("subscribing-stopped-following", count=stopped.following)] if stopped.following else []),
        *([context.say("subscribing-stopped-updates", count=stopped.updates)] if stopped.updates else []),
    ]
    return "\n".join([context.say("subscribing-stopped"), *ended, context.say("subscribing-come-back")])


async def _subscribe_button(update: Update, context: Context) -> None:
    await (take_consent if pressed(update)[:1] == ("yes",) else ask_consent)(update, context)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("subscribe", ask_consent),
        CommandHandler("settings", settings),
        CommandHandler("stop", stop_everything),
        on("subscribe", _subscribe_button),
        on("settings", settings),
        on("stop", stop_everything),
        ChatMemberHandler(note_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
