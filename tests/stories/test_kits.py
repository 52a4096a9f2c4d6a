"""Stories of coordinators who call people in outside Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from tests.paper import needs_fonts, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"
SOURCES = ("sms", "fb", "x", "li", "tg")


async def publish(db: Database, house: House, appeal: Appeal) -> None:
    """Store the appeal as written by one colleague, approved by two, and sent by the owner."""
    now = house.clock.now()
    owner = await find_coordinator(db, 9001)
    assert owner is not None
    staff = [
        await accept_invitation(db, await invite(db, Role.CAMPAIGNER, owner, now), person, now)
        for person in (9101, 9102, 9103)
    ]
    number = await add_draft(db, appeal, staff[0], now)
    await submit(db, appeal.code, number, staff[0], now)
    for reviewer in staff[1 : 1 + appeal.approvals_needed]:
        await approve(db, appeal.code, number, reviewer, now, needed=appeal.approvals_needed)
    await plan(db, await find_appeal(db, appeal.code), owner, now)


@needs_fonts
async def test_a_kit_has_texts_an_email_and_a_sheet_in_each_language_and_one_picture(
    hana: Person, published: dict[str, Appeal], tmp_path: Path
) -> None:
    await hana.sends(f"/kit {CODE.lower()}")

    for language, title in ((one, text.title) for one, text in published[CODE].texts.items()):
        assert hana.document(f"{CODE}-email-{language}.txt").decode().splitlines()[0].endswith(title)
        for page in pages_of(hana.document(f"{CODE}-sheet-{language}.pdf"), tmp_path):
            assert "".join(title.split()) in page.replace(" ", "")
            assert "sheet-1" in page
        assert title in hana.sees
    for source in (*SOURCES, "qr"):
        assert f"?start={CODE}_{source}" in hana.sees
    assert hana.document(f"{CODE}-qr.png").startswith(b"\x89PNG")


@needs_fonts
async def test_a_coordinator_reads_about_the_files_in_their_own_language_and_signers_on_the_sheet_what_becomes_of_names(
    joon: Person, published: dict[str, Appeal], tmp_path: Path
) -> None:
    await joon.sends(f"/kit {CODE}")

    assert "서명지 (English)" in joon.sees
    assert "서명지 (한국어)" in joon.sees
    assert "Signature sheet in" not in joon.sees
    english, *_ = pages_of(joon.document("sheet-en.pdf"), tmp_path)
    korean, *_ = pages_of(joon.document("sheet-ko.pdf"), tmp_path)
    for words in ("30 days after", "180 days after", "handed over to those", "tick the box", "privacy@example.org"):
        assert words in english
    assert "aged 16 or older may sign (in Korea: 14 or older)" in english
    for words in ("30일", "180일", "받는 사람", "네모 칸", "privacy@example.org", "만 14세 이상"):
        assert words in korean
    for addressee in published[CODE].addressees:
        assert addressee.office["en"] in english
        assert "".join(addressee.office["ko"].split()) in korean.replace(" ", "")


async def test_where_no_font_has_a_letter_the_rest_of_the_kit_still_comes(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    texts = {tag: text.model_copy(update={"title": "Stop \ue000"}) for tag, text in published[CODE].texts.items()}
    await publish(db, clarion, published[CODE].model_copy(update={"code": "TEST-001", "texts": texts}))
    await hana.sends("/kit TEST-001")

    assert "sheet in English could not be made" in hana.sees
    assert "Debian’s package fonts-" in hana.sees
    assert b"Stop" in hana.document("TEST-001-email-ko.txt")
    assert hana.document("TEST-001-qr.png")


async def test_there_is_no_kit_before_an_appeal_is_sent_nor_after_it_closed(
    hana: Person, clarion: House, appeals: dict[str, Appeal], db: Database
) -> None:
    await hana.sends(f"/kit {CODE}")
    assert "not open for signatures" in hana.last.text

    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await plan(db, await find_appeal(db, CODE), owner, clarion.clock.now())
    clarion.clock.time = appeals[CODE].deadline
    await hana.sends(f"/kit {CODE}")
    assert "not open for signatures" in hana.last.text


@pytest.mark.parametrize("words", ["", "NO-SUCH-001"])
async def test_a_kit_needs_the_code_of_an_appeal(hana: Person, words: str) -> None:
    await hana.sends(f"/kit {words}")

    assert hana.last.file is None
    assert "code" in hana.last.text.lower()


async def test_a_kit_is_for_those_who_run_petitions(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends(f"/kit {CODE}")

    assert "for coordinators" in amina.last.text


async def test_posts_that_are_too_long_for_one_message_come_in_another(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    (first, *_) = published[CODE].addressees
    offices = [{tag: f"{n:<150}".replace(" ", "o") for tag in ("en", "ko")} for n in range(10)]
    many = tuple(first.model_copy(update={"id": f"a{n}", "office": office}) for n, office in enumerate(offices, 1))
    await publish(db, clarion, published[CODE].model_copy(update={"code": "TEST-001", "addressees": many}))
    await hana.sends("/kit TEST-001")

    for source in SOURCES:
        assert hana.sees.count(f"?start=TEST-001_{source}") == 2
