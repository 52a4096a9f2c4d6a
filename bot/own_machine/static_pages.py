"""Pages that stand alone: templates in which everything is escaped, and the styles that are written into them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

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
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(f"{name}.html")
