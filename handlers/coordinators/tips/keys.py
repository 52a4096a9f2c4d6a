"""To whose keys tips are sealed, and the canaries that everybody opens before their key is among them.

/keys ──► the list, the current epoch, who is missing ──[My canary] [All canaries]──► sealed files
/keys WORD ──► the word of a canary is taken back; with the last one the proposed epoch begins
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, message_of, on, person_of, say
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.errors import CannotStart, NoSuchCanary
from storage.sealing import ENOUGH_RECIPIENTS
from storage.tips.keys.epochs import answer_canary, tip_recipients
from storage.tips.keys.states import canaries, epoch_states

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator
    from storage.sealing import Recipient
    from storage.tips.keys.states import EpochState, Unopened

log = logging.getLogger(__name__)

MINE, ALL = "mine", "all"


@trusted_with(Duty.KEYS)
async def answer_keys(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Take a word back, where there is one, or show how the keys stand."""
    if words := words_of(update, context):
        await take_word(update, context, coordinator, "".join(words))
    else:
        await show_keys(update, context, coordinator)


@trusted_with(Duty.KEYS)
async def press_keys(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show how the keys stand, or send canaries."""
    await answer(update, context)
    match words_of(update, context):
        case ["canaries", *which]:
            await send_canaries(update, context, coordinator, mine=which == [MINE])
        case _:
            await show_keys(update, context, coordinator)


async def show_keys(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show the operator's list, to whom tips are sealed now, and for whom the next epoch waits."""
    db = context.services.db
    states = await epoch_states(db)
    blocks = [await _list_in_words(context), *(_epoch_in_words(context, state) for state in states)]
    current = await tip_recipients(db)
    if current is None or not current.recipients.enough:
        blocks.append(context.say("keys-closed", enough=ENOUGH_RECIPIENTS))
    waiting = await canaries(db)
    if waiting:
        blocks.append(context.say("keys-how"))
    await say(update, context, fitted(map(Markup, blocks)), _buttons(context, waiting, coordinator))


async def send_canaries(update: Update, context: Context, coordinator: Coordinator, *, mine: bool) -> None:
    """Send the canaries that nobody has opened yet, one's own or all; each opens with its own key alone."""
    waiting = [one for one in await canaries(context.services.db) if not mine or _is_of(one, coordinator)]
    if not waiting:
        await say(update, context, context.say("keys-no-canaries"))
    for canary in waiting:
        file = InputFile(canary.sealed, filename=canary.file_name)
        caption = context.say("keys-canary", name=canary.recipient.name, file=canary.file_name)
        await context.bot.send_document(person_of(update).id, file, caption=caption)


async def take_word(update: Update, context: Context, coordinator: Coordinator, word: str) -> None:
    """Take the word of a canary back, and say who is missing or that the epoch has begun."""
    services = context.services
    removed = await _removed(update, context)
    try:
        answered = await answer_canary(services.db, word, services.now(), coordinator.id)
    except NoSuchCanary:
        said = context.say("keys-wrong-word")
    else:
        log.info("coordinator %d gave back a canary of epoch %d", coordinator.id, answered.epoch)
        key = "keys-begun" if answered.begun else "keys-taken"
        missing = ", ".join(answered.missing)
        said = context.say(key, name=answered.alias, missing=missing, number=str(answered.epoch))
    await say(update, context, said if removed else f"{said}\n\n{context.say('keys-not-deleted')}")


async def _list_in_words(context: Context) -> str:
    try:
        named = context.services.named_recipients()
    except CannotStart:
        return context.say("keys-unreadable")
    names = _names(context, named.members)
    return context.say("keys-list", count=len(named.members), names=names, digest=named.digest)


def _epoch_in_words(context: Context, state: EpochState) -> str:
    zone = context.services.policy.timezone
    since = (state.begun_at or state.proposed_at).astimezone(zone).date()
    return context.say(
        f"keys-{state.state}",
        number=str(state.number),
        count=len(state.members),
        names=_names(context, state.members),
        missing=", ".join(state.missing),
        digest=state.digest,
        day=day_text(since, context.language),
    )


def _names(context: Context, members: tuple[Recipient, ...]) -> str:
    return ", ".join(member.name for member in members) or context.label("keys-nobody")


def _buttons(context: Context, waiting: tuple[Unopened, ...], coordinator: Coordinator) -> Rows:
    if not waiting:
        return []
    row = [button(context.label("keys-all-canaries"), "keys", "canaries", ALL)]
    if any(_is_of(canary, coordinator) for canary in waiting):
        row.insert(0, button(context.label("keys-my-canary"), "keys", "canaries", MINE))
    return [row]


def _is_of(canary: Unopened, coordinator: Coordinator) -> bool:
    return canary.recipient.alias == coordinator.alias


async def _removed(update: Update, context: Context) -> bool:
    """Delete the message with the word; return whether Telegram did."""
    try:
        await context.bot.delete_message(person_of(update).id, message_of(update).message_id)
    except TelegramError as error:
        log.warning("a message with a canary's word was not deleted: %s", type(error).__name__)
        return False
    return True


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("keys", answer_keys), on("keys", press_keys)]
