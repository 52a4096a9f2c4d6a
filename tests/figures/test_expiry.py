"""A tip whose time is over is found by nobody, in no file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.retention import erase_expired_tips
from tests.storage.tip_rows import KEPT, keep_tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storage.database import Database
    from tests.people import House

TIPS = 20


async def test_expired_tips_are_in_no_table_and_no_file(
    scale: int, db: Database, clarion: House, tmp_path: Path, figure: Callable[[str, float], None]
) -> None:
    now, count = clarion.clock.now(), min(TIPS * scale, 255)
    marks = [f"sealed tip number {number} of many".encode() * 20 for number in range(count)]
    tags = [await keep_tip(db, now, number=number, sealed=mark) for number, mark in enumerate(marks)]

    await erase_expired_tips(db, (now + KEPT).date())
    assert await db.fold_log()

    listed = {row["tag"] for row in await db.all("SELECT tag FROM tip")}
    files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    found = sum(tag in listed for tag in tags) + sum(mark[:30] in files for mark in marks)
    figure("expired tips looked for, in tables and files", len(tags))
    figure("expired tips still findable", found)
    assert found == 0
    assert await keep_tip(db, now + timedelta(days=1), number=1)  # the house goes on
