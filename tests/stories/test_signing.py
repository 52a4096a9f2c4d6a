"""People sign petitions: what they see, what is kept, and what cannot go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.telegram import Person as Account
from handlers.supporters.signing import screens
from handlers.supporters.signing.screens import CONSENT_VERSION
from storage.people.own_data import own_data
from storage.petitions.counting.tally import count_signatures
from tests.conftest import AMINA
from tests.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House

pytestmark = pytest.mark.usefixtures("published")


async def signatures(db: Database, code: str = "DEMO-002") -> int:
    return sum(count.valid for count in await count_signatures(db, code))


async def stored(db: Database, person: Person) -> dict[str, object]:
    [signature] = (await own_data(db, person.id))["signatures"]
    assert isinstance(signature, dict)
    return signature


async def signs_with_defaults(person: Person, code: str = "DEMO-002") -> None:
    await person.sends(f"/sign {code}")
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await person.presses(button)


async def test_with_the_defaults_four_taps_are_enough(amina: Person, db: Database) -> None:
    await amina.sends("/sign")
    await amina.presses("Nine people held at Tumen")
    assert "1. Press Beijing at once not to send the nine back." in amina.last.text
    assert "We give" not in amina.last.text
    await amina.presses("☐ Keep and count")
    await amina.presses("I am 16 or older: continue")
    assert "Name: Amina K.\nCountry: not given" in amina.last.text
    await amina.presses("Confirm and sign")

    for part in ("Thank you for signing.", "DEMO-002", "Your number: 1", "22 November 2026", "/withdraw DEMO-002"):
        assert part in amina.last.text
    assert "1 of 3,000 signatures" in amina.last.text
    assert await signatures(db) == 1
    signature = await stored(db, amina)
    assert (signature["name"], signature["country"], signature["source"]) == ("Amina K.", "ZZ", None)
    assert [consent["purpose"] for consent in signature["consents"]] == ["keep"]  # type: ignore[attr-defined]


async def test_no_consent_is_ticked_beforehand_and_each_can_be_taken_back(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    assert [label[0] for label in amina.buttons] == ["☐", "☐", "☐", "☐", "I", "I", "C"]
    for button in ("consent:keep", "consent:hand_over", "consent:updates", "consent:show_name", "consent:updates"):
        await amina.presses(button)
    assert [label[0] for label in amina.buttons][:4] == ["☑", "☑", "☐", "☑"]
    await amina.presses("consents:done")
    await amina.presses("Confirm")

    consents = (await stored(db, amina))["consents"]
    assert [(one["purpose"], one["text_version"], one["language"]) for one in consents] == [  # type: ignore[attr-defined]
        (purpose, CONSENT_VERSION, "en") for purpose in ("hand_over", "keep", "show_name")
    ]


async def test_without_the_consent_to_keep_nothing_goes_on(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consents:done")

    assert "please tick “Keep and count”" in amina.alerts[-1]
    assert "Before you sign" in amina.last.text
    assert await signatures(db) == 0


async def test_who_does_not_hand_over_is_told_that_the_name_is_withheld(amina: Person) -> None:
    await signs_with_defaults(amina)

    assert "You are counted. Your name is withheld from: President of the Republic of Korea" in amina.last.text


async def test_a_korean_signer_reads_korean_and_is_offered_korea(sujin: Person, db: Database) -> None:
    await sujin.sends("/sign DEMO-002")
    await sujin.presses("☐ 보관과 집계")
    await sujin.presses("만 14세 이상입니다: 계속")
    assert "이름: 수진\n나라: 대한민국" in sujin.last.text
    await sujin.presses("확인하고 서명하기")

    assert "서명해 주셔서 감사합니다" in sujin.last.text
    assert (await stored(db, sujin))["country"] == "KR"


async def test_name_and_country_can_be_changed(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    await amina.presses("Change name")
    await amina.sends("see https://example.org")
    assert "cannot hold a link" in amina.sees
    await amina.sends("x" * 81)
    assert "too long: 80 characters" in amina.sees
    await amina.sends("김\u202e  아미나\n")
    assert "Name: 김 아미나" in amina.last.text
    await amina.presses("Change country")
    await amina.presses("Japan")
    assert "Country: Japan" in amina.last.text
    await amina.presses("Change country")
    await amina.presses("Another country")
    await amina.sends("Atlantis")
    assert "No country of that name" in amina.sees
    await amina.sends("côte d'ivoire")
    await amina.presses("Confirm")

    signature = await stored(db, amina)
    assert (signature["name"], signature["country"]) == ("김 아미나", "CI")


async def test_the_country_need_not_be_said(sujin: Person, db: Database) -> None:
    await sujin.sends("/sign DEMO-002")
    for button in (
        "consent:keep",
        "consents:done",
        "country:change",
        "country:ZZ",
        "consents:done",
        "sign-confirm:yes",
    ):
        await sujin.presses(button)

    assert (await stored(db, sujin))["country"] == "ZZ"


async def test_signing_twice_gives_the_first_receipt(amina: Person, db: Database) -> None:
    await signs_with_defaults(amina)
    await amina.sends("/sign DEMO-002")

    assert "You have already signed." in amina.last.text
    assert "Your number: 1" in amina.last.text
    assert "☑ keep and count your signature" in amina.last.text
    assert await signatures(db) == 1


async def test_a_double_tap_signs_once_and_leaves_the_receipt(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses_twice("consents:done")
    await amina.presses_twice("Confirm and sign")

    assert amina.sees.count("Your number: 1") == 1
    assert await signatures(db) == 1


async def test_a_button_of_an_earlier_petition_signs_nothing(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-001")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    old = amina.last.message_id
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    amina.house.telegram.presses(amina.id, old, "sign-confirm:yes")
    await amina.house.answers_everything()

    assert "out of date" in amina.alerts[-1]
    assert (await signatures(db, "DEMO-001"), await signatures(db, "DEMO-002")) == (0, 0)


async def test_an_unknown_code_is_said_to_be_unknown(amina: Person) -> None:
    for times, code in enumerate(("DEMO-999", "nonsense", "DEMO-002;DROP"), start=1):
        await amina.sends(f"/sign {code}")
        assert amina.sees.count("There is no petition with this code") == times


async def test_an_appeal_that_was_not_sent_cannot_be_signed(amina: Person, db: Database) -> None:
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = 'approved' WHERE code = 'DEMO-002'")
    await amina.sends("/sign DEMO-002")

    assert "There is no petition with this code" in amina.last.text


async def test_after_the_deadline_signing_is_refused_kindly_at_any_step(
    amina: Person, sujin: Person, clarion: House, db: Database
) -> None:
    for person in (amina, sujin):
        await person.sends("/sign DEMO-002")
        await person.presses("consent:keep")
    await amina.presses("consents:done")
    clarion.clock.turn(days=4)
    await amina.presses("Confirm")
    await sujin.presses("consent:updates")
    await sujin.sends("/sign DEMO-002")

    assert "This petition is closed" in amina.last.text
    assert sujin.sees.count("마감되어") == 2
    assert await signatures(db) == 0


async def test_a_new_version_is_shown_again_before_it_can_be_signed(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, digest, author, drafted_at)
            SELECT appeal, 2, document, digest, author, drafted_at FROM appeal_version WHERE appeal = 'DEMO-002'
            """
        )
        await tx.execute("UPDATE appeal SET version = 2 WHERE code = 'DEMO-002'")
    await amina.presses("Confirm")
    assert "changed while you were signing" in amina.sees
    assert amina.buttons[0].startswith("☐")
    assert await signatures(db) == 0
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)

    assert await signatures(db) == 1


