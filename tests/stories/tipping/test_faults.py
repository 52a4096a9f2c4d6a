"""Telegram fails at each call of a tip in turn: nothing that was acknowledged is lost, and what stays is said aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.faults import Dropped, Rule, bad_request, flood, forbidden, server_error
from bot.rehearsal.telegram import Person as Account
from tests.people import Person
from tests.stories.tipping.witness import CHOICES, TEXT, own_messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.database import Database
    from tests.people import House

ALIKE = range(8, 13)  # calls from the first and the last one on between which each shows one more menu
DEEDS = 40  # with which a patient witness gets through, whatever fails once
RECEIPT = re.compile(r"\d{5}(?:-\d{5}){4}")
FAULTS = {
    "429": flood(0),
    "500": server_error(),
    "504": server_error(504),
    "broken before": Dropped(delivered=False),
    "broken after": Dropped(delivered=True),
    "refused": bad_request("message can't be deleted"),
    "not to be edited": bad_request("message can't be edited"),
    "blocked": forbidden(),
}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pause before a call is made again cost no time."""
    monkeypatch.setattr("bot.replies.UNSENT_PAUSE", 0)


@dataclass
class AtCall(Rule):
    """Strikes at one call to a chat, counted from its first."""

    call: int = 0

    def matches(self, method: str, chat_id: int | None) -> bool:
        fits = super().matches(method, chat_id) and not method.startswith("answer")
        self.call -= fits
        return fits and self.call == -1


@dataclass
class Witness:
    """Somebody who goes on with what the screen asks, until a receipt was noted or the tip is said to be kept."""

    person: Person
    receipt: str = ""
    kept: bool = False
    pressed: int = 0

    async def tells(self) -> None:
        await self.person.sends("/tip")
        for _ in range(DEEDS):
            if shown := RECEIPT.search(self.person.sees):
                self.receipt = shown[0]
            self.kept |= "sealed and kept" in self.person.sees
            if not await self._goes_on():
                return

    async def _goes_on(self) -> bool:
        buttons = {button.callback_data for message in self.person.chat for button in message.buttons}
        if "tip:noted" in buttons:
            await self.person.presses("tip:noted")
        elif self.kept:
            return False
        elif next_one := next((data for data in ("tip:seal", "tip:start", *CHOICES) if data in buttons), None):
            await self.person.presses(next_one)
        elif "Now write" in self.person.sees:
            await self.person.sends(TEXT)
        else:
            await self.person.sends("/tip")
        return True


async def calls_of_a_tip(house: House, person: Person) -> int:
    counting = AtCall(server_error(), chat_id=person.id, call=10_000)
    house.telegram.faults.add(counting)
    await Witness(person).tells()
    house.telegram.faults.clear()
    return 10_000 - counting.call


@pytest.mark.parametrize("name", FAULTS)
async def test_one_call_fails(clarion: House, db: Database, name: str, figure: Callable[[str, float], None]) -> None:
    numbers = count(2001)

    def newcomer() -> Person:
        account = Account(next(numbers), "Somebody", language_code="en")
        clarion.telegram.add_person(account)
        return Person(clarion, account.id, "Somebody")

    total = await calls_of_a_tip(clarion, newcomer())
    calls = [*range(ALIKE.start), *range(total - ALIKE.stop, total)]
    for call in calls:
        clarion.clock.turn(hours=1)  # the limit of all together
        before, person, fault = await tips(db), newcomer(), FAULTS[name]
        clarion.telegram.faults.add(AtCall(fault, chat_id=person.id, call=call))
        witness = Witness(person)
        await witness.tells()
        clarion.telegram.faults.clear()
        await hours_pass(clarion)

        assert await tips(db) == before + 1, call
        assert witness.receipt or "receipt number could not be shown" in person.sees, call
        assert RECEIPT.search(person.sees) is None, call
        left = own_messages(person)
        assert not left or "could not be deleted" in person.sees, (call, left)
        assert "About:" not in person.sees, call
    figure(f"Telegram's fault at one call of a tip ({name}): calls at which it was tried", len(calls))
    figure(f"Telegram's fault at one call of a tip ({name}): tips lost", len(calls) + 1 - await tips(db))


async def test_every_deletion_is_refused(amina: Person, clarion: House, db: Database) -> None:
    clarion.telegram.faults.add(Rule(FAULTS["refused"], method="deleteMessage"))
    await Witness(amina).tells()
    await hours_pass(clarion)

    assert await tips(db) == 1
    assert "messages could not be deleted. Please delete them yourself" in "\n".join(amina.transcript)
    assert RECEIPT.search(amina.sees) is None


async def hours_pass(house: House) -> None:
    for _ in range(2):
        house.clock.turn(minutes=16)
        await house.clarion.ticker.tick()


async def tips(db: Database) -> int:
    async with db.reading() as tx:
        return len(await tx.all("SELECT tag FROM tip"))
