"""Watching over the keys of tips: a list that changes, cannot be read, or was written into raises an alarm to owners.

The list never changes by itself whom tips are sealed to: that is what canaries are for. Only who is retired leaves,
and by hand-edit only once two looks in a row have found the list so: the first may have found it half-written.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.roles import Duty
from handlers.coordinators.telling import tell_all
from handlers.coordinators.tips.left_keys import tell_of_left_keys
from handlers.message_text import GAP
from handlers.texts import Markup
from storage.errors import CannotStart, NothingNew
from storage.sealing import Recipients
from storage.tips.keys.epochs import drop_altered_proposal, end_altered_epoch, propose_epoch, tip_recipients
from storage.tips.keys.states import canaries, epoch_states, recipients_of_list
from storage.tips.keys.told_list import Told, note_told, seen_again, told_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot

    from handlers.asking import Rows
    from handlers.context import Services
    from handlers.texts import Value
    from storage.sealing import Recipient

log = logging.getLogger(__name__)

Block = tuple[str, "dict[str, Value]"]


async def watch_recipients(services: Services, bot: Bot) -> None:
    """Compare the operator's list and the current epoch with what they were, and alarm owners where they differ."""
    await _watch_epoch(services, bot)
    await tell_of_left_keys(services, bot)
    told = await told_list(services.db)
    try:
        named = services.named_recipients()
    except CannotStart:
        await seen_again(services.db, "")
        await _alarm_unreadable(services, bot, told or Told.of(Recipients(())))
        return
    now = Told.of(named)
    steady = await seen_again(services.db, now.lines)
    if told != now and not steady and await _retires(services, named):
        return
    current = await tip_recipients(services.db)
    before = told.digest if told else current.recipients.digest if current else ""
    if told == now and current:
        await _alarm_strangers(services, bot, current.recipients, named)
    await _follow(services, named)
    if told is None and before == (named.digest if named.members else ""):
        await note_told(services.db, now)  # as it was when Clarion began to watch
    elif told and told.unreadable == now.unreadable:
        if told != now and await _tell_owners(services, bot, [("keys-alarm-readable", {})]):
            await note_told(services.db, now)
    elif await _alarm_changed(services, bot, named, before):
        await note_told(services.db, now)


async def _watch_epoch(services: Services, bot: Bot) -> None:
    number = await end_altered_epoch(services.db, services.now())
    if number is not None:
        log.error("epoch %d of the keys was altered from outside the program: no tips are taken in", number)
        await _tell_owners(services, bot, [("keys-alarm-altered", {"number": str(number)})])
    proposed = await drop_altered_proposal(services.db, services.now())
    if proposed is not None:
        log.error("the proposed epoch %d of the keys was altered from outside the program", proposed)
        await _tell_owners(services, bot, [("keys-alarm-altered-proposal", {"number": str(proposed)})])


async def _retires(services: Services, named: Recipients) -> bool:
    """Whether the list lacks a key that is in force or proposed."""
    states = await epoch_states(services.db)
    return any(_without(state.members, named.members) for state in states)


async def _alarm_strangers(services: Services, bot: Bot, current: Recipients, named: Recipients) -> None:
    """Tell of keys in force that are thrown out now, though the list has been without them since it was told last."""
    if named.members and (strangers := _without(current.members, named.members)):
        log.error("keys were in force that the operator did not name")
        await _tell_owners(services, bot, [("keys-alarm-strangers", {"names": strangers})])


async def _alarm_unreadable(services: Services, bot: Bot, told: Told) -> None:
    if told.readable and await _tell_owners(services, bot, [("keys-alarm-unreadable", {})]):
        log.error("the list of recipients of tips cannot be read")
        await note_told(services.db, told.unreadable)


async def _follow(services: Services, named: Recipients) -> None:
    """Propose an epoch for the list unless one waits for it; an empty list may be a slip, and retires nobody."""
    if named.members:
        with suppress(NothingNew):  # as nearly always
            await propose_epoch(services.db, named, services.now())


async def _alarm_changed(services: Services, bot: Bot, named: Recipients, before: str) -> int:
    log.warning("the list of recipients of tips was changed: %d keys", len(named.members))
    earlier = await recipients_of_list(services.db, before)
    added, retired = _without(named.members, earlier), _without(earlier, named.members)
    count = len(named.members)
    blocks: list[Block] = [("keys-alarm-changed", {"count": count, "digest": named.digest, "before": before or "none"})]
    if added:
        blocks.append(("keys-alarm-added", {"names": added}))
    if retired:
        blocks.append(("keys-alarm-retired", {"names": retired}))
    if before == named.digest:
        blocks.append(("keys-alarm-same-keys", {}))
    current = await tip_recipients(services.db)
    if not named.members or await canaries(services.db):
        blocks.append(("keys-alarm-canaries" if named.members else "keys-alarm-nobody-named", {}))
    if current is None or not current.recipients.enough:
        blocks.append(("keys-alarm-closed", {}))
    return await _tell_owners(services, bot, blocks)


async def _tell_owners(services: Services, bot: Bot, blocks: list[Block]) -> int:
    """Tell what happened, and what to do if no owner did it; return how many could be reached."""

    def write(language: str) -> tuple[str, Rows]:
        texts = services.texts
        said = (texts.html(key, language, **values) for key, values in [*blocks, ("keys-alarm-not-you", {})])
        return str(GAP.join(map(Markup, said))), [[button(texts.plain("keys-look", language), "keys")]]

    return await tell_all(services, bot, Duty.AUDIT, write)


def _without(members: Iterable[Recipient], others: Iterable[Recipient]) -> str:
    """Return the names of *members* whose keys *others* do not have."""
    publics = {other.public for other in others}
    return ", ".join(member.name for member in members if member.public not in publics)
