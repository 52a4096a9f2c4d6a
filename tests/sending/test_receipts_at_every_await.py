"""The process is killed at every await of what is done with a receipt: what was acknowledged is done, nothing is half.

What a SIGKILL would leave is taken after every step, as in `test_every_await`; then it is read what stands in the
database, and what the person was told until then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyrage
import pytest

from bot.own_machine.keys import signer_of_identity
from bot.rehearsal.telegram import Person as Account
from storage.audit import verify
from storage.sealing import Recipient, Recipients
from storage.tips import receipts
from storage.tips.bundles import Bundle, Labelling, Rating, Reply, write_signed
from storage.tips.keys.epochs import answer_canary, propose_epoch
from storage.tips.receipts import new_receipt, receipt_keys
from storage.tips.records import SealedTip, add_tip
from storage.tips.words import ContentGrade, Label, SourceGrade
from tests.conftest import AMINA, HANA
from tests.people import House, Person
from tests.sending.images import Images, at_every_await
from tests.sending.offices import START, Office, database_of
from tests.sending.repeatable import run
from tests.storage.tip_rows import KEPT

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings
    from tests.sending.images import Image

Deed = Callable[[House], Awaitable[None]]

RECEIPT = new_receipt()
IDENTITIES = tuple(pyrage.x25519.Identity.generate() for _ in range(2))
MEMBERS = tuple(
    Recipient(str(identity.to_public()), alias, signer_of_identity(identity).public)
    for identity, alias in zip(IDENTITIES, ("owner-1", "reviewer-2"), strict=True)
)
TABLES = ("tip", "tip_addition", "tip_reply", "tip_label", "loaded_bundle")


@dataclass
class TipOffice(Office):
    """An office whose operator has named who may open tips."""

    @property
    def settings(self) -> Settings:
        listed = self.folder / "recipients.txt"
        listed.write_text("".join(f"{member.line}\n" for member in MEMBERS))
        return super().settings.model_copy(update={"tip_recipients_file": listed})


@dataclass(frozen=True)
class Left:
    """What a crash left: rows by table, deeds by name, the state of the tips, and what Amina and Hana saw last."""

    rows: dict[str, int]
    deeds: Counter[str]
    states: list[str]
    said: str


@pytest.fixture(autouse=True)
def quick_receipts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a receipt cost nothing: how long it takes is not what these tests are about."""
    monkeypatch.setattr(receipts, "_SCRYPT_N", 2)


@pytest.fixture
def tip_office(office: Office) -> TipOffice:
    office.telegram.add_person(Account(AMINA, "Amina", language_code="en"))
    office.telegram.add_person(Account(HANA, "Hana", language_code="en"))
    return TipOffice(office.folder, office.telegram, office.clock)


async def keep_tip(house: House) -> str:
    services = house.clarion.services
    for canary in await propose_epoch(services.db, Recipients(MEMBERS), START):
        await answer_canary(services.db, canary.word, START)
    keys = receipt_keys(RECEIPT, services.receipt_salt)
    return await add_tip(services.db, SealedTip(keys.lookup, "arrest", "high", START.date(), 1, b"sealed"), KEPT)


async def killed_everywhere(
    office: TipOffice,
    folder: Path,
    before: Callable[[House], Awaitable[None]],
    deed: Callable[[House], Awaitable[None]],
) -> list[Left]:
    """Let the deed happen, and read what is left of each of its moments."""
    images = Images(office)

    async def watched() -> None:
        await deed(house)

    async with office.opened() as house:
        await before(house)
        await at_every_await(watched(), images.take)
    return [await left_of(image, folder / f"after-{number}") for number, image in enumerate(images.taken)]


async def left_of(image: Image, folder: Path) -> Left:
    async with image.restored(folder).opened() as house:
        db = database_of(house)
        assert (await verify(db)).broken_at is None
        async with db.reading() as tx:
            rows = {table: (await tx.only(f"SELECT COUNT(*) AS n FROM {table}"))["n"] for table in TABLES}
            deeds = Counter(row["deed"] for row in await tx.all("SELECT deed FROM audit"))
            states = [row["state"] for row in await tx.all("SELECT state FROM tip")]
        said = "\n".join(Person(house, person, "").sees for person in (AMINA, HANA))
        return Left(rows, deeds, states, said)


