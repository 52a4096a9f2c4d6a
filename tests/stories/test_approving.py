"""Stories of appeals on their way from draft to approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_sheets
from storage.appeals.records import AppealState, approvers, find_appeal
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database
    from tests.people import House, Person

MINORS, NO_MINORS, _ = demo_sheets()  # the first needs two approvals


async def colleague(person: Person, role: Role, owner: Person, db: Database) -> Person:
    inviting = await find_coordinator(db, owner.id)
    assert inviting is not None
    token = await invite(db, role, inviting, owner.house.clock.now())
    await person.opens(f"inv_{token}")
    return person


async def state_of(db: Database, code: str) -> AppealState:
    return (await find_appeal(db, code)).state


async def test_reviewers_are_told_in_their_language_and_approve_after_a_look(
    joon: Person, hana: Person, sujin: Person, db: Database
) -> None:
    await colleague(sujin, Role.REVIEWER, hana, db)
    await joon.sends_document("appeal.md", NO_MINORS)
    await joon.presses("검토 요청하기")

    assert "알린 담당자: owner-1, reviewer-3" in joon.last.text
    assert "DEMO-002 waits for your review" in hana.last.text
    assert "DEMO-002 호소문이 검토를 기다립니다" in sujin.last.text
    await hana.presses("Look at it")
    assert "1. " in hana.sees
    await hana.presses("Approve")
    assert "DEMO-002, version 1, is approved" in hana.last.text
    assert "작성하신 DEMO-002 호소문(버전 1)이 승인되었습니다" in joon.last.text
    assert "/send DEMO-002" in joon.last.text
    assert await state_of(db, "DEMO-002") is AppealState.APPROVED


async def test_nobody_approves_what_they_wrote(joon: Person, db: Database, clarion: House) -> None:
    await joon.sends_document("appeal.md", NO_MINORS)
    await joon.presses("submit:")
    await joon.sends("/approve DEMO-002")
    assert "다른 담당자가 승인해야 합니다" in joon.last.text

    clarion.telegram.forges_press(joon.id, joon.last.message_id, "approve:DEMO-002:1")
    await clarion.answers_everything()
    assert "다른 담당자가 승인해야 합니다" in joon.last.text
    assert await state_of(db, "DEMO-002") is AppealState.IN_REVIEW


async def test_an_appeal_about_children_needs_two(joon: Person, hana: Person, sujin: Person, db: Database) -> None:
    await colleague(sujin, Role.REVIEWER, hana, db)
    await joon.sends_document("appeal.md", MINORS)
    await joon.presses("submit:")

    await hana.presses("approve:DEMO-001:1")
    assert "One more is needed" in hana.last.text
    assert "Can approve: reviewer-3" in hana.last.text
    assert "승인이 1건 더 필요합니다" in joon.last.text
    assert await state_of(db, "DEMO-001") is AppealState.IN_REVIEW

    await sujin.presses("approve:DEMO-001:1")
    assert await state_of(db, "DEMO-001") is AppealState.APPROVED


async def test_an_approval_counts_once(joon: Person, hana: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", MINORS)
    await joon.presses("submit:")
    await hana.presses_twice("approve:DEMO-001:1")

    assert "It counts once" in hana.last.text
    stored = await find_appeal(db, "DEMO-001")
    assert (stored.state, stored.approvals) == (AppealState.IN_REVIEW, 1)


async def test_it_is_said_when_too_few_can_approve_or_be_told(
    joon: Person, hana: Person, db: Database, clarion: House
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    unseen = 4242
    await accept_invitation(
        db, await invite(db, Role.REVIEWER, owner, clarion.clock.now()), unseen, clarion.clock.now()
    )
    await hana.blocks()
    await joon.sends_document("appeal.md", MINORS)
    await joon.presses("submit:")

    assert "알린 담당자: 없음" in joon.sees
    assert "알리지 못한 담당자가 있습니다: owner-1, reviewer-3" in joon.last.text
    assert await state_of(db, "DEMO-001") is AppealState.IN_REVIEW


async def test_a_button_of_an_older_version_approves_nothing(joon: Person, hana: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", NO_MINORS)
    await joon.presses("submit:DEMO-002:1")
    await joon.sends_document("appeal.md", NO_MINORS.replace("Nine people", "Some people"), "바꾸기")
    await joon.presses("submit:DEMO-002:2")
    await hana.presses("approve:DEMO-002:1")

    assert "Version 2 is the current one" in hana.last.text
    assert await approvers(db, (await find_appeal(db, "DEMO-002")).version) == frozenset()


async def test_a_button_of_an_older_draft_submits_nothing(joon: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", NO_MINORS)
    await joon.sends_document("appeal.md", NO_MINORS.replace("Nine people", "Some people"))
    await joon.presses("submit:DEMO-002:1")

    assert "다른 버전에 달린 버튼입니다" in joon.last.text
    assert await state_of(db, "DEMO-002") is AppealState.DRAFT


async def test_submitting_twice_puts_it_before_the_reviewers_once(joon: Person, hana: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", NO_MINORS)
    await joon.presses_twice("submit:")

    assert hana.sees.count("waits for your review") == 1
    assert await state_of(db, "DEMO-002") is AppealState.IN_REVIEW


async def test_approving_by_command_asks_about_the_version_that_waits(joon: Person, hana: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", NO_MINORS)
    await hana.sends("/approve DEMO-002")
    assert "Its state: draft" in hana.last.text

    await joon.presses("submit:")
    await hana.sends("/approve demo-002")
    assert "Do you approve version 1?" in hana.last.text
    await hana.presses("Approve")
    assert await state_of(db, "DEMO-002") is AppealState.APPROVED


async def test_the_queue_says_what_waits_for_whom(joon: Person, hana: Person, appeals: object) -> None:
    await joon.sends_document("appeal.md", NO_MINORS.replace("DEMO-002", "DEMO-009"))
    await hana.sends("/queue")

    assert "Not sent yet: 4" in hana.last.text
    assert "Version 1, approved, by campaigner-" in hana.last.text
    assert "/send DEMO-001" in hana.last.text
    assert "Version 1, draft, by campaigner-" in hana.last.text
    await joon.presses("submit:DEMO-009")
    await hana.sends("/queue")
    assert "Approvals: 0 of 1.\nCan approve: owner-1, campaigner-" in hana.last.text


async def test_an_empty_queue_and_unknown_codes_are_said_kindly(hana: Person) -> None:
    await hana.sends("/queue")
    assert "Nothing waits" in hana.last.text

    for command in ("/preview", "/approve", "/send", "/export signatures"):
        await hana.sends(command)
        assert f"{command} ABC-001" in hana.last.text
        for code in ("NO-SUCH", "' OR 1=1 --", "9" * 40, "\ud800"):
            await hana.sends(f"{command} {code}")
            assert "There is no appeal with this code" in hana.last.text


class TestAOnePersonOrganisation:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"approvals": 0})

    async def test_approves_its_own_appeals_and_is_told_that_nobody_else_looked(
        self, hana: Person, db: Database
    ) -> None:
        await hana.sends_document("appeal.md", MINORS)
        await hana.presses("Send to the reviewers")
        assert "approve it yourself" in hana.last.text

        await hana.presses("Approve")
        assert "approved, by you alone" in hana.last.text
        assert "nobody else has looked at it" in hana.last.text
        assert await state_of(db, "DEMO-001") is AppealState.APPROVED
