"""The desk opens to a coordinator with a link from the chat, once, and to nobody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.desk.desk import TRIES_EACH
from bot.desk.sessions import EACH
from storage.audit import latest
from storage.people.coordinators import Role, dismiss

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from io import StringIO

    import httpx

    from bot.desk.desk import Desk
    from bot.settings import Settings
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from tests.bot.desk.conftest import Browser
    from tests.people import Clock, Person

    Staff = Callable[[Role], Awaitable[Coordinator]]
    SignIn = Callable[[Browser, Coordinator], Awaitable[httpx.Response]]
    OpenBrowser = Callable[[], AbstractAsyncContextManager[Browser]]

LINK = re.compile(r"http://127\.0\.0\.1:[0-9]+/sign-in\?token=[\w-]+")


def link_in(text: str) -> str:
    """Return the link to the desk that a message of the bot holds."""
    found = LINK.search(text)
    assert found is not None, text
    return found[0]


def token_in(text: str) -> str:
    return link_in(text).partition("=")[2]


async def test_a_coordinator_asks_in_the_chat_signs_in_and_sees_the_overview(
    hana: Person, browser: Browser, db: Database
) -> None:
    await hana.sends("/desk")
    link = link_in(hana.last.text)
    assert "It is for you alone: it works once, within five minutes" in hana.last.text

    shown = await browser.get(link)
    assert "Sign in at the desk" in shown.text
    assert "This link belongs to <b>owner-1</b>" in shown.text
    assert "set-cookie" not in shown.headers

    answer = await browser.post("/sign-in", data={"token": token_in(hana.last.text)})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    overview = await browser.get("/")
    assert overview.status_code == 200
    assert "<h1>Overview</h1>" in overview.text
    assert (await latest(db, 1))[0].name == "sign_in"


async def test_in_korean_the_way_and_the_desk_are_korean(joon: Person, browser: Browser) -> None:
    await joon.sends("/desk")
    assert "데스크로 가는 링크" in joon.last.text

    await browser.post("/sign-in", data={"token": token_in(joon.last.text)})
    overview = await browser.get("/")
    assert '<html lang="ko">' in overview.text
    assert "<h1>한눈에 보기</h1>" in overview.text


async def test_supporters_get_no_way_to_the_desk(amina: Person) -> None:
    await amina.sends("/desk")
    assert "sign-in" not in amina.sees


async def test_looking_at_the_link_spends_nothing_and_pressing_the_button_does(
    hana: Person, open_browser: OpenBrowser
) -> None:
    await hana.sends("/desk")
    link, token = link_in(hana.last.text), token_in(hana.last.text)

    async with open_browser() as preview, open_browser() as browser, open_browser() as later:
        for _ in range(3):
            assert (await preview.get(link)).status_code == 200
        assert (await browser.post("/sign-in", data={"token": token})).status_code == 303
        again = await later.post("/sign-in", data={"token": token})
        assert again.status_code == 403
        assert "This link does not lead in" in again.text
        assert "set-cookie" not in again.headers
        assert (await later.get("/")).status_code == 401
        looked = await later.get(link)
        assert looked.status_code == 403
        assert "This link does not lead in" in looked.text


async def test_a_new_link_takes_the_place_of_the_last_and_each_lasts_five_minutes(
    hana: Person, browser: Browser, clock: Clock
) -> None:
    await hana.sends("/desk")
    first = token_in(hana.last.text)
    await hana.sends("/desk")
    second = token_in(hana.last.text)
    assert (await browser.post("/sign-in", data={"token": first})).status_code == 403

    clock.turn(minutes=5)
    assert (await browser.post("/sign-in", data={"token": second})).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "é" * 60, "\ud800", "../" * 20])
async def test_nothing_else_leads_in(browser: Browser, token: str) -> None:
    body = {"token": token.encode(errors="surrogatepass")}
    assert (await browser.post("/sign-in", data=body)).status_code == 403
    assert (await browser.post("/sign-in", files={"token": ("token", b"x")})).status_code == 415
    assert (await browser.post("/sign-in")).status_code == 403


async def test_the_cookie_is_for_this_host_and_no_script(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn
) -> None:
    answer = await sign_in(browser, await staff(Role.OWNER))

    parts = set(answer.headers["set-cookie"].split("; ")[1:])
    assert parts == {"HttpOnly", "Max-Age=43200", "Path=/", "SameSite=lax"}
    assert answer.headers["set-cookie"].startswith("clarion-desk=")


class TestUnderHttps:
    """Behind a proxy that speaks https."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"desk_url": "https://desk.example.org/"})

    async def test_the_cookie_goes_out_encrypted_alone_and_the_link_can_be_pressed(
        self, browser: Browser, hana: Person
    ) -> None:
        await hana.sends("/desk")
        link = re.search(r"https://desk\.example\.org/sign-in\?token=([\w-]+)", hana.last.text)
        assert link is not None
        assert "not encrypted" not in hana.last.text

        browser.base_url = "https://desk.example.org"
        answer = await browser.post("/sign-in", data={"token": link[1]})
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-clarion-desk=")
        assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


