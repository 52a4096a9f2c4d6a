"""What the program writes down about itself: row ids and counts, never a text, a name, a chat or the token."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
TOKEN: Final = re.compile(r"\d{6,}:[A-Za-z0-9_-]{20,}")

# They write addresses with the token, whole updates, values of queries, or messages of exceptions. What we need to
# know of them reaches us as exceptions and callbacks.
SILENT: Final = (
    "aiohttp",
    "aiosqlite",
    "alembic",
    "asyncio",
    "fontTools",
    "fpdf",
    "httpcore",
    "httpx",
    "PIL",
    "telegram",
    "uvicorn",
)


def set_up_logs(level: str) -> None:
    """Write to standard error from *level* on, with the chatter of libraries silenced and any token struck out."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Redacting(FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def guard_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Log what a task leaves behind by its type and frames; the loop itself would write the message too."""

    def write(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        log.error("a task failed: %s", frames_of(error) if error else "no exception")

    loop.set_exception_handler(write)


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
