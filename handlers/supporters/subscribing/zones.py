"""Clocks: the time zones that people choose from, known by a city and the time there now."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.context import Context
    from handlers.texts import Texts
    from storage.people.quiet_hours import QuietHours

# One for each clock that many people live by, from the east to the west; their cities are in the catalogue.
ZONES = (
    "Pacific/Auckland",
    "Australia/Sydney",
    "Asia/Vladivostok",
    "Asia/Seoul",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Asia/Ulaanbaatar",
    "Asia/Manila",
    "Asia/Bangkok",
    "Asia/Ho_Chi_Minh",
    "Asia/Jakarta",
    "Asia/Yangon",
    "Asia/Dhaka",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tashkent",
    "Asia/Dubai",
    "Asia/Tehran",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Africa/Nairobi",
    "Europe/Kyiv",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Europe/Berlin",
    "Europe/Paris",
    "Africa/Lagos",
    "Europe/London",
    "Africa/Accra",
    "America/Sao_Paulo",
    "America/New_York",
    "America/Bogota",
    "America/Chicago",
    "America/Mexico_City",
    "America/Los_Angeles",
    "Pacific/Honolulu",
)


def zones_offered(own: ZoneInfo) -> tuple[str, ...]:
    """Return the zones in the order in which they are offered: that of the organisation first."""
    return (own.key, *(zone for zone in ZONES if zone != own.key))


def city_text(zone: str, texts: Texts, language: str) -> str:
    """Return the city that a zone is known by, such as `Seoul`."""
    if zone in ZONES:
        return texts.plain(f"zones-{zone.replace('/', '-')}", language)
    return get_timezone_location(zone, locale=language, return_city=True)  # an organisation may live anywhere


def clock_text(zone: str, now: datetime) -> str:
    """Return what the clocks of the zone show, such as `09:30`."""
    return now.astimezone(ZoneInfo(zone)).strftime("%H:%M")


def hours_text(start: int, end: int) -> str:
    """Return the hours from *start* to *end*, such as `22:00–07:00`."""
    return f"{start:02}:00–{end:02}:00"


def quiet_text(context: Context, quiet: QuietHours | None) -> str:
    """Return a person's quiet hours in a few words."""
    if quiet is None:
        return context.say("quiet-hours-none")
    city = city_text(quiet.zone, context.services.texts, context.language)
    return context.say("quiet-hours-some", hours=hours_text(quiet.start, quiet.end), city=city)
