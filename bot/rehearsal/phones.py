"""What people do with their phones, and what their phones show.

A phone can do only what a Telegram app can: press a button that is there, write to a bot that it has not blocked.
Whatever else a test asks of it raises `ImpossibleDeed`.
"""

import re
from dataclasses import replace

from bot.rehearsal.api.pictures import size_of
from bot.rehearsal.memory.changes import (
    Change,
    MessageKept,
    PersonKept,
    QueryKept,
    StandingChanged,
    UpdatesConfirmed,
)
from bot.rehearsal.memory.memory import Memory
from bot.rehearsal.memory.model import (
    JSON,
    Alert,
    Attachment,
    Command,
    Content,
    Message,
    Person,
    Query,
    SharedContact,
    SharedLocation,
    Standing,
    StoredFile,
)
from bot.rehearsal.memory.shapes import bot_json, chat_json, message_json, update_json, user_json
from bot.rehearsal.screens import ShownMessage, menu_of, shown
from bot.rehearsal.text.units import utf16_length
from bot.rehearsal.text.words import read_plain

_TEXT_MAX = 4096  # UTF-16 units
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


class ImpossibleDeed(ValueError):
    """No Telegram app would let its owner do this."""


class Phones:
    """Everybody's phone."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def add_person(self, person: Person) -> None:
        """Give *person* a Telegram account, or change the names on it."""
        if self.memory.world.people.get(person.id) != person:
            self.memory.record(PersonKept(person))

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(self.memory.world.people.values())

    def standing(self, person_id: int) -> Standing:
        return self.memory.world.standings[person_id]

    def chat(self, person_id: int) -> tuple[ShownMessage, ...]:
        """Return what the person sees now, the oldest message first."""
        messages = self.memory.world.chats[person_id]
        return tuple(shown(self.memory.world, messages[number]) for number in sorted(messages))

    def alerts(self, person_id: int) -> tuple[Alert, ...]:
        """Return the texts with which pressed buttons were answered."""
        return tuple(self.memory.world.alerts[person_id])

    def unanswered(self, person_id: int) -> tuple[Query, ...]:
        """Return the pressed buttons that still show a clock."""
        queries = self.memory.world.queries.values()
        return tuple(query for query in queries if query.person_id == person_id and not query.answered)

    def menu(self, person_id: int) -> tuple[Command, ...]:
        """Return the commands that the person's app offers."""
        return menu_of(self.memory.world, self.memory.world.people[person_id])

    def about_bot(self, person_id: int) -> str:
        """Return what the person reads of the bot before pressing Start."""
        language = self.memory.world.people[person_id].language_code[:2]
        profile = self.memory.world.profile
        return profile.get(("description", language)) or profile.get(("description", ""), "")

    def last_message(self, person_id: int) -> ShownMessage | None:
        chat = self.memory.world.chats[person_id]
        return shown(self.memory.world, chat[max(chat)]) if chat else None

    def file(self, file_id: str) -> bytes:
        return self.memory.content_of(file_id)

    def says(self, person_id: int, text: str) -> int:
        """Let the person write *text*, and return the number of the message."""
        words = read_plain(text)
        if not 1 <= utf16_length(words.text) <= _TEXT_MAX:
            raise ImpossibleDeed("a message has between 1 and 4,096 characters")
        return self._sends(person_id, words)

    def opens_link(self, person_id: int, start_parameter: str) -> int:
        """Let the person follow a link to the bot and press Start there."""
        if not _START_PARAMETER.fullmatch(start_parameter):
            raise ImpossibleDeed("a start parameter has 1 to 64 characters of A-Z, a-z, 0-9, _ and -")
        if self.standing(person_id) is Standing.BLOCKED:
            self.unblocks(person_id)
        return self.says(person_id, f"/start {start_parameter}")

    def edits(self, person_id: int, message_id: int, text: str) -> None:
        message = self._message(person_id, message_id)
        if message.from_bot:
            raise ImpossibleDeed("nobody can edit the bot's messages")
        edited = replace(message, content=read_plain(text), edit_date=self.memory.date)
        self._happens(person_id, "edited_message", MessageKept(edited), message=edited)

    def presses(self, person_id: int, message_id: int, callback_data: str) -> str:
        """Let the person press a button, and return the id of the query that the bot must answer."""
        message = self._message(person_id, message_id)
        if not any(button.callback_data == callback_data for row in message.keyboard for button in row):
            raise ImpossibleDeed(f"message {message_id} shows no button with the data {callback_data!r}")
        return self.forges_press(person_id, message_id, callback_data)

    def forges_press(self, person_id: int, message_id: int, callback_data: str) -> str:
        """Let a tampered or belated app press a button that is not, or no longer, there."""
        message = self._message(person_id, message_id)
        query = Query(f"{person_id}-{len(self.memory.world.queries) + 1}", person_id, message_id, self.memory.date)
        self._able(person_id)
        body = {
            "id": query.id,
            "from": user_json(self.memory.world.people[person_id]),
            "message": message_json(self.memory.world, self.memory.bot, message),
            "chat_instance": str(person_id),
            "data": callback_data,
        }
        self.memory.record(QueryKept(query), *self.memory.queued("callback_query", body))
        return query.id

    def sends_document(
        self, person_id: int, file_name: str, content: bytes, caption: str | None = None, mime_type: str = ""
    ) -> int:
        return self._attaches(person_id, StoredFile("", "document", file_name, mime_type, 0), content, caption)

    def sends_photo(self, person_id: int, content: bytes, caption: str | None = None) -> int:
        width, height = size_of(content) or (640, 480)
        photo = StoredFile("", "photo", "photo.jpg", "image/jpeg", 0, width, height)
        return self._attaches(person_id, photo, content, caption)

    def sends_voice(self, person_id: int, content: bytes, seconds: int) -> int:
        voice = StoredFile("", "voice", "voice.ogg", "audio/ogg", 0, duration=seconds)
        return self._attaches(person_id, voice, content, None)

    def sends_contact(self, person_id: int, phone_number: str) -> int:
        """Let the person hand over their own telephone number."""
        return self._sends(person_id, SharedContact(phone_number, self.memory.world.people[person_id].first_name))

    def sends_location(self, person_id: int, latitude: float, longitude: float) -> int:
        return self._sends(person_id, SharedLocation(latitude, longitude))

    def blocks(self, person_id: int) -> None:
        self._able(person_id)
        self._stands(person_id, Standing.BLOCKED, "member", "kicked")

    def unblocks(self, person_id: int) -> None:
        if self.standing(person_id) is not Standing.BLOCKED:
            raise ImpossibleDeed("only who has blocked the bot can unblock it")
        self._stands(person_id, Standing.OPEN, "kicked", "member")

    def deletes_account(self, person_id: int) -> None:
        """Let the person leave Telegram; the bot learns of it when it writes next."""
        self.memory.record(StandingChanged(person_id, Standing.GONE))

    def take_updates(self) -> list[JSON]:
        """Hand over the pending updates and confirm them, without polling."""
        updates = [update_json(update) for update in self.memory.world.updates.values()]
        if updates:
            self.memory.record(UpdatesConfirmed(self.memory.world.last_update_id + 1))
        return updates

    async def changed(self, since: int | None = None) -> int:
        """Wait until something happened after revision *since* (now, if None), and return the new revision."""
        return await self.memory.changed(self.memory.revision if since is None else since)

    def _attaches(self, person_id: int, file: StoredFile, content: bytes, caption: str | None) -> int:
        self._able(person_id)
        kept = self.memory.keep_file(file, content)
        return self._sends(person_id, Attachment(kept.file_id, read_plain(caption or "")))

    def _sends(self, person_id: int, content: Content) -> int:
        self._able(person_id)
        message = self.memory.new_message(person_id, content, from_bot=False)
        self._happens(person_id, "message", MessageKept(message), message=message)
        return message.message_id

    def _happens(self, person_id: int, kind: str, change: Change, *, message: Message) -> None:
        started = (StandingChanged(person_id, Standing.OPEN),) if self.standing(person_id) is Standing.STRANGER else ()
        body = message_json(self.memory.world, self.memory.bot, message)
        self.memory.record(*started, change, *self.memory.queued(kind, body))

    def _stands(self, person_id: int, standing: Standing, before: str, after: str) -> None:
        person = self.memory.world.people[person_id]
        body = {
            "chat": chat_json(person),
            "from": user_json(person),
            "date": self.memory.date,
            "old_chat_member": self._membership(before),
            "new_chat_member": self._membership(after),
        }
        change = StandingChanged(person_id, standing)
        self.memory.record(change, *self.memory.queued("my_chat_member", body))

    def _membership(self, status: str) -> JSON:
        return {"status": status, "user": bot_json(self.memory.bot)} | ({"until_date": 0} if status == "kicked" else {})

    def _message(self, person_id: int, message_id: int) -> Message:
        message = self.memory.world.chats[person_id].get(message_id)
        if message is None:
            raise ImpossibleDeed(f"message {message_id} is not in this chat")
        return message

    def _able(self, person_id: int) -> None:
        if self.standing(person_id) in {Standing.BLOCKED, Standing.GONE}:
            raise ImpossibleDeed("whoever blocked the bot or left Telegram cannot write to it")
