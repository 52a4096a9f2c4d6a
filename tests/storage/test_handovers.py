"""What is handed over to whom, once; and that the addressee can check it without trusting us."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from handlers.letters.package import Sender, package_words
from handlers.texts import Texts
from storage.appeals.records import appeal_of_version, find_appeal
from storage.errors import NamesNotKept, NoSuchHandover, NothingNew
from storage.exports.handover_package import write_package
from storage.letters.broadcasts.planning import plan
from storage.notes import signer_of
from storage.people.own_data import forget
from storage.petitions.handing_over.contents import contents_in, listed_names
from storage.petitions.handing_over.handovers import find_handover, hand_over, outlook
from storage.petitions.log.entries import Deed
from storage.petitions.log.ledger import issue_head
from storage.petitions.log.manifest import File, read_manifest
from storage.petitions.log.packages import BadPackage, verify_package
from storage.petitions.signatures.records import Purpose, Signing, names_erased
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import put_back, take_out, withdraw
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_signers
from tests.paper import needs_fonts
from tests.storage.conftest import NOW
from tests.storage.petitions.rows import rows_of

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.handing_over.handovers import Handover
    from storage.petitions.log.packages import VerifiedPackage

KEPT = timedelta(days=30)
HANDED = frozenset({Purpose.KEEP, Purpose.HAND_OVER})
COUNTED = frozenset({Purpose.KEEP})
NAMES = {11: "Amina K.", 12: "Łukasz", 13: "=HYPERLINK()", 14: "Zoë", 15: "Not Handed Over"}


def signing(appeal: StoredAppeal, person: int, name: str, consents: frozenset[Purpose] = HANDED) -> Signing:
    return Signing(appeal.appeal.code, appeal.version, person, name, "KR", consents, "1", "en", NOW, NOW.date())


@pytest.fixture
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """DEMO-002, sent, signed by four who may be handed over and one who may not."""
    await plan(db, urgent, owner, NOW)
    for person, name in NAMES.items():
        await sign(db, signing(urgent, person, name, COUNTED if person == 15 else HANDED))
    return await find_appeal(db, urgent.appeal.code)


async def handed_over(db: Database, stored: StoredAppeal, by: Coordinator, number: int, to: str = "a2") -> Handover:
    return await hand_over(db, stored, to, by, NOW, number=number)


async def package(db: Database, handover: Handover) -> bytes:
    appeal = await appeal_of_version(db, handover.version)
    sender = Sender("Demo Rights Network", Texts("en"), signer_of(db.key).public)
    out = io.BytesIO()
    await write_package(
        db, appeal, handover, lambda contents: package_words(appeal, handover, contents, sender), out, NOW
    )
    return out.getvalue()


def verified(db: Database, content: bytes) -> VerifiedPackage:
    return verify_package(io.BytesIO(content), signer_of(db.key).public)


async def listing(db: Database, handover: Handover) -> tuple[list[tuple[int, str]], list[tuple[int, int]]]:
    """The numbers and names that a package of the handover would have, and its corrections, without its papers."""
    appeal = await appeal_of_version(db, handover.version)
    async with db.reading() as tx:
        found = [one.proof.statement async for one in listed_names(tx, db, handover)]
        contents = await contents_in(tx, db, appeal, handover)
    assert contents.listed == len(found)
    return [(one.number, one.name) for one in found], [(one.handover, one.serial) for one in contents.corrections]


def rows(content: bytes, file: File) -> list[list[str]]:
    text = ZipFile(io.BytesIO(content)).read(file).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def numbers(content: bytes) -> list[int]:
    return [int(row[0]) for row in rows(content, File.NAMES)]


async def hold_and_put_back(
    db: Database, serial: int, *, told_between: tuple[StoredAppeal, Coordinator] | None
) -> None:
    async with db.transaction() as tx:
        (row,) = await tx.all("SELECT id FROM signature WHERE serial = :serial", {"serial": serial})
        held = await rows_of(tx, [row["id"]])
        await take_out(tx, db, held, Deed.INVALIDATED)
        await tx.execute("UPDATE signature SET state = 'invalidated' WHERE id = :id", {"id": row["id"]})
    if told_between:
        await handed_over(db, *told_between, 2)
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET state = 'valid' WHERE id = :id", {"id": row["id"]})
        await put_back(tx, db, await rows_of(tx, [row["id"]]))


@needs_fonts
async def test_the_list_has_every_valid_signature_with_consent_and_no_other(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await withdraw(db, petition.appeal.code, 14)
    content = await package(db, await handed_over(db, petition, owner, 1))

    assert [row[:5] for row in rows(content, File.NAMES)] == [
        ["1", "Amina K.", "KR", "", "2026-11-22"],
        ["2", "Łukasz", "KR", "", "2026-11-22"],
        ["3", "'=HYPERLINK()", "KR", "", "2026-11-22"],
    ]
    good = verified(db, content)
    assert (good.petition, good.addressee, good.number, good.listed) == ("DEMO-002", "a2", 1, 3)
    assert (good.head.total, good.corrections, good.unopened) == (4, 0, 0)
    assert b"Not Handed Over" not in content
    assert "Zoë".encode() not in content
    assert rows(content, File.TOTALS)[:2] == [
        ["all", "", "4", "2026-11-22T00:30:00+00:00"],
        ["channel", "telegram", "4", "2026-11-22T00:30:00+00:00"],
    ]


@needs_fonts
async def test_the_package_is_signed_whole_and_made_again_it_proves_the_same(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    handover = await handed_over(db, petition, owner, 1)
    first = await package(db, handover)
    await sign(db, signing(petition, 21, "Later"))
    await issue_head(db, petition.appeal.code, NOW)

    again = await package(db, await find_handover(db, petition.appeal.code, "a2", 1))

    assert verified(db, again).head == verified(db, first).head
    assert numbers(again) == numbers(first) == [1, 2, 3, 4]
    archive = ZipFile(io.BytesIO(first))
    assert archive.namelist() == [file for file in File if file is not File.CORRECTIONS]
    manifest = read_manifest(archive.read(File.MANIFEST))
    assert (manifest.listed, manifest.at, manifest.number) == (4, NOW, 1)


@needs_fonts
async def test_every_altered_byte_is_refused(db: Database, petition: StoredAppeal, owner: Coordinator) -> None:
    content = await package(db, await handed_over(db, petition, owner, 1))
    archive = ZipFile(io.BytesIO(content))
    edges = [place for one in archive.infolist() for place in range(one.header_offset, one.header_offset + 42)]
    tail = range(archive.start_dir, len(content))
    within = range(0, len(content), len(content) // 100)

    for place in (*edges[::7], *tail[::11], *within):
        altered = bytearray(content)
        altered[place] ^= 1 << place % 8
        with pytest.raises(BadPackage):
            verified(db, bytes(altered))
    for other in (content + b"\0", b"\0" + content, content[:-1]):
        with pytest.raises(BadPackage):
            verified(db, other)


@needs_fonts
async def test_a_second_handover_has_the_new_names_and_tells_what_holds_no_more(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    code = petition.appeal.code
    await handed_over(db, petition, owner, 1)
    await withdraw(db, code, 11)
    await change(db, signing(petition, 12, "Lukas"))
    await forget(db, 13)
    await sign(db, signing(petition, 21, "New"))
    found = await outlook(db, petition, "a2")
    assert (found.names, found.corrections, found.number) == (2, 3, 2)

    content = await package(db, await handed_over(db, petition, owner, 2))

    assert [row[:2] for row in rows(content, File.NAMES)] == [["2", "Lukas"], ["6", "New"]]
    assert rows(content, File.CORRECTIONS) == [["1", "1"], ["1", "2"], ["1", "3"]]
    assert verified(db, content).corrections == 3
    with pytest.raises(NothingNew):
        await handed_over(db, petition, owner, 3)


async def test_each_correction_is_told_once_and_to_its_addressee_alone(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    await withdraw(db, petition.appeal.code, 11)
    await handed_over(db, petition, owner, 2)
    await sign(db, signing(petition, 21, "New"))

    third = await handed_over(db, petition, owner, 3)
    other = await handed_over(db, petition, owner, 1, to="a1")

    assert await listing(db, third) == ([(6, "New")], [])
    assert await listing(db, other) == ([(2, "Łukasz"), (3, "=HYPERLINK()"), (4, "Zoë"), (6, "New")], [])


async def test_who_signs_again_after_a_withdrawal_is_listed_anew(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    await withdraw(db, petition.appeal.code, 11)
    await sign(db, signing(petition, 11, "Amina Kim"))

    second = await handed_over(db, petition, owner, 2)

    assert await listing(db, second) == ([(1, "Amina Kim")], [(1, 1)])


async def test_what_was_taken_out_and_put_back_between_two_handovers_is_not_told(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    await hold_and_put_back(db, 2, told_between=None)

    found = await outlook(db, petition, "a2")

    assert (found.names, found.corrections) == (0, 0)


async def test_what_was_told_as_taken_out_is_listed_anew_once_it_counts_again(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    await hold_and_put_back(db, 2, told_between=(petition, owner))

    third = await handed_over(db, petition, owner, 3)

    assert await listing(db, third) == ([(2, "Łukasz")], [])
    first = await find_handover(db, "DEMO-002", "a2", 1)
    assert await listing(db, first) == ([(1, "Amina K."), (3, "=HYPERLINK()"), (4, "Zoë")], [(1, 2)])


async def test_who_takes_back_the_consent_is_struck_from_the_list_and_not_listed_again(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    await change(db, signing(petition, 11, "Amina K.", COUNTED))

    second = await handed_over(db, petition, owner, 2)

    assert await listing(db, second) == ([], [(1, 1)])


@needs_fonts
async def test_a_package_that_is_made_later_lacks_who_has_gone_since_and_says_so(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    handover = await handed_over(db, petition, owner, 1)
    await withdraw(db, petition.appeal.code, 11)
    await change(db, signing(petition, 12, "Lukas"))

    content = await package(db, handover)

    assert numbers(content) == [3, 4]
    assert rows(content, File.CORRECTIONS) == [["1", "1"], ["1", "2"]]
    assert verified(db, content).listed == 2
    assert b"Amina" not in content


async def test_who_signed_a_text_that_asked_something_else_is_counted_and_not_listed(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    appeal = petition.appeal
    other = appeal.addressees[0].model_copy(update={"demands": dict.fromkeys(appeal.texts, ("Something else.",))})
    changed = appeal.model_copy(update={"addressees": (other, *appeal.addressees[1:])})
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, digest, author, drafted_at)
            VALUES ('DEMO-002', 2, :document, :digest, :author, 0)
            """,
            {"document": changed.model_dump_json(), "digest": changed.digest(), "author": owner.id},
        )
        await tx.execute("UPDATE appeal SET version = 2")
    now = await find_appeal(db, appeal.code)
    await sign(db, signing(now, 21, "New Text"))

    first, second = await outlook(db, now, "a1"), await outlook(db, now, "a2")
    assert (first.names, first.earlier_text) == (1, 5)
    assert (second.names, second.earlier_text) == (5, 0)
    assert await listing(db, await handed_over(db, now, owner, 1, to="a1")) == ([(6, "New Text")], [])


