"""Coordinators look after the keys of tips in the chat, and owners are told when somebody else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
import pytest
from pyrage import x25519

from bot.own_machine.keys import new_identity, open_canary
from bot.rehearsal.faults import Rule, bad_request
from handlers.coordinators.tips.watching import watch_recipients
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.sealing import Recipients, read_recipients
from storage.tips.keys.epochs import answer_canary, propose_epoch, tip_recipients
from tests.people import House, Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from io import StringIO
    from pathlib import Path

    from bot.rehearsal.telegram import RehearsedTelegram
    from bot.settings import Settings
    from storage.database import Database

Identities = tuple[x25519.Identity, ...]
STRANGER = new_identity(None, "stranger")


@pytest.fixture
def list_file(settings: Settings) -> Path:
    assert settings.tip_recipients_file is not None
    return settings.tip_recipients_file


@pytest.fixture(autouse=True)
def named(list_file: Path, identities: Identities) -> None:
    """The list names Hana, whose alias is owner-1, and a reviewer."""
    aliases = ("owner-1", "reviewer-2")
    list_file.write_text("".join(f"{one.to_public()} # {a}\n" for one, a in zip(identities, aliases, strict=True)))


async def watch(house: House) -> None:
    await watch_recipients(house.clarion.services, house.clarion.application.bot)


async def second_owner(house: House, hana: Person) -> Person:
    """Joon, who speaks Korean, as one more owner."""
    db, now = house.clarion.services.db, house.clock.now()
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await accept_invitation(db, await invite(db, Role.OWNER, owner, now), 9002, now)
    joon = Person(house, 9002, "Joon")
    await joon.sends("/start")
    await joon.presses("한국어")
    return joon


async def sealed_to(db: Database) -> set[str]:
    epoch = await tip_recipients(db)
    return {member.alias for member in epoch.recipients.members} if epoch else set()


async def tip(person: Person) -> None:
    await person.sends("/tip")
    assert "We cannot take in tips at the moment" in person.last.text


def digest(text: str) -> str:
    return read_recipients(text).digest


def add_stranger(list_file: Path) -> None:
    list_file.write_text(f"{list_file.read_text()}{STRANGER.recipient.line}\n")


async def test_nothing_is_told_as_long_as_nothing_changes(clarion: House, hana: Person) -> None:
    before = len(hana.chat)
    for _ in range(3):
        await watch(clarion)

    assert len(hana.chat) == before


async def test_a_changed_list_alarms_all_owners_once_and_opens_no_tip_to_the_new_key(
    clarion: House, hana: Person, list_file: Path, db: Database
) -> None:
    joon = await second_owner(clarion, hana)
    await watch(clarion)
    old = digest(list_file.read_text())
    add_stranger(list_file)

    await watch(clarion)
    before = len(hana.chat), len(joon.chat)
    await watch(clarion)

    for word in ("changed on the server", "3 keys", old, digest(list_file.read_text()), "Added: stranger"):
        assert word in hana.last.text
    assert "If none of you did this" in hana.last.text
    assert "Retired" not in hana.last.text
    assert "제보 열쇠 목록이 바뀌었습니다" in joon.last.text
    assert (len(hana.chat), len(joon.chat)) == before, "told once"
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}


async def test_the_alarm_is_told_once_also_after_a_restart(
    open_house: Callable[[], AbstractAsyncContextManager[House]], list_file: Path
) -> None:
    async with open_house() as house:
        hana = Person(house, 9001, "Hana")
        await hana.sends("/start")
        await watch(house)
        add_stranger(list_file)
        await watch(house)
        assert "Added: stranger" in hana.last.text
        told = len(hana.chat)
    async with open_house() as house:
        await watch(house)
        assert len(Person(house, 9001, "Hana").chat) == told


async def test_a_list_that_was_changed_while_the_program_stood_still_is_told_at_the_start(
    clarion: House, hana: Person, list_file: Path
) -> None:
    old = digest(list_file.read_text())
    add_stranger(list_file)

    await watch(clarion)  # for the first time

    assert "Added: stranger" in hana.last.text
    assert f"Before: {old}" in hana.last.text


async def test_an_owner_who_cannot_be_reached_does_not_stop_the_others(
    clarion: House, hana: Person, list_file: Path
) -> None:
    joon = await second_owner(clarion, hana)
    await watch(clarion)
    await hana.blocks()
    add_stranger(list_file)

    await watch(clarion)

    assert "더해진 열쇠: stranger" in joon.last.text


async def test_as_long_as_no_owner_can_be_reached_it_is_tried_again(
    clarion: House, hana: Person, list_file: Path
) -> None:
    await watch(clarion)
    await hana.blocks()
    add_stranger(list_file)
    await watch(clarion)
    await hana.unblocks()

    await watch(clarion)

    assert "Added: stranger" in hana.last.text


async def test_a_list_that_is_put_back_is_told_and_nobody_waits_for_a_canary(
    clarion: House, hana: Person, list_file: Path, db: Database
) -> None:
    await watch(clarion)
    as_it_was = list_file.read_text()
    add_stranger(list_file)
    await watch(clarion)

    list_file.write_text(as_it_was)
    await watch(clarion)
    await watch(clarion)

    assert "Retired: stranger" in hana.last.text
    assert "canary: /keys" not in hana.last.text
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}
    await hana.sends("/keys")
    assert "Proposed" not in hana.last.text


async def test_who_is_taken_off_the_list_by_hand_is_sealed_to_no_more(
    clarion: House, hana: Person, amina: Person, list_file: Path, db: Database
) -> None:
    await watch(clarion)
    list_file.write_text(list_file.read_text().splitlines()[0])

    await watch(clarion)
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}, "the list may be half-written"
    await watch(clarion)

    assert "Retired: reviewer-2" in hana.last.text
    assert "No tips are taken" in hana.last.text
    assert await sealed_to(db) == {"owner-1"}
    await tip(amina)


async def test_a_list_that_is_read_half_written_retires_nobody_and_alarms_nobody(
    clarion: House, hana: Person, list_file: Path, db: Database
) -> None:
    await watch(clarion)
    whole, told = list_file.read_text(), len(hana.chat)
    for _ in range(2):
        list_file.write_text(whole.splitlines()[0])
        await watch(clarion)
        list_file.write_text(whole)
        await watch(clarion)

    assert len(hana.chat) == told
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}


async def test_a_key_in_force_that_no_list_names_is_thrown_out_with_an_alarm(
    clarion: House, hana: Person, list_file: Path, db: Database
) -> None:
    await watch(clarion)
    named = read_recipients(list_file.read_text())
    for canary in await propose_epoch(db, Recipients((*named.members, STRANGER.recipient)), clarion.clock.now()):
        await answer_canary(db, canary.word, clarion.clock.now())
    assert "stranger" in await sealed_to(db)

    await watch(clarion)

    assert "Tips were sealed to keys that are not on the operator's list: stranger" in hana.last.text
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}


async def test_a_key_written_into_what_waits_for_canaries_is_told(
    clarion: House, hana: Person, list_file: Path, db: Database
) -> None:
    await watch(clarion)
    await propose_epoch(db, read_recipients(list_file.read_text()), clarion.clock.now(), again=True)
    async with db.transaction() as tx:
        await tx.execute(
            f"INSERT INTO epoch_recipient (epoch, public, alias, opened_at) VALUES (2, '{STRANGER.public}', 'x', 1)"
        )
    await watch(clarion)

    assert "Epoch 2 of the keys, which waited for canaries, is not what was proposed" in hana.last.text


async def test_the_key_of_a_coordinator_who_left_is_told_at_once_and_then_daily(
    clarion: House, hana: Person, db: Database
) -> None:
    joon = await second_owner(clarion, hana)
    now, owner = clarion.clock.now(), await find_coordinator(db, hana.id)
    assert owner is not None
    left = await accept_invitation(db, await invite(db, Role.REVIEWER, owner, now), 555, now)
    async with db.transaction() as tx:  # the fixture's key is of reviewer-2
        await tx.execute(f"UPDATE coordinator SET alias = 'reviewer-2' WHERE id = {left.id}")
    await watch(clarion)
    await hana.sends("/dismiss reviewer-2")
    await hana.presses("End the role")
    assert "clarion keys retire reviewer-2" in hana.last.text
    assert "clarion keys retire reviewer-2" in joon.last.text

    for _ in range(2):
        await watch(clarion)
    alarm = "Keys of coordinators who have left are still among those for tips: reviewer-2"
    assert hana.sees.count(alarm) == 1
    clarion.clock.turn(hours=24)
    await watch(clarion)
    assert hana.sees.count(alarm) == 2


async def test_an_empty_list_is_told_and_retires_nobody(
    clarion: House, hana: Person, list_file: Path, db: Database
) -> None:
    await watch(clarion)
    list_file.write_text("")

    await watch(clarion)
    await watch(clarion)

    assert "The list is empty" in hana.last.text
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}


async def test_an_alias_that_changes_hands_is_told_though_the_keys_are_the_same(
    clarion: House, hana: Person, list_file: Path
) -> None:
    await watch(clarion)
    list_file.write_text(list_file.read_text().replace("owner-1", "reviewer-9"))

    await watch(clarion)

    assert "The keys are the same as before" in hana.last.text


@pytest.mark.parametrize("spoilt", ["age1nonsense\n", None])
async def test_a_list_that_cannot_be_read_alarms_once_and_changes_nothing(
    clarion: House, hana: Person, list_file: Path, db: Database, spoilt: str | None
) -> None:
    await watch(clarion)
    as_it_was = list_file.read_text()
    list_file.unlink()
    if spoilt:
        list_file.write_text(spoilt)

    await watch(clarion)
    told = len(hana.chat)
    await watch(clarion)

    assert "cannot be read on the server any more" in hana.last.text
    assert len(hana.chat) == told
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}
    await hana.sends("/keys")
    assert "The operator's list cannot be read" in hana.last.text

    list_file.write_text(as_it_was)
    await watch(clarion)
    assert "can be read again, and is as it was" in hana.last.text
    assert "If none of you" in hana.last.text


async def test_keys_written_into_the_database_close_the_intake_and_alarm_owners(
    clarion: House, hana: Person, amina: Person, identities: Identities, db: Database
) -> None:
    await watch(clarion)
    stranger = STRANGER.public
    async with db.transaction() as tx:
        await tx.execute(f"UPDATE epoch_recipient SET public = '{stranger}' WHERE alias = 'reviewer-2'")

    await tip(amina)  # before anybody noticed
    await watch(clarion)
    told = len(hana.chat)
    await watch(clarion)

    assert "Somebody wrote other keys into the bot's database" in hana.last.text
    assert len(hana.chat) == told
    await tip(amina)

    await hana.presses("Look at the keys")
    assert "Canary not opened yet: owner-1, reviewer-2" in hana.last.text
    await open_all(hana, identities)
    assert await sealed_to(db) == {"owner-1", "reviewer-2"}


async def open_all(person: Person, identities: Identities) -> None:
    """Open every canary on the own machine, and give the words back in the chat."""
    await person.presses("All canaries")
    for alias, identity in zip(("owner-1", "reviewer-2"), identities, strict=True):
        word = open_canary(person.document(f"canary-{alias}"), [identity])
        await person.sends(f"/keys {word}")


async def test_from_new_canaries_to_the_epoch(
    clarion: House, hana: Person, identities: Identities, db: Database, list_file: Path
) -> None:
    await watch(clarion)
    await propose_epoch(db, read_recipients(list_file.read_text()), clarion.clock.now(), again=True)
    await hana.sends("/keys")
    assert "Canary not opened yet: owner-1, reviewer-2" in hana.last.text
    assert hana.buttons == ["My canary", "All canaries"]

    await hana.presses("My canary")
    sealed = hana.document("canary-owner-1.age")
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [identities[1]])
    word = open_canary(sealed, [identities[0]])
    await hana.sends(f"/keys {word}")

    assert "The canary of owner-1 is opened. Still missing: reviewer-2" in hana.last.text
    assert word not in "".join(message.text for message in hana.chat), "deleted"
    await hana.sends("/keys")
    assert hana.buttons == ["All canaries"]

    await hana.presses("All canaries")
    await hana.sends(f"/keys {open_canary(hana.document('canary-reviewer-2'), [identities[1]])}")
    assert "Epoch 2 has begun" in hana.last.text

    await hana.presses("All canaries")  # an old button
    assert "No canary waits to be opened" in hana.last.text


@pytest.mark.parametrize("word", ["NONSENSE", "<b>", "C D F G", "0" * 3_000])
async def test_a_wrong_word_is_a_clear_sentence(hana: Person, word: str) -> None:
    await hana.sends(f"/keys {word}")

    assert "No canary waits for this word" in hana.last.text
    assert not any(message.text.startswith("/keys") for message in hana.chat)


async def test_a_word_that_telegram_does_not_delete_is_told(hana: Person, telegram: RehearsedTelegram) -> None:
    telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await hana.sends("/keys CDFGHJKMNPQR")

    assert "Please delete it yourself" in hana.last.text


async def test_no_word_is_logged(hana: Person, db: Database, list_file: Path, clarion: House, log: StringIO) -> None:
    proposed = await propose_epoch(db, read_recipients(list_file.read_text()), clarion.clock.now(), again=True)
    await hana.sends(f"/keys {proposed[0].word}")

    assert proposed[0].word not in log.getvalue()


async def test_what_is_told_and_shown_reads_well(
    clarion: House, hana: Person, identities: Identities, list_file: Path, db: Database
) -> None:
    joon = await second_owner(clarion, hana)
    await watch(clarion)
    list_file.write_text(f"{list_file.read_text().splitlines()[0]}\n{STRANGER.recipient.line}\n")
    await watch(clarion)
    await watch(clarion)
    for person in (hana, joon):
        await person.sends("/keys")
    assert await sealed_to(db) == {"owner-1"}
    assert "stranger" in joon.last.text
    assert Recipients(()).digest not in joon.last.text
    for person in (hana, joon):
        await person.presses("keys:canaries")
    await hana.sends(f"/keys {open_canary(hana.document('canary-owner-1'), identities)}")
    assert "Still missing: stranger" in hana.last.text
