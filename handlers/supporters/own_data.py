"""Taking one's data back.

/mydata ──► a file with everything that is stored about the person
/forget (or /deleteme) ──► what goes ──[Erase everything]──► it is gone, and the counts went down
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, person_of, pressed, say, show
from storage.people.coordinators import find_coordinator
from storage.people.own_data import forget, own_data
from storage.petitions.signatures.records import SignatureState

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

FILE_NAME = "clarion-my-data.json"
STANDING = frozenset({SignatureState.VALID, SignatureState.SUSPECT})


async def send_own_data(update: Update, context: Context) -> None:
    """Send everything that is stored about the person as one readable file."""
    services, person = context.services, person_of(update).id
    content = {
        "organisation": services.policy.organisation,
        "contact": services.policy.privacy_contact,
        "telegram_id": person,
        "made_at": services.now().isoformat(timespec="seconds"),
        "about_tips": context.label("own-data-about-tips"),
        **await own_data(services.db, person),
    }
    document = json.dumps(content, ensure_ascii=False, indent=2).encode()
    await context.bot.send_document(
        person, document, filename=FILE_NAME, caption=context.say("own-data-file"), disable_content_type_detection=True
    )


async def ask_forget(update: Update, context: Context) -> None:
    """Say what would go, and wait for one press."""
    person = person_of(update).id
    stored = await own_data(context.services.db, person)
    parts = [context.say("own-data-ask-forget", signatures=_given(stored)), *_what_stays(context, stored)]
    if representing := stored["representing"]:
        parts.append(context.say("endorsing-forgets", organisation=representing["organisation"]))
    rows = [[button(context.label("own-data-forget"), "forget", "yes")]]
    await say(update, context, "\n\n".join(parts + await _staff_note(update, context)), rows)


async def take_forget(update: Update, context: Context) -> None:
    """Erase the person, with whatever they were in the middle of."""
    if pressed(update) != ("yes",):
        await answer(update, context, "button-stale")
        return
    await answer(update, context)
    person = person_of(update).id
    context.services.forget_draft(person)
    context.services.tip_drafts.wipe(person)
    if context.chat_data:
        context.chat_data.clear()
    stored = await own_data(context.services.db, person)
    await forget(context.services.db, person)
    parts = [context.say("own-data-forgotten"), *_what_stays(context, stored)]
    parts.append(context.say("own-data-begin-again"))
    await show(update, context, "\n\n".join(parts + await _staff_note(update, context)))


def _given(stored: dict[str, Any]) -> int:
    """Return how many signatures stop to count: those that stand, and of which the name is still kept."""
    return sum(one["state"] in STANDING and one["name"] is not None for one in stored["signatures"])


def _what_stays(context: Context, stored: dict[str, Any]) -> list[str]:
    """Say what stays of signatures that cannot go as a whole."""
    signatures = stored["signatures"]
    counts = {
        "own-data-forgets-final": sum(one["state"] in STANDING and one["name"] is None for one in signatures),
        "own-data-forgets-refused": sum(one["state"] == SignatureState.INVALIDATED for one in signatures),
    }
    return [context.say(key, count=count) for key, count in counts.items() if count]


async def _staff_note(update: Update, context: Context) -> list[str]:
    coordinator = await find_coordinator(context.services.db, person_of(update).id)
    return [context.say("own-data-coordinator", alias=coordinator.alias)] if coordinator else []


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("mydata", send_own_data),
        CommandHandler(("forget", "deleteme"), ask_forget),
        on("forget", take_forget),
    ]
