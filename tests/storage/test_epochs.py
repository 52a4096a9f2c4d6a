"""An epoch of keys begins once everybody in it has opened a canary; who is retired leaves at once."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from pyrage import x25519

from storage.audit import Deed, latest, record, verify
from storage.database import Database
from storage.errors import EpochOver, NoSuchCanary, NothingNew
from storage.notes import read_key
from storage.sealing import BadRecipients, Recipient, Recipients, read_recipients
from storage.secret_key import SecretKey
from storage.tips.inbox import add_to_tip
from storage.tips.keys.epochs import (
    answer_canary,
    drop_altered_proposal,
    end_altered_epoch,
    propose_epoch,
    tip_recipients,
)
from storage.tips.keys.recipient_list import add_recipient, is_alias, retire_recipient
from storage.tips.keys.states import canaries, epoch_states, recipients_of_list
from storage.tips.keys.told_list import Told, note_told, told_list
from storage.tips.receipts import ReceiptKeys
from storage.tips.records import SealedTip, add_tip
from tests.storage.tip_rows import KEPT

if TYPE_CHECKING:
    from collections.abc import Coroutine

NOW = datetime(2026, 11, 22, tzinfo=UTC)
IDENTITIES = tuple(x25519.Identity.generate() for _ in range(5))
TEAM = tuple(Recipient(str(identity.to_public()), f"desk-{n}") for n, identity in enumerate(IDENTITIES, start=1))
ALICE, BINNA, CHUN, DARA, _ = TEAM
SIGNING = "clarion-coordinator+e5170681+AXzjD9ww2qlkcJLL5i/BYd7m0yLLzMdegJrDiRXPzNjV"


def people(*members: Recipient) -> Recipients:
    return Recipients(members)


async def begin(db: Database, *members: Recipient) -> None:
    for canary in await propose_epoch(db, people(*members), NOW):
        await answer_canary(db, canary.word, NOW)


async def current(db: Database) -> set[str]:
    epoch = await tip_recipients(db)
    return {member.alias for member in epoch.recipients.members} if epoch else set()


async def test_an_epoch_begins_with_the_last_canary_and_not_before(db: Database) -> None:
    first, second = await propose_epoch(db, people(ALICE, BINNA), NOW)

    answered = await answer_canary(db, first.word, NOW)
    assert (answered.alias, answered.missing, answered.begun) == ("desk-1", ("desk-2",), False)
    assert await tip_recipients(db) is None

    answered = await answer_canary(db, f" {second.word[:6].lower()}-{second.word[6:]} ", NOW)
    assert (answered.missing, answered.begun) == ((), True)
    epoch = await tip_recipients(db)
    assert epoch is not None
    assert (epoch.recipients.digest, epoch.begun_at) == (people(BINNA, ALICE).digest, NOW)


async def test_each_canary_opens_with_its_own_key_and_the_database_has_no_word(db: Database, tmp_path: Path) -> None:
    proposed = await propose_epoch(db, people(ALICE, BINNA), NOW)

    for canary, identity, other in zip(proposed, IDENTITIES, reversed(IDENTITIES[:2]), strict=False):
        assert pyrage.decrypt(canary.sealed, [identity]) == f"clarion-canary {canary.word}\n".encode()
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(canary.sealed, [other])
    await db.fold_log()
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))
    assert not any(canary.word.encode() in stored for canary in proposed)
    assert {one.recipient.alias: one.sealed for one in await canaries(db)} == {c.alias: c.sealed for c in proposed}
    assert [one.file_name for one in await canaries(db)] == ["canary-desk-1.age", "canary-desk-2.age"]


async def test_a_new_key_waits_and_the_old_epoch_goes_on(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    proposed = await propose_epoch(db, people(ALICE, BINNA, CHUN), NOW)

    assert await current(db) == {"desk-1", "desk-2"}
    for canary in proposed[1:]:
        await answer_canary(db, canary.word, NOW)
    assert await current(db) == {"desk-1", "desk-2"}
    await answer_canary(db, proposed[0].word, NOW)
    assert await current(db) == {"desk-1", "desk-2", "desk-3"}


async def test_who_is_retired_leaves_at_once_even_where_somebody_else_is_new(db: Database) -> None:
    await begin(db, ALICE, BINNA, CHUN)
    assert await propose_epoch(db, people(ALICE, BINNA), NOW) == ()
    assert await current(db) == {"desk-1", "desk-2"}

    await propose_epoch(db, people(ALICE, DARA), NOW)

    assert await current(db) == {"desk-1"}
    assert [state.missing for state in await epoch_states(db)] == [(), ("desk-1", "desk-4")]
    assert [member.alias for member in await recipients_of_list(db, people(ALICE, BINNA).digest)] == [
        "desk-1",
        "desk-2",
    ]


async def test_when_everybody_is_retired_nobody_is_left_and_nothing_is_proposed(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    assert await propose_epoch(db, people(), NOW) == ()

    assert await tip_recipients(db) is None
    assert [(state.state, state.members) for state in await epoch_states(db)] == [("current", ())]


async def test_a_list_that_is_put_back_drops_what_was_proposed(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    planted = await propose_epoch(db, people(ALICE, BINNA, DARA), NOW)
    with pytest.raises(NothingNew):
        await propose_epoch(db, people(BINNA, DARA, ALICE), NOW)

    assert await propose_epoch(db, people(BINNA, ALICE), NOW) == ()

    for canary in planted:
        with pytest.raises(NoSuchCanary):
            await answer_canary(db, canary.word, NOW)
    assert await current(db) == {"desk-1", "desk-2"}
    with pytest.raises(NothingNew):
        await propose_epoch(db, people(ALICE, BINNA), NOW)


async def test_new_canaries_for_all_take_the_place_of_older_ones(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    older = await propose_epoch(db, people(ALICE, BINNA), NOW, again=True)
    newer = await propose_epoch(db, people(ALICE, BINNA), NOW, again=True)

    with pytest.raises(NoSuchCanary):
        await answer_canary(db, older[0].word, NOW)
    answered = [await answer_canary(db, canary.word, NOW) for canary in newer]
    assert [one.begun for one in answered] == [False, True]
    epoch = await tip_recipients(db)
    assert epoch is not None
    assert epoch.number == answered[0].epoch


@pytest.mark.parametrize("word", ["", "CLARION", "CDFGHJKMNPQR", "0" * 4_000, "ㄱ"])
async def test_no_other_word_is_taken(db: Database, word: str) -> None:
    await propose_epoch(db, people(ALICE, BINNA), NOW)

    with pytest.raises(NoSuchCanary):
        await answer_canary(db, word, NOW)


async def test_every_deed_with_keys_is_in_the_audit(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    await propose_epoch(db, people(ALICE, BINNA, CHUN), NOW)
    await propose_epoch(db, people(ALICE, BINNA), NOW)

    deeds = [(entry.name, entry.subject) for entry in reversed(await latest(db, 20))]
    assert deeds == [
        ("propose_keys", "1"),
        ("open_canary", "1"),
        ("open_canary", "1"),
        ("begin_keys", "1"),
        ("propose_keys", "2"),
        ("drop_keys", "2"),
    ]
    assert (await verify(db)).broken_at is None


ALTERATIONS = [
    f"INSERT INTO epoch_recipient (epoch, public, alias, opened_at) VALUES (1, '{DARA.public}', 'desk-1', 1)",
    f"UPDATE epoch_recipient SET public = '{DARA.public}' WHERE alias = 'desk-2'",
    "DELETE FROM epoch_recipient WHERE alias = 'desk-2'",
    "UPDATE key_epoch SET digest = '00000000000000000000'",
    "UPDATE epoch_recipient SET opened_at = NULL WHERE alias = 'desk-2'",
    f"INSERT INTO key_epoch (number, digest, state, proposed_at) VALUES (2, '{people(DARA).digest}', 'current', 1)",
]


@pytest.mark.parametrize("alteration", ALTERATIONS)
async def test_an_epoch_that_was_altered_in_the_database_takes_no_tips_and_is_ended(
    db: Database, alteration: str
) -> None:
    await begin(db, ALICE, BINNA)
    assert await end_altered_epoch(db, NOW) is None

    async with db.transaction() as tx:
        await tx.execute(alteration)
        if "INTO key_epoch" in alteration:
            await tx.execute(ALTERATIONS[0].replace("(1,", "(2,"))

    assert await tip_recipients(db) is None
    assert await end_altered_epoch(db, NOW) == 1
    assert await end_altered_epoch(db, NOW) is None
    assert await epoch_states(db) == ()


async def test_also_where_the_digest_was_made_to_fit(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    async with db.transaction() as tx:
        await tx.execute(ALTERATIONS[0])
        await tx.execute(f"UPDATE key_epoch SET digest = '{people(ALICE, BINNA, DARA).digest}'")

    assert len(await propose_epoch(db, people(ALICE, BINNA), NOW)) == 2, "what was altered proves nothing"
    assert await end_altered_epoch(db, NOW) == 1
    assert await tip_recipients(db) is None


PLANT = f"INSERT INTO epoch_recipient (epoch, public, alias, opened_at) VALUES (1, '{DARA.public}', 'desk-4', 1)"


async def test_nobody_who_lacks_the_key_file_plants_a_recipient_whatever_they_write_beside(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    planted = people(ALICE, BINNA, DARA).digest
    async with db.transaction() as tx:
        await tx.execute(PLANT)
        await tx.execute(f"UPDATE key_epoch SET digest = '{planted}'")
        await record(tx, Deed(NOW, None, "begin_keys", "1", {"recipients": 3, "digest": planted}))

    assert await tip_recipients(db) is None
    assert await end_altered_epoch(db, NOW) == 1


async def test_nor_into_an_epoch_that_waits_for_canaries(db: Database) -> None:
    canaries_out = await propose_epoch(db, people(ALICE, BINNA), NOW)
    async with db.transaction() as tx:
        await tx.execute(PLANT)

    for canary in canaries_out:
        with pytest.raises(NoSuchCanary):
            await answer_canary(db, canary.word, NOW)
    assert await drop_altered_proposal(db, NOW) == 1
    assert await drop_altered_proposal(db, NOW) is None
    assert await epoch_states(db) == ()


async def test_an_epoch_that_is_over_or_proposed_is_not_made_the_current_one_by_hand(db: Database) -> None:
    await begin(db, ALICE, BINNA, CHUN)
    await propose_epoch(db, people(ALICE, BINNA), NOW)  # Chun is retired
    async with db.transaction() as tx:
        await tx.execute("UPDATE key_epoch SET state = CASE number WHEN 1 THEN 'current' ELSE 'past' END")
        digest = people(ALICE, BINNA, CHUN).digest
        await record(tx, Deed(NOW, None, "begin_keys", "1", {"recipients": 3, "digest": digest}))
    assert await tip_recipients(db) is None

    await propose_epoch(db, people(DARA), NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE key_epoch SET state = CASE state WHEN 'proposed' THEN 'current' ELSE 'past' END")
        await tx.execute("UPDATE epoch_recipient SET opened_at = 1")
        await record(tx, Deed(NOW, None, "begin_keys", "3", {"recipients": 1, "digest": people(DARA).digest}))
    assert await tip_recipients(db) is None


async def test_the_mark_of_an_epoch_outlives_a_change_of_the_key(db: Database) -> None:
    await begin(db, ALICE, BINNA)
    newer = SecretKey(*db.key._secrets, bytes([1]) * 32)
    async with db.transaction() as tx:
        row = await tx.only("SELECT mark FROM key_epoch")
        await tx.execute("UPDATE key_epoch SET mark = :mark", {"mark": newer.carried(row["mark"], 1)})
    db.key = newer

    assert await current(db) == {"desk-1", "desk-2"}


async def test_a_tip_or_addition_that_was_sealed_to_an_epoch_that_is_over_is_not_kept(db: Database) -> None:
    await begin(db, ALICE, BINNA, CHUN)
    tip = SealedTip(bytes(32), "arrest", "high", NOW.date(), 1, b"sealed")
    await add_tip(db, tip, KEPT)
    await propose_epoch(db, people(ALICE, BINNA), NOW)

    with pytest.raises(EpochOver):
        await add_tip(db, replace(tip, lookup=bytes([1]) * 32), KEPT)
    with pytest.raises(EpochOver):
        await add_to_tip(db, ReceiptKeys(bytes(32), "", ""), b"more", 1, NOW.date())
    assert len(await db.all("SELECT 1 FROM tip")) == 1
    assert await db.all("SELECT 1 FROM tip_addition") == []


async def test_a_signing_key_counts_once_canaries_are_opened_and_no_sooner(db: Database) -> None:
    signed = replace(ALICE, signer=read_key(SIGNING))
    await begin(db, signed, BINNA)
    assert await signers(db) == {"desk-1": SIGNING}
    swapped = people(ALICE, replace(BINNA, signer=read_key(SIGNING)))

    proposed = await propose_epoch(db, swapped, NOW)
    assert len(proposed) == 2
    assert await signers(db) == {"desk-1": SIGNING}
    for canary in proposed:
        await answer_canary(db, canary.word, NOW)
    assert await signers(db) == {"desk-2": SIGNING}


async def test_who_is_retired_takes_no_changed_line_of_another_into_force(db: Database) -> None:
    await begin(db, ALICE, BINNA, CHUN)
    await propose_epoch(db, people(replace(ALICE, signer=read_key(SIGNING)), replace(BINNA, alias="desk-9")), NOW)

    assert await current(db) == {"desk-1", "desk-2"}
    assert await signers(db) == {}


async def signers(db: Database) -> dict[str, str]:
    epoch = await tip_recipients(db)
    return {one.alias: str(one.signer) for one in epoch.recipients.members if one.signer} if epoch else {}


class Epochs(RuleBasedStateMachine):
    """Lists that change at random, words that come late, twice or never."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.words: dict[str, Recipient] = {}
        self.proven: set[str] = set()
        self.wanted: frozenset[Recipient] = frozenset()

    blank: Path

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def open(self) -> None:
        path = Path(self.folder.name) / "clarion.db"
        shutil.copy(self.blank, path)
        self.db = self.run(Database.open(path, SecretKey(bytes(32))))

    @rule(members=st.frozensets(st.sampled_from(TEAM)), again=st.booleans())
    def propose(self, members: frozenset[Recipient], again: bool) -> None:
        try:
            made = self.run(propose_epoch(self.db, Recipients(tuple(members)), NOW, again=again))
        except NothingNew:
            assert not again
        else:
            by_alias = {member.alias: member for member in members}
            self.words |= {canary.word: by_alias[canary.alias] for canary in made}
        self.wanted = members

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        word = data.draw(st.sampled_from(sorted(self.words) or ["CDFGHJKMNPQR"]))
        try:
            answered = self.run(answer_canary(self.db, word, NOW))
        except NoSuchCanary:
            return
        self.proven.add(self.words[word].public)
        assert answered.begun == (not answered.missing)

    @invariant()
    def tips_are_sealed_only_to_keys_that_opened_a_canary_and_were_not_retired(self) -> None:
        if not hasattr(self, "db"):
            return
        states = self.run(epoch_states(self.db))
        assert len({state.state for state in states}) == len(states), "one current, one proposed"
        for state in states:
            publics = {member.public for member in state.members}
            assert publics <= {member.public for member in self.wanted}
            assert state.digest == Recipients(state.members).digest
            if state.state == "current":
                assert not state.missing
                assert publics <= self.proven
            else:
                assert state.missing
        epoch = self.run(tip_recipients(self.db))
        whose = {member.public for state in states if state.state == "current" for member in state.members}
        assert ({member.public for member in epoch.recipients.members} if epoch else set()) == whose
        assert self.run(end_altered_epoch(self.db, NOW)) is None

    def teardown(self) -> None:
        if hasattr(self, "db"):
            self.run(self.db.close())
        self.loop.close()
        self.folder.cleanup()


