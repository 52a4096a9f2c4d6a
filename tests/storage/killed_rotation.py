"""Changes the key of a house again and again, killed a step later each time, and looks at what is left.

    python -m tests.storage.killed_rotation FOLDER

In FOLDER are clarion.db and clarion.key. Prints how often the old key was needed after the kill and how often the new
one, as JSON; the last house of each kind is left in FOLDER/old and FOLDER/new as the kill left it.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import aiosqlite

from storage import database
from storage.rotation.changing import mark_in, rotate, settle
from storage.rotation.columns import KEYED
from storage.secret_key import SecretKey, load_secret_key
from storage.site import generation_of
from tests.storage.conftest import NOW


def main(folder: Path) -> None:
    left = Counter[str]()
    for step in count(1):
        house = folder / "house"
        shutil.rmtree(house, ignore_errors=True)
        house.mkdir()
        for name in ("clarion.db", "clarion.key"):
            shutil.copy(folder / name, house / name)
        if not _killed_at(step, house):
            break
        shutil.copytree(house, folder / "left")
        settle(house / "clarion.key", house / "clarion.db")
        key = load_secret_key(house / "clarion.key")
        _require_whole(house / "clarion.db", key)
        kind = "new" if key.generations > 1 else "old"
        left[kind] += 1
        shutil.rmtree(folder / kind, ignore_errors=True)
        (folder / "left").rename(folder / kind)
    print(json.dumps(left))  # noqa: T201


def _killed_at(step: int, house: Path) -> bool:
    """Change the key in a process of its own, and return whether it came so far as to be killed."""
    child = os.fork()
    if child == 0:
        _kill_at(step)
        database.upgrade = lambda _: None  # type: ignore[attr-defined]  # it is up to date; saves half the time
        asyncio.run(rotate(house / "clarion.key", house / "clarion.db", NOW))
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if status not in (0, signal.SIGKILL):
        raise SystemExit(f"step {step} ended with {status}")
    return status == signal.SIGKILL


def _kill_at(step: int) -> None:
    """Count what the process does to the database and to key files, and kill it at that step."""
    steps = count(1)

    def stop() -> None:
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in {"open", "os.rename", "os.remove"} and ".key" in str(arguments[0]):
            stop()

    for name in ("execute", "executemany", "execute_fetchall", "commit", "close"):
        setattr(aiosqlite.Connection, name, _stopping(getattr(aiosqlite.Connection, name), stop))
    sys.addaudithook(watch)


def _stopping(method: Any, stop: Any) -> Any:
    def stopping(*arguments: Any, **named: Any) -> Any:
        stop()
        return method(*arguments, **named)

    return stopping


def _require_whole(path: Path, key: SecretKey) -> None:
    assert generation_of(mark_in(path), key) == key.generations
    with closing(sqlite3.connect(path)) as connection:
        for keyed in KEYED:
            for column in keyed.encrypted:
                for (field,) in connection.execute(f"SELECT {column} FROM {keyed.table} WHERE {column} IS NOT NULL"):
                    key.decrypt(f"{keyed.table}.{column}", field)
        found = connection.execute("SELECT 1 FROM subscriber WHERE person = ?", (key.digest("person", 13),))
        assert found.fetchone() == (1,)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
