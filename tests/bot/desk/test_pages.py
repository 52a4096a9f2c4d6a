"""What coordinators see and do on the desk's own pages: the overview, colleagues, the audit, exports."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from datetime import UTC, datetime, time, timedelta
from html import unescape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pyrage
import pytest

from bot.desk.pages import exports
from storage.appeals.records import add_draft, find_appeal, submit
from storage.appeals.vocabulary import Method
from storage.audit import ROOT, latest, verify
from storage.calendar.changing import NewMoment, add_moment
from storage.calendar.coming import When
from storage.calendar.kinds import Described, MomentKind
from storage.exports.tip_bundle_reading import read_bundle
from storage.people.coordinators import Role, dismiss
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.timeline.causes import TaskKind
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Commitment, Delivery
from storage.timeline.tasks import open_tasks, raise_tasks
from tests.storage.tip_rows import keep_tip

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from bot.desk.desk import Desk
    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.tasks import Task
    from tests.bot.desk.conftest import Browser
    from tests.people import Clock, Person

    Staff = Callable[[Role], Awaitable[Coordinator]]
    SignIn = Callable[[Browser, Coordinator], Awaitable[httpx.Response]]

SEOUL = ZoneInfo("Asia/Seoul")
CODE = "DEMO-002"
HOSTILE = "<script>alert(1)</script>\"'&"


@pytest.fixture
async def owner(staff: Staff) -> Coordinator:
    return await staff(Role.OWNER)


@pytest.fixture
async def hers(browser: Browser, owner: Coordinator, sign_in: SignIn) -> Browser:
    """The browser of the owner, who is signed in."""
    await sign_in(browser, owner)
    return browser


def seen(answer: httpx.Response) -> str:
    """Return the text of the page, as it is read."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


async def test_the_overview_says_what_is_due(
    hers: Browser, owner: Coordinator, db: Database, clock: Clock, published: dict[str, Appeal]
) -> None:
    now = clock.now()
    promise = Commitment(who="The minister", what="will raise the case")
    due = (now - timedelta(days=2)).date()
    await add_entry(db, NewEntry(Subject(appeal=CODE), promise, "2026-10-01", "open", due), owner, now)
    hearing = Described(name={"en": "Hearing", "ko": "공청회"}, place={"en": "Seoul", "ko": "서울"})
    for days in (3, 8):
        when = When.of((now + timedelta(days)).astimezone(SEOUL).date(), time(14), SEOUL)
        await add_moment(db, NewMoment(MomentKind.HEARING, hearing, when, public=True), owner, now)
    await raise_tasks(db, now, SEOUL)

    page = seen(await hers.get("/"))
    assert "A promise is due: The minister The minister promised: will raise the case By: 20 November 2026." in page
    assert "Due: 20 November 2026" in page
    assert "Overdue promises The minister : will raise the case Promised for 20 November 2026" in page
    assert page.count("Hearing · Seoul") == 1
    assert "25 November 2026 14:00" in page
    closing = page.partition("Closing within seven days")[2].partition("Overdue")[0]
    assert [code for code in published if code in closing] == [CODE]


async def promised(db: Database) -> list[Task]:
    """Return the tasks about promises; a register that nobody looked after makes others."""
    return [task for task in await open_tasks(db) if task.kind is TaskKind.COMMITMENT]


async def test_a_task_is_put_off_and_done_with_a_button_each(
    hers: Browser, owner: Coordinator, db: Database, clock: Clock, published: dict[str, Appeal]
) -> None:
    promise = NewEntry(Subject(appeal=CODE), Commitment(who="A", what="B"), "2026-10-01", "open", clock.now().date())
    await add_entry(db, promise, owner, clock.now())
    await raise_tasks(db, clock.now(), SEOUL)
    (task,) = await promised(db)

    assert (await hers.sends(f"/tasks/{task.id}/snooze", days="8")).status_code == 400
    assert (await hers.sends(f"/tasks/{task.id}/snooze", days="7")).headers["location"] == "/"
    page = seen(await hers.get("/"))
    assert "The task comes up again in 7 days." in page
    assert "Put off until 29 November 2026" in page
    assert "The task comes up again" not in seen(await hers.get("/"))

    await hers.sends(f"/tasks/{task.id}/done")
    assert "The task is done." in seen(await hers.get("/"))
    assert await promised(db) == []
    for deed in ("done", "snooze"):
        await hers.sends(f"/tasks/{task.id}/{deed}", days="7")
        assert "This task is not open any more" in seen(await hers.get("/"))


