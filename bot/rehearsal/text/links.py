"""Decides which addresses Telegram would open."""

import ipaddress
from functools import lru_cache
from urllib.parse import urlsplit

_OPENED = {"http", "https", "tg"}
_SHORTEST_DOMAIN = 2  # characters after the last dot
_REMEMBERED = 256  # addresses: those of a broadcast come over and over


@lru_cache(_REMEMBERED)
def checked_url(url: str) -> str | None:
    """Return *url* as Telegram would open it, or None if it opens no such address."""
    if "://" not in url:
        url = f"http://{url}"
    if any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    known = parts.scheme in _OPENED and (parts.scheme == "tg" or _is_host(host))
    return url if known else None


def _is_host(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        name, _, domain = host.rpartition(".")
        return bool(name) and len(domain) >= _SHORTEST_DOMAIN
    return True
