"""The parameters of every method that the rehearsal plays, under their names in the Bot API."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.rehearsal.api.answers import Refusal, bad_request
from bot.rehearsal.api.objects import (
    ChatId,
    Commands,
    Entities,
    Given,
    InlineKeyboard,
    InputFile,
    LinkPreview,
    Media,
    Menu,
    Names,
    Numbers,
    Params,
    Reply,
    ReplyMarkup,
    Scope,
    Upload,
)


class Nothing(Given):
    """The parameters of a method that takes none."""


class GetUpdates(Given):
    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: Names | None = None


class SetWebhook(Given):
    url: str
    ip_address: str | None = None
    max_connections: int = 40
    allowed_updates: Names | None = None
    drop_pending_updates: bool = False
    secret_token: str | None = None


class DeleteWebhook(Given):
    drop_pending_updates: bool = False


class Sending(Given):
    """What every method that sends a message takes."""

    chat_id: ChatId
    parse_mode: str | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    reply_parameters: Reply | None = None
    reply_markup: ReplyMarkup | None = None


class SendMessage(Sending):
    text: str
    entities: Entities | None = None
    link_preview_options: LinkPreview | None = None


class SendDocument(Sending):
    document: InputFile
    caption: str = ""
    caption_entities: Entities | None = None
    disable_content_type_detection: bool = False


class SendPhoto(Sending):
    photo: InputFile
    caption: str = ""
    caption_entities: Entities | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class Editing(Given):
    """What every method that edits a message takes."""

    chat_id: ChatId
    message_id: int
    reply_markup: InlineKeyboard | None = None


class EditMessageText(Editing):
    text: str
    parse_mode: str | None = None
    entities: Entities | None = None
    link_preview_options: LinkPreview | None = None


class EditMessageCaption(Editing):
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: Entities | None = None
    show_caption_above_media: bool = False


class EditMessageMedia(Editing):
    media: Media
    parse_mode: str | None = None
    """No parameter of this method; libraries with a default send it along, and Telegram does not mind."""


class EditMessageReplyMarkup(Editing):
    pass


class DeleteMessage(Given):
    chat_id: ChatId
    message_id: int


class DeleteMessages(Given):
    chat_id: ChatId
    message_ids: Numbers


class AnswerCallbackQuery(Given):
    callback_query_id: str
    text: str = ""
    show_alert: bool = False
    cache_time: int = 0


class GetFile(Given):
    file_id: str


class SendChatAction(Given):
    chat_id: ChatId
    action: str


class SetMyCommands(Given):
    commands: Commands
    scope: Scope | None = None
    language_code: str = ""


class CommandsOf(Given):
    scope: Scope | None = None
    language_code: str = ""


class SetMyDescription(Given):
    description: str = ""
    language_code: str = ""


class SetMyShortDescription(Given):
    short_description: str = ""
    language_code: str = ""


class SetChatMenuButton(Given):
    chat_id: ChatId | None = None
    menu_button: Menu | None = None


class GetChat(Given):
    chat_id: ChatId


_Call = TypeVar("_Call", bound=Given)

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "media": "media not found",
    "file_id": "file_id not specified",
    "callback_query_id": "query ID not specified",
}


def read_call(kind: type[_Call], params: Mapping[str, object], files: Mapping[str, Upload]) -> _Call:
    """Return the call that a bot makes.

    Raises:
        Refusal: If a parameter is unknown, missing or of a wrong type. Telegram itself passes over unknown ones.
    """
    try:
        return kind.model_validate(_with_uploads(params, files), context=files)
    except ValidationError as error:
        raise _refusal(error.errors(include_url=False, include_input=False)[0]) from error


def _with_uploads(params: Mapping[str, object], files: Mapping[str, Upload]) -> Params:
    """Put each uploaded file under its own name, unless `attach://<name>` says in whose place it belongs."""
    told = " ".join(str(value) for value in params.values())
    return {**params, **{name: upload for name, upload in files.items() if f"attach://{name}" not in told}}


def _refusal(error: ErrorDetails) -> Refusal:
    name = str(error["loc"][0])
    match error["type"]:
        case "missing" if len(error["loc"]) == 1:
            return bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
        case "extra_forbidden" if len(error["loc"]) == 1:
            return bad_request(f'unknown parameter "{name}"')
        case "string_unicode":
            return bad_request("strings must be encoded in UTF-8")
    place = ".".join(str(step) for step in error["loc"])
    if name == "reply_markup":
        return bad_request(f"can't parse reply keyboard markup JSON object: {place}")
    return bad_request(f"can't parse parameter {place}: {error['msg']}")
