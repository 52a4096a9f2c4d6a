"""Coordinators hand in what they signed on their own machines: loaded once, whole, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from pyrage import x25519

from bot.own_machine.keys import signer_of_identity
from handlers.coordinators.tips.watching import watch_recipients
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.sealing import Recipient
from storage.tips import receipts
from storage.tips.bundles import BUNDLE_MAX, Bundle, Labelling, Rating, write_signed
from storage.tips.keys.epochs import answer_canary, propose_epoch
from storage.tips.review.queue import open_tips
from storage.tips.words import ContentGrade, Label, SourceGrade
from tests.conftest import SUJIN
from tests.people import Person
from tests.stories.answering import HANAS, REPLY, TODAY, answers, name_signers, tips

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database
    from tests.people import House
    from tests.stories.answering import Identities


@pytest.fixture(autouse=True)
def signers(settings: Settings, identities: Identities, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may sign; and receipts that cost nothing, because how long they take is another test's."""
    name_signers(settings, identities)
    monkeypatch.setattr(receipts, "_SCRYPT_N", 2)


async def replies(db: Database) -> int:
    async with db.reading() as tx:
        return len(await tx.all("SELECT * FROM tip_reply"))


@pytest.fixture
async def tip(amina: Person, db: Database) -> str:
    await tips(amina)
    return (await open_tips(db))[0].tag


async def test_a_bundle_is_loaded_once(hana: Person, db: Database, identities: Identities, tip: str) -> None:
    name, content = await answers(hana, identities)
    await hana.sends_document(name, content)
    assert hana.last.text == f"Loaded: what owner-1 signed.\n\nOne reply waits for whoever has the receipt: {tip}"
    await hana.sends_document("other.SIGNED", content)

    assert "This file was loaded before" in hana.last.text
    assert await replies(db) == 1
    assert REPLY not in hana.sees


async def test_a_bundle_that_was_saved_as_a_text_is_loaded(
    hana: Person, db: Database, identities: Identities, tip: str
) -> None:
    _, content = await answers(hana, identities)
    await hana.sends_document("a.signed.txt", content)

    assert "Loaded: what owner-1 signed." in hana.last.text
    assert await replies(db) == 1


async def test_ratings_labels_and_what_was_not_taken_are_told_by_tag(
    hana: Person, clarion: House, db: Database, identities: Identities, tip: str
) -> None:
    name_signer = (await answers(hana, identities))[0]
    items = (
        Rating(tip, SourceGrade.USUALLY, ContentGrade.PROBABLY_TRUE),
        Labelling(tip, Label.CHILDREN),
        Labelling(tip, Label.MEDICAL),
        Labelling("ZZZZ", Label.MEDICAL),
    )
    signed = write_signed(Bundle("ab" * 16, TODAY, HANAS, items), signer_of_identity(identities[0]))
    await hana.sends_document(name_signer, signed)

    assert hana.last.text.split("\n\n") == [
        "Loaded: what owner-1 signed.",
        f"Rated, 1: {tip}",
        f"Labelled, 2: {tip}",
        "Not taken, 1, because these tips are erased or closed: ZZZZ",
    ]
    [case] = await open_tips(db)
    assert (case.rater, case.labels) == (HANAS, (Label.CHILDREN, Label.MEDICAL))


async def test_what_a_stranger_changed_or_signed_is_refused_with_nothing_changed(
    hana: Person, db: Database, identities: Identities, settings: Settings, tip: str
) -> None:
    name, content = await answers(hana, identities)
    changed = content.replace(b'"tag":"' + tip.encode(), b'"tag":"ZZZZ')
    for wrong, words in (
        (changed, "The signature on this file does not fit"),
        (content[:-9], "is not a signed file of Clarion"),
        (b"\xff\xfe", "is not a signed file of Clarion"),
        (b"", "is not a signed file of Clarion"),
        (content + bytes(BUNDLE_MAX), "larger than 1,024 KB"),
    ):
        await hana.sends_document(name, wrong)
        assert words in hana.last.text
    name, content = await answers(hana, identities, author=1)
    await hana.sends_document(name, content)
    assert "Nobody here is called reviewer-7 any more" in hana.last.text
    assert settings.tip_recipients_file is not None
    async with db.transaction() as tx:
        await tx.execute("UPDATE key_epoch SET state = 'past'")
    await hana.sends_document(name, content)

    assert "Tips are sealed to nobody now" in hana.last.text
    assert await replies(db) == 0


