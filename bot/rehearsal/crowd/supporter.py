"""How one simulated supporter thinks: looks at the screen, and presses or writes one thing at a time.

    /start ─ subscribe:yes ─ waits for an appeal ─ sign:CODE ─ consents ─ sign-confirm:yes ┐
                                  ↑            (now and then: /tip … tip:noted)            │
                                  └────────────────────────────────────────────────────────┘

It knows nothing of the bot but the beginnings of its buttons' data. Shown something else, it gives up.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.rehearsal.memory.model import Person
from bot.rehearsal.screens import ShownMessage

_TIP_MENUS = (
    "tip-category:",
    "tip-area:",
    "tip-people:",
    "tip-when:",
    "tip-exactly:",
    "tip-month:",
    "tip-day:",
    "tip-known:",
    "tip-urgency:",
)
_TIP_TEXTS = {
    "ko": "지난주 시장 앞에서 사람들이 줄을 서서 기다렸고, 몇 사람은 돌려보내졌습니다.",
    "en": "Last week people waited in a line by the market, and some of them were sent away.",
}
_TIP_CONSENT = "tip-consent:partners"
_WROTE = "wrote the text"
_AGREEING_SHARE = 0.5
_FREE_CONSENTS = ("consent:hand_over", "consent:updates", "consent:show_name")


class Stage(StrEnum):
    """What the supporter is after."""

    ARRIVING = "arriving"
    JOINING = "joining"
    WAITING = "waiting"
    SIGNING = "signing"
    TIPPING = "tipping"
    LOST = "lost"
    """Was shown something unexpected, and does nothing any more."""


@dataclass(frozen=True)
class Press:
    message_id: int
    data: str


@dataclass(frozen=True)
class Say:
    text: str


Deed = Press | Say


@dataclass
class Supporter:
    """One member of the crowd."""

    person: Person
    dice: random.Random
    signing_share: float
    tipping_share: float
    stage: Stage = Stage.ARRIVING
    subscribed: bool = False
    signed: int = 0
    tipped: int = 0
    _decided: set[str] = field(default_factory=set)
    _done: set[str] = field(default_factory=set)
    """The data of the buttons that were pressed in the present conversation."""

    def next_deed(self, screen: Sequence[ShownMessage]) -> Deed | None:
        """Return what the supporter does at the sight of *screen*; None to wait."""
        thought: dict[Stage, Callable[[Sequence[ShownMessage]], Deed | None]] = {
            Stage.ARRIVING: self._arrive,
            Stage.JOINING: self._join,
            Stage.WAITING: self._look_for_appeal,
            Stage.SIGNING: self._sign,
            Stage.TIPPING: self._tip,
            Stage.LOST: lambda _: None,
        }
        return thought[self.stage](screen)

    def give_up(self) -> None:
        self.stage = Stage.LOST

    def _arrive(self, _: Sequence[ShownMessage]) -> Deed:
        self.stage = Stage.JOINING
        return Say("/start")

    def _join(self, screen: Sequence[ShownMessage]) -> Deed | None:
        if "subscribe:yes" not in self._done:
            return self._press(screen, "subscribe:yes")
        self.subscribed = True
        return self._wait(screen)

    def _look_for_appeal(self, screen: Sequence[ShownMessage]) -> Deed | None:
        for message, data in _buttons(screen, "sign:"):
            if data not in self._decided:
                self._decided.add(data)
                if self.dice.random() < self.signing_share:
                    self._turn_to(Stage.SIGNING)
                    self._done.add(data)
                    return Press(message.message_id, data)
        return None

    def _sign(self, screen: Sequence[ShownMessage]) -> Deed | None:
        if "sign-confirm:yes" in self._done:
            return self._after_signing(screen)
        latest = _latest(screen, ("sign-confirm:", "country:", "consent"))
        if confirming := self._press(latest, "sign-confirm:yes"):
            return confirming
        return self._live_somewhere(latest) or self._consent(latest)

    def _live_somewhere(self, latest: Sequence[ShownMessage]) -> Deed | None:
        offered = [data for _, data in _buttons(latest, "country:") if data != "country:change"]
        if not offered:
            return None
        home = "country:KR" if self.person.language_code == "ko" else None
        return self._press(latest, home if home in offered else self.dice.choice(offered))

    def _consent(self, latest: Sequence[ShownMessage]) -> Deed | None:
        if keeping := self._press(latest, "consent:keep"):
            return keeping
        for consent in _FREE_CONSENTS:
            if self._agrees_to(consent) and (agreeing := self._press(latest, consent)):
                return agreeing
        return self._press(latest, "consents:done")

    def _agrees_to(self, consent: str) -> bool:
        """Decide about *consent*, once in a conversation."""
        if consent in self._decided:
            return False
        self._decided.add(consent)
        return self.dice.random() < _AGREEING_SHARE

    def _after_signing(self, screen: Sequence[ShownMessage]) -> Deed | None:
        self.signed += 1
        if self.dice.random() < self.tipping_share:
            self._turn_to(Stage.TIPPING)
            return Say("/tip")
        return self._wait(screen)

    def _tip(self, screen: Sequence[ShownMessage]) -> Deed | None:
        if "tip:noted" in self._done:
            self.tipped += 1
            return self._wait(screen)
        if starting := self._press(screen, "tip:start"):
            return starting
        return self._seal(screen) if _WROTE in self._done else self._describe(screen)

    def _describe(self, screen: Sequence[ShownMessage]) -> Deed | None:
        """Answer the newest menu once; where the newest message has none, it asks for a free text."""
        newest = screen[-1:]
        offered = [data for menu in _TIP_MENUS for _, data in _buttons(newest, menu)]
        unanswered = [data for data in offered if _menu_of(data) not in self._done]
        if unanswered:
            chosen = self.dice.choice(unanswered)
            self._done.add(_menu_of(chosen))
            return self._press(newest, chosen)
        if offered or not self._done.intersection(_TIP_MENUS) or newest[0].sender == "person":
            return None
        self._done.add(_WROTE)
        return Say(_TIP_TEXTS.get(self.person.language_code, _TIP_TEXTS["en"]))

    def _seal(self, screen: Sequence[ShownMessage]) -> Deed | None:
        if noting := self._press(screen, "tip:noted"):
            return noting
        if self._agrees_to(_TIP_CONSENT) and (agreeing := self._press(screen, _TIP_CONSENT)):
            return agreeing
        return self._press(screen, "tip:seal")

    def _wait(self, screen: Sequence[ShownMessage]) -> Deed | None:
        self._turn_to(Stage.WAITING)
        return self._look_for_appeal(screen)

    def _press(self, screen: Sequence[ShownMessage], data: str) -> Press | None:
        """Press the newest button with just this data, once in a conversation."""
        if data in self._done:
            return None
        for message, shown in _buttons(screen, data):
            if shown == data:
                self._done.add(data)
                return Press(message.message_id, data)
        return None

    def _turn_to(self, stage: Stage) -> None:
        self.stage = stage
        self._done.clear()
        self._decided.difference_update((*_FREE_CONSENTS, _TIP_CONSENT))


def _buttons(screen: Sequence[ShownMessage], prefix: str) -> Iterator[tuple[ShownMessage, str]]:
    """Yield the buttons whose data begin with *prefix*, those of the newest message first."""
    for message in reversed(screen):
        for button in message.buttons:
            if (button.callback_data or "").startswith(prefix):
                yield message, button.callback_data or ""


def _menu_of(data: str) -> str:
    return data.partition(":")[0] + ":"


def _latest(screen: Sequence[ShownMessage], prefixes: tuple[str, ...]) -> Sequence[ShownMessage]:
    """Return the newest message that has a button whose data begin so, or nothing."""
    for message in reversed(screen):
        if any((button.callback_data or "").startswith(prefixes) for button in message.buttons):
            return [message]
    return []
