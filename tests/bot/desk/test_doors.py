"""Who gets through which door of the desk, and what every answer says, whoever asks and however."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.desk import app
from bot.desk.app import desk_app, desk_routes
from bot.desk.doors import for_duties
from bot.desk.guard import BODY_MAX, QUERY_MAX
from handlers.coordinators.roles import Duty
from storage.audit import latest
from storage.people.coordinators import Role, find_coordinator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from io import StringIO

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.desk.desk import Desk
    from bot.desk.visitor import Visitor
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from tests.bot.desk.conftest import Browser
    from tests.people import Clock, Person

    Staff = Callable[[Role], Awaitable[Coordinator]]
    SignIn = Callable[[Browser, Coordinator], Awaitable[httpx.Response]]

OWN, CAM, REV, EXP, VIEW, COLL = Role.OWNER, Role.CAMPAIGNER, Role.REVIEWER, Role.EXPORTER, Role.VIEWER, Role.COLLECTOR
EVERYBODY = {OWN, CAM, REV, EXP, VIEW, COLL}
PUBLIC = {"GET /sign-in", "POST /sign-in"}
MATRIX = {
    "GET /": EVERYBODY,
    "POST /sign-out": EVERYBODY,
    "POST /tasks/{task:row}/done": {OWN, CAM},
    "POST /tasks/{task:row}/snooze": {OWN, CAM},
    "GET /exports": {OWN, CAM, REV, EXP, VIEW},
    "POST /exports/signatures": {OWN, EXP},
    "POST /exports/totals": {OWN, CAM, REV, EXP, VIEW},
    "POST /exports/tips": {OWN, REV},
    "POST /exports/audit": {OWN},
    "GET /coordinators": {OWN},
    "POST /coordinators/invite": {OWN},
    "GET /coordinators/{alias}/dismiss": {OWN},
    "POST /coordinators/{alias}/dismiss": {OWN},
    "GET /audit": {OWN},
    "POST /audit/verify": {OWN},
    "GET /appeals": {OWN, CAM, REV, EXP, VIEW},
    "GET /appeals/{code}": {OWN, CAM, REV, EXP, VIEW},
    "GET /broadcasts": {OWN, CAM, REV, EXP, VIEW},
    "GET /broadcasts/{number:row}/live": {OWN, CAM, REV, EXP, VIEW},
    "GET /broadcasts/{number:row}": {OWN, CAM, REV, EXP, VIEW},
    "GET /broadcasts/{number:row}/progress": {OWN, CAM, REV, EXP, VIEW},
    "POST /broadcasts/{number:row}/pause": {OWN, CAM},
    "POST /broadcasts/{number:row}/resume": {OWN, CAM},
    "GET /broadcasts/{number:row}/cancel": {OWN, CAM},
    "POST /broadcasts/{number:row}/cancel": {OWN, CAM},
    "GET /tips": {OWN, CAM, REV, EXP, VIEW},
    "GET /batches": {OWN, CAM},
    "GET /handovers": {OWN, EXP},
    "GET /trackers": {OWN, CAM, REV, EXP, VIEW},
    "POST /trackers/{kind}.csv": {OWN, CAM, REV, EXP, VIEW},
    "POST /timeline/{entry:row}/scan": {OWN, CAM, REV, EXP, VIEW},
    "GET /campaigns": {OWN, CAM, REV, EXP, VIEW},
    "GET /campaigns/{key}": {OWN, CAM, REV, EXP, VIEW},
}
"""Every route of the desk, spelled out, with the roles that it is for."""


def spelled(route: Route) -> str:
    (method,) = (route.methods or set()) - {"HEAD"}
    return f"{method} {route.path}"


def some_path(path: str) -> str:
    """Return an address for the route that names nothing that there is."""
    for name, value in (
        ("{task:row}", "99"),
        ("{number:row}", "99"),
        ("{entry:row}", "99"),
        ("{alias}", "nobody-9"),
        ("{code}", "NONE"),
    ):
        path = path.replace(name, value)
    return path.replace("{kind}", "bill").replace("{key}", "none")


def test_the_matrix_lists_every_route_and_no_other() -> None:
    assert sorted(map(spelled, desk_routes())) == sorted({*MATRIX, *PUBLIC})


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_passes_the_doors_that_are_for_it_and_no_other(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, role: Role
) -> None:
    await sign_in(browser, await staff(role))
    csrf = await browser.token()
    passed = set()
    for door in sorted(MATRIX, key="POST /sign-out".__eq__):  # which leads out, and is tried last
        method, path = door.split(" ")
        answer = await browser.request(method, some_path(path), data={"csrf": csrf} if method == "POST" else None)
        if "<h1>Not for your role</h1>" in answer.text:
            assert answer.status_code == 403
        else:
            assert answer.status_code in {200, 303, 400, 404}, door
            passed.add(door)

    assert passed == {door for door, roles in MATRIX.items() if role in roles}


async def test_whoever_is_not_signed_in_reads_how_to_and_nothing_else(browser: Browser) -> None:
    for door in MATRIX:
        method, path = door.split(" ")
        answer = await browser.request(method, some_path(path))
        assert answer.status_code == 401
        assert "Write /desk to the bot" in answer.text
        assert "Sections of the desk" not in answer.text


async def test_a_refusal_is_on_record(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, db: Database
) -> None:
    viewer = await staff(Role.VIEWER)
    await sign_in(browser, viewer)
    assert (await browser.get("/audit")).status_code == 403

    entry = (await latest(db, 1))[0]
    assert (entry.alias, entry.name, entry.subject) == (viewer.alias, "refused", "audit")


async def test_the_menu_shows_what_the_role_may_open(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn
) -> None:
    await sign_in(browser, await staff(Role.COLLECTOR))
    page = (await browser.get("/")).text
    assert 'href="/exports"' not in page
    assert "Your role works in the chat" in page


@pytest.mark.parametrize("csrf", [None, "", "wrong", "é"])
async def test_a_form_without_this_sessions_token_does_nothing(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, db: Database, csrf: str | None
) -> None:
    exporter = await staff(Role.EXPORTER)
    await sign_in(browser, await staff(Role.OWNER))
    answer = await browser.post(
        f"/coordinators/{exporter.alias}/dismiss", data={"csrf": csrf} if csrf is not None else {}
    )
    assert answer.status_code == 403
    assert "Please try again" in answer.text
    assert (await latest(db, 1))[0].name != "dismiss"


async def test_the_token_of_one_session_is_worth_nothing_in_another(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, desk: Desk
) -> None:
    owner = await staff(Role.OWNER)
    other = desk.sessions.find(desk.sessions.begin(owner))
    assert other is not None
    await sign_in(browser, owner)
    assert (await browser.post("/audit/verify", data={"csrf": other.csrf})).status_code == 403


async def test_another_sites_form_is_refused_before_anything_reads_it(
    browser: Browser, hana: Person, desk: Desk, staff: Staff
) -> None:
    token = desk.services.sign_ins.open_for((await staff(Role.OWNER)).id)
    for site in ("cross-site", "same-site"):
        answer = await browser.post("/sign-in", data={"token": token}, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == 403
    own = await browser.post("/sign-in", data={"token": token}, headers={"Sec-Fetch-Site": "same-origin"})
    assert own.status_code == 303


@pytest.mark.parametrize("origin", ["http://evil.example.org", "https://evil.example.org:1", "null", ""])
async def test_a_form_that_names_another_origin_is_refused_where_the_browser_says_nothing_else(
    browser: Browser, hana: Person, desk: Desk, staff: Staff, port: int, origin: str
) -> None:
    token = desk.services.sign_ins.open_for((await staff(Role.OWNER)).id)
    foreign = await browser.post("/sign-in", data={"token": token}, headers={"Origin": origin})
    assert foreign.status_code == 403
    own = await browser.post("/sign-in", data={"token": token}, headers={"Origin": f"http://127.0.0.1:{port}"})
    assert own.status_code == 303


async def test_the_desk_answers_under_its_names_and_no_other(browser: Browser, port: int) -> None:
    for name in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}", f"LocalHost:{port}"):
        assert (await browser.get("/sign-in", headers={"Host": name})).status_code == 200
    for name in ("evil.example.org", f"evil.example.org:{port}", "127.0.0.1", "", f"127.0.0.1:{port + 1}"):
        answer = await browser.get("/sign-in", headers={"Host": name})
        assert answer.status_code == 421
        assert "sign in" not in answer.text


async def test_every_answer_says_what_browsers_must_not_do(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn
) -> None:
    answers = [
        await sign_in(browser, await staff(Role.OWNER)),
        await browser.get("/"),
        await browser.get("/audit"),
        await browser.get("/nowhere"),
        await browser.get("/static/desk.css"),
        await browser.get("/static/../app.py"),
        await browser.get("/static/nothing.css"),
        await browser.put("/"),
        await browser.get("/", headers={"Host": "evil.example.org"}),
        await browser.get(f"/?{'x' * QUERY_MAX}x"),
        await browser.post("/sign-in", content=b"x" * (BODY_MAX + 1), headers={"Content-Type": "text/plain"}),
        await browser.sends("/audit/verify"),
        await browser.sends("/exports/audit"),
        await browser.sends("/sign-out"),
    ]
    assert {answer.status_code for answer in answers} >= {200, 303, 404, 405, 414, 415, 421}
    for answer in answers:
        assert answer.headers["content-security-policy"] == (
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


async def test_a_page_that_fails_says_a_number_and_the_log_has_it_without_what_it_was_about(
    hana: Person, desk: Desk, port: int, staff: Staff, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    @for_duties(*Duty)
    async def fail(_request: Request, _desk: Desk, _visitor: Visitor) -> Response:
        raise RuntimeError("the name of a witness")

    class Broken:
        @staticmethod
        def routes() -> list[Route]:
            return [Route("/broken", fail)]

    monkeypatch.setattr(app, "TOPICS", (*app.TOPICS, Broken))
    transport = httpx.ASGITransport(desk_app(desk))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://127.0.0.1:{port}") as browser:
        token = desk.services.sign_ins.open_for((await staff(Role.OWNER)).id)
        await browser.post("/sign-in", data={"token": token})
        answer = await browser.get("/broken")

    assert answer.status_code == 500
    assert "Look whether it was done before you try again." in answer.text
    assert "Sections of the desk" in answer.text
    assert "witness" not in answer.text + log.getvalue()
    assert "RuntimeError" in log.getvalue()
    reference = log.getvalue().partition("failure ")[2][:8]
    assert reference in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


async def test_what_is_not_there_is_told_in_the_language_and_with_the_menu_of_who_is_signed_in(
    browser: Browser, joon: Person, staff: Staff, sign_in: SignIn, clock: Clock
) -> None:
    colleague = await find_coordinator(joon.house.clarion.services.db, joon.id)
    assert colleague is not None
    await sign_in(browser, colleague)
    clock.turn(minutes=29)
    answer = await browser.get("/nowhere", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert "그런 페이지가 없습니다" in answer.text
    assert 'href="/appeals"' in answer.text
    assert "campaigner-2" in answer.text

    clock.turn(minutes=1)  # and it was nobody's deed
    assert (await browser.get("/")).status_code == 401


async def test_a_page_that_fails_while_the_database_fails_is_told_all_the_same(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, db: Database, log: StringIO
) -> None:
    await sign_in(browser, await staff(Role.OWNER))
    async with db.transaction() as tx:
        await tx.execute("ALTER TABLE coordinator RENAME TO lost")
    answer = await browser.get("/")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "coordinator\n" not in log.getvalue()


async def test_five_tabs_leave_readers_to_conversations(
    hana: Person, desk: Desk, port: int, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, go_on = 0, asyncio.Event()

    @for_duties(*Duty)
    async def read(_request: Request, desk: Desk, _visitor: Visitor) -> Response:
        nonlocal inside
        async with desk.db.reading():
            inside += 1
            await go_on.wait()
        return PlainTextResponse("read")

    class Slow:
        @staticmethod
        def routes() -> list[Route]:
            return [Route("/slow", read)]

    monkeypatch.setattr(app, "TOPICS", (*app.TOPICS, Slow))
    transport = httpx.ASGITransport(desk_app(desk))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://127.0.0.1:{port}") as browser:
        token = desk.services.sign_ins.open_for((await staff(Role.OWNER)).id)
        await browser.post("/sign-in", data={"token": token})
        tabs = [asyncio.create_task(browser.get("/slow")) for _ in range(5)]
        while not inside:
            await asyncio.sleep(0)
        async with desk.db.reading(), desk.db.reading():  # all others, at once
            assert inside == 1
        go_on.set()
        assert [(await tab).text for tab in tabs] == ["read"] * 5


async def test_a_body_is_refused_as_soon_as_it_is_too_large(browser: Browser) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 4096
            yield b"token=" + b"x" * 4090

    answer = await browser.post(
        "/sign-in", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 413
    assert "That is too large" in answer.text
    assert sent <= BODY_MAX + 8192


async def test_faults_are_told_in_the_browsers_language(browser: Browser) -> None:
    assert "그런 페이지가 없습니다" in (await browser.get("/x", headers={"Accept-Language": "ko-KR,ko;q=0.9"})).text
    assert "There is no such page" in (await browser.get("/x", headers={"Accept-Language": "<script>"})).text
