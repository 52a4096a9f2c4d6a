"""Long lists in pages: what stands on one, and the buttons that turn it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from handlers.asking import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton

    from handlers.context import Context

Listed = TypeVar("Listed")

_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True)
class ListPage(Generic[Listed]):
    """One page of a list.

    Attributes:
        number: From 0.
        last: Number of the last page.
    """

    shown: Sequence[Listed]
    number: int
    last: int

    def turning(self, context: Context, word: str, *arguments: str) -> list[InlineKeyboardButton]:
        """Return the buttons to the pages before and after; each sends *word*, *arguments* and a number."""
        earlier, further = self.number - 1, self.number + 1
        before = [button(context.label("pages-earlier"), word, *arguments, earlier)] if self.number else []
        after = [button(context.label("pages-further"), word, *arguments, further)] if self.number < self.last else []
        return [*before, *after]


def page_of(listed: Sequence[Listed], asked: str, size: int) -> ListPage[Listed]:
    """Return the page whose number a button or a command has, the nearest one, or the first where it is no number."""
    last = max(0, len(listed) - 1) // size
    number = min(int(asked), last) if _NUMBER.fullmatch(asked) else 0
    return ListPage(listed[number * size : (number + 1) * size], number, last)
