"""What the chat page's script hands in."""

from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.rehearsal import faults
from bot.rehearsal.faults import Fault, Rule


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NewPerson(_Form):
    name: Annotated[str, Field(min_length=1, max_length=64)]
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")]


class Said(_Form):
    text: str


class Pressed(_Form):
    message: int
    data: str


class Opened(_Form):
    start: str


class CrowdWanted(_Form):
    size: Annotated[int, Field(ge=1, le=5000)] = 300
    pace: Annotated[float, Field(gt=0, le=100)] = 5.0
    """People who arrive per second."""


class FaultWanted(_Form):
    """A fault as the panel asks for it."""

    kind: Literal["server_error", "flood", "forbidden", "bad_request", "dropped_before", "dropped_after", "slow"]
    method: Annotated[str | None, Field(pattern=r"^[A-Za-z]+$")] = None
    chat_id: int | None = None
    times: Annotated[int | None, Field(ge=1, le=1000)] = 1
    chance: Annotated[float, Field(gt=0, le=1)] = 1.0
    seconds: Annotated[int, Field(ge=1, le=300)] = 5

    def rule(self) -> Rule:
        return Rule(self._fault(), self.method, self.chat_id, self.times, self.chance)

    def _fault(self) -> Fault:
        made: dict[str, Fault] = {
            "server_error": faults.server_error(502),
            "flood": faults.flood(self.seconds),
            "forbidden": faults.forbidden(),
            "bad_request": faults.bad_request("message can't be sent"),
            "dropped_before": faults.Dropped(delivered=False),
            "dropped_after": faults.Dropped(delivered=True),
            "slow": faults.Slow(self.seconds),
        }
        return made[self.kind]


_F = TypeVar("_F", bound=_Form)


async def read_form(request: Request, kind: type[_F]) -> _F:
    """Return what the script handed in.

    Raises:
        HTTPException: 400, if it is something else.
    """
    try:
        return kind.model_validate_json(await request.body())
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in problem["loc"])
        raise HTTPException(400, f"{place}: {problem['msg']}") from error
