"""The questions about sheets, each on one screen: by which way, how many or whose, which text, when, where they are."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.appeals.heading import title_text
from handlers.asking import button
from handlers.coordinators.petitions.batches.steps import Step, put
from handlers.coordinators.sending.planning.readers import language_name
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.petitions.batches.columns import Column
from storage.petitions.batches.files import FILE_MAX
from storage.petitions.batches.reading import ROWS_MAX
from storage.petitions.batches.records import BatchState, last_day
from storage.petitions.signatures.records import Channel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Update

    from handlers.context import Context
    from storage.appeals.records import StoredAppeal
    from storage.petitions.batches.printed import PrintedVersion
    from storage.petitions.batches.records import Batch

LISTED_MAX = 10  # batches on one screen

WAYS = tuple(channel for channel in Channel if channel is not Channel.TELEGRAM)
_DAY = re.compile(r"([0-9]{4})\s?[-./년]\s?([0-9]{1,2})\s?[-./월]\s?([0-9]{1,2})\s?[일.]?")
_COLUMNS = ", ".join(Column)


async def ask_channel(update: Update, context: Context, stored: StoredAppeal, batches: Sequence[Batch]) -> None:
    """Show what was entered before, and ask by which way the new sheets came."""
    title = title_text(stored.appeal, context.services.texts, context.language)
    blocks = [context.say("batches-heading", title=title, code=stored.appeal.code)]
    if batches:
        blocks.append("\n".join(batch_line(context, batch) for batch in batches[:LISTED_MAX]))
        if len(batches) > LISTED_MAX:
            blocks.append(context.say("batches-older", count=len(batches) - LISTED_MAX))
        blocks.append(context.say("batches-how-to-void", code=stored.appeal.code))
    blocks.append(context.say("batches-ask-channel"))
    ways = [button(context.label(f"batches-by-{channel}"), "batch-channel", channel) for channel in WAYS]
    await put(update, context, Step.CHANNEL, fitted(map(Markup, blocks)), [ways[:2], ways[2:4], ways[4:]])


async def ask_content(update: Update, context: Context, again: str | None = None) -> None:
    """Ask for a number, or for the file with the names; *again* says what was wrong with the answer."""
    limits = {"rows": ROWS_MAX, "size": FILE_MAX // 1024 // 1024}
    question = context.say("batches-ask-content", columns=_COLUMNS, **limits)
    await put(update, context, Step.CONTENT, again or question)


async def ask_version(update: Update, context: Context, versions: Sequence[PrintedVersion]) -> None:
    """Ask which version of the appeal is printed on the sheets."""
    rows = [[button(_version_label(context, one), "batch-version", one.id)] for one in versions]
    await put(update, context, Step.VERSION, context.say("batches-ask-version"), rows)


async def ask_language(update: Update, context: Context, stored: StoredAppeal) -> None:
    """Ask in which language the sheets are."""
    rows = [
        [button(language_name(language, context.language), "batch-language", language)]
        for language in stored.appeal.languages
    ]
    await put(update, context, Step.LANGUAGE, context.say("batches-ask-language"), rows)


async def ask_day(update: Update, context: Context, stored: StoredAppeal, again: str | None = None) -> None:
    """Ask for the day of the sheets; the last two that can be are one tap."""
    latest = min(today(context, stored), last_day(stored))
    days = [latest, latest - timedelta(days=1)]
    row = [button(day_text(day, context.language), "batch-day", day.isoformat()) for day in days]
    await put(update, context, Step.DAY, again or context.say("batches-ask-day"), [row])


async def ask_reference(update: Update, context: Context, again: str | None = None) -> None:
    """Ask where the sheets or their scan are."""
    rows = [[button(context.label("batches-no-reference"), "batch-reference")]]
    await put(update, context, Step.REFERENCE, again or context.say("batches-ask-reference"), rows)


def batch_line(context: Context, batch: Batch) -> str:
    """Return a batch in one line: number, how many, by which way, when, where, whether it counts."""
    line = context.say(
        "batches-line",
        number=str(batch.id),
        count=batch.signatures,
        channel=context.label(f"channel-{batch.channel}"),
        day=day_text(batch.day, context.language),
        who=batch.entered_by,
        named=str(batch.named).lower(),
    )
    if batch.reference:
        line = context.say("batches-line-reference", line=Markup(line), reference=batch.reference)
    if batch.state is BatchState.COUNTED:
        return line
    return context.say(f"batches-line-{batch.state}", line=Markup(line), reason=batch.reason or "–")


def read_day(text: str) -> date | None:
    """Return the day that is pressed or typed, as `2026-11-20` or `2026년 11월 20일`; None if it is none."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def today(context: Context, stored: StoredAppeal) -> date:
    """Return the day that it is in the petition's zone."""
    return context.services.now().astimezone(ZoneInfo(stored.appeal.timezone)).date()


def _version_label(context: Context, version: PrintedVersion) -> str:
    day = day_text(version.drafted_at.astimezone(context.services.policy.timezone).date(), context.language)
    return context.label("batches-version", number=str(version.number), day=day)
