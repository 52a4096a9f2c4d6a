"""Brings a database up to date, one whole migration at a time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.errors import CannotStart

HEAD = "head"
_NEWEST = max(path.stem.partition("_")[0] for path in Path(__file__).parent.glob("versions/v*.py")).removeprefix("v")


def upgrade(path: Path, revision: str = HEAD) -> None:
    """Migrate the SQLite database at *path*, making it if there is none.

    Raises:
        DatabaseTooNew: If a later version of Clarion wrote it; nothing is changed.
        CannotStart: If the file cannot be opened or is no database.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if revision == HEAD and _is_up_to_date(path):
            return
        from storage.migrations.running import migrate  # noqa: PLC0415  # takes half a second to load, seldom needed

        migrate(path, revision)
    except OSError as error:
        raise CannotStart(
            f"The database {path} cannot be opened: check the file, the folder's rights and the disk."
        ) from error


def _is_up_to_date(path: Path) -> bool:
    """Look whether the newest migration was the last; what is wrong with the file is said by whoever migrates it."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(_NEWEST,)]
    except sqlite3.Error:
        return False
