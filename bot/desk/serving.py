"""Serves the desk where the operator wants it: on this machine alone, unless they say otherwise."""

from __future__ import annotations

from contextlib import asynccontextmanager
from ipaddress import ip_address
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
        CannotStart: If the port is taken or not allowed, or the desk's address is none that a browser could open.
    """
    if port == OFF:
        yield
        return
    _check(services.policy.desk_url)
    async with serving(desk_app(set_up_desk(services, bot, host, port)), host, port, settings="CLARION_DESK"):
        yield


def _check(address: str) -> None:
    parts = urlsplit(address)
    if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise CannotStart(
            "CLARION_DESK_URL: the desk needs a host name of its own: leave out what stands before or after it."
        )
    if _is_everywhere(parts.hostname or ""):
        raise CannotStart(
            "CLARION_DESK_URL: the desk listens on every interface: name the address at which it is opened."
        )


def _is_everywhere(host: str) -> bool:
    """Say whether *host* stands for all interfaces, so that no browser could open it."""
    try:
        return not host or ip_address(host).is_unspecified
    except ValueError:
        return False  # a name
