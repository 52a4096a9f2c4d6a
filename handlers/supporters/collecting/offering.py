"""The offer to collect signatures, from the first question to the last word.

alone, or with a school group? ──► old enough? ──[Younger]──► nothing is kept
                                        └──► NAME ──► (SCHOOL ──► GUARDIAN ──►) SUMMARY ──[I agree]──► it waits
/cancel, [Cancel] ──► nothing is kept

What was typed is in the program's memory alone until it is agreed to; a restart forgets it.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import CommandHandler, ConversationHandler, MessageHandler, filters

from handlers.appeals.heading import title_text
from handlers.asking import answer, button, message_of, on, person_of, pressed, say, show
from handlers.context import Context
from handlers.conversations import Conversation
from handlers.coordinators.petitions.collecting.alerts import alert_offer
from handlers.countries import guessed_country
from handlers.one_line import read_line
from handlers.supporters.ages import age_for
from handlers.supporters.appeal_screens import published_appeal
from handlers.supporters.signing.names import NAME_MAX, NameFault, read_name
from storage.petitions.collecting.volunteering import offer
from storage.petitions.collecting.volunteers import Offer, SchoolGroup
from storage.retention import NAMES_KEPT_AFTER_CLOSING

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton

    from storage.appeals.records import StoredAppeal

log = logging.getLogger(__name__)

CONSENT_VERSION = "volunteering-1"  # of the wording of `volunteering-consent`; a new wording needs a new version
SCHOOL_MAX = 80  # characters
GUARDIAN_MAX = 160  # characters

_KEY = "offer"


class Way(StrEnum):
    """How somebody wants to collect."""

    ALONE = "alone"
    SCHOOL = "school"


class Step(IntEnum):
    """What is asked."""

    NAME = 1
    SCHOOL = 2
    GUARDIAN = 3
    SUMMARY = 4


@dataclass
class OfferDraft:
    """An offer that is not agreed to yet.

    Attributes:
        language: In which it was shown what is agreed to.
        deed: What its last button holds, so that the button of an older offer agrees to nothing.
    """

    code: str
    way: Way
    name: str = ""
    school: str = ""
    guardian: str = ""
    language: str = ""
    deed: str = field(default_factory=lambda: secrets.token_hex(4))


Taken = Callable[[Update, Context, OfferDraft], Awaitable[int | None]]


def _with_draft(step: Taken) -> Callable[[Update, Context], Coroutine[Any, Any, int | None]]:
    """Hand the draft to *step*, if there is still one."""

    @wraps(step)
    async def guarded(update: Update, context: Context) -> int | None:
        draft = _chat(context).get(_KEY)
        if draft is None:  # the person had everything erased meanwhile
            return await _end(update, context, "volunteering-gone")
        return await step(update, context, draft)

    return guarded


async def show_ways(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Say what a volunteer does and gets, and ask how they want to collect."""
    if not stored.open_at(context.services.now()):
        await show(update, context, context.say("volunteering-closed"))
        return
    title = title_text(stored.appeal, context.services.texts, context.language)
    rows = [[button(context.label(f"volunteering-{way}"), "volunteer-way", stored.appeal.code, way)] for way in Way]
    await show(update, context, context.say("volunteering-what", title=title), rows)


async def ask_age(update: Update, context: Context) -> int:
    """Ask whether the person is old enough; not how old."""
    _chat(context).pop(_KEY, None)
    found = await _pressed(update, context)
    if found is None:
        return ConversationHandler.END
    stored, way = found
    age = age_for(stored.appeal, guessed_country(person_of(update).language_code))
    rows = [
        [button(context.label("volunteering-old-enough", age=age), "volunteer-age", stored.appeal.code, way, "yes")],
        [button(context.label("volunteering-younger"), "volunteer-age", stored.appeal.code, way, "no")],
    ]
    await show(update, context, context.say("volunteering-ask-age", age=age), rows)
    return ConversationHandler.END


async def take_age(update: Update, context: Context) -> int:
    """Go on with who is old enough; of who is not, nothing is kept."""
    found = await _pressed(update, context)
    if found is None:
        return ConversationHandler.END
    stored, way = found
    if pressed(update)[2:] != ("yes",):
        await show(update, context, context.say("volunteering-too-young", code=stored.appeal.code))
        return ConversationHandler.END
    draft = OfferDraft(stored.appeal.code, way)
    _chat(context)[_KEY] = draft
    return await ask_name(update, context, draft)


async def ask_name(update: Update, context: Context, _draft: OfferDraft) -> int:
    """Ask by which name coordinators shall know the person; what Telegram shows is one press."""
    own = read_name(person_of(update).full_name)
    known = [] if isinstance(own, NameFault) else [[button(own, "volunteer-name", "own")]]
    await show(update, context, context.say("volunteering-ask-name", limit=NAME_MAX), [*known, [_cancel(context)]])
    return Step.NAME


async def take_name(update: Update, context: Context, draft: OfferDraft) -> int:
    await answer(update, context)
    typed = person_of(update).full_name if update.callback_query else message_of(update).text or ""
    name = read_name(typed)
    if isinstance(name, NameFault):
        await say(update, context, context.say("volunteering-bad-name", limit=NAME_MAX))
        return await ask_name(update, context, draft)
    draft.name = name
    ask = ask_school if draft.way is Way.SCHOOL else ask_agreement
    return await ask(update, context, draft)


