"""Following an appeal without signing it, and no longer.

the full text of an appeal ──[Follow this appeal]──► what is kept, and why ──[Yes]──► followed
                           └─[Stop following]──► not followed any more
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.appeals.heading import title_text
from handlers.appeals.links import source_in
from handlers.asking import answer, button, on, person_of, pressed, show
from handlers.supporters.appeal_screens import published_appeal, show_appeal
from storage.people.followers import Following, follow, is_following, unfollow

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

CONSENT_VERSION = "following-1"  # of the wording of `following-consent`; a new wording needs a new version


async def ask_consent(update: Update, context: Context) -> None:
    """Say what is kept and why, and wait for a press; whoever follows already sees that they do."""
    stored = await _appeal(update, context)
    if stored is None:
        return
    if await is_following(context.services.db, stored.appeal.code, person_of(update).id):
        await _show_card(update, context, stored)
        return
    title = title_text(stored.appeal, context.services.texts, context.language)
    text = context.say("following-consent", title=title, organisation=context.services.policy.organisation)
    rows = [
        [button(context.label("following-yes"), "follow-confirm", *pressed(update)[:2])],
        [button(context.label("following-no"), "more", *pressed(update)[:2])],
    ]
    await show(update, context, text, rows)


async def take_consent(update: Update, context: Context) -> None:
    """Make the person a follower, and show the appeal again, now with the button that ends it."""
    stored = await _appeal(update, context, "following-done")
    if stored is None:
        return
    following = Following(
        code=stored.appeal.code,
        person=person_of(update).id,
        language=context.language,
        consent_version=CONSENT_VERSION,
        day=context.services.now().date(),
    )
    await follow(context.services.db, following)
    await _show_card(update, context, stored)


async def end(update: Update, context: Context) -> None:
    """Erase the person among the followers, also of an appeal that was withdrawn since."""
    code = "".join(pressed(update)[:1])
    ended = await unfollow(context.services.db, code, person_of(update).id)
    stored = await published_appeal(context, code)
    await answer(update, context, "following-ended" if ended or stored else "button-stale")
    if stored:
        await _show_card(update, context, stored)


async def _appeal(update: Update, context: Context, news: str | None = None) -> StoredAppeal | None:
    """Return the appeal of the pressed button, which is answered with *news*."""
    stored = await published_appeal(context, "".join(pressed(update)[:1]))
    await answer(update, context, news if stored else "button-stale")
    return stored


async def _show_card(update: Update, context: Context, stored: StoredAppeal) -> None:
    await show_appeal(update, context, stored, source=source_in(pressed(update)[1:]), full=True)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        on("follow", ask_consent),
        on("follow-confirm", take_consent),
        on("unfollow", end),
    ]
