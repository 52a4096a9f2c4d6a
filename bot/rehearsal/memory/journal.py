"""Writes what happened to a file as it happens: Telegram does not forget when a bot restarts.

One line is one deed with all of its changes, so that half a deed is never replayed. The bytes of files lie in a
folder beside it. Everything that was ever typed into a rehearsal stays in there until the files are deleted.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from bot.rehearsal.memory.changes import Change, from_json, to_json


class JournalBroken(ValueError):
    """A line before the last one cannot be read, so what followed it would be wrong."""


class Journal:
    """The deeds of one rehearsal, in order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = path.with_name(f"{path.name}.files")
        self._files.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lines: BinaryIO | None = None

    def replay(self) -> Iterator[Change]:
        """Give back what happened, and cut off a last line that a crash tore.

        Raises:
            JournalBroken: If any line but the last is damaged.
        """
        if not self._path.exists():
            return
        lines = self._path.read_bytes().splitlines(keepends=True)
        whole = 0
        for number, line in enumerate(lines, start=1):
            changes = _read(line)
            if changes is None:
                self._cut(whole, torn=number == len(lines), number=number)
                return
            yield from changes
            whole += len(line)

    def append(self, changes: Sequence[Change]) -> None:
        """Write one deed; it survives this process once this returns."""
        if self._lines is None:
            self._lines = self._path.open("ab")
        line = json.dumps(to_json(changes), ensure_ascii=True, separators=(",", ":"))
        self._lines.write(line.encode() + b"\n")
        self._lines.flush()

    def keep_file(self, file_id: str, content: bytes) -> None:
        (self._files / file_id).write_bytes(content)

    def read_file(self, file_id: str) -> bytes:
        return (self._files / file_id).read_bytes()

    def close(self) -> None:
        if self._lines is not None:
            self._lines.close()
            self._lines = None

    def _cut(self, length: int, *, torn: bool, number: int) -> None:
        if not torn:
            raise JournalBroken(f"line {number} of the journal cannot be read")
        with self._path.open("r+b") as file:
            file.truncate(length)


def _read(line: bytes) -> tuple[Change, ...] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        return from_json(json.loads(line))
    except ValueError:
        return None
