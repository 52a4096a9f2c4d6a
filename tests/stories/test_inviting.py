"""Stories of owners who invite colleagues, and of those who come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.commands import SUPPORTERS
from handlers.menus import commands_for
from handlers.texts import LANGUAGES
from storage.audit import latest
from storage.people.coordinators import Role, find_coordinator

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person


async def invitation(owner: Person, role: str) -> str:
    await owner.sends(f"/invite {role}")
    found = re.search(r"start=(inv_[\w-]+)", owner.last.text)
    assert found is not None
    return found[1]


async def test_the_roles_are_explained_before_one_is_chosen(hana: Person) -> None:
    await hana.sends("/invite")

    assert "works through tips" in hana.last.text
    assert hana.buttons == ["Campaigner", "Reviewer", "Exporter", "Viewer", "Collector"]
    await hana.presses("Viewer")
    assert "sees the counts, and nothing else" in hana.last.text
    assert "start=inv_" in hana.last.text


async def test_whoever_opens_the_link_has_the_role_and_its_menu_at_once(
    clarion: House, hana: Person, sujin: Person, db: Database
) -> None:
    await sujin.opens(await invitation(hana, "reviewer"))

    coordinator = await find_coordinator(db, sujin.id)
    assert coordinator is not None
    assert coordinator.role is Role.REVIEWER
    assert "검토 담당자" in sujin.last.text
    assert "/tips – 제보 목록" in sujin.last.text
    menu = [command.command for command in clarion.telegram.menu(sujin.id)]
    assert menu == [*commands_for(Role.REVIEWER), *SUPPORTERS]


async def test_owners_are_told_who_used_an_invitation(hana: Person, sujin: Person, db: Database) -> None:
    await sujin.opens(await invitation(hana, "viewer"))

    assert "viewer-2 has joined by an invitation. Role: Viewer" in hana.last.text
    assert [entry.name for entry in await latest(db, 2)] == ["join", "invite"]


async def test_a_link_works_once(hana: Person, sujin: Person, amina: Person, db: Database) -> None:
    link = await invitation(hana, "campaigner")
    await sujin.opens(link)
    await amina.opens(link)

    assert "does not work any more" in amina.last.text
    assert await find_coordinator(db, amina.id) is None


async def test_a_link_works_for_two_days(hana: Person, amina: Person, clarion: House, db: Database) -> None:
    link = await invitation(hana, "campaigner")
    clarion.clock.turn(days=2)
    await amina.opens(link)

    assert "its two days are over" in amina.last.text
    assert await find_coordinator(db, amina.id) is None


async def test_an_invented_invitation_opens_nothing(amina: Person, db: Database) -> None:
    for token in ("inv_", "inv_x", "inv_" + "A" * 60):
        await amina.opens(token)

        assert "does not work any more" in amina.last.text
    assert await find_coordinator(db, amina.id) is None


async def test_another_invitation_changes_the_role(hana: Person, sujin: Person, db: Database) -> None:
    await sujin.opens(await invitation(hana, "viewer"))
    await sujin.opens(await invitation(hana, "exporter"))

    coordinator = await find_coordinator(db, sujin.id)
    assert coordinator is not None
    assert coordinator.role is Role.EXPORTER


async def test_an_owner_who_tries_the_link_neither_spends_it_nor_loses_a_role(
    hana: Person, amina: Person, db: Database
) -> None:
    link = await invitation(hana, "viewer")
    await hana.opens(link)

    assert "You are an owner" in hana.last.text
    await amina.opens(link)
    assert await find_coordinator(db, amina.id) is not None


async def test_nobody_becomes_owner_by_a_link(hana: Person) -> None:
    await hana.sends("/invite owner")

    assert "inv_" not in hana.last.text
    assert "Owners are named in the configuration" in hana.last.text


async def test_supporters_have_the_short_menu_in_their_language(clarion: House, amina: Person, sujin: Person) -> None:
    for person, label in ((amina, "Sign a petition"), (sujin, "서명하기")):
        menu = {command.command: command.description for command in clarion.telegram.menu(person.id)}
        assert tuple(menu) == SUPPORTERS
        assert menu["sign"] == label
    assert LANGUAGES == ("en", "ko")
