"""The page that checks proofs, in a real browser: what the program refuses, it refuses, and it sends nothing."""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from handlers.proofs.page import FOLDER, SCRIPTS, verify_page
from handlers.texts import Texts
from storage.petitions.log.commitments import commitment
from storage.petitions.log.entries import Deed
from storage.petitions.log.proofs import BadProof, Proof, payload_of, proof_text, verify_proof
from tests.storage.petitions.logs import OURS, THEIRS, Log, salt_of, signed, stated

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from storage.petitions.log.entries import Entry

pytestmark = pytest.mark.asyncio(loop_scope="module")

ORGANISATION = "Rights </script><b>Network</b> & Friends"
LOG = Log.of(21)
PROOF = LOG.proof(16)
GOOD = proof_text(PROOF)


@dataclass
class Visit:
    """The page as it lies on somebody's disk, opened."""

    page: Page
    address: str

    async def opens(self, behind: str = "") -> None:
        await self.page.goto("about:blank")
        await self.page.goto(f"{self.address}{behind}")

    async def pastes(self, text: str) -> None:
        await self.page.locator("#text").fill(text)
        await self.page.get_by_role("button", name="Check", exact=True).click()

    async def chooses(self, content: bytes) -> None:
        file = {"name": "DEMO-002-17.tlog-proof", "mimeType": "application/octet-stream", "buffer": content}
        await self.page.locator("#file").set_input_files(file)  # type: ignore[arg-type]

    async def sees(self, *words: str) -> None:
        for word in words:
            await expect(self.page.get_by_role("status")).to_contain_text(word)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, tmp_path: Path) -> AsyncIterator[Visit]:
    path = tmp_path / "verify.html"
    path.write_bytes(verify_page(Texts("en"), "en", ORGANISATION, OURS.public))
    page = await browser.new_page(locale="en-GB")
    broken: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: broken.append(error.message))
    page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    address = path.as_uri()
    await page.goto(address)
    yield Visit(page, address)
    await page.close()
    assert broken == []
    assert set(asked) <= {address}


async def test_a_good_proof_is_told_in_words(visit: Visit) -> None:
    await visit.chooses(GOOD.encode())

    await visit.sees("The proof is good", "Signature number 17", "DEMO-002", "김수진 17", "South Korea")
    await visit.sees("22 November 2026", "Signatures then21", "Telegram21")
    await expect(visit.page.get_by_role("heading", name="The proof is good")).to_be_focused()


async def test_a_proof_is_taken_as_a_file_as_text_as_a_picture_and_from_the_address(visit: Visit) -> None:
    payload = payload_of(GOOD)
    pasted = GOOD.replace("\n", "\r\n").rstrip()
    for text in (GOOD, f"  {pasted}\n\n", payload, f"https://example.org/verify#{payload}"):
        await visit.opens()
        await visit.pastes(text)
        await visit.sees("The proof is good")
    await visit.opens(f"#{payload}")
    await visit.sees("The proof is good")


async def test_a_signed_count_is_checked_as_well(visit: Visit) -> None:
    await visit.pastes(LOG.note())
    await visit.sees("The count is genuine", "Every later count has to continue this one")
    await visit.pastes(Log.of(21, signer=THEIRS).note())
    await visit.sees("This is refused", "It was signed with another key")


def of_another_channel() -> Proof:
    return Log([replace(signed(1), channel="paper")]).proof(0)


REFUSED = {
    "unreadable": ["", "x", "clarion/", "c2sp.org/tlog-proof@v1\n", payload_of(GOOD)[:-9], GOOD[:300], "김"],
    "signature": [
        proof_text(replace(PROOF, note=Log.of(21, signer=THEIRS).note())),
        GOOD.replace("telegram 21", "telegram 22"),
    ],
    "petition": [proof_text(replace(PROOF, note=Log.of(21, code="DEMO-001").note()))],
    "statement": [
        proof_text(replace(PROOF, statement=stated(17, name="Another"))),
        proof_text(replace(PROOF, salt=salt_of(1))),
        proof_text(of_another_channel()),
        proof_text(Log([replace(signed(1), deed=Deed.EARLIER)]).proof(0)),
    ],
    "path": [
        proof_text(replace(PROOF, path=Log([*map(signed, range(2, 23))]).proof(16).path)),
        proof_text(replace(PROOF, path=PROOF.path[:-1])),
        proof_text(replace(PROOF, path=(*PROOF.path, bytes(32)))),
        proof_text(replace(PROOF, position=3)),
        proof_text(replace(PROOF, note=LOG.note(16))),
    ],
    "package": ["PK\3\4..."],
}
WHY = """([key, text]) => {
    try { checking.check(text, checking.readKey(key)); } catch (refusal) { return refusal.reason; }
}"""


async def test_what_the_program_refuses_the_page_refuses_for_the_same_reason(visit: Visit) -> None:
    for reason, texts in REFUSED.items():
        for text in texts:
            with pytest.raises(BadProof):
                verify_proof(text, OURS.public)
            assert await visit.page.evaluate(WHY, [str(OURS.public), text]) == reason


