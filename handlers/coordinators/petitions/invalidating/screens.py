"""Invalidations as coordinators see them: what was found, how far one is, and who is told."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.petitions.invalidating.criteria_words import criteria_text
from handlers.coordinators.roles import Duty, roles_with
from handlers.coordinators.telling import tell_one
from handlers.countries import country_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.people.coordinators import coordinators_with
from storage.petitions.invalidations.criteria import meant
from storage.petitions.invalidations.proposing import InvalidationState
from storage.petitions.invalidations.running import run_invalidations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram import Bot, InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context, Services
    from handlers.texts import Texts
    from storage.people.coordinators import Coordinator
    from storage.petitions.invalidations.criteria import Meant
    from storage.petitions.invalidations.proposing import Invalidation

log = logging.getLogger(__name__)

LISTED_MAX = 8  # countries, links or days of what was found
STATES_SHOWN = frozenset(
    {InvalidationState.PROPOSED, InvalidationState.RUNNING, InvalidationState.DONE, InvalidationState.CANCELLED}
)
"""In which something can still be done."""


def found_text(texts: Texts, language: str, found: Meant) -> str:
    """Say how many signatures were found, and by what they differ."""
    split = {
        "countries": {country_text(one, texts, language): count for one, count in found.by_country.items()},
        "links": {one or texts.plain("invalidating-no-link", language): n for one, n in found.by_source.items()},
        "days": found.by_day,
    }
    lines = [texts.html("invalidating-found", language, count=found.total, counting=found.counting)]
    for heading, counts in split.items():
        if counts:
            lines.append(texts.html(f"invalidating-found-{heading}", language, listed=_listed(counts)))
    return "\n".join(lines)


async def described(context: Context, invalidation: Invalidation, zone: str) -> str:
    """Say what an invalidation was for and how far it is; of one that waits for a second voice, what it means now."""
    texts, language, criteria = context.services.texts, context.language, invalidation.criteria
    said = context.say(
        "invalidating-one",
        number=str(invalidation.id),
        state=context.label(f"invalidating-is-{invalidation.state}"),
        count=invalidation.signatures,
        reason=invalidation.reason or "–",
    )
    lines = [said, criteria_text(texts, language, criteria, zone)]
    if invalidation.state is InvalidationState.PROPOSED:
        lines.append(found_text(texts, language, await meant(context.services.db, invalidation.code, criteria)))
    return "\n".join(lines)


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


async def ask_second(
    services: Services, bot: Bot, invalidation: Invalidation, found: Meant, author: Coordinator, zone: str
) -> None:
    """Ask everybody else who may invalidate for the second voice, and say about what that was *found*."""

    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        code, reason = invalidation.code, invalidation.reason
        blocks = (
            texts.html("invalidating-second-asked", language, alias=author.alias, code=code, reason=reason),
            found_text(texts, language, found),
            criteria_text(texts, language, invalidation.criteria, zone),
            texts.html("invalidating-second-look", language, code=code),
        )
        return fitted(map(Markup, blocks)), [
            [button(texts.plain(f"invalidating-{word}", language, number=""), f"invalidation-{word}", invalidation.id)]
            for word in _possible(invalidation)
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


def _listed(counts: Mapping[str, int]) -> str:
    shown = list(counts.items())[:LISTED_MAX]
    listed = ", ".join(f"{name} {count}" for name, count in shown)
    return listed + (" …" if len(counts) > LISTED_MAX else "")