def test_whatever_happens_in_whatever_order_no_unproven_or_retired_key_is_sealed_to(
    blank_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Epochs, "blank", blank_database, raising=False)
    run_state_machine_as_test(Epochs, settings=settings(max_examples=20, stateful_step_count=15, deadline=None))


async def test_what_owners_were_told_survives(db: Database) -> None:
    assert await told_list(db) is None
    named = read_recipients(f"{ALICE.public} {SIGNING} # desk-1\n{BINNA.public}\n")

    for told in (Told.of(named), Told.of(named).unreadable):
        await note_told(db, told)
        assert await told_list(db) == told


def test_an_alias_or_a_signing_key_that_changes_hands_is_another_list_of_the_same_keys() -> None:
    as_it_was = read_recipients(f"{ALICE.public} {SIGNING} # desk-1\n{BINNA.public} # desk-2\n")
    swapped = read_recipients(f"{ALICE.public} # desk-1\n{BINNA.public} {SIGNING} # desk-2\n")

    assert Told.of(as_it_was).digest == Told.of(swapped).digest
    assert Told.of(as_it_was) != Told.of(swapped)


LIST = f"# Our keys\n\n{ALICE.public} {SIGNING} # desk-1\n{BINNA.public}   # desk-2\n# the end"


def test_a_key_is_added_and_retired_and_every_comment_stays() -> None:
    longer, added = add_recipient(LIST, f"{CHUN.public} # whoever", alias="desk-3")
    assert added == CHUN
    assert longer == f"{LIST}\n{CHUN.public} # desk-3\n"

    shorter, retired = retire_recipient(longer, "desk-1")
    assert (retired.public, str(retired.signer)) == (ALICE.public, SIGNING)
    assert shorter == longer.replace(f"{ALICE.public} {SIGNING} # desk-1\n", "")
    assert retire_recipient(longer, BINNA.public)[1].public == BINNA.public