async def test_the_overview_says_what_runs_and_what_waits(
    hers: Browser, owner: Coordinator, db: Database, clock: Clock, published: dict[str, Appeal]
) -> None:
    for number, urgency in enumerate(("critical", "high", "high"), 1):
        await keep_tip(db, clock.now(), number=number, urgency=urgency)
    draft = published["DEMO-001"].model_copy(update={"code": "NEW-001"})
    await submit(db, "NEW-001", await add_draft(db, draft, owner, clock.now()), owner, clock.now())

    page = seen(await hers.get("/"))
    assert "DEMO-002 is being sent" in page
    assert "Waiting for approval NEW-001" in page
    assert "First version · no approval yet" in page
    tips = page.partition("Tips that nobody works on")[2]
    assert re.search(r"Critical .* 1 High .* 2 Normal 0 Tips are sealed to 2 keys", tips)


@pytest.mark.parametrize(("approvals", "said"), [(0, True), (1, False)])
async def test_the_desk_says_where_nobody_approves(
    settings: Settings, hers: Browser, desk: Desk, approvals: int, said: bool
) -> None:
    object.__setattr__(desk.services.policy, "approvals", approvals)
    assert ("Nobody but the author approves" in seen(await hers.get("/"))) is said


async def test_an_exporter_sees_no_drafts_tasks_or_tips(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn
) -> None:
    await sign_in(browser, await staff(Role.EXPORTER))
    page = seen(await browser.get("/"))
    assert "Being sent" in page
    for other in ("To be done", "Waiting for approval", "Tips that nobody works on"):
        assert other not in page


async def test_what_people_write_is_shown_as_text(
    hers: Browser, owner: Coordinator, db: Database, clock: Clock, published: dict[str, Appeal]
) -> None:
    appeal = published["DEMO-001"]
    texts = {language: text.model_copy(update={"title": HOSTILE}) for language, text in appeal.texts.items()}
    draft = appeal.model_copy(update={"code": "NEW-001", "texts": texts})
    await submit(db, "NEW-001", await add_draft(db, draft, owner, clock.now()), owner, clock.now())
    promise = Commitment(who=HOSTILE, what=HOSTILE)
    due = (clock.now() - timedelta(days=2)).date()
    await add_entry(db, NewEntry(Subject(appeal=CODE), promise, "2026-10-01", "open", due), owner, clock.now())

    answer = await hers.get("/")
    assert "<script>alert" not in answer.text
    assert seen(answer).count(HOSTILE) == 3
    found = await hers.get("/audit", params={"subject": HOSTILE})
    assert "<script>alert" not in found.text
    assert 'value="&lt;script&gt;' in found.text


async def test_no_page_shows_what_a_tip_says(hers: Browser, db: Database, clock: Clock, published: object) -> None:
    await keep_tip(db, clock.now(), sealed=b"AGE-SEALED-WORDS")
    for path in ("/", "/exports", "/coordinators", "/audit", "/tips", "/appeals", "/broadcasts"):
        answer = await hers.get(path)
        assert answer.status_code == 200
        assert "AGE-SEALED-WORDS" not in answer.text


async def test_an_owner_ends_a_role_after_a_question_and_both_sides_know(
    hers: Browser, joon: Person, db: Database
) -> None:
    assert "campaigner-2 Campaigner 22 November 2026" in seen(await hers.get("/coordinators"))
    asked = await hers.get("/coordinators/campaigner-2/dismiss")
    assert "From that moment the account can do nothing here as a coordinator." in asked.text

    assert (await hers.sends("/coordinators/campaigner-2/dismiss")).headers["location"] == "/coordinators"
    page = seen(await hers.get("/coordinators"))
    assert "campaigner-2 is no longer a coordinator" in page
    assert "End the role of campaigner-2" not in page
    assert "담당자 역할이 끝났습니다" in joon.last.text
    entry = (await latest(db, 1))[0]
    assert (entry.alias, entry.name, entry.subject) == ("owner-1", "dismiss", "campaigner-2")


@pytest.mark.parametrize("alias", ["owner-1", "nobody-7", "%3Cscript%3E"])
async def test_nobody_ends_their_own_role_nor_one_that_is_not_there(hers: Browser, alias: str) -> None:
    csrf = await hers.token()
    place = f"/coordinators/{alias}/dismiss"
    for answer in (await hers.get(place), await hers.post(place, data={"csrf": csrf})):
        assert answer.headers["location"] == "/coordinators"
    page = seen(await hers.get("/coordinators"))
    assert page.count("There is no other coordinator with this alias") == 2
    assert "owner-1 Owner" in page


