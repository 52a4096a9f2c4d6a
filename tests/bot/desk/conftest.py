"""Browsers of coordinators at the desk, in the same process."""

from __future__ import annotations

import re
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest
from playwright.async_api import async_playwright

from bot.desk.app import desk_app
from bot.desk.desk import Desk, set_up_desk
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from tests.conftest import HANA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from playwright.async_api import Page

    from bot.settings import Settings
    from storage.people.coordinators import Coordinator
    from tests.people import House, Person

CSRF = re.compile(r'name="csrf" value="([^"]+)"')
FIRST_OF_STAFF = 9_100


class Browser(httpx.AsyncClient):
    """Somebody's browser, open at the desk."""

    async def token(self) -> str:
        """Return what the forms of its session hold."""
        page = await self.get("/")
        found = CSRF.search(page.text)
        assert found is not None, page.text
        return found[1]

    async def sends(self, path: str, **values: str) -> httpx.Response:
        """Send a form of its session."""
        return await self.post(path, data={"csrf": await self.token(), **values})


@pytest.fixture
def port() -> int:
    """A port of this machine that is free."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        free: int = listening.getsockname()[1]
    return free


@pytest.fixture
def settings(settings: Settings, port: int) -> Settings:
    """The house with its desk switched on."""
    return settings.model_copy(update={"desk_port": port})


@pytest.fixture
def desk(clarion: House, port: int) -> Desk:
    """The desk as the house serves it, for browsers in the same process."""
    application = clarion.clarion.application
    return set_up_desk(application.services, application.bot, "127.0.0.1", port)


@pytest.fixture
def open_browser(desk: Desk, port: int) -> Callable[[], AbstractAsyncContextManager[Browser]]:
    """Open a browser in which nobody is signed in."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Browser]:
        transport = httpx.ASGITransport(desk_app(desk))
        async with Browser(transport=transport, base_url=f"http://127.0.0.1:{port}", follow_redirects=False) as browser:
            yield browser

    return opened


@pytest.fixture
async def browser(open_browser: Callable[[], AbstractAsyncContextManager[Browser]]) -> AsyncIterator[Browser]:
    async with open_browser() as opened:
        yield opened


@pytest.fixture
def staff(clarion: House, hana: Person) -> Callable[[Role], Awaitable[Coordinator]]:
    """Make somebody a coordinator; Hana is the owner."""
    services = clarion.clarion.services
    made = iter(range(FIRST_OF_STAFF, FIRST_OF_STAFF + 100))

    async def join(role: Role) -> Coordinator:
        owner = await find_coordinator(services.db, HANA)
        assert owner is not None
        if role is Role.OWNER:
            return owner
        token = await invite(services.db, role, owner, clarion.clock.now())
        return await accept_invitation(services.db, token, next(made), clarion.clock.now())

    return join


@pytest.fixture
def sign_in(desk: Desk) -> Callable[[Browser, Coordinator], Awaitable[httpx.Response]]:
    """Sign a coordinator in."""

    async def signed_in(browser: Browser, coordinator: Coordinator) -> httpx.Response:
        token = desk.services.sign_ins.open_for(coordinator.id)
        response = await browser.post("/sign-in", data={"token": token})
        assert response.status_code == 303, response.text
        return response

    return signed_in


@pytest.fixture
async def visit(clarion: House, chromium: str) -> AsyncIterator[Callable[..., AbstractAsyncContextManager[Page]]]:
    """Open pages of a real browser, with scripts or without, for the desk that the house serves."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])

        @asynccontextmanager
        async def opened(*, script: bool) -> AsyncIterator[Page]:
            context = await browser.new_context(java_script_enabled=script, locale="en-GB")
            page = await context.new_page()
            problems: list[str] = []
            page.on("console", lambda message: problems.append(message.text) if "Policy" in message.text else None)
            page.on("pageerror", lambda error: problems.append(str(error)))
            yield page
            assert problems == []  # such as what the content security policy forbids
            await context.close()

        yield opened
        await browser.close()
