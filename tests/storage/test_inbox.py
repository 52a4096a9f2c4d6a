"""What a receipt leads to, and that nothing tells a wrong one from one without replies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyrage
import pytest

from storage.audit import latest
from storage.sealing import PADDED_SIZES, BadRecipients, TipTooLong, read_recipients, seal_reply
from storage.tips.inbox import Waiting, add_to_tip, erase_by_receipt, look_up, mark_seen, waiting_tags
from storage.tips.receipts import ReceiptKeys
from tests.storage.conftest import NOW
from tests.storage.tip_rows import epoch_of, keep_tip

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database

TODAY = date(2026, 11, 22)


def keys(number: int) -> ReceiptKeys:
    """The keys of the receipt of the tip that `keep_tip` keeps with this number; scrypt has its own tests."""
    identity = pyrage.x25519.Identity.generate()
    return ReceiptKeys(bytes([number]) * 32, str(identity.to_public()), str(identity))


async def reply(db: Database, tag: str, number: int, sealed: bytes) -> None:
    async with db.transaction() as tx:
        await tx.execute(
            "INSERT INTO tip_reply (tag, number, day, seen, sealed) VALUES (:tag, :number, '2026-11-22', 0, :sealed)",
            {"tag": tag, "number": number, "sealed": sealed},
        )


async def count(db: Database, table: str) -> int:
    async with db.reading() as tx:
        return int((await tx.only(f"SELECT COUNT(*) AS n FROM {table}"))["n"])


async def test_only_the_receipt_opens_its_replies(db: Database) -> None:
    mine, other = keys(1), keys(2)
    tag, _ = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    await reply(db, tag, 1, seal_reply("답입니다.", mine.reply_recipient, TODAY))

    [opened] = await look_up(db, mine, TODAY)
    assert (opened.number, opened.written_on, opened.text) == (1, TODAY, "답입니다.")
    assert "답입니다" not in repr(opened)
    assert await look_up(db, other, TODAY) == ()
    assert await look_up(db, keys(3), TODAY) == ()
    assert await look_up(db, mine, date(2027, 5, 21)) == ()


@pytest.mark.parametrize("sealed", [b"", b"age-encryption.org/v1\n", b"x" * 300])
async def test_a_reply_that_cannot_be_opened_hides_no_other(db: Database, sealed: bytes) -> None:
    mine = keys(1)
    tag = await keep_tip(db, NOW)
    await reply(db, tag, 1, sealed)
    await reply(db, tag, 2, seal_reply("For another.", keys(2).reply_recipient, TODAY))
    [recipient] = read_recipients(mine.reply_recipient).for_age()
    await reply(db, tag, 3, pyrage.encrypt(b'{"format":"clarion-tip"}', [recipient]))
    await reply(db, tag, 4, seal_reply("For me.", mine.reply_recipient, TODAY))

    halved = b'{"format":"clarion-reply","version":1,"text":"\\ud800","written_on":"2026-11-22"}'
    await reply(db, tag, 5, pyrage.encrypt(halved, [recipient]))

    texts = [one.text for one in await look_up(db, mine, TODAY)]
    assert texts == [None, None, None, "For me.", None]


async def test_what_nobody_has_seen_comes_first_and_then_the_newest(db: Database) -> None:
    mine, tag = keys(1), await keep_tip(db, NOW)
    for number in range(1, 13):
        await reply(db, tag, number, seal_reply(str(number), mine.reply_recipient, TODAY))

    shown = []
    for _ in range(3):
        found = await look_up(db, mine, TODAY)
        shown.append([one.number for one in found])
        await mark_seen(db, mine, found)
    assert shown == [[*range(1, 11)], [*range(3, 13)], [*range(3, 13)]]


async def test_tags_wait_until_the_replies_were_shown(db: Database) -> None:
    mine, tag, second = keys(1), await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    for number, of in ((1, tag), (2, tag), (1, second)):
        await reply(db, of, number, b"sealed")
    first, last = await look_up(db, mine, TODAY)
    assert (await waiting_tags(db, TODAY)).tags == tuple(sorted([tag, second]))
    await mark_seen(db, mine, [first])
    assert tag in (await waiting_tags(db, TODAY)).tags
    await mark_seen(db, mine, [last])
    await mark_seen(db, keys(9), [first, last])

    assert await waiting_tags(db, TODAY) == Waiting((second,))
    assert await waiting_tags(db, date(2027, 5, 21)) == Waiting()


async def test_twenty_tags_are_listed_those_with_the_newest_replies_first_and_the_others_are_counted(
    db: Database,
) -> None:
    tags = [await keep_tip(db, NOW, number=number) for number in range(1, 24)]
    for tag in tags:
        await reply(db, tag, 1, b"sealed")
    last = max(tags)
    await reply(db, last, 2, b"sealed")
    async with db.transaction() as tx:
        await tx.execute("UPDATE tip_reply SET day = '2026-11-23' WHERE number = 2")
    waiting = await waiting_tags(db, TODAY)

    assert waiting.tags[0] == last
    assert (len(waiting.tags), waiting.more) == (20, 3)


async def test_as_much_is_written_for_a_wrong_receipt_and_nothing_of_it_is_left(db: Database, tmp_path: Path) -> None:
    mine, other = keys(1), keys(2)
    tag, epoch = await keep_tip(db, NOW), await epoch_of(db, NOW)
    sealed = bytes(range(256)) * 5
    for _ in range(9):  # room is made once for both
        await add_to_tip(db, mine, sealed, epoch, TODAY)
        await add_to_tip(db, other, sealed, epoch, TODAY)
    written, tags = [], []
    for receipt in (mine, other):
        assert await db.fold_log()
        tags.append(await add_to_tip(db, receipt, sealed, epoch, TODAY))
        written.append((tmp_path / "clarion.db-wal").stat().st_size)

    assert tags == [tag, None]
    assert min(written) > len(sealed)
    assert max(written) <= 2 * min(written)
    assert await count(db, "conversation") == 0


async def test_additions_are_numbered_and_only_an_open_tip_takes_them(db: Database) -> None:
    mine, tag, epoch = keys(1), await keep_tip(db, NOW), await epoch_of(db, NOW)
    assert [await add_to_tip(db, mine, sealed, epoch, TODAY) for sealed in (b"1", b"2")] == [tag, tag]
    assert await add_to_tip(db, keys(2), b"3", epoch, TODAY) is None
    assert await add_to_tip(db, mine, b"4", epoch, date(2027, 5, 21)) is None
    async with db.transaction() as tx:
        await tx.execute("UPDATE tip SET state = 'closed'")
    assert await add_to_tip(db, mine, b"5", epoch, TODAY) is None
    async with db.reading() as tx:
        rows = await tx.all("SELECT number, sealed, epoch FROM tip_addition")
        assert [tuple(row) for row in rows] == [(1, b"1", epoch), (2, b"2", epoch)]


async def test_a_tip_takes_a_hundred_additions(db: Database) -> None:
    mine, tag, epoch = keys(1), await keep_tip(db, NOW), await epoch_of(db, NOW)

    taken = [await add_to_tip(db, mine, b"more", epoch, TODAY) for _ in range(101)]
    assert taken == [*[tag] * 100, None]


async def test_erasing_takes_everything_of_the_tip_and_only_of_it(db: Database) -> None:
    mine, other = keys(1), keys(2)
    epoch, tag, second = await epoch_of(db, NOW), await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    for holder, of in ((mine, tag), (other, second)):
        await reply(db, of, 1, b"sealed")
        await add_to_tip(db, holder, b"more", epoch, TODAY)
        async with db.transaction() as tx:
            await tx.execute("INSERT INTO tip_label (tag, label) VALUES (:tag, 'shared')", {"tag": of})
    before = await count(db, "audit")
    await erase_by_receipt(db, keys(3), TODAY)
    assert await count(db, "audit") == before
    for _ in range(2):
        await erase_by_receipt(db, mine, TODAY)

    tables = ("tip", "tip_reply", "tip_addition", "tip_label")
    assert [await count(db, table) for table in tables] == [1, 1, 1, 1]
    entries = await latest(db, 9)
    erased = [(entry.alias, entry.subject, entry.at.hour) for entry in entries if entry.name == "erase_tip"]
    assert erased == [(None, tag, 12)]


async def test_what_was_erased_is_in_no_file_any_more(db: Database, tmp_path: Path) -> None:
    await keep_tip(db, NOW, sealed=b"a sealed tip that is to go")
    await erase_by_receipt(db, keys(1), TODAY)

    assert b"a sealed tip" not in b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))


def test_a_reply_is_padded_and_bounded() -> None:
    to = keys(1)
    identity = pyrage.x25519.Identity.from_str(to.reply_identity)
    for text in ("yes", "no, not at all"):
        assert len(pyrage.decrypt(seal_reply(text, to.reply_recipient, TODAY), [identity])) == PADDED_SIZES[0]
    with pytest.raises(TipTooLong):
        seal_reply("y" * 4096, to.reply_recipient, TODAY)


@pytest.mark.parametrize("recipient", ["", "age1", "age1" + "q" * 58, "AGE-SECRET-KEY-1" + "Q" * 58])
def test_a_reply_is_sealed_to_a_whole_recipient_only(recipient: str) -> None:
    with pytest.raises(BadRecipients):
        seal_reply("yes", recipient, TODAY)
