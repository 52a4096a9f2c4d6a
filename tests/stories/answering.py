"""What coordinators do to answer a tip: fetch it, write and sign on their own machine, hand the file in."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bot.own_machine.answers import author_of, make_reply, signed_answers
from bot.own_machine.keys import signer_of_identity
from bot.own_machine.opening import open_bundle
from storage.sealing import Recipient
from tests.stories.tipping.witness import sends_a_tip

if TYPE_CHECKING:
    import pyrage

    from bot.settings import Settings
    from tests.people import Person

    Identities = tuple[pyrage.x25519.Identity, ...]

RECEIPT = re.compile(r"\d{5}(?:-\d{5}){4}")
REPLY = "Thank you. Is <b>anybody</b> hurt? & how many?"
TODAY = date(2026, 11, 22)
HANAS = "owner-1"
"""What Hana is called by her colleagues."""


def name_signers(settings: Settings, identities: Identities) -> None:
    """Add the keys of signatures to the recipients' list, as `clarion keys add` does; the first are Hana's."""
    assert settings.tip_recipients_file is not None
    members = (
        Recipient(str(identity.to_public()), alias, signer_of_identity(identity).public)
        for identity, alias in zip(identities, (HANAS, "reviewer-7"), strict=True)
    )
    settings.tip_recipients_file.write_text("".join(f"{member.line}\n" for member in members))


async def tips(witness: Person) -> str:
    """Send a tip, and return its receipt."""
    await sends_a_tip(witness)
    found = RECEIPT.search(witness.last.text)
    assert found
    await witness.presses("tip:noted")
    return found[0]


async def answers(hana: Person, identities: Identities, text: str = REPLY, author: int = 0) -> tuple[str, bytes]:
    """Fetch the tips and sign a reply to the last, with the key of that identity."""
    await hana.sends("/export tips")
    bundle = open_bundle(hana.document(".age"), identities)
    signer = author_of(bundle, identities[author:])
    return signed_answers(signer, [make_reply(bundle.tips[-1], text, TODAY)], TODAY)


async def hands_in(hana: Person, identities: Identities, text: str = REPLY) -> None:
    await hana.sends_document(*await answers(hana, identities, text))


async def looks(person: Person, receipt: str) -> None:
    await person.sends("/inbox")
    await person.sends(receipt)
