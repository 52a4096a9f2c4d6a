"""Stories of a key that is retired while a tip is being sealed: what is kept is never sealed to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyrage
import pytest

from handlers.supporters.tips.inbox import conversation
from handlers.supporters.tips.sealing import taking_in
from handlers.supporters.tips.sending import handing_in
from storage.sealing import Recipients
from storage.tips import receipts
from storage.tips.keys.epochs import propose_epoch
from tests.stories.answering import looks, tips
from tests.stories.tipping.witness import TEXT, reaches_the_text, sealed_in, sends_a_tip

if TYPE_CHECKING:
    from bot.settings import Settings
    from handlers.context import Services
    from storage.database import Database
    from storage.tips.keys.epochs import Epoch
    from tests.people import Person
    from tests.stories.answering import Identities

MORE = "It was so again today."
RETIRED = pyrage.x25519.Identity.generate()


@pytest.fixture(autouse=True)
def third_key(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.tip_recipients_file is not None
    listed = settings.tip_recipients_file.read_text()
    settings.tip_recipients_file.write_text(f"{listed.rstrip()}\n{RETIRED.to_public()}\n")
    monkeypatch.setattr(receipts, "_SCRYPT_N", 2)


def retire_to(left: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Retire keys right after it was looked up to whom to seal, so that so many are left."""

    async def late(services: Services) -> Epoch | None:
        epoch = await taking_in(services)
        assert epoch is not None
        kept = [one for one in epoch.recipients.members if one.public != str(RETIRED.to_public())]
        await propose_epoch(services.db, Recipients(tuple(kept[:left])), services.now())
        return epoch

    for module in (handing_in, conversation):
        monkeypatch.setattr(module, "taking_in", late)


async def test_a_tip_is_sealed_once_more_without_the_key(
    amina: Person, db: Database, identities: Identities, monkeypatch: pytest.MonkeyPatch
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    retire_to(2, monkeypatch)
    await amina.presses("tip:seal")

    [sealed] = await sealed_in(db)
    assert json.loads(pyrage.decrypt(sealed, [identities[0]]))["text"] == TEXT
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [RETIRED])


async def test_an_addition_is_sealed_once_more_without_the_key(
    amina: Person, db: Database, identities: Identities, monkeypatch: pytest.MonkeyPatch
) -> None:
    await looks(amina, await tips(amina))
    await amina.presses("inbox:write")
    retire_to(2, monkeypatch)
    await amina.sends(MORE)

    [row] = await db.all("SELECT sealed FROM tip_addition")
    assert json.loads(pyrage.decrypt(row["sealed"], [identities[1]]))["text"] == MORE
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(row["sealed"], [RETIRED])


async def test_where_too_few_keys_are_left_nothing_is_kept_and_that_is_said(
    amina: Person, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = await tips(amina)
    retire_to(1, monkeypatch)
    await sends_a_tip(amina)

    assert "We cannot take in tips at the moment" in amina.last.text
    assert len(await sealed_in(db)) == 1
    assert receipt not in amina.sees