async def open_new_canaries(house: House) -> None:
    services = house.clarion.services
    for canary in await propose_epoch(services.db, services.named_recipients(), services.now()):
        await answer_canary(services.db, canary.word, services.now())


async def test_a_signing_key_of_which_no_canary_was_opened_signs_nothing(
    hana: Person, clarion: House, db: Database, settings: Settings, tip: str
) -> None:
    assert settings.tip_recipients_file is not None
    listed, planted = settings.tip_recipients_file.read_text(), x25519.Identity.generate()
    line = Recipient(str(planted.to_public()), HANAS, signer_of_identity(planted).public).line
    settings.tip_recipients_file.write_text(f"{listed.replace(f'# {HANAS}', '# owner-0')}{line}\n")
    await watch_recipients(clarion.clarion.services, clarion.clarion.application.bot)
    signed = write_signed(Bundle("ef" * 16, TODAY, HANAS, (Labelling(tip, Label.SHARED),)), signer_of_identity(planted))
    await hana.sends_document("e.signed", signed)

    assert "The signature on this file does not fit" in hana.last.text
    assert (await open_tips(db))[0].labels == ()


async def test_a_file_that_was_signed_long_ago_is_refused(
    hana: Person, db: Database, identities: Identities, tip: str
) -> None:
    items = (Rating(tip, SourceGrade.COMPLETELY, ContentGrade.PROBABLY_TRUE),)
    signed = write_signed(Bundle("ab" * 16, date(2019, 1, 1), HANAS, items), signer_of_identity(identities[0]))
    await hana.sends_document("o.signed", signed)

    assert "signed more than 30 days ago" in hana.last.text
    assert (await open_tips(db))[0].rater is None


async def test_a_file_that_confirms_without_a_second_source_says_so(
    hana: Person, db: Database, identities: Identities, tip: str
) -> None:
    items = (Rating(tip, SourceGrade.COMPLETELY, ContentGrade.CONFIRMED),)
    signed = write_signed(Bundle("ab" * 16, TODAY, HANAS, items), signer_of_identity(identities[0]))
    await hana.sends_document("o.signed", signed)

    assert f"Not rated, 1, because “confirmed by other sources” needs the label second_source: {tip}" in hana.last.text


async def test_an_author_who_does_not_review_tips_is_refused(
    hana: Person, clarion: House, db: Database, identities: Identities, settings: Settings, tip: str
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    joined = await accept_invitation(
        db, await invite(db, Role.CAMPAIGNER, owner, clarion.clock.now()), 555, clarion.clock.now()
    )
    assert settings.tip_recipients_file is not None
    listed = settings.tip_recipients_file.read_text()
    settings.tip_recipients_file.write_text(listed.replace("reviewer-7", joined.alias))
    await open_new_canaries(clarion)
    signed = write_signed(
        Bundle("cd" * 16, TODAY, joined.alias, (Labelling(tip, Label.SHARED),)), signer_of_identity(identities[1])
    )
    await hana.sends_document("x.signed", signed)

    assert f"{joined.alias} does not work on tips here" in hana.last.text
    assert (await open_tips(db))[0].labels == ()


async def test_somebody_elses_file_is_not_opened(
    amina: Person, joon: Person, hana: Person, db: Database, identities: Identities, tip: str
) -> None:
    name, content = await answers(hana, identities)
    for person, words in ((amina, "Files cannot be taken in here"), (joon, "파일")):
        await person.sends_document(name, content)
        assert words in person.last.text

    assert await replies(db) == 0


async def test_a_colleague_may_hand_in_what_somebody_else_signed(
    hana: Person, clarion: House, db: Database, identities: Identities, tip: str
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await accept_invitation(db, await invite(db, Role.REVIEWER, owner, clarion.clock.now()), SUJIN, clarion.clock.now())
    sujin = Person(clarion, SUJIN, "수진")
    name, content = await answers(hana, identities)
    await sujin.sends_document(name, content)

    assert "owner-1의 서명을 확인하고 처리했습니다." in sujin.last.text
    assert await replies(db) == 1
