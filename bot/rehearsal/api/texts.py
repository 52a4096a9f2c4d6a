"""The rules for texts and captions."""

from collections.abc import Sequence

from bot.rehearsal.api.answers import Refusal, bad_request
from bot.rehearsal.api.objects import GivenEntity
from bot.rehearsal.memory.model import Entity, Words
from bot.rehearsal.text.markup import MarkupError
from bot.rehearsal.text.units import utf16_length
from bot.rehearsal.text.words import read_html, read_plain

TEXT_MAX = 4096  # UTF-16 units, after the markup was read
CAPTION_MAX = 1024  # UTF-16 units, after the markup was read


def text_of(
    text: str, parse_mode: str | None, entities: Sequence[GivenEntity] | None, *, too_long: str = "message is too long"
) -> Words:
    """Return the words of a message.

    Raises:
        Refusal: If they are empty, too long, or cannot be read.
    """
    words = _words(text, parse_mode, entities)
    if not words.text:
        raise bad_request("message text is empty")
    return _within(words, TEXT_MAX, too_long)


def caption_of(text: str, parse_mode: str | None, entities: Sequence[GivenEntity] | None) -> Words:
    """Return the words of a caption, which may be empty.

    Raises:
        Refusal: If they are too long or cannot be read.
    """
    return _within(_words(text, parse_mode, entities), CAPTION_MAX, "message caption is too long")


def _words(text: str, parse_mode: str | None, entities: Sequence[GivenEntity] | None) -> Words:
    match (parse_mode or "").lower():
        case "":
            return read_plain(text, [_entity(entity) for entity in entities or ()])
        case "html":
            try:
                return read_html(text)
            except MarkupError as error:
                raise bad_request(f"can't parse entities: {error}") from error
    raise _unsupported()


def _unsupported() -> Refusal:
    return bad_request("unsupported parse_mode")


def _entity(given: GivenEntity) -> Entity:
    return Entity(given.type, given.offset, given.length, given.url, given.language)


def _within(words: Words, limit: int, complaint: str) -> Words:
    if utf16_length(words.text) > limit:
        raise bad_request(complaint)
    return words
