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

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

FILE_NAME = "clarion-my-data.json"


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
    signatures = sum(signature["state"] in {"valid", "suspect"} for signature in stored["signatures"])
    parts = [context.say("own-data-ask-forget", signatures=signatures)]
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
    context.drafts.signing = None
    context.services.tip_drafts.wipe(person)
    if context.chat_data:
        context.chat_data.clear()
    await forget(context.services.db, person)
    parts = [context.say("own-data-forgotten")]
    await show(update, context, "\n\n".join(parts + await _staff_note(update, context)))


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