async def test_a_refusal_is_told_in_words(visit: Visit) -> None:
    for content, words in (
        (GOOD[:300].encode(), "neither a proof nor a count signed"),
        (b"\xff", "neither a proof nor a count signed"),
        (REFUSED["path"][0].encode(), "The entry is not in the log that was signed"),
        (b"PK\3\4 and so on", "clarion verify package"),
    ):
        await visit.chooses(content)
        await visit.sees(words)


async def test_no_byte_of_a_proof_can_be_altered(visit: Visit) -> None:
    text = GOOD.encode()
    altered = [text[:place] + bytes([text[place] ^ 1]) + text[place + 1 :] for place in range(len(text))]
    altered += [GOOD[:place].encode() + more + text[place:] for place in (0, 30, len(GOOD)) for more in (b" ", b"\n")]
    accepted = await visit.page.evaluate(
        """([key, files]) => files.filter((letters) => {
            const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
            try { checking.check(checking.decoded(bytes), checking.readKey(key)); return true; }
            catch (refusal) { if (refusal instanceof checking.Refused) return false; throw refusal; }
        }).length""",
        [str(OURS.public), [base64.b64encode(file).decode() for file in [*altered, text]]],
    )
    assert accepted == 1


async def test_page_and_program_agree_on_proofs_of_every_shape(visit: Visit) -> None:
    names = ['Ann "Q" O\'Neil\\', "김수진", "\u2028\u007f é😀", "<b>&amp;</b>", "=1+1"]
    files = []
    for size in range(1, 34):
        log = Log.of(size)
        files += [proof_text(log.proof(position)) for position in {0, size // 2, size - 1}]
    for name in names:
        statement = stated(1, name=name)
        entry = signed_as(name)
        files.append(proof_text(replace(Log([entry]).proof(0), statement=statement)))
    for file in files:
        verify_proof(file, OURS.public)
    numbers = await visit.page.evaluate(
        "([key, files]) => files.map((file) => checking.check(file, checking.readKey(key)).position)",
        [str(OURS.public), files],
    )
    assert len(numbers) == len(files)


def signed_as(name: str) -> Entry:
    return replace(signed(1), commitment=commitment(stated(1, name=name), salt_of(1)))


async def test_another_key_can_be_put_in_its_place(visit: Visit) -> None:
    fingerprint = visit.page.locator("#fingerprint")
    await expect(fingerprint).to_have_text(OURS.public.fingerprint)
    await visit.page.get_by_text("The whole key, or another one").click()
    await expect(visit.page.locator("#key")).to_have_text(str(OURS.public))
    await visit.page.locator("#other-key").fill("clarion+00000000+none")
    await visit.page.get_by_role("button", name="Use this key").click()
    await expect(visit.page.get_by_role("alert")).to_contain_text("not a key of Clarion")
    await visit.page.locator("#other-key").fill(str(THEIRS.public))
    await visit.page.get_by_role("button", name="Use this key").click()
    await expect(fingerprint).to_have_text(THEIRS.public.fingerprint)
    await visit.pastes(GOOD)
    await visit.sees("signed with another key")


async def test_it_speaks_korean_and_says_the_result_again(visit: Visit) -> None:
    await visit.pastes(GOOD)
    await visit.page.get_by_role("button", name="한국어").click()

    await expect(visit.page).to_have_title("증명 확인")
    await visit.sees("올바른 증명입니다", "17번 서명", "대한민국", "2026년 11월 22일")
    assert await visit.page.evaluate("document.documentElement.lang") == "ko"
    await expect(visit.page.get_by_role("button", name="한국어")).to_have_attribute("aria-pressed", "true")


async def test_the_organisations_name_is_text_wherever_it_stands(visit: Visit) -> None:
    await expect(visit.page.locator("header")).to_contain_text(ORGANISATION)
    await expect(visit.page.locator("main")).to_contain_text(f"petition of {ORGANISATION}")
    assert await visit.page.locator("b").count() == 0


async def test_nothing_wider_than_a_small_phone(visit: Visit) -> None:
    await visit.page.set_viewport_size({"width": 320, "height": 640})
    await visit.pastes(GOOD)
    await visit.sees("The proof is good")
    assert await visit.page.evaluate("document.documentElement.scrollWidth") <= 320


async def test_no_script_of_ours_ends_the_element_that_it_stands_in() -> None:
    sources = [(FOLDER / name).read_text(encoding="utf-8") for name in SCRIPTS]
    assert not any("</script" in source.lower() or "<!--" in source for source in sources)


async def test_the_policy_of_the_page_lets_it_load_and_send_nothing() -> None:
    page = html.unescape(verify_page(Texts("en"), "ko", "Demo", OURS.public).decode())
    assert "default-src 'none'; script-src 'sha256-" in page
    assert "unsafe" not in page
    for word in ("http://", "https://", "src=", "fetch(", "XMLHttpRequest", "import("):
        assert word not in page.replace("(https://paulmillr.com)", ""), word
