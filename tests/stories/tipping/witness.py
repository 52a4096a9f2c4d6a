"""What witnesses of the stories do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database
    from tests.people import House, Person

TEXT = "Two extra checks near the coach station. People without papers were asked to get off."
DANGEROUS = "A family is staying at 12 Example Lane, flat 3, please call 010-0000-0000 and ask for the aunt."
CHOICES = (
    "tip-category:inspection",
    "tip-area:cn_border",
    "tip-people:unknown",
    "tip-when:this_week",
    "tip-exactly:estimate",
    "tip-known:witness",
    "tip-urgency:high",
)


async def reaches_the_text(witness: Person) -> None:
    await witness.sends("/tip")
    await witness.presses("tip:start")
    for choice in CHOICES:
        await witness.presses(choice)


async def sends_a_tip(witness: Person, text: str = TEXT) -> None:
    await reaches_the_text(witness)
    await witness.sends(text)
    await witness.presses("tip:seal")


def own_messages(person: Person) -> list[str]:
    return [message.text for message in person.chat if message.sender == "person"]


def has_draft(house: House, person: Person) -> bool:
    return house.clarion.services.tip_drafts.of(person.id) is not None


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("clarion.db*")))


async def sealed_in(db: Database) -> list[bytes]:
    async with db.reading() as tx:
        return [row["sealed"] for row in await tx.all("SELECT sealed FROM tip")]
