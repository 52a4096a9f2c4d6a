"""Stories of readers who ask what was done about an issue over the years."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_registers, demo_sheets
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import find_coordinator
from storage.registers.changing import save_entries
from storage.registers.records import read_registers
from storage.registers.sheet import read_register_sheet
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Action, Contact, Direction, Form, Impact, Outcome

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.kinds import Content
    from tests.people import House, Person

CAMPAIGN = Subject(campaign="forced-returns")
CODE = "DEMO-011"


@pytest.fixture
async def owner(db: Database, hana: Person) -> Coordinator:
    found = await find_coordinator(db, hana.id)
    assert found is not None
    return found


@pytest.fixture
async def campaign(db: Database, owner: Coordinator, clarion: House) -> None:
    """The demo campaign with its actions over the years, recorded in no order; some are not for everybody."""
    now = clarion.clock.now()
    for text in demo_registers():
        sheet = read_register_sheet(text, today=now.date())
        await save_entries(db, sheet.register, sheet.entries, owner, now)
    contact = Contact(form=Form.MEETING, direction=Direction.TOGETHER, summary="A quiet talk.")
    entries: list[tuple[str, Content, bool]] = [
        ("2023-09", Action(what="A letter of the commission to UNHCR."), False),
        ("2006-10", Action(what="An appeal for the families who were arrested."), False),
        ("2015-11-19", Outcome(summary="112 states supported a resolution.", source="UN", impact=Impact.MINOR), False),
        ("2013-06", Action(what="15,000 signatures for nine young people."), False),
        ("2014-01", Action(what="Known to coordinators alone."), True),
        ("2016", contact, False),
    ]
    for day, content, confidential in entries:
        await add_entry(db, NewEntry(CAMPAIGN, content, day, confidential=confidential), owner, now)
    later = now + timedelta(days=1)
    await add_entry(db, NewEntry(CAMPAIGN, Action(what="Not yet."), "2020", embargo_until=later), owner, now)


@pytest.fixture
async def appeal(db: Database, owner: Coordinator, joon: Person, clarion: House, campaign: None) -> None:
    """An appeal of the campaign, sent today, and one of no campaign."""
    now, author = clarion.clock.now(), await find_coordinator(db, joon.id)
    assert author is not None
    text = next(sheet for sheet in demo_sheets() if "code: DEMO-003" in sheet)
    lines = [line for line in text.splitlines() if not line.startswith("campaign:")]
    alone = "\n".join(lines)
    within = alone.replace("\nkind:", "\ncampaign: forced-returns\nkind:", 1)
    registers = await read_registers(db)
    for code, sheet in ((CODE, within), ("DEMO-012", alone)):
        await add_draft(db, read_sheet(sheet.replace("DEMO-003", code), now=now, registers=registers), author, now)
        await submit(db, code, 1, author, now)
        await approve(db, code, 1, owner, now, needed=1)
        await plan(db, await find_appeal(db, code), owner, now)


async def test_the_page_has_the_actions_of_all_years_in_order_of_time(
    amina: Person, clarion: House, appeal: None
) -> None:
    await amina.sends("/campaigns")
    assert amina.buttons == ["No forced returns"]
    await amina.presses("No forced returns")

    page = amina.last.text
    assert page.startswith("No forced returns\nSince 2006 · 5 steps so far\n\nIn October 2006 close family")
    years = [
        "October 2006 An appeal",
        "June 2013 15,000",
        "19 November 2015",
        "September 2023 A letter",
        "22 November 2026 Appeal: “Up to 2,000",
    ]
    places = [page.index(year) for year in years]
    assert places == sorted(places)
    for hidden in ("coordinators alone", "quiet talk", "Not yet"):
        assert hidden not in page
    assert page.count("Up to 2,000") == 1
    await amina.presses("Up to 2,000")
    assert "DEMO-011" in amina.last.text

    await amina.sends("/campaigns nope")
    assert "There is no campaign “nope” here." in amina.sees
    assert amina.buttons == ["No forced returns"]
    clarion.clock.turn(days=2)
    await amina.sends("/campaigns forced RETURN")
    assert (
        amina.last.text.index("June 2013")
        < amina.last.text.index("2020 Not yet.")
        < amina.last.text.index("September 2023")
    )


async def test_a_campaign_is_read_in_korean_and_there_may_be_none(
    sujin: Person, amina: Person, hana: Person, clarion: House
) -> None:
    await amina.sends("/campaigns")
    assert "no campaign here yet" in amina.last.text
    await hana.sends_document("campaigns.yaml", next(text for text in demo_registers() if text.startswith("campaigns")))
    await sujin.sends("/campaigns")
    await sujin.presses("강제북송을 멈춰 주세요")
    assert "2006년부터 · 아직 기록이 없습니다" in sujin.last.text
    await sujin.presses("캠페인 전체")
    assert sujin.buttons == ["강제북송을 멈춰 주세요"]
    clarion.telegram.forges_press(sujin.id, sujin.last.message_id, "campaign:gone")
    await clarion.answers_everything()
    assert "쓸 수 없는 버튼" in sujin.alerts[-1]


async def test_a_long_story_comes_whole_in_several_messages(
    db: Database, owner: Coordinator, amina: Person, clarion: House, campaign: None
) -> None:
    for year in range(1990, 2006):
        what = Action(what=f"{year} " + "x" * 580)
        await add_entry(db, NewEntry(CAMPAIGN, what, str(year)), owner, clarion.clock.now())
    await amina.sends("/campaigns Forced-Returns")

    assert all(f"{year} x" in amina.sees for year in range(1990, 2006))
    assert "September 2023" in amina.last.text