async def test_what_is_told_once_waits_for_its_own_page_and_for_somebody_who_reads_it(
    hers: Browser, published: object
) -> None:
    await hers.post("/audit/verify", data={"csrf": await hers.token()})
    for path in ("/", "/broadcasts/1", "/broadcasts/1/progress", "/coordinators", "/nowhere"):
        assert "The chain holds" not in (await hers.get(path)).text
    await hers.head("/audit")
    assert "The chain holds" in (await hers.get("/audit")).text
    assert "The chain holds" not in (await hers.get("/audit")).text


async def test_the_words_of_a_task_name_nothing_that_only_the_program_knows(
    hers: Browser, owner: Coordinator, db: Database, clock: Clock, published: dict[str, Appeal]
) -> None:
    addressee = published[CODE].addressees[0]
    delivery = NewEntry(Subject(CODE, addressee.id), Delivery(methods=(Method.POST,)), "2026-10-01")
    await add_entry(db, delivery, owner, clock.now())
    await raise_tasks(db, clock.now(), SEOUL)

    page = seen(await hers.get("/"))
    assert f"no reply after 30 days ({addressee.office['en']})" in page
    assert f" {addressee.id} " not in page


async def test_an_invitation_is_in_the_answer_alone_and_lets_one_person_in(hers: Browser, amina: Person) -> None:
    page = await hers.sends("/coordinators/invite", role="viewer")
    assert page.headers["cache-control"] == "no-store"
    link = re.search(r"https://t\.me/\w+\?start=(inv_[\w-]+)", page.text)
    assert link is not None
    assert link[0] not in (await hers.get("/coordinators")).text

    await amina.opens(link[1])
    assert "viewer-2" in seen(await hers.get("/coordinators"))


@pytest.mark.parametrize("role", ["owner", "", "king"])
async def test_an_owner_is_not_made_with_a_link(hers: Browser, role: str) -> None:
    assert (await hers.sends("/coordinators/invite", role=role)).status_code == 400


async def test_the_audit_goes_back_page_by_page_and_by_subject(
    hers: Browser, staff: Staff, owner: Coordinator, desk: Desk
) -> None:
    for _ in range(30):
        viewer = await staff(Role.VIEWER)
        await dismiss(desk.db, viewer.alias, owner, desk.now())

    first = await hers.get("/audit")
    older = re.search(r'href="(/audit\?[^"]+)"', first.text)
    assert older is not None
    second = await hers.get(unescape(older[1]))
    rows = [row for page in (first, second) for row in re.findall(r"<tr><td>.*</tr>", page.text)]
    assert len(rows) == (await verify(desk.db)).rows
    assert "Older entries" not in second.text

    found = seen(await hers.get("/audit", params={"subject": viewer.alias}))
    assert f"joined as {viewer.alias}" in found
    assert f"ended the role of {viewer.alias}" in found
    assert "invited a" not in found
    assert "There is no such entry." in seen(await hers.get("/audit", params={"subject": "%' OR 1=1 --"}))
    for odd in ("x", "-1", "9" * 30, "１"):
        assert (await hers.get("/audit", params={"before": odd})).status_code == 200


async def test_the_chain_is_verified_and_a_break_is_told(hers: Browser, db: Database) -> None:
    head = (await verify(db)).head
    await hers.sends("/audit/verify")
    page = seen(await hers.get("/audit"))
    assert "The chain holds:" in page
    assert head in page

    async with db.transaction() as tx:
        await tx.execute("DROP TRIGGER audit_refuses_update")
        await tx.execute("UPDATE audit SET subject = 'DEMO-009' WHERE id = 2")
    await hers.sends("/audit/verify")
    assert "The chain is broken at row 2" in seen(await hers.get("/audit"))


async def test_the_audit_leaves_as_a_file_from_which_the_chain_can_be_computed(hers: Browser, db: Database) -> None:
    answer = await hers.sends("/exports/audit")
    assert answer.headers["content-disposition"] == 'attachment; filename="audit-2026-11-22.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[-1]["deed"] == "export_audit"

    before = ROOT
    for row in rows:
        parts = [int(row["at"]), int(row["coordinator"]) if row["coordinator"] else None]
        content = json.dumps([*parts, row["deed"], row["subject"], row["detail"]])
        before = hashlib.sha256(f"{before}{content}".encode()).hexdigest()
        assert row["hash"] == before
        assert datetime.fromisoformat(row["time"]) == datetime.fromtimestamp(int(row["at"]), UTC)
    assert before == (await verify(db)).head


