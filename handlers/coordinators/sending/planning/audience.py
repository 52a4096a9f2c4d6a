"""Who gets it: the plan's audience, narrowed by ticks.

[Who gets it] ──┬─[Subscribers | Signers | Followers]
                ├─[Languages]──► ticks ──[Done]──┐
                ├─[Topics]─────► ticks ──[Done]──┤ of subscribers
                ├─[Countries]──► ticks ──[Done]──┤ of signers
                └─[Back]──► the plan             └──► who gets it
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from handlers.asking import button, on, pressed
from handlers.coordinators.sending.planning.draft import choose_group, forget_price, wanted_of
from handlers.coordinators.sending.planning.readers import (
    DIGESTS,
    Readers,
    count_letters,
    count_readers,
    language_name,
    readers_text,
)
from handlers.coordinators.sending.planning.screens import show_plan
from handlers.coordinators.sending.planning.steps import put, with_plan
from handlers.countries import country_text
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.appeals.records import AppealState
from storage.appeals.vocabulary import Kind, Topic, Urgency
from storage.letters.broadcasts.audience import Group, audience
from storage.people.subscribers import Cadence
from storage.petitions.counting.tally import count_signatures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import InlineKeyboardButton, Update
    from telegram.ext import CallbackQueryHandler

    from handlers.context import Context
    from handlers.coordinators.sending.planning.steps import Planning, Screen

COUNTRIES_MAX = 30  # as many as one screen shows without scrolling for long
PER_ROW = 2


@with_plan
async def back_to_plan(update: Update, context: Context, planning: Planning) -> None:
    """Show the plan again."""
    await show_plan(update, context, planning)


@with_plan
async def ask_who(update: Update, context: Context, planning: Planning) -> None:
    """Show who gets it, and what it can be narrowed by."""
    await _show_who(update, context, planning)


@with_plan
async def take_group(update: Update, context: Context, planning: Planning) -> None:
    """Begin with another group, if it is one of those that this appeal can go to."""
    word, of = (*pressed(update), "", "")[:2]
    if (word, of or None) in _groups(planning):
        choose_group(planning.draft, Group(word), of or None)
    await _show_who(update, context, planning)


@with_plan
async def leave_digests_out(update: Update, context: Context, planning: Planning) -> None:
    """Leave out those who chose digests from what is critical, or take them in again."""
    planning.draft.cadences = [] if planning.draft.cadences else sorted(frozenset(Cadence) - DIGESTS)
    forget_price(planning.draft)
    await _show_who(update, context, planning)


@with_plan
async def take_language(update: Update, context: Context, planning: Planning) -> None:
    """Show the languages that there are, and tick the one that was pressed."""
    anybody = replace(wanted_of(planning.draft), languages=frozenset())
    there = (await audience(context.services.db, planning.stored, anybody)).by_language
    options = {tag: f"{language_name(tag, context.language)} · {count}" for tag, count in there.items()}
    await _take_tick(update, context, planning, "languages", options)


@with_plan
async def take_topic(update: Update, context: Context, planning: Planning) -> None:
    """Show every topic, and tick the one that was pressed."""
    options = {str(topic): context.label(f"subscribing-topic-{topic}") for topic in Topic}
    await _take_tick(update, context, planning, "topics", options)


@with_plan
async def take_country(update: Update, context: Context, planning: Planning) -> None:
    """Show the countries that most signatures came from, and tick the one that was pressed."""
    totals: dict[str, int] = {}
    for count in await count_signatures(context.services.db, planning.draft.of or ""):
        totals[count.country] = totals.get(count.country, 0) + count.valid
    largest = sorted(totals, key=lambda code: (-totals[code], code))[:COUNTRIES_MAX]
    options = {code: country_text(code, context.services.texts, context.language) for code in largest}
    await _take_tick(update, context, planning, "countries", options)


async def _take_tick(update: Update, context: Context, planning: Planning, name: str, options: dict[str, str]) -> None:
    """Tick what was pressed, or untick it; *name* is the draft's list, and how the texts and buttons call it."""
    ticked: list[str] = getattr(planning.draft, name)
    (chosen,) = pressed(update)[:1] or ("",)
    if chosen in ticked:
        ticked.remove(chosen)
    elif chosen in options:
        ticked.append(chosen)
    if chosen:
        forget_price(planning.draft)
    rows = _in_rows(
        [_option(context, label, value in ticked, f"plan-{name}", value) for value, label in options.items()]
    )
    rows.append([button(context.label("planning-done"), "plan-who")])
    readers = Readers(await count_letters(context, planning))
    await _put(update, context, planning, readers, (context.say(f"planning-ask-{name}"), rows))


async def _show_who(update: Update, context: Context, planning: Planning) -> None:
    rows = [*_group_rows(context, planning), *_narrowing_rows(context, planning)]
    rows.append([button(context.label("planning-back"), "plan-back")])
    await _put(
        update, context, planning, await count_readers(context, planning), (context.say("planning-ask-who"), rows)
    )


async def _put(update: Update, context: Context, planning: Planning, readers: Readers, screen: Screen) -> None:
    """Show a question with who gets it now."""
    html, rows = screen
    text = GAP.join([Markup(html), readers_text(context, planning, readers)])
    await put(update, context, planning.draft, (text, rows))


def _groups(planning: Planning) -> list[tuple[Group, str | None]]:
    """Return whom the appeal can go to: subscribers, or signers and followers of it and of the one it continues."""
    appeal, stored = planning.stored.appeal, planning.stored
    own = appeal.code if stored.state is AppealState.PUBLISHED and appeal.kind.asks else None
    codes = [code for code in (appeal.about, own) if code]
    if appeal.kind is Kind.THANKS:
        return [(Group.SIGNERS, code) for code in codes]
    return [(Group.SUBSCRIBERS, None), *((group, code) for code in codes for group in (Group.SIGNERS, Group.FOLLOWERS))]


def _group_rows(context: Context, planning: Planning) -> Iterator[list[InlineKeyboardButton]]:
    groups, draft = _groups(planning), planning.draft
    for group, of in groups if len(groups) > 1 else ():
        label = context.label(f"planning-group-{group}", of=of or "")
        yield [_option(context, label, (group, of) == (draft.group, draft.of), "plan-group", group, of or "")]


def _narrowing_rows(context: Context, planning: Planning) -> Iterator[list[InlineKeyboardButton]]:
    draft = planning.draft
    row = [button(context.label("planning-languages"), "plan-languages")]
    if draft.group == Group.SUBSCRIBERS:
        row.append(button(context.label("planning-topics"), "plan-topics"))
    if draft.group == Group.SIGNERS:
        row.append(button(context.label("planning-countries"), "plan-countries"))
    yield row
    if draft.group == Group.SUBSCRIBERS and planning.stored.appeal.urgency is Urgency.CRITICAL:
        yield [_option(context, context.label("planning-digests"), bool(draft.cadences), "plan-digests")]


def _option(context: Context, label: str, chosen: bool, word: str, *values: str) -> InlineKeyboardButton:
    return button(context.label("subscribing-ticked", option=label) if chosen else label, word, *values)


def _in_rows(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [buttons[start : start + PER_ROW] for start in range(0, len(buttons), PER_ROW)]


def buttons() -> list[CallbackQueryHandler[Context, Any]]:
    """Return what this part of the planning answers to."""
    return [
        on("plan-back", back_to_plan),
        on("plan-who", ask_who),
        on("plan-group", take_group),
        on("plan-digests", leave_digests_out),
        on("plan-languages", take_language),
        on("plan-topics", take_topic),
        on("plan-countries", take_country),
    ]
