"""Pages that stand alone: templates in which everything is escaped and harmless, and the styles within them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handlers.harmless import harmless

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent / "static"


@cache
def style_of(name: str) -> str:
    """Return the style of the page of this name."""
    return (FOLDER / f"{name}.css").read_text(encoding="utf-8")


@cache
def template_of(name: str) -> Template:
    """Return the template of the page of this name."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(f"{name}.html")


def _shown(value: object) -> object:
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value
