"""What coordinators see of appeals at the desk: as much as their role may know, and the numbers of the database."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.parts import Restricted, Source
from storage.appeals.records import add_draft, find_appeal
from storage.appeals.vocabulary import Method, SourceType
from storage.calendar.changing import NewMoment, add_moment
from storage.calendar.coming import When
from storage.calendar.kinds import Described, MomentKind
from storage.letters.broadcasts.planning import RANK
from storage.people.coordinators import Role
from storage.petitions.batches.counts import add_count_batch
from storage.petitions.batches.records import Sheets
from storage.petitions.collecting.links import LinkKind, NewLink, make_link
from storage.petitions.counting.tally import Bump, Dimension, bump
from storage.petitions.signatures.records import Channel, Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.site import receipt_salt
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Action, Commitment, Delivery, Recommendation, Reply, Response
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from tests.storage.tip_rows import KEPT, epoch_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from tests.bot.desk.conftest import Browser
    from tests.people import House

CODE = "DEMO-002"
SECRET = "Barracks 4711"
PAGES = ("/appeals", f"/appeals/{CODE}", "/broadcasts", "/broadcasts/1", "/tips", "/trackers", "/campaigns")


@pytest.fixture
async def owner(staff: Callable[[Role], Awaitable[Coordinator]]) -> Coordinator:
    return await staff(Role.OWNER)


@pytest.fixture
def enter(
    browser: Browser,
    staff: Callable[[Role], Awaitable[Coordinator]],
    sign_in: Callable[[Browser, Coordinator], Awaitable[httpx.Response]],
) -> Callable[[Role], Awaitable[Browser]]:
    """Sign somebody of the role in."""

    async def entered(role: Role) -> Browser:
        await sign_in(browser, await staff(role))
        return browser

    return entered


@pytest.fixture
async def signed(clarion: House, db: Database, owner: Coordinator, published: dict[str, Appeal]) -> str:
    """Twelve signatures over two days, eight of them through a collector's link, and 250 on sheets."""
    now = clarion.clock.now()
    stored = await find_appeal(db, CODE)
    source = await make_link(db, NewLink(CODE, LinkKind.COLLECTOR, "Ms Park"), owner, now)
    first = Signing(CODE, stored.version, 1, "Somebody", "KR", frozenset({Purpose.KEEP}), "1", "en", now, now.date())
    for person in range(12):
        at = now - timedelta(days=person % 2)
        await sign(
            db,
            replace(
                first,
                person=6_000 + person,
                country="JP" if person % 4 == 0 else "KR",
                source=source if person < 8 else None,
                at=at,
                day=at.date(),
            ),
        )
    sheets = Sheets(Channel.PAPER, now.date(), "folder 3")
    await add_count_batch(db, stored, sheets, 250, "deed", owner, now)
    return source


def words(response: httpx.Response) -> str:
    """The page without its tags."""
    assert response.status_code == 200, response.text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


async def test_the_list_shows_appeals_by_state_in_the_order_that_was_chosen(
    enter: Callable[[Role], Awaitable[Browser]], db: Database, published: dict[str, Appeal], signed: str
) -> None:
    async with db.transaction() as tx:
        latest = max((one for one in published.values() if one.kind.asks), key=lambda one: one.deadline).code
        await bump(tx, latest, [Bump("telegram", ((Dimension.DAY, "2026-11-22"),), 50)])
    browser = await enter(Role.OWNER)
    shown = {}
    for order in ("deadline", "urgency", "activity"):
        page = await browser.get("/appeals", params={"order": order})
        shown[order] = re.findall(r'href="/appeals/(DEMO-\d+)"', page.text)

    by_deadline = sorted(published, key=lambda code: published[code].deadline)
    assert shown["deadline"] == by_deadline
    assert shown["urgency"] == sorted(by_deadline, key=lambda code: RANK[published[code].urgency])
    assert shown["activity"][0] == latest != by_deadline[0]
    assert "262 signatures, 12 in the last seven days" in words(await browser.get("/appeals"))


