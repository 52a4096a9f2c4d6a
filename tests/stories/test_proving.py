"""A signer gets the proof of their signature, and anybody the signed count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.notes import signer_of
from storage.petitions.log.consistency import verify_consistency
from storage.petitions.log.heads import read_head
from storage.petitions.log.proofs import verify_proof

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database
    from storage.notes import PublicKey
    from tests.people import Person

pytestmark = pytest.mark.usefixtures("published")


@pytest.fixture
def key(db: Database) -> PublicKey:
    return signer_of(db.key).public


async def signs(person: Person, code: str = "DEMO-002") -> None:
    await person.sends(f"/sign {code}")
    for button in ("consent:keep", "consents:done", "sign-confirm:yes"):
        await person.presses(button)


async def test_a_signer_gets_a_proof_that_holds_a_picture_and_the_page(amina: Person, key: PublicKey) -> None:
    await signs(amina)
    await amina.sends("/proof demo-002")
    verified = verify_proof(amina.document("DEMO-002-1.tlog-proof").decode(), key)

    assert (verified.statement.number, verified.statement.name) == (1, "Amina K.")
    assert verified.head.total == 1
    assert "The proof of your signature number 1" in amina.sees
    assert "the file itself, for a phone’s camera" in amina.sees
    assert str(key).encode() in amina.document("verify.html")
    assert "the log that adds up to one signature" in amina.sees
    assert amina.document("DEMO-002-1.png").startswith(b"\x89PNG")


async def test_a_korean_signer_chooses_and_reads_it_in_korean(sujin: Person, key: PublicKey) -> None:
    await signs(sujin)
    await signs(sujin, "DEMO-001")
    await sujin.sends("/proof")
    assert "어느 서명의 증명" in sujin.last.text
    await sujin.presses("proof:DEMO-001")

    verified = verify_proof(sujin.document("DEMO-001-1.tlog-proof").decode(), key)
    assert verified.statement.petition == "DEMO-001"
    assert "1번 서명의 증명" in sujin.sees
    assert '<html lang="ko">' in sujin.document("verify.html").decode()


async def test_who_did_not_sign_gets_the_signed_count(amina: Person, sujin: Person, key: PublicKey) -> None:
    await signs(sujin)
    await amina.sends("/proof DEMO-002")
    head = read_head(amina.document("DEMO-002-1-count.txt").decode(), key)

    assert (head.petition, head.size, head.total) == ("DEMO-002", 1, 1)
    assert "There is no signature of yours under this petition" in amina.sees
    assert "수진" not in amina.document("count").decode()


async def test_who_signed_nothing_is_told_what_there_is(amina: Person) -> None:
    await amina.sends("/proof")
    assert "You have signed nothing here" in amina.last.text


async def test_anybody_can_see_that_the_log_only_grew(amina: Person, sujin: Person, key: PublicKey) -> None:
    await signs(sujin)
    await amina.sends("/proof DEMO-002")
    await signs(amina)
    await amina.sends("/proof DEMO-002 1")
    earlier, later = verify_consistency(amina.document("consistency").decode(), key)

    assert (earlier.size, later.size) == (1, 2)
    assert "the log of 2 entries continues the one of one entry" in amina.last.text
    await amina.sends("/proof DEMO-002 2")
    assert "The log has had 2 entries ever since" in amina.last.text
    await amina.sends("/proof DEMO-002 77")
    assert "No count from a log of 77 entries" in amina.last.text


@pytest.mark.parametrize("words", ["NOPE-1", "NOPE-1 5", "DEMO-002 five", "DEMO-002 1 2", "DEMO-002 " + "9" * 13, "'"])
async def test_what_cannot_be_understood_is_answered_clearly(amina: Person, words: str) -> None:
    await amina.sends(f"/proof {words}")
    assert "Write /proof to choose" in amina.last.text or "no petition with this code" in amina.last.text


async def test_a_signature_that_was_taken_back_has_no_proof_any_more(amina: Person) -> None:
    await signs(amina)
    await amina.sends("/withdraw DEMO-002")
    await amina.presses("withdraw-confirm:DEMO-002")
    await amina.sends("/proof DEMO-002")

    assert "There is no signature of yours under this petition" in amina.sees


async def test_a_proof_whose_opening_is_gone_is_said_to_be_gone(amina: Person, db: Database) -> None:
    await signs(amina)
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET salt = NULL")
    await amina.sends("/proof DEMO-002")
    assert "You signed before this petition had a log" in amina.sees
    async with db.transaction() as tx:
        await tx.execute("UPDATE signature SET name = NULL")
    await amina.sends("/proof DEMO-002")
    assert "what a new proof would need was erased" in amina.sees


async def test_the_log_of_the_program_names_nobody(amina: Person, db: Database) -> None:
    await signs(amina)
    await amina.sends("/proof DEMO-002")
    async with db.reading() as tx:
        kept = await tx.all("SELECT entry FROM log_leaf")
        notes = await tx.all("SELECT note FROM log_head")
    assert "Amina" not in " ".join([row["entry"] for row in kept] + [row["note"] for row in notes])


class TestWithAnAddressOfThePage:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"verify_url": "https://example.org/verify"})

    async def test_it_is_told_with_the_page(self, amina: Person) -> None:
        await signs(amina)
        await amina.sends("/proof DEMO-002")
        assert "It can also be opened here: https://example.org/verify" in amina.sees
