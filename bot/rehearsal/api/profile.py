"""getMe, getChat, and what the bot says of itself: commands, descriptions, menu button."""

import re

from bot.rehearsal.api.answers import bad_request
from bot.rehearsal.api.calls import (
    CommandsOf,
    GetChat,
    Nothing,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
)
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.api.objects import CommandScope, GivenCommand
from bot.rehearsal.memory.changes import CommandsSet, MenuButtonSet, ProfileTextSet
from bot.rehearsal.memory.model import JSON, Command
from bot.rehearsal.memory.shapes import bot_json, chat_json, command_json
from bot.rehearsal.text.units import utf16_length

_COMMANDS_MAX = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_COMMAND_DESCRIPTION_MAX = 256
_DESCRIPTION_MAX = 512
_SHORT_DESCRIPTION_MAX = 120
_LANGUAGE = re.compile(r"([a-z]{2})?")
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


async def get_me(exchange: Exchange, _call: Nothing) -> JSON:
    return bot_json(exchange.memory.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_chat(exchange: Exchange, call: GetChat) -> JSON:
    return chat_json(exchange.person(call.chat_id)) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }


async def set_my_commands(exchange: Exchange, call: SetMyCommands) -> bool:
    if len(call.commands) > _COMMANDS_MAX:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = tuple(_command(given) for given in call.commands)
    exchange.memory.record(CommandsSet(*_menu(exchange, call.scope, call.language_code), commands))
    return True


async def get_my_commands(exchange: Exchange, call: CommandsOf) -> list[JSON]:
    commands = exchange.memory.world.commands.get(_menu(exchange, call.scope, call.language_code), ())
    return [command_json(command) for command in commands]


async def delete_my_commands(exchange: Exchange, call: CommandsOf) -> bool:
    exchange.memory.record(CommandsSet(*_menu(exchange, call.scope, call.language_code), ()))
    return True


async def set_my_description(exchange: Exchange, call: SetMyDescription) -> bool:
    if utf16_length(call.description) > _DESCRIPTION_MAX:
        raise bad_request("BOT_DESCRIPTION_TOO_LONG")
    exchange.memory.record(ProfileTextSet("description", _language(call.language_code), call.description))
    return True


async def set_my_short_description(exchange: Exchange, call: SetMyShortDescription) -> bool:
    if utf16_length(call.short_description) > _SHORT_DESCRIPTION_MAX:
        raise bad_request("BOT_SHORT_DESCRIPTION_TOO_LONG")
    language = _language(call.language_code)
    exchange.memory.record(ProfileTextSet("short_description", language, call.short_description))
    return True


async def set_chat_menu_button(exchange: Exchange, call: SetChatMenuButton) -> bool:
    if call.chat_id is not None:
        exchange.person(call.chat_id)
    kind = call.menu_button.type if call.menu_button else "default"
    exchange.memory.record(MenuButtonSet(call.chat_id, {"type": kind}))
    return True


def _menu(exchange: Exchange, scope: CommandScope | None, language_code: str) -> tuple[str, str]:
    """Return the key under which a menu is kept.

    Raises:
        Refusal: If the scope names no chat that exists, or the language is no two-letter code.
    """
    scope = scope or CommandScope()
    language = _language(language_code)
    if not scope.type.startswith("chat"):
        return scope.type, language
    if scope.chat_id is None:
        raise bad_request("chat_id is empty")
    exchange.person(scope.chat_id)
    if scope.type != "chat":
        raise bad_request("can't use specified scope in private chats")
    return f"chat:{scope.chat_id}", language


def _command(given: GivenCommand) -> Command:
    name = given.command.removeprefix("/")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(given.description) <= _COMMAND_DESCRIPTION_MAX:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return Command(name, given.description)


def _language(code: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("BOT_LANGUAGE_CODE_INVALID")
    return code
