"""Sets a crowd of simulated supporters on the bot, at the pace of people."""

import asyncio
import logging
import random
from collections import Counter
from dataclasses import dataclass

from bot.rehearsal.crowd.people import invented
from bot.rehearsal.crowd.supporter import Deed, Press, Say, Stage, Supporter
from bot.rehearsal.memory.model import Message, Person
from bot.rehearsal.phones import ImpossibleDeed, Phones

log = logging.getLogger(__name__)

_TICK = 0.01  # seconds, so that a hasty crowd leaves the loop to the bot


@dataclass(frozen=True)
class Temper:
    """What kind of crowd it is."""

    people_per_second: float = 5.0
    """How fast its members arrive."""
    thinking: tuple[float, float] = (0.5, 2.0)
    """Shortest and longest time, in seconds, for which a member looks at a screen that has come to rest."""
    patience: float = 60.0
    """Seconds without the expected buttons after which a member gives up."""
    signing_share: float = 0.7
    tipping_share: float = 0.05


@dataclass(frozen=True)
class Progress:
    """How far a crowd has come, in members and in deeds."""

    size: int
    arrived: int
    subscribed: int
    signatures: int
    tips: int
    lost: int
    running: bool


@dataclass
class _Member:
    supporter: Supporter
    due: float
    seen: tuple[Message, ...] = ()
    """The screen at the last look."""
    acted_on: tuple[Message, ...] | None = None
    """The screen at the last deed; before it changes there is nothing new to do."""
    impatient_at: float = float("inf")


class Crowd:
    """Members act on the running event loop, until stopped."""

    def __init__(self, phones: Phones, *, size: int = 300, seed: int = 1, temper: Temper | None = None) -> None:
        self._phones = phones
        self._temper = temper or Temper()
        self._dice = random.Random(seed)  # noqa: S311  # invented people
        taken = {person.id for person in phones.people}
        self._members = [
            _Member(self._supporter(person), due=number / self._temper.people_per_second)
            for number, person in enumerate(invented(size, self._dice, taken))
        ]
        self._task: asyncio.Task[None] | None = None

    @property
    def progress(self) -> Progress:
        supporters = [member.supporter for member in self._members]
        stages = Counter(supporter.stage for supporter in supporters)
        return Progress(
            size=len(supporters),
            arrived=len(supporters) - stages.get(Stage.ARRIVING, 0),
            subscribed=sum(supporter.subscribed for supporter in supporters),
            signatures=sum(supporter.signed for supporter in supporters),
            tips=sum(supporter.tipped for supporter in supporters),
            lost=stages.get(Stage.LOST, 0),
            running=self._task is not None and not self._task.done(),
        )

    def start(self) -> None:
        self._task = asyncio.create_task(self.run(), name="crowd")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def run(self) -> None:
        """Let the members come and act, until all of them have given up."""
        loop = asyncio.get_running_loop()
        begin = loop.time()
        for member in self._members:
            member.due += begin
        while active := [one for one in self._members if one.supporter.stage is not Stage.LOST]:
            await asyncio.sleep(max(_TICK, min(one.due for one in active) - loop.time()))
            now = loop.time()
            for member in active:
                if member.due <= now:
                    self._look(member, now)

    def _look(self, member: _Member, now: float) -> None:
        """Let one member look at the phone, and act if the screen has come to rest."""
        member.due = now + self._dice.uniform(*self._temper.thinking)
        if member.supporter.stage is Stage.ARRIVING:
            self._phones.add_person(member.supporter.person)
        screen = self._screen(member)
        if screen == member.seen and screen != member.acted_on:
            self._consider(member, screen, now)
        elif screen != member.seen:
            member.seen = screen
        if now > member.impatient_at:
            member.supporter.give_up()
            log.info("a member of the crowd gave up")

    def _consider(self, member: _Member, screen: tuple[Message, ...], now: float) -> None:
        deed = member.supporter.next_deed(self._phones.chat(member.supporter.person.id))
        if deed is not None:
            member.acted_on = screen
            member.impatient_at = now + self._temper.patience
            self._do(member, deed)
        elif member.supporter.stage is Stage.WAITING:
            member.acted_on = screen
            member.impatient_at = float("inf")

    def _do(self, member: _Member, deed: Deed) -> None:
        person = member.supporter.person.id
        try:
            match deed:
                case Press(message_id, data):
                    self._phones.presses(person, message_id, data)
                case Say(text):
                    self._phones.says(person, text)
        except ImpossibleDeed:
            member.supporter.give_up()

    def _screen(self, member: _Member) -> tuple[Message, ...]:
        return tuple(self._phones.memory.world.chats[member.supporter.person.id].values())

    def _supporter(self, person: Person) -> Supporter:
        dice = random.Random(self._dice.random())  # noqa: S311  # invented people
        return Supporter(person, dice, self._temper.signing_share, self._temper.tipping_share)
