"""What every page of the desk is given: the services of the house, the bot, who is signed in."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.desk.sessions import Sessions
from handlers.throttle import Throttle

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Bot

    from handlers.context import Policy, Services
    from handlers.texts import Texts
    from storage.database import Database

TRIES_EACH, TRIES_OF_ALL = 10, 100  # sign-ins that may fail from one address and from all together
TRIES_KEPT = TRIES_OF_ALL // 2  # for addresses from which none failed yet
TRIES_WINDOW = timedelta(minutes=15)
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # compared with, to know that it is no name
PORT_OF_HTTP = 80
PAGES_AT_ONCE = 1  # however many tabs are open, the readers of the database stay free for conversations


@dataclass(frozen=True)
class Desk:
    """The desk of this house.

    Attributes:
        services: What conversations use as well.
        bot: Tells colleagues what concerns them.
        sessions: Who is signed in.
        tries: Counts the sign-ins that failed.
        hosts: By which names the desk is asked for; under any other one it does not answer.
        turns: Lets pages be made one after the other.
    """

    services: Services
    bot: Bot
    sessions: Sessions
    tries: Throttle
    hosts: frozenset[str]
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PAGES_AT_ONCE))

    @property
    def db(self) -> Database:
        """The database."""
        return self.services.db

    @property
    def texts(self) -> Texts:
        """The texts of all languages."""
        return self.services.texts

    @property
    def policy(self) -> Policy:
        """What the organisation decided."""
        return self.services.policy

    @property
    def username(self) -> str:
        """The bot's name at Telegram."""
        return self.bot.username

    @property
    def secure(self) -> bool:
        """Whether the desk is reached under https."""
        return self.policy.desk_url.startswith("https:")

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return self.services.now()


def set_up_desk(services: Services, bot: Bot, host: str, port: int) -> Desk:
    """Return the desk that is served at *host* and *port*."""
    tries = Throttle(services.now, each=TRIES_EACH, everybody=TRIES_OF_ALL, window=TRIES_WINDOW, kept=TRIES_KEPT)
    hosts = _names(host, port) | {urlsplit(services.policy.desk_url).netloc.lower()}
    return Desk(services, bot, Sessions(services.now), tries, hosts)


def _names(host: str, port: int) -> frozenset[str]:
    """Return what a browser calls the desk that listens there; through a tunnel it is a name of the loopback."""
    own = () if host in EVERYWHERE else (f"[{host}]" if ":" in host else host.lower(),)
    names = frozenset((*own, *LOOPBACK))
    named = frozenset(f"{name}:{port}" for name in names)
    return named | names if port == PORT_OF_HTTP else named
