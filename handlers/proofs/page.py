"""The page that checks a proof: one HTML file without any address in it, so that it works from a disk as from a server.

Its scripts and its style stand in it and are allowed by their digests alone; it can load nothing and send nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handlers.texts import LANGUAGES

if TYPE_CHECKING:
    from jinja2 import Template

    from handlers.texts import Texts
    from storage.notes import PublicKey

FOLDER = Path(__file__).parent / "static"
SCRIPTS = ("vendor.js", "checking.js", "page.js")
PREFIX = "proving-page-"
KEYS = (
    "title", "lead", "no-script", "file", "paste", "check", "private",
    "good-receipt", "good-receipt-means", "good-receipt-leaves-open",
    "good-head", "good-head-means", "good-head-leaves-open",
    "row-petition", "row-number", "row-name", "row-country", "row-channel", "row-day", "row-entry", "row-text",
    "row-total", "row-at", "row-entries", "country-withheld",
    "refused", "refused-unreadable", "refused-changed", "refused-signature", "refused-statement", "refused-petition",
    "refused-path", "package", "refused-package",
    "key", "key-own", "key-foreign", "fingerprint", "key-other", "key-whole", "key-paste", "key-use", "key-unreadable",
)  # fmt: skip
"""Every text of the page; each is `proving-page-…` in the catalogues."""
CHANNELS = ("telegram", "paper", "fax", "email", "post", "event")
VARIABLES = ("petition", "number")  # what the page fills in itself: each stands for itself here


def verify_page(texts: Texts, language: str, organisation: str, key: PublicKey) -> bytes:
    """Return the page, which begins in *language* and checks with *key*."""
    words = {tag: _words(texts, tag, organisation) for tag in LANGUAGES}
    script = "\n".join(_source(name) for name in SCRIPTS)
    style = _source("page.css")
    page = _template().render(
        language=language,
        languages={tag: texts.plain("languages-own-name", tag) for tag in LANGUAGES},
        organisation=organisation,
        say=words[language].__getitem__,
        data=_embedded({"texts": words, "key": str(key)}),
        script=Markup(script),  # noqa: S704  # our own files, in which a test looks for the end of a script
        style=Markup(style),  # noqa: S704  # our own file
        script_hash=_allowed(script),
        style_hash=_allowed(style),
    )
    return page.encode()


def _words(texts: Texts, language: str, organisation: str) -> dict[str, str]:
    values = {"organisation": organisation, **{name: f"{{{name}}}" for name in VARIABLES}}
    words = {name: texts.plain(f"{PREFIX}{name}", language, **values) for name in KEYS}
    return words | {f"channel-{channel}": texts.plain(f"channel-{channel}", language) for channel in CHANNELS}


def _embedded(data: object) -> Markup:
    """Return data as JSON that cannot end the element that it stands in."""
    safe = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(safe)  # noqa: S704  # nothing in it opens or closes an element


def _allowed(source: str) -> str:
    """Return how a Content-Security-Policy names the source of an element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


@cache
def _source(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    loader = FileSystemLoader(FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html")
