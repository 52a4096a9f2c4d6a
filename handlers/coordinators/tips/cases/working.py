"""One tip and what is done with it, by buttons or by commands; what it says is never shown.

/case TAG ──► all that is kept in clear ──┬─[Claim it] [Let it go]          /claim, /release
                                          ├─[Rate it] ──► letter ──► digit  /rate TAG B2
                                          ├─[Agree with B2]                 /agree TAG B2
                                          ├─[Labels] ──► each on or off     /label TAG duplicate
                                          ├─[Give it to a colleague]        /assign TAG reviewer-2
                                          └─[Close it] ──► asks why         /close TAG duplicate
An owner takes over what a colleague holds: [Take it over], /claim TAG over.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, show
from handlers.coordinators.named import words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.telling import tell_one
from handlers.coordinators.tips.cases import assigning, labelling, rating
from handlers.coordinators.tips.cases.doing import do_and_show, named_tag
from handlers.coordinators.tips.cases.rating import grades_in
from handlers.coordinators.tips.cases.screen import TAKEN_OVER, back_button, holds, show_case
from storage.errors import NoSuchTip
from storage.people.coordinators import Role, coordinators_with
from storage.tips.review.claims import claim_tip, release_tip, take_over_tip
from storage.tips.review.closing import ClosedBecause, close_tip
from storage.tips.review.queue import case as find_case
from storage.tips.review.ratings import agree as agree_to_rating

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.coordinators import Coordinator


@trusted_with(Duty.REVIEW_TIPS)
async def look(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Show one tip."""
    if (tag := await named_tag(update, context, "case")) is not None:
        await answer(update, context)
        await show_case(update, context, coordinator, tag)


@trusted_with(Duty.REVIEW_TIPS)
async def claim(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Make the coordinator the one who works on it, for an owner also where a colleague does."""
    if (tag := await named_tag(update, context, "claim")) is not None:
        services = context.services
        claiming = take_over_tip if "".join(words_of(update, context)[1:2]).lower() == TAKEN_OVER else claim_tip
        deed = claiming(services.db, tag, coordinator, services.now_here())
        await do_and_show(update, context, coordinator, tag, "claim", deed)


@trusted_with(Duty.REVIEW_TIPS)
async def release(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Let go of it."""
    if (tag := await named_tag(update, context, "release")) is not None:
        services = context.services
        deed = release_tip(services.db, tag, coordinator, services.now_here())
        await do_and_show(update, context, coordinator, tag, "release", deed)


@trusted_with(Duty.REVIEW_TIPS)
async def agree(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Agree to the rating that is named; without one, show which stands: nobody agrees to what they never saw."""
    if (tag := await named_tag(update, context, "agree")) is None:
        return
    services, grades = context.services, grades_in("".join(words_of(update, context)[1:]))
    if grades is None:
        await answer(update, context)
        await show_case(update, context, coordinator, tag, context.say("case-agree-which"))
        return
    deed = agree_to_rating(services.db, tag, grades.source, grades.content, coordinator, services.now_here())
    await do_and_show(update, context, coordinator, tag, "agree", deed)


@trusted_with(Duty.REVIEW_TIPS)
async def close(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Close it for the reason that was pressed or written; without one, say what closing means, and ask why."""
    if (tag := await named_tag(update, context, "close")) is None:
        return
    word = "".join(words_of(update, context)[1:2]).lower()
    if word in set(ClosedBecause):
        deed = _close(context, tag, ClosedBecause(word), coordinator)
        await do_and_show(update, context, coordinator, tag, "close", deed)
        return
    await answer(update, context)
    await ask_to_close(update, context, coordinator, tag)


async def ask_to_close(update: Update, context: Context, coordinator: Coordinator, tag: str) -> None:
    """Say what closing means, with a button for each reason; only whoever holds the tip is asked."""
    try:
        case = await find_case(context.services.db, tag)
    except NoSuchTip:
        await show_case(update, context, coordinator, tag)
        return
    if not holds(context, case, coordinator):
        await show_case(update, context, coordinator, tag, context.say("case-close-not-yours"))
        return
    text = context.say("case-close-ask", tag=tag, days=context.services.policy.tips_kept_after_closing_days)
    rows = [[button(context.label(f"case-close-{reason}"), "close", tag, reason)] for reason in ClosedBecause]
    await show(update, context, text, [*rows, [back_button(context, tag)]])


async def _close(context: Context, tag: str, reason: ClosedBecause, by: Coordinator) -> None:
    """Close it, and tell the other owners if nobody had rated it."""
    services = context.services
    kept = timedelta(days=services.policy.tips_kept_after_closing_days)
    if await close_tip(services.db, tag, reason, by, services.now_here(), kept):
        return

    def write(language: str) -> tuple[str, Rows]:
        return services.texts.html("case-closed-unrated", language, tag=tag), ()

    for owner in await coordinators_with(services.db, frozenset({Role.OWNER})):
        if owner.id != by.id:
            await tell_one(services, context.bot, owner, write)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what a case answers to."""
    return [
        CommandHandler("case", look),
        CommandHandler("claim", claim),
        CommandHandler("release", release),
        CommandHandler("agree", agree),
        CommandHandler("close", close),
        on("case", look),
        on("claim", claim),
        on("release", release),
        on("agree", agree),
        on("close", close),
        *rating.handlers(),
        *labelling.handlers(),
        *assigning.handlers(),
    ]
