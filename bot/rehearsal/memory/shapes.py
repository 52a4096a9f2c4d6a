"""Puts what Telegram knows into the objects of the Bot API."""

from typing import Any

from bot.rehearsal.memory.model import (
    JSON,
    Attachment,
    BotIdentity,
    Button,
    Command,
    Keyboard,
    Message,
    Person,
    SharedContact,
    SharedLocation,
    StoredFile,
    Update,
    Words,
)
from bot.rehearsal.memory.world import World

_THUMBNAIL = 90  # pixels of the longer side
_THUMBNAIL_SIZE = 1_500  # bytes, about


def bot_json(bot: BotIdentity) -> JSON:
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def user_json(person: Person) -> JSON:
    return {
        "id": person.id,
        "is_bot": False,
        **_names(person),
        "language_code": person.language_code,
    }


def chat_json(person: Person) -> JSON:
    return {"id": person.id, "type": "private", **_names(person)}


def message_json(world: World, bot: BotIdentity, message: Message) -> JSON:
    """Return the Message object, with the message that it answers if that still exists."""
    shown = _message_without_reply(world, bot, message)
    answered = world.chats[message.chat_id].get(message.reply_to or 0)
    if answered is not None:
        shown["reply_to_message"] = _message_without_reply(world, bot, answered)
    return shown


def update_json(update: Update) -> JSON:
    return {"update_id": update.update_id, update.kind: update.body}


def file_json(file: StoredFile) -> JSON:
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}


def keyboard_json(keyboard: Keyboard) -> list[list[JSON]]:
    return [[_button_json(button) for button in row] for row in keyboard]


def command_json(command: Command) -> JSON:
    return {"command": command.command, "description": command.description}


def entities_json(words: Words) -> list[JSON]:
    return [
        _without_none(
            {
                "type": entity.type,
                "offset": entity.offset,
                "length": entity.length,
                "url": entity.url,
                "language": entity.language,
            }
        )
        for entity in words.entities
    ]


def _message_without_reply(world: World, bot: BotIdentity, message: Message) -> JSON:
    person = world.people[message.chat_id]
    return _without_none(
        {
            "message_id": message.message_id,
            "from": bot_json(bot) if message.from_bot else user_json(person),
            "chat": chat_json(person),
            "date": message.date,
            "edit_date": message.edit_date,
            "has_protected_content": message.protected or None,
            **_content_json(world, message),
            "reply_markup": {"inline_keyboard": keyboard_json(message.keyboard)} if message.keyboard else None,
        }
    )


def _content_json(world: World, message: Message) -> JSON:
    match message.content:
        case Words(text) as words:
            return {"text": text, "entities": entities_json(words) or None}
        case Attachment(file_id, caption, spoiler):
            return {
                **_file_content_json(world.files[file_id]),
                "has_media_spoiler": spoiler or None,
                "caption": caption.text or None,
                "caption_entities": entities_json(caption) or None,
            }
        case SharedContact(phone_number, first_name):
            return {"contact": {"phone_number": phone_number, "first_name": first_name, "user_id": message.chat_id}}
        case SharedLocation(latitude, longitude):
            return {"location": {"latitude": latitude, "longitude": longitude}}


def _file_content_json(file: StoredFile) -> JSON:
    shape = file_json(file)
    match file.kind:
        case "document":
            return {"document": shape | {"file_name": file.name, "mime_type": file.mime_type}}
        case "photo":
            return {"photo": [*_thumbnails(file), shape | {"width": file.width, "height": file.height}]}
        case "voice":
            return {"voice": shape | {"duration": file.duration, "mime_type": file.mime_type}}


def _thumbnails(file: StoredFile) -> list[JSON]:
    """Return the smaller size that comes first; nothing is kept of it, so a bot that takes it for the photo fails."""
    larger = max(file.width, file.height)
    if larger <= _THUMBNAIL:
        return []
    width, height = (max(1, side * _THUMBNAIL // larger) for side in (file.width, file.height))
    ids = {"file_id": f"{file.file_id}-small", "file_unique_id": f"{file.unique_id}-small"}
    return [ids | {"file_size": min(file.size, _THUMBNAIL_SIZE), "width": width, "height": height}]


def _button_json(button: Button) -> JSON:
    return _without_none(
        {
            "text": button.text,
            "callback_data": button.callback_data,
            "url": button.url,
            "copy_text": {"text": button.copy_text} if button.copy_text else None,
            "switch_inline_query": button.switch_inline_query,
        }
    )


def _names(person: Person) -> JSON:
    return _without_none({"first_name": person.first_name, "last_name": person.last_name, "username": person.username})


def _without_none(values: dict[str, Any]) -> JSON:
    return {name: value for name, value in values.items() if value is not None}
