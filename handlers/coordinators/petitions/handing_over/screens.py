"""What a coordinator reads about handing over: to whom, what it would hold, what was handed over before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel import Locale

from handlers.appeals.heading import language_for, title_text
from handlers.asking import button
from handlers.dates import day_text
from handlers.letters.package import letter_language
from handlers.message_text import GAP
from handlers.texts import Markup
from handlers.translated import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.appeals.parts import Addressee
    from storage.appeals.records import StoredAppeal
    from storage.petitions.counting.tally import Total
    from storage.petitions.handing_over.handovers import Handover, Outlook
    from storage.registers.models import Office

SHOWN = 3  # of the earlier handovers, the last ones


def addressees_screen(context: Context, appeal: Appeal) -> tuple[str, Rows]:
    """Ask to which addressee."""
    rows = [
        [button(_office(context, appeal, addressee), "handover-to", appeal.code, addressee.id)]
        for addressee in appeal.addressees
    ]
    return context.say("handing-to-whom", code=appeal.code, title=_title(context, appeal)), rows


def outlook_screen(
    context: Context, stored: StoredAppeal, addressee: Addressee, outlook: Outlook, total: Total
) -> tuple[str, Rows]:
    """Say what the next handover would hold, and offer it."""
    code, before = stored.appeal.code, outlook.before[-SHOWN:]
    rows = []
    if not outlook.erased:
        if outlook.worthwhile and total.all:
            rows.append([button(context.label("handing-do"), "handover-do", code, addressee.id, outlook.number)])
        rows += [[_again_button(context, one)] for one in reversed(before)]
    if outlook.office:
        rows.append([button(context.label("handing-office"), "office-of", outlook.office.key)])
    blocks = [
        context.say("handing-title", code=code, title=_title(context, stored.appeal)),
        "\n".join(_whom(context, stored.appeal, addressee, outlook.office)),
        "\n".join(_counted(context, outlook, total)),
        *(["\n".join(_earlier(context, stored, before))] if before else []),
        _conclusion(context, stored, outlook, total),
    ]
    return GAP.join(map(Markup, blocks)), rows


def done_screen(context: Context, stored: StoredAppeal, addressee: Addressee, handover: Handover) -> tuple[str, Rows]:
    """Say that it is recorded, and what comes next."""
    text = context.say(
        "handing-done",
        number=handover.number,
        office=_office(context, stored.appeal, addressee),
        names=handover.listed,
        methods=_methods(context, addressee),
        days=context.services.policy.names_kept_days,
    )
    return text, [[_again_button(context, handover)]]


def _whom(context: Context, appeal: Appeal, addressee: Addressee, office: Office | None) -> Iterator[str]:
    language, wanted = letter_language(appeal, addressee), addressee.letter_language
    yield context.say("handing-to", office=_office(context, appeal, addressee), methods=_methods(context, addressee))
    if language == wanted:
        yield context.say("handing-letter", language=_language_name(context, language))
    else:
        names = {"language": _language_name(context, language), "wanted": _language_name(context, wanted)}
        yield context.say("handing-letter-differs", **names)
    if office is None:
        return
    if office.holder:
        yield context.say("handing-holder", holder=in_language(office.holder, context.language))
    today = context.services.today()
    key = "handing-stale" if office.stale_on(today) else "handing-checked"
    days = (today - office.checked_on).days
    yield context.say(key, day=day_text(office.checked_on, context.language), days=days)


def _counted(context: Context, outlook: Outlook, total: Total) -> Iterator[str]:
    yield context.say("handing-total", online=total.online, paper=total.on_paper)
    if outlook.erased:
        return
    yield context.say("handing-names", names=outlook.names, number=outlook.number)
    if outlook.earlier_text:
        yield context.say("handing-earlier-text", count=outlook.earlier_text)
    if outlook.corrections:
        yield context.say("handing-corrections", count=outlook.corrections)


def _earlier(context: Context, stored: StoredAppeal, before: tuple[Handover, ...]) -> Iterator[str]:
    yield context.say("handing-before")
    for one in before:
        day = day_text(_local(stored, one.at).date(), context.language)
        yield context.say("handing-earlier", number=one.number, day=day, names=one.listed)


def _conclusion(context: Context, stored: StoredAppeal, outlook: Outlook, total: Total) -> str:
    if outlook.erased:
        return context.say("handing-erased")
    if not total.all:
        return context.say("handing-nobody")
    if not outlook.worthwhile:
        return context.say("handing-nothing-new")
    days = context.services.policy.names_kept_days
    if stored.open_at(context.services.now()):
        day = day_text(_local(stored, stored.appeal.deadline).date(), context.language)
        return context.say("handing-confirm-open", day=day, days=days)
    return context.say("handing-confirm", days=days)


def _again_button(context: Context, handover: Handover) -> InlineKeyboardButton:
    label = context.label("handing-again", number=handover.number)
    return button(label, "handover-again", handover.code, handover.addressee, handover.number)


def _title(context: Context, appeal: Appeal) -> str:
    return title_text(appeal, context.services.texts, context.language)


def _office(context: Context, appeal: Appeal, addressee: Addressee) -> str:
    return addressee.office[language_for(appeal, context.language, context.services.texts.default)]


def _methods(context: Context, addressee: Addressee) -> str:
    return ", ".join(context.label(f"handing-method-{method}") for method in addressee.methods)


def _language_name(context: Context, tag: str) -> str:
    return str(Locale.parse(tag, sep="-").get_display_name(context.language))


def _local(stored: StoredAppeal, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(stored.appeal.timezone))
