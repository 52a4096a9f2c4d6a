"""A file in memory that is to be sent, and never grows beyond what a bot may send."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

UPLOAD_MAX = 50_000_000  # bytes, Bot API: sendDocument


class TooLarge(ValueError):
    """The file would be larger than a bot may send."""


class Upload(io.BytesIO):
    """A file that can be written and sought in like any other."""

    def write(self, content: Buffer) -> int:
        """Write, as far as there is room.

        Raises:
            TooLarge: If there is none.
        """
        if self.tell() + memoryview(content).nbytes > UPLOAD_MAX:
            raise TooLarge
        return super().write(content)