async def ask_school(update: Update, context: Context, _draft: OfferDraft) -> int:
    await show(update, context, context.say("volunteering-ask-school", limit=SCHOOL_MAX), [[_cancel(context)]])
    return Step.SCHOOL


async def take_school(update: Update, context: Context, draft: OfferDraft) -> int:
    school = read_line(message_of(update).text or "", SCHOOL_MAX)
    if school is None:
        return await ask_school(update, context, draft)
    draft.school = school
    return await ask_guardian(update, context, draft)


async def ask_guardian(update: Update, context: Context, _draft: OfferDraft) -> int:
    await show(update, context, context.say("volunteering-ask-guardian", limit=GUARDIAN_MAX), [[_cancel(context)]])
    return Step.GUARDIAN


async def take_guardian(update: Update, context: Context, draft: OfferDraft) -> int:
    guardian = read_line(message_of(update).text or "", GUARDIAN_MAX)
    if guardian is None:
        return await ask_guardian(update, context, draft)
    draft.guardian = guardian
    return await ask_agreement(update, context, draft)


async def ask_agreement(update: Update, context: Context, draft: OfferDraft) -> int:
    """Show all that would be kept, with for what and how long, for the last word."""
    policy, stored = context.services.policy, await published_appeal(context, draft.code)
    draft.language = context.language
    if stored is None:
        return await _end(update, context, "volunteering-closed")
    title = title_text(stored.appeal, context.services.texts, context.language)
    parts = [context.say("volunteering-given", title=title, name=draft.name)]
    if draft.way is Way.SCHOOL:
        parts.append(context.say("volunteering-given-school", school=draft.school, guardian=draft.guardian))
    kept = {"days": policy.names_kept_days, "unsent": NAMES_KEPT_AFTER_CLOSING.days}
    consent = context.say("volunteering-consent", organisation=policy.organisation, **kept)
    rows = [[button(context.label("volunteering-agree"), "volunteer-agree", draft.deed)], [_cancel(context)]]
    await show(update, context, "\n".join(parts) + f"\n\n{consent}", rows)
    return Step.SUMMARY


async def take_agreement(update: Update, context: Context, draft: OfferDraft) -> int | None:
    """Keep the offer, and tell the coordinators that there is one; what was read in another language is shown first."""
    if pressed(update) != (draft.deed,):
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    if draft.language != context.language:
        return await ask_agreement(update, context, draft)
    services, stored = context.services, await published_appeal(context, draft.code)
    if stored is None or not stored.open_at(services.now()):
        return await _end(update, context, "volunteering-closed")
    offered = Offer(
        code=draft.code,
        person=person_of(update).id,
        name=draft.name,
        school=SchoolGroup(draft.school, draft.guardian) if draft.way is Way.SCHOOL else None,
        language=draft.language,
        consent_version=CONSENT_VERSION,
        day=services.today(),
    )
    new = await offer(services.db, offered)
    ended = await _end(update, context, "volunteering-offered")
    if new:
        log.info("somebody offered to collect for %s", draft.code)
        await alert_offer(services, context.bot, stored.appeal)
    return ended


async def cancel(update: Update, context: Context) -> int:
    """Keep nothing."""
    await answer(update, context)
    return await _end(update, context, "volunteering-cancelled")


async def _end(update: Update, context: Context, key: str) -> int:
    _chat(context).pop(_KEY, None)
    await show(update, context, context.say(key))
    return ConversationHandler.END


async def _pressed(update: Update, context: Context) -> tuple[StoredAppeal, Way] | None:
    """Return the petition and the way in the pressed button, which is answered, if it can still be offered."""
    code, way = (*pressed(update), "", "")[:2]
    stored = await published_appeal(context, code)
    good = stored is not None and stored.open_at(context.services.now()) and way in set(Way)
    await answer(update, context, None if good else "button-stale")
    return (stored, Way(way)) if stored and good else None


def _chat(context: Context) -> dict[Any, Any]:
    assert context.chat_data is not None  # every update here has a chat
    return context.chat_data


def _cancel(context: Context) -> InlineKeyboardButton:
    return button(context.label("volunteering-cancel"), "volunteer-cancel", "yes")


def conversation() -> Conversation:
    """Return the whole conversation."""
    typed = filters.UpdateType.MESSAGE & ~filters.COMMAND
    return Conversation(
        entry_points=[on("volunteer-way", ask_age), on("volunteer-age", take_age)],
        states={
            Step.NAME: [
                on("volunteer-name", _with_draft(take_name)),
                MessageHandler(typed, _with_draft(take_name)),
            ],
            Step.SCHOOL: [MessageHandler(typed, _with_draft(take_school))],
            Step.GUARDIAN: [MessageHandler(typed, _with_draft(take_guardian))],
            Step.SUMMARY: [
                on("volunteer-agree", _with_draft(take_agreement)),
                MessageHandler(typed, _with_draft(ask_agreement)),
            ],
        },
        fallbacks=[CommandHandler("cancel", cancel), on("volunteer-cancel", cancel)],
        allow_reentry=True,
        name="volunteering",
    )
