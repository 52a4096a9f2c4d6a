"""The people of the stories: what they do with their phones, and what they see there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram import Update

if TYPE_CHECKING:
    from bot.app import Clarion
    from bot.rehearsal.screens import ShownMessage
    from bot.rehearsal.telegram import RehearsedTelegram


@dataclass
class Clock:
    """A clock that stories turn."""

    time: datetime

    def now(self) -> datetime:
        return self.time

    def turn(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class House:
    """Clarion as the people of a story meet it."""

    clarion: Clarion
    telegram: RehearsedTelegram
    clock: Clock

    async def answers_everything(self) -> None:
        """Let the application work off what people sent, in order, as its own polling would."""
        application = self.clarion.application
        while updates := self.telegram.take_updates():
            for data in updates:
                update = Update.de_json(data, application.bot)
                processor = application.update_processor
                await processor.process_update(update, application.process_update(update))
        await application.finish_errands(10)

    async def sends_all_letters(self) -> None:
        """Let the sender work until no letter is due, and bring the progress messages up to date."""
        await self.clarion.sender.drain()
        await self.clarion.reporter.report_all()


@dataclass
class Person:
    """Somebody with a phone.

    Attributes:
        transcript: Everything that was said on either side so far, for a reader's eye.
    """

    house: House
    id: int
    name: str
    transcript: list[str] = field(default_factory=list)

    async def sends(self, text: str) -> None:
        self.transcript.append(f"{self.name}: {text}")
        self.house.telegram.says(self.id, text)
        await self._waits()

    async def opens(self, start_parameter: str) -> None:
        self.transcript.append(f"{self.name} opens the link {start_parameter}")
        self.house.telegram.opens_link(self.id, start_parameter)
        await self._waits()

    async def sends_document(self, file_name: str, content: str | bytes, caption: str | None = None) -> None:
        data = content.encode() if isinstance(content, str) else content
        self.house.telegram.sends_document(self.id, file_name, data, caption)
        await self._waits()

    async def presses(self, label: str) -> None:
        """Press the newest button whose label or data is, begins with, or else contains *label*."""
        message, data = self._button(label)
        self.transcript.append(f"{self.name} presses [{label}]")
        self.house.telegram.presses(self.id, message.message_id, data)
        await self._waits()

    async def presses_twice(self, label: str) -> None:
        """Tap a button twice before the bot can answer."""
        message, data = self._button(label)
        for _ in range(2):
            self.house.telegram.presses(self.id, message.message_id, data)
        await self._waits()

    async def blocks(self) -> None:
        self.house.telegram.blocks(self.id)
        await self._waits()

    async def unblocks(self) -> None:
        self.house.telegram.unblocks(self.id)
        await self._waits()

    @property
    def chat(self) -> tuple[ShownMessage, ...]:
        return self.house.telegram.chat(self.id)

    @property
    def last(self) -> ShownMessage:
        """The newest message of the bot."""
        return [message for message in self.chat if message.sender == "bot"][-1]

    @property
    def sees(self) -> str:
        """All that the bot shows in the chat now, with labels of buttons and names of files."""
        return "\n\n".join(_spelled(message) for message in self.chat if message.sender == "bot")

    @property
    def buttons(self) -> list[str]:
        """The labels under the newest message that has any."""
        return [button.text for button in self._with_buttons().buttons]

    @property
    def alerts(self) -> list[str]:
        """The notes that appeared over the chat when buttons were pressed."""
        return [alert.text for alert in self.house.telegram.alerts(self.id)]

    def document(self, name: str = "") -> bytes:
        """The content of the newest file whose name contains *name*."""
        files = [message.file for message in self.chat if message.file and name in message.file.name]
        assert files, f"{self.name} has no file {name!r}"
        return self.house.telegram.file(files[-1].file_id)

    def _button(self, label: str) -> tuple[ShownMessage, str]:
        shown = [
            (message, button) for message in reversed(self.chat) for button in message.buttons if button.callback_data
        ]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            for message, button in shown:
                if fits(button.text, label) or fits(button.callback_data, label):
                    return message, button.callback_data
        raise AssertionError(f"{self.name} sees no button {label!r}; there are {[b.text for _, b in shown]}")

    def _with_buttons(self) -> ShownMessage:
        return next(message for message in reversed(self.chat) if message.buttons)

    async def _waits(self) -> None:
        before = {message.message_id: _spelled(message) for message in self.chat}
        await self.house.answers_everything()
        for message in self.chat:
            if message.sender == "bot" and before.get(message.message_id) != _spelled(message):
                self.transcript.append(f"Clarion: {_spelled(message)}")


def _spelled(message: ShownMessage) -> str:
    parts = [message.text]
    if message.file is not None:
        parts.append(f"({message.file.name})")
    parts.extend("[" + "] [".join(button.text for button in row) + "]" for row in message.keyboard)
    return "\n".join(part for part in parts if part)
