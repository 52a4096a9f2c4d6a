"""The desk is where the operator wants it, and nowhere else."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.settings import Settings
    from tests.people import House

    OpenHouse = Callable[[], AbstractAsyncContextManager[House]]


async def test_it_answers_this_machine_alone_and_not_after_the_end(open_house: OpenHouse, port: int) -> None:
    async with httpx.AsyncClient() as browser:
        async with open_house():
            answer = await browser.get(f"http://127.0.0.1:{port}/")
            assert answer.status_code == 401
            assert "server" not in answer.headers
            with pytest.raises(httpx.ConnectError):  # this machine too, by the address of another interface
                await browser.get(f"http://127.0.0.2:{port}/")
        with pytest.raises(httpx.ConnectError):
            await browser.get(f"http://127.0.0.1:{port}/")


async def test_a_port_that_is_taken_is_one_line_that_names_the_setting(open_house: OpenHouse, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)), pytest.raises(CannotStart, match=r"^CLARION_DESK_PORT: port"):
        async with open_house():
            pass


class TestAddresses:
    """An address with a path, under which cookies and links would meet those of another site, or with more."""

    @pytest.fixture(
        params=["https://example.org/desk/", "https://u:p@example.org", "https://example.org/?a=1", "https://e.org/#a"]
    )
    def settings(self, settings: Settings, request: pytest.FixtureRequest) -> Settings:
        return settings.model_copy(update={"desk_url": request.param})

    async def test_it_does_not_start(self, open_house: OpenHouse) -> None:
        with pytest.raises(CannotStart, match=r"^CLARION_DESK_URL: the desk needs a host name of its own"):
            async with open_house():
                pass


class TestEverywhere:
    """A desk on every interface, without the address at which it is opened."""

    @pytest.fixture(params=["0.0.0.0", "::", "0:0:0:0:0:0:0:0", ""])  # noqa: S104  # refused
    def settings(self, settings: Settings, request: pytest.FixtureRequest) -> Settings:
        return settings.model_copy(update={"desk_host": request.param})

    async def test_it_does_not_start(self, open_house: OpenHouse) -> None:
        with pytest.raises(CannotStart, match=r"^CLARION_DESK_URL: the desk listens on every interface"):
            async with open_house():
                pass


class TestNowhere:
    """A host that is no address of this machine."""

    @pytest.fixture(params=["desk.nowhere.invalid", "192.0.2.7"])
    def settings(self, settings: Settings, request: pytest.FixtureRequest) -> Settings:
        return settings.model_copy(update={"desk_host": request.param})

    async def test_the_refusal_names_it_and_its_setting(self, open_house: OpenHouse, settings: Settings) -> None:
        with pytest.raises(CannotStart, match=rf"^CLARION_DESK_HOST: .* {settings.desk_host}\.$"):
            async with open_house():
                pass


class TestSixthVersion:
    """The loopback of IPv6."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"desk_host": "::1"})

    async def test_it_answers_at_the_address_that_the_chat_names(
        self, open_house: OpenHouse, settings: Settings
    ) -> None:
        async with open_house(), httpx.AsyncClient() as browser:
            assert settings.desk_address.startswith("http://[::1]:")
            assert (await browser.get(f"{settings.desk_address}/")).status_code == 401
