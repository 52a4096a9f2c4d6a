"""Stories of coordinators who take data out of the house."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pyrage
import pytest

from handlers.coordinators.auditing import SHOWN
from storage.appeals.records import find_appeal
from storage.audit import latest, verify
from storage.exports.tip_bundle import read_bundle
from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.signatures import Purpose, Signing
from storage.petitions.signing import sign
from storage.sealing import TipContent, seal_tip
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
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
    now = house.clock.now()
    content = TipContent(
        text, Category.ARREST, Urgency.HIGH, Area.KP, "", People.FEW, When.TODAY, Precision.EXACT, HowKnown.WITNESS,
        "ko", now,
    )  # fmt: skip
    recipients = house.clarion.services.recipients
    keys = receipt_keys(new_receipt(), b"salt")
    sealed = seal_tip(content, recipients)
    await add_tip(
        db,
        SealedTip(
            keys.lookup, content.category, content.urgency, now.date(), recipients.digest, keys.reply_recipient, sealed
        ),
    )


async def test_what_can_be_exported_is_explained_by_role(hana: Person, sujin: Person, db: Database) -> None:
    await hana.sends("/export")
    assert "/export tips" in hana.last.text
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


async def test_only_signers_who_agreed_are_handed_over_in_both_formats(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 1, "김수진", Purpose.HAND_OVER)
    await signature(db, clarion, 2, "Not Handed Over", Purpose.UPDATES)
    await signature(db, clarion, 3, '=HYPERLINK("x")', Purpose.HAND_OVER, Purpose.SHOW_NAME)
    await hana.sends(f"/export signatures {CODE.lower()}")

    content = hana.document(f"{CODE}-signatures-2026-11-22.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert heading == ["Number", "Name", "Country code", "Country", "Signed at (UTC)", "Language", "Channel"]
    assert rows == [
        ["1", "김수진", "KR", "South Korea", "2026-11-22T00:30:00+00:00", "ko", "Telegram"],
        ["3", '\'=HYPERLINK("x")', "KR", "South Korea", "2026-11-22T00:30:00+00:00", "ko", "Telegram"],
    ]
    book = openpyxl.load_workbook(io.BytesIO(hana.document(f"{CODE}-signatures-2026-11-22.xlsx")))
    (sheet,) = book.worksheets
    assert [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)] == [heading, *rows]
    (entry,) = await latest(db, 1)
    assert (entry.name, entry.subject) == ("export_signatures", CODE)
    async with db.reading() as tx:
        row = await tx.one("SELECT detail FROM audit ORDER BY id DESC LIMIT 1")
    assert row is not None
    assert json.loads(row["detail"]) == {"rows": 2, "formats": "csv, xlsx"}


async def test_headings_are_in_the_coordinator_s_language(
    hana: Person, sujin: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 1, "김수진", Purpose.HAND_OVER)
    await hana.sends("/invite exporter")
    await sujin.opens(hana.last.text.split("start=")[1].split()[0])
    await sujin.sends(f"/export signatures {CODE}")

    heading, row = csv.reader(io.StringIO(sujin.document(".csv").decode("utf-8-sig")))
    assert heading[:4] == ["번호", "이름", "국가 코드", "국가"]
    assert row[3] == "대한민국"


async def test_when_nobody_agreed_there_is_no_file(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 2, "Not Handed Over")
    await hana.sends(f"/export signatures {CODE}")

    assert "there is no file" in hana.last.text


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


async def test_a_country_that_was_not_given_reads_as_in_the_chat(
    hana: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    await signature(db, clarion, 11, "Amina K.", Purpose.HAND_OVER, country="ZZ")
    await hana.sends(f"/export signatures {CODE}")
    await hana.sends(f"/stats {CODE}")

    (row,) = list(csv.reader(io.StringIO(hana.document(".csv").decode("utf-8-sig"))))[1:]
    assert row[2:4] == ["ZZ", "not given"]
    assert "not given: 1" in hana.last.text
