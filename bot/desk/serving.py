"""Serves the desk where the operator wants it: on this machine alone, unless they say otherwise."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.desk.app import desk_app
from bot.desk.desk import set_up_desk
from bot.web_server import OFF, serving
from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Bot

    from handlers.context import Services


@asynccontextmanager
async def serving_desk(services: Services, bot: Bot, host: str, port: int) -> AsyncIterator[None]:
    """Serve the desk on *port* of the interface *host*; at port 0 nowhere.

    Raises:
        CannotStart: If the port is taken or not allowed, or the desk's address has a path.
    """
    if port == OFF:
        yield
        return
    if urlsplit(services.policy.desk_url).path.strip("/"):
        raise CannotStart("CLARION_DESK_URL: the desk needs a host name of its own: leave out what follows it.")
    async with serving(desk_app(set_up_desk(services, bot, host, port)), host, port, setting="CLARION_DESK_PORT"):
        yield
