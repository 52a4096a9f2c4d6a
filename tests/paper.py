"""Reads PDFs as a reader's program does, with poppler; and says where there are fonts and programs to try them."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from storage.exports.paper.fonts import FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

_FONTS = ("NotoSans-Regular.ttf", "NotoSansThai-Regular.ttf", "NotoSansCJK-Regular.ttc")
_PROGRAMS = ("pdftotext", "pdffonts", "pdftoppm", "pdfimages")
_THERE = all(any(any(folder.rglob(name)) for folder in FOLDERS) for name in _FONTS) and all(
    map(shutil.which, _PROGRAMS)
)

needs_fonts = pytest.mark.skipif(
    not _THERE and os.environ.get("CLARION_REQUIRE_FONTS") != "1",
    reason="No Noto fonts or no poppler on this machine, so no PDF was written and read.",
)
"""Marks a test that needs fonts; with CLARION_REQUIRE_FONTS=1 it fails without them."""


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of each page, with single spaces."""
    text = _run("pdftotext", "-layout", _stored(pdf, folder), "-")
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def fonts_of(pdf: bytes, folder: Path) -> dict[str, tuple[bool, bool]]:
    """Return for each font, by its name without the mark of a subset, whether it is embedded and a subset."""
    lines = _run("pdffonts", _stored(pdf, folder)).splitlines()[2:]
    return {line.split()[0].split("+")[-1]: (line.split()[-5] == "yes", line.split()[-4] == "yes") for line in lines}


def pictures_of(pdf: bytes, folder: Path) -> list[int]:
    """Return the number of the page of each picture."""
    return [int(line.split()[0]) for line in _run("pdfimages", "-list", _stored(pdf, folder)).splitlines()[2:]]


def drawn(pdf: bytes, folder: Path) -> bytes:
    """Return the first page as a PNG in shades of grey, 300 dots to the inch."""
    _run("pdftoppm", "-png", "-gray", "-r", "300", "-singlefile", _stored(pdf, folder), str(folder / "page"))
    return (folder / "page.png").read_bytes()


def _stored(pdf: bytes, folder: Path) -> str:
    path = folder / "document.pdf"
    path.write_bytes(pdf)
    return str(path)


def _run(program: str, *arguments: str) -> str:
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout
