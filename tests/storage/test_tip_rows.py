"""What goes into the sealed file of tips is what the server has of them at that moment, and the audit knows of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.audit import latest
from storage.exports.tip_bundle import BundledAddition, BundledRating
from storage.exports.tip_rows import bundled_tips
from storage.people.coordinators import Role, accept_invitation, invite
from storage.tips.inbox import add_to_tip
from storage.tips.receipts import ReceiptKeys
from storage.tips.review.claims import claim_tip
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
    await rate_tip(db, tag, B, TRUE, owner, NOW)
    await agree(db, tag, B, TRUE, reviewer, NOW)
    for label in (Label.SHARED, Label.CHILDREN):
        await label_tip(db, tag, label, owner, NOW)
    keys = ReceiptKeys(bytes([1]) * 32, "", "")
    for sealed in (b"one", b"two"):
        await add_to_tip(db, keys, sealed, await epoch_of(db, NOW), NOW.date())

    [tip] = await bundled_tips(db, owner, NOW)

    assert (tip.tag, tip.category, tip.urgency, tip.day) == (tag, Category.ARREST, Urgency.HIGH, NOW.date())
    assert (tip.state, tip.epoch, tip.sealed) == (TipState.CONFIRMED, await epoch_of(db, NOW), b"sealed")
    assert tip.expires_on == NOW.date() + KEPT
    assert tip.rating == BundledRating(B, TRUE, owner.alias, reviewer.alias)
    assert tip.labels == (Label.CHILDREN, Label.SHARED)
    assert tip.additions == (BundledAddition(1, NOW.date(), b"one"), BundledAddition(2, NOW.date(), b"two"))


async def test_a_tip_that_nobody_touched_goes_out_bare_and_a_claim_that_is_over_counts_for_nothing(
    db: Database, owner: Coordinator
) -> None:
    tags = [await keep_tip(db, NOW, number=number) for number in (1, 2)]
    await claim_tip(db, tags[0], owner, NOW)

    states = {tip.tag: tip.state for tip in await bundled_tips(db, owner, NOW)}
    later = await bundled_tips(db, owner, NOW + timedelta(days=2))

    assert states == {tags[0]: TipState.CLAIMED, tags[1]: TipState.NEW}
    assert {(tip.state, tip.rating, tip.labels, tip.additions) for tip in later} == {(TipState.NEW, None, (), ())}


async def test_taking_tips_out_is_in_the_audit(db: Database, owner: Coordinator) -> None:
    await keep_tip(db, NOW)
    await bundled_tips(db, owner, NOW)

    [entry] = await latest(db, 1)
    assert (entry.name, entry.alias) == ("export_tips", owner.alias)
