"""Writes the pages of the desk: templates filled with the texts of the visitor's language."""

from __future__ import annotations

from functools import cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from bot.desk.sections import sections_for
from handlers.texts import Markup

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor

TEMPLATES = Path(__file__).parent / "templates"


def page(desk: Desk, visitor: Visitor, template: str, *, status: int = HTTPStatus.OK, **values: Any) -> HTMLResponse:
    """Return the page for somebody who is signed in, with what a deed left to tell them there.

    In the template `say(key, …)` is a text as HTML, `label(key, …)` one without markup.
    """
    sections = sections_for(visitor.coordinator.role)
    shown = {"visitor": visitor, "sections": sections, "take_notices": partial(_taken, visitor), **values}
    return _written(desk, visitor.language, template, status, shown)


def public_page(
    desk: Desk, request: Request, template: str, *, status: int = HTTPStatus.OK, **values: Any
) -> HTMLResponse:
    """Return the page for somebody who is not known, in the language that the browser asks for."""
    asked = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0]
    shown = {"visitor": None, "sections": (), "take_notices": tuple, **values}
    return _written(desk, desk.texts.best_for(asked.strip()), template, status, shown)


def after_deed(visitor: Visitor, path: str, html: str) -> Response:
    """Send the visitor on to the page at *path*, which tells them what was done; reloading it does nothing again."""
    visitor.notices.setdefault(path, []).append(html)
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


def _taken(visitor: Visitor) -> list[Markup]:
    """Return what was left to tell on this page; the layout asks for it, so that no part of a page swallows it."""
    return [Markup(html) for html in visitor.notices.pop(visitor.path, ())]


def _written(desk: Desk, language: str, template: str, status: int, values: dict[str, Any]) -> HTMLResponse:
    def say(key: str, /, **given: Any) -> Markup:
        return Markup(desk.texts.html(key, language, **given))

    label = partial(_plain, desk, language)
    words = {"say": say, "label": label, "language": language, "organisation": desk.policy.organisation}
    return HTMLResponse(_environment().get_template(template).render({**words, **values}), status)


def _plain(desk: Desk, language: str, key: str, /, **given: Any) -> str:
    return desk.texts.plain(key, language, **given)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
