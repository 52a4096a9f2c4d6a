"""Takes in files, and hands them out again."""

from typing import Literal

from bot.rehearsal.api.answers import Refusal, bad_request
from bot.rehearsal.api.calls import GetFile
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.api.objects import InputFile, Upload
from bot.rehearsal.api.pictures import size_of
from bot.rehearsal.memory.model import JSON, StoredFile
from bot.rehearsal.memory.shapes import file_json

_UPLOAD_MAX = 50_000_000  # bytes
_PHOTO_MAX = 10_485_760  # bytes
_PHOTO_SIDES_MAX = 10_000  # pixels of width and height together
_PHOTO_RATIO_MAX = 20  # longer to shorter side
_DOWNLOAD_MAX = 20_000_000  # bytes


async def get_file(exchange: Exchange, call: GetFile) -> JSON:
    file = exchange.memory.world.files.get(call.file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > _DOWNLOAD_MAX:
        raise bad_request("file is too big")
    return file_json(file) | {"file_path": file.path}


def taken_in(exchange: Exchange, given: InputFile, kind: Literal["document", "photo"]) -> StoredFile:
    """Return the file that the bot sends: new bytes, or one that Telegram has already.

    Raises:
        Refusal: If it is empty, too large, no picture where one is due, or unknown.
    """
    if isinstance(given, Upload):
        return exchange.memory.keep_file(_examined(given, kind), given.content)
    file = exchange.memory.world.files.get(given)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _examined(upload: Upload, kind: Literal["document", "photo"]) -> StoredFile:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > _UPLOAD_MAX:
        raise Refusal(413, "Request Entity Too Large")
    width, height = (0, 0) if kind == "document" else _measured(upload.content)
    return StoredFile("", kind, upload.file_name, upload.mime_type, 0, width, height)


def _measured(photo: bytes) -> tuple[int, int]:
    """Return width and height in pixels.

    Raises:
        Refusal: If it is no photo that Telegram takes.
    """
    if len(photo) > _PHOTO_MAX:
        size = f"file of size {len(photo)} bytes is too big for a photo"
        raise bad_request(f"{size}; the maximum size is {_PHOTO_MAX} bytes")
    width, height = size_of(photo) or (0, 0)
    if not (width and height):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if width + height > _PHOTO_SIDES_MAX or max(width, height) > _PHOTO_RATIO_MAX * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height