async def one_signature(db: Database, clock: Clock) -> None:
    version, now = (await find_appeal(db, CODE)).version, clock.now()
    consents = frozenset({Purpose.KEEP, Purpose.HAND_OVER})
    await sign(db, Signing(CODE, version, 1, "김수진", "KR", consents, "1", "ko", now, now.date()))


@pytest.mark.parametrize(
    ("path", "form", "name"),
    [
        ("/exports/signatures", "csv", "DEMO-002-signatures-2026-11-22.csv"),
        ("/exports/signatures", "xlsx", "DEMO-002-signatures-2026-11-22.xlsx"),
        ("/exports/totals", "", "DEMO-002-totals-2026-11-22.csv"),
    ],
)
async def test_a_file_leaves_with_what_it_is_and_a_row_in_the_audit(
    hers: Browser, db: Database, clock: Clock, published: object, path: str, form: str, name: str
) -> None:
    await one_signature(db, clock)
    answer = await hers.sends(path, code=CODE, form=form)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.zip"'
    assert answer.headers["cache-control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        content, told = (archive.read(one) for one in archive.namelist())
        assert archive.namelist()[0] == name
    manifest = json.loads(told)
    assert (manifest["sha256"], manifest["exported_by"]) == (hashlib.sha256(content).hexdigest(), "owner-1")
    entry = (await latest(db, 1))[0]
    assert (entry.alias, entry.name, entry.subject) == ("owner-1", "export_signatures", CODE)


async def test_what_there_is_not_cannot_be_taken_out(hers: Browser, published: object) -> None:
    for path, values, status in (
        ("/exports/totals", {"code": "NONE"}, 404),
        ("/exports/totals", {"code": "x" * 500}, 404),
        ("/exports/totals", {}, 404),
        ("/exports/signatures", {"code": CODE, "form": "totals"}, 400),
        ("/exports/signatures", {"code": CODE}, 400),
    ):
        assert (await hers.sends(path, **values)).status_code == status


async def test_exports_do_not_tell_which_drafts_there_are(
    hers: Browser, owner: Coordinator, db: Database, clock: Clock, published: dict[str, Appeal]
) -> None:
    draft = published[CODE].model_copy(update={"code": "NEW-001"})
    await add_draft(db, draft, owner, clock.now())
    for path in ("/exports/totals", "/exports/signatures"):
        assert (await hers.sends(path, code="NEW-001", form="csv")).status_code == 404


async def test_what_is_too_large_is_written_on_the_server(
    hers: Browser, db: Database, clock: Clock, published: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    await one_signature(db, clock)
    monkeypatch.setattr(exports, "FILE_MAX", 100)
    monkeypatch.setattr(exports, "SHEET_MAX", 0)
    for form in ("csv", "xlsx"):
        assert (await hers.sends("/exports/signatures", code=CODE, form=form)).headers["location"] == "/exports"
        assert f"clarion export {CODE} {form} --out FILE" in seen(await hers.get("/exports"))


async def test_tips_leave_sealed_in_parts_and_open_with_a_key_alone(
    hers: Browser,
    db: Database,
    clock: Clock,
    identities: tuple[pyrage.x25519.Identity, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tags = [await keep_tip(db, clock.now(), number=number) for number in (1, 2)]
    monkeypatch.setattr(exports, "PART_MAX", 1500)
    assert "Download 1 tip, part 2 of 2" in seen(await hers.get("/exports"))

    found = []
    for part in ("1", "2"):
        answer = await hers.sends("/exports/tips", part=part)
        assert answer.headers["content-disposition"] == f'attachment; filename="tips-2026-11-22-{part}.age"'
        found += [tip.tag for tip in read_bundle(pyrage.decrypt(answer.content, [identities[0]])).tips]
        assert (await latest(db, 1))[0].name == "export_tips"
    assert sorted(found) == sorted(tags)
    for part in ("0", "3", "x", ""):
        assert (await hers.sends("/exports/tips", part=part)).headers["location"] == "/exports"
    assert "There is no tip to export." in seen(await hers.get("/exports"))
