"""The one ordered list of everything that the bot answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Chat, Update
from telegram.ext import (
    ApplicationHandlerStop,
    CallbackQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers.asking import answer, person_of, say
from handlers.conversations import listen_one_at_a_time
from handlers.coordinators import auditing, desk, dismissing, exporting, inviting
from handlers.coordinators.appeals import approving, drafting, photographing, waiting
from handlers.coordinators.calendar import moments, tasks
from handlers.coordinators.forms import conversation as forms
from handlers.coordinators.news import approving as news
from handlers.coordinators.organisations import register as organisations
from handlers.coordinators.petitions.batches import conversation as batches
from handlers.coordinators.petitions.collecting import links, own, suspects, volunteers
from handlers.coordinators.petitions.counting import goals, statistics
from handlers.coordinators.petitions.handing_over import conversation as handing_over
from handlers.coordinators.petitions.invalidating import conversation as invalidating
from handlers.coordinators.petitions.kits import command as kits
from handlers.coordinators.recording import menu as recording
from handlers.coordinators.registers import conversation as registers
from handlers.coordinators.reports import showing
from handlers.coordinators.sending import conversation as sending
from handlers.coordinators.sending import correcting, recalling, steering
from handlers.coordinators.timelines import showing as timelines
from handlers.coordinators.timelines import trackers
from handlers.coordinators.tips import keys as tip_keys
from handlers.coordinators.tips import loading, queue
from handlers.coordinators.tips.cases import working as cases
from handlers.supporters import (
    calendar,
    campaigns,
    endorsing,
    following,
    languages,
    learning,
    listing,
    own_data,
    partners,
    privacy,
    proving,
    reading,
    starting,
)
from handlers.supporters.collecting import volunteering
from handlers.supporters.signing import conversation as signing
from handlers.supporters.signing import withdrawing
from handlers.supporters.subscribing import choices, quiet_hours
from handlers.supporters.subscribing import conversation as subscribing
from handlers.supporters.tips.inbox import conversation as inbox
from handlers.supporters.tips.inbox.edits import clear_edit
from handlers.supporters.tips.sending import conversation as tipping
from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from handlers.context import CampaignApplication, Context

PREPARE, TIP, INBOX, SERVE, FINISH = range(-1, 4)  # tips and receipts come before all that would take their text

# The first that takes an update has it: an invitation before a plain /start, conversations before what is true
# anywhere, and what nobody else took at the end.
MODULES = (
    inviting,
    endorsing,
    signing,
    withdrawing,
    proving,
    volunteering,
    sending,
    batches,
    invalidating,
    handing_over,
    news,
    forms,
    goals,
    links,
    suspects,
    volunteers,
    kits,
    own,
    organisations,
    recording,
    timelines,
    trackers,
    tasks,
    moments,
    starting,
    subscribing,
    choices,
    quiet_hours,
    following,
    languages,
    listing,
    reading,
    learning,
    campaigns,
    calendar,
    partners,
    own_data,
    privacy,
    loading,
    registers,
    photographing,
    drafting,
    waiting,
    approving,
    steering,
    correcting,
    recalling,
    showing,
    statistics,
    queue,
    cases,
    tip_keys,
    dismissing,
    exporting,
    auditing,
    desk,
)


def register(application: CampaignApplication) -> None:
    """Give *application* every handler, in order."""
    application.add_handler(TypeHandler(Update, prepare), PREPARE)
    application.add_handlers(tipping.handlers(), TIP)
    application.add_handlers(inbox.handlers(), INBOX)
    served = [handler for module in MODULES for handler in module.handlers()]
    listen_one_at_a_time(served, application.user_data)
    application.add_handlers(served, SERVE)
    application.add_handler(CallbackQueryHandler(refuse_stale_button), SERVE)
    application.add_handler(MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, refuse_command), SERVE)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, say_what_can_be_done), SERVE)
    application.add_handler(TypeHandler(Update, finish), FINISH)


async def prepare(update: Update, context: Context) -> None:
    """Find the person's language; stop what does not come from a person in a private chat."""
    if update.effective_user is None or update.effective_chat is None:
        raise ApplicationHandlerStop
    code = update.effective_user.language_code
    chosen = await chosen_language(context.services.db, person_of(update).id)
    context.language = chosen or context.services.texts.best_for(code)
    if update.effective_chat.type != Chat.PRIVATE:
        if update.message is not None and update.message.text and update.message.text.startswith("/"):
            await update.message.reply_text(context.say("private-only"))
        raise ApplicationHandlerStop
    if update.edited_message is not None:  # nobody else hears of it: commands of the library take edits as well
        await clear_edit(update, context)
        raise ApplicationHandlerStop
    if update.callback_query and not _is_text(update.callback_query.data or ""):
        await answer(update, context, "button-stale")
        raise ApplicationHandlerStop


def _is_text(data: str) -> bool:
    """Whether it can be looked up at all: half of a surrogate pair can arrive in JSON, but is in no button of ours."""
    try:
        data.encode()
    except UnicodeEncodeError:
        return False
    return True


async def finish(update: Update, context: Context) -> None:
    """Answer a button that nobody answered; Telegram would show it waiting."""
    await answer(update, context)


async def refuse_stale_button(update: Update, context: Context) -> None:
    """Say that a button belongs to a screen that is over."""
    await answer(update, context, "button-stale")


async def refuse_command(update: Update, context: Context) -> None:
    """Say that there is no such command."""
    await say(update, context, context.say("unknown-command"))


async def say_what_can_be_done(update: Update, context: Context) -> None:
    """Answer what was said outside of any conversation."""
    await say(update, context, context.say("nothing-to-do"))