@pytest.mark.parametrize(
    ("line", "alias", "fault"),
    [
        ("", "desk-3", "one key at a time"),
        (f"{CHUN.public}\n{DARA.public}", "desk-3", "one key at a time"),
        (ALICE.public, "desk-3", "this key is in the list already"),
        (CHUN.public, "desk-2", "has a key of desk-2 already"),
        (CHUN.public, "", "needs an alias"),
        (CHUN.public, "../../etc", "needs an alias"),
        (f"{CHUN.public} # owner 1", "", "needs an alias"),
        (CHUN.public[:-1] + "q", "desk-3", "mistyped"),
        (CHUN.public[:-1], "desk-3", "not one native age recipient"),
        ("age1yubikey1q0000", "desk-3", "plugins are not taken"),
        ("ssh-ed25519 AAAAC3Nz", "desk-3", "an SSH key"),
        (str(IDENTITIES[3]), "desk-3", "a private key"),
        (f"{CHUN.public} {SIGNING[:-1]}", "desk-3", "not copied whole"),
        (f"{CHUN.public} {SIGNING.replace('coordinator', 'somebody')}", "desk-3", "not copied whole"),
    ],
    ids=range(14),  # keys are new in every process
)
def test_what_is_no_key_of_a_coordinator_is_not_added(line: str, alias: str, fault: str) -> None:
    with pytest.raises(BadRecipients, match=fault) as refused:
        add_recipient(LIST, line, alias)
    assert "SECRET" not in str(refused.value)


@pytest.mark.parametrize("who", ["", "desk-9", "desk", CHUN.public], ids=range(4))
def test_nobody_is_retired_by_another_name(who: str) -> None:
    with pytest.raises(BadRecipients, match="no key of that name; it names desk-1, desk-2"):
        retire_recipient(LIST, who)


def test_of_a_list_in_which_two_have_an_alias_nobody_is_retired() -> None:
    with pytest.raises(BadRecipients, match="has an alias that stands above already"):
        retire_recipient(LIST.replace("desk-2", "desk-1"), "desk-1")


def test_aliases_fit_into_names_of_files() -> None:
    assert all(map(is_alias, ("owner-1", "a", "7", "a" * 32)))
    assert not any(map(is_alias, ("", "-a", "a-", "A", "a b", "a/b", "a.b", "a" * 33, "가", "a\n")))
