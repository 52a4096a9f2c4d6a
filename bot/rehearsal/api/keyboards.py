"""The rules for inline keyboards."""

from bot.rehearsal.api.answers import Refusal, bad_request
from bot.rehearsal.api.objects import ForceReply, GivenButton, InlineKeyboardMarkup, ReplyKeyboardRemove
from bot.rehearsal.memory.model import Button, Keyboard
from bot.rehearsal.text.links import checked_url
from bot.rehearsal.text.units import utf16_length

_BUTTONS_MAX = 100
_ROW_MAX = 8
_DATA_MAX = 64  # bytes
_COPY_MAX = 256


def keyboard_of(markup: InlineKeyboardMarkup | ReplyKeyboardRemove | ForceReply | None) -> Keyboard:
    """Return the inline keyboard that a bot attaches, or an empty one.

    Raises:
        Refusal: If one of its buttons breaks a rule.
    """
    if not isinstance(markup, InlineKeyboardMarkup):
        return ()
    rows = tuple(tuple(_button(button) for button in row) for row in markup.inline_keyboard if row)
    if sum(map(len, rows)) > _BUTTONS_MAX or any(len(row) > _ROW_MAX for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _button(given: GivenButton) -> Button:
    if not given.text.strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = [given.callback_data, given.url, given.copy_text, given.switch_inline_query]
    if sum(action is not None for action in actions) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    copy_text = given.copy_text.text if given.copy_text else None
    if given.callback_data is not None and not 1 <= len(given.callback_data.encode()) <= _DATA_MAX:
        raise bad_request("BUTTON_DATA_INVALID")
    if copy_text is not None and not 1 <= utf16_length(copy_text) <= _COPY_MAX:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    url = checked_url(given.url) if given.url is not None else None
    if given.url is not None and url is None:
        raise _wrong_url(given.url)
    return Button(given.text, given.callback_data, url, copy_text, given.switch_inline_query)


def _wrong_url(url: str) -> Refusal:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
