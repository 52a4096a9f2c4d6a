"""Stories of a coalition: its register, its representatives, and who may endorse for whom."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.audit import latest
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.people.organisations import organisations
from storage.people.representatives import represented_by
from storage.petitions.counting.support import support_of
from storage.petitions.endorsements import endorsed_by
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from io import StringIO

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"
ENDORSE, TAKE_BACK = "Endorse for River Watch", "Take back the endorsement of River Watch"


async def invitation(coordinator: Person, organisation: str = "River Watch") -> str:
    await coordinator.sends("/organisations")
    await coordinator.presses(organisation)
    await coordinator.presses("organisation-invite")
    found = re.search(r"start=(org_[\w-]+)", coordinator.last.text)
    assert found is not None
    return found[1]


@pytest.fixture
async def register(hana: Person) -> None:
    await hana.sends("/organisations add KR 2019-03-01 River Watch\nJP Border Law Centre")


@pytest.fixture
async def speaker(hana: Person, amina: Person, register: None, published: dict[str, Appeal]) -> Person:
    """Amina, who represents River Watch."""
    await amina.opens(await invitation(hana))
    return amina


async def count(db: Database, code: str = CODE) -> int:
    return (await support_of(db, code)).organisations


async def test_members_are_added_a_line_for_each(hana: Person, db: Database) -> None:
    await hana.sends("/organisations")
    assert "no member organisation yet" in hana.last.text
    await hana.sends("/organisations add KR 2019-03-01 River  Watch\nJapan Border & Law Centre\n")

    assert "2 organisations were added." in hana.last.text
    assert "2 member organisations" in hana.last.text
    assert "• River Watch (South Korea)" in hana.last.text
    assert hana.buttons == ["Border & Law Centre", "River Watch"]
    await hana.presses("River Watch")
    assert "South Korea · member since 1 March 2019" in hana.last.text
    assert "Nobody represents it here." in hana.last.text


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("", "a line for each"),
        ("KR", "Line 1 cannot be read"),
        ("Nowhere X", "Line 1 cannot be read"),
        ("KR A\n\nXX B\nKR 2019-02-30 C", "Lines 3, 4 cannot be read"),
        ("KR 2026-11-23 Tomorrow", "Line 1 cannot be read"),
        (f"KR {'x' * 101}", "Line 1 cannot be read"),
        ("KR \u200b", "Line 1 cannot be read"),
        ("KR A\nKR a", "or twice in your message"),
    ],
)
async def test_what_cannot_be_read_adds_nothing(written: str, answer: str, hana: Person, db: Database) -> None:
    await hana.sends(f"/organisations add {written}")

    assert answer in hana.last.text
    assert await organisations(db) == ()


async def test_a_long_register_has_pages(hana: Person) -> None:
    await hana.sends("/organisations add " + "\n".join(f"KR Member {n:02}" for n in range(1, 62)))
    assert "61 member organisations" in hana.last.text
    for _ in range(7):
        if "More names" in hana.buttons:
            await hana.presses("More names")

    assert hana.buttons == ["Member 61", "Earlier names"]


async def test_a_representative_reads_endorses_by_one_press_and_takes_back(
    speaker: Person, db: Database, clarion: House
) -> None:
    await speaker.presses("Appeals to endorse")
    assert "Endorsing for River Watch" in speaker.last.text
    await speaker.presses(CODE)
    assert "Background" in speaker.last.text  # the whole text, and the button below it
    assert ENDORSE in speaker.buttons
    assert "1 organisation" not in speaker.last.text
    await speaker.presses_twice(ENDORSE)

    assert "River Watch endorses “" in speaker.last.text
    assert speaker.sees.count("It endorses the text above, version 1.") == 1
    assert "Supported by: 1 organisation" in speaker.sees
    assert TAKE_BACK in speaker.buttons
    assert ENDORSE not in speaker.buttons
    await speaker.presses(TAKE_BACK)
    assert "Take back what River Watch endorsed?" in speaker.last.text
    assert await count(db) == 1
    await speaker.presses("Yes, take it back")
    assert "River Watch no longer endorses" in speaker.last.text
    assert await count(db) == 0
    await assert_agrees(db, CODE)


async def test_the_short_card_cannot_be_endorsed(speaker: Person) -> None:
    await speaker.opens(CODE)
    assert ENDORSE not in speaker.buttons
    await speaker.presses("More")
    assert ENDORSE in speaker.buttons


async def test_an_unauthorised_person_cannot_endorse_by_command_button_or_forged_data(
    speaker: Person, sujin: Person, clarion: House, db: Database
) -> None:
    await sujin.sends(f"/endorse {CODE}")
    assert "연대 회원 단체의 대표자만" in sujin.last.text
    await sujin.opens(CODE)
    await sujin.presses("more:")
    assert not [label for label in sujin.buttons if "연명" in label]
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)
    for word in (f"endorse:{CODE}:1", f"unendorse:{CODE}", f"unendorse-yes:{CODE}", "endorsing", f"endorsing:{CODE}"):
        clarion.telegram.forges_press(sujin.id, sujin.last.message_id, word)
        await clarion.answers_everything()
        assert "연대 회원 단체의 대표자만" in sujin.last.text
    for tail in ("", ":", ":NO-1:1", f":{CODE}:x", f":{CODE}:99", f":{CODE}:1:1", "::1", f":{CODE.lower()}:1"):
        for name in ("endorse", "unendorse", "unendorse-yes", "endorsing"):
            clarion.telegram.forges_press(sujin.id, sujin.last.message_id, f"{name}{tail}")
    await clarion.answers_everything()

    assert "오류" not in sujin.sees
    assert await count(db) == 1


async def test_an_authority_that_was_ended_ends_the_buttons_that_are_still_on_the_screen(
    speaker: Person, hana: Person, db: Database
) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await hana.presses("Look at the organisation")
    await hana.presses("End: representative")
    assert "endorses nothing more" in hana.last.text
    await hana.presses("End it")

    assert "Nobody represents it here." in hana.last.text
    assert "You no longer represent River Watch" in speaker.last.text
    await speaker.presses(ENDORSE)
    assert "Only representatives" in speaker.last.text
    assert await count(db) == 0
    assert await represented_by(db, speaker.id) is None
    assert [entry.name for entry in await latest(db, 1)] == ["end_representative"]


async def test_who_left_endorses_nothing_new_and_what_it_endorsed_stays_unless_taken_back(
    speaker: Person, hana: Person, db: Database
) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)
    await speaker.sends("/endorse DEMO-001")
    await hana.presses("Look at the organisation")
    await hana.presses("It has left")
    assert "They are told." in hana.last.text
    await hana.presses("Yes, it has left")

    assert "left on 22 November 2026" in hana.last.text
    assert f"Endorses: {CODE}" in hana.last.text
    assert "organisation-invite" not in str(hana.last.buttons)
    assert "River Watch has left the coalition" in speaker.last.text
    await speaker.presses(ENDORSE)
    assert "no longer a member of the coalition" in speaker.last.text
    assert (await count(db), await count(db, "DEMO-001")) == (1, 0)
    await speaker.sends("/endorse")
    assert len(speaker.last.buttons) == 1
    await speaker.presses(f"endorsing:{CODE}")
    assert ENDORSE not in speaker.buttons
    await speaker.presses(TAKE_BACK)
    await speaker.presses("Yes, take it back")
    assert await count(db) == 0
    await hana.presses("A member again")
    assert "member since 22 November 2026" in hana.last.text


async def test_a_text_that_was_corrected_meanwhile_is_read_before_it_is_endorsed(
    speaker: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, digest, author, drafted_at)
            SELECT appeal, 2, document, digest, author, drafted_at FROM appeal_version WHERE appeal = :code
            """,
            {"code": CODE},
        )
        await tx.execute("UPDATE appeal SET version = 2 WHERE code = :code", {"code": CODE})
    await speaker.sends("/endorse")
    assert "endorsed in an earlier text" in speaker.last.text
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses("Endorse the new text for River Watch")

    [organisation] = [one for one in await organisations(db) if one.name == "River Watch"]
    assert [one.number for one in await endorsed_by(db, organisation.id)] == [2]
    assert "version 2" in speaker.last.text