async def test_the_list_can_be_of_one_kind(enter: Callable[[Role], Awaitable[Browser]], signed: str) -> None:
    browser = await enter(Role.OWNER)
    of_one_kind = await browser.get("/appeals?kind=statement")
    nonsense = await browser.get("/appeals?kind=<b>&order=nonsense")

    everything = set(re.findall(r'href="/appeals/(DEMO-\d+)"', nonsense.text))
    assert set(re.findall(r'href="/appeals/(DEMO-\d+)"', of_one_kind.text)) < everything


async def test_the_page_of_an_appeal_tells_everything_to_who_runs_it(
    enter: Callable[[Role], Awaitable[Browser]], signed: str
) -> None:
    seen = words(await (await enter(Role.OWNER)).get(f"/appeals/{CODE}"))

    assert "262 valid signatures" in seen
    assert "Collector Ms Park" in seen
    assert "Sending of DEMO-002" in seen
    assert "Readers of Korean" in seen
    assert "Batch 1" in seen
    assert "/handover DEMO-002" in seen
    assert "Nothing delivered yet" in seen


async def test_every_chart_shows_what_the_rows_say(
    enter: Callable[[Role], Awaitable[Browser]], db: Database, signed: str
) -> None:
    page = (await (await enter(Role.OWNER)).get(f"/appeals/{CODE}")).text

    by_day = await db.all("SELECT day, COUNT(*) AS n FROM signature WHERE state = 'valid' GROUP BY day ORDER BY day")
    assert [int(n) for n in numbers(page, "days")] == [row["n"] for row in by_day]
    assert [int(n) for n in numbers(page, "total")] == [256, 262]
    assert numbers(page, "channels") == ["250", "12"]
    assert numbers(page, "countries") == ["250", "9", "3"]
    links = await db.all("SELECT source, COUNT(*) AS n FROM signature WHERE state = 'valid' GROUP BY source")
    counted = {row["source"]: row["n"] for row in links}
    assert sorted(map(int, numbers(page, "sources"))) == sorted([counted[None] + 250, counted[signed]])


def numbers(page: str, chart: str) -> list[str]:
    """The counts in the table of one chart."""
    after = page.partition(f'id="{chart}-title"')[2]
    return re.findall(r'<td class="number">([^<]*)</td>', after.partition("</table>")[0])


async def test_a_viewer_reads_no_label_no_batch_and_no_draft(
    enter: Callable[[Role], Awaitable[Browser]], db: Database, clarion: House, owner: Coordinator, signed: str
) -> None:
    draft = (await find_appeal(db, CODE)).appeal.model_copy(update={"code": "DEMO-900"})
    await add_draft(db, draft, owner, clarion.clock.now())
    browser = await enter(Role.VIEWER)
    seen = words(await browser.get(f"/appeals/{CODE}"))

    assert "262 valid signatures" in seen
    assert "Ms Park" not in seen
    assert f"Collector {signed}" in seen
    assert "folder 3" not in seen
    assert "All 1 versions" not in seen
    assert (await browser.get("/appeals/DEMO-900")).status_code == 404
    assert "DEMO-900" not in (await browser.get("/appeals")).text
    assert (await browser.get("/batches")).status_code == 403
    assert (await browser.get("/handovers")).status_code == 403


@pytest.mark.parametrize(("role", "sees"), [(Role.CAMPAIGNER, True), (Role.REVIEWER, True), (Role.EXPORTER, False)])
async def test_what_is_restricted_is_for_those_who_write_or_approve(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
    role: Role,
    sees: bool,
) -> None:
    source = Source(type=SourceType.FAMILY, title={"en": "Told by <relatives>"}, confidential=True)
    restricted = Restricted(place={"en": SECRET}, sources=(source,))
    draft = published[CODE].model_copy(update={"code": "DEMO-901", "restricted": restricted})
    await add_draft(db, draft, owner, clarion.clock.now())
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = 'published' WHERE code = 'DEMO-901'")
    page = (await (await enter(role)).get("/appeals/DEMO-901")).text

    assert (SECRET in page) is sees
    assert ("Told by &lt;relatives&gt;" in page) is sees
    assert "<relatives>" not in page


