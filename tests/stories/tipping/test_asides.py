"""Stories of what a witness writes where no text is asked for: it leaves the chat as well."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.faults import Rule, server_error
from bot.running import ALLOWED_UPDATES
from handlers.guard.personal_data import find_personal_data
from handlers.supporters.tips.interrupted import find_interrupted, tell_interrupted
from handlers.supporters.tips.text import TextFault, read_tip_text
from storage.tips.receipts import new_receipt
from tests.people import Person
from tests.stories.answering import looks
from tests.stories.tipping.witness import TEXT, has_draft, own_messages, reaches_the_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from io import StringIO

    from bot.rehearsal.telegram import RehearsedTelegram
    from handlers.guard.personal_data import Finding
    from storage.database import Database
    from tests.people import House

TOLD = "my uncle was arrested in the town"
TEXTS = 30  # that one person may have read in a quarter of an hour


async def test_a_text_behind_the_command_goes_also_while_none_is_taken(amina: Person, db: Database) -> None:
    async with db.transaction() as tx:
        await tx.execute("UPDATE key_epoch SET state = 'past'")
    await amina.sends(f"/tip {TOLD}")

    assert own_messages(amina) == []
    assert "We cannot take in tips at the moment" in amina.last.text


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("command", ["/help", "/privacy", "/start", "/appeals@clarion_bot"])
async def test_a_text_behind_a_command_that_only_tells_goes_and_the_tip_goes_on(
    amina: Person, clarion: House, command: str
) -> None:
    await reaches_the_text(amina)
    await amina.sends(f"{command} {TOLD}")
    assert own_messages(amina) == []
    assert has_draft(clarion, amina)
    await amina.sends(TEXT)
    assert "Ready to be sealed" in amina.sees
    await looks(amina, new_receipt())
    await amina.sends(f"{command} {TOLD}")

    assert own_messages(amina) == []
    assert clarion.clarion.services.tip_drafts.receipt_of(amina.id) is not None


async def test_a_text_behind_a_command_that_leads_elsewhere_goes_too(amina: Person) -> None:
    await reaches_the_text(amina)
    await amina.sends(f"/mydata {TOLD}")
    assert own_messages(amina) == []
    await looks(amina, new_receipt())
    await amina.sends(f"/mydata {TOLD}")

    assert own_messages(amina) == []


async def test_a_command_alone_stays(amina: Person) -> None:
    await reaches_the_text(amina)
    await amina.sends("/help")

    assert own_messages(amina) == ["/help"]


async def test_too_many_texts_in_a_short_time_are_not_read(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    for _ in range(TEXTS + 1):
        assert "Many texts came from you" not in amina.sees
        await amina.sends("call 010-0000-0000")
    assert "Many texts came from you in a short time" in amina.last.text
    assert own_messages(amina) == []
    clarion.clock.turn(minutes=16)
    await reaches_the_text(amina)
    await amina.sends(TEXT)

    assert "Ready to be sealed" in amina.last.text


async def test_the_guard_reads_beside_what_the_others_do(amina: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    where: list[threading.Thread] = []

    def noted(text: str) -> tuple[Finding, ...]:
        where.append(threading.current_thread())
        return find_personal_data(text)

    monkeypatch.setattr("handlers.supporters.tips.text.find_personal_data", noted)
    await reaches_the_text(amina)
    await amina.sends(TEXT)

    assert threading.main_thread() not in where
    assert len(where) == 1


@pytest.mark.parametrize("piece", ["⒛", "⒛⒛⒛ ", "\ufdfa", "㍿", "㍖1"])
def test_what_is_many_characters_to_the_guard_is_too_long(piece: str) -> None:
    assert read_tip_text((piece * 1000)[:1000]) in {TextFault.TOO_LONG, TextFault.TOO_MANY_BYTES}


def test_a_long_text_of_ordinary_words_is_not_too_long() -> None:
    for text in ("검문이 있었다. " * 110, "น้ำท่วมทำให้คน" * 71, "They waited… " * 76):
        assert read_tip_text(text[:1000]) != TextFault.TOO_LONG


@pytest.mark.parametrize("begins", ["tip", "inbox"])
async def test_who_was_in_the_middle_when_it_ended_is_told_once_and_what_they_write_next_goes(
    open_house: Callable[[], AbstractAsyncContextManager[House]], telegram: RehearsedTelegram, begins: str
) -> None:
    async with open_house() as house:
        sujin = Person(house, 7_310_001_002, "수진")
        await sujin.sends("/language")
        await sujin.presses("한국어")
        own = len(own_messages(sujin))
        await (reaches_the_text(sujin) if begins == "tip" else sujin.sends("/inbox"))
        telegram.faults.add(Rule(server_error(), method="deleteMessage", times=3))
        await sujin.sends(TEXT)
        assert own_messages(sujin)[own:] == [TEXT]
    for told in (1, 0):
        telegram.faults.clear()
        async with open_house() as house:
            sujin = Person(house, 7_310_001_002, "수진")
            services, bot = house.clarion.services, house.clarion.application.bot
            people = await find_interrupted(services)
            assert len(people) == told
            await tell_interrupted(services, bot, people)
            assert sujin.sees.count("위에 적으신 내용은 직접 지워 주세요") == 1
    async with open_house() as house:
        sujin = Person(house, 7_310_001_002, "수진")
        before = own_messages(sujin)
        await sujin.sends("Another text")
        assert own_messages(sujin) == before


async def test_nobody_is_told_who_was_in_the_middle_of_nothing(clarion: House, amina: Person) -> None:
    await reaches_the_text(amina)
    await amina.presses("tip:discard")

    assert await find_interrupted(clarion.clarion.services) == frozenset()


def test_edits_are_asked_for() -> None:
    assert "edited_message" in ALLOWED_UPDATES


async def test_a_reviewer_who_blocked_the_bot_leaves_no_time_of_a_tip_in_the_log(
    amina: Person, hana: Person, log: StringIO
) -> None:
    await hana.blocks()
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    await amina.presses("tip:seal")

    assert "was not told" not in log.getvalue()
