"""The routes of the chat page: the page itself, what it shows, and what people do on it."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.rehearsal.api.methods import METHODS
from bot.rehearsal.api.pictures import size_of
from bot.rehearsal.cast import Cast
from bot.rehearsal.crowd.crowd import Crowd, Temper
from bot.rehearsal.crowd.people import is_invented
from bot.rehearsal.memory.model import Person
from bot.rehearsal.page.events import Events
from bot.rehearsal.page.forms import CrowdWanted, FaultWanted, NewPerson, Opened, Pressed, Said, read_form
from bot.rehearsal.page.views import chat_view, crowd_view, fault_view, people_view
from bot.rehearsal.phones import ImpossibleDeed
from bot.rehearsal.telegram import RehearsedTelegram

_HERE = Path(__file__).parent
_UPLOAD_MAX = 20_000_000  # bytes
_DONE = HTTPStatus.NO_CONTENT


class Page:
    """The chat page of one rehearsal."""

    def __init__(self, telegram: RehearsedTelegram, cast: Cast) -> None:
        self._telegram = telegram
        self._cast = cast
        self._crowd: Crowd | None = None
        self._events = Events(telegram)
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"), undefined=StrictUndefined, autoescape=select_autoescape()
        )
        for person in cast.everybody:
            telegram.add_person(person)

    async def close(self) -> None:
        """End the event streams and send the crowd home."""
        self._events.close()
        if self._crowd:
            await self._crowd.stop()

    async def show(self, _request: Request) -> Response:
        bot = self._telegram.memory.bot
        return HTMLResponse(self._templates.get_template("index.html").render(bot=bot, methods=sorted(METHODS)))

    async def events(self, _request: Request) -> Response:
        return StreamingResponse(self._events.stream(), media_type="text/event-stream")

    async def people(self, _request: Request) -> Response:
        return JSONResponse(people_view(self._telegram, self._cast))

    async def chat(self, request: Request) -> Response:
        return JSONResponse(chat_view(self._telegram, self._person(request)))

    async def add_person(self, request: Request) -> Response:
        form = await read_form(request, NewPerson)
        known = (person.id for person in self._telegram.people if not is_invented(person.id))
        number = max(known, default=0) + 1
        self._telegram.add_person(Person(number, form.name, language_code=form.language))
        return JSONResponse({"id": number}, HTTPStatus.CREATED)

    async def says(self, request: Request) -> None:
        form = await read_form(request, Said)
        self._telegram.says(self._person(request), form.text)

    async def presses(self, request: Request) -> None:
        form = await read_form(request, Pressed)
        self._telegram.presses(self._person(request), form.message, form.data)

    async def opens(self, request: Request) -> None:
        form = await read_form(request, Opened)
        self._telegram.opens_link(self._person(request), form.start)

    async def attaches(self, request: Request) -> None:
        async with request.form(max_files=1, max_fields=1) as form:
            document = form.get("document")
            if not isinstance(document, UploadFile) or (document.size or 0) > _UPLOAD_MAX:
                raise HTTPException(HTTPStatus.BAD_REQUEST, "a document of at most 20 MB is needed")
            name, content = document.filename or "document", await document.read()
            self._telegram.sends_document(self._person(request), name, content, str(form.get("caption") or "") or None)

    async def blocks(self, request: Request) -> None:
        self._telegram.blocks(self._person(request))

    async def unblocks(self, request: Request) -> None:
        self._telegram.unblocks(self._person(request))

    async def file(self, request: Request) -> Response:
        """Hand out a file: pictures to look at, everything else only to keep."""
        file = self._telegram.memory.world.files.get(request.path_params["file"])
        if file is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        content = self._telegram.file(file.file_id)
        if file.kind == "photo" and size_of(content):
            return Response(content, media_type="image/png" if content.startswith(b"\x89PNG") else "image/jpeg")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
        return Response(content, media_type="application/octet-stream", headers=headers)

    async def crowd(self, _request: Request) -> Response:
        return JSONResponse(crowd_view(self._crowd))

    async def send_crowd(self, request: Request) -> None:
        form = await read_form(request, CrowdWanted)
        await self.stop_crowd(request)
        temper = Temper(people_per_second=form.pace)
        self._crowd = Crowd(self._telegram, size=form.size, seed=len(self._telegram.people), temper=temper)
        self._crowd.start()

    async def stop_crowd(self, _request: Request) -> None:
        if self._crowd:
            await self._crowd.stop()
            self._telegram.memory.wake()

    async def faults(self, _request: Request) -> Response:
        return JSONResponse([fault_view(rule) for rule in self._telegram.faults.rules])

    async def add_fault(self, request: Request) -> None:
        form = await read_form(request, FaultWanted)
        self._telegram.faults.add(form.rule())

    async def clear_faults(self, _request: Request) -> None:
        self._telegram.faults.clear()

    def _person(self, request: Request) -> int:
        number: int = request.path_params["person"]
        if number not in self._telegram.memory.world.people:
            raise HTTPException(HTTPStatus.NOT_FOUND, "nobody has this number")
        return number


def page_routes(page: Page) -> list[BaseRoute]:
    """Return the one table of what the page's script may ask for."""
    return [
        Route("/", page.show),
        Mount("/static", StaticFiles(directory=_HERE / "static")),
        Route("/events", page.events),
        Route("/people", page.people),
        Route("/people", page.add_person, methods=["POST"]),
        Route("/people/{person:int}", page.chat),
        Route("/people/{person:int}/says", _deed(page.says), methods=["POST"]),
        Route("/people/{person:int}/presses", _deed(page.presses), methods=["POST"]),
        Route("/people/{person:int}/opens", _deed(page.opens), methods=["POST"]),
        Route("/people/{person:int}/attaches", _deed(page.attaches), methods=["POST"]),
        Route("/people/{person:int}/blocks", _deed(page.blocks), methods=["POST"]),
        Route("/people/{person:int}/unblocks", _deed(page.unblocks), methods=["POST"]),
        Route("/files/{file}", page.file),
        Route("/crowd", page.crowd),
        Route("/crowd", _deed(page.send_crowd), methods=["POST"]),
        Route("/crowd", _deed(page.stop_crowd), methods=["DELETE"]),
        Route("/faults", page.faults),
        Route("/faults", _deed(page.add_fault), methods=["POST"]),
        Route("/faults", _deed(page.clear_faults), methods=["DELETE"]),
    ]


def _deed(do: Callable[[Request], Awaitable[None]]) -> Callable[[Request], Awaitable[Response]]:
    """Answer a deed with nothing, or with the reason for which no phone would do it."""

    async def answer(request: Request) -> Response:
        try:
            await do(request)
        except ImpossibleDeed as error:
            raise HTTPException(HTTPStatus.CONFLICT, str(error)) from error
        return Response(status_code=_DONE)

    return answer
