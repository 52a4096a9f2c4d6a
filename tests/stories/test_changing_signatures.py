"""People who signed come back: to change what they said, to say something, to sign a text that changed, too late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from storage.appeals.model import Appeal
from storage.appeals.records import find_appeal
from storage.people.coordinators import find_coordinator
from storage.people.own_data import own_data
from storage.petitions.counting.tally import Count, count_signatures
from storage.petitions.handing_over.handovers import hand_over
from storage.petitions.signatures.records import find_signature
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person

NOTE = {"en": "We now also ask for a visit.", "ko": "이제 방문도 요구합니다."}


@pytest.fixture
async def signed(amina: Person, published: dict[str, Appeal]) -> Person:
    await signs(amina)
    return amina


async def signs(person: Person, *consents: str) -> None:
    await person.sends("/sign DEMO-002")
    for button in ("consent:keep", *consents, "consents:done", "sign-confirm:yes"):
        await person.presses(button)


async def stored(db: Database, person: Person) -> dict[str, Any]:
    [signature] = (await own_data(db, person.id))["signatures"]
    assert isinstance(signature, dict)
    return signature


async def correct(db: Database, appeal: Appeal, **parts: Any) -> None:
    """Put a second version in the place of the one that was sent."""
    later = Appeal.model_validate(appeal.model_dump() | {"change_note": NOTE} | parts)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, digest, author, drafted_at)
            SELECT appeal, 2, :document, :digest, author, drafted_at FROM appeal_version WHERE appeal = :code
            """,
            {"code": appeal.code, "document": later.model_dump_json(), "digest": later.digest()},
        )
        await tx.execute("UPDATE appeal SET version = 2 WHERE code = :code", {"code": appeal.code})


def asking_for_a_visit(appeal: Appeal) -> dict[str, Any]:
    first, *rest = appeal.model_dump()["addressees"]
    demands = {language: ("Visit them.", *others) for language, (_, *others) in first["demands"].items()}
    return {"addressees": [first | {"demands": demands}, *rest]}


async def test_the_receipt_offers_proof_change_withdrawal_and_sharing(signed: Person) -> None:
    assert [button.text for button in signed.last.buttons] == ["Proof", "Share", "Change", "Withdraw"]
    assert "You can change it until the petition closes." in signed.last.text


async def test_everything_can_be_changed_and_the_number_stays(signed: Person, db: Database) -> None:
    await signed.presses("Change")
    assert signed.buttons[:2] == ["☑ Keep and count (required)", "☐ Hand over to the addressees"]
    await signed.presses("consent:hand_over")
    await signed.presses("consents:done")
    await signed.presses("Change name")
    await signed.sends("Amina Kim")
    await signed.presses("Change country")
    await signed.presses("Japan")
    await signed.presses("Add a comment")
    await signed.sends("Please  hurry.\n")
    assert "Comment: Please hurry." in signed.last.text
    await signed.presses("Save")

    assert "Saved." in signed.last.text
    assert "Your number: 1" in signed.last.text
    signature = await stored(db, signed)
    assert (signature["name"], signature["country"], signature["comment"]) == ("Amina Kim", "JP", "Please hurry.")
    assert [one["purpose"] for one in signature["consents"]] == ["hand_over", "keep"]
    assert await count_signatures(db, "DEMO-002") == (Count("telegram", "JP", 1),)
    await assert_agrees(db, "DEMO-002")


