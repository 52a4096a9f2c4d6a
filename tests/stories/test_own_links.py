"""A collector whom the organisation invited: a link of their own, its tally, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.collecting.links import links_of

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person


@pytest.fixture
async def collector(amina: Person, hana: Person, db: Database, clarion: House) -> Person:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await amina.opens(f"inv_{await invite(db, Role.COLLECTOR, owner, clarion.clock.now())}")
    return amina


async def test_a_collector_has_one_link_for_each_petition_and_sees_its_tally(
    collector: Person, sujin: Person, published: dict[str, Appeal], db: Database
) -> None:
    await collector.sends("/collect")
    await collector.presses("Nine people held at Tumen")
    assert "Nobody has signed through your link yet" in collector.last.text
    (link,) = await links_of(db, "DEMO-002")

    await sujin.opens(f"DEMO-002_{link.source}")
    for button in ("sign:DEMO-002", "consent:keep", "consents:done", "sign-confirm:yes"):
        await sujin.presses(button)
    await collector.sends("/collect DEMO-002")

    assert "1 signature through your link so far" in collector.last.text
    assert [one.valid for one in await links_of(db, "DEMO-002")] == [1]
    await collector.presses("Picture and sheet")
    assert collector.document(link.source)


async def test_a_collector_sees_no_counts_of_others_and_cannot_do_more(
    collector: Person, published: dict[str, Appeal]
) -> None:
    for command in ("/stats DEMO-002", "/links DEMO-002", "/batch DEMO-002", "/export"):
        await collector.sends(command)
        assert "does not include this" in collector.last.text


async def test_nothing_is_collected_for_what_has_closed(
    collector: Person, published: dict[str, Appeal], clarion: House
) -> None:
    clarion.clock.turn(days=4)
    await collector.sends("/collect DEMO-002")

    assert "takes no signatures" in collector.last.text
