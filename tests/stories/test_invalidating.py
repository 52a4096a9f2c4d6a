"""Stories of coordinators who take signatures out of the count, and put them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.coordinators.petitions.invalidating.screens import invalidate_slices
from storage.appeals.records import find_appeal
from storage.audit import latest
from storage.petitions.counting.tally import total_signatures
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"
STALE = "This button is out of date. Please use the newest message, or /help."


async def signs(db: Database, house: House, person: int, source: str | None, country: str) -> None:
    version, now = (await find_appeal(db, CODE)).version, house.clock.now()
    consents, day = frozenset({Purpose.KEEP}), now.date()
    await sign(db, Signing(CODE, version, person, f"Name {person}", country, consents, "1", "ko", now, day, source))


@pytest.fixture
async def signed(db: Database, clarion: House, published: dict[str, Appeal]) -> None:
    """Four from one link, two of them from Thailand, and one from nowhere."""
    for person, source, country in (
        (1, "c-1", "KR"),
        (2, "c-1", "KR"),
        (3, "c-1", "TH"),
        (4, "c-1", "TH"),
        (5, None, "KR"),
    ):
        await signs(db, clarion, person, source, country)
    clarion.clock.turn(minutes=1)


async def works_off(house: House) -> None:
    await invalidate_slices(house.clarion.services, house.clarion.application.bot)


async def total(db: Database) -> int:
    return (await total_signatures(db, CODE)).all


async def test_seen_given_a_reason_taken_out_and_undone(
    hana: Person, clarion: House, db: Database, signed: None
) -> None:
    await hana.sends(f"/invalidate {CODE} source=c-1 country=TH")
    assert "2 signatures" in hana.last.text
    assert "Thailand 2" in hana.last.text
    assert "Link: c-1" in hana.last.text
    await hana.sends("One person typed them all in a row.")
    assert "Reason: One person typed" in hana.last.text
    assert await total(db) == 5
    await hana.presses("Take 2 out")
    await works_off(clarion)

    assert await total(db) == 3
    assert "2 signatures were taken out" in hana.last.text
    assert [entry.name for entry in await latest(db, 2)] == ["invalidate", "propose_invalidation"]
    await hana.presses("Undo")
    await works_off(clarion)
    assert await total(db) == 5
    assert "back where they were" in hana.last.text


async def test_empty_criteria_are_refused_and_explained(hana: Person, db: Database, signed: None) -> None:
    await hana.sends(f"/invalidate {CODE}")
    assert "Say which ones" in hana.last.text
    await hana.sends(f"/invalidate {CODE} everything")
    assert "“everything” cannot be used here" in hana.last.text
    await hana.sends(f"/invalidate {CODE} {'x' * 4000}")
    assert f"“{'x' * 40}” cannot be used here" in hana.last.text
    await hana.sends(f"/invalidate {CODE} source=c-1 source=c-2")
    assert "cannot be used here" in hana.last.text
    await hana.sends(f"/invalidate {CODE} country=JP")
    assert "No signature is like that" in hana.last.text
    assert await total(db) == 5


async def test_an_older_button_takes_nothing_else_out(hana: Person, clarion: House, db: Database, signed: None) -> None:
    await hana.sends(f"/invalidate {CODE} country=TH")
    await hana.sends("The first two.")
    older = hana.last.message_id
    await hana.sends(f"/invalidate {CODE} country=KR")
    for deed in ("invalidate-confirm:yes", "invalidate-leave:yes"):
        clarion.telegram.presses(hana.id, older, deed)
        await clarion.answers_everything()
    assert hana.alerts[-1] == STALE
    await hana.sends("The other three.")
    for deed in ("invalidate-confirm:yes", "invalidate-leave:yes"):
        clarion.telegram.presses(hana.id, older, deed)
        await clarion.answers_everything()
    assert hana.alerts[-1] == STALE
    await works_off(clarion)
    assert await total(db) == 5

    await hana.presses("Take 3 out")
    await works_off(clarion)
    assert await total(db) == 2


async def test_what_comes_after_the_preview_stays(hana: Person, clarion: House, db: Database, signed: None) -> None:
    await hana.sends(f"/invalidate {CODE} country=TH")
    clarion.clock.turn(minutes=1)
    await signs(db, clarion, 9, "c-1", "TH")
    await hana.sends("Two of them.")
    clarion.clock.turn(minutes=1)
    await hana.presses("Take 2 out")
    await works_off(clarion)

    assert await total(db) == 4


async def test_a_day_is_that_of_the_petition_s_zone(hana: Person, db: Database, signed: None) -> None:
    """Half past midnight in UTC is the same day in Seoul; the evening before is not."""
    await hana.sends(f"/invalidate {CODE} from=2026-11-22 until=2026-11-22")
    assert "5 signatures" in hana.last.text
    await hana.sends("/cancel")
    await hana.sends(f"/invalidate {CODE} until=2026-11-21")
    assert "No signature is like that" in hana.last.text


@pytest.mark.usefixtures("signed")
class TestManyAtOnce:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"second_person_above": 3})

    async def test_above_a_number_a_colleague_has_to_agree(
        self, hana: Person, joon: Person, clarion: House, db: Database
    ) -> None:
        await hana.sends(f"/invalidate {CODE} source=c-1")
        await hana.sends("One hand.")
        assert "more than 3" in hana.last.text
        await hana.presses("Take 4 out")
        await works_off(clarion)
        assert await total(db) == 5
        assert "owner-1" in joon.last.text
        for text in ("서명 4건", "나라: 대한민국 2, 태국 2", "링크: c-1 4", "날짜: 2026-11-22 4", "링크: c-1\n"):
            assert text in joon.last.text
        await joon.sends(f"/invalidate {CODE}")
        assert "서명 4건" in joon.last.text
        assert "나라: 대한민국 2, 태국 2" in joon.last.text
        await joon.presses("동의 1")
        await works_off(clarion)

        assert await total(db) == 1
        assert "4 signatures were taken out" in hana.last.text

    async def test_two_slices_of_one_person_are_added_up(self, hana: Person, clarion: House, db: Database) -> None:
        await hana.sends(f"/invalidate {CODE} country=TH")
        await hana.sends("First.")
        await hana.presses("Take 2 out")
        await works_off(clarion)
        await hana.sends(f"/invalidate {CODE} country=KR source=c-1")
        await hana.sends("Second.")
        assert "With the 2 that you took out of it in the last 24 hours that is more than 3" in hana.last.text
        await hana.presses("Take 2 out")
        await works_off(clarion)
        assert await total(db) == 3

    async def test_more_than_the_button_said_are_asked_about_again(
        self, hana: Person, clarion: House, db: Database
    ) -> None:
        await hana.sends(f"/invalidate {CODE} country=TH")
        await hana.sends("Back and out.")
        await hana.presses("Take 2 out")
        await works_off(clarion)
        await hana.sends(f"/invalidate {CODE} source=c-1")
        await hana.sends("Two or four.")
        asked = hana.last.message_id
        await hana.presses("invalidation-undo")
        await works_off(clarion)
        clarion.telegram.presses(hana.id, asked, "invalidate-confirm:yes")
        await clarion.answers_everything()
        assert "There are more of them now" in hana.sees
        await hana.presses("Take 4 out")
        await works_off(clarion)
        assert "Your colleagues have been asked" in hana.sees
        assert await total(db) == 5

    async def test_nobody_agrees_with_themselves_and_anybody_can_stop_it(
        self, hana: Person, joon: Person, clarion: House, db: Database
    ) -> None:
        await hana.sends(f"/invalidate {CODE} source=c-1")
        await hana.sends("One hand.")
        await hana.presses("Take 4 out")
        await hana.sends(f"/invalidate {CODE}")
        await hana.presses("Agree 1")
        assert hana.alerts[-1] == "Somebody else has to agree."
        await joon.presses("invalidation-cancel")
        await works_off(clarion)
        assert await total(db) == 5


async def test_those_that_wait_are_one_button_away(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    version, now = (await find_appeal(db, CODE)).version, clarion.clock.now()
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO link (appeal, source, kind, label, per_minute, made_by, made_at)
            VALUES ('DEMO-002', 'c-1', 'collector', x'00', 1, 1, 0)
            """
        )
    for person in (1, 2, 3):
        await sign(
            db,
            Signing(CODE, version, person, "A", "KR", frozenset({Purpose.KEEP}), "1", "ko", now, now.date(), "c-1"),
        )
    clarion.clock.turn(minutes=1)
    await hana.sends(f"/invalidate {CODE}")
    await hana.presses("Those that wait")
    assert "2 signatures" in hana.last.text
    assert "of which 0 count now" in hana.last.text


async def test_others_may_not(amina: Person, hana: Person, sujin: Person, db: Database, signed: None) -> None:
    await amina.sends(f"/invalidate {CODE} source=c-1")
    assert "for coordinators" in amina.last.text
    await hana.sends("/invite exporter")
    await sujin.opens(hana.last.text.split("start=")[1].split()[0])
    await sujin.sends(f"/invalidate {CODE} source=c-1")
    assert "역할로는" in sujin.last.text
    assert await total(db) == 5
