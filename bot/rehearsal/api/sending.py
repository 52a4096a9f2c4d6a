"""sendMessage, sendDocument, sendPhoto, sendChatAction."""

from dataclasses import replace

from bot.rehearsal.api.answers import bad_request
from bot.rehearsal.api.calls import SendChatAction, SendDocument, Sending, SendMessage, SendPhoto
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.api.files import taken_in
from bot.rehearsal.api.keyboards import keyboard_of
from bot.rehearsal.api.texts import caption_of, text_of
from bot.rehearsal.memory.changes import MessageKept
from bot.rehearsal.memory.model import JSON, Attachment, Content, Keyboard

_ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"}
    | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)


async def send_message(exchange: Exchange, call: SendMessage) -> JSON:
    exchange.person(call.chat_id)
    words = text_of(call.text, call.parse_mode, call.entities)
    return _send(exchange, call, words, *_passed(exchange, call))


async def send_document(exchange: Exchange, call: SendDocument) -> JSON:
    exchange.person(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    passed = _passed(exchange, call)
    file = taken_in(exchange, call.document, "document")
    return _send(exchange, call, Attachment(file.file_id, caption), *passed)


async def send_photo(exchange: Exchange, call: SendPhoto) -> JSON:
    exchange.person(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    passed = _passed(exchange, call)
    file = taken_in(exchange, call.photo, "photo")
    return _send(exchange, call, Attachment(file.file_id, caption, call.has_spoiler), *passed)


async def send_chat_action(exchange: Exchange, call: SendChatAction) -> bool:
    if call.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    exchange.reachable(call.chat_id)
    return True


def _passed(exchange: Exchange, call: Sending) -> tuple[Keyboard, int | None]:
    """Check all that does not depend on the content."""
    keyboard = keyboard_of(call.reply_markup)
    answered = _answered(exchange, call)
    exchange.reachable(call.chat_id)
    return keyboard, answered


def _answered(exchange: Exchange, call: Sending) -> int | None:
    reply = call.reply_parameters
    if reply is None:
        return None
    if reply.message_id in exchange.memory.world.chats.get(reply.chat_id or call.chat_id, ()):
        return reply.message_id
    if reply.allow_sending_without_reply:
        return None
    raise bad_request("message to be replied not found")


def _send(exchange: Exchange, call: Sending, content: Content, keyboard: Keyboard, reply_to: int | None) -> JSON:
    """Let the message appear, unless the flood gate holds it back: it counts only what would be sent."""
    exchange.gate.let_through(call.chat_id, exchange.memory.now(), paid=call.allow_paid_broadcast)
    blank = exchange.memory.new_message(call.chat_id, content, from_bot=True)
    message = replace(blank, keyboard=keyboard, reply_to=reply_to, protected=call.protect_content)
    exchange.memory.record(MessageKept(message))
    return exchange.message_json(message)