@needs_fonts
async def test_packages_keep_no_reader_from_others_while_they_are_written(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    handover = await handed_over(db, petition, owner, 1)
    async with asyncio.timeout(20):
        async with db.long_reading():
            packages = [asyncio.create_task(package(db, handover)) for _ in range(3)]
            await asyncio.sleep(0.01)
            assert not await names_erased(db, petition.appeal.code)
            assert not any(task.done() for task in packages)
        assert {verified(db, content).listed for content in await asyncio.gather(*packages)} == {4}


async def test_a_handover_is_made_once_however_often_it_is_asked_for(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    with pytest.raises(NothingNew):
        await handed_over(db, petition, owner, 1)
    with pytest.raises(NothingNew):
        await handed_over(db, petition, owner, 2)
    with pytest.raises(NoSuchHandover):
        await find_handover(db, "DEMO-002", "a2", 2)

    async with db.reading() as tx:
        audit = await tx.only("SELECT COUNT(*) AS n, MAX(detail) AS detail FROM audit WHERE deed = 'hand_over'")
        kept = await tx.only("SELECT COUNT(*) AS n FROM handover")
    assert (audit["n"], kept["n"]) == (1, 1)
    assert json.loads(audit["detail"]) == {"addressee": "a2", "corrections": 0, "names": 4, "number": 1}


async def test_a_deed_that_fails_on_the_way_leaves_nothing(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    async with db.transaction() as tx:
        await tx.execute("CREATE TRIGGER torn BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'torn'); END")
    with pytest.raises(Exception, match="torn"):
        await handed_over(db, petition, owner, 1)
    async with db.transaction() as tx:
        await tx.execute("DROP TRIGGER torn")
        left = await tx.only("SELECT (SELECT COUNT(*) FROM handover) + (SELECT COUNT(*) FROM handed_over) AS n")
    assert left["n"] == 0

    assert (await handed_over(db, petition, owner, 1)).listed == 4


async def test_once_the_names_are_erased_nothing_can_be_handed_over_nor_made_again(
    db: Database, petition: StoredAppeal, owner: Coordinator
) -> None:
    await handed_over(db, petition, owner, 1)
    await erase_signers(db, petition.appeal.deadline + NAMES_KEPT_AFTER_CLOSING, KEPT)

    assert (await outlook(db, petition, "a2")).erased
    with pytest.raises(NamesNotKept):
        await handed_over(db, petition, owner, 1, to="a1")
    with pytest.raises(NamesNotKept):
        await find_handover(db, "DEMO-002", "a2", 1)
