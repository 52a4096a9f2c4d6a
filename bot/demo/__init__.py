"""The demo appeals: sheets whose days count from today, so that a demonstration is always alive."""

from __future__ import annotations

from importlib import resources


def demo_sheets() -> tuple[str, ...]:
    """Return the texts of the demo sheets, in the order of their codes."""
    folder = resources.files("bot.demo")
    sheets = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    return tuple(sheet.read_text(encoding="utf-8") for sheet in sheets)