async def opens_the_receipt(house: House) -> Person:
    amina = Person(house, AMINA, "Amina")
    await amina.sends("/inbox")
    await amina.sends(RECEIPT)
    return amina


def found_both(lefts: list[Left], said: str) -> None:
    """The deed was watched from before it began until it was acknowledged."""
    assert said not in lefts[0].said
    assert said in lefts[-1].said
    assert len(lefts) >= 3


def test_an_acknowledged_addition_exists(
    tip_office: TipOffice, tmp_path: Path, figure: Callable[[str, float], None]
) -> None:
    async def before(house: House) -> None:
        await keep_tip(house)
        await (await opens_the_receipt(house)).presses("inbox:write")

    async def deed(house: House) -> None:
        await Person(house, AMINA, "Amina").sends("Nobody was hurt.")

    lefts = run(killed_everywhere(tip_office, tmp_path, before, deed))
    found_both(lefts, "Sealed.")
    missing = sum("Sealed." in left.said and not left.rows["tip_addition"] for left in lefts)
    figure("addition killed at every await: moments", len(lefts))
    figure("addition killed at every await: acknowledged and missing", missing)
    for left in lefts:
        assert left.rows["tip_addition"] == 1 or "Sealed." not in left.said
        assert left.rows["tip_addition"] == 1 or "An addition came" not in left.said


def test_an_acknowledged_erasure_is_done_and_none_is_half_done(
    tip_office: TipOffice, tmp_path: Path, figure: Callable[[str, float], None]
) -> None:
    async def before(house: House) -> None:
        tag = await keep_tip(house)
        async with database_of(house).transaction() as tx:
            for sql in (
                "INSERT INTO tip_reply VALUES (:tag, 1, '2026-11-22', 0, x'00')",
                "INSERT INTO tip_addition VALUES (:tag, 1, '2026-11-22', 1, x'00')",
                "INSERT INTO tip_label VALUES (:tag, 'shared')",
            ):
                await tx.execute(sql, {"tag": tag})
        await (await opens_the_receipt(house)).presses("inbox:erase")

    async def deed(house: House) -> None:
        await Person(house, AMINA, "Amina").presses("inbox:erase-now")

    lefts = run(killed_everywhere(tip_office, tmp_path, before, deed))
    found_both(lefts, "Erased.")
    figure("erasure killed at every await: moments", len(lefts))
    figure(
        "erasure killed at every await: acknowledged and still there",
        sum("Erased." in left.said and left.rows["tip"] for left in lefts),
    )
    for left in lefts:
        gone = not left.rows["tip"]
        assert {left.rows[table] for table in TABLES[:4]} == {0 if gone else 1}
        assert left.deeds["erase_tip"] == gone
        assert gone or "Erased." not in left.said


def test_a_bundle_is_loaded_whole_or_not_at_all(tip_office: TipOffice, tmp_path: Path) -> None:
    tags: list[str] = []

    async def before(house: House) -> None:
        tags.append(await keep_tip(house))
        await Person(house, HANA, "Hana").sends("/start")

    async def deed(house: House) -> None:
        [tag] = tags
        items = (
            Reply(tag, b"sealed"),
            Rating(tag, SourceGrade.USUALLY, ContentGrade.PROBABLY_TRUE),
            Labelling(tag, Label.SHARED),
        )
        bundle = Bundle("ab" * 16, START.date(), "owner-1", items)
        signed = write_signed(bundle, signer_of_identity(IDENTITIES[0]))
        await Person(house, HANA, "Hana").sends_document("answers.signed", signed)

    lefts = run(killed_everywhere(tip_office, tmp_path, before, deed))
    found_both(lefts, "Loaded: what owner-1 signed.")
    for left in lefts:
        done = left.rows["loaded_bundle"]
        assert [left.rows[table] for table in ("tip_reply", "tip_label")] == [done, done]
        assert left.states == ["corroborating" if done else "new"]
        assert (left.deeds["load_bundle"], left.deeds["reply_to_tip"]) == (done, done)
        assert done or "Loaded:" not in left.said
