"""Invalidations as coordinators see them: what was found, how far one is, and who is told."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.petitions.criteria_words import criteria_text
from handlers.coordinators.roles import Duty, roles_with
from handlers.coordinators.telling import tell_one
from handlers.countries import country_text
from storage.people.coordinators import coordinators_with
from storage.petitions.invalidations.proposing import InvalidationState, find_invalidation
from storage.petitions.invalidations.running import run_invalidations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram import Bot, InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context, Services
    from storage.people.coordinators import Coordinator
    from storage.petitions.invalidations.criteria import Meant
    from storage.petitions.invalidations.proposing import Invalidation

log = logging.getLogger(__name__)

LISTED_MAX = 8  # countries, links or days of what was found
STATES_SHOWN = frozenset(
    {InvalidationState.PROPOSED, InvalidationState.RUNNING, InvalidationState.DONE, InvalidationState.CANCELLED}
)
"""In which something can still be done."""


def found_text(context: Context, found: Meant) -> str:
    """Say how many signatures were found, and by what they differ."""
    countries = {country_text(one, context.services.texts, context.language): n for one, n in found.by_country.items()}
    sources = {one or context.label("invalidating-no-link"): n for one, n in found.by_source.items()}
    lines = [
        context.say("invalidating-found", count=found.total, counting=found.counting),
        *_listed(context, "countries", countries),
        *_listed(context, "links", sources),
        *_listed(context, "days", found.by_day),
    ]
    return "\n".join(lines)


def described(context: Context, invalidation: Invalidation, zone: str) -> str:
    """Say what an invalidation was for and how far it is."""
    said = context.say(
        "invalidating-one",
        number=str(invalidation.id),
        state=context.label(f"invalidating-is-{invalidation.state}"),
        count=invalidation.signatures,
        reason=invalidation.reason,
    )
    return "\n".join((said, criteria_text(context, invalidation.criteria, zone)))


def rows_for(context: Context, invalidation: Invalidation, *, named: bool = False) -> list[list[InlineKeyboardButton]]:
    """Return the buttons for what can be done with it now; *named*, they say with which one."""
    number = str(invalidation.id) if named else ""
    return [
        [button(context.label(f"invalidating-{word}", number=number), f"invalidation-{word}", invalidation.id)]
        for word in _possible(invalidation)
    ]


def _possible(invalidation: Invalidation) -> tuple[str, ...]:
    match invalidation.state:
        case InvalidationState.PROPOSED:
            return "agree", "cancel"
        case InvalidationState.RUNNING:
            return ("cancel",)
        case InvalidationState.DONE | InvalidationState.CANCELLED if invalidation.signatures:
            return ("undo",)
    return ()


async def ask_second(services: Services, bot: Bot, number: int, author: Coordinator) -> None:
    """Ask everybody else who may invalidate for the second voice."""
    invalidation = await find_invalidation(services.db, number)
    assert invalidation is not None  # it was written a moment ago

    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        html = texts.html(
            "invalidating-second-asked",
            language,
            alias=author.alias,
            code=invalidation.code,
            reason=invalidation.reason,
        )
        return html, [
            [button(texts.plain("invalidating-agree", language, number=""), "invalidation-agree", number)],
            [button(texts.plain("invalidating-cancel", language, number=""), "invalidation-cancel", number)],
        ]

    for colleague in await coordinators_with(services.db, roles_with(Duty.INVALIDATE)):
        if colleague.id != author.id:
            await tell_one(services, bot, colleague, write)


async def invalidate_slices(services: Services, bot: Bot) -> None:
    """Do what invalidations are under way, and tell who asked for it when one is at its end."""
    for ended in await run_invalidations(services.db, services.now()):
        log.info("invalidation %d is %s: %d signatures", ended.id, ended.state, ended.signatures)
        for colleague in await coordinators_with(services.db, roles_with(Duty.INVALIDATE)):
            if colleague.id == ended.author:
                await tell_one(services, bot, colleague, _ending(services, ended))


def _ending(services: Services, ended: Invalidation) -> Callable[[str], tuple[str, Rows]]:
    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        html = texts.html(f"invalidating-{ended.state}", language, code=ended.code, count=ended.signatures)
        rows: Rows = ()
        if ended.state is InvalidationState.DONE and ended.signatures:
            rows = [[button(texts.plain("invalidating-undo", language, number=""), "invalidation-undo", ended.id)]]
        return html, rows

    return write


def _listed(context: Context, heading: str, counts: Mapping[str, int]) -> list[str]:
    shown = list(counts.items())[:LISTED_MAX]
    listed = ", ".join(f"{name} {count}" for name, count in shown)
    more = " …" if len(counts) > LISTED_MAX else ""
    return [context.say(f"invalidating-found-{heading}", listed=f"{listed}{more}")]
