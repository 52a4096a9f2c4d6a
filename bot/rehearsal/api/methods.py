"""The one table of the methods that the rehearsal plays: what each takes, and what it does."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.rehearsal.api import calls, editing, files, profile, sending, updates
from bot.rehearsal.api.answers import NOT_FOUND, Answer, Refusal
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.api.objects import Given, Upload

_Call = TypeVar("_Call", bound=Given)


@dataclass(frozen=True)
class Method(Generic[_Call]):
    """A method of the Bot API."""

    call: type[_Call]
    deed: Callable[[Exchange, _Call], Awaitable[object]]


METHODS: Mapping[str, Method[Any]] = {
    "getMe": Method(calls.Nothing, profile.get_me),
    "getChat": Method(calls.GetChat, profile.get_chat),
    "getUpdates": Method(calls.GetUpdates, updates.get_updates),
    "setWebhook": Method(calls.SetWebhook, updates.set_webhook),
    "deleteWebhook": Method(calls.DeleteWebhook, updates.delete_webhook),
    "getWebhookInfo": Method(calls.Nothing, updates.get_webhook_info),
    "answerCallbackQuery": Method(calls.AnswerCallbackQuery, updates.answer_callback_query),
    "sendMessage": Method(calls.SendMessage, sending.send_message),
    "sendDocument": Method(calls.SendDocument, sending.send_document),
    "sendPhoto": Method(calls.SendPhoto, sending.send_photo),
    "sendChatAction": Method(calls.SendChatAction, sending.send_chat_action),
    "getFile": Method(calls.GetFile, files.get_file),
    "editMessageText": Method(calls.EditMessageText, editing.edit_message_text),
    "editMessageCaption": Method(calls.EditMessageCaption, editing.edit_message_caption),
    "editMessageMedia": Method(calls.EditMessageMedia, editing.edit_message_media),
    "editMessageReplyMarkup": Method(calls.EditMessageReplyMarkup, editing.edit_message_reply_markup),
    "deleteMessage": Method(calls.DeleteMessage, editing.delete_message),
    "deleteMessages": Method(calls.DeleteMessages, editing.delete_messages),
    "setMyCommands": Method(calls.SetMyCommands, profile.set_my_commands),
    "getMyCommands": Method(calls.CommandsOf, profile.get_my_commands),
    "deleteMyCommands": Method(calls.CommandsOf, profile.delete_my_commands),
    "setMyDescription": Method(calls.SetMyDescription, profile.set_my_description),
    "setMyShortDescription": Method(calls.SetMyShortDescription, profile.set_my_short_description),
    "setChatMenuButton": Method(calls.SetChatMenuButton, profile.set_chat_menu_button),
}

_BY_LOWER_NAME = {name.lower(): method for name, method in METHODS.items()}


async def answer(exchange: Exchange, name: str, params: Mapping[str, object], uploads: Mapping[str, Upload]) -> Answer:
    """Do what the bot asks, or say why not. Names of methods are written in any case, as at Telegram."""
    method = _BY_LOWER_NAME.get(name.lower())
    if method is None:
        return NOT_FOUND
    try:
        call = calls.read_call(method.call, params, uploads)
        return Answer.ok(await method.deed(exchange, call))
    except Refusal as refusal:
        return refusal.answer
