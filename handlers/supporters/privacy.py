"""/privacy: what is kept, why, how long and who sees it, in words that anybody can hold us to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import say
from handlers.dates import day_text
from storage.retention import NAMES_KEPT_AFTER_CLOSING, UNFINISHED_KEPT
from storage.sealing import Recipients
from storage.tips.keys.epochs import tip_recipients

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def show_privacy(update: Update, context: Context) -> None:
    """Show the notice, with the digest by which people compare whom tips are sealed to."""
    policy, epoch = context.services.policy, await tip_recipients(context.services.db)
    recipients = epoch.recipients if epoch else Recipients(())
    notice = context.say(
        "privacy-notice",
        organisation=policy.organisation,
        handed=policy.names_kept_days,
        names=NAMES_KEPT_AFTER_CLOSING.days,
        unfinished=UNFINISHED_KEPT.days,
    )
    tips = context.say(
        "privacy-tips",
        arrival=policy.tips_kept_days,
        closing=policy.tips_kept_after_closing_days,
        backups=policy.backups_kept_days,
        recipients=len(recipients.members),
        digest=recipients.digest,
        since=day_text(epoch.begun_at.astimezone(policy.timezone).date(), context.language) if epoch else "none",
    )
    rights = context.say("privacy-rights", contact=policy.privacy_contact)
    await say(update, context, notice)
    await say(update, context, f"{tips}\n\n{rights}")


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("privacy", show_privacy)]
