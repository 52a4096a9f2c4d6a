"""Hands files out: as attachments that no browser shows, and that nothing on the way keeps."""

from __future__ import annotations

import asyncio
import io
import zipfile
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.responses import Response

CHUNK = 64 * 1024  # bytes


def download(content: bytes, name: str, media_type: str) -> Response:
    """Return the file under that name, which is ASCII without quotes; it goes out as fast as the browser takes it."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(len(content))}
    return StreamingResponse(_chunks(content), media_type=media_type, headers=headers)


async def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the files as one archive."""
    return await asyncio.to_thread(_zipped, files)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


async def _chunks(content: bytes) -> AsyncIterator[bytes]:
    for first in range(0, len(content), CHUNK):
        yield content[first : first + CHUNK]