class TestUnprotected:
    """An operator who opened the desk to a network without https."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"desk_url": "http://desk.example.org/"})

    async def test_the_link_warns(self, hana: Person) -> None:
        await hana.sends("/desk")
        assert "The way there is not encrypted" in hana.last.text


class TestSwitchedOff:
    """No port, no desk."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"desk_port": 0})

    async def test_coordinators_read_who_switches_it_on(self, hana: Person) -> None:
        await hana.sends("/desk")
        assert "The operator has not switched the desk on" in hana.last.text


async def test_after_half_an_hour_of_nothing_and_after_twelve_hours_the_session_is_over(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, clock: Clock
) -> None:
    owner = await staff(Role.OWNER)
    await sign_in(browser, owner)
    clock.turn(minutes=29)
    assert (await browser.get("/")).status_code == 200
    clock.turn(minutes=30)
    assert (await browser.get("/")).status_code == 401

    await sign_in(browser, owner)
    for _ in range(24):
        assert (await browser.get("/")).status_code == 200
        clock.turn(minutes=29)
    assert (await browser.get("/")).status_code == 200
    clock.turn(minutes=24)
    assert (await browser.get("/")).status_code == 401


async def test_a_page_that_renews_itself_keeps_nobody_signed_in(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, clock: Clock, db: Database, published: object
) -> None:
    await sign_in(browser, await staff(Role.OWNER))
    clock.turn(minutes=20)
    for part in ("live", "progress"):
        page = await browser.get(f"/broadcasts/1/{part}", headers={"Sec-Fetch-Dest": "document"})
        assert page.status_code == 200
    clock.turn(minutes=10)
    assert (await browser.get("/")).status_code == 401


async def test_the_sixth_browser_ends_the_first(
    open_browser: OpenBrowser, hana: Person, staff: Staff, sign_in: SignIn
) -> None:
    owner, reviewer = await staff(Role.OWNER), await staff(Role.REVIEWER)
    async with open_browser() as first, open_browser() as colleague, open_browser() as last:
        await sign_in(first, owner)
        await sign_in(colleague, reviewer)
        for _ in range(EACH - 1):
            last.cookies.clear()
            await sign_in(last, owner)
        assert (await first.get("/")).status_code == 200
        last.cookies.clear()
        await sign_in(last, owner)
        assert (await first.get("/")).status_code == 401
        assert (await colleague.get("/")).status_code == (await last.get("/")).status_code == 200


async def test_signing_out_ends_the_session_for_whoever_has_the_cookie(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn
) -> None:
    await sign_in(browser, await staff(Role.OWNER))
    kept = dict(browser.cookies)
    left = await browser.sends("/sign-out")
    assert (left.status_code, left.headers["location"]) == (303, "/sign-in")
    assert "Max-Age=0" in left.headers["set-cookie"]

    browser.cookies.update(kept)
    assert (await browser.get("/")).status_code == 401


async def test_whoever_is_dismissed_is_out_at_the_next_request_also_after_an_invitation(
    browser: Browser, hana: Person, staff: Staff, sign_in: SignIn, desk: Desk
) -> None:
    owner, exporter = await staff(Role.OWNER), await staff(Role.EXPORTER)
    await sign_in(browser, exporter)
    assert (await browser.get("/exports")).status_code == 200

    await dismiss(desk.db, exporter.alias, owner, desk.now())
    assert (await browser.get("/exports")).status_code == 401


async def test_a_link_given_before_the_dismissal_leads_nowhere(
    browser: Browser, hana: Person, staff: Staff, desk: Desk
) -> None:
    owner, exporter = await staff(Role.OWNER), await staff(Role.EXPORTER)
    token = desk.services.sign_ins.open_for(exporter.id)
    await dismiss(desk.db, exporter.alias, owner, desk.now())
    assert (await browser.post("/sign-in", data={"token": token})).status_code == 403


async def test_whoever_guesses_too_often_waits_and_keeps_nobody_out_who_has_a_link(
    open_browser: OpenBrowser, hana: Person, staff: Staff, desk: Desk, clock: Clock
) -> None:
    owner = await staff(Role.OWNER)
    async with open_browser() as browser:
        for _ in range(TRIES_EACH):
            assert (await browser.post("/sign-in", data={"token": "wrong"})).status_code == 403
        often = await browser.post("/sign-in", data={"token": "wrong"})
        assert often.status_code == 429
        assert "Too many tries" in often.text
        token = desk.services.sign_ins.open_for(owner.id)
        assert (await browser.post("/sign-in", data={"token": token})).status_code == 303

        clock.turn(minutes=15)
        assert (await browser.post("/sign-in", data={"token": "wrong"})).status_code == 403


async def test_no_token_nor_cookie_is_in_the_log(
    hana: Person, browser: Browser, staff: Staff, sign_in: SignIn, log: StringIO
) -> None:
    await hana.sends("/desk")
    token = token_in(hana.last.text)
    await browser.get(f"/sign-in?token={token}")
    await browser.post("/sign-in", data={"token": token})
    await browser.post("/sign-in", data={"token": token})
    cookie = browser.cookies["clarion-desk"]

    written = log.getvalue()
    assert "signed in at the desk" in written
    assert token not in written
    assert cookie not in written