async def test_deliveries_and_replies_stand_beside_their_addressee_and_in_the_timeline(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
) -> None:
    now, addressee = clarion.clock.now(), published[CODE].addressees[0].id
    about = Subject(appeal=CODE, addressee=addressee)
    await add_entry(db, NewEntry(about, Delivery(methods=(Method.POST, Method.HAND)), "2026-11-20"), owner, now)
    hidden = Reply(response=Response.DENIED, summary="Not for <b>all</b>.", public=False)
    await add_entry(db, NewEntry(about, hidden, "2026-11-21", confidential=True), owner, now)
    browser = await enter(Role.CAMPAIGNER)
    seen = words(await browser.get(f"/appeals/{CODE}"))

    assert "Delivered: 20 November 2026" in seen
    assert "Replies: 21 November 2026 (denied it)" in seen
    assert "Not for <b>all</b>." in seen


async def test_a_viewer_reads_nothing_confidential(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
) -> None:
    about = Subject(appeal=CODE, addressee=published[CODE].addressees[0].id)
    hidden = Reply(response=Response.DENIED, summary="Between us.", public=True)
    await add_entry(db, NewEntry(about, hidden, "2026-11-21", confidential=True), owner, clarion.clock.now())
    promise = Commitment(who="A minister", what="To look into it quietly.")
    new = NewEntry(about, promise, "2026-11", stage="open", due_on=date(2026, 11, 1), confidential=True)
    await add_entry(db, new, owner, clarion.clock.now())
    browser = await enter(Role.VIEWER)
    pages = [words(await browser.get(path)) for path in (f"/appeals/{CODE}", "/trackers")]

    assert not any("Between us." in page or "quietly" in page for page in pages)
    assert "denied it" not in pages[0]


async def test_promises_that_are_overdue_are_marked_and_reviews_tell_when_the_next_one_is(
    enter: Callable[[Role], Awaitable[Browser]], db: Database, clarion: House, owner: Coordinator
) -> None:
    now = clarion.clock.now()
    late = Commitment(who="The president", what="To raise it.")
    early = Commitment(who="A minister", what="To write.")
    advice = Recommendation(state="CN", recommended_by="KR", cycle=4, session="45", text="=Implement it.")
    about = Subject(office="kr-president")
    for new in (
        NewEntry(about, late, "2026-10-01", stage="open", due_on=date(2026, 11, 21)),
        NewEntry(about, early, "2026-10-01", stage="open", due_on=date(2026, 11, 22)),
        NewEntry(about, advice, "2024-01", stage="pending"),
    ):
        await add_entry(db, new, owner, now)
    browser = await enter(Role.VIEWER)
    seen = words(await browser.get("/trackers"))

    assert seen.count("overdue") == 1
    assert seen.index("To raise it.") < seen.index("overdue") < seen.index("To write.")
    assert "July 2028" in seen
    file = await browser.sends("/trackers/recommendation.csv")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Day","State under review"')
    assert lines[1] == '"2024-01","CN","KR","4","45","\'=Implement it.","pending","2028-07","",""'
    assert "attachment" in file.headers["content-disposition"]
    assert await db.all("SELECT 1 FROM audit WHERE deed = 'export_trackers' AND subject = 'recommendation'")
    promises = (await browser.sends("/trackers/commitment.csv")).content.decode("utf-8-sig").splitlines()
    assert promises[1] == '"2026-10-01","The president","To raise it.","open","2026-11-21","",""'
    assert len((await browser.sends("/trackers/bill.csv")).content.splitlines()) == 1
    assert (await browser.sends("/trackers/tip.csv")).status_code == 404


@pytest.fixture
async def tip(db: Database, clarion: House, published: dict[str, Appeal]) -> str:
    """A tip that says something."""
    today = clarion.clock.now().date()
    async with db.reading() as tx:
        keys = receipt_keys(new_receipt(), await receipt_salt(tx))
    sealed = SealedTip(keys.lookup, "arrest", "critical", today, await epoch_of(db, clarion.clock.now()), b"canary")
    return await add_tip(db, sealed, KEPT)


