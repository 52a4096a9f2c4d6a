"""What goes by the clock around backups, whether any are made or not: people were promised days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.backups.erased import forget_noted
from storage.backups.making import remove_old, remove_unfinished
from storage.backups.workroom import wipe_left

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True)
class KeptBackups:
    """The backups of a database, the folder in which they lie, and for how many days each is kept."""

    database: Path
    folder: Path
    days: int


def clear_backups(kept: KeptBackups, now: datetime) -> int:
    """Remove the old backups, and what killed ones left beside them and the database; return how many were old.

    A backup that is being made just now is let be.

    Raises:
        CannotStart: If something cannot be removed.
        OSError: If what erased tips are noted in cannot be replaced.
    """
    removed = remove_old(kept.folder, now, kept.days)
    remove_unfinished(kept.folder)
    wipe_left(kept.database)
    forget_noted(kept.database, now.date(), kept.days)
    return removed
