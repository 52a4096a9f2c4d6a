"""Stories of coordinators who hand signatures over, and of addressees who check what they got."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from bot.cli.handover import _hand_over as command
from bot.schedule import close_petitions, erase_what_is_over
from storage.appeals.records import find_appeal
from storage.audit import latest
from storage.errors import CannotStart
from storage.notes import signer_of
from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.counting.tally import total_signatures
from storage.petitions.log.packages import verify_package
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from tests.paper import needs_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.petitions.log.packages import VerifiedPackage
    from tests.people import House, Person

CODE = "DEMO-002"
pytestmark = needs_fonts


async def signature(db: Database, house: House, person: int, name: str, *purposes: Purpose) -> None:
    version, now = (await find_appeal(db, CODE)).version, house.clock.now()
    consents = frozenset({Purpose.KEEP, *purposes})
    await sign(db, Signing(CODE, version, person, name, "KR", consents, "1", "ko", now, now.date()))


def checked(db: Database, content: bytes) -> VerifiedPackage:
    return verify_package(io.BytesIO(content), signer_of(db.key).public)


@pytest.fixture
async def signed(db: Database, clarion: House, published: dict[str, Appeal]) -> None:
    """DEMO-002, signed by three, two of whom may be handed over."""
    await signature(db, clarion, 1, "Zoë", Purpose.HAND_OVER)
    await signature(db, clarion, 2, "Amina K.", Purpose.HAND_OVER, Purpose.UPDATES)
    await signature(db, clarion, 3, "Not Handed Over")


async def test_a_coordinator_hands_over_and_the_addressee_can_check_it(
    hana: Person, clarion: House, db: Database, signed: None
) -> None:
    await hana.sends(f"/handover {CODE}")
    assert "To whom?" in hana.last.text
    await hana.presses("President of the Republic of Korea")
    assert "Letter in: Korean" in hana.last.text
    assert "Signatures that count: 3 online, 0 on paper" in hana.last.text
    assert "Names on the list, of those who agreed: 2" in hana.last.text
    assert "People can still sign until 25 November 2026" in hana.last.text

    await hana.presses("Hand over")

    good = checked(db, hana.document(f"{CODE}-a1-1.zip"))
    assert (good.listed, good.head.total, good.number, good.addressee) == (2, 3, 1, "a1")
    assert "Handover no. 1 is recorded" in hana.sees
    assert "delete it here and on your machine" in hana.last.text
    (entry,) = await latest(db, 1)
    assert (entry.name, entry.subject) == ("hand_over", CODE)


async def test_a_double_tap_hands_over_once(hana: Person, db: Database, signed: None) -> None:
    await hana.sends(f"/handover {CODE}")
    await hana.presses("People's Republic of China")
    await hana.presses_twice("Hand over")

    assert sum(message.file is not None for message in hana.chat) == 1
    assert "Nothing has changed since the last handover" in hana.sees
    assert "No. 1, 22 November 2026: 2 names" in hana.sees


async def test_a_second_handover_has_the_new_names_and_the_first_package_can_be_made_again(
    hana: Person, clarion: House, db: Database, signed: None
) -> None:
    await hana.sends(f"/handover {CODE}")
    await hana.presses("People's Republic of China")
    await hana.presses("Hand over")
    await signature(db, clarion, 4, "Zoë", Purpose.HAND_OVER)
    await withdraw(db, CODE, 1)

    await hana.sends(f"/handover {CODE}")
    await hana.presses("People's Republic of China")
    assert "New names, of those who agreed: 1" in hana.last.text
    assert "no longer hold, and are told now: 1" in hana.last.text
    await hana.presses("Package no. 1 again")
    assert checked(db, hana.document("a2-1.zip")).listed == 1
    await hana.presses("Hand over")
    second = checked(db, hana.document("a2-2.zip"))
    assert (second.listed, second.corrections, second.head.total) == (1, 1, 3)


async def test_where_the_sheet_lacks_the_addressee_s_language_that_is_said(hana: Person, signed: None) -> None:
    await hana.sends(f"/handover {CODE}")
    await hana.presses("People's Republic of China")

    assert "Letter in: English. The sheet has no text in Chinese (Simplified)" in hana.last.text


async def test_once_the_names_are_erased_there_is_nothing_to_hand_over(
    hana: Person, clarion: House, db: Database, signed: None
) -> None:
    clarion.clock.turn(days=4)
    await close_petitions(clarion.clarion.services, clarion.clarion.application.bot)
    for addressee in ("a1", "a2"):
        await hana.sends(f"/handover {CODE}")
        await hana.presses(f"handover-to:{CODE}:{addressee}")
        await hana.presses("Hand over")
    clarion.clock.turn(days=31)
    await erase_what_is_over(clarion.clarion.services, clarion.clarion.application.bot)
    await hana.sends(f"/handover {CODE}")
    await hana.presses("People's Republic of China")

    assert "The names of this petition have been erased" in hana.last.text
    assert (await total_signatures(db, CODE)).all == 3
    await hana.presses("Package no. 1 again")
    assert "The names of this petition have been erased" in hana.sees


async def test_what_is_not_public_or_asks_nobody_is_not_handed_over(hana: Person, appeals: object) -> None:
    await hana.sends(f"/handover {CODE}")
    assert "not public" in hana.last.text
    await hana.sends("/handover")
    assert "/handover" in hana.last.text


async def test_only_who_is_trusted_with_it_hands_over(joon: Person, amina: Person, hana: Person, signed: None) -> None:
    await joon.sends(f"/handover {CODE}")
    assert "역할로는" in joon.last.text
    await amina.sends(f"/handover {CODE}")
    assert "for coordinators" in amina.last.text


async def test_an_exporter_hands_over_in_korean(
    hana: Person, sujin: Person, clarion: House, db: Database, signed: None
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await sujin.opens(f"inv_{await invite(db, Role.EXPORTER, owner, clarion.clock.now())}")
    await sujin.sends(f"/handover {CODE}")
    await sujin.presses("대한민국 대통령")
    assert "집계된 서명: 온라인 3명, 종이 0명" in sujin.last.text
    await sujin.presses("전달하기")

    assert "1차 전달을 기록했습니다" in sujin.sees
    assert checked(db, sujin.document("a1-1.zip")).listed == 2


async def test_an_operator_writes_the_package_on_the_server(
    hana: Person, settings: Settings, db: Database, signed: None, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    await command(settings, CODE, "a2", first, "owner-1", 0)
    await command(settings, CODE, "a2", second, "owner-1", 1)

    assert checked(db, first.read_bytes()).listed == checked(db, second.read_bytes()).listed == 2
    assert first.stat().st_mode & 0o777 == 0o600
    refused = {
        (CODE, "a2", "owner-1", 0): "nothing to hand over since the last time",
        (CODE, "a2", "owner-1", 5): "There was no handover 5",
        (CODE, "a9", "owner-1", 0): "asks a9 for something",
        ("DEMO-009", "a1", "owner-1", 0): "no appeal DEMO-009",
        (CODE, "a2", "nobody-7", 0): "no coordinator nobody-7",
        (CODE, "a2", "campaigner-2", 0): "does not hand over",
    }
    for (code, addressee, by, again), reason in refused.items():
        with pytest.raises(CannotStart, match=reason):
            await command(settings, code, addressee, tmp_path / "other.zip", by, again)
    with pytest.raises(CannotStart, match="is there already"):
        await command(settings, CODE, "a2", first, "owner-1", 0)
    assert not (tmp_path / "other.zip").exists()
    assert (await latest(db, 1))[0].name == "hand_over"


async def test_what_is_larger_than_telegram_takes_is_left_to_the_operator(
    hana: Person, db: Database, signed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.coordinators.petitions.handing_over.upload.UPLOAD_MAX", 10_000)
    await hana.sends(f"/handover {CODE}")
    await hana.presses("handover-to:DEMO-002:a2")
    await hana.presses("Hand over")

    assert "larger than Telegram takes" in hana.last.text
    assert "clarion handover DEMO-002 a2 --again 1 --out DEMO-002-a2-1.zip --by owner-1" in hana.last.text


async def test_where_a_font_is_missing_the_handover_stays_and_its_package_can_be_made_later(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await signature(db, clarion, 1, "Amina \U000f0000", Purpose.HAND_OVER)  # a letter that no font has
    await hana.sends(f"/handover {CODE}")
    await hana.presses("handover-to:DEMO-002:a2")
    await hana.presses("Hand over")

    assert "has no font for some of its letters" in hana.last.text
    await hana.presses("Package no. 1 again")
    assert "has no font for some of its letters" in hana.last.text
