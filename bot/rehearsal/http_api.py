"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`, in every form that bots use."""

import json
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive

from bot.rehearsal.api.answers import NOT_FOUND, TOO_LARGE, UNAUTHORIZED, Answer, Refusal, bad_request
from bot.rehearsal.api.objects import Upload
from bot.rehearsal.telegram import ConnectionDropped, RehearsedTelegram

_BODY_MAX = 52_000_000  # bytes: a file of 50 MB with its form
_FIELD_MAX = 1_000_000  # bytes
_FIELDS_MAX = 100


@dataclass
class _Given:
    """What a request hands in."""

    params: dict[str, object] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)


def bot_api_routes(telegram: RehearsedTelegram) -> list[Route]:
    """Return the routes by which the bot reaches *telegram*."""

    async def call(request: Request) -> Response:
        if request.path_params["token"] != telegram.token:
            return _response(UNAUTHORIZED)
        try:
            given = await _read(request)
            answer = await telegram.call(request.path_params["method"], given.params, given.files)
        except Refusal as refusal:
            return _response(refusal.answer)
        except (ConnectionDropped, ClientDisconnect):
            return await _hang_up(request)
        return _response(answer)

    async def download(request: Request) -> Response:
        if request.path_params["token"] != telegram.token:
            return _response(UNAUTHORIZED)
        content = telegram.download(request.path_params["path"])
        if content is None:
            return _response(NOT_FOUND)
        return Response(content, media_type="application/octet-stream")

    return [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
    ]


async def not_found(_request: Request, _error: Exception) -> Response:
    return _response(NOT_FOUND)


def _response(answer: Answer) -> Response:
    return Response(answer.encoded(), answer.status, media_type="application/json")


async def _hang_up(request: Request) -> Response:
    """Break the connection without an answer; the response is for nobody."""
    request.state.transport.abort()
    return Response()


async def _read(request: Request) -> _Given:
    given = _Given(params=dict(request.query_params))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    bounded = Request(request.scope, _bounded(request.receive))
    if kind == "application/json":
        given.params |= _json_object(await bounded.body())
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        await _read_form(bounded, given)
    return given


def _json_object(body: bytes) -> dict[str, object]:
    try:
        value = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise bad_request("can't parse request body as JSON") from error
    if not isinstance(value, dict):
        raise bad_request("expected a JSON object")
    return {name: item for name, item in value.items() if item is not None}


async def _read_form(request: Request, given: _Given) -> None:
    try:
        async with request.form(max_files=_FIELDS_MAX, max_fields=_FIELDS_MAX, max_part_size=_FIELD_MAX) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    given.files[name] = Upload(value.filename or name, await value.read(), value.content_type or "")
                else:
                    given.params[name] = value
    except (HTTPException, FormParserError, ValueError) as error:
        raise bad_request("can't parse the form") from error


def _bounded(receive: Receive) -> Receive:
    """Refuse a body as soon as it grows too large."""
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > _BODY_MAX:
            raise Refusal(TOO_LARGE.status, TOO_LARGE.body["description"])
        return message

    return counted
