"""The picture of an appeal: kept with the version that foresees one, and replaced only while that is a draft."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoPhotoForeseen, NoSuchAppeal, NotTheAuthor, WrongState

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction, Values

# What waits may be an appeal that was never sent, or the correction of one that was.
_NEWEST_VERSIONS = """
    SELECT version.*,
        CASE WHEN version.number = appeal.correction THEN appeal.correction_state ELSE appeal.state END AS state
    FROM appeal JOIN appeal_version AS version
        ON version.appeal = appeal.code AND version.number = COALESCE(appeal.correction, appeal.version)
"""


@dataclass(frozen=True)
class StoredPhoto:
    """A picture of an appeal.

    Attributes:
        content: JPEG without metadata.
        file_id: Telegram's name of it; None before its first upload.
    """

    id: int
    content: bytes
    file_id: str | None


async def draft_without_photo(db: Database, author: Coordinator) -> str | None:
    """Return the code of the author's newest draft that foresees a picture and has none."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"{_NEWEST_VERSIONS} WHERE version.author = :author AND version.photo IS NULL ORDER BY version.id DESC",
            {"author": author.id},
        )
    return next((row["appeal"] for row in rows if row["state"] == "draft" and _foresees_photo(row)), None)


async def keep_photo(db: Database, code: str, content: bytes, by: Coordinator, now: datetime) -> None:
    """Give the newest version of an appeal the picture, in place of the one that it may have; forget that one.

    Raises:
        NoSuchAppeal: If there is none.
        WrongState: If that version is no draft any more: approvals are of the picture too.
        NotTheAuthor: If somebody else wrote the version: its author cannot approve the picture, *by* could.
        NoPhotoForeseen: If its sheet has no photo section.
    """
    async with db.transaction() as tx:
        version = await _require_open(tx, code, by)
        photo = await tx.only(
            """
            INSERT INTO photo (appeal, content, digest) VALUES (:code, :content, :digest)
            ON CONFLICT (appeal, digest) DO UPDATE SET digest = excluded.digest
            RETURNING id
            """,
            {"code": code, "content": content, "digest": hashlib.sha256(content).hexdigest()},
        )
        values = {"version": version["id"], "photo": photo["id"]}
        await tx.execute("UPDATE appeal_version SET photo = :photo WHERE id = :version", values)
        await _forget_unsent(tx, code, version["number"])
        await record(tx, Deed(now, by.id, "photo", code, {"version": version["number"]}))


async def carry_photo(tx: Transaction, code: str, number: int) -> None:
    """Let version *number*, just drafted, keep the picture of the version before, if it foresees one."""
    values: Values = {"code": code, "number": number}
    version = await tx.only("SELECT * FROM appeal_version WHERE appeal = :code AND number = :number", values)
    if _foresees_photo(version):
        await tx.execute(
            """
            UPDATE appeal_version SET photo =
                (SELECT photo FROM appeal_version WHERE appeal = :code AND number = :number - 1)
            WHERE appeal = :code AND number = :number
            """,
            values,
        )
    await _forget_unsent(tx, code, number)


async def photo_missing(db: Database, code: str, number: int) -> bool:
    """Say whether version *number* foresees a picture and has none, so that it cannot go to the reviewers."""
    async with db.reading() as tx:
        row = await tx.one(
            "SELECT document, photo FROM appeal_version WHERE appeal = :code AND number = :number",
            {"code": code, "number": number},
        )
    return row is not None and row["photo"] is None and _foresees_photo(row)


async def stored_photo(db: Database, version: int) -> StoredPhoto | None:
    """Return the picture of the version with this row, if it has one."""
    async with db.reading() as tx:
        row = await tx.one(
            """
            SELECT photo.id, photo.content, photo.file_id
            FROM appeal_version JOIN photo ON photo.id = appeal_version.photo
            WHERE appeal_version.id = :version
            """,
            {"version": version},
        )
    return StoredPhoto(row["id"], row["content"], row["file_id"]) if row else None


async def keep_file_id(db: Database, photo: int, file_id: str) -> None:
    """Remember what Telegram calls a picture once it was uploaded, so that it is uploaded once."""
    async with db.transaction() as tx:
        await tx.execute("UPDATE photo SET file_id = :file_id WHERE id = :photo", {"photo": photo, "file_id": file_id})


async def _require_open(tx: Transaction, code: str, by: Coordinator) -> Row:
    version = await tx.one(f"{_NEWEST_VERSIONS} WHERE appeal.code = :code", {"code": code})
    if version is None:
        raise NoSuchAppeal
    if version["state"] != "draft":
        raise WrongState(version["state"])
    if version["author"] != by.id:
        raise NotTheAuthor
    if not _foresees_photo(version):
        raise NoPhotoForeseen
    return version


def _foresees_photo(version: Row) -> bool:
    return bool(json.loads(version["document"]).get("photo"))


async def _forget_unsent(tx: Transaction, code: str, number: int) -> None:
    """Take the pictures from versions before *number* that nobody was sent, and erase those that none has now."""
    await tx.execute(
        """
        UPDATE appeal_version SET photo = NULL
        WHERE appeal = :code AND number < :number
            AND id NOT IN (SELECT version FROM broadcast WHERE version IS NOT NULL)
        """,
        {"code": code, "number": number},
    )
    await tx.execute(
        """
        DELETE FROM photo WHERE appeal = :code
            AND id NOT IN (SELECT photo FROM appeal_version WHERE appeal = :code AND photo IS NOT NULL)
        """,
        {"code": code},
    )
