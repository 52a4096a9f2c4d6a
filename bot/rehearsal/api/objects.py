"""The objects that a bot hands in: keyboards, entities, commands, files."""

import json
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, ValidationInfo

from bot.rehearsal.api.answers import bad_request


class Given(BaseModel):
    """Anything that a bot hands in: what is not declared is refused, so that a typing mistake shows."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Upload:
    """A file that travels with a call."""

    file_name: str
    content: bytes
    mime_type: str = ""


class GivenEntity(Given):
    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


class GivenCopyText(Given):
    text: str


class GivenButton(Given):
    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: GivenCopyText | None = None
    switch_inline_query: str | None = None


class InlineKeyboardMarkup(Given):
    inline_keyboard: list[list[GivenButton]]


class ReplyKeyboardRemove(Given):
    remove_keyboard: Literal[True]
    selective: bool = False


class ForceReply(Given):
    force_reply: Literal[True]
    input_field_placeholder: str | None = None
    selective: bool = False


class ReplyParameters(Given):
    message_id: int
    chat_id: int | None = None
    allow_sending_without_reply: bool = False
    quote_parse_mode: str | None = None
    """Comes with the library's defaults; the rehearsal plays no quotes."""


class LinkPreviewOptions(Given):
    is_disabled: bool = False
    url: str | None = None
    prefer_small_media: bool = False
    prefer_large_media: bool = False
    show_above_text: bool = False


class GivenCommand(Given):
    command: str
    description: str


class CommandScope(Given):
    """Whom a menu of commands is for."""

    type: Literal[
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ] = "default"
    chat_id: int | None = None
    user_id: int | None = None


class MenuButton(Given):
    type: Literal["commands", "default"]


def _decoded(value: object) -> object:
    """Return the object that a form field holds as JSON text; a JSON body holds it already."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _attached(value: object, info: ValidationInfo) -> object:
    """Return the uploaded file that `attach://<name>` stands for; the context of the reading holds them all."""
    if not isinstance(value, str) or not value.startswith("attach://"):
        return value
    files: dict[str, Upload] = info.context or {}
    name = value.removeprefix("attach://")
    if name not in files:
        raise bad_request("there is no file in the request under the attached name")
    return files[name]


def _chat_id(value: object) -> object:
    """Return a chat's number; public names belong to channels and groups, and none exists here."""
    if value == "":
        raise bad_request("chat_id is empty")
    if isinstance(value, str) and not value.lstrip("-").isdecimal():
        raise bad_request("chat not found")
    return value


_FromJson = BeforeValidator(_decoded)
ChatId = Annotated[int, BeforeValidator(_chat_id)]
InlineKeyboard = Annotated[InlineKeyboardMarkup, _FromJson]
ReplyMarkup = Annotated[InlineKeyboardMarkup | ReplyKeyboardRemove | ForceReply, _FromJson]
Entities = Annotated[list[GivenEntity], _FromJson]
Reply = Annotated[ReplyParameters, _FromJson]
LinkPreview = Annotated[LinkPreviewOptions, _FromJson]
Names = Annotated[list[str], _FromJson]
Numbers = Annotated[list[int], _FromJson]
Commands = Annotated[list[GivenCommand], _FromJson]
Scope = Annotated[CommandScope, _FromJson]
Menu = Annotated[MenuButton, _FromJson]
InputFile = Annotated[InstanceOf[Upload] | str, BeforeValidator(_attached)]
"""New bytes, or the id of a file that Telegram has already."""


class InputMediaPhoto(Given):
    """A picture that takes the place of what a message showed."""

    type: Literal["photo"]
    media: InputFile
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[GivenEntity] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


Media = Annotated[InputMediaPhoto, _FromJson]

Params = dict[str, Any]