async def test_a_stale_button_shows_the_new_text_and_endorses_nothing(
    speaker: Person, clarion: House, db: Database
) -> None:
    await speaker.sends("/start")
    clarion.telegram.forges_press(speaker.id, speaker.last.message_id, f"endorse:{CODE}:2")
    await clarion.answers_everything()

    assert "The text was corrected since you opened it" in speaker.sees
    assert "Background" in speaker.last.text
    assert await count(db) == 0


async def test_after_the_close_nothing_is_endorsed_and_taking_back_says_that_it_is_for_good(
    speaker: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)
    await speaker.sends("/endorse DEMO-001")
    clarion.clock.time = max(appeal.deadline for appeal in published.values())
    await speaker.presses(ENDORSE)

    assert "not open any more" in speaker.last.text
    await speaker.presses(TAKE_BACK)
    assert "It is closed: it could not be endorsed again." in speaker.last.text


async def test_a_late_endorsement_is_refused_and_the_version_endorsed_in_time_stays(
    speaker: Person, published: dict[str, Appeal], db: Database, clarion: House
) -> None:
    appeal = published[CODE]
    until = clarion.clock.now() + timedelta(days=1)
    limited = appeal.model_copy(update={"endorsers": appeal.endorsers.model_copy(update={"until": until})})
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE appeal_version SET document = :document WHERE appeal = :code",
            {"document": limited.model_dump_json(), "code": CODE},
        )
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses("Endorse")
    assert await count(db) == 1
    await speaker.presses("unendorse:")
    await speaker.presses("unendorse-yes:")
    clarion.clock.turn(days=1)

    await speaker.sends(f"/endorse {CODE}")
    assert not any("ndorse for" in label for label in speaker.buttons)
    clarion.telegram.forges_press(speaker.id, speaker.last.message_id, f"endorse:{CODE}:1")
    await clarion.answers_everything()

    assert "The time for endorsing this appeal is over" in speaker.last.text
    assert await count(db) == 0


