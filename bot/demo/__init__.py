"""The demo appeals and registers: days of the sheets count from today, so that a demonstration is always alive."""

from __future__ import annotations

import re
from importlib import resources

_KEY = re.compile(r"^( *)# (?=(?:campaign|explains|obligations|entry): )", re.MULTILINE)


def demo_sheets() -> tuple[str, ...]:
    """Return the texts of the demo sheets, in the order of their codes."""
    return _texts("", ".md")


def named_sheets() -> tuple[str, ...]:
    """Return the same with the keys of the demo registers, for where these were filled first."""
    return tuple(_KEY.sub(r"\1", sheet) for sheet in demo_sheets())


def demo_registers() -> tuple[str, ...]:
    """Return the sheets of the registers that the demo appeals draw upon."""
    return _texts("registers", ".yaml")


def _texts(folder: str, ending: str) -> tuple[str, ...]:
    files = (resources.files("bot.demo") / folder).iterdir()
    found = sorted((file for file in files if file.name.endswith(ending)), key=lambda file: file.name)
    return tuple(file.read_text(encoding="utf-8") for file in found)
