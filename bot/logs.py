"""What the program writes down about itself: row ids and counts, never a text, a name, a chat or the token."""

from __future__ import annotations

import logging
import re
from typing import Final

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
TOKEN: Final = re.compile(r"\d{6,}:[A-Za-z0-9_-]{20,}")

# Their INFO and DEBUG lines carry addresses with the token, whole updates, or values of queries.
QUIET: Final = ("httpx", "httpcore", "telegram", "aiohttp", "aiosqlite", "asyncio", "alembic", "uvicorn")


def set_up_logs(level: str) -> None:
    """Write to standard error from *level* on, with the chatter of libraries silenced and any token struck out."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Redacting(FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("telegram.ext.Updater", "telegram.ext.Application"):  # they log failures with their updates
        logging.getLogger(name).setLevel(logging.CRITICAL)


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("[token]", super().format(record))

    def formatException(self, ei: object) -> str:  # noqa: N802  # the library's name
        return frames_of(ei[1]) if isinstance(ei, tuple) and isinstance(ei[1], BaseException) else ""


def frames_of(error: BaseException) -> str:
    """Return the exception's type and frames; not its message and not its values, which may quote input."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' < '.join(reversed(frames)) or 'an unknown place'}"
