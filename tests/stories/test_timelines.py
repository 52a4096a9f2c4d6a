"""Timelines as coordinators read them: of an appeal, of a campaign, of an office; and what is kept track of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.vocabulary import Method, SourceType
from storage.calendar.changing import NewMoment, add_moment
from storage.calendar.coming import When
from storage.calendar.kinds import Described, MomentKind
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import (
    Action,
    Bill,
    CaseStatus,
    Commitment,
    Contact,
    Content,
    Delivery,
    Direction,
    Form,
    Impact,
    Outcome,
    Recommendation,
    Reply,
    Response,
    Status,
)

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

DEMO = Subject(appeal="DEMO-001", addressee="a1")
UNHCR = Subject(office="unhcr-high-commissioner")


class Recorder:
    """Records what coordinators would."""

    def __init__(self, db: Database, house: House, person: int) -> None:
        self.db, self.house, self.person = db, house, person

    async def __call__(self, about: Subject, content: Content, day: str, **more: object) -> int:
        by = await find_coordinator(self.db, self.person)
        assert by is not None
        return await add_entry(self.db, NewEntry(about, content, day, **more), by, self.house.clock.now())  # type: ignore[arg-type]


@pytest.fixture
def records(db: Database, clarion: House, hana: Person) -> Recorder:
    return Recorder(db, clarion, hana.id)


@pytest.fixture
async def viewer(amina: Person, hana: Person, db: Database, clarion: House) -> Person:
    owner, now = await find_coordinator(db, hana.id), clarion.clock.now()
    assert owner is not None
    await accept_invitation(db, await invite(db, Role.VIEWER, owner, now), amina.id, now)
    return amina


async def test_the_timeline_has_what_the_program_did_and_what_was_recorded_in_order(
    hana: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    await records(DEMO, Delivery(methods=(Method.POST, Method.HAND), place="Blue House"), "2026-12-09")
    await records(DEMO, Reply(response=Response.PLEDGED, summary="It will be raised.", public=True), "2026-12")
    await records(DEMO, Outcome(summary="It was raised.", source="Yonhap", impact=Impact.MINOR), "2026-12-12")
    await records(DEMO, Status(status=CaseStatus.HELD, source=SourceType.FAMILY), "2013-06")

    await hana.sends("/timeline DEMO-001")

    text = hana.last.text
    order = ["June 2013", "22 November 2026", "December 2026 President", "9 December 2026", "12 December 2026"]
    assert sorted(order, key=text.index) == order
    assert "Delivered by post, by hand to President of the Republic of Korea. Place: Blue House." in text
    assert "was sent, to 0 people" in text
    assert "a small step forward: It was raised. (source: Yonhap)" in text


async def test_who_does_not_record_sees_neither_confidential_nor_embargoed_entries(
    hana: Person, viewer: Person, published: dict[str, Appeal], records: Recorder, clarion: House
) -> None:
    letter = Contact(form=Form.LETTER, direction=Direction.TO_THEM, summary="A secret request")
    await records(DEMO, letter, "2026-11-22", confidential=True)
    later = letter.model_copy(update={"summary": "An embargoed statement"})
    await records(DEMO, later, "2026-11-22", embargo_until=clarion.clock.now() + timedelta(hours=2))

    await hana.sends("/timeline DEMO-001")
    await viewer.sends("/timeline DEMO-001")

    assert "A secret request [confidential]" in " ".join(hana.last.text.split())
    assert "An embargoed statement" in hana.last.text
    assert "request" not in viewer.last.text
    assert "embargoed" not in viewer.last.text


async def test_a_moment_that_is_not_public_is_in_the_timeline_of_those_who_record_alone(
    hana: Person, viewer: Person, published: dict[str, Appeal], db: Database, clarion: House
) -> None:
    owner, now = await find_coordinator(db, hana.id), clarion.clock.now()
    assert owner is not None
    vigil = Described(name={"en": "Quiet vigil", "ko": "침묵 시위"}, place={"en": "A safe house", "ko": "쉼터"})
    when = When.of((now + timedelta(days=3)).date(), None, ZoneInfo("Asia/Seoul"))
    await add_moment(db, NewMoment(MomentKind.ACTION, vigil, when, appeal="DEMO-001", public=False), owner, now)

    await hana.sends("/timeline DEMO-001")
    await viewer.sends("/timeline DEMO-001")
    assert "Quiet vigil" in hana.last.text
    assert "vigil" not in viewer.last.text


async def test_contacts_with_an_office_stand_in_order(
    hana: Person, appeals: dict[str, Appeal], records: Recorder
) -> None:
    for form, day, summary in (
        (Form.LETTER, "2023-09-13", "Asked for active help"),
        (Form.MEETING, "2022-11", "Met in Seoul"),
        (Form.STATEMENT, "2023-06", "A statement"),
    ):
        await records(UNHCR, Contact(form=form, direction=Direction.TO_THEM, summary=summary), day)

    await hana.sends("/addressee")
    await hana.presses("UN High Commissioner for Refugees")

    text = hana.last.text
    assert text.startswith("UN High Commissioner for Refugees")
    assert text.index("November 2022") < text.index("June 2023") < text.index("13 September 2023")


async def test_a_campaign_lists_its_years_in_order(
    hana: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    for year in ("2023-10", "2006-10", "2015-11"):
        await records(Subject(campaign="forced-returns"), Action(what=f"An appeal of {year[:4]}"), year)

    await hana.sends("/timeline forced-returns")

    text = hana.last.text
    order = ["October 2006", "November 2015", "October 2023"]
    assert sorted(order, key=text.index) == order


async def test_trackers_say_where_things_stand_and_what_is_overdue(
    hana: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    await records(
        DEMO, Commitment(who="The minister", what="To ask"), "2026-10-01", stage="open", due_on=date(2026, 11, 1)
    )
    review = Recommendation(state="CN", recommended_by="KR", cycle=4, text="Protect escapees")
    await records(Subject(appeal="DEMO-003"), review, "2024-01", stage="pending")
    bill = Bill(title="Resolution", chamber="National Assembly")
    first = await records(Subject(appeal="DEMO-003"), bill, "2023-09", stage="committee")
    await records(Subject(appeal="DEMO-003"), bill, "2023-11", stage="plenary", thread=first)

    await hana.sends("/trackers")
    assert "Promise: 1, overdue: 1" in hana.last.text
    await hana.presses("Promise")
    assert "Overdue." in hana.last.text
    await hana.sends("/trackers recommendation")
    assert "Next review: about July 2028." in hana.last.text
    await hana.sends("/trackers bill")

    assert "Resolution (before the plenary)" in hana.last.text
    assert "in committee" not in hana.last.text
    await hana.presses("As a file")
    assert "National Assembly" in hana.document("bills.csv").decode("utf-8-sig")


async def test_the_timeline_of_nothing_and_of_nobody_says_so(hana: Person, published: dict[str, Appeal]) -> None:
    await hana.sends("/timeline NONE-1")
    assert "/timeline" not in hana.last.text or "code" in hana.last.text
    await hana.sends("/addressee nobody")
    assert "has no office with this key" in hana.last.text
    await hana.sends("/timeline forced-returns 999999")
    assert "Forced" in hana.last.text or "forced" in hana.last.text.lower()


async def test_who_records_reads_again_all_that_was_recorded(
    hana: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    brought = Delivery(methods=(Method.HAND,), by="Two students", receipt="RR123456KR")
    await records(DEMO, brought, "2026-11-20")
    await records(DEMO, Reply(response=Response.NONE, summary="Read.", reference="MOU-7", public=True), "2026-11-20")
    found = Outcome(summary="Raised.", source="Yonhap", link="https://yna.example/1", impact=Impact.MINOR)
    await records(DEMO, found, "2026-11-20")
    letter = Contact(
        form=Form.LETTER,
        direction=Direction.TO_THEM,
        sender="NKHR",
        recipient="UNHCR",
        reference="REF-77",
        summary="Asked.",
    )
    await records(DEMO, letter, "2026-11-20", stage="open")
    promise = Commitment(who="Minister", what="To ask", note="She said no in parliament.")
    await records(DEMO, promise, "2026-11-21", stage="not_met")

    await hana.sends("/timeline DEMO-001")

    seen = "Two students", "RR123456KR", "MOU-7", "https://yna.example/1", "NKHR → UNHCR", "REF-77", "said no"
    assert [one for one in seen if one not in hana.last.text] == []


async def test_scans_of_a_page_are_offered_to_whoever_may_see_the_entry(
    hana: Person, viewer: Person, appeals: dict[str, Appeal], published: dict[str, Appeal], records: Recorder
) -> None:
    about = Subject("DEMO-001", "a1", "kr-president")
    await records(about, Delivery(methods=(Method.POST,)), "2026-11-19", file=b"%PDF open")
    withheld = Reply(response=Response.DENIED, summary="In confidence: no.", public=False)
    secret = await records(about, withheld, "2026-11-20", file=b"%PDF secret")

    for command in ("/timeline DEMO-001", "/addressee kr-president"):
        await hana.sends(command)
        assert [one for one in hana.buttons if one.startswith("Scan")] == [
            "Scan of 19 November 2026",
            "Scan of 20 November 2026",
        ]
        await viewer.sends(command)
        assert "In confidence" not in viewer.sees
        assert [one for one in viewer.buttons if one.startswith("Scan")] == ["Scan of 19 November 2026"]
    await hana.presses(f"scan:{secret}")
    assert hana.document() == b"%PDF secret"
    await viewer.presses("Scan of 19")
    assert viewer.document() == b"%PDF open"
    viewer.house.telegram.forges_press(viewer.id, viewer.last.message_id, f"scan:{secret}")
    await viewer.house.answers_everything()
    assert "no scan here that you may see" in viewer.last.text


async def test_a_colleague_who_does_not_record_sees_every_kind_that_is_open(
    hana: Person, viewer: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    await records(DEMO, Contact(form=Form.CALL, direction=Direction.TO_THEM, summary="We called."), "2026-11-20")

    await viewer.sends("/timeline DEMO-001")

    assert "We called." in viewer.last.text


async def test_the_timeline_of_a_campaign_has_for_who_records_what_is_confidential(
    hana: Person, viewer: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    about = Subject(campaign="forced-returns")
    talk = Contact(form=Form.MEETING, direction=Direction.TOGETHER, summary="A quiet talk")
    await records(about, talk, "2026-11-20", confidential=True)
    await records(about, talk.model_copy(update={"summary": "An open talk"}), "2026-11-20")

    await hana.sends("/timeline forced-returns")
    await viewer.sends("/timeline forced-returns")

    assert "A quiet talk" in hana.last.text
    assert "An open talk" in hana.last.text
    assert "An open talk" in viewer.last.text
    assert "A quiet talk" not in viewer.last.text


async def test_what_is_about_no_appeal_and_no_campaign_has_a_timeline(
    hana: Person, published: dict[str, Appeal], records: Recorder
) -> None:
    await records(Subject(), Bill(title="Act on refuge", chamber="National Assembly"), "2026-11-20", stage="proposed")
    await records(DEMO, Delivery(methods=(Method.HAND,), place="Blue House"), "2026-11-20")

    await hana.sends("/timeline")
    await hana.presses("No appeal, no campaign")

    assert "Act on refuge" in hana.last.text
    assert "Blue House" not in hana.last.text
    await hana.sends("/timeline")
    await hana.presses("timeline:forced-returns")
    assert "The earliest first" in hana.last.text or "the earliest first" in hana.last.text


async def test_every_thread_can_be_reached_in_the_trackers(
    hana: Person, appeals: dict[str, Appeal], records: Recorder
) -> None:
    for number in range(31):
        review = Recommendation(state="CN", recommended_by="KR", cycle=4, text=f"Recommendation {number:02}.")
        await records(Subject(), review, "2024-01-23", stage="pending")

    await hana.sends("/trackers recommendation")
    reached = {one for one in hana.buttons if one.startswith("Next stage")}
    for _ in range(2):
        await hana.presses("Further")
        reached |= {one for one in hana.buttons if one.startswith("Next stage")}

    assert len(reached) == 31
    assert "Recommendation 30." in hana.last.text
    await hana.presses("Earlier")
    assert "Recommendation 15." in hana.last.text
