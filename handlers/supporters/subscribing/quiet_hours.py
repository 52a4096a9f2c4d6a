"""Quiet hours: when letters wait, by which clock, and whether critical appeals may come all the same.

the settings ──[Quiet hours]──► the usual ones ──[one]──► (the first time: which clock?) ──► this screen, with
                 │                                         [Time zone] and [may wake me: yes | no]
                 └─[Other hours]──► the first hour ──► the hour they end ──► the same
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.asking import answer, button, on, person_of, pressed, show
from handlers.supporters.subscribing.settings_screen import back_button, option, subscriber_of
from handlers.supporters.subscribing.zones import city_text, clock_text, hours_text, quiet_text, zones_offered
from handlers.texts import Markup
from storage.people.quiet_hours import QuietHours, set_quiet_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton, Update
    from telegram.ext import BaseHandler

    from handlers.asking import Rows
    from handlers.context import Context

USUAL = ((21, 8), (22, 7), (23, 6), (23, 8))
HOURS = range(24)
HOURS_IN_ROW = 6
ZONES_IN_ROW = 2
ZONES_ON_PAGE = 18


async def show_quiet_hours(update: Update, context: Context) -> None:
    """Show the quiet hours with all that can be changed about them."""
    subscriber = await subscriber_of(update, context)
    await answer(update, context, None if subscriber else "button-stale")
    if subscriber is None:
        return
    quiet = subscriber.quiet
    parts = [context.say("quiet-hours-screen", quiet=Markup(quiet_text(context, quiet)))]
    if quiet:
        now = clock_text(quiet.zone, context.services.now())
        parts.append(
            context.say(
                "quiet-hours-clock", city=city_text(quiet.zone, context.services.texts, context.language), time=now
            )
        )
        parts.append(context.say("quiet-hours-wake" if quiet.wake else "quiet-hours-no-wake"))
    await show(update, context, "\n\n".join(parts), _rows(context, quiet))


async def take_hours(update: Update, context: Context) -> None:
    """Set the hours that were pressed, or none; ask for the clock when they are the first."""
    subscriber, hours = await subscriber_of(update, context), _hours(pressed(update))
    if subscriber is None or hours is None:
        await answer(update, context, "button-stale")
        return
    before = subscriber.quiet
    zone = before.zone if before else context.services.policy.timezone.key
    quiet = QuietHours(*hours, zone, before.wake if before else False) if hours else None
    await set_quiet_hours(context.services.db, person_of(update).id, quiet)
    await answer(update, context, "subscribing-saved")
    if quiet and before is None:
        await _show_zones(update, context, quiet, 0)
    else:
        await show_quiet_hours(update, context)


async def ask_first_hour(update: Update, context: Context) -> None:
    """Show every hour of the day, for the one in which quiet begins."""
    await answer(update, context)
    buttons = [button(f"{hour:02}", "quiet", "to", hour) for hour in HOURS]
    await show(update, context, context.say("quiet-hours-ask-first"), _grid(context, buttons))


async def ask_last_hour(update: Update, context: Context) -> None:
    """Show every other hour of the day, for the one in which quiet ends."""
    first = _hour(pressed(update)[-1])
    await answer(update, context, "button-stale" if first is None else None)
    if first is None:
        return
    later = [(first + step) % len(HOURS) for step in HOURS[1:]]
    buttons = [button(f"{hour:02}", "quiet", "set", first, hour) for hour in later]
    text = context.say("quiet-hours-ask-last", time=f"{first:02}:00")
    await show(update, context, text, _grid(context, buttons))


async def ask_zone(update: Update, context: Context) -> None:
    """Show a page of the zones that there are to choose from."""
    subscriber = await subscriber_of(update, context)
    (_, page, *_rest) = (*pressed(update), "", "")
    if subscriber is None or subscriber.quiet is None or page not in {"0", "1"}:
        await answer(update, context, "button-stale")
        return
    await answer(update, context)
    await _show_zones(update, context, subscriber.quiet, int(page))


async def take_zone(update: Update, context: Context) -> None:
    """Set the clock by which the quiet hours are meant."""
    zone = "".join(pressed(update)[1:])
    if zone in zones_offered(context.services.policy.timezone):
        await _change(update, context, zone=zone)
    else:
        await answer(update, context, "button-stale")


async def take_wake(update: Update, context: Context) -> None:
    """Allow critical appeals to come in quiet hours, or no longer."""
    await _change(update, context, wake=pressed(update) == ("yes",))


async def _change(update: Update, context: Context, *, zone: str | None = None, wake: bool | None = None) -> None:
    subscriber = await subscriber_of(update, context)
    if subscriber is None or subscriber.quiet is None:
        await answer(update, context, "button-stale")
        return
    before = subscriber.quiet
    changed = QuietHours(before.start, before.end, zone or before.zone, before.wake if wake is None else wake)
    await set_quiet_hours(context.services.db, person_of(update).id, changed)
    await answer(update, context, "subscribing-saved")
    await show_quiet_hours(update, context)


async def _show_zones(update: Update, context: Context, quiet: QuietHours, page: int) -> None:
    zones, now = zones_offered(context.services.policy.timezone), context.services.now()
    shown = zones[page * ZONES_ON_PAGE : (page + 1) * ZONES_ON_PAGE]
    buttons = [
        option(
            context,
            f"{city_text(zone, context.services.texts, context.language)} {clock_text(zone, now)}",
            *("zone", "set", zone),
            chosen=zone == quiet.zone,
        )
        for zone in shown
    ]
    rows = [buttons[start : start + ZONES_IN_ROW] for start in range(0, len(buttons), ZONES_IN_ROW)]
    turn = button(context.label(f"quiet-hours-zones-{'back' if page else 'more'}"), "zone", "open", 1 - page)
    hours = hours_text(quiet.start, quiet.end)
    done = button(context.label("quiet-hours-back"), "quiet", "open")
    await show(update, context, context.say("quiet-hours-ask-zone", hours=hours), [*rows, [turn], [done]])


def _rows(context: Context, quiet: QuietHours | None) -> Rows:
    chosen = (quiet.start, quiet.end) if quiet else None
    usual = [option(context, hours_text(*hours), "quiet", "set", *hours, chosen=hours == chosen) for hours in USUAL]
    rows = [
        usual[:2],
        usual[2:],
        [
            option(context, context.label("quiet-hours-none"), "quiet", "none", chosen=quiet is None),
            button(context.label("quiet-hours-other"), "quiet", "from"),
        ],
    ]
    if quiet:
        wake = "no" if quiet.wake else "yes"
        rows.append([button(context.label("quiet-hours-zone"), "zone", "open", 0)])
        rows.append([button(context.label(f"quiet-hours-wake-{wake}"), "wake", wake)])
    return [*rows, [back_button(context)]]


def _grid(context: Context, buttons: Sequence[InlineKeyboardButton]) -> Rows:
    rows = [buttons[start : start + HOURS_IN_ROW] for start in range(0, len(buttons), HOURS_IN_ROW)]
    return [*rows, [button(context.label("quiet-hours-back"), "quiet", "open")]]


def _hour(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdecimal() and int(word) in HOURS else None


def _hours(arguments: tuple[str, ...]) -> tuple[int, int] | tuple[()] | None:
    """Return the hours in a button's arguments, nothing for no quiet hours, None for what cannot be."""
    match arguments:
        case ("none",):
            return ()
        case ("set", first, last):
            start, end = _hour(first), _hour(last)
            return None if start is None or end is None or start == end else (start, end)
    return None


async def _quiet_button(update: Update, context: Context) -> None:
    steps = {"open": show_quiet_hours, "from": ask_first_hour, "to": ask_last_hour}
    await steps.get("".join(pressed(update)[:1]), take_hours)(update, context)


async def _zone_button(update: Update, context: Context) -> None:
    await (ask_zone if pressed(update)[:1] == ("open",) else take_zone)(update, context)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        on("quiet", _quiet_button),
        on("zone", _zone_button),
        on("wake", take_wake),
    ]