async def test_a_consent_can_be_taken_back_and_the_chat_goes_with_it(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await signs(amina, "consent:hand_over", "consent:updates")
    await amina.presses("Change")
    for button in ("consent:hand_over", "consent:updates", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)

    assert "Your name is withheld from: President of the Republic of Korea" in amina.last.text
    assert [one["purpose"] for one in (await stored(db, amina))["consents"]] == ["keep"]
    async with db.reading() as tx:
        assert [row["chat"] for row in await tx.all("SELECT chat FROM signature")] == [None]


async def test_a_change_that_is_cancelled_changes_nothing(signed: Person, db: Database) -> None:
    before = await stored(db, signed)
    await signed.presses("Change")
    await signed.presses("consent:hand_over")
    await signed.presses("consents:done")
    await signed.presses("Cancel")

    assert "Your signature stays as it was." in signed.last.text
    assert await stored(db, signed) == before


async def test_who_turns_out_to_be_too_young_is_shown_the_way_out(signed: Person, db: Database) -> None:
    await signed.presses("Change")
    await signed.presses("I am younger")
    await signed.presses("withdraw:DEMO-002")
    await signed.presses("Withdraw my signature")

    assert (await stored(db, signed))["state"] == "withdrawn"


async def test_what_was_withdrawn_meanwhile_or_is_closed_cannot_be_changed(
    signed: Person, sujin: Person, clarion: House, db: Database
) -> None:
    await signs(sujin)
    await sujin.presses("바꾸기")
    await signed.presses("Change")
    await signed.presses("consents:done")
    await signed.sends("/withdraw DEMO-002")
    await signed.presses("withdraw-confirm:DEMO-002")
    await signed.presses("sign-confirm:yes")
    assert "no signature of yours here that could be changed" in signed.sees
    await sujin.presses("consents:done")
    clarion.clock.turn(days=4)
    await sujin.presses("저장")

    assert "마감되어 서명을 더는 바꾸실 수 없습니다" in sujin.last.text
    await sujin.sends("/sign DEMO-002")
    assert [button.text for button in sujin.last.buttons] == ["증명 받기", "서명 철회"]
    await assert_agrees(db, "DEMO-002")


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("see https://example.org", "could lead to a person"),
        ("call 010-1234-5678", "could lead to a person"),
        ("x" * 281, "280 characters at most"),
        ("!!!", "write it with letters"),
    ],
)
async def test_a_comment_holds_no_link_and_nothing_personal(signed: Person, comment: str, fault: str) -> None:
    await signed.presses("Change")
    await signed.presses("consents:done")
    await signed.presses("Add a comment")
    await signed.sends(comment)

    assert fault in signed.sees
    assert "Would you like to say something" in signed.last.text
    await signed.presses("Back")
    assert "Comment:" not in signed.last.text


async def test_a_comment_can_be_left_out_again(signed: Person, db: Database) -> None:
    for comment, label in (("x" * 280, "Add a comment"), (None, "Change comment")):
        await signed.sends("/sign DEMO-002")
        await signed.presses("sign-change:DEMO-002")
        await signed.presses("consents:done")
        await signed.presses(label)
        await (signed.sends(comment) if comment else signed.presses("No comment"))
        await signed.presses("Save")
        assert (await stored(db, signed))["comment"] == comment


async def test_whoever_signed_and_opens_a_text_that_asks_for_more_is_asked_again(
    signed: Person, published: dict[str, Appeal], db: Database
) -> None:
    await correct(db, published["DEMO-002"], **asking_for_a_visit(published["DEMO-002"]))
    for opening in ("link", "list", "command"):
        if opening == "link":
            await signed.opens("DEMO-002_tg")
        elif opening == "list":
            await signed.sends("/appeals")
            await signed.presses("appeal:DEMO-002")
        else:
            await signed.sends("/sign DEMO-002")
        assert "asks for something else since you signed it" in signed.last.text
        assert "What changed: We now also ask for a visit." in signed.last.text

    await signed.presses("Sign the new text")
    assert "1. Visit them." in signed.last.text
    assert signed.buttons[0].startswith("☐")  # a consent to the earlier text is none to this one
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await signed.presses(button)
    assert "Your number: 1" in signed.last.text
    await signed.sends("/sign DEMO-002")
    assert "You have already signed." in signed.last.text
    await assert_agrees(db, "DEMO-002")


async def test_whoever_leaves_it_as_it_is_keeps_the_first_signature(
    signed: Person, published: dict[str, Appeal], db: Database
) -> None:
    before = await stored(db, signed)
    await correct(db, published["DEMO-002"], **asking_for_a_visit(published["DEMO-002"]))
    await signed.sends("/sign DEMO-002")
    await signed.presses("Leave it as it is")

    assert "Your signature stays under the earlier text, and it counts." in signed.last.text
    assert await stored(db, signed) == before


