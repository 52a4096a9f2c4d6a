"""Ten thousand letters on the worst of days: every one of them is accounted for, at Telegram and in the database."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal import faults
from bot.rehearsal.faults import Dropped, Rule
from storage.letters.broadcasts.planning import BroadcastState
from storage.people.digests import person_digest
from storage.people.subscribers import SubscriberState, find_subscriber
from tests.people import Person
from tests.sending.offices import (
    copies,
    database_of,
    fates,
    have_accounts,
    reports,
    send,
    sends_to_the_end,
)
from tests.sending.repeatable import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.rehearsal.telegram import RehearsedTelegram
    from storage.letters.reports.progress import Progress
    from tests.people import House
    from tests.sending.offices import Fate, Office

FIRST = 100_000  # Telegram id of the first person
MOVED_BY = 1_000_000  # what is added to the id of a chat that migrates
AT_ONCE = 100_000.0  # letters a second
UNLIKELY, SOMETIMES = 0.004, 0.02


async def subscribe_all(house: House, people: Iterable[int]) -> None:
    """Store everybody as a subscriber, as `subscribe` would, in one transaction."""
    db, day = database_of(house), house.clock.now().date().isoformat()
    async with db.transaction() as tx:
        await tx.execute_many(
            """
            INSERT INTO subscriber (person, chat, language, state, cadence, consent_version, consent_day)
            VALUES (:person, :chat, :language, 'active', 'at_once', '1', :day)
            """,
            [
                {
                    "person": person_digest(db, person),
                    "chat": db.key.encrypt("subscriber.chat", str(person)),
                    "language": "ko" if person % 2 else "en",
                    "day": day,
                }
                for person in people
            ],
        )


def let_everything_go_wrong(telegram: RehearsedTelegram, people: Sequence[int]) -> dict[int, int]:
    """Let people block the bot, leave and move, and Telegram fail by chance; return where chats have moved to."""
    dice = random.Random(11)  # noqa: S311  # a game's dice
    unlucky = dice.sample(people, 300)
    for person in unlucky[:100]:
        telegram.blocks(person)
    for person in unlucky[100:200]:
        telegram.deletes_account(person)
    moved = {person: person + MOVED_BY for person in unlucky[200:]}
    have_accounts(telegram, moved.values())
    telegram.faults.dice = dice
    for fault, chance in (
        (faults.server_error(500), SOMETIMES),
        (faults.server_error(502), SOMETIMES),
        (Dropped(delivered=False), SOMETIMES),
        (Dropped(delivered=True), SOMETIMES),
        (faults.forbidden(), UNLIKELY),
        (faults.forbidden("user is deactivated"), UNLIKELY),
        (faults.bad_request("chat not found"), UNLIKELY),
        (faults.bad_request("not enough rights to send text messages to the chat"), UNLIKELY),
        (faults.bad_request("message is too long"), UNLIKELY),
    ):
        telegram.faults.add(Rule(fault, method="sendMessage", chance=chance))
    telegram.faults.add(Rule(faults.flood(1), method="sendMessage", chance=UNLIKELY, times=5))
    for old, new in moved.items():
        telegram.faults.add(Rule(faults.migrated(new), method="sendMessage", chat_id=old))
    telegram.take_updates()
    return moved


@pytest.mark.parametrize(("code", "people"), [("DEMO-002", 10_000), ("DEMO-003", 2_000)])
def test_every_letter_is_accounted_for_whatever_goes_wrong(office: Office, code: str, people: int) -> None:
    office.rate = AT_ONCE

    async def story() -> None:
        async with office.opened() as house:
            everybody = range(FIRST, FIRST + people)
            have_accounts(office.telegram, everybody)
            await subscribe_all(house, everybody)
            moved = let_everything_go_wrong(office.telegram, everybody)
            await send(house, code)
            await sends_to_the_end(house)
            office.telegram.faults.clear()

            (report,) = await reports(house)
            found = await fates(house)
            check_report(report, found, people, again=code == "DEMO-002")
            for person, (fate,) in found.items():
                check_person(fate, copies(office.telegram, person, code))
            await check_moved(house, moved, found)

    run(story())


def check_report(report: Progress, found: Mapping[int, Sequence[Fate]], people: int, *, again: bool) -> None:
    assert report.state is BroadcastState.DONE
    assert sum(report.by_state.values()) == report.letters == len(found) == people
    assert report.by_state == Counter(fate.state for (fate,) in found.values())
    assert set(report.by_state) == {"sent", "blocked", "gone", "refused", "uncertain"}
    assert report.by_state["refused"] == sum(report.refused.values())
    assert len(report.refused) == 2
    assert report.in_doubt == sum(fate.in_doubt for (fate,) in found.values())
    assert report.in_doubt > report.by_state["uncertain"] if again else report.in_doubt == report.by_state["uncertain"]
    assert report.floods == 5


def check_person(fate: Fate, had: int) -> None:
    """What somebody sees is what is stored of their letter, but for as many tries as are reported to be in doubt.

    Who blocked the bot or is gone is marked so, and nobody else is.
    """
    assert fate.standing == (fate.state if fate.state in {"blocked", "gone"} else "active")
    if fate.state == "sent":
        assert 1 <= had <= 1 + fate.in_doubt
    else:
        assert had <= fate.in_doubt


async def check_moved(house: House, moved: Mapping[int, int], found: Mapping[int, Sequence[Fate]]) -> None:
    """Whose chat has migrated is found there, has the letter there, and can stop there."""
    db = database_of(house)
    reached = [new for new in moved.values() if new in found and found[new][0].state == "sent"]
    assert len(reached) > len(moved) // 2
    for old, new in moved.items():
        assert (await find_subscriber(db, old) is None) is (new in found)
    for new in reached[:20]:
        await Person(house, new, "Somebody").sends("/stop")
        subscriber = await find_subscriber(db, new)
        assert subscriber is not None
        assert subscriber.state is SubscriberState.STOPPED
