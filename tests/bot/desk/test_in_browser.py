"""A coordinator at the desk, in a real browser, with scripts and without."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from storage.people.coordinators import Role
from tests.bot.desk.test_signing_in import link_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from playwright.async_api import Page

    from storage.people.coordinators import Coordinator
    from tests.people import House, Person


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("script", [False, True])
async def test_from_the_chat_to_the_overview_to_a_file(
    hana: Person, visit: Callable[..., AbstractAsyncContextManager[Page]], script: bool
) -> None:
    await hana.sends("/desk")

    async with visit(script=script) as page:
        await page.goto(link_in(hana.last.text))
        await page.get_by_role("button", name="Sign in").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Overview")

        await page.get_by_role("link", name="Exports").click()
        async with page.expect_download() as downloading:
            await page.get_by_role("button", name="Download the signatures").click()
        download = await downloading.value
        assert download.suggested_filename.endswith("-signatures-2026-11-22.csv.zip")
        with zipfile.ZipFile(await download.path()) as archive:
            assert len(archive.namelist()) == 2

        await page.get_by_role("button", name="Sign out").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Please sign in")


async def test_a_colleague_who_is_dismissed_is_out_at_the_next_click(
    staff: Callable[[Role], Awaitable[Coordinator]],
    hana: Person,
    clarion: House,
    visit: Callable[..., AbstractAsyncContextManager[Page]],
) -> None:
    exporter = await staff(Role.EXPORTER)
    await hana.sends("/desk")
    link = link_in(hana.last.text)

    async with visit(script=False) as owner, visit(script=False) as colleague:
        await colleague.goto(link.partition("=")[0] + "=" + clarion.clarion.services.sign_ins.open_for(exporter.id))
        await colleague.get_by_role("button", name="Sign in").click()
        await expect(colleague.get_by_role("heading", level=1)).to_have_text("Overview")

        await owner.goto(link)
        await owner.get_by_role("button", name="Sign in").click()
        await owner.get_by_role("link", name="Coordinators").click()
        await owner.get_by_role("link", name=f"End the role of {exporter.alias}").click()
        await owner.get_by_role("button", name=f"End the role of {exporter.alias}").click()
        await expect(owner.get_by_role("status")).to_contain_text(f"{exporter.alias} is no longer a coordinator")

        await colleague.get_by_role("link", name="Exports").click()
        await expect(colleague.get_by_role("heading", level=1)).to_have_text("Please sign in")
