"""The menus of commands that Telegram shows: one for everybody, and a longer one for each coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from handlers.commands import COORDINATORS, SUPPORTERS
from handlers.coordinators.roles import DUTIES, Duty
from handlers.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot

    from handlers.texts import Texts
    from storage.people.coordinators import Coordinator, Role

_EXPORTING = frozenset({Duty.EXPORT_TIPS, Duty.EXPORT_SIGNATURES, Duty.READ_STATISTICS})
_DUTIES_OF_COMMANDS = {
    "desk": set(Duty),
    "draft": {Duty.DRAFT},
    "write": {Duty.DRAFT},
    "queue": {Duty.APPROVE},
    "preview": {Duty.APPROVE},
    "approve": {Duty.APPROVE},
    "send": {Duty.SEND},
    "progress": {Duty.SEND},
    "pause": {Duty.SEND},
    "resume": {Duty.SEND},
    "correct": {Duty.SEND},
    "recall": {Duty.SEND},
    "stats": {Duty.READ_STATISTICS},
    "goal": {Duty.RUN_PETITION},
    "links": {Duty.RUN_PETITION},
    "kit": {Duty.RUN_PETITION},
    "batch": {Duty.ENTER_BATCHES},
    "invalidate": {Duty.INVALIDATE},
    "collect": {Duty.COLLECT},
    "handover": {Duty.HAND_OVER},
    "record": {Duty.RECORD},
    "reply": {Duty.RECORD},
    "outcome": {Duty.RECORD},
    "news": {Duty.RECORD, Duty.APPROVE},
    "timeline": {Duty.READ_STATISTICS},
    "addressee": {Duty.READ_STATISTICS},
    "trackers": {Duty.READ_STATISTICS},
    "tasks": {Duty.RECORD},
    "moment": {Duty.RECORD},
    "registers": {Duty.DRAFT},
    "organisations": {Duty.RUN_PETITION},
    "tips": {Duty.REVIEW_TIPS},
    "keys": {Duty.KEYS},
    "export": _EXPORTING,
    "invite": {Duty.INVITE},
    "dismiss": {Duty.DISMISS},
    "audit": {Duty.AUDIT},
}


def commands_for(role: Role) -> tuple[str, ...]:
    """Return the coordinators' commands that the role may use, in the order of menus."""
    return tuple(name for name in COORDINATORS if not DUTIES[role].isdisjoint(_DUTIES_OF_COMMANDS[name]))


async def set_default_menus(bot: Bot, texts: Texts) -> None:
    """Set the menu of private chats in every language, and in the bot's own for all the others."""
    everywhere = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(_described(SUPPORTERS, texts, texts.default), everywhere)
    for language in LANGUAGES:
        await bot.set_my_commands(_described(SUPPORTERS, texts, language), everywhere, language_code=language)


async def set_coordinator_menu(bot: Bot, texts: Texts, coordinator: Coordinator, language: str) -> None:
    """Set the menu of one coordinator's chat: what the role may do, then what everybody may."""
    commands = (*commands_for(coordinator.role), *SUPPORTERS)
    await bot.set_my_commands(_described(commands, texts, language), BotCommandScopeChat(coordinator.person))


async def reset_menu(bot: Bot, person: int) -> None:
    """Give the chat of somebody who is no coordinator any more the menu that everybody has."""
    await bot.delete_my_commands(BotCommandScopeChat(person))


def _described(commands: Iterable[str], texts: Texts, language: str) -> list[BotCommand]:
    return [BotCommand(name, texts.plain(f"command-{name}", language)) for name in commands]
