"""Whoever has a receipt reads replies, writes more and erases; whoever has not sees and does just the same."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.own_machine.opening import open_bundle
from storage import transactions
from storage.appeals.records import find_appeal
from storage.audit import latest
from storage.backups.erased import ErasedTip, erased_file, noted_erased
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import find_coordinator
from storage.tips import receipts
from storage.tips.inbox import waiting_tags
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.review.queue import open_tips
from tests.stories.answering import REPLY, TODAY, hands_in, looks, name_signers, tips
from tests.stories.tipping.witness import bytes_on_disk, own_messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import StringIO
    from pathlib import Path

    from bot.settings import Settings
    from storage.database import Database
    from tests.people import House, Person
    from tests.stories.answering import Identities

MORE = "Nobody is hurt. There were three checks in all."
WORDS = {
    "en": ("No reply waits here", "Sealed.", "Erased."),
    "ko": ("도착한 답이 없습니다", "봉인했습니다", "지웠습니다"),
}


@pytest.fixture(autouse=True)
def signers(settings: Settings, identities: Identities, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may sign; and receipts that cost nothing, because how long they take is another test's."""
    name_signers(settings, identities)
    monkeypatch.setattr(receipts, "_SCRYPT_N", 2)


def shown(person: Person) -> list[tuple[str, list[str]]]:
    """What the bot shows in the chat, and with which buttons."""
    return [(m.text, [button.text for button in m.buttons]) for m in person.chat if m.sender == "bot"]


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that the database is given from now on."""
    given: list[str] = []
    for name in ("execute", "all"):
        original = getattr(transactions.Transaction, name)

        def noted(self: object, sql: str, *values: object, _original: Callable[..., object] = original) -> object:
            given.append(" ".join(sql.split()))
            return _original(self, sql, *values)

        monkeypatch.setattr(transactions.Transaction, name, noted)
    return given


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_the_whole_way_of_a_reply(
    amina: Person,
    sujin: Person,
    hana: Person,
    db: Database,
    identities: Identities,
    settings: Settings,
    language: str,
) -> None:
    witness = amina if language == "en" else sujin
    receipt = await tips(witness)
    [tip] = await open_tips(db)
    await hands_in(hana, identities)
    assert "Loaded: what owner-1 signed." in hana.last.text
    assert f"One reply waits for whoever has the receipt: {tip.tag}" in hana.last.text
    assert (await waiting_tags(db, TODAY)).tags == (tip.tag,)
    await looks(witness, receipt)

    assert [text for text, _ in shown(witness) if REPLY in text]
    assert receipt not in "".join(own_messages(witness))
    assert (await waiting_tags(db, TODAY)).tags == ()
    await witness.presses("tip:read")
    assert REPLY not in witness.sees
    await witness.presses("inbox:write")
    await witness.sends(MORE)
    assert own_messages(witness) == []
    assert WORDS[language][1] in witness.last.text
    assert hana.last.text.startswith(f"An addition came to {tip.tag}")
    await hana.sends("/export tips")
    [opened] = open_bundle(hana.document(".age"), identities).tips
    assert [addition.content.text for addition in opened.additions] == [MORE]
    await witness.presses("inbox:erase")
    await witness.presses("inbox:erase-now")
    assert WORDS[language][2] in witness.last.text
    assert await open_tips(db) == ()
    entry = (await latest(db, 1))[0]
    assert (entry.alias, entry.name, entry.subject) == (None, "erase_tip", tip.tag)
    assert noted_erased(settings.database_path) == (ErasedTip(TODAY, tip.tag),)


async def test_a_tip_is_erased_also_where_that_cannot_be_noted_for_restores(
    amina: Person, db: Database, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    receipt = await tips(amina)
    erased_file(settings.database_path).mkdir()
    await looks(amina, receipt)
    await amina.presses("inbox:erase")
    await amina.presses("inbox:erase-now")

    assert "Erased." in amina.last.text
    assert await open_tips(db) == ()
    assert "cannot be noted for restores: IsADirectoryError" in caplog.text


async def test_a_wrong_receipt_and_one_without_replies_have_the_same_screens_and_statements(
    amina: Person, sujin: Person, clarion: House, db: Database, statements: list[str]
) -> None:
    seen: list[object] = []
    right, expired = await tips(amina), await tips(sujin)
    async with db.transaction() as tx:
        await tx.execute("UPDATE tip SET expires_on = '2026-11-22' WHERE tag = (SELECT MAX(tag) FROM tip)")
    for receipt in (right, expired, new_receipt()):
        clarion.telegram.memory.world.chats[amina.id] = {}
        statements.clear()
        screens = []
        await looks(amina, receipt)
        screens.append(shown(amina))
        for press in ("inbox:write", "inbox:back", "inbox:erase", "inbox:back"):
            await amina.presses(press)
            screens.append(shown(amina))
        seen.append((screens, list(statements)))
        await amina.presses("inbox:done")

    assert seen[0] == seen[1] == seen[2]
    assert "No reply waits here" in str(seen[0])


async def test_what_is_said_to_an_addition_or_an_erasure_is_the_same_for_a_wrong_receipt(
    amina: Person, sujin: Person, hana: Person, clarion: House, db: Database
) -> None:
    right, before = await tips(sujin), hana.sees
    said = []
    for receipt in (new_receipt(), right):
        clarion.telegram.memory.world.chats[amina.id] = {}
        await looks(amina, receipt)
        await amina.presses("inbox:write")
        await amina.sends(MORE)
        said.append(shown(amina))
        await amina.presses("inbox:erase")
        await amina.presses("inbox:erase-now")
        said.append(shown(amina))
        if receipt != right:
            assert len(await open_tips(db)) == 1
            assert hana.sees == before

    assert said[:2] == said[2:]
    assert await open_tips(db) == ()


async def test_a_closed_tip_takes_no_addition_with_the_same_words(amina: Person, hana: Person, db: Database) -> None:
    receipt = await tips(amina)
    [tip] = await open_tips(db)
    await hana.sends(f"/claim {tip.tag}")
    await hana.sends(f"/close {tip.tag}")
    await hana.presses("Worked through")
    await looks(amina, receipt)
    await amina.presses("inbox:write")
    await amina.sends(MORE)

    assert "Sealed." in amina.last.text
    assert "An addition" not in hana.sees
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM tip_addition")


async def test_the_sixth_try_in_a_quarter_of_an_hour_is_not_looked_up(
    amina: Person, sujin: Person, clarion: House, statements: list[str]
) -> None:
    right = await tips(amina)
    for _ in range(5):
        await looks(amina, new_receipt())
    statements.clear()
    await looks(amina, right)
    assert "This says nothing about the number" in amina.last.text
    assert amina.last.buttons == ()
    assert not [given for given in statements if "tip_reply" in given]
    assert right not in "".join(own_messages(amina))
    await looks(sujin, new_receipt())
    assert "도착한 답이 없습니다" in sujin.last.text
    clarion.clock.turn(minutes=16)
    await looks(amina, right)

    assert "No reply waits here" in amina.last.text


async def test_the_guard_stops_an_addition_and_only_texts_are_taken(
    amina: Person, clarion: House, db: Database, tmp_path: Path
) -> None:
    await looks(amina, await tips(amina))
    await amina.sends("They hide in the red barn")
    assert "Please use the buttons" in amina.last.text
    await amina.presses("inbox:write")
    await amina.sends("Please call 010-7777-8888.")
    assert "Stopped. Nothing of that text was kept." in amina.last.text
    clarion.telegram.sends_voice(amina.id, b"voice", 3)
    await clarion.answers_everything()
    assert "a voice can be recognised" in amina.last.text
    await amina.sends("y" * 1001)
    assert "longer than 1,000 characters" in amina.last.text
    assert own_messages(amina) == []
    await amina.presses("inbox:back")
    await amina.presses("inbox:erase")
    await amina.sends("yes")
    assert "Please use the buttons" in amina.last.text
    assert "Erase the tip for good?" in amina.last.text

    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM tip_addition")
    kept = bytes_on_disk(tmp_path)
    assert [said for said in (b"7777-8888", b"red barn") if said in kept] == []


async def test_five_texts_may_be_added_before_the_receipt_is_typed_again(amina: Person) -> None:
    await looks(amina, new_receipt())
    for _ in range(5):
        await amina.presses("inbox:write")
        await amina.sends(MORE)
    await amina.presses("inbox:write")

    assert "No more can be added now" in amina.last.text


async def test_a_mistyped_receipt_is_told_of_the_doubt_as_the_right_one_is(
    amina: Person, sujin: Person, db: Database
) -> None:
    right, wrong = await tips(amina), new_receipt()
    for receipt in (wrong, right):
        said = []
        for person in (amina, sujin):
            await looks(person, receipt)
            await person.presses("inbox:write")
            await person.sends(MORE)
            said.append(person.last.text)
            await person.presses("inbox:erase")
            await person.presses("inbox:erase-now")
            said.append(person.last.text)
        assert "Otherwise nothing of it is kept" in said[0]
        assert "If one digit was wrong, your own tip is still there" in said[1]
        assert "그렇지 않으면 아무것도 남기지 않습니다" in said[2]
        assert "보내신 제보는 아직 남아 있습니다" in said[3]
        assert len(await open_tips(db)) == (receipt is wrong)


async def test_a_double_tap_erases_once(amina: Person, db: Database) -> None:
    await looks(amina, await tips(amina))
    await amina.presses_twice("inbox:erase")
    await amina.presses_twice("inbox:erase-now")

    assert "Erased." in amina.last.text
    assert await open_tips(db) == ()


async def test_nothing_of_it_is_kept_readable_or_logged(
    log: StringIO,
    amina: Person,
    hana: Person,
    clarion: House,
    db: Database,
    identities: Identities,
    tmp_path: Path,
) -> None:
    receipt = await tips(amina)
    await hands_in(hana, identities, "Canary: the songbirds have been heard.")
    await looks(amina, receipt)
    await amina.presses("inbox:write")
    await amina.sends("Canary: forty songbirds more.")
    await amina.presses("inbox:done")
    await looks(amina, receipt)
    await amina.sends("songbirds at the wrong moment")
    keys = receipt_keys(receipt, clarion.clarion.services.receipt_salt)

    kept, logged = bytes_on_disk(tmp_path), log.getvalue()
    for secret in ("songbirds", receipt, receipt.replace("-", ""), keys.reply_identity, keys.lookup.hex()):
        assert secret.encode() not in kept
        assert secret not in logged
    assert keys.lookup not in kept
    assert "loaded a bundle of 1 items" in logged
    async with db.reading() as tx:
        assert len(await tx.all("SELECT * FROM tip_addition")) == 1


@pytest.mark.usefixtures("appeals")
async def test_digests_list_the_tags_that_have_something_waiting_and_then_no_longer(
    amina: Person, sujin: Person, hana: Person, clarion: House, db: Database, identities: Identities
) -> None:
    receipt = await tips(amina)
    [tip] = await open_tips(db)
    await hands_in(hana, identities)
    for person in (amina, sujin):
        for press in ("subscribe:yes", "cadence:open", "cadence:daily"):
            if press == "subscribe:yes":
                await person.sends("/subscribe")
            await person.presses(press)
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    for code, looked_at in (("DEMO-003", False), ("DEMO-001", True)):
        await plan(db, await find_appeal(db, code), owner, clarion.clock.now())
        clarion.clock.turn(days=1)
        if looked_at:
            await looks(amina, receipt)
        await clarion.clarion.ticker.tick()
        await clarion.sends_all_letters()
        assert ("Replies wait" in amina.last.text) is not looked_at
        assert (f"답이 도착한 제보: {tip.tag}." in sujin.last.text) is not looked_at

    assert f"Replies wait for these tips: {tip.tag}. If one is the short name of yours: /inbox" in amina.sees


async def test_at_most_two_receipts_are_worked_out_at_once(amina: Person, clarion: House) -> None:
    deriving = clarion.clarion.services.tip_drafts.deriving
    async with deriving, deriving:
        trying = asyncio.create_task(looks(amina, new_receipt()))
        _, waiting = await asyncio.wait({trying}, timeout=0.3)
        assert waiting == {trying}
        assert "No reply waits here" not in amina.sees
    await trying

    assert "No reply waits here" in amina.last.text
