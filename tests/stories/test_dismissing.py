"""Stories of owners who end a colleague's role, and of those whose role has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.app import assembled
from bot.rehearsal.wire import RehearsalRequest
from handlers.commands import SUPPORTERS
from storage.audit import latest
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from tests.conftest import JOON, SUJIN
from tests.people import House

if TYPE_CHECKING:
    from bot.rehearsal.telegram import RehearsedTelegram
    from bot.settings import Settings
    from storage.database import Database
    from tests.people import Clock, Person


async def test_colleagues_are_listed_and_one_is_asked_about(hana: Person, joon: Person, db: Database) -> None:
    await hana.sends("/dismiss")
    assert "• campaigner-2 – Campaigner" in hana.last.text
    assert "owner-1" not in hana.last.text

    await hana.sends("/dismiss Campaigner-2")
    assert "End the role of campaigner-2?" in hana.last.text
    assert await find_coordinator(db, joon.id) is not None
    for alias in ("owner-1", "viewer-99", "x" * 500):
        await hana.sends(f"/dismiss {alias}")
        assert "no other coordinator with this alias" in hana.last.text


async def test_a_role_ends_at_once_with_its_menu_and_both_sides_know(
    hana: Person, joon: Person, clarion: House, db: Database
) -> None:
    await hana.sends("/dismiss campaigner-2")
    await hana.presses_twice("End the role of campaigner-2")

    assert "campaigner-2 is no longer a coordinator" in hana.sees
    assert "담당자 역할이 끝났습니다" in joon.last.text
    assert [entry.name for entry in await latest(db, 1)] == ["dismiss"]
    assert clarion.telegram.menu(joon.id) == clarion.telegram.menu(SUJIN)
    await joon.sends("/draft")
    assert "담당자만 쓸 수 있습니다" in joon.last.text
    await hana.sends("/audit")
    assert "owner-1 · ended the role of campaigner-2" in hana.last.text


async def test_the_other_owners_are_told_and_where_owners_are_named(
    hana: Person, joon: Person, sujin: Person, db: Database, clarion: House
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    now = clarion.clock.now()
    await accept_invitation(db, await invite(db, Role.OWNER, owner, now), sujin.id, now)
    await sujin.sends("/language")
    await sujin.presses("한국어")

    await hana.sends("/dismiss campaigner-2")
    await hana.presses("dismiss:")
    assert "owner-1 님이 campaigner-2 님의 담당자 역할을 끝냈습니다" in sujin.last.text
    await sujin.sends("/dismiss owner-1")
    await sujin.presses("dismiss:owner-1")
    assert "운영자에게 이 계정을 설정에서 빼" in sujin.last.text
    assert await find_coordinator(db, hana.id) is None


async def test_an_owner_whom_the_operator_takes_out_is_one_no_more_after_the_restart(
    hana: Person, settings: Settings, telegram: RehearsedTelegram, clock: Clock
) -> None:
    assert len(telegram.menu(hana.id)) > len(SUPPORTERS)
    others = settings.model_copy(update={"owners": (JOON,)})

    async with assembled(others, now=clock.now, request=lambda _: RehearsalRequest(telegram)) as clarion:
        hana.house = House(clarion, telegram, clock)
        await hana.sends("/invite viewer")

    assert "This is for coordinators" in hana.last.text
    assert [command.command for command in telegram.menu(hana.id)] == list(SUPPORTERS)


async def test_a_coordinator_who_wants_everything_erased_is_told_how(hana: Person, joon: Person) -> None:
    await joon.sends("/forget")
    assert "/dismiss campaigner-2" in joon.last.text
    await hana.sends("/dismiss campaigner-2")
    await hana.presses("dismiss:")

    await joon.sends("/forget")
    assert "/dismiss" not in joon.last.text


async def test_an_attempt_that_was_refused_is_on_record(hana: Person, joon: Person, db: Database) -> None:
    await joon.sends("/dismiss owner-1")

    (entry,) = await latest(db, 1)
    assert (entry.alias, entry.name, entry.subject) == ("campaigner-2", "refused", "dismiss")
    await hana.sends("/audit")
    assert "campaigner-2" in hana.last.text
