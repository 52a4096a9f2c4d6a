"""Lets Telegram fail on request: a method or a chat, so many times or by chance."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.rehearsal.api.answers import Answer


@dataclass(frozen=True)
class Answered:
    """Telegram answers with an error instead of doing what it was asked."""

    answer: Answer


@dataclass(frozen=True)
class Dropped:
    """The connection breaks, before the call was delivered or after it was done."""

    delivered: bool


@dataclass(frozen=True)
class Slow:
    """The call is done at once, but its answer takes so many seconds."""

    seconds: float


Fault = Answered | Dropped | Slow


def server_error(status: int = 500) -> Fault:
    """Telegram has a bad day: 500, 502, 503, 504."""
    phrases = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}
    return Answered(Answer.refusal(status, phrases.get(status, "Service Unavailable")))


def flood(seconds: int) -> Fault:
    parameters = {"retry_after": seconds}
    return Answered(Answer.refusal(429, f"Too Many Requests: retry after {seconds}", parameters))


def forbidden(reason: str = "bot was blocked by the user") -> Fault:
    return Answered(Answer.refusal(403, f"Forbidden: {reason}"))


def bad_request(reason: str) -> Fault:
    return Answered(Answer.refusal(400, f"Bad Request: {reason}"))


def migrated(to: int) -> Fault:
    """The chat has moved to another id."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return Answered(Answer.refusal(400, description, {"migrate_to_chat_id": to}))


@dataclass
class Rule:
    """When a fault strikes; what is None matches everything."""

    fault: Fault
    method: str | None = None
    chat_id: int | None = None
    times: int | None = None
    """How many calls it still strikes; None: until it is taken away."""
    chance: float = 1.0

    def matches(self, method: str, chat_id: int | None) -> bool:
        return (self.method is None or self.method.lower() == method.lower()) and (
            self.chat_id is None or self.chat_id == chat_id
        )


@dataclass
class Faults:
    """The faults that are in force. Chance is drawn from *dice*, so that a seed repeats a run."""

    dice: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311  # a game's dice
    rules: list[Rule] = field(default_factory=list)

    def add(self, rule: Rule) -> None:
        self.rules.append(rule)

    def clear(self) -> None:
        self.rules.clear()

    def strike(self, method: str, params: Mapping[str, object]) -> Fault | None:
        """Return what goes wrong with this call; the first rule that strikes wins."""
        chat_id = _chat_of(params)
        for rule in self.rules:
            if rule.matches(method, chat_id) and self.dice.random() < rule.chance:
                self._used(rule)
                return rule.fault
        return None

    def _used(self, rule: Rule) -> None:
        if rule.times is not None:
            rule.times -= 1
            self.rules = [kept for kept in self.rules if kept.times is None or kept.times > 0]


def _chat_of(params: Mapping[str, object]) -> int | None:
    given = str(params.get("chat_id", ""))
    return int(given) if given.removeprefix("-").isdecimal() else None
