"""The process is killed at every await of signing: whoever read their number has signed, and nobody has twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rehearsal.telegram import Person as Account
from storage.petitions.counting.tally import total_signatures
from tests.conftest import AMINA
from tests.people import Person
from tests.sending.images import Images, at_every_await
from tests.sending.offices import database_of, send
from tests.sending.repeatable import run
from tests.storage.petitions.agreeing import assert_agrees

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.people import House
    from tests.sending.images import Image
    from tests.sending.offices import Office

CODE = "DEMO-002"
THANKED = "Your number:"
TAPS = ("consent:keep", "consents:done", "sign-confirm:yes")


@dataclass(frozen=True)
class After:
    """What a crash left: whether the number was shown, how many signatures there are, and how many after once more."""

    thanked: bool
    signatures: int
    signatures_in_the_end: int


async def signs(amina: Person) -> None:
    await amina.sends(f"/sign {CODE}")
    for button in TAPS:
        await amina.presses(button)


async def after(image: Image, folder: Path) -> After:
    async with image.restored(folder).opened() as house:
        db, amina = database_of(house), Person(house, AMINA, "Amina")
        thanked, found = THANKED in amina.sees, (await total_signatures(db, CODE)).all
        await assert_agrees(db, CODE)
        await amina.sends("/cancel")
        await signs_once_more(house, amina)
        await assert_agrees(db, CODE)
        return After(thanked, found, (await total_signatures(db, CODE)).all)


async def signs_once_more(house: House, amina: Person) -> None:
    await amina.sends(f"/sign {CODE}")
    for button in TAPS:
        if any((one.callback_data or "").startswith(button) for one in amina.last.buttons):
            await amina.presses(button)
    await house.answers_everything()


def test_whoever_read_their_number_has_signed(
    office: Office, tmp_path: Path, figure: Callable[[str, float], None]
) -> None:
    office.telegram.add_person(Account(AMINA, "Amina", language_code="en"))

    async def everywhere() -> list[After]:
        images = Images(office)
        async with office.opened() as house:
            await send(house, CODE)
            await at_every_await(signs(Person(house, AMINA, "Amina")), images.take)
        return [await after(image, tmp_path / f"after-{number}") for number, image in enumerate(images.taken)]

    found = run(everywhere())

    figure("signing killed at every await: moments", len(found))
    figure(
        "signing killed at every await: acknowledged and missing",
        sum(one.thanked and one.signatures != 1 for one in found),
    )
    assert {(one.thanked, one.signatures) for one in found} == {(False, 0), (False, 1), (True, 1)}
    assert {one.signatures_in_the_end for one in found} == {1}
