"""editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup, deleteMessage, deleteMessages."""

from dataclasses import replace

from bot.rehearsal.api.answers import bad_request
from bot.rehearsal.api.calls import (
    DeleteMessage,
    DeleteMessages,
    Editing,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.api.files import taken_in
from bot.rehearsal.api.keyboards import keyboard_of
from bot.rehearsal.api.texts import caption_of, text_of
from bot.rehearsal.memory.changes import MessageDeleted, MessageKept
from bot.rehearsal.memory.model import JSON, Attachment, Message, Words

_DELETABLE = 48 * 3600  # seconds after sending
_DELETED_AT_ONCE_MAX = 100


async def edit_message_text(exchange: Exchange, call: EditMessageText) -> JSON:
    message = _editable(exchange, call)
    words = text_of(call.text, call.parse_mode, call.entities, too_long="MESSAGE_TOO_LONG")
    if not isinstance(message.content, Words):
        raise bad_request("there is no text in the message to edit")
    return _replace(exchange, message, replace(message, content=words, keyboard=keyboard_of(call.reply_markup)))


async def edit_message_caption(exchange: Exchange, call: EditMessageCaption) -> JSON:
    message = _editable(exchange, call)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    if not isinstance(message.content, Attachment):
        raise bad_request("there is no caption in the message to edit")
    content = replace(message.content, caption=caption)
    return _replace(exchange, message, replace(message, content=content, keyboard=keyboard_of(call.reply_markup)))


async def edit_message_media(exchange: Exchange, call: EditMessageMedia) -> JSON:
    """Show another picture, or a picture where there was a text; no picture is ever taken away."""
    message, media = _editable(exchange, call), call.media
    caption = caption_of(media.caption, media.parse_mode, media.caption_entities)
    content = Attachment(taken_in(exchange, media.media, "photo").file_id, caption, media.has_spoiler)
    return _replace(exchange, message, replace(message, content=content, keyboard=keyboard_of(call.reply_markup)))


async def edit_message_reply_markup(exchange: Exchange, call: EditMessageReplyMarkup) -> JSON:
    message = _editable(exchange, call)
    return _replace(exchange, message, replace(message, keyboard=keyboard_of(call.reply_markup)))


async def delete_message(exchange: Exchange, call: DeleteMessage) -> bool:
    exchange.person(call.chat_id)
    message = exchange.memory.world.chats[call.chat_id].get(call.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if not _is_young(exchange, message):
        raise bad_request("message can't be deleted for everyone")
    exchange.memory.record(MessageDeleted(call.chat_id, call.message_id))
    return True


async def delete_messages(exchange: Exchange, call: DeleteMessages) -> bool:
    """Delete what can be deleted; Telegram passes over the rest in silence."""
    if not call.message_ids:
        raise bad_request("message identifiers are not specified")
    if len(call.message_ids) > _DELETED_AT_ONCE_MAX:
        raise bad_request("too many message identifiers specified")
    exchange.person(call.chat_id)
    chat = exchange.memory.world.chats[call.chat_id]
    found = [number for number in dict.fromkeys(call.message_ids) if number in chat]
    young = [number for number in found if _is_young(exchange, chat[number])]
    exchange.memory.record(*(MessageDeleted(call.chat_id, number) for number in young))
    return True


def _editable(exchange: Exchange, call: Editing) -> Message:
    exchange.reachable(call.chat_id)
    message = exchange.memory.world.chats[call.chat_id].get(call.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def _replace(exchange: Exchange, message: Message, changed: Message) -> JSON:
    if message == changed:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    if message.content != changed.content:
        changed = replace(changed, edit_date=exchange.memory.date)
    exchange.memory.record(MessageKept(changed))
    return exchange.message_json(changed)


def _is_young(exchange: Exchange, message: Message) -> bool:
    return exchange.memory.date - message.date < _DELETABLE
