"""Stories of coordinators who take data out of the house."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import openpyxl
import pyrage
import pytest
from telegram.error import TimedOut
from telegram.ext import ExtBot

from bot.cli.export import _export as command
from bot.cli.export import _export_tips as tips_command
from bot.cli.export import export as export_command
from handlers.coordinators import exporting
from handlers.coordinators.auditing import SHOWN
from storage.appeals.records import find_appeal
from storage.audit import latest, verify
from storage.errors import CannotStart
from storage.exports.signatures.writing import Form
from storage.exports.tip_bundle_reading import read_bundle
from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.log.entries import Deed as LogDeed
from storage.petitions.signatures.entering import enter
from storage.petitions.signatures.records import Channel, Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import take_out
from storage.sealing import TipContent, seal_tip
from storage.tips.keys.epochs import tip_recipients
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"


async def signature(
    db: Database, house: House, person: int, name: str, *purposes: Purpose, country: str = "KR"
) -> None:
    version, now = (await find_appeal(db, CODE)).version, house.clock.now()
    consents = frozenset({Purpose.KEEP, *purposes})
    await sign(db, Signing(CODE, version, person, name, country, consents, "1", "ko", now, now.date()))


async def a_tip(db: Database, house: House, text: str) -> None:
    now, keys = house.clock.now(), receipt_keys(new_receipt(), b"salt")
    content = TipContent(
        text, Category.ARREST, Urgency.HIGH, Area.KP, "", People.FEW, When.TODAY, Precision.EXACT,
        None, None, HowKnown.WITNESS, "ko", now, keys.reply_recipient,
    )  # fmt: skip
    epoch = await tip_recipients(db)
    assert epoch is not None
    sealed = seal_tip(content, epoch.recipients)
    tip = SealedTip(keys.lookup, content.category, content.urgency, now.date(), epoch.number, sealed)
    await add_tip(db, tip, timedelta(days=180))


async def test_what_can_be_exported_is_explained_by_role(hana: Person, sujin: Person, db: Database) -> None:
    await hana.sends("/export")
    assert "/export tips" in hana.last.text
    assert "clarion tips open FILE --key KEYFILE --format html" in hana.last.text
    assert "/export signatures CODE" in hana.last.text

    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    token = await invite(db, Role.EXPORTER, owner, hana.house.clock.now())
    await sujin.opens(f"inv_{token}")
    await sujin.sends("/export anything else")
    assert "/export signatures" in sujin.last.text
    assert "/export tips" not in sujin.last.text


async def test_tips_leave_sealed_and_open_with_a_recipient_s_key_alone(
    hana: Person, clarion: House, db: Database, identities: tuple[pyrage.x25519.Identity, ...]
) -> None:
    await a_tip(db, clarion, "누군가 끌려갔습니다.")
    await hana.sends("/export tips")

    sealed = hana.document("tips-2026-11-22.age")
    (tip,) = read_bundle(pyrage.decrypt(sealed, [identities[1]])).tips
    assert (tip.category, tip.state) == (Category.ARREST, "new")
    assert json.loads(pyrage.decrypt(tip.sealed, [identities[0]]))["text"] == "누군가 끌려갔습니다."
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.generate()])
    (entry,) = await latest(db, 1)
    assert (entry.name, entry.alias) == ("export_tips", "owner-1")


async def test_more_tips_than_fit_a_file_come_in_parts_that_open_by_themselves(
    hana: Person,
    clarion: House,
    db: Database,
    identities: tuple[pyrage.x25519.Identity, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for text in ("one", "two", "three"):
        await a_tip(db, clarion, text)
    monkeypatch.setattr(exporting, "PART_MAX", 1)
    await hana.sends("/export tips")

    opened = []
    for number in (1, 2, 3):
        bundle = read_bundle(pyrage.decrypt(hana.document(f"tips-2026-11-22-{number}.age"), [identities[1]]))
        opened += [json.loads(pyrage.decrypt(tip.sealed, [identities[0]]))["text"] for tip in bundle.tips]
        assert len(opened) == number
    assert sorted(opened) == ["one", "three", "two"]
    assert "Part 3 of 3." in hana.last.text
    assert [entry.name for entry in await latest(db, 3)] == ["export_tips"] * 3


async def test_a_file_of_tips_that_could_not_be_sent_is_in_the_audit_as_such(
    hana: Person, clarion: House, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("one", "two"):
        await a_tip(db, clarion, text)
    monkeypatch.setattr(exporting, "PART_MAX", 1)

    async def cut(*_: object, **__: object) -> None:
        raise TimedOut

    monkeypatch.setattr(ExtBot, "send_document", cut)
    with suppress(TimedOut):
        await hana.sends("/export tips")

    assert [entry.name for entry in await latest(db, 2)] == ["fail_to_send_tips", "export_tips"]
    await hana.sends("/audit")
    assert "owner-1 · could not send tips" in hana.last.text


async def test_an_operator_writes_all_tips_into_one_sealed_file_on_the_server(
    hana: Person,
    clarion: House,
    db: Database,
    settings: Settings,
    tmp_path: Path,
    identities: tuple[pyrage.x25519.Identity, ...],
    published: dict[str, Appeal],
) -> None:
    for text in ("one", "two"):
        await a_tip(db, clarion, text)
    out = tmp_path / "all.age"

    assert await tips_command(settings, out, "owner-1") == 2

    bundle = read_bundle(pyrage.decrypt(out.read_bytes(), [identities[1]]))
    assert {json.loads(pyrage.decrypt(tip.sealed, [identities[0]]))["text"] for tip in bundle.tips} == {"one", "two"}
    assert out.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in await latest(db, 1)] == ["export_tips"]
    before = await latest(db, 1)
    with pytest.raises(CannotStart, match="Say as which of these: csv"):
        export_command(CODE, tmp_path / "other.csv", "owner-1")
    with pytest.raises(CannotStart, match="does not export tips"):
        await tips_command(settings, tmp_path / "other.age", "campaigner-2")
    with pytest.raises(CannotStart, match="no coordinator nobody-7"):
        await tips_command(settings, tmp_path / "other.age", "nobody-7")
    with pytest.raises(CannotStart, match="is there already"):
        await tips_command(settings, out, "owner-1")
    assert await latest(db, 1) == before
    assert not (tmp_path / "other.age").exists()


async def test_without_tips_there_is_no_file(hana: Person) -> None:
    await hana.sends("/export tips")

    assert "There is no tip to export" in hana.last.text


class TestWithoutKeys:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"tip_recipients_file": None})

    async def test_there_is_nothing_that_tips_could_be_sealed_to(self, hana: Person) -> None:
        await hana.sends("/export tips")

        assert "no keys" in hana.last.text


def table(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


async def test_names_leave_only_of_signers_who_agreed_and_the_numbers_are_all_there(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 1, "김수진", Purpose.HAND_OVER)
    await signature(db, clarion, 2, "Not Handed Over", Purpose.UPDATES)
    await signature(db, clarion, 3, '=HYPERLINK("x")', Purpose.HAND_OVER, Purpose.SHOW_NAME)
    await hana.sends(f"/export signatures {CODE.lower()}")
    assert hana.buttons == [
        "CSV table",
        "Excel workbook",
        "JSON lines",
        "OSDI, for campaign tools",
        "Action Network, who asked for updates",
    ]
    await hana.presses("CSV table")

    content = hana.document(f"{CODE}-signatures-2026-11-22.csv")
    rows = table(content)
    assert [(row["number"], row["name"], row["country"], row["show_name"]) for row in rows] == [
        ("1", "김수진", "KR", "false"),
        ("2", "", "", "false"),
        ("3", '\'=HYPERLINK("x")', "KR", "true"),
    ]
    assert b"Not Handed Over" not in content
    manifest = json.loads(hana.document("csv.manifest.json"))
    assert (manifest["rows"], manifest["sha256"]) == (3, hashlib.sha256(content).hexdigest())
    assert (manifest["exported_by"], manifest["bytes"]) == ("owner-1", len(content))
    assert set(manifest["columns"]) == set(rows[0])
    (entry,) = await latest(db, 1)
    assert (entry.name, entry.subject) == ("export_signatures", CODE)

    await hana.presses("Excel workbook")
    book = openpyxl.load_workbook(io.BytesIO(hana.document(f"{CODE}-signatures-2026-11-22.xlsx")))
    (sheet,) = book.worksheets
    heading, *cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert [dict(zip(heading, row, strict=True)) for row in cells] == rows


async def test_other_tools_get_the_petition_with_its_signatures(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 1, "김수진", Purpose.HAND_OVER)
    await signature(db, clarion, 2, "Not Handed Over")
    await hana.sends(f"/export signatures {CODE} osdi")

    petition = json.loads(hana.document("osdi-2026-11-22.json"))
    assert (petition["name"], petition["total_signatures"]) == (CODE, 2)
    assert petition["browser_url"].endswith(f"?start={CODE}_export")
    first, second = petition["_embedded"]["osdi:signatures"]
    assert first["identifiers"] == [f"clarion:{CODE}-1"]
    assert first["osdi:person"]["custom_fields"] == {"full_name": "김수진"}
    assert first["osdi:person"]["postal_addresses"] == [{"primary": True, "country": "KR"}]
    assert (second["osdi:person"]["custom_fields"], second["osdi:person"]["postal_addresses"]) == ({}, [])


async def test_other_tools_get_no_signature_that_does_not_count(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    for person in range(1, 4):
        await signature(db, clarion, person, f"Name {person}", Purpose.HAND_OVER)
    async with db.transaction() as tx:
        await take_out(tx, db, await tx.all("SELECT * FROM signature WHERE serial < 3"), LogDeed.INVALIDATED)
        await tx.execute("UPDATE signature SET state = 'invalidated' WHERE serial = 1")
        await tx.execute("UPDATE signature SET state = 'suspect' WHERE serial = 2")
    await hana.sends(f"/export signatures {CODE} osdi")

    petition = json.loads(hana.document("osdi-2026-11-22.json"))
    (only,) = petition["_embedded"]["osdi:signatures"]
    assert (petition["total_signatures"], only["identifiers"]) == (1, [f"clarion:{CODE}-3"])
    assert json.loads(hana.document("json.manifest.json"))["rows"] == 1


async def test_action_network_gets_nobody_who_left_no_address_for_updates(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 1, "김수진", Purpose.HAND_OVER, Purpose.UPDATES)
    version, now = (await find_appeal(db, CODE)).version, clarion.clock.now()
    on_paper = {"a@example.org": {Purpose.UPDATES, Purpose.HAND_OVER}, "b@example.org": {Purpose.HAND_OVER}}
    async with db.transaction() as tx:
        await enter(
            tx,
            db,
            [
                Signing(
                    CODE, version, None, "Kim", "KR", frozenset({Purpose.KEEP, *given}), "sheet-1", "ko", now,
                    now.date(), channel=Channel.PAPER, email=email,
                )
                for email, given in on_paper.items()
            ],
        )  # fmt: skip
    await hana.sends(f"/export signatures {CODE} actionnetwork")

    assert [row["email"] for row in table(hana.document("action-network-2026-11-22.csv"))] == ["a@example.org"]


async def test_the_totals_tell_nothing_of_fewer_than_five(
    hana: Person, sujin: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    for person in range(1, 8):
        await signature(db, clarion, person, "A", country="KR")
    for person, country in ((11, "TH"), (12, "TH"), (13, "JP")):
        await signature(db, clarion, person, "B", country=country)
    await hana.sends("/invite viewer")
    await sujin.opens(hana.last.text.split("start=")[1].split()[0])
    await sujin.sends(f"/export totals {CODE}")

    tags, *rows = table(sujin.document("totals-2026-11-22.csv"))
    assert tags["signatures"] == "#reached+signatures+num"
    counted = {(row["counted_by"], row["value"]): int(row["signatures"]) for row in rows}
    # Three from elsewhere are too few to be told, and would follow from the total: Korea is added to them.
    assert counted == {
        ("total", ""): 10,
        ("channel", "telegram"): 10,
        ("country", "other"): 10,
        ("language", "ko"): 10,
        ("day", "2026-11-22"): 10,
    }
    await sujin.sends(f"/export signatures {CODE}")
    assert "역할로는" in sujin.last.text


async def test_what_is_too_large_for_telegram_is_written_on_the_server(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal], monkeypatch: pytest.MonkeyPatch
) -> None:
    await signature(db, clarion, 1, "김수진", Purpose.HAND_OVER)
    monkeypatch.setattr(exporting, "FILE_MAX", 100)
    monkeypatch.setattr(exporting, "SHEET_MAX", 0)
    for form in ("csv", "xlsx"):
        await hana.sends(f"/export signatures {CODE} {form}")
        assert f"clarion export {CODE} {form} --out FILE" in hana.last.text
        assert "(" not in hana.last.text


async def test_an_operator_writes_a_file_of_any_size_on_the_server(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal], settings: Settings, tmp_path: Path
) -> None:
    for person in range(1, 4):
        await signature(db, clarion, person, f"Name {person}", Purpose.HAND_OVER)
    workbook, totals = tmp_path / "all.xlsx", tmp_path / "totals.csv"
    manifest = await command(settings, CODE, Form.XLSX, workbook, "owner-1")
    (sheet,) = openpyxl.load_workbook(workbook).worksheets

    assert (manifest.rows, sheet.max_row, sheet["B2"].value) == (3, 4, "Name 1")
    assert manifest.sha256 == hashlib.sha256(workbook.read_bytes()).hexdigest()
    assert workbook.stat().st_mode & 0o777 == 0o600
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".clarion-")]
    assert (await latest(db, 1))[0].name == "export_signatures"

    refused = {
        (CODE, Form.CSV, "nobody-7"): "no coordinator nobody-7",
        ("DEMO-009", Form.CSV, "owner-1"): "no appeal DEMO-009",
        (CODE, Form.CSV, "campaigner-2"): "does not export",
    }
    for (code, form, by), reason in refused.items():
        with pytest.raises(CannotStart, match=reason):
            await command(settings, code, form, tmp_path / "other.csv", by)
    with pytest.raises(CannotStart, match="is there already"):
        await command(settings, CODE, Form.CSV, workbook, "owner-1")
    assert not (tmp_path / "other.csv").exists()
    await command(settings, CODE, Form.TOTALS, totals, "campaigner-2")
    assert totals.exists()


async def test_the_audit_shows_deeds_and_a_broken_chain(hana: Person, db: Database, appeals: object) -> None:
    for _ in range(5):
        await hana.sends("/invite viewer")
    await hana.sends("/audit")
    assert "The chain holds" in hana.last.text
    assert hana.last.text.count("22 November 2026") == SHOWN
    assert "22 November 2026 · owner-1 · invited a viewer" in hana.last.text
    assert (await verify(db)).broken_at is None

    async with db.transaction() as tx:
        await tx.execute("DROP TRIGGER audit_refuses_update")
        await tx.execute("UPDATE audit SET subject = 'DEMO-009' WHERE id = 3")
    await hana.sends("/audit")
    assert "The chain is broken at row 3" in hana.last.text
