"""What a form of the desk handed in, as words: whoever sends something else gets an error, never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.rows import DIGITS_MAX

if TYPE_CHECKING:
    from starlette.requests import Request


async def word_in(request: Request, name: str) -> str:
    """Return what the form says under that name; empty if it says nothing there, or sends a file."""
    value = (await request.form()).get(name)
    return value.strip() if isinstance(value, str) else ""


async def number_in(request: Request, name: str) -> int | None:
    """Return the row or count that the form names, if it names one."""
    word = await word_in(request, name)
    return int(word) if word.isascii() and word.isdigit() and len(word) <= DIGITS_MAX else None
