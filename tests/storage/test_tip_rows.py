"""What goes into the sealed file of tips is what the server has of them at that moment, and the audit knows of it."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.audit import latest
from storage.exports.tip_bundle import BundledAddition, BundledRating
from storage.exports.tip_bundle_reading import read_bundle
from storage.exports.tip_rows import LINE_AROUND, bundled_tips, note_unsent, parts_of_tips, write_all_tips
from storage.people.coordinators import Role, accept_invitation, invite
from storage.tips.inbox import add_to_tip
from storage.tips.keys.epochs import tip_recipients
from storage.tips.receipts import ReceiptKeys
from storage.tips.review.claims import claim_tip
from storage.tips.review.closing import ClosedBecause, close_tip
from storage.tips.review.labels import label_tip
from storage.tips.review.ratings import agree, rate_tip
from storage.tips.words import Category, ContentGrade, Label, SourceGrade, TipState, Urgency
from tests.storage.conftest import NOW
from tests.storage.tip_rows import KEPT, epoch_of, keep_tip

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator

B, TRUE = SourceGrade.USUALLY, ContentGrade.CONFIRMED


async def test_a_tip_goes_out_with_its_rating_its_labels_and_what_was_added(db: Database, owner: Coordinator) -> None:
    reviewer = await accept_invitation(db, await invite(db, Role.REVIEWER, owner, NOW), 3, NOW)
    tag = await keep_tip(db, NOW, number=1)
    await claim_tip(db, tag, owner, NOW)
    await label_tip(db, tag, Label.SECOND_SOURCE, owner, NOW)
    await rate_tip(db, tag, B, TRUE, owner, NOW)
    await agree(db, tag, B, TRUE, reviewer, NOW)
    for label in (Label.SHARED, Label.CHILDREN):
        await label_tip(db, tag, label, owner, NOW)
    keys = ReceiptKeys(bytes([1]) * 32, "", "")
    for sealed in (b"one", b"two"):
        await add_to_tip(db, keys, sealed, await epoch_of(db, NOW), NOW.date())

    [tip] = await bundled_tips(db, [tag], owner, NOW)

    assert (tip.tag, tip.category, tip.urgency, tip.day) == (tag, Category.ARREST, Urgency.HIGH, NOW.date())
    assert (tip.state, tip.epoch, tip.sealed) == (TipState.CONFIRMED, await epoch_of(db, NOW), b"sealed")
    assert tip.expires_on == NOW.date() + KEPT
    assert tip.rating == BundledRating(B, TRUE, owner.alias, reviewer.alias)
    assert set(tip.labels) == {Label.CHILDREN, Label.SECOND_SOURCE, Label.SHARED}
    assert tip.labels == tuple(sorted(tip.labels, key=list(Label).index))
    assert tip.additions == (BundledAddition(1, NOW.date(), b"one"), BundledAddition(2, NOW.date(), b"two"))


async def test_a_tip_that_nobody_touched_goes_out_bare_and_a_claim_that_is_over_counts_for_nothing(
    db: Database, owner: Coordinator
) -> None:
    tags = [await keep_tip(db, NOW, number=number) for number in (1, 2)]
    await claim_tip(db, tags[0], owner, NOW)

    states = {tip.tag: tip.state for tip in await bundled_tips(db, tags, owner, NOW)}
    later = await bundled_tips(db, tags, owner, NOW + timedelta(days=2))

    assert states == {tags[0]: TipState.CLAIMED, tags[1]: TipState.NEW}
    assert {(tip.state, tip.rating, tip.labels, tip.additions) for tip in later} == {(TipState.NEW, None, (), ())}


async def test_taking_tips_out_is_in_the_audit(db: Database, owner: Coordinator) -> None:
    await bundled_tips(db, [await keep_tip(db, NOW), "gone"], owner, NOW)

    [entry] = await latest(db, 1)
    assert (entry.name, entry.alias) == ("export_tips", owner.alias)


async def test_the_audit_has_nothing_of_a_file_without_tips_and_tells_of_one_that_did_not_leave(
    db: Database, owner: Coordinator
) -> None:
    before = await latest(db, 1)

    assert await bundled_tips(db, ["K3FN"], owner, NOW) == ()
    assert await latest(db, 1) == before

    await note_unsent(db, 3, owner, NOW)
    assert (await latest(db, 1))[0].name == "fail_to_send_tips"


async def test_tips_go_into_as_many_files_as_are_needed_the_most_urgent_first_and_closed_ones_last(
    db: Database, owner: Coordinator
) -> None:
    urgencies = ("normal", "critical", "high", "critical")
    tags = [await keep_tip(db, NOW, number=number, urgency=urgency) for number, urgency in enumerate(urgencies)]
    await claim_tip(db, tags[3], owner, NOW)
    await close_tip(db, tags[3], ClosedBecause.WORKED_THROUGH, owner, NOW, KEPT)
    await add_to_tip(db, ReceiptKeys(bytes([2]) * 32, "", ""), b"added", await epoch_of(db, NOW), NOW.date())

    parts = await parts_of_tips(db, 3 * LINE_AROUND + 100, NOW.date())

    assert [part.tags for part in parts] == [(tags[1], tags[2]), (tags[0], tags[3])]
    assert [(part.number, part.parts) for part in parts] == [(1, 2), (2, 2)]
    assert [part.tags for part in await parts_of_tips(db, 1, NOW.date())] == [(tags[n],) for n in (1, 2, 0, 3)]
    [whole] = await parts_of_tips(db, 10**6, NOW.date())
    assert whole.tags == (tags[1], tags[2], tags[0], tags[3])


async def test_without_tips_there_is_no_file_to_be_made(db: Database) -> None:
    assert await parts_of_tips(db, 10**6, NOW.date()) == ()


async def test_all_tips_in_one_go_are_the_same_as_those_of_a_file(db: Database, owner: Coordinator) -> None:
    tags = [await keep_tip(db, NOW, number=number) for number in (1, 2)]
    await add_to_tip(db, ReceiptKeys(bytes([1]) * 32, "", ""), b"added", await epoch_of(db, NOW), NOW.date())
    epoch, out = await tip_recipients(db), io.BytesIO()
    assert epoch is not None

    assert await write_all_tips(db, epoch, NOW.date(), NOW, out) == 2

    assert read_bundle(out.getvalue()).tips == await bundled_tips(db, tags, owner, NOW)


async def test_a_tip_whose_day_is_over_is_in_no_file(db: Database) -> None:
    over, kept = await keep_tip(db, NOW), await keep_tip(db, NOW, number=2)
    epoch = await tip_recipients(db)
    assert epoch is not None
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE tip SET expires_on = :day WHERE tag = :tag", {"day": NOW.date().isoformat(), "tag": over}
        )
    out = io.BytesIO()

    assert await write_all_tips(db, epoch, NOW.date(), NOW, out) == 1
    assert [tip.tag for tip in read_bundle(out.getvalue()).tips] == [kept]
    [part] = await parts_of_tips(db, 10**6, NOW.date())
    assert part.tags == (kept,)
