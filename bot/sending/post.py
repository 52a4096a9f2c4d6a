"""The post: hands a letter to Telegram, whatever kind it is.

Plain letters go out by the thousand and differ in the chat alone. They are encoded once for all and their answers are
read for the message's id only, through the library's own request class and its errors; everything else is a call of
the library's bot.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from telegram import InputMediaPhoto, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.logs import frames_of
from bot.sending.delivery import outcome_of, says
from bot.telegram_request import PreparedCall
from storage.appeals.photos import keep_file_id
from storage.appeals.picture import blank_picture
from storage.letters.broadcasts.planning import BroadcastKind

if TYPE_CHECKING:
    from telegram import Bot

    from bot.sending.contents import Content, Contents
    from storage.appeals.photos import StoredPhoto
    from storage.database import Database
    from storage.letters.outbox.leasing import Letter
    from storage.letters.outbox.outcomes import Outcome

log = logging.getLogger(__name__)

TOO_OLD = ("can't be deleted",)  # Bot API, deleteMessage: not after 48 hours
NOT_THERE = ("not found", "can't be edited", "message_id_invalid")
UNCHANGED = ("not modified",)
IS_PICTURE = ("no text in the message",)


class Post:
    """Sends, corrects and removes letters, and says what became of each."""

    def __init__(self, db: Database, bot: Bot, contents: Contents) -> None:
        self._db = db
        self._bot = bot
        self._contents = contents
        self._prepared: WeakKeyDictionary[Content, dict[bool, tuple[str, PreparedCall]]] = WeakKeyDictionary()
        self._uploading = asyncio.Lock()

    async def hand_over(self, letter: Letter) -> Outcome:
        """Send one letter; never raises for anything that Telegram answers."""
        content = await self._contents.of(letter)
        match letter.kind:
            case BroadcastKind.RECALL:
                return await outcome_of(self._remove(letter, content))
            case BroadcastKind.CORRECTION:
                return await outcome_of(self._correct(letter, content))
            case _:
                return await outcome_of(self._send(letter, content))

    async def _send(self, letter: Letter, content: Content) -> int:
        if content.photo and content.photo.file_id is None:
            async with self._uploading:
                content = await self._contents.of(letter)  # who waited here finds it uploaded
                if content.photo and content.photo.file_id is None:
                    return await self._upload(letter, content)
        method, call = self._prepared_call(content, paid=letter.paid)
        answer = await self._bot.request.post(f"{self._bot.base_url}/{method}", call.to(letter.chat))
        assert isinstance(answer, dict), method  # a Message, Bot API
        return int(answer["message_id"])

    def _prepared_call(self, content: Content, *, paid: bool) -> tuple[str, PreparedCall]:
        """Return the method and the call for everybody who reads the same."""
        calls = self._prepared.setdefault(content, {})
        if paid not in calls:
            calls[paid] = _encoded(content, paid=paid)
        return calls[paid]

    async def _upload(self, letter: Letter, content: Content) -> int:
        """Send the first letter with the picture itself; Telegram gives it the name by which the others have it."""
        assert content.photo is not None
        message = await self._bot.send_photo(
            letter.chat,
            content.photo.content,
            content.html,
            reply_markup=content.keyboard,
            has_spoiler=content.spoiler,
            allow_paid_broadcast=letter.paid or None,
        )
        await self._remember(content.photo, message.photo[-1].file_id)
        return message.message_id

    async def _remember(self, photo: StoredPhoto, file_id: str) -> None:
        """Keep Telegram's name of the picture; where that fails, this letter is sent all the same, the next uploads."""
        try:
            await keep_file_id(self._db, photo.id, file_id)
        except Exception as error:  # noqa: BLE001  # whatever it is, the message is there
            log.error("the name of a picture was not kept: %s", frames_of(error))  # noqa: TRY400  # as in the sender
            return
        self._contents.forget()

    async def _correct(self, letter: Letter, content: Content) -> int:
        """Put the corrected letter in place of the earlier one, and say so in one short message that points there.

        Where the earlier one is not known, or a picture must go with it, the corrected letter comes as a new message.
        """
        if letter.earlier is None or not await self._write_over(letter.chat, letter.earlier, content):
            return await self._send(letter, content)
        reply = ReplyParameters(letter.earlier, allow_sending_without_reply=True)
        message = await self._bot.send_message(letter.chat, content.notice, reply_parameters=reply)
        return message.message_id

    async def _remove(self, letter: Letter, content: Content) -> None:
        """Delete the earlier message; write over one that Telegram does not delete any more."""
        assert letter.earlier is not None  # only messages that are known are recalled
        try:
            await self._bot.delete_message(letter.chat, letter.earlier)
        except BadRequest as error:
            if says(error, TOO_OLD):
                await self._write_over(letter.chat, letter.earlier, content)
            elif not says(error, NOT_THERE):
                raise

    async def _write_over(self, chat: int, message: int, content: Content) -> bool:
        """Put *content* in the place of a message; return whether that message shows it now.

        A picture cannot be taken out of a message: it is covered with a blank one and a short word, and a letter
        has to come anew.
        """
        try:
            if content.photo:
                await self._put_picture(chat, message, content, content.photo)
            else:
                await self._bot.edit_message_text(content.html, chat, message, reply_markup=content.keyboard)
        except BadRequest as error:
            if says(error, IS_PICTURE):
                blank = InputMediaPhoto(blank_picture(), content.notice or content.html)
                await self._bot.edit_message_media(blank, chat, message)
                return False
            if says(error, UNCHANGED):
                return True
            if says(error, NOT_THERE):
                return False
            raise
        return True

    async def _put_picture(self, chat: int, message: int, content: Content, photo: StoredPhoto) -> None:
        picture = InputMediaPhoto(photo.file_id or photo.content, content.html, has_spoiler=content.spoiler)
        edited = await self._bot.edit_message_media(picture, chat, message, reply_markup=content.keyboard)
        if photo.file_id is None and isinstance(edited, Message):
            await self._remember(photo, edited.photo[-1].file_id)


def _encoded(content: Content, *, paid: bool) -> tuple[str, PreparedCall]:
    parameters = {"parse_mode": ParseMode.HTML.value}
    if content.keyboard is not None:
        parameters["reply_markup"] = content.keyboard.to_json()
    if paid:
        parameters["allow_paid_broadcast"] = "true"
    if content.photo is None:
        preview = {"link_preview_options": '{"is_disabled": true}'}
        return "sendMessage", PreparedCall(parameters | preview | {"text": content.html})
    assert content.photo.file_id is not None
    spoiler = {"has_spoiler": "true"} if content.spoiler else {}
    picture = {"photo": content.photo.file_id, "caption": content.html}
    return "sendPhoto", PreparedCall(parameters | spoiler | picture)