async def test_the_queue_of_tips_is_listed_to_reviewers_without_a_word_of_what_they_say(
    enter: Callable[[Role], Awaitable[Browser]], tip: str
) -> None:
    browser = await enter(Role.REVIEWER)
    page = await browser.get("/tips")
    seen = words(page)

    assert "One tip is open." in seen
    assert f"{tip} Critical (lives at risk now) Arrest" in seen
    assert "not looked into yet nobody" in seen
    assert "canary" not in page.text
    assert tip in (await browser.get("/tips?first=99999999999999")).text


async def test_others_read_only_how_many_tips_there_are(enter: Callable[[Role], Awaitable[Browser]], tip: str) -> None:
    page = await (await enter(Role.VIEWER)).get("/tips")

    assert "One tip is open." in words(page)
    assert tip not in page.text


async def test_what_does_not_exist_is_not_found(
    enter: Callable[[Role], Awaitable[Browser]], published: dict[str, Appeal]
) -> None:
    browser = await enter(Role.OWNER)
    for path in ("/appeals/NO-1", "/broadcasts/99", "/broadcasts/99/progress", "/campaigns/none", "/broadcasts/x"):
        assert (await browser.get(path)).status_code == 404, path
    large = "9" * 20
    assert (await browser.get(f"/broadcasts/{large}")).status_code == 404
    for path in (f"/broadcasts/{large}/pause", f"/tasks/{large}/done", f"/tasks/{large}/snooze"):
        assert (await browser.sends(path, days="7")).status_code == 404, path


@pytest.mark.parametrize(("role", "sees"), [(Role.CAMPAIGNER, True), (Role.VIEWER, False)])
async def test_a_moment_that_is_not_public_is_for_those_who_record(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
    role: Role,
    sees: bool,
) -> None:
    now = clarion.clock.now()
    vigil = Described(name={"en": "Quiet vigil", "ko": "침묵 시위"}, place={"en": "A safe house", "ko": "쉼터"})
    when = When.of((now + timedelta(days=3)).date(), None, ZoneInfo("Asia/Seoul"))
    await add_moment(db, NewMoment(MomentKind.ACTION, vigil, when, appeal=CODE, public=False), owner, now)

    assert ("Quiet vigil" in words(await (await enter(role)).get(f"/appeals/{CODE}"))) is sees


@pytest.mark.parametrize("path", PAGES)
async def test_nobody_reads_a_page_without_signing_in(
    browser: Browser, published: dict[str, Appeal], path: str
) -> None:
    assert (await browser.get(path)).status_code == 401


async def test_a_collector_sees_none_of_it(
    enter: Callable[[Role], Awaitable[Browser]], published: dict[str, Appeal]
) -> None:
    browser = await enter(Role.COLLECTOR)
    for path in PAGES:
        assert (await browser.get(path)).status_code == 403, path


async def test_a_broadcast_is_paused_resumed_and_cancelled_as_in_the_chat(
    enter: Callable[[Role], Awaitable[Browser]], db: Database, published: dict[str, Appeal]
) -> None:
    browser = await enter(Role.CAMPAIGNER)
    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET state = 'running', ended_at = NULL WHERE id = 1")

    async def state() -> str:
        return str((await db.all("SELECT state FROM broadcast WHERE id = 1"))[0]["state"])

    paused = await browser.sends("/broadcasts/1/pause")
    assert (paused.status_code, paused.headers["location"], await state()) == (303, "/broadcasts/1", "paused")
    assert "It is paused." in words(await browser.get("/broadcasts/1"))
    await browser.sends("/broadcasts/1/pause")
    assert "Nothing was done: it is paused already." in words(await browser.get("/broadcasts/1"))
    await browser.sends("/broadcasts/1/resume")
    assert await state() == "running"
    asked = words(await browser.get("/broadcasts/1/cancel"))
    assert "cannot go on" in asked
    assert await state() == "running"
    await browser.sends("/broadcasts/1/cancel")
    assert await state() == "cancelled"
    assert (await browser.get("/broadcasts/1/cancel")).status_code == 303
    deeds = await db.all("SELECT deed FROM audit WHERE deed LIKE '%_sending' ORDER BY id")
    assert [row["deed"] for row in deeds] == ["pause_sending", "resume_sending", "cancel_sending"]