async def test_whoever_leaves_it_can_still_take_a_consent_back_under_the_text_that_they_signed(
    amina: Person, published: dict[str, Appeal], db: Database
) -> None:
    await signs(amina, "consent:hand_over")
    before = await find_signature(db, "DEMO-002", amina.id)
    await correct(db, published["DEMO-002"], **asking_for_a_visit(published["DEMO-002"]))
    await amina.sends("/sign DEMO-002")
    await amina.presses("Leave it as it is")
    await amina.presses("Change")
    assert "1. Press Beijing at once" in amina.last.text
    for button in ("consent:hand_over", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)

    assert [one["purpose"] for one in (await stored(db, amina))["consents"]] == ["keep"]
    assert await find_signature(db, "DEMO-002", amina.id) == before  # of the version that was signed
    await assert_agrees(db, "DEMO-002")


async def test_a_text_that_asks_for_the_same_asks_nobody_again(
    signed: Person, published: dict[str, Appeal], db: Database
) -> None:
    await correct(db, published["DEMO-002"], goal=9_000)
    await signed.opens("DEMO-002_tg")
    assert "My signature" in signed.buttons
    await signed.presses("My signature")

    assert "You have already signed." in signed.last.text


async def test_whoever_comes_too_late_by_a_second_is_refused_kindly_and_offered_updates(
    amina: Person, clarion: House, published: dict[str, Appeal], db: Database
) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    left = (published["DEMO-002"].deadline - clarion.clock.now()).total_seconds()
    clarion.clock.turn(seconds=left)
    await amina.presses("Confirm")
    assert "Thank you for wanting to sign. Shall we tell you how it goes on" in amina.last.text
    await amina.presses("Follow this appeal")
    await amina.presses("Yes, tell me")
    await amina.sends("/sign DEMO-002")
    assert amina.buttons == ["Subscribe"]
    await amina.presses("Subscribe")
    await amina.presses("subscribe:yes")
    await amina.sends("/sign DEMO-002")

    assert "takes no more signatures" in amina.last.text
    assert not amina.last.buttons
    assert await count_signatures(db, "DEMO-002") == ()


async def test_in_the_last_second_one_can_still_sign(
    amina: Person, clarion: House, published: dict[str, Appeal], db: Database
) -> None:
    left = (published["DEMO-002"].deadline - clarion.clock.now()).total_seconds()
    clarion.clock.turn(seconds=left - 1)
    await signs(amina)

    assert await count_signatures(db, "DEMO-002") == (Count("telegram", "ZZ", 1),)


async def test_once_the_names_are_erased_the_receipt_is_final(
    amina: Person, clarion: House, published: dict[str, Appeal], db: Database
) -> None:
    await signs(amina, "consent:updates")
    clarion.clock.turn(days=200)
    await clarion.clarion.ticker.tick()
    await amina.sends("/sign DEMO-002")
    assert "Your signature still counts; it can no longer be changed or taken back." in amina.last.text
    assert [button.text for button in amina.last.buttons] == ["Proof"]
    await amina.sends("/withdraw DEMO-002")
    assert "it can no longer be withdrawn" in amina.last.text

    await assert_agrees(db, "DEMO-002")


async def test_a_suspect_signature_has_an_ordinary_receipt(signed: Person, db: Database) -> None:
    receipt = signed.last.text
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET state = 'suspect'")
    await signed.sends("/sign DEMO-002")

    assert (
        signed.last.text.replace("You have already signed. This is your receipt.", "Thank you for signing.") == receipt
    )


async def test_a_receipt_fits_where_ten_long_offices_hold_a_name_that_is_withheld_now(
    amina: Person, hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    (first, *_) = published["DEMO-002"].addressees
    many = tuple(
        first.model_copy(update={"id": f"a{n}", "office": {tag: f"{n:<200}".replace(" ", "o") for tag in ("en", "ko")}})
        for n in range(1, 11)
    )
    document = published["DEMO-002"].model_copy(update={"addressees": many}).model_dump_json()
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE appeal_version SET document = :d WHERE appeal = :code", {"d": document, "code": "DEMO-002"}
        )
    await signs(amina, "consent:hand_over")
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    for one in many:
        await hand_over(db, await find_appeal(db, "DEMO-002"), one.id, owner, clarion.clock.now(), number=1)
    for button in ("sign-change:", "consent:hand_over", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)

    assert "Something went wrong" not in amina.sees
    assert "Saved." in amina.last.text
    assert amina.last.text.count("ooo, 22 November 2026") == 10
    assert "your name is withheld from all addressees" in amina.last.text
    assert {"Change", "Proof"} <= set(amina.buttons)
