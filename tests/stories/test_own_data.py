"""Stories of people who want to see what is stored about them, and to have it erased."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from handlers.supporters.signing.screens import CONSENT_VERSION
from storage.appeals.records import find_appeal
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import find_coordinator
from storage.people.own_data import own_data
from storage.petitions.counting.tally import count_signatures
from storage.petitions.handing_over.handovers import hand_over
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.retention import NAMES_KEPT_AFTER_CLOSING, erase_signers

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

NOTHING: dict[str, Any] = {
    "language": None,
    "subscription": None,
    "following": [],
    "opened": [],
    "coming_to": [],
    "letters": [],
    "signatures": [],
    "volunteering": [],
    "representing": None,
    "unfinished": None,
    "coordinator": None,
}


async def _signed(person: Person, db: Database, code: str, name: str) -> None:
    await sign(
        db,
        Signing(
            code=code,
            version=1,
            person=person.id,
            name=name,
            country="KR",
            consents=frozenset({Purpose.KEEP, Purpose.UPDATES}),
            text_version=CONSENT_VERSION,
            language="ko",
            at=person.house.clock.now(),
            day=person.house.clock.now().date(),
        ),
    )


async def _signed_with_comment(person: Person) -> None:
    await person.sends("/sign DEMO-002")
    for button in ("consent:keep", "consent:hand_over", "consents:done", "comment:change"):
        await person.presses(button)
    await person.sends("Please hurry.")
    await person.presses("sign-confirm:yes")


async def _plan(db: Database, owner: Person, code: str) -> None:
    coordinator = await find_coordinator(db, owner.id)
    assert coordinator is not None
    await plan(db, await find_appeal(db, code), coordinator, owner.house.clock.now())


def _file(person: Person) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(person.document("my-data").decode("utf-8"))
    return content


async def _total(db: Database, code: str) -> int:
    return sum(count.valid for count in await count_signatures(db, code))


async def test_a_stranger_gets_a_file_that_says_that_nothing_is_stored(amina: Person) -> None:
    await amina.sends("/mydata")

    content = _file(amina)
    assert NOTHING.items() <= content.items()
    assert content["organisation"] == "Demo Rights Network"
    assert "Tips are not listed" in content["about_tips"]


async def test_the_file_has_everything_and_can_be_read_without_decoding_korean(
    sujin: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await _signed(sujin, db, "DEMO-002", "김수진")
    await sujin.sends("/start")
    await sujin.presses("소식 받기")
    await sujin.sends("/mydata")

    assert "김수진" in sujin.document("my-data").decode("utf-8")
    content = _file(sujin)
    assert content["subscription"]["consent_version"] == "subscribing-2"
    (signature,) = content["signatures"]
    assert (signature["petition"], signature["number"], signature["name"]) == ("DEMO-002", 1, "김수진")
    assert {consent["purpose"] for consent in signature["consents"]} == {"keep", "updates"}


async def test_the_file_has_the_comment_and_says_who_was_given_the_name(
    amina: Person, db: Database, published: dict[str, Appeal], hana: Person, clarion: House
) -> None:
    await _signed_with_comment(amina)
    coordinator = await find_coordinator(db, hana.id)
    assert coordinator is not None
    await hand_over(db, await find_appeal(db, "DEMO-002"), "a1", coordinator, clarion.clock.now(), number=1)
    await amina.sends("/mydata")

    (signature,) = _file(amina)["signatures"]
    assert signature["comment"] == "Please hurry."
    assert signature["handed_over"] == [{"addressee": "a1", "at": "2026-11-22T00:30:00+00:00"}]
    assert {consent["text_version"] for consent in signature["consents"]} == {CONSENT_VERSION}


async def test_the_file_lists_the_letters_that_were_sent(
    amina: Person, db: Database, appeals: dict[str, Appeal], hana: Person, clarion: House
) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await _plan(db, hana, "DEMO-002")
    await clarion.sends_all_letters()
    await amina.sends("/mydata")

    assert _file(amina)["letters"] == [{"appeal": "DEMO-002", "version": 1, "state": "sent"}]


async def test_forgetting_says_what_goes_and_waits_for_one_press(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await _signed(amina, db, "DEMO-002", "Amina K.")
    await amina.sends("/forget")

    assert "your signature. The petition then counts one less" in amina.sees
    assert "cannot be undone" in amina.sees
    assert await _total(db, "DEMO-002") == 1


async def test_one_press_erases_everything_and_the_count_goes_down(
    amina: Person, sujin: Person, db: Database, published: dict[str, Appeal]
) -> None:
    for code in ("DEMO-001", "DEMO-002"):
        await _signed(amina, db, code, "Amina K.")
    await _signed(sujin, db, "DEMO-002", "김수진")
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.sends("/language")
    await amina.presses("English")

    await amina.sends("/deleteme")
    await amina.presses_twice("Erase everything")

    assert "your signatures no longer count" in amina.sees
    assert await own_data(db, amina.id) == NOTHING
    assert (await _total(db, "DEMO-001"), await _total(db, "DEMO-002")) == (0, 1)


async def test_who_used_everything_leaves_nothing(
    amina: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await amina.opens("DEMO-001")
    await amina.sends("/language")
    await amina.presses("English")
    await amina.sends("/volunteer DEMO-002")
    for button in ("volunteer-way:DEMO-002:alone", "volunteer-age:DEMO-002:alone:yes"):
        await amina.presses(button)
    await amina.sends("Amina K.")
    await amina.presses("volunteer-agree")
    await _signed(amina, db, "DEMO-002", "Amina K.")
    await amina.sends("/sign DEMO-001")
    before = await own_data(db, amina.id)
    assert (before["opened"], len(before["signatures"]), len(before["volunteering"])) == (["DEMO-001"], 1, 1)

    await amina.sends("/forget")
    assert "what you follow and opened" in amina.last.text
    await amina.presses("Erase everything")
    assert await own_data(db, amina.id) == NOTHING
    async with db.reading() as tx:
        for table in ("opening", "signature", "consent", "volunteer", "draft", "conversation", "subscriber"):
            assert await tx.all(f"SELECT * FROM {table}") == [], table


async def test_forgetting_says_that_tips_stay_and_how_they_go(amina: Person, sujin: Person) -> None:
    await amina.sends("/forget")
    await sujin.sends("/forget")

    assert "Tips stay too, since nothing in them leads to you: erase one with its receipt number" in amina.last.text
    assert "접수번호로 /inbox 에서 지우실 수 있습니다" in sujin.last.text


async def test_a_final_signature_stays_in_the_count_and_forgetting_says_so(
    amina: Person, sujin: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    await _signed(amina, db, "DEMO-002", "Amina K.")
    await _signed(sujin, db, "DEMO-002", "김수진")
    await erase_signers(db, published["DEMO-002"].deadline + NAMES_KEPT_AFTER_CLOSING, timedelta(days=30))
    for person in (amina, sujin):
        await person.sends("/forget")
    assert "there are none that you could take out" in amina.last.text
    assert "One signature is final." in amina.last.text
    assert "counts one less" not in amina.last.text
    assert "확정된 서명 1건" in sujin.last.text
    await amina.presses("Erase everything")
    assert "unless they are final" in amina.last.text
    assert "it stays in the count, and nothing leads from it to you" in amina.last.text
    await sujin.presses("모두 삭제하기")

    assert await _total(db, "DEMO-002") == 2
    for person in (amina, sujin):
        assert (await own_data(db, person.id))["signatures"] == []


async def test_who_was_taken_out_stays_refused_after_forgetting_and_is_told_so(
    amina: Person, sujin: Person, hana: Person, db: Database, published: dict[str, Appeal], clarion: House
) -> None:
    for person in (amina, sujin):
        await _signed(person, db, "DEMO-002", "A Name")
    clarion.clock.turn(minutes=1)
    await hana.sends("/invalidate DEMO-002 country=KR")
    await hana.sends("All of one hand.")
    await hana.presses("Take 2 out")
    await clarion.clarion.ticker.tick()
    await amina.sends("/sign DEMO-002")
    assert "cannot be signed again" in amina.last.text
    assert "/forget" not in amina.last.text
    for person in (amina, sujin):
        await person.sends("/forget")
    assert "so that the petition cannot be signed again" in amina.last.text
    assert "담당자가 집계에서 뺀 서명 1건" in sujin.last.text
    await amina.presses("Erase everything")
    assert "so that the petition cannot be signed again" in amina.last.text

    await amina.sends("/sign DEMO-002")
    assert "cannot be signed again" in amina.last.text
    (left,) = (await own_data(db, amina.id))["signatures"]
    assert (left["name"], left["country"], left["source"], left["consents"]) == (None, None, None, [])
    assert await _total(db, "DEMO-002") == 0


@pytest.mark.parametrize(
    "begins", [("/batch DEMO-002", "batch-channel:paper"), ("/invalidate DEMO-002 country=KR", None)]
)
async def test_what_a_coordinator_left_unfinished_goes_too(
    begins: tuple[str, str | None], hana: Person, amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await _signed(amina, db, "DEMO-002", "Amina K.")
    hana.house.clock.turn(minutes=1)
    command, button = begins
    await hana.sends(command)
    if button:
        await hana.presses(button)
    await hana.sends("/forget")
    await hana.presses("Erase everything")
    await hana.sends("Because of Mrs Kim Young-sook.")

    assert (await own_data(db, hana.id))["unfinished"] is None


async def test_forgetting_in_the_middle_of_signing_leaves_no_draft(
    amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await amina.sends("/sign DEMO-002")
    assert (await own_data(db, amina.id))["unfinished"]["signing"]["code"] == "DEMO-002"

    await amina.sends("/forget")
    await amina.presses("Erase everything")
    await amina.sends("Amina K.")

    assert await own_data(db, amina.id) == NOTHING


async def test_a_forgotten_letter_is_never_sent(
    amina: Person, db: Database, appeals: dict[str, Appeal], hana: Person, clarion: House
) -> None:
    await amina.sends("/start")
    await amina.presses("Subscribe")
    await _plan(db, hana, "DEMO-002")
    await amina.sends("/forget")
    await amina.presses("Erase everything")
    await clarion.sends_all_letters()

    assert "Tumen" not in amina.sees


async def test_a_coordinator_is_told_that_the_role_stays(hana: Person) -> None:
    await hana.sends("/forget")

    assert "You are also a coordinator" in hana.sees
    await hana.presses("Erase everything")
    assert "You are also a coordinator" in hana.last.text
