"""What an exported file is, told beside it: rows, digest, who made it when, and by which consent (standards §2.2)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Mapping


class TooLarge(ValueError):
    """A file is larger than it may be where it should go."""


class Measured:
    """A file that is written to: counts what goes through, and refuses more than *most* bytes.

    Attributes:
        bytes: How many were written so far.
    """

    def __init__(self, out: BinaryIO, most: int | None = None) -> None:
        self._out = out
        self._most = most
        self._digest = hashlib.sha256()
        self.bytes = 0

    def write(self, content: bytes) -> int:
        """Write on.

        Raises:
            TooLarge: If the file would become larger than it may be.
        """
        self.bytes += len(content)
        if self._most is not None and self.bytes > self._most:
            raise TooLarge
        self._digest.update(content)
        return self._out.write(content)

    @property
    def sha256(self) -> str:
        """The digest of all that was written, in hexadecimal."""
        return self._digest.hexdigest()

    def flush(self) -> None:
        """Pass on what the file holds back."""
        self._out.flush()

    @property
    def file(self) -> BinaryIO:
        """This, where a file is asked for that is only written to."""
        return cast("BinaryIO", self)

    closed = False

    def readable(self) -> bool:
        """Nothing is read from here."""
        return False

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def seekable(self) -> bool:
        """What went through is counted already."""
        return False


@dataclass(frozen=True)
class Manifest:
    """What one exported file is.

    Attributes:
        exported_by: Alias of the coordinator.
        consent: Which consent lets it go out.
        columns: What each column means.
    """

    file: str
    petition: str
    content: str
    rows: int
    bytes: int
    sha256: str
    exported_at: str
    exported_by: str
    consent: str
    columns: Mapping[str, str]

    def text(self) -> str:
        """Return it as JSON, for people and programs."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"
