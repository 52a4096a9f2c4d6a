"""The steps that conversations share: who speaks, saying, showing, answering a button, building one."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler

from handlers.context import Context

if TYPE_CHECKING:
    from telegram import User

DATA_MAX = 64  # bytes of a button's data, Bot API: InlineKeyboardButton.callback_data

Rows = Sequence[Sequence[InlineKeyboardButton]]
Callback = Callable[[Update, Context], Coroutine[Any, Any, Any]]


def person_of(update: Update) -> User:
    """Return who sent the update."""
    user = update.effective_user
    assert user is not None  # updates without a person are stopped before any handler
    return user


def message_of(update: Update) -> Message:
    """Return the message that the person sent."""
    message = update.effective_message
    assert message is not None
    return message


def button(label: str, word: str, *arguments: str | int) -> InlineKeyboardButton:
    """Return a button that sends back *word* and *arguments*; see `on` and `pressed`."""
    data = ":".join([word, *map(str, arguments)])
    assert len(data.encode()) <= DATA_MAX, word
    return InlineKeyboardButton(label, callback_data=data)


def on(word: str, callback: Callback) -> CallbackQueryHandler[Context, Any]:
    """Return the handler of every button made with *word*."""
    return CallbackQueryHandler(callback, pattern=rf"^{word}(:|$)")


def pressed(update: Update) -> tuple[str, ...]:
    """Return the arguments of the pressed button; never an authority, each is checked where it is used."""
    query = update.callback_query
    assert query is not None
    return tuple((query.data or "").split(":"))[1:]


async def say(update: Update, context: Context, html: str, rows: Rows = ()) -> Message:
    """Send a new message to the person."""
    return await context.bot.send_message(person_of(update).id, html, reply_markup=_keyboard(rows))


async def show(update: Update, context: Context, html: str, rows: Rows = ()) -> None:
    """Show a screen: in place of the one whose button was pressed, or as a new message."""
    query = update.callback_query
    if query is None or not isinstance(query.message, Message) or query.message.text is None:
        await say(update, context, html, rows)
        return
    try:
        await query.edit_message_text(html, reply_markup=_keyboard(rows))
    except BadRequest as error:
        if "not modified" not in error.message:  # a double tap shows the same screen twice
            raise


async def answer(update: Update, context: Context, key: str | None = None) -> None:
    """Answer the pressed button, with a short note over the chat where *key* names one."""
    query = update.callback_query
    if query is None or context.answered:
        return
    context.answered = True
    try:
        await query.answer(context.label(key) if key else None)
    except BadRequest as error:
        if "too old" not in error.message:  # after a long pause Telegram no longer waits for an answer
            raise


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup(rows) if len(rows) else None
