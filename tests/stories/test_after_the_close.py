"""What goes on after the close of a petition is the same wherever it is since: delivered, answered, archived."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.schedule import erase_what_is_over
from storage.appeals.records import OVER, AppealState, close_due, find_appeal
from storage.appeals.vocabulary import Method
from storage.people.coordinators import find_coordinator
from storage.petitions.counting.tally import total_signatures
from storage.retention import NAMES_KEPT_AFTER_CLOSING
from storage.timeline.archiving import archive
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Delivery, Reply, Response
from tests.paper import needs_fonts
from tests.stories.test_invalidating import signs as signed_by
from tests.stories.test_proving import signs

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"
ADDRESSEE = Subject(appeal=CODE, addressee="a1")


@pytest.fixture(params=sorted(OVER))
async def state(
    request: pytest.FixtureRequest,
    hana: Person,
    amina: Person,
    clarion: House,
    db: Database,
    published: dict[str, Appeal],
) -> AppealState:
    """Where DEMO-002 is: signed by Amina and one more, closed a moment ago, and gone on from there."""
    await signs(amina)
    await signed_by(db, clarion, 1, "c-1", "TH")
    clarion.clock.time = published[CODE].deadline + timedelta(hours=1)
    await close_due(db, clarion.clock.now())
    owner, now = await find_coordinator(db, hana.id), clarion.clock.now()
    assert owner is not None
    if request.param == AppealState.DELIVERED:
        await add_entry(db, NewEntry(ADDRESSEE, Delivery(methods=(Method.POST,)), "2026-11-26"), owner, now)
    if request.param == AppealState.ANSWERED:
        thanks = Reply(response=Response.A_FORMALITY, summary="Thank you.", public=True)
        await add_entry(db, NewEntry(ADDRESSEE, thanks, "2026-11-26"), owner, now)
    if request.param == AppealState.ARCHIVED:
        await archive(db, CODE, owner, now)
    assert (await find_appeal(db, CODE)).state == request.param
    return AppealState(request.param)


@needs_fonts
async def test_it_is_counted_handed_over_proved_and_taken_out_as_before(
    state: AppealState, hana: Person, amina: Person, db: Database
) -> None:
    await hana.sends(f"/stats {CODE}")
    assert "2 valid signatures" in hana.last.text
    await hana.sends(f"/batch {CODE}")
    await hana.presses("batch-channel:paper")
    await hana.sends("12")
    await hana.sends("2026-11-24")
    await hana.presses("batch-reference")
    await hana.presses("batch-add")
    assert (await total_signatures(db, CODE)).all == 14
    await hana.sends(f"/invalidate {CODE} source=c-1")
    assert "One signature, of which 1 count now" in hana.last.text
    await hana.sends("/cancel")
    await hana.sends(f"/handover {CODE}")
    assert "To whom?" in hana.last.text
    await amina.sends(f"/proof {CODE}")
    assert amina.document(f"{CODE}-1.tlog-proof")
    await hana.sends(f"/export signatures {CODE}")
    await hana.presses("CSV table")
    assert hana.document(".csv")
    await hana.sends(f"/kit {CODE} press Seoul")
    assert hana.document("press")


async def test_nobody_signs_sets_a_goal_or_calls_others_in_any_more(
    state: AppealState, hana: Person, amina: Person, sujin: Person
) -> None:
    await hana.sends(f"/goal {CODE} 5000")
    assert "does not take signatures now" in hana.last.text
    await hana.sends(f"/kit {CODE}")
    assert "not open for signatures now" in hana.last.text
    await sujin.sends(f"/sign {CODE}")
    assert "마감" in sujin.last.text
    await amina.sends(f"/volunteer {CODE}")
    assert "closed" in amina.last.text


async def test_it_can_be_recalled(state: AppealState, hana: Person, db: Database) -> None:
    await hana.sends(f"/recall {CODE}")
    assert "This cannot be undone" in hana.last.text
    await hana.sends(f"/recall {CODE} {CODE}")
    assert f"{CODE} is withdrawn from this moment on" in hana.sees
    assert (await find_appeal(db, CODE)).state is AppealState.WITHDRAWN


async def test_its_names_go_when_their_time_is_over(state: AppealState, clarion: House, db: Database) -> None:
    clarion.clock.turn(days=NAMES_KEPT_AFTER_CLOSING.days)
    await erase_what_is_over(clarion.clarion.services, clarion.clarion.application.bot)
    names = await db.all("SELECT id FROM signature WHERE name IS NOT NULL")

    assert names == []
    assert (await total_signatures(db, CODE)).all == 2
