"""What the Bot API answers, and the refusals that its methods raise."""

import json
from dataclasses import dataclass

from bot.rehearsal.memory.model import JSON


@dataclass(frozen=True)
class Answer:
    """An HTTP status and the object that goes with it."""

    status: int
    body: JSON

    @classmethod
    def ok(cls, result: object) -> "Answer":
        return cls(200, {"ok": True, "result": result})

    @classmethod
    def refusal(cls, status: int, description: str, parameters: JSON | None = None) -> "Answer":
        body = {"ok": False, "error_code": status, "description": description}
        return cls(status, body | ({"parameters": parameters} if parameters else {}))

    def encoded(self) -> bytes:
        return json.dumps(self.body).encode()


class Refusal(Exception):  # a rule that applied, not a mistake of ours
    """A rule of the Bot API says no."""

    def __init__(self, status: int, description: str, parameters: JSON | None = None) -> None:
        super().__init__(description)
        self.answer = Answer.refusal(status, description, parameters)


def bad_request(description: str) -> Refusal:
    return Refusal(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refusal:
    return Refusal(403, f"Forbidden: {description}")


def conflict(description: str) -> Refusal:
    return Refusal(409, f"Conflict: {description}")


def too_many_requests(retry_after: int) -> Refusal:
    """Refuse for *retry_after* seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


UNAUTHORIZED = Answer.refusal(401, "Unauthorized")
NOT_FOUND = Answer.refusal(404, "Not Found")
TOO_LARGE = Answer.refusal(413, "Request Entity Too Large")