async def test_who_may_only_read_cannot_steer(
    enter: Callable[[Role], Awaitable[Browser]], published: dict[str, Appeal]
) -> None:
    browser = await enter(Role.VIEWER)
    page = (await browser.get("/broadcasts/1")).text

    assert "/broadcasts/1/pause" not in page
    assert (await browser.sends("/broadcasts/1/pause")).status_code == 403
    assert (await browser.get("/broadcasts/1/cancel")).status_code == 403


async def test_a_campaign_tells_its_actions_in_order_of_time(
    enter: Callable[[Role], Awaitable[Browser]], db: Database, clarion: House, owner: Coordinator
) -> None:
    about = Subject(campaign="river-crossings")
    document = '{"key":"river-crossings","name":{"en":"Stop <returns>"},"about":{"en":"Over years."},"since":"2006"}'
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO register_entry (register, key, document, changed_by, changed_at)
            VALUES ('campaigns', 'river-crossings', :document, :by, 0)
            """,
            {"document": document, "by": owner.id},
        )
    for day, what in (("2015", "Third."), ("2006-10", "First."), ("2013-06-24", "Second."), ("2023", "Fourth.")):
        await add_entry(db, NewEntry(about, Action(what=what), day), owner, datetime.now(UTC))
    browser = await enter(Role.VIEWER)
    page = await browser.get("/campaigns/river-crossings")
    seen = words(page)

    places = [seen.index(one) for one in ("First.", "Second.", "Third.", "Fourth.")]
    assert places == sorted(places)
    assert "Stop &lt;returns&gt;" in page.text
    assert "Stop <returns>" in words(await browser.get("/campaigns"))


async def test_a_scan_leaves_for_whoever_may_see_its_entry_and_goes_on_record(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
) -> None:
    now, about = clarion.clock.now(), Subject(appeal=CODE, addressee=published[CODE].addressees[0].id)
    open_ = await add_entry(
        db, NewEntry(about, Delivery(methods=(Method.POST,)), "2026-11-20", file=b"%PDF 1"), owner, now
    )
    hidden = Reply(response=Response.DENIED, summary="In confidence.", public=False)
    withheld = await add_entry(db, NewEntry(about, hidden, "2026-11-21", file=b"%PDF 2"), owner, now)
    browser = await enter(Role.VIEWER)
    page = await browser.get(f"/appeals/{CODE}")

    assert f"/timeline/{open_}/scan" in page.text
    assert f"/timeline/{withheld}/scan" not in page.text
    assert "denied it" not in page.text
    taken = await browser.sends(f"/timeline/{open_}/scan")
    assert taken.content == b"%PDF 1"
    assert taken.headers["content-disposition"] == f'attachment; filename="{CODE}-{open_}.pdf"'
    assert (await browser.sends(f"/timeline/{withheld}/scan")).status_code == 404
    assert (await browser.sends("/timeline/99/scan")).status_code == 404
    deeds = await db.all("SELECT subject FROM audit WHERE deed = 'take_file'")
    assert [one["subject"] for one in deeds] == [f"entry-{open_}"]


async def test_the_page_of_a_campaign_has_for_who_records_what_is_confidential(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
) -> None:
    talk = Action(what="A quiet talk.")
    new = NewEntry(Subject(campaign="forced-returns"), talk, "2026-11-20", confidential=True)
    await add_entry(db, new, owner, clarion.clock.now())

    assert "A quiet talk." in words(await (await enter(Role.CAMPAIGNER)).get("/campaigns/forced-returns"))


async def test_the_page_of_a_campaign_shows_others_nothing_confidential(
    enter: Callable[[Role], Awaitable[Browser]],
    db: Database,
    clarion: House,
    owner: Coordinator,
    published: dict[str, Appeal],
) -> None:
    about = Subject(campaign="forced-returns")
    hidden = NewEntry(about, Action(what="A quiet talk."), "2026-11-20", confidential=True)
    await add_entry(db, hidden, owner, clarion.clock.now())
    promise = Commitment(who="A minister", what="To ask in public.")
    await add_entry(db, NewEntry(about, promise, "2026-11-20", stage="open"), owner, clarion.clock.now())
    seen = words(await (await enter(Role.VIEWER)).get("/campaigns/forced-returns"))

    assert "To ask in public." in seen
    assert "A quiet talk." not in seen