async def test_a_consent_that_was_ticked_before_its_wording_changed_is_asked_for_again(
    amina: Person, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    monkeypatch.setattr(screens, "CONSENT_VERSION", "signing-later")
    await amina.presses("Confirm")
    assert "its words have changed" in amina.last.text
    assert await signatures(db) == 0
    for button in ("consent:keep", "consents:done", "Confirm"):
        await amina.presses(button)

    async with db.reading() as tx:
        assert [row["text_version"] for row in await tx.all("SELECT text_version FROM consent")] == ["signing-later"]


@pytest.mark.parametrize("way_out", ["/cancel", "sign-cancel:yes"])
async def test_cancelling_wipes_the_draft(amina: Person, db: Database, way_out: str) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await (amina.sends(way_out) if way_out.startswith("/") else amina.presses(way_out))

    assert "Nothing was signed" in amina.sees
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM draft")
        assert not await tx.all("SELECT * FROM conversation")


async def test_commands_and_another_language_do_not_end_the_step(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    await amina.presses("Change name")
    await amina.sends("/help")
    await amina.sends("/language")
    await amina.presses("language:ko")
    await amina.sends("아미나")
    assert "이름: 아미나" in amina.last.text
    await amina.presses("확인하고 서명하기")
    assert await signatures(db) == 0
    assert "안내 문구나 화면 언어가 바뀌었습니다" in amina.last.text
    for button in ("consent:keep", "consents:done", "확인하고 서명하기"):
        await amina.presses(button)

    signature = await stored(db, amina)
    assert (signature["name"], signature["language"]) == ("아미나", "ko")


async def test_what_is_typed_or_sent_where_buttons_ask_shows_the_step_again(amina: Person, clarion: House) -> None:
    await amina.sends("/sign DEMO-002")
    await amina.sends("I agree")
    assert amina.sees.count("Before you sign") == 2
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    await amina.presses("Change name")
    clarion.telegram.sends_contact(amina.id, "+10000000000")
    await clarion.answers_everything()

    assert "Which name should stand under your signature?" in amina.last.text


async def test_an_account_without_a_usable_name_is_asked_for_one(amina: Person, clarion: House, db: Database) -> None:
    clarion.telegram.add_person(Account(amina.id, "@@@", language_code="en"))
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    await amina.presses("consents:done")
    assert "Which name" in amina.last.text
    await amina.sends("Amina")
    await amina.presses("Confirm")

    assert (await stored(db, amina))["name"] == "Amina"


async def test_the_source_of_the_link_travels_to_the_signature(amina: Person, db: Database) -> None:
    await amina.opens("DEMO-002_school-3")
    await amina.presses("sign:DEMO-002:school-3")
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await amina.presses(button)

    assert (await stored(db, amina))["source"] == "school-3"


async def test_a_restart_between_any_two_taps_loses_nothing(
    open_house: Callable[[], AbstractAsyncContextManager[House]], clarion: House, db: Database
) -> None:
    taps = ["consent:keep", "consent:updates", "consents:done", "name:change", "country:change", "country:JP"]
    async with open_house() as house:
        await Person(house, AMINA, "Amina").sends("/sign DEMO-002")
    for tap in taps:
        async with open_house() as house:
            amina = Person(house, AMINA, "Amina")
            await amina.presses(tap)
        if tap == "name:change":
            async with open_house() as house:
                await Person(house, AMINA, "Amina").sends("Amina of Busan")
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        await amina.presses("sign-confirm:yes")
        signature = await stored(db, amina)

    assert (signature["name"], signature["country"]) == ("Amina of Busan", "JP")
    assert [one["purpose"] for one in signature["consents"]] == ["keep", "updates"]  # type: ignore[attr-defined]


async def test_a_long_petition_is_shown_before_the_consents(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    appeal = published["DEMO-002"]
    demands = dict.fromkeys(appeal.languages, ("x" * 400,) * 4)
    addressees = tuple(one.model_copy(update={"demands": demands}) for one in appeal.addressees)
    longer = appeal.model_copy(update={"addressees": addressees})
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE appeal_version SET document = :document WHERE appeal = 'DEMO-002'",
            {"document": longer.model_dump_json()},
        )
    await signs_with_defaults(amina)

    assert "x" * 400 in amina.chat[-2].text
    assert await signatures(db) == 1