async def test_a_link_works_once_and_coordinators_are_told(
    hana: Person, joon: Person, amina: Person, sujin: Person, register: None, db: Database
) -> None:
    link = await invitation(hana)
    await amina.opens(link)
    assert "You can now endorse appeals for River Watch." in amina.last.text
    for coordinator, words in ((hana, "was used"), (joon, "대표자 초대가 쓰였습니다")):
        assert words in coordinator.last.text
    await sujin.opens(link)

    assert "더 이상 쓸 수 없는 초대입니다" in sujin.last.text
    assert await represented_by(db, sujin.id) is None
    await amina.opens(await invitation(hana, "Border Law Centre"))
    assert "You represent River Watch already" in amina.last.text
    await joon.presses("단체 보기")
    assert "• 대표자 1: 초대를 받아들임" in joon.last.text


async def test_a_link_works_for_two_days(hana: Person, amina: Person, clarion: House, register: None) -> None:
    link = await invitation(hana)
    clarion.clock.turn(days=2)
    await amina.opens(link)

    assert "its two days are over" in amina.last.text


async def test_only_who_runs_petitions_keeps_the_register(
    hana: Person, amina: Person, sujin: Person, clarion: House, register: None, db: Database
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    now = clarion.clock.now()
    await accept_invitation(db, await invite(db, Role.REVIEWER, owner, now), amina.id, now)
    [first, _] = await organisations(db)
    words = ("", "-invite", "-leave", "-leave-yes", "-return", "-end", "-end-yes")
    for person, refusal in ((amina, "Your role as a coordinator"), (sujin, "이 기능은 담당자만")):
        await person.sends("/organisations add KR Mine")
        assert refusal in person.last.text
        for word in words:
            clarion.telegram.forges_press(person.id, person.last.message_id, f"organisation{word}:{first.id}:1")
            await clarion.answers_everything()
            assert refusal in person.last.text

    assert [(one.name, one.left_on) for one in await organisations(db)] == [
        ("Border Law Centre", None),
        ("River Watch", None),
    ]


async def test_forged_buttons_of_the_register_do_nothing(hana: Person, clarion: House, register: None) -> None:
    await hana.sends("/organisations")
    for word in ("", "-invite", "-leave", "-leave-yes", "-return", "-end", "-end-yes"):
        for tail in ("", ":", ":99", ":x", ":1:99", ":1:x", ":99:1"):
            clarion.telegram.forges_press(hana.id, hana.last.message_id, f"organisation{word}{tail}")
    await clarion.answers_everything()

    assert "Something went wrong" not in hana.sees


async def test_forgetting_ends_it_and_says_what_stays(speaker: Person, db: Database) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)
    await speaker.sends("/forget")
    assert "You represent River Watch: that ends too." in speaker.last.text
    await speaker.presses("Erase everything")
    await speaker.sends("/endorse")

    assert "Only representatives" in speaker.last.text
    assert await count(db) == 1


async def test_the_audit_reads_well(speaker: Person, hana: Person) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)
    await hana.sends("/audit")

    assert f"the program · counted an endorsement of {CODE}" in hana.last.text
    assert "owner-1 · invited a representative of organisation-1" in hana.last.text


async def test_the_log_names_nobody(log: StringIO, speaker: Person) -> None:
    await speaker.sends(f"/endorse {CODE}")
    await speaker.presses(ENDORSE)

    assert "endorsed DEMO-002" in log.getvalue()
    assert "River" not in log.getvalue()
    assert str(speaker.id) not in log.getvalue()
