"""A database with something in every column that hangs on the secret key, and what everybody reads in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pyrage import x25519

from storage.appeals.records import find_appeal
from storage.calendar.attendance import is_coming, say_coming
from storage.calendar.changing import NewMoment, add_moment
from storage.calendar.coming import When
from storage.calendar.kinds import Described, MomentKind
from storage.errors import NoSuchCanary
from storage.letters.broadcasts.planning import plan
from storage.people.conversations import save_draft, save_step, saved_drafts, saved_steps
from storage.people.coordinators import Role, accept_invitation, coordinators_with, ensure_owners, invite
from storage.people.digests import choose_language, chosen_language
from storage.people.followers import Following, follow
from storage.people.organisations import Member, add_organisations, organisations
from storage.people.own_data import own_data
from storage.people.representatives import accept_representation, invite_representative, representatives_of
from storage.petitions.batches.counts import add_count_batch
from storage.petitions.batches.entering import add_name_batch
from storage.petitions.batches.names import ListedName, NameList, dry_run
from storage.petitions.batches.records import Sheets, batches_of
from storage.petitions.batches.voiding import void_batch
from storage.petitions.collecting.links import LinkKind, NewLink, links_of, make_link
from storage.petitions.collecting.volunteering import accept_volunteer, offer
from storage.petitions.collecting.volunteers import Offer, SchoolGroup, find_volunteer, volunteers_of
from storage.petitions.invalidations.criteria import Criteria
from storage.petitions.invalidations.proposing import Proposal, find_invalidation, propose
from storage.petitions.openings import opened
from storage.petitions.signatures.records import Channel, Purpose, Signing, find_signature
from storage.petitions.signatures.signing import sign
from storage.rotation.columns import KEYED
from storage.sealing import Recipient, Recipients, seal_reply
from storage.site import receipt_salt
from storage.timeline.entries import NewEntry, Subject, add_entry, entries_about
from storage.timeline.kinds import Delivery
from storage.tips.inbox import look_up
from storage.tips.keys.epochs import answer_canary, propose_epoch
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from tests.storage.conftest import NOW, approve_urgent, subscribe_people
from tests.storage.tip_rows import KEPT, epoch_of

if TYPE_CHECKING:
    from storage.database import Database
    from storage.tips.receipts import ReceiptKeys

CODE = "DEMO-002"
OWNER, COLLEAGUE, NEW_COLLEAGUE = 1, 2, 3
AMINA, SUJIN, READER, SPEAKER, NEW_SPEAKER, TEACHER = 11, 12, 13, 14, 15, 16
PEOPLE = (OWNER, COLLEAGUE, AMINA, SUJIN, READER, SPEAKER, TEACHER)
LISTED = (ListedName("Paper One", "KR", "Seoul", "one@example.org", updates=True, reference="1/1"),)


@dataclass(frozen=True)
class Given:
    """What people carry with them out of the house."""

    invitation: str
    representation: str
    receipt: ReceiptKeys
    canary: str
    deed: str = "a deed"


async def furnish(db: Database) -> Given:
    """Let everything happen once."""
    await ensure_owners(db, [OWNER], NOW)
    (owner,) = await coordinators_with(db, {Role.OWNER})
    colleague = await accept_invitation(db, await invite(db, Role.CAMPAIGNER, owner, NOW), COLLEAGUE, NOW)
    petition = await approve_urgent(db, owner, colleague)
    await plan(db, petition, owner, NOW)
    petition = await find_appeal(db, CODE)

    await subscribe_people(db, SUJIN, READER)
    await choose_language(db, READER, "ko")
    await opened(db, CODE, READER)
    await follow(db, Following(CODE, SUJIN, "en", "following-1", NOW.date()))
    await save_step(db, "signing", READER, 3, NOW.date())
    await save_draft(db, READER, {"signing": {"name": "Un Finished"}}, NOW.date())

    source = await make_link(db, NewLink(CODE, LinkKind.COLLECTOR, "Hana's table"), owner, NOW)
    everything = frozenset({Purpose.KEEP, Purpose.HAND_OVER, Purpose.UPDATES})
    for person, name in ((AMINA, "Amina K."), (SUJIN, "수진")):
        signing = Signing(CODE, 1, person, name, "KR", everything, "1", "en", NOW, NOW.date(), source, "Go on.")
        await sign(db, signing)
    await offer(db, Offer(CODE, TEACHER, "Ms Kim", SchoolGroup("Hanbit", "kim@school"), "ko", "1", NOW.date()))
    volunteer = await find_volunteer(db, CODE, TEACHER)
    assert volunteer is not None
    await accept_volunteer(db, CODE, volunteer.id, owner, NOW)

    sheets = Sheets(Channel.PAPER, date(2026, 11, 20), "folder 3")
    await add_name_batch(db, petition, sheets, NameList(1, "ko", "sheet-1", LISTED), owner, NOW)
    await add_count_batch(db, petition, sheets, 250, Given.deed, owner, NOW)
    twice = await add_count_batch(db, petition, sheets, 40, "twice", owner, NOW)
    await void_batch(db, CODE, twice.id, "entered twice", owner, NOW)
    later = NOW + timedelta(minutes=1)
    await propose(db, Proposal(CODE, Criteria(source=source), 2, "One hand."), colleague, later, alone=1)

    delivered = Delivery(methods=("hand",), place="Blue House", receipt="No. 7")
    await add_entry(db, NewEntry(Subject(CODE, "a1"), delivered, "2026-11-22", file=b"a scan"), owner, NOW)
    action = Described(name={"en": "Vigil"})
    when = When.of(date(2026, 12, 10), None, ZoneInfo("Asia/Seoul"))
    moment = await add_moment(db, NewMoment(MomentKind.ACTION, action, when, public=True, appeal=CODE), owner, NOW)
    await say_coming(db, moment, READER, NOW)

    await add_organisations(db, [Member("River Watch", "KR", date(2019, 3, 1))], owner, NOW)
    (river,) = await organisations(db)
    await accept_representation(db, await invite_representative(db, river.id, owner, NOW), SPEAKER, NOW)

    return Given(
        await invite(db, Role.REVIEWER, owner, NOW),
        await invite_representative(db, river.id, owner, NOW),
        await _tip(db),
        await _canary(db),
    )


async def seen(db: Database, given: Given) -> dict[str, Any]:
    """What everybody reads: the same before a change of the key and after it."""
    (river,) = await organisations(db)
    replies = await look_up(db, given.receipt, NOW.date())
    assert [reply.text for reply in replies] == ["We have read it."]
    return {
        "own data": [await own_data(db, person) for person in PEOPLE],
        "signatures": [await find_signature(db, CODE, person) for person in (AMINA, SUJIN, READER)],
        "languages": [await chosen_language(db, person) for person in PEOPLE],
        "coordinators": await coordinators_with(db, set(Role)),
        "representatives": await representatives_of(db, river.id, NOW),
        "steps": await saved_steps(db, "signing"),
        "drafts": await saved_drafts(db),
        "links": await links_of(db, CODE),
        "volunteers": await volunteers_of(db, CODE),
        "batches": await batches_of(db, CODE),
        "list": await dry_run(db, CODE, LISTED),
        "invalidation": await find_invalidation(db, 1),
        "replies": replies,
        "timeline": await entries_about(db, Subject(CODE)),
        "coming": [await is_coming(db, 1, person) for person in PEOPLE],
        "fields": await fields(db),
    }


async def fields(db: Database) -> list[tuple[str, str]]:
    """Every encrypted field, opened."""
    found = []
    for keyed in KEYED:
        for column in keyed.encrypted:
            name = f"{keyed.table}.{column}"
            rows = await db.all(f"SELECT {column} FROM {keyed.table} WHERE {column} IS NOT NULL ORDER BY rowid")
            found += [(name, db.key.decrypt(name, row[column])) for row in rows]
    return found


async def use(db: Database, given: Given) -> None:
    """Use what people carry: each works, once."""
    invited = await accept_invitation(db, given.invitation, NEW_COLLEAGUE, NOW)
    assert invited.role is Role.REVIEWER
    await accept_representation(db, given.representation, NEW_SPEAKER, NOW)
    assert (await answer_canary(db, given.canary, NOW)).alias == "desk-9"
    before = await batches_of(db, CODE)
    sheets = Sheets(Channel.PAPER, date(2026, 11, 20), None)
    (owner,) = await coordinators_with(db, {Role.OWNER})
    await add_count_batch(db, await find_appeal(db, CODE), sheets, 250, given.deed, owner, NOW)  # pressed again
    assert await batches_of(db, CODE) == before
    try:
        await answer_canary(db, "NNNNNNNNNNNN", NOW)
    except NoSuchCanary:
        return
    raise AssertionError


async def _tip(db: Database) -> ReceiptKeys:
    epoch = await epoch_of(db, NOW)
    async with db.reading() as tx:
        keys = receipt_keys(new_receipt(), await receipt_salt(tx))
    tag = await add_tip(db, SealedTip(keys.lookup, "arrest", "high", NOW.date(), epoch, b"sealed"), KEPT)
    sealed = seal_reply("We have read it.", keys.reply_recipient, NOW.date())
    async with db.transaction() as tx:
        await tx.execute(
            "INSERT INTO tip_reply (tag, number, day, seen, sealed) VALUES (:tag, 1, :day, 0, :sealed)",
            {"tag": tag, "day": NOW.date().isoformat(), "sealed": sealed},
        )
    return keys


async def _canary(db: Database) -> str:
    members = tuple(Recipient(str(x25519.Identity.generate().to_public()), f"desk-{n}") for n in (8, 9))
    return next(one.word for one in await propose_epoch(db, Recipients(members), NOW) if one.alias == "desk-9")
