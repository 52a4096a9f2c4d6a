"""Witnesses send tips: what they are asked, what is stopped, and that nothing stays but what is sealed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyrage
import pytest

from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.tips.review.queue import open_tips
from tests.conftest import AMINA
from tests.people import Person
from tests.stories.tipping.witness import (
    CHOICES,
    DANGEROUS,
    TEXT,
    bytes_on_disk,
    has_draft,
    own_messages,
    reaches_the_text,
    sealed_in,
    sends_a_tip,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.settings import Settings
    from storage.database import Database
    from tests.people import House


async def test_the_warning_comes_before_anything_is_typed(amina: Person, sujin: Person) -> None:
    await amina.sends("/tip")
    await sujin.sends("/tip")

    for part in (
        "never anonymous",
        "Telegram can see",
        "cost a life, do not use this bot",
        "15 minutes",
        "crash",
        "call somebody",
    ):
        assert part in amina.last.text
    assert "https://tips.example.org" in amina.last.text
    assert "익명은 아닙니다" in sujin.last.text


async def test_a_tip_is_sealed_for_its_recipients_and_only_the_receipt_leads_to_it(
    amina: Person, clarion: House, db: Database, identities: tuple[pyrage.x25519.Identity, ...]
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    assert "About: Checks and searches\nWhere: China, border provinces" in amina.last.text
    assert TEXT not in amina.sees
    assert not [label for label in amina.buttons if label.startswith("☑")]
    await amina.presses("tip-consent:partners")
    await amina.presses("Seal and send")

    assert re.search(r"\d{5}(-\d{5}){4}", amina.last.text)
    assert "2 messages of yours were deleted" in amina.last.text
    [tip] = await open_tips(db)
    assert (tip.category, tip.urgency, tip.day) == ("inspection", "high", "2026-11-22")
    [sealed] = await sealed_in(db)
    for identity in identities:
        content = json.loads(pyrage.decrypt(sealed, [identity]))
        assert (content["text"], content["area"], content["how_known"]) == (TEXT, "cn_border", "witness")
        assert (content["precision"], content["may_share_with_partners"], content["wishes_contact"]) == (
            "estimate",
            True,
            False,
        )
    assert not has_draft(clarion, amina)


async def test_a_whole_tip_leaves_nothing_in_the_chat_and_nothing_readable_on_the_disk(
    amina: Person, db: Database, tmp_path: Path
) -> None:
    await sends_a_tip(amina)
    receipt = re.search(r"\d{5}(-\d{5}){4}", amina.last.text)
    assert receipt is not None
    await amina.presses("I wrote it down")

    assert amina.chat == ()
    assert "deleted" in amina.alerts[-1]
    kept = bytes_on_disk(tmp_path)
    for secret in (
        TEXT,
        "coach station",
        "cn_border",
        "witness",
        str(amina.id),
        receipt[0],
        receipt[0].replace("-", ""),
    ):
        assert secret.encode() not in kept, secret
    async with db.reading() as tx:
        for table in ("draft", "conversation", "subscriber", "chosen_language"):
            assert not await tx.all(f"SELECT * FROM {table}")


@pytest.mark.parametrize(
    ("text", "secrets", "told"),
    [
        ("昨天车站有人被带走,名字叫王小明,请帮忙", ("王", "小明"), "name of a person, in the middle"),
        ("어제 김철수 씨가 끌려갔습니다. 도와주세요", ("김", "철수"), "name of a person, near the beginning"),
        ("光明路15号有人躲着,请小心", ("光", "15"), "address, near the beginning"),
        ("write to aunt@example.org", ("aun",), "e-mail address, in the middle"),
        ("061020-3123456 is hers", ("06",), "document number, near the beginning"),
        ("please do call 010-2345-6789", ("0102", "010-", "2345"), "telephone number (01…), in the middle"),
    ],
)
async def test_what_is_stopped_is_never_written_back(
    amina: Person, text: str, secrets: tuple[str, ...], told: str
) -> None:
    await reaches_the_text(amina)
    await amina.sends(text)

    assert f"• {told}\n" in amina.last.text
    assert [secret for secret in secrets if secret in amina.sees] == []


async def test_the_last_screen_says_what_is_counted(amina: Person, sujin: Person) -> None:
    for person in (amina, sujin):
        await reaches_the_text(person)
        await person.sends(TEXT)

    assert "Whatever you choose, we count it" in amina.last.text
    assert "건수에는 들어갑니다" in sujin.last.text


async def test_the_dangerous_tip_is_stopped_and_stored_nowhere(
    amina: Person, clarion: House, db: Database, tmp_path: Path
) -> None:
    await reaches_the_text(amina)
    await amina.sends(DANGEROUS)

    assert "Stopped. Nothing of that text was kept." in amina.last.text
    assert "• address, near the beginning\n• telephone number (01…), in the middle" in amina.last.text
    assert "https://tips.example.org" in amina.last.text
    assert own_messages(amina) == []
    draft = clarion.clarion.services.tip_drafts.of(amina.id)
    assert draft is not None
    assert draft.text == ""
    await amina.sends("A family needs help soon. Please tell me how.")
    assert "Stopped" not in amina.sees
    await amina.presses("Discard")

    assert await open_tips(db) == ()
    assert not has_draft(clarion, amina)
    kept = bytes_on_disk(tmp_path)
    for secret in ("010-0000-0000", "0000-0000", "Example Lane", "the aunt"):
        assert secret.encode() not in kept


async def test_a_double_tap_does_a_thing_once(amina: Person, db: Database) -> None:
    await amina.sends("/tip")
    await amina.presses_twice("tip:start")
    for choice in CHOICES:
        await amina.presses_twice(choice)
    assert "Now write" in amina.last.text
    await amina.sends(TEXT)
    await amina.presses_twice("tip:seal")
    assert "Receipt number" in amina.last.text
    await amina.presses_twice("tip:noted")

    assert len(await open_tips(db)) == 1
    assert amina.chat == ()


@pytest.mark.parametrize("way_out", ["/cancel", "tip:discard"])
async def test_every_way_out_wipes_the_draft(amina: Person, clarion: House, way_out: str) -> None:
    for steps in (0, 1, 4, 8):
        await amina.sends("/tip")
        for choice in ("tip:start", *CHOICES)[:steps]:
            await amina.presses(choice)
        if steps > len(CHOICES):
            await amina.sends(TEXT)
        assert has_draft(clarion, amina)
        await (amina.sends(way_out) if way_out.startswith("/") else amina.presses(way_out))

        assert "Discarded. Nothing of it was kept." in amina.last.text
        assert not has_draft(clarion, amina)
        assert own_messages(amina) == []


async def test_after_fifteen_minutes_the_draft_is_gone_and_what_comes_late_is_deleted(
    amina: Person, clarion: House, db: Database
) -> None:
    await reaches_the_text(amina)
    clarion.clock.turn(minutes=15)
    await amina.sends(TEXT)

    assert "There is no unfinished tip any more" in amina.last.text
    assert own_messages(amina) == []
    assert not has_draft(clarion, amina)
    assert await open_tips(db) == ()


async def test_a_crash_loses_the_draft(
    open_house: Callable[[], AbstractAsyncContextManager[House]], tmp_path: Path
) -> None:
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        await reaches_the_text(amina)
        await amina.sends(TEXT)
    async with open_house() as house:
        amina = Person(house, AMINA, "Amina")
        await amina.presses("tip:seal")
        assert "There is no unfinished tip any more" in amina.last.text

    assert b"coach station" not in bytes_on_disk(tmp_path)


async def test_coordinators_who_review_tips_are_told_tag_category_and_urgency(
    amina: Person, hana: Person, joon: Person, clarion: House, db: Database
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    token = await invite(db, Role.REVIEWER, owner, clarion.clock.now())
    await accept_invitation(db, token, 555, clarion.clock.now())  # never opened a chat with the bot
    before = joon.sees
    await sends_a_tip(amina)

    [tip] = await open_tips(db)
    assert hana.last.text.startswith(f"New tip {tip.tag}\nChecks and searches · High (within days)")
    assert TEXT not in hana.sees
    assert "border" not in hana.last.text
    assert joon.sees == before
    assert "Receipt number" in amina.last.text


@pytest.mark.parametrize("hour", [14, 15])
async def test_the_day_of_a_tip_is_the_organisations(amina: Person, clarion: House, db: Database, hour: int) -> None:
    clarion.clock.time = clarion.clock.time.replace(hour=hour, minute=0)  # midnight in Seoul is at 15:00 in UTC
    await sends_a_tip(amina)

    [tip] = await open_tips(db)
    assert tip.day == ("2026-11-22" if hour == 14 else "2026-11-23")


async def test_tipping_again_in_mid_flow_begins_anew(amina: Person, clarion: House) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")
    await amina.presses("Arrest")
    await amina.sends("/tip")

    assert "Before you write anything" in amina.last.text
    draft = clarion.clarion.services.tip_drafts.of(amina.id)
    assert draft is not None
    assert draft.answers == {}
    assert "Discarded" in amina.sees


@pytest.fixture
def closed_intake(settings: Settings, identities: tuple[pyrage.x25519.Identity, ...]) -> None:
    assert settings.tip_recipients_file is not None
    settings.tip_recipients_file.write_text(f"{identities[0].to_public()}\n")


@pytest.mark.usefixtures("closed_intake")
async def test_without_two_recipients_no_tip_is_taken(amina: Person) -> None:
    await amina.sends("/tip")

    assert "We cannot take in tips at the moment" in amina.last.text
    assert "https://tips.example.org" in amina.last.text
