"""How old a signer is: said with the button that goes on, and nothing is kept of whoever is too young."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.people.digests import person_digest
from storage.people.own_data import own_data
from storage.petitions.counting.tally import total_signatures

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person


def stored_bytes(tmp_path: Path) -> bytes:
    return b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))


@pytest.mark.usefixtures("published")
async def test_who_is_younger_leaves_no_row_and_no_byte_and_is_asked_to_share(
    amina: Person, db: Database, tmp_path: Path
) -> None:
    digest = person_digest(db, amina.id).encode()
    untouched = await own_data(db, amina.id)
    await amina.sends("/sign DEMO-002")
    await amina.presses("consent:keep")
    assert digest in stored_bytes(tmp_path)
    await amina.presses("I am younger")

    assert "nothing of what you began was kept" in amina.last.text
    assert [button.text for button in amina.last.buttons] == ["Share"]
    assert await own_data(db, amina.id) == untouched
    assert digest not in stored_bytes(tmp_path)
    async with db.reading() as tx:
        for table in ("draft", "conversation", "signature", "consent", "opening", "tally", "log_leaf"):
            assert not await tx.all(f"SELECT * FROM {table}"), table


@pytest.mark.usefixtures("published")
async def test_a_young_subscriber_who_opened_the_petition_is_not_reminded_of_it(amina: Person, db: Database) -> None:
    await amina.sends("/start")
    await amina.presses("subscribe:yes")
    await amina.sends("/sign DEMO-002")
    await amina.presses("I am younger")

    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM opening")


@pytest.mark.usefixtures("published")
async def test_who_names_a_country_where_the_age_is_higher_is_asked_again(sujin: Person, db: Database) -> None:
    await sujin.sends("/sign DEMO-002")
    await sujin.presses("consent:keep")
    await sujin.presses("만 14세 이상입니다: 계속")
    await sujin.presses("country:change")
    await sujin.presses("country:US")
    assert "선택하신 나라: 미국. 이 나라에서는 만 16세부터" in sujin.last.text
    await sujin.presses("country:change")
    await sujin.presses("country:KR")
    assert "나라: 대한민국" in sujin.last.text
    await sujin.presses("country:change")
    await sujin.presses("country:US")
    await sujin.presses("만 16세 이상입니다: 계속")
    await sujin.presses("확인하고 서명하기")

    assert (await total_signatures(db, "DEMO-002")).all == 1


async def test_a_sheet_can_ask_for_more_years_and_never_for_fewer(
    amina: Person, sujin: Person, published: dict[str, Appeal], db: Database
) -> None:
    for age, english, korean in ((18, 18, 18), (15, 16, 15)):
        document = published["DEMO-002"].model_copy(update={"minimum_age": age}).model_dump_json()
        async with db.transaction() as tx:
            await tx.execute(
                "UPDATE appeal_version SET document = :document WHERE appeal = 'DEMO-002'", {"document": document}
            )
        await amina.sends("/sign DEMO-002")
        assert f"I am {english} or older: continue" in amina.buttons
        await sujin.sends("/sign DEMO-002")
        assert f"만 {korean}세 이상입니다: 계속" in sujin.buttons


@pytest.mark.usefixtures("published")
async def test_back_from_a_question_says_nothing_about_the_age(sujin: Person, clarion: House, db: Database) -> None:
    await sujin.sends("/sign DEMO-002")
    await sujin.presses("consent:keep")
    await sujin.presses("consents:done")
    await sujin.presses("country:change")
    clarion.telegram.forges_press(sujin.id, sujin.last.message_id, "country:US")
    await clarion.answers_everything()
    clarion.telegram.forges_press(sujin.id, sujin.last.message_id, "sign-confirm:yes")
    await clarion.answers_everything()

    assert "만 16세부터" in sujin.last.text
    assert (await total_signatures(db, "DEMO-002")).all == 0
