"""Which organisations belong to the coalition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return []
