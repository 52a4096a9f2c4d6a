"""Unique ids, names, texts and receipts go through whole flows at DEBUG, and none is found where it must not be."""

from __future__ import annotations

import asyncio
import re
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyrage
import pytest

from bot.rehearsal.telegram import Person as Account
from storage.backups.making import make_backup
from storage.sealing import Recipient, Recipients
from tests.people import House, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import StringIO
    from pathlib import Path

    from bot.settings import Settings

FLOWS = 1
FIRST_ID = 7_310_224_000
RECEIPT = re.compile(r"\d{5}(?:-\d{5}){4}")
MENUS = ("tip-category:", "tip-area:", "tip-people:")


@dataclass
class Flow:
    """One person's way through everything, with words that nobody else uses."""

    number: int
    receipt: str = ""

    @property
    def id(self) -> int:
        return FIRST_ID + self.number

    @property
    def name(self) -> str:
        return f"Canaria Vogelsang{self.number:04}"

    @property
    def typed_name(self) -> str:
        return f"Kanarienvogel Gelb{self.number:04}"

    @property
    def tip(self) -> str:
        return f"Forty songbirds{self.number:04} were counted at the old bridge before dawn."

    @property
    def stopped_tip(self) -> str:
        return f"Ring the keeper at 010-7777-{self.number:04} in the aviary{self.number:04}."

    @property
    def addition(self) -> str:
        return f"More songbirds came with feathers{self.number:04} at night."

    @property
    def canaries(self) -> tuple[str, ...]:
        return (
            str(self.id),
            f"Vogelsang{self.number:04}",
            f"Gelb{self.number:04}",
            f"songbirds{self.number:04}",
            f"aviary{self.number:04}",
            f"7777-{self.number:04}",
            f"feathers{self.number:04}",
            self.receipt,
            self.receipt.replace("-", ""),
        )


async def answers_menus(person: Person) -> None:
    """Press the first answer to every question of a tip."""
    while row := [data for data in offered(person) if data.startswith("tip-") and not data.startswith("tip-back")]:
        if row[0].startswith("tip-consent"):
            return
        await person.presses(row[0])


def offered(person: Person) -> list[str]:
    return [button.callback_data for button in person.last.buttons if button.callback_data]


async def tells(person: Person, text: str) -> None:
    await person.sends("/tip")
    await person.presses("tip:start")
    await answers_menus(person)
    await person.sends(text)


async def goes_through_everything(person: Person, flow: Flow) -> None:
    await person.sends("/start")
    await person.presses("subscribe:yes")
    await person.sends("/sign DEMO-002")
    for button in ("consent:keep", "consent:hand_over", "consent:updates", "consents:done", "name:change"):
        await person.presses(button)
    await person.sends(flow.typed_name)
    await person.presses("sign-confirm:yes")
    await tells(person, flow.stopped_tip)
    await person.sends("/cancel")
    await tells(person, flow.tip)
    await person.presses("tip:seal")
    found = RECEIPT.search(person.sees)
    assert found
    flow.receipt = found[0]
    await person.presses("tip:noted")
    await person.sends("/inbox")
    await person.sends(flow.receipt)
    await person.presses("Write more")
    await person.sends(flow.addition)
    await person.sends("/cancel")
    await person.sends("/mydata")
    await person.sends("/withdraw DEMO-002")


def hits(flows: Iterable[Flow], content: bytes) -> int:
    return sum(canary.encode() in content for flow in flows for canary in flow.canaries)


@pytest.mark.usefixtures("published")
async def test_nothing_of_a_person_is_found_where_it_must_not_be(  # all places of a house
    scale: int,
    clarion: House,
    hana: Person,
    settings: Settings,
    log: StringIO,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str, float], None],
) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    flows = [Flow(number) for number in range(FLOWS * scale)]
    for flow in flows:
        clarion.telegram.add_person(Account(flow.id, flow.name, language_code="en"))
        await goes_through_everything(Person(clarion, flow.id, flow.name), flow)
        clarion.clock.turn(hours=1)
    await clarion.sends_all_letters()
    await hana.sends("/export signatures DEMO-002 csv")
    await hana.sends("/export tips")
    identity = pyrage.x25519.Identity.generate()
    recovery = Recipients((Recipient(str(identity.to_public()), "recovery"),))
    made = await asyncio.to_thread(
        make_backup, settings.database_path, tmp_path / "backups", recovery, clarion.clock.now()
    )

    database = settings.database_path
    places = {
        "the database": database.read_bytes(),
        "its write-ahead log": database.with_name(f"{database.name}-wal").read_bytes(),
        "the log at DEBUG": log.getvalue().encode(),
        "temporary files": b"".join(path.read_bytes() for path in temporary.rglob("*") if path.is_file()),
        "an opened backup": pyrage.decrypt(made.path.read_bytes(), [identity]),
    }
    figure("canary scan, whole flows of people", len(flows))
    figure("canary scan, words looked for in each place", sum(len(flow.canaries) for flow in flows))
    for place, content in places.items():
        figure(f"canary scan, hits in {place} ({len(content):,} bytes)", hits(flows, content))
    assert {place: hits(flows, content) for place, content in places.items()} == dict.fromkeys(places, 0)
    assert flows[0].typed_name in hana.document(".csv").decode("utf-8-sig")  # the flows did run
    assert len(await clarion.clarion.services.db.all("SELECT 1 FROM tip_addition")) == len(flows)
