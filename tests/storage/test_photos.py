"""The picture of an appeal: with which version it is kept, who may change it, and until when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from storage.appeals.photos import draft_without_photo, keep_file_id, keep_photo, photo_missing, stored_photo
from storage.appeals.records import add_draft, approve, find_appeal, find_waiting, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.audit import latest
from storage.errors import NoPhotoForeseen, NoSuchAppeal, NotTheAuthor, WrongState
from storage.letters.broadcasts.planning import plan
from tests.storage.conftest import NOW
from tests.storage.test_sheet import SHEET

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

PHOTO = """\
photo:
  caption: {en: The river at Tumen, ko: 투먼의 강가}
  credit: Kim
  date: 2026-03
  alt: {en: A wide river., ko: 넓은 강.}
"""


def appeal(photo: str = PHOTO, **changes: Any) -> Appeal:
    read = read_sheet(SHEET.replace("contact:\n", f"{photo}contact:\n", 1), now=NOW)
    return read.model_copy(update=changes)


@pytest.fixture
async def draft(db: Database, owner: Coordinator) -> Appeal:
    drafted = appeal()
    await add_draft(db, drafted, owner, NOW)
    return drafted


async def published(db: Database, owner: Coordinator, colleague: Coordinator, drafted: Appeal) -> None:
    number = (await find_appeal(db, drafted.code)).number
    await submit(db, drafted.code, number, owner, NOW)
    await approve(db, drafted.code, number, colleague, NOW, needed=1)
    await plan(db, await find_appeal(db, drafted.code), owner, NOW)


async def pictures_kept(db: Database) -> list[bytes]:
    async with db.reading() as tx:
        return [row["content"] for row in await tx.all("SELECT content FROM photo ORDER BY id")]


async def picture_of(db: Database, code: str) -> bytes | None:
    photo = await stored_photo(db, (await find_waiting(db, code)).version)
    return photo.content if photo else None


async def test_a_draft_that_foresees_a_picture_waits_for_it(
    db: Database, owner: Coordinator, colleague: Coordinator, draft: Appeal
) -> None:
    assert await photo_missing(db, draft.code, 1)
    assert await draft_without_photo(db, owner) == draft.code
    assert await draft_without_photo(db, colleague) is None

    await keep_photo(db, draft.code, b"jpeg", owner, NOW)

    assert not await photo_missing(db, draft.code, 1)
    assert await draft_without_photo(db, owner) is None
    assert await picture_of(db, draft.code) == b"jpeg"
    assert (await latest(db, 1))[0].name == "photo"


async def test_the_newest_draft_of_several_is_the_one_that_waits(
    db: Database, owner: Coordinator, draft: Appeal
) -> None:
    await add_draft(db, appeal(code="ORG-2026-002"), owner, NOW)
    await add_draft(db, appeal("", code="ORG-2026-003"), owner, NOW)

    assert await draft_without_photo(db, owner) == "ORG-2026-002"


async def test_a_replaced_picture_is_erased(db: Database, owner: Coordinator, draft: Appeal) -> None:
    await keep_photo(db, draft.code, b"one", owner, NOW)
    await keep_photo(db, draft.code, b"two", owner, NOW)

    assert await pictures_kept(db) == [b"two"]


async def test_the_same_picture_twice_is_kept_once_with_its_name(
    db: Database, owner: Coordinator, draft: Appeal
) -> None:
    await keep_photo(db, draft.code, b"one", owner, NOW)
    before = await stored_photo(db, (await find_appeal(db, draft.code)).version)
    assert before is not None
    await keep_file_id(db, before.id, "AgACAgIAAx")

    await keep_photo(db, draft.code, b"one", owner, NOW)

    assert await stored_photo(db, (await find_appeal(db, draft.code)).version) == replace(before, file_id="AgACAgIAAx")


async def test_the_next_draft_keeps_the_picture_while_its_sheet_foresees_one(
    db: Database, owner: Coordinator, draft: Appeal
) -> None:
    await keep_photo(db, draft.code, b"one", owner, NOW)
    await add_draft(db, appeal(goal=9), owner, NOW)
    assert await picture_of(db, draft.code) == b"one"

    await add_draft(db, appeal("", goal=9), owner, NOW)

    assert await picture_of(db, draft.code) is None
    assert not await photo_missing(db, draft.code, 3)
    assert await pictures_kept(db) == []


async def test_a_picture_is_refused_where_it_has_no_place(
    db: Database, owner: Coordinator, colleague: Coordinator, draft: Appeal
) -> None:
    with pytest.raises(NoSuchAppeal):
        await keep_photo(db, "ORG-2026-999", b"jpeg", owner, NOW)
    with pytest.raises(NotTheAuthor):
        await keep_photo(db, draft.code, b"jpeg", colleague, NOW)
    await add_draft(db, appeal("", code="ORG-2026-002"), owner, NOW)
    with pytest.raises(NoPhotoForeseen):
        await keep_photo(db, "ORG-2026-002", b"jpeg", owner, NOW)
    assert await pictures_kept(db) == []


async def test_what_reviewers_look_at_keeps_its_picture(
    db: Database, owner: Coordinator, colleague: Coordinator, draft: Appeal
) -> None:
    await keep_photo(db, draft.code, b"one", owner, NOW)
    await submit(db, draft.code, 1, owner, NOW)
    with pytest.raises(WrongState, match="in_review"):
        await keep_photo(db, draft.code, b"two", owner, NOW)
    await approve(db, draft.code, 1, colleague, NOW, needed=1)
    with pytest.raises(WrongState, match="approved"):
        await keep_photo(db, draft.code, b"two", owner, NOW)
    await plan(db, await find_appeal(db, draft.code), owner, NOW)
    with pytest.raises(WrongState, match="published"):
        await keep_photo(db, draft.code, b"two", owner, NOW)

    assert await pictures_kept(db) == [b"one"]


async def test_a_correction_has_a_picture_of_its_own_and_what_was_sent_keeps_its(
    db: Database, owner: Coordinator, colleague: Coordinator, draft: Appeal
) -> None:
    await keep_photo(db, draft.code, b"sent", owner, NOW)
    await published(db, owner, colleague, draft)
    sent = await find_appeal(db, draft.code)
    await add_draft(db, appeal(change_note={"en": "A better one.", "ko": "더 나은 사진."}), owner, NOW)
    assert await picture_of(db, draft.code) == b"sent"

    await keep_photo(db, draft.code, b"better", owner, NOW)

    assert await picture_of(db, draft.code) == b"better"
    kept = await stored_photo(db, sent.version)
    assert kept is not None
    assert kept.content == b"sent"
