"""Holds the world, writes its changes down, and tells whoever waits that something happened."""

import asyncio
import mimetypes
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.rehearsal.memory.changes import Change, FileKept, UpdateQueued
from bot.rehearsal.memory.journal import Journal
from bot.rehearsal.memory.model import JSON, BotIdentity, Content, Message, StoredFile, Update
from bot.rehearsal.memory.world import World

_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Memory:
    """The one place where the rehearsed Telegram changes."""

    def __init__(self, bot: BotIdentity, now: Callable[[], datetime], journal: Journal | None) -> None:
        self.bot = bot
        self.now = now
        self.world = World()
        self.revision = 0
        self._journal = journal
        self._contents: dict[str, bytes] = {}
        self._changed = asyncio.Event()
        if journal is not None:
            self._remember(journal)

    @property
    def date(self) -> int:
        """The present time in Unix seconds."""
        return int(self.now().timestamp())

    def record(self, *changes: Change) -> None:
        """Let *changes* happen as one deed, and write them down first."""
        if self._journal is not None:
            self._journal.append(changes)
        for change in changes:
            change.happen(self.world)
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits for a change look again."""
        self.revision += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def changed(self, since: int) -> int:
        """Wait until the revision is beyond *since*, and return it."""
        while self.revision <= since:
            await self._changed.wait()
        return self.revision

    def new_message(self, chat_id: int, content: Content, *, from_bot: bool) -> Message:
        """Return a message with the next number; nothing happens before its `MessageKept` is recorded."""
        number = self.world.last_message_id + 1
        return Message(chat_id, number, from_bot=from_bot, date=self.date, content=content)

    def queued(self, kind: str, body: JSON) -> tuple[UpdateQueued, ...]:
        """Return what tells the bot of *body*, which is nothing if it did not ask for such updates."""
        wanted = self.world.allowed_updates
        if kind in wanted or (not wanted and kind not in _NOT_BY_DEFAULT):
            return (UpdateQueued(Update(self.world.last_update_id + 1, kind, body, self.date)),)
        return ()

    def keep_file(self, file: StoredFile, content: bytes) -> StoredFile:
        """Keep the bytes of *file* under an id of its own, and return it with that id."""
        number = len(self.world.files) + 1
        guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        kept = replace(
            file,
            file_id=f"rehearsal-{file.kind}-{number}",
            mime_type=file.mime_type or guessed,
            size=len(content),
        )
        if self._journal is not None:
            self._journal.keep_file(kept.file_id, content)
        self._contents[kept.file_id] = content
        self.record(FileKept(kept))
        return kept

    def content_of(self, file_id: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            KeyError: If there is no such file.
        """
        if file_id not in self._contents and self._journal is not None and file_id in self.world.files:
            self._contents[file_id] = self._journal.read_file(file_id)
        return self._contents[file_id]

    def close(self) -> None:
        if self._journal is not None:
            self._journal.close()

    def _remember(self, journal: Journal) -> None:
        for change in journal.replay():
            change.happen(self.world)
